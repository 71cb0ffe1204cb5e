//! Opens SQLite or PostgreSQL behind one driver, so that the rules are written in one SQL text.
//!
//! SQLite has one writer at a time, so the pool has one connection: requests queue for it in fair order and nobody ever sees
//! `database is locked`. PostgreSQL has several connections; what must not interleave there takes the row it is about first.

use std::time::Duration;

use sqlx::any::AnyPoolOptions;
use sqlx::{Any, AnyPool, AssertSqlSafe, Transaction};

use super::schema;

/// How long a request waits for a connection; shorter than the time limit of a request, so that the cause is told.
const WAIT_FOR_CONNECTION: Duration = Duration::from_secs(8);
const POSTGRES_CONNECTIONS: u32 = 6;
/// The file is either temporary or a test's: losing it in a power cut costs nothing, waiting for the disk costs every request.
/// `busy_timeout` (ms) matters only when another process has the same file open.
const SQLITE_SETTINGS: &str =
    "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF";

/// Which SQL dialect the few differences are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    Sqlite,
    Postgres,
}

/// The open database.
#[derive(Debug, Clone)]
pub(crate) struct Store {
    pool: AnyPool,
    dialect: Dialect,
}

impl Store {
    /// Connects to `url` (`sqlite:…` or `postgres:…`) and brings the schema up to date.
    ///
    /// # Errors
    /// When the address is of another kind, cannot be reached, or the schema cannot be made.
    pub(crate) async fn open(url: &str) -> Result<Self, sqlx::Error> {
        sqlx::any::install_default_drivers();
        let dialect = dialect_of(url)?;
        let options = match dialect {
            Dialect::Sqlite => AnyPoolOptions::new()
                .max_connections(1)
                .idle_timeout(None)
                .max_lifetime(None)
                .test_before_acquire(false)
                .after_connect(|connection, _| {
                    Box::pin(async move {
                        sqlx::raw_sql(SQLITE_SETTINGS).execute(connection).await.map(drop)
                    })
                }),
            Dialect::Postgres => AnyPoolOptions::new().max_connections(POSTGRES_CONNECTIONS),
        };
        let pool = options.acquire_timeout(WAIT_FOR_CONNECTION).connect(url).await?;
        let store = Self { pool, dialect };
        let mut work = store.begin().await?;
        schema::bring_up_to_date(&mut work, dialect).await?;
        work.commit().await?;
        Ok(store)
    }

    /// Begins the one transaction of a request. In SQLite it takes the write lock at once: a lock taken later, on the first
    /// write, could fail against another process.
    pub(crate) async fn begin(&self) -> Result<Transaction<'static, Any>, sqlx::Error> {
        match self.dialect {
            Dialect::Sqlite => self.pool.begin_with("BEGIN IMMEDIATE").await,
            Dialect::Postgres => self.pool.begin().await,
        }
    }

    /// Lets PostgreSQL count what these tables hold, so that it plans for many rows and not for the few there were; it would do
    /// so itself only after a while. SQLite's plans here do not depend on counts.
    pub(crate) async fn survey(&self, tables: &'static str) -> Result<(), sqlx::Error> {
        if self.dialect == Dialect::Postgres {
            sqlx::raw_sql(AssertSqlSafe(format!("ANALYZE {tables}"))).execute(&self.pool).await?;
        }
        Ok(())
    }

    /// Closes every connection, waiting for those in use.
    pub(crate) async fn close(&self) {
        self.pool.close().await;
    }
}

fn dialect_of(url: &str) -> Result<Dialect, sqlx::Error> {
    if url.starts_with("sqlite:") {
        Ok(Dialect::Sqlite)
    } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
        Ok(Dialect::Postgres)
    } else {
        Err(sqlx::Error::Configuration("the address must begin with sqlite: or postgres:".into()))
    }
}
