//! Reconciliation (võrdlus): two tables of any size, row by row by their key.
//!
//! # How
//! The left table is read once, in blocks cut at the ends of records, and kept as it is written;
//! an index finds a row by the hash of its key (12 bytes a row). The right one streams by: a row
//! that is the same bytes as its partner is equal, and only the others are cut into cells. Equal
//! hashes are never taken for equal keys. Two threads share the blocks of one table.
//!
//! # Memory
//! The left table once, at most [`Options::memory`] bytes of it, about 30 bytes a row for its
//! index, and some MiB of buffers. A larger left table is parted first, both tables by the hash of
//! their keys, into files without a name, and then compared part by part. Duplicates are kept in
//! memory, about 60 bytes and the key for each row; differences go to a temporary file.
//!
//! # What is an error
//! A table that cannot be read without doubt ([`Error::Input`]) is not compared: all its mistakes
//! are told. A duplicate key is a finding: its rows are named, and matched with nothing.

mod cells;
mod cut;
mod duplicates;
mod engine;
mod finding;
mod groups;
mod index;
mod layout;
mod left;
mod number;
mod options;
mod outcome;
mod parts;
mod problem;
mod report;
mod right;
mod rows;
mod scan;
mod sniff;
mod source;
mod spool;
mod store;
mod tally;
mod workbook;

use rakis_model::Message;

pub use engine::reconcile;
pub use number::Number;
pub use options::{Kind, Options, Out};
pub use outcome::{
    Bin, Cell, Counts, Distribution, Finding, FindingKind, Group, Outcome, Pattern, Table, Total,
    Work,
};
pub use problem::Problem;
pub use source::{Encoding, Source};
pub use spool::Spool;
pub use workbook::workbook;

/// How far a reconciliation is: bytes done of bytes in all. The second grows when a table must be
/// read again.
pub type Progress<'a> = &'a (dyn Fn(u64, u64) + Sync);

/// Why two tables were not compared.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Mistakes of the tables or the wishes.
    #[error("{count} problems of the tables")]
    Input {
        /// The first ones, in the order of files and rows.
        problems: Vec<Problem>,
        /// How many there are.
        count: u64,
    },
    /// A file cannot be read or written.
    #[error("{file}: {reason}")]
    File {
        /// Which.
        file: String,
        /// What the system said.
        reason: String,
    },
}

impl Error {
    pub(crate) fn file(file: &str, reason: &dyn std::fmt::Display) -> Self {
        Self::File { file: file.to_owned(), reason: reason.to_string() }
    }

    pub(crate) fn one(problem: Problem) -> Self {
        Self::Input { problems: vec![problem], count: 1 }
    }

    /// As a sentence.
    pub fn message(&self) -> Message {
        match self {
            Self::Input { count, .. } => Message::new("compare-rec-problems").with("count", count),
            Self::File { file, reason } => {
                Message::new("compare-rec-file").with("file", file).with("reason", reason)
            }
        }
    }
}
