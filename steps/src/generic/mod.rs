//! Sentences usable for any system without writing Rust: operations, requests, answers, values
//! kept for later, the test clock.

mod answers;
mod clock;
pub(crate) mod fill;
mod lists;
mod mail;
mod memory;
mod operations;
mod requests;
mod snapshots;

/// The sources of these sentences.
pub(crate) const SOURCES: &[(&str, &str)] = &[
    answers::SOURCE,
    clock::SOURCE,
    lists::SOURCE,
    mail::SOURCE,
    memory::SOURCE,
    operations::SOURCE,
    requests::SOURCE,
    snapshots::SOURCE,
];
