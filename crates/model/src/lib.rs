//! The words every room shares: what a place in a file is, what a failure carries, what a run
//! leaves behind, and who may read which part of it.
//!
//! Floor 1: this crate sees no other crate of ours, no client, no clock and no terminal.

pub mod amount;
pub mod date;
pub mod diagnostic;
pub mod distribution;
pub mod exit;
pub mod failure;
pub mod json_path;
pub mod message;
pub mod messages;
pub mod outcome;
pub mod personal_code;
pub mod record;
pub mod redact;
pub mod source;
pub mod suggest;
pub mod words;
pub mod yaml;

pub use diagnostic::{Diagnostic, Place, Problems, Severity};
pub use distribution::Distribution;
pub use exit::Exit;
pub use failure::{Difference, Exchange, Failure, FailureKind};
pub use message::Message;
pub use outcome::Outcome;
pub use personal_code::PersonalCode;
pub use source::Source;

/// The words of this crate, Estonian and English.
pub const WORDS: words::Texts =
    words::Texts { et: include_str!("../words/et.ftl"), en: include_str!("../words/en.ftl") };
