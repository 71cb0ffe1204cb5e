//! The control calculation (kontrollarvutus): what the yearly average, the shares, the index and
//! every pension must be, computed from the acts and from nothing else.
//!
//! - [`rules`]: every rule as a function in exact decimals, naming its paragraph;
//! - [`calculations`]: the same by name, JSON in and JSON out, with every intermediate value;
//! - [`mass`]: the same over a whole population, streaming, in whole numbers.
//!
//! It shares no code with the system under test: a shared sum would be wrong on both sides at once.

pub mod calculations;
mod error;
pub mod exact;
mod input;
mod json;
pub mod mass;
pub mod rules;
mod steps;
mod traced;

pub use error::Error;
pub use input::{Form, Input};
pub use steps::{Step, Steps};
pub use traced::YearShares;

/// The words of this crate, Estonian and English.
pub const WORDS: rakis_model::words::Texts = rakis_model::words::Texts {
    et: include_str!("../words/et.ftl"),
    en: include_str!("../words/en.ftl"),
};
