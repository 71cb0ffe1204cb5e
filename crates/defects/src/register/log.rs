//! The chain: adding events to it, and reading them.

use jiff::Timestamp;

use super::{
    table::{Cell, Row, Work},
    tables::EVENTS,
};
use crate::{
    RegisterError,
    event::{Event, GENESIS, Link, What},
};

/// The end of the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// Number of events.
    pub(super) seq: i64,
    /// Hash of the last.
    pub(super) hash: String,
}

impl Head {
    pub(super) async fn read(work: &mut Work) -> Result<Self, sqlx::Error> {
        let last: Option<(i64, String)> =
            sqlx::query_as("SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1")
                .fetch_optional(&mut **work)
                .await?;
        let (seq, hash) = last.unwrap_or_else(|| (0, GENESIS.to_owned()));
        Ok(Self { seq, hash })
    }

    /// The next event; the head moves on to it.
    pub(super) fn link(
        &mut self,
        defect: Option<String>,
        at: Timestamp,
        (who, role): (&str, &str),
        what: What,
    ) -> Event {
        let (kind, body) = what.columns();
        let link = Link {
            seq: self.seq + 1,
            defect: defect.as_deref(),
            at: &stamp(at),
            who,
            role,
            kind: &kind,
            body: &body,
            prev: &self.hash,
        };
        let (seq, hash) = (link.seq, link.hash());
        let prev = std::mem::replace(&mut self.hash, hash.clone());
        self.seq = seq;
        Event { seq, defect, at, who: who.to_owned(), role: role.to_owned(), what, prev, hash }
    }
}

/// A time as the tables keep it: texts of one length, so that they sort.
pub(super) fn stamp(at: Timestamp) -> String {
    format!("{at:.6}")
}

/// A time without what `stamp` would drop.
pub(super) fn micros(at: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(at.as_microsecond()).unwrap_or(at)
}

/// Adds events to the log.
pub(super) async fn append(work: &mut Work, events: &[Event]) -> Result<(), sqlx::Error> {
    let rows: Vec<Row> = events.iter().map(row).collect();
    EVENTS.add(work, &rows).await
}

fn row(event: &Event) -> Row {
    let (kind, body) = event.what.columns();
    vec![
        event.seq.into(),
        event.defect.as_ref().into(),
        stamp(event.at).into(),
        (&event.who).into(),
        (&event.role).into(),
        kind.into(),
        body.into(),
        (&event.prev).into(),
        (&event.hash).into(),
    ]
}

/// An event from its row.
pub(super) fn read(row: &[Cell]) -> Result<Event, RegisterError> {
    let damaged = |why: &dyn std::fmt::Display| {
        RegisterError::Damaged(format!("events {}: {why}", row.first().map_or(0, Cell::int)))
    };
    let [seq, defect, at, who, role, kind, body, prev, hash] = row else {
        return Err(damaged(&"columns"));
    };
    let text = |cell: &Cell| cell.text().unwrap_or_default();
    Ok(Event {
        seq: seq.int(),
        defect: defect.text(),
        at: text(at).parse().map_err(|error| damaged(&error))?,
        who: text(who),
        role: text(role),
        what: What::read(&text(kind), &text(body)).map_err(|error| damaged(&error))?,
        prev: text(prev),
        hash: text(hash),
    })
}
