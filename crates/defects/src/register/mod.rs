//! The register: the log, the tables that follow from it, and everything one can do with them.

mod attached;
mod by_hand;
mod change;
mod dialect;
mod findings;
mod join;
mod ledger;
mod list;
mod log;
mod open;
mod plan;
mod read;
mod record;
mod rows;
mod rules;
mod scenarios;
mod schema;
mod table;
mod tables;
mod trend;
mod verify;
mod waiver;

pub use attached::ATTACHMENT_LIMIT;
pub use by_hand::{NewDefect, Opened};
pub use change::{Edit, Move};
pub use list::{Filter, Sort, Summary};
pub(crate) use open::LONGEST_STATEMENT;
pub use open::{OpenMode, Register};
pub use read::Occurrence;
pub use scenarios::ScenarioStanding;
pub use trend::{Trend, TrendBy};

pub use verify::{Flaw, Verified, Wrong};
