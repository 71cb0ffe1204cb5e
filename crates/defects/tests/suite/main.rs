//! The register from outside: what it makes of runs, and what people may do to it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

mod at_once;
mod chain;
mod covered;
mod effects;
mod export;
mod fixture;
mod joining;
mod laws;
mod life;
mod lists;
mod trouble;
mod words;
