//! The register: the log, the tables that follow from it, and everything one can do with them.

mod attached;
mod change;
mod findings;
mod join;
mod ledger;
mod log;
mod open;
mod plan;
mod read;
mod record;
mod rows;
mod rules;
mod schema;
mod table;
mod verify;

pub use attached::ATTACHMENT_LIMIT;
pub use change::{Edit, Move, NewDefect, Opened};
pub(crate) use open::LONGEST_STATEMENT;
pub use open::{OpenMode, Register};
pub use read::{Filter, Happened, Occurrence, Sort, Summary, Trend, TrendBy};

pub use verify::{Flaw, Verified, Wrong};
