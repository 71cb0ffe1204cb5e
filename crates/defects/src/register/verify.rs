//! Proving that the tables are what the log says, and the log what was once written.

use std::collections::{BTreeMap, BTreeSet};

use rakis_model::Message;

use super::{
    Register, attached,
    ledger::Ledger,
    log,
    record::run_row,
    rows::{self, Occurred},
    table::{Cell, Row, Table, Work},
    tables,
};
use crate::{
    RegisterError, canonical,
    event::{Event, GENESIS, Link, RunRecorded, What},
};

/// What a verification found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Events in the chain.
    pub events: i64,
    /// Hash of the last.
    pub head: String,
    /// Every row that is not what it should be; empty when all is well.
    pub wrong: Vec<Wrong>,
}

/// A row that is not what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Table.
    pub table: &'static str,
    /// Key of the row, its parts separated by spaces.
    pub row: String,
    /// What is wrong with it.
    pub flaw: Flaw,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// These columns differ from what the log says.
    Changed(Vec<&'static str>),
    /// The log says it should be there.
    Missing,
    /// The log knows nothing of it.
    Extra,
    /// It cannot be read.
    Unreadable(String),
    /// An event's hash is not that of its columns.
    Hash,
    /// It does not follow the event before.
    Chain,
    /// No event has the hash that was known from elsewhere: the end of the log was cut off, or all
    /// of it written anew.
    Head,
}

impl Wrong {
    /// In the user's words.
    pub fn message(&self) -> Message {
        let message = match &self.flaw {
            Flaw::Changed(columns) => {
                Message::new("register-wrong-changed").with("columns", columns.join(", "))
            }
            Flaw::Missing => Message::new("register-wrong-missing"),
            Flaw::Extra => Message::new("register-wrong-extra"),
            Flaw::Unreadable(why) => Message::new("register-wrong-unreadable").with("reason", why),
            Flaw::Hash => Message::new("register-wrong-hash"),
            Flaw::Chain => Message::new("register-wrong-chain"),
            Flaw::Head => Message::new("register-wrong-head"),
        };
        message.with("table", self.table).with("row", &self.row)
    }
}

impl Register {
    /// Computes the whole chain again, folds it, and holds every table against it. `head` is a
    /// hash known from elsewhere, such as the judgement in a run's record.
    ///
    /// # Errors
    /// When the database fails. What is wrong with the register is no error of this function.
    pub async fn verify(&self, head: Option<&str>) -> Result<Verified, RegisterError> {
        self.within(async {
            let mut check = Check { work: self.snapshot().await?, wrong: Vec::new() };
            let events = check.chain(head).await?;
            let last = events.last();
            let (count, hash) = last.map_or((0, GENESIS.to_owned()), |e| (e.seq, e.hash.clone()));
            check.tables(&events).await?;
            check.work.rollback().await?;
            Ok(Verified { events: count, head: hash, wrong: check.wrong })
        })
        .await
    }
}

struct Check {
    work: Work,
    wrong: Vec<Wrong>,
}

impl Check {
    fn wrong(&mut self, table: &'static str, row: impl Into<String>, flaw: Flaw) {
        self.wrong.push(Wrong { table, row: row.into(), flaw });
    }

    /// The events, each held against the one before.
    async fn chain(&mut self, head: Option<&str>) -> Result<Vec<Event>, RegisterError> {
        let mut events = Vec::new();
        let (mut seq, mut prev) = (0, GENESIS.to_owned());
        let mut met = head.is_none_or(|head| head == GENESIS);
        for row in tables::EVENTS.all(&mut self.work).await? {
            let name = key(&tables::EVENTS, &row);
            if !is_hash_of_its_columns(&row) {
                self.wrong("events", &name, Flaw::Hash);
            }
            let [this, .., before, hash] = row.as_slice() else { continue };
            if this.int() != seq + 1 || before.text().as_ref() != Some(&prev) {
                self.wrong("events", &name, Flaw::Chain);
            }
            (seq, prev) = (this.int(), hash.text().unwrap_or_default());
            met |= head == Some(prev.as_str());
            match log::read(&row) {
                Ok(event) => events.push(event),
                Err(error) => {
                    self.wrong("events", name, Flaw::Unreadable(error.to_string()));
                }
            }
        }
        if !met {
            self.wrong("events", head.unwrap_or_default(), Flaw::Head);
        }
        Ok(events)
    }

    /// Every table, held against what the events say.
    async fn tables(&mut self, events: &[Event]) -> Result<(), RegisterError> {
        let mut ledger = Ledger::default();
        let mut runs = BTreeMap::new();
        for event in events {
            let mut occurrences = Vec::new();
            if let What::RunRecorded(recorded) = &event.what {
                occurrences = self.occurrences(recorded).await?;
                runs.insert(recorded.run.run.clone(), (recorded.as_ref(), event.seq));
            }
            ledger.apply(event, &occurrences);
        }
        self.strange_occurrences(&runs).await?;
        self.runs(&runs).await?;
        for (table, expected) in ledger.into_rows() {
            let found = table.all(&mut self.work).await?;
            self.compare(table, expected, found);
        }
        self.attachments(events).await
    }

    /// The occurrences of a run, held against its digest and each against its own.
    async fn occurrences(
        &mut self,
        recorded: &RunRecorded,
    ) -> Result<Vec<Occurred>, RegisterError> {
        let run = [recorded.run.run.clone()];
        let found = tables::OCCURRENCES.find(&mut self.work, "run", &run).await?;
        let mut read = Vec::new();
        let mut named = false;
        for row in &found {
            match Occurred::read(row).filter(|one| one.row() == *row) {
                Some(one) => read.push(one),
                None => {
                    named = true;
                    let name = key(&tables::OCCURRENCES, row);
                    self.wrong("occurrences", name, Flaw::Hash);
                    // The tables were made of the row as it was: the rest of it still tells them.
                    read.extend(Occurred::read(row));
                }
            }
        }
        let rows = i64::try_from(found.len()).unwrap_or(i64::MAX);
        if !named && (rows != recorded.rows || rows::digest(&read) != recorded.digest) {
            let flaw = match rows.cmp(&recorded.rows) {
                std::cmp::Ordering::Less => Flaw::Missing,
                std::cmp::Ordering::Equal => Flaw::Hash,
                std::cmp::Ordering::Greater => Flaw::Extra,
            };
            self.wrong("occurrences", &recorded.run.run, flaw);
        }
        read.sort_by(|a, b| (a.position, &a.fingerprint).cmp(&(b.position, &b.fingerprint)));
        for one in &mut read {
            one.evidence = None;
        }
        Ok(read)
    }

    /// Occurrences of runs the log knows nothing of.
    async fn strange_occurrences(
        &mut self,
        runs: &BTreeMap<String, (&RunRecorded, i64)>,
    ) -> Result<(), RegisterError> {
        let found: Vec<(String,)> = sqlx::query_as("SELECT DISTINCT run FROM occurrences")
            .fetch_all(&mut *self.work)
            .await?;
        for (run,) in found {
            if !runs.contains_key(&run) {
                self.wrong("occurrences", run, Flaw::Extra);
            }
        }
        Ok(())
    }

    async fn runs(
        &mut self,
        runs: &BTreeMap<String, (&RunRecorded, i64)>,
    ) -> Result<(), RegisterError> {
        let found = tables::RUNS.all(&mut self.work).await?;
        let mut expected = Vec::new();
        for (recorded, seq) in runs.values() {
            let mut row = run_row(recorded, *seq, &[]);
            // Of the notes the log has the digest only: right ones are taken over as they are.
            let here = found.iter().find(|one| one.first() == row.first());
            let notes = here.and_then(|one| one.last()).cloned().unwrap_or(Cell::Null);
            if notes.text().is_some_and(|text| canonical::sha256(text) == recorded.notes) {
                row.pop();
                row.push(notes);
            }
            expected.push(row);
        }
        self.compare(&tables::RUNS, expected, found);
        Ok(())
    }

    fn compare(&mut self, table: &'static Table, expected: Vec<Row>, found: Vec<Row>) {
        let by_key = |rows: Vec<Row>| -> BTreeMap<Row, Row> {
            rows.into_iter().map(|row| (row[..table.keys].to_vec(), row)).collect()
        };
        let (expected, found) = (by_key(expected), by_key(found));
        let keys: BTreeSet<&Row> = expected.keys().chain(found.keys()).collect();
        for one in keys {
            let flaw = match (expected.get(one), found.get(one)) {
                (Some(_), None) => Flaw::Missing,
                (None, _) => Flaw::Extra,
                (Some(expected), Some(found)) if expected != found => {
                    let pairs = expected.iter().zip(found).zip(table.columns);
                    let differs = pairs.filter(|((expected, found), _)| expected != found);
                    Flaw::Changed(differs.map(|(_, (name, _))| *name).collect())
                }
                _ => continue,
            };
            self.wrong(table.name, key(table, one), flaw);
        }
    }

    async fn attachments(&mut self, events: &[Event]) -> Result<(), RegisterError> {
        let attached_by = |event: &Event| match &event.what {
            What::Attached(note) => Some(attached::row(event.defect.as_deref()?, note)),
            _ => None,
        };
        let expected: Vec<Row> = events.iter().filter_map(attached_by).collect();
        let found = tables::ATTACHMENTS.all(&mut self.work).await?;
        for row in &found {
            // One at a time: all of them may be more than fits into memory.
            let content = match attached::content(&mut self.work, row).await {
                Err(RegisterError::Damaged(_)) => None,
                other => other?,
            };
            let hash = canonical::sha256(content.unwrap_or_default());
            if row.last().and_then(Cell::text) != Some(hash) {
                let flaw = Flaw::Changed(vec!["content"]);
                self.wrong("attachments", key(&tables::ATTACHMENTS, row), flaw);
            }
        }
        self.compare(&tables::ATTACHMENTS, expected, found);
        Ok(())
    }
}

/// The key of a row, for people.
fn key(table: &Table, row: &[Cell]) -> String {
    let part = |cell: &Cell| match cell {
        Cell::Null => String::new(),
        Cell::Int(value) => value.to_string(),
        Cell::Text(text) => text.clone(),
    };
    row[..table.keys].iter().map(part).collect::<Vec<_>>().join(" ")
}

fn is_hash_of_its_columns(row: &[Cell]) -> bool {
    let [seq, defect, at, who, role, kind, body, prev, hash] = row else { return false };
    let text = |cell: &Cell| cell.text().unwrap_or_default();
    let defect = defect.text();
    let link = Link {
        seq: seq.int(),
        defect: defect.as_deref(),
        at: &text(at),
        who: &text(who),
        role: &text(role),
        kind: &text(kind),
        body: &text(body),
        prev: &text(prev),
    };
    hash.text() == Some(link.hash())
}
