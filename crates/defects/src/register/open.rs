//! Opening a register: SQLite in a file, or PostgreSQL for a team.

use std::{future::Future, time::Duration};

use rakis_model::redact::Redactor;
use sqlx::{Any, AnyConnection, AnyPool, Connection, Transaction, any::AnyPoolOptions};

use super::{dialect::Dialect, schema, table::Work};
use crate::error::{RegisterError, without_password};

/// How long a statement may take in PostgreSQL.
pub(crate) const LONGEST_STATEMENT: Duration = Duration::from_secs(60);
/// How long opening is waited for.
const LONGEST_CONNECT: Duration = Duration::from_secs(20);
/// How long an operation waits for a connection: for others of this process, or for a server that
/// is starting again.
const LONGEST_ACQUIRE: Duration = Duration::from_secs(30);
/// How long a whole operation may take. A database that went away without a word is noticed so.
const LONGEST_OPERATION: Duration = Duration::from_secs(300);
/// How long closing is waited for.
const LONGEST_CLOSE: Duration = Duration::from_secs(10);
const POSTGRES_CONNECTIONS: u32 = 4;
/// What is recorded must survive a power cut. Eight processes that write at once wait for each
/// other; none of them holds the lock for long.
const SQLITE_SETTINGS: &str =
    "PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL";
const POSTGRES_SETTINGS: &str = "SET lock_timeout = '30s'; SET statement_timeout = '60s'; \
     SET idle_in_transaction_session_timeout = '60s'; SET client_min_messages = warning";
/// One writer at a time in each schema, so that ids, sequence and chain have no gaps.
const POSTGRES_LOCK: &str =
    "DO $$ BEGIN PERFORM pg_advisory_xact_lock(7241894, hashtext(current_schema())); END $$";

/// May a register be made?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenMode {
    /// It is made when it is not there.
    Create,
    /// It must be there.
    Existing,
}

/// The register of defects. Cheap to clone; all clones share their connections.
#[derive(Clone, Debug)]
pub struct Register {
    pub(super) pool: AnyPool,
    pub(super) dialect: Dialect,
    pub(super) redactor: Redactor,
    /// Its address without password.
    pub(super) address: String,
}

impl Register {
    /// Opens a register by its address (`sqlite:path/to/file.db`, `postgres://user@host/database`)
    /// and brings its schema up to date. What people write into it goes through the redactor.
    ///
    /// # Errors
    /// When there is none and none may be made; when it cannot be reached or is no register; when
    /// its schema is newer than this program: then nothing in it is touched.
    pub async fn open(
        address: &str,
        mode: OpenMode,
        redactor: Redactor,
    ) -> Result<Self, RegisterError> {
        sqlx::any::install_default_drivers();
        let dialect = dialect_of(address)?;
        let options = options_of(address, dialect, mode)?;
        let connecting = async {
            // One by hand first: a pool would try again and again what cannot succeed.
            let mut first = AnyConnection::connect_with(&options).await?;
            sqlx::raw_sql(settings(dialect)).execute(&mut first).await?;
            first.close().await?;
            pool_of(dialect).connect_with(options).await
        };
        let pool = match tokio::time::timeout(LONGEST_CONNECT, connecting).await {
            Ok(pool) => pool.map_err(|error| absent(address, mode, error))?,
            Err(_) => return Err(RegisterError::Late(LONGEST_CONNECT)),
        };
        let register = Self { pool, dialect, redactor, address: without_password(address) };
        register.within(register.bring_up_to_date(address, mode)).await?;
        Ok(register)
    }

    async fn bring_up_to_date(&self, address: &str, mode: OpenMode) -> Result<(), RegisterError> {
        match schema::version(&self.pool, self.dialect).await? {
            Some(found) if found == schema::NEWEST => return Ok(()),
            Some(found) if found > schema::NEWEST => {
                return Err(RegisterError::Newer { found, known: schema::NEWEST });
            }
            None if mode == OpenMode::Existing => {
                return Err(RegisterError::Absent(address.to_owned()));
            }
            _ => {}
        }
        let mut work = self.begin().await?;
        schema::bring_up_to_date(&mut work, self.dialect).await?;
        Ok(work.commit().await?)
    }

    /// Begins to write: from here to the end of the transaction no other process does.
    pub(super) async fn begin(&self) -> Result<Work, sqlx::Error> {
        match self.dialect {
            Dialect::Sqlite => self.pool.begin_with("BEGIN IMMEDIATE").await,
            Dialect::Postgres => {
                let mut work = self.pool.begin().await?;
                sqlx::raw_sql(POSTGRES_LOCK).execute(&mut *work).await?;
                Ok(work)
            }
        }
    }

    /// Begins to read one state of the whole register.
    pub(super) async fn snapshot(&self) -> Result<Transaction<'static, Any>, sqlx::Error> {
        match self.dialect {
            Dialect::Sqlite => self.pool.begin_with("BEGIN").await,
            Dialect::Postgres => {
                self.pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await
            }
        }
    }

    /// An operation with a limit to its time.
    pub(super) async fn within<T>(
        &self,
        work: impl Future<Output = Result<T, RegisterError>>,
    ) -> Result<T, RegisterError> {
        let late = |_| RegisterError::Late(LONGEST_OPERATION);
        tokio::time::timeout(LONGEST_OPERATION, work).await.map_err(late)?
    }

    /// Where it is, without password.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Closes every connection, waiting a while for those in use. What was committed is safe
    /// either way; a connection that does not come back must not hold up the program.
    pub async fn close(self) {
        let _ = tokio::time::timeout(LONGEST_CLOSE, self.pool.close()).await;
    }
}

const fn settings(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Sqlite => SQLITE_SETTINGS,
        Dialect::Postgres => POSTGRES_SETTINGS,
    }
}

fn pool_of(dialect: Dialect) -> AnyPoolOptions {
    let connections = match dialect {
        Dialect::Sqlite => 1,
        Dialect::Postgres => POSTGRES_CONNECTIONS,
    };
    AnyPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(LONGEST_ACQUIRE)
        .after_connect(move |connection, _| {
            Box::pin(
                async move { sqlx::raw_sql(settings(dialect)).execute(connection).await.map(drop) },
            )
        })
}

/// The address as the driver takes it.
fn options_of(
    address: &str,
    dialect: Dialect,
    mode: OpenMode,
) -> Result<sqlx::any::AnyConnectOptions, RegisterError> {
    let mut full = address.to_owned();
    if dialect == Dialect::Sqlite && !address.contains("mode=") && !address.contains(":memory:") {
        full.push(if address.contains('?') { '&' } else { '?' });
        full.push_str(if mode == OpenMode::Create { "mode=rwc" } else { "mode=rw" });
    }
    full.parse().map_err(|_| RegisterError::Address(without_password(address)))
}

fn absent(address: &str, mode: OpenMode, error: sqlx::Error) -> RegisterError {
    // SQLITE_CANTOPEN
    let cannot_open =
        error.as_database_error().and_then(|one| one.code()).is_some_and(|c| c == "14");
    if cannot_open && mode == OpenMode::Existing {
        RegisterError::Absent(without_password(address))
    } else {
        error.into()
    }
}

fn dialect_of(address: &str) -> Result<Dialect, RegisterError> {
    if address.starts_with("sqlite:") {
        Ok(Dialect::Sqlite)
    } else if address.starts_with("postgres:") || address.starts_with("postgresql:") {
        Ok(Dialect::Postgres)
    } else {
        Err(RegisterError::Address(without_password(address)))
    }
}

#[cfg(test)]
mod tests {
    use crate::{Actor, RegisterError, fixture::*};

    #[tokio::test]
    async fn a_full_disk_is_told_and_nothing_is_lost() {
        let register = fresh().await;
        register.take("1", Some("1"), vec![failed(1, "a", "$.x")]).await;
        let before = register.verify(None).await.unwrap();
        let pages = register.number("SELECT page_count FROM pragma_page_count").await;
        let limit = format!("PRAGMA max_page_count = {}", pages + 2);
        let limit = sqlx::AssertSqlSafe(limit);
        sqlx::raw_sql(limit).execute(&register.register.pool).await.unwrap();
        let cases = (0..500).map(|n| failed(1, &format!("{n}"), &format!("$.x{n}y"))).collect();
        let large = run("2", Some("1"), cases);
        let (p, ci) = (procedure(), Actor::new("ci"));
        let error = register.record(&large, &p, &ci, at("11:00")).await.unwrap_err();
        assert!(matches!(error, RegisterError::Full(_)), "{error:?}");
        assert_eq!(register.verify(None).await.unwrap(), before);
        let room = "PRAGMA max_page_count = 1000000";
        sqlx::raw_sql(room).execute(&register.register.pool).await.unwrap();
        register.record(&large, &p, &ci, at("11:00")).await.unwrap();
        assert_eq!(register.verify(Some(&before.head)).await.unwrap().wrong, []);
    }
}
