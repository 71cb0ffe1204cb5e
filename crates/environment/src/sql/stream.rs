//! Rows of any size handed on one by one, for what compares whole populations.

use rakis_model::{Exchange, Failure};
use serde_json::Value;
use tokio::sync::mpsc;

use super::rows::Batch;

/// What to read.
#[derive(Clone, Copy, Debug)]
pub enum RowSource<'a> {
    /// An operation that is bound to SQL; how many rows it expects does not count here.
    Operation(&'a str),
    /// A statement with places, in a database of the environment.
    Statement {
        /// Name of the database.
        database: &'a str,
        /// One statement.
        sql: &'a str,
    },
}

/// What became of reading rows one by one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Streamed {
    /// What was asked, redacted; the rows are not in it.
    pub exchange: Exchange,
    /// Names of the columns, also when there was no row; none after a failure.
    pub columns: Vec<String>,
    /// How many rows were handed on.
    pub result: Result<u64, Box<Failure>>,
}

/// Batches under way at once.
pub(crate) const BATCHES: usize = 4;

/// Hands rows on as they come, and tells their columns and number; ends early when they are not wanted any more.
///
/// # Errors
/// What the taker says.
pub(crate) async fn hand_on(
    mut from: mpsc::Receiver<Batch>,
    mut take: impl FnMut(&[String], Vec<Value>) -> Result<(), Box<Failure>>,
) -> Result<(Vec<String>, u64), Box<Failure>> {
    let mut columns = Vec::new();
    let mut count = 0;
    while let Some(batch) = from.recv().await {
        match batch {
            Batch::Columns(names) => columns = names,
            Batch::Rows(rows) => {
                for row in rows {
                    count += 1;
                    take(&columns, row)?;
                }
            }
        }
    }
    Ok((columns, count))
}
