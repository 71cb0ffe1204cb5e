//! Reports of a run: JUnit XML for CI, one HTML page for people, a summary for the terminal.
//!
//! Each report is a function of the run record and the words, and of nothing else: no clock, no
//! files, no terminal. What a system answered is shown, never obeyed: control characters become
//! visible, markup is escaped.

mod defects;
mod diff;
mod failure_text;
mod html;
mod index;
mod junit;
mod layout;
mod names;
mod snapshots;
mod summary;
mod times;
mod values;
mod verdict;
mod view;
mod visible;

use rakis_model::words::{Texts, Words};

pub use failure_text::failure_text;
pub use html::html;
pub use junit::{Flavour, junit};
pub use summary::{Style, summary};

/// The words of this crate, Estonian and English.
pub const WORDS: Texts =
    Texts { et: include_str!("../words/et.ftl"), en: include_str!("../words/en.ftl") };

/// What a report needs beside the record.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// All words of the program in the language of the report; [`WORDS`] and
    /// [`rakis_model::WORDS`] among them.
    pub words: &'a Words,
    /// How the reader starts a run, without the address: `cargo run -- run` or `rakis run`.
    pub rerun_command: &'a str,
}
