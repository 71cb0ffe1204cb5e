//! Reads a feature file: which language, and the tree or all errors.

use std::sync::Arc;

use rakis_model::{Diagnostic, Problems, Source, messages::GherkinDocument};

use crate::{
    Ids,
    builder::{Builder, Described},
    dialect::Dialect,
    line::Lines,
    parser::{Finished, Parser},
};

/// The language of files without a language line, where the project names none that exists.
const ENGLISH: &str = "en";

/// How to read.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// Language code of files without a `# language:` line. Such a file that does not read in
    /// this language, but does in English, is read as English.
    pub default_language: &'a str,
}

/// A feature file that read without errors.
#[derive(Debug)]
pub struct Parsed {
    /// The syntax tree, with comments.
    pub document: GherkinDocument,
    /// The file.
    pub source: Arc<Source>,
    /// Code of the language it was read in, also when it holds no feature.
    pub language: String,
    pub(crate) lines: Lines,
    pub(crate) described: Vec<Described>,
}

/// Reads a feature file.
///
/// # Errors
/// Every place where the file is no Gherkin, in the order of lines; ids used up meanwhile are
/// handed out again.
pub fn parse(
    source: &Arc<Source>,
    options: &Options<'_>,
    ids: &mut Ids,
) -> Result<Parsed, Problems> {
    let first = read(source, options.default_language, ids);
    let retry =
        !first.problems.is_empty() && !first.language_given && options.default_language != ENGLISH;
    let reading = if retry {
        let english = read(source, ENGLISH, ids);
        // Of two failed readings, the one that knows the feature's keyword has the true errors.
        let better = english.problems.is_empty()
            || (english.document.feature.is_some() && first.document.feature.is_none());
        if better { english } else { first }
    } else {
        first
    };
    if !reading.problems.is_empty() {
        let mut problems = Problems::new();
        problems.extend(reading.problems);
        return Err(problems);
    }
    *ids = reading.ids;
    Ok(Parsed {
        document: reading.document,
        source: Arc::clone(source),
        language: reading.language,
        lines: reading.lines,
        described: reading.described,
    })
}

/// What one reading gave.
struct Reading {
    document: GherkinDocument,
    described: Vec<Described>,
    lines: Lines,
    problems: Vec<Diagnostic>,
    language: String,
    language_given: bool,
    ids: Ids,
}

fn read(source: &Arc<Source>, code: &str, ids: &Ids) -> Reading {
    let lines = Lines::new(source);
    let mut ids = ids.clone();
    let dialect = Dialect::get(code).or_else(|| Dialect::get(ENGLISH));
    // The file is part of the program, and a test reads all its languages.
    let dialect = dialect.expect("languages.json holds English");
    let parser = Parser::new(&lines, dialect, Builder::new(&mut ids));
    let Finished { builder, dialect, mut problems, language_given, unknown_language } =
        parser.read();
    let (document, described) = builder.finish(&source.name);
    if let (Some(at), None) = (unknown_language, &document.feature) {
        // Without the keywords of its language, nothing else about the file can be said.
        problems.truncate(at);
    }
    let language = dialect.code.clone();
    Reading { document, described, lines, problems, language, language_given, ids }
}
