//! The sentences as a whole: documented, told apart, enough for the specifications, bound in the
//! reference system; and words for all they say.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

mod documented;
mod specified;
mod support;
mod words;
