//! Tests of the whole program and of the tree: one binary, so that it is linked once.
#![expect(clippy::print_stderr, reason = "a test that cannot run here says so")]

mod bad_input;
mod commands;
mod control;
mod defects;
mod docs;
mod environment;
mod hostile;
mod leak;
mod program;
mod reconcile;
mod reconcile_environment;
mod record;
mod register;
mod review;
mod suite;
mod tidy;
