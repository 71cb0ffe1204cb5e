//! From features and step definitions to a run: plan everything, then run the plan.
//!
//! The plan resolves every step of every selected scenario before anything runs; what it cannot
//! resolve is an error, never a skipped step. The run tells what happens as Cucumber Messages.
//! Steps are written with the `cucumber` crate's macros; its parser, matching and scheduler are
//! replaced here and in `rakis-gherkin` (reasons: ARCHITECTURE.md).

mod catalogue;
mod definition;
mod head;
mod job;
mod phrase;
mod plan;
mod run;
mod select;
mod teller;

pub use catalogue::Catalogue;
pub use definition::{Definition, Parameter};
pub use plan::{FeatureFile, Filled, Plan, Planned, SkipReason, check_phrases, plan};
pub use run::{Evidence, Harness, Options, Order, RunMeta, Scene, Stop, WorldMaker, run};
pub use select::{PathSelector, Selection};

/// The words of this crate, Estonian and English.
pub const WORDS: rakis_model::words::Texts = rakis_model::words::Texts {
    et: include_str!("../words/et.ftl"),
    en: include_str!("../words/en.ftl"),
};
