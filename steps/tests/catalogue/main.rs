//! The sentences as a whole: documented, told apart, enough for the specifications, bound in the
//! reference system, with words for all they say; and the general ones tried on a small system.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

mod documented;
mod echo;
mod generic;
mod mail;
mod snapshots;
mod specified;
mod sql;
mod support;
mod words;
