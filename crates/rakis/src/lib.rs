//! `rakis`, the acceptance harness for STAR and SKAIS changes: command line and assembly.
//!
//! Only this crate prints, reads environment variables and the clock. Each command is one file
//! under `commands/`; what it prints is in `words/et.ftl` and `words/en.ftl`.
// A crate of steps that nobody names contributes no steps, silently; here that is an error.
#![cfg_attr(not(test), deny(unused_crate_dependencies))]

mod args;
mod commands;
mod context;
mod desk;
mod docs;
mod help;
mod project;
mod record;
mod render;
mod settings;
mod snapshots;

use std::{ffi::OsString, process::ExitCode};

use context::Context;
use rakis_model::{Exit, words::Texts};

/// The words of this crate, Estonian and English.
pub const WORDS: Texts =
    Texts { et: include_str!("../words/et.ftl"), en: include_str!("../words/en.ftl") };

/// The words of all crates; a later one may word a key anew.
pub const ALL_WORDS: [Texts; 11] = [
    rakis_model::WORDS,
    rakis_gherkin::WORDS,
    rakis_spec::WORDS,
    rakis_environment::WORDS,
    rakis_compare::WORDS,
    rakis_control::WORDS,
    rakis_defects::WORDS,
    rakis_steps::WORDS,
    rakis_runner::WORDS,
    rakis_report::WORDS,
    WORDS,
];

/// Runs the program and returns what it tells the shell.
pub fn start(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let context = Context::new(&arguments);
    let exit = match args::parse(&arguments, &context) {
        Ok(args) => commands::dispatch(args, &context),
        Err(exit) => exit,
    };
    ExitCode::from(Exit::code(exit))
}
