//! Drives the real service over HTTP: each rule of user rights with its boundaries, each fault, malformed input, many
//! clients at once, and the same on PostgreSQL when one is given.

#![expect(clippy::unwrap_used, reason = "every function here is part of a test")]

mod concurrency;
mod decisions;
mod employment;
mod faults;
mod journal;
mod login;
mod malformed;
mod postgres;
mod probes;
mod problems;
mod requests;
mod review;
mod roles;
mod service;
mod sessions;
mod support;
