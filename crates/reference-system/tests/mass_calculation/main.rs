//! The mass calculation over HTTP: rules, jobs, notices, both databases.

#![expect(clippy::unwrap_used, reason = "every function here is part of a test")]

mod faults;
mod jobs;
mod notices;
mod populations;
mod postgres;
mod probes;
mod rules;
mod support;
