//! The protocol (protokoll) of a job: what happened when, kept with the job and sent with the notice of its end.

use serde_json::{Value, json};
use sqlx::{Any, Transaction};

use crate::clock::Moment;

use super::job::Job;

/// One entry of a protocol.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    happened: String,
    event: String,
    done: i64,
    explanation: String,
}

row!(Entry { happened, event, done, explanation });

impl Entry {
    pub(super) fn json(&self) -> Value {
        json!({"aeg": self.happened, "sundmus": self.event, "tehtud": self.done, "selgitus": self.explanation})
    }
}

/// Adds an entry.
pub(super) async fn write(
    db: &mut Transaction<'static, Any>,
    job: &Job,
    at: &Moment,
    event: &str,
    explanation: &str,
) -> Result<(), sqlx::Error> {
    sqlx::query("INSERT INTO mass_event (job, happened, event, done, explanation) VALUES ($1, $2, $3, $4, $5)")
        .bind(job.id)
        .bind(at.rfc3339())
        .bind(event)
        .bind(job.done)
        .bind(explanation)
        .execute(&mut **db)
        .await
        .map(drop)
}

/// All entries of a job, oldest first.
pub(super) async fn all(
    db: &mut Transaction<'static, Any>,
    job: i64,
) -> Result<Vec<Entry>, sqlx::Error> {
    sqlx::query_as(
        "SELECT happened, event, done, explanation FROM mass_event WHERE job = $1 ORDER BY id",
    )
    .bind(job)
    .fetch_all(&mut **db)
    .await
}

/// The protocol as a CSV file; no cell holds a `;`, a quote or a line end, since all words are ours or checked.
pub(super) fn csv(entries: &[Entry]) -> String {
    let mut text = "aeg;sundmus;tehtud;selgitus\n".to_owned();
    for entry in entries {
        let explanation = entry.explanation.replace([';', '"', '\n', '\r'], ",");
        text += &format!("{};{};{};{explanation}\n", entry.happened, entry.event, entry.done);
    }
    text
}
