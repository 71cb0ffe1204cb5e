//! What the source says about each sentence, for the catalogue of steps.

use crate::{classifiers, generic, mass_calculation, rights};

/// Marks the line with an example.
const EXAMPLE: &str = "Näide:";
/// Marks a line with an operation.
const OPERATION: &str = "Toiming:";

/// The sources of all sentences: the path as in a step's location, and the text.
pub fn sources() -> &'static [(&'static str, &'static str)] {
    static ALL: std::sync::LazyLock<Vec<(&str, &str)>> = std::sync::LazyLock::new(|| {
        [generic::SOURCES, classifiers::SOURCES, mass_calculation::SOURCES, rights::SOURCES]
            .concat()
    });
    &ALL
}

/// What is written above a step function.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Documentation {
    /// What the sentence does, in English.
    pub text: String,
    /// An example of the sentence, in Estonian.
    pub example: String,
    /// The operations it does; `{1}` is one that the sentence names, as its first text in quotes.
    pub operations: Vec<String>,
}

/// The documentation above the line of a definition; `None` when the file is none of ours.
pub fn documentation(file: &str, line: usize) -> Option<Documentation> {
    let (_, source) = sources().iter().find(|(name, _)| *name == file)?;
    let above: Vec<&str> = source.lines().take(line.saturating_sub(1)).collect();
    let mut lines: Vec<&str> =
        above.iter().rev().map_while(|line| line.trim().strip_prefix("///")).collect();
    lines.reverse();
    let mut found = Documentation::default();
    for line in lines.into_iter().map(str::trim) {
        if let Some(example) = line.strip_prefix(EXAMPLE) {
            example.trim().clone_into(&mut found.example);
        } else if let Some(operation) = line.strip_prefix(OPERATION) {
            found.operations.push(operation.trim().to_owned());
        } else {
            found.text = format!("{} {line}", found.text).trim().to_owned();
        }
    }
    Some(found)
}
