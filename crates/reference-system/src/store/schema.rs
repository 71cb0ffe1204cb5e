//! The versioned schema: each migration is one SQL file that is run once, in order, and never changed after a release.
//!
//! Several systems may share one PostgreSQL database and start at the same moment: an advisory lock lets one migrate and the
//! others find the work done. In SQLite `BEGIN IMMEDIATE` is that lock.

use sqlx::{Any, AssertSqlSafe, Transaction};

use super::open::Dialect;

const MIGRATIONS: &[(i64, &str)] = &[
    (1, include_str!("001_rights.sql")),
    (2, include_str!("002_rights_catalogue.sql")),
    (3, include_str!("003_classifiers.sql")),
    (4, include_str!("004_mass_calculation.sql")),
];

/// Any fixed number does, so long as nobody else locks by it in the same database.
const LOCK: &str = "DO $$ BEGIN PERFORM pg_advisory_xact_lock(7241893); END $$";
const VERSIONS: &str =
    "CREATE TABLE IF NOT EXISTS rakis_schema_version (version BIGINT PRIMARY KEY)";

/// Runs the migrations that this database has not seen.
pub(super) async fn bring_up_to_date(
    work: &mut Transaction<'static, Any>,
    dialect: Dialect,
) -> Result<(), sqlx::Error> {
    if dialect == Dialect::Postgres {
        sqlx::raw_sql(LOCK).execute(&mut **work).await?;
    }
    sqlx::raw_sql(VERSIONS).execute(&mut **work).await?;
    let done: Vec<(i64,)> =
        sqlx::query_as("SELECT version FROM rakis_schema_version").fetch_all(&mut **work).await?;
    for (version, script) in MIGRATIONS.iter().filter(|(version, _)| !done.contains(&(*version,))) {
        sqlx::raw_sql(AssertSqlSafe(in_dialect(script, dialect))).execute(&mut **work).await?;
        sqlx::query("INSERT INTO rakis_schema_version (version) VALUES ($1)")
            .bind(*version)
            .execute(&mut **work)
            .await?;
    }
    Ok(())
}

/// The words that the two dialects do not share: a key that the database counts up itself, and a table that is its own index.
fn in_dialect(script: &str, dialect: Dialect) -> String {
    let (identity, clustered) = match dialect {
        Dialect::Sqlite => ("INTEGER PRIMARY KEY AUTOINCREMENT", "WITHOUT ROWID"),
        Dialect::Postgres => ("BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY", ""),
    };
    script.replace("{identity}", identity).replace("{clustered}", clustered)
}
