//! Reads feature files: Gherkin in any of its languages, agreeing with the official parser in
//! syntax trees, pickles and places of errors, but telling all errors at once and in words a
//! specialist understands.
//!
//! `parse` → [`Parsed`]; [`pickles`] are the scenarios to run; [`lint`] finds what the parser
//! accepts although its writer did not mean it, above all steps that became free text.

mod builder;
mod cucumber_step;
mod diagnostics;
mod dialect;
mod ids;
mod line;
mod lint;
mod near;
mod parser;
mod pickle;
mod read;
mod state;
mod token;

pub use cucumber_step::to_cucumber_step;
pub use ids::Ids;
pub use lint::lint;
pub use pickle::pickles;
pub use read::{Options, Parsed, parse};

/// The words of this crate, Estonian and English.
pub const WORDS: rakis_model::words::Texts = rakis_model::words::Texts {
    et: include_str!("../words/et.ftl"),
    en: include_str!("../words/en.ftl"),
};
