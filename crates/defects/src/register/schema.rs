//! The versioned schema: each migration is run once, in order, whole or not at all, and never
//! changed after a release.

use sqlx::{AnyPool, AssertSqlSafe};

use super::{dialect::Dialect, table::Work};
use crate::RegisterError;

/// A step of the schema: what both databases share, and what they do not.
struct Migration {
    both: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

const MIGRATIONS: [Migration; 1] = [Migration {
    both: include_str!("../../migrations/0001_register.sql"),
    sqlite: include_str!("../../migrations/0001_append_only.sqlite.sql"),
    postgres: include_str!("../../migrations/0001_append_only.postgres.sql"),
}];

/// The version this program knows.
pub(super) const NEWEST: i64 = MIGRATIONS.len() as i64;

const VERSION: &str = "SELECT coalesce(max(version), 0) FROM schema_version";

/// The version of an open register; none when the database holds no register. Writes nothing.
pub(super) async fn version(
    pool: &AnyPool,
    dialect: Dialect,
) -> Result<Option<i64>, RegisterError> {
    let there = match dialect {
        Dialect::Sqlite => {
            "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'"
        }
        Dialect::Postgres => {
            "SELECT count(*) FROM information_schema.tables \
             WHERE table_schema = current_schema() AND table_name = 'schema_version'"
        }
    };
    let (tables,): (i64,) = sqlx::query_as(there).fetch_one(pool).await?;
    if tables == 0 {
        return Ok(None);
    }
    let (version,): (i64,) = sqlx::query_as(VERSION).fetch_one(pool).await?;
    Ok((version > 0).then_some(version))
}

/// Runs the migrations that this register has not seen; another process may have just done so.
pub(super) async fn bring_up_to_date(
    work: &mut Work,
    dialect: Dialect,
) -> Result<(), RegisterError> {
    let (integer, bytes) = match dialect {
        Dialect::Sqlite => ("INTEGER", "BLOB"),
        Dialect::Postgres => ("BIGINT", "BYTEA"),
    };
    let made = "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT PRIMARY KEY)";
    sqlx::raw_sql(made).execute(&mut **work).await?;
    let (done,): (i64,) = sqlx::query_as(VERSION).fetch_one(&mut **work).await?;
    if done > NEWEST {
        return Err(RegisterError::Newer { found: done, known: NEWEST });
    }
    for (version, migration) in (1..).zip(&MIGRATIONS).filter(|(version, _)| *version > done) {
        let both = migration.both.replace("{integer}", integer).replace("{bytes}", bytes);
        let own = match dialect {
            Dialect::Sqlite => migration.sqlite,
            Dialect::Postgres => migration.postgres,
        };
        sqlx::raw_sql(AssertSqlSafe(both)).execute(&mut **work).await?;
        sqlx::raw_sql(own).execute(&mut **work).await?;
        sqlx::query("INSERT INTO schema_version (version) VALUES ($1)")
            .bind(version)
            .execute(&mut **work)
            .await?;
    }
    Ok(())
}
