//! One database of an environment, ready to be asked.

use std::{sync::Arc, time::Duration};

use rakis_model::{Failure, Message};
use tokio::{sync::Semaphore, time::timeout};

use super::{
    DatabaseAddress, DatabaseSettings, failure,
    postgres::Postgres,
    rows::Rows,
    sqlite::Sqlite,
    statement::{Bound, Statement},
};

/// Statements at once in one database; who comes later waits.
const AT_ONCE: usize = 4;
/// The server ends a statement by itself; this much later the harness does not wait any more.
const GRACE: Duration = Duration::from_secs(5);

/// A database. Cheap to clone; lives in the runtime it was made in.
#[derive(Clone, Debug)]
pub(crate) struct Database {
    engine: Engine,
    kind: &'static str,
    pub(crate) writable: bool,
    pub(crate) most_rows: u64,
    limit: Duration,
    permits: Arc<Semaphore>,
}

#[derive(Clone, Debug)]
enum Engine {
    Sqlite(Box<Sqlite>),
    Postgres(Box<Postgres>),
    #[cfg(feature = "oracle")]
    Oracle(Box<super::oracle::Oracle>),
}

impl Database {
    /// Prepares it; nothing is opened yet. To be called inside a tokio runtime.
    pub(crate) fn new(
        address: DatabaseAddress,
        settings: &DatabaseSettings,
        connect: Duration,
    ) -> Self {
        let (writable, limit) = (settings.writable, settings.request);
        let kind = address.kind();
        let engine = match address {
            DatabaseAddress::Sqlite(options) => {
                Engine::Sqlite(Box::new(Sqlite::new(*options, writable, limit)))
            }
            DatabaseAddress::Postgres(options) => {
                Engine::Postgres(Box::new(Postgres::new(*options, writable, limit, connect)))
            }
            #[cfg(feature = "oracle")]
            DatabaseAddress::Oracle(address) => {
                Engine::Oracle(Box::new(super::oracle::Oracle::new(*address, limit)))
            }
        };
        let permits = Arc::new(Semaphore::new(AT_ONCE));
        Self { engine, kind, writable, most_rows: settings.rows, limit, permits }
    }

    /// `PostgreSQL`, `SQLite`.
    pub(crate) const fn kind(&self) -> &'static str {
        self.kind
    }

    /// A statement that says only that it is there.
    pub(crate) const fn probe(&self) -> &'static str {
        match self.engine {
            Engine::Sqlite(_) | Engine::Postgres(_) => "SELECT 1",
            #[cfg(feature = "oracle")]
            Engine::Oracle(_) => "SELECT 1 FROM dual",
        }
    }

    /// Runs one statement within its limits; the number of changed rows when it may write.
    pub(crate) async fn run(
        &self,
        statement: &Statement,
        bound: &[Bound],
        rows: &mut Rows,
    ) -> Result<Option<u64>, Box<Failure>> {
        if let (false, Some(word)) = (self.writable, statement.writing()) {
            let message = Message::new("env-sql-writes").with("word", word);
            return Err(Box::new(
                Failure::invalid(message).hint(Message::new("env-sql-read-only-hint")),
            ));
        }
        // Never closed, so always granted; every holder gives it back within its limit.
        let _permit = self.permits.acquire().await.ok();
        let run = async {
            let changed = match &self.engine {
                Engine::Sqlite(sqlite) => sqlite.run(statement, bound, rows).await,
                Engine::Postgres(postgres) => postgres.run(statement, bound, rows).await,
                #[cfg(feature = "oracle")]
                Engine::Oracle(oracle) => oracle.run(statement, bound, rows).await,
            }?;
            rows.end().await.map(|()| changed)
        };
        match timeout(self.limit + GRACE, run).await {
            Ok(result) => result,
            Err(_) => Err(Box::new(failure::late(self.limit))),
        }
    }
}
