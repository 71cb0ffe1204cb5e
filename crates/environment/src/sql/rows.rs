//! Where rows go: kept up to a limit, or handed on one by one.

use rakis_model::{Failure, Message};
use serde_json::Value;
use tokio::sync::mpsc;

/// The rows of a result, as JSON values in the order of its columns.
pub(crate) type Row = Vec<Value>;

/// Rows sent at once to whoever takes them one by one.
const BATCH: usize = 256;

/// Takes the rows of one result.
pub(crate) enum Rows {
    /// Keeps them.
    Kept {
        /// Names, once they are known.
        columns: Vec<String>,
        /// So far.
        rows: Vec<Row>,
        /// At most so many.
        most: u64,
        /// At most so many bytes of text.
        bytes: u64,
    },
    /// Hands them on; nobody holds more than a few batches.
    Streamed {
        /// Names first, then rows.
        to: mpsc::Sender<Batch>,
        /// Not yet sent.
        batch: Vec<Row>,
    },
}

/// What is handed on.
pub(crate) enum Batch {
    /// Comes first.
    Columns(Vec<String>),
    /// Then these.
    Rows(Vec<Row>),
}

impl Rows {
    /// Keeps up to so many.
    pub(crate) const fn kept(most: u64, bytes: u64) -> Self {
        Self::Kept { columns: Vec::new(), rows: Vec::new(), most, bytes }
    }

    /// Hands them on.
    pub(crate) const fn streamed(to: mpsc::Sender<Batch>) -> Self {
        Self::Streamed { to, batch: Vec::new() }
    }

    /// The names of the columns.
    ///
    /// # Errors
    /// Two have one name, so that one would be lost.
    pub(crate) async fn columns(&mut self, names: Vec<String>) -> Result<(), Box<Failure>> {
        let twice = names.iter().enumerate().find(|(at, name)| names[..*at].contains(name));
        if let Some((_, name)) = twice {
            let message = Message::new("env-sql-column-twice").with("column", name);
            return Err(Box::new(Failure::invalid(message)));
        }
        match self {
            Self::Kept { columns, .. } => *columns = names,
            Self::Streamed { to, .. } => send(to, Batch::Columns(names)).await?,
        }
        Ok(())
    }

    /// One more row.
    ///
    /// # Errors
    /// More than is allowed, or nobody takes them any more.
    pub(crate) async fn push(&mut self, row: Row) -> Result<(), Box<Failure>> {
        match self {
            Self::Kept { rows, most, bytes, .. } => {
                if rows.len() as u64 == *most {
                    let message = Message::new("env-sql-too-many-rows").with("most", *most);
                    let hint = Message::new("env-sql-too-many-rows-hint");
                    return Err(Box::new(Failure::broken(message).hint(hint)));
                }
                let size: usize = row.iter().map(size).sum();
                *bytes = bytes.checked_sub(size as u64).ok_or_else(|| {
                    let message = Message::new("env-sql-too-large").with("rows", rows.len());
                    Box::new(Failure::broken(message))
                })?;
                rows.push(row);
            }
            Self::Streamed { to, batch } => {
                batch.push(row);
                if batch.len() == BATCH {
                    send(to, Batch::Rows(std::mem::take(batch))).await?;
                }
            }
        }
        Ok(())
    }

    /// No more rows come.
    ///
    /// # Errors
    /// Nobody takes them any more.
    pub(crate) async fn end(&mut self) -> Result<(), Box<Failure>> {
        match self {
            Self::Streamed { to, batch } if !batch.is_empty() => {
                send(to, Batch::Rows(std::mem::take(batch))).await
            }
            Self::Kept { .. } | Self::Streamed { .. } => Ok(()),
        }
    }

    /// The answer: `{"read": [{"veerg": …}], "veerud": [...], "ridu": 1}`.
    pub(crate) fn into_json(self, changed: Option<u64>) -> Value {
        let (columns, rows) = match self {
            Self::Kept { columns, rows, .. } => (columns, rows),
            Self::Streamed { .. } => (Vec::new(), Vec::new()),
        };
        let count = rows.len();
        let object = |row: Row| Value::Object(columns.iter().cloned().zip(row).collect());
        let rows: Vec<Value> = rows.into_iter().map(object).collect();
        let mut answer = serde_json::Map::new();
        answer.insert("read".into(), rows.into());
        answer.insert("veerud".into(), columns.into());
        answer.insert("ridu".into(), count.into());
        if let Some(changed) = changed {
            answer.insert("muudetud".into(), changed.into());
        }
        answer.into()
    }
}

async fn send(to: &mpsc::Sender<Batch>, batch: Batch) -> Result<(), Box<Failure>> {
    let gone = |_| Box::new(Failure::broken(Message::new("env-stopped").with("reason", "–")));
    to.send(batch).await.map_err(gone)
}

fn size(value: &Value) -> usize {
    match value {
        Value::String(text) => text.len() + 2,
        Value::Array(_) | Value::Object(_) => value.to_string().len(),
        Value::Null | Value::Bool(_) | Value::Number(_) => 8,
    }
}

/// A number exactly as it is written; a text where JSON has no such number.
pub(super) fn number(text: String) -> Value {
    match serde_json::from_str::<serde_json::Number>(&text) {
        Ok(number) => Value::Number(number),
        Err(_) => Value::String(text),
    }
}

/// Bytes in hexadecimal.
pub(super) fn hexadecimal(bytes: &[u8]) -> Value {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>().into()
}
