//! The sentences acceptance tests are written in, and what they do.
//!
//! Sentences speak the language of the domain and do named operations of an
//! [`Environment`](rakis_environment::Environment); how a system performs an operation is written
//! in `environments/bindings`, so no sentence knows an address. Each sentence is defined once,
//! whatever its keyword. A sentence that does not hold ends by a panic that carries a
//! [`Failure`](rakis_model::Failure), which the runner reads back as data.

mod attempt;
mod classifiers;
mod clock;
mod documentation;
mod generic;
mod lists;
mod mass_calculation;
mod or_fail;
mod parameters;
mod people;
mod rights;
mod rows;
mod snapshots;
mod world;

pub use documentation::{Documentation, documentation, sources};
pub use parameters::parameters;
pub use people::People;
pub use snapshots::{Approved, Scene, snapshot_name};
pub use world::World;

/// The words of this crate, Estonian and English.
pub const WORDS: rakis_model::words::Texts = rakis_model::words::Texts {
    et: include_str!("../words/et.ftl"),
    en: include_str!("../words/en.ftl"),
};
