//! Tests of the whole program and of the tree: one binary, so that it is linked once.

mod bad_input;
mod commands;
mod docs;
mod hostile;
mod program;
mod record;
mod suite;
mod tidy;
