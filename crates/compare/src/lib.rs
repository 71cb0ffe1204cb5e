//! Comparing what was required with what was found: JSON, tables and texts.
//!
//! Every deviation is told, each with its path, so that a report and the defect register read
//! data and not prose. Numbers are compared as the decimals they are written as, never as floats.
//!
//! # Paths
//! - JSON: `$` is the whole; `.name` a key of letters, digits, `_` and `-` that does not begin
//!   with a digit or `-`; `['any key']` any other key, with `\'` and `\\` for a quote and a
//!   backslash; `[0]` an item, from 0.
//! - Table: `rida „<key values, comma-separated>“` or, without a key, `rida <number from 1>`; for a
//!   cell `, veerg „<column>“` follows, for a row out of its order `, järjekord`.
//! - XML, workbooks and texts: see [`snapshot`].

mod decimal;
mod json;
pub mod reconcile;
pub mod snapshot;
mod table;
mod table_compare;
mod text;

pub use json::json;
pub use table::Table;
pub use table_compare::{Order, table};
pub use text::text;

/// The words of this crate, Estonian and English.
pub const WORDS: rakis_model::words::Texts = rakis_model::words::Texts {
    et: include_str!("../words/et.ftl"),
    en: include_str!("../words/en.ftl"),
};
