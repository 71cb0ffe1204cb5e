//! The procedure: reading, checks, lookups, clocks, pictures.
#![expect(clippy::unwrap_used, reason = "a test may end so, its helpers too")]

mod common;
mod shipped;
