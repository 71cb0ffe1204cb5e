//! Tests of the Gherkin reader, in one binary.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

mod lints;
mod official;
mod robust;
mod steps;
mod traps;
mod words;

use std::sync::Arc;

use rakis_gherkin::{Ids, Options, Parsed, parse};
use rakis_model::{Diagnostic, Problems, Source};

/// Reads a text the way our projects do: Estonian without a language line.
fn estonian(text: &str) -> Result<Parsed, Problems> {
    read(text, "et")
}

fn read(text: &str, default_language: &str) -> Result<Parsed, Problems> {
    let source: Arc<Source> = Source::new("features/näide.feature", text);
    parse(&source, &Options { default_language }, &mut Ids::new())
}

/// `rida:veerg võti`
fn at(one: &Diagnostic) -> String {
    let (line, column) = one.place.as_ref().map_or((0, 0), |place| place.line_column());
    format!("{line}:{column} {}", one.message.key.trim_start_matches("gherkin-"))
}
