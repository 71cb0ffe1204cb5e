//! What the parser accepts although its writer hardly meant it.
//!
//! Errors: a step or title that became free text, a scenario without steps, examples without
//! rows: each is a check that would never run. Warnings: everything else.

mod entry;
mod examples;
mod file;
mod scenarios;
mod tables;
mod vanished;

pub use entry::lint;
