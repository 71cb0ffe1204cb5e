//! The procedure: reading, checks, lookups, clocks, pictures.
#![expect(clippy::unwrap_used, reason = "a test may end so, its helpers too")]

mod clocks;
mod common;
mod faults;
mod lookups;
mod pictures;
mod read;
mod shipped;
mod working_time;
