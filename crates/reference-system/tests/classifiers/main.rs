//! Drives the real service over HTTP: each rule of classifiers with its boundaries, each fault, malformed input, many
//! changes at once, and the same on PostgreSQL when one is given.

#![expect(clippy::unwrap_used, reason = "every function here is part of a test")]

mod codes;
mod concurrency;
mod faults;
mod malformed;
mod probes;
mod scene;
#[expect(dead_code, reason = "the area of rights uses more of it")]
#[path = "../rights/support.rs"]
mod support;
mod transfer;
mod versions;
