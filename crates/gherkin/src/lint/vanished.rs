//! Steps and titles that became free text: what their writer thinks is checked never runs.

use std::collections::BTreeSet;

use rakis_model::{Diagnostic, Message, Severity};

use crate::{
    Parsed,
    builder::Described,
    dialect::Dialect,
    line::is_space,
    near::{self, Near},
    state::Within,
    token::step_words,
};

/// Keywords shorter than this have everyday words as neighbours (*Siis*: *Siin*, *Siit*).
const SURE_LETTERS: usize = 6;

/// Answers the lines of the titles under which an error was found.
pub(super) fn check(
    parsed: &Parsed,
    dialect: &Dialect,
    found: &mut Vec<Diagnostic>,
) -> BTreeSet<usize> {
    let mut titles = BTreeSet::new();
    let english = (dialect.code != "en").then(|| Dialect::get("en")).flatten();
    for described in &parsed.described {
        let text = Text::new(parsed, described);
        for (index, number) in described.lines.iter().enumerate() {
            let one = title(&text, index, dialect)
                .or_else(|| step(&text, index, dialect))
                .or_else(|| foreign(&text, index, dialect, english.as_deref()?));
            if let Some(diagnostic) = one {
                if diagnostic.severity == Severity::Error {
                    titles.insert(described.title);
                }
                found.push(diagnostic.at(parsed.lines.place(*number)));
            }
        }
    }
    titles
}

/// A description, line by line.
struct Text<'a> {
    within: Within,
    lines: Vec<&'a str>,
}

impl<'a> Text<'a> {
    fn new(parsed: &'a Parsed, described: &Described) -> Self {
        let lines = described.lines.iter();
        let text = |number: &usize| parsed.lines.get(*number).map_or("", |line| line.text);
        Self { within: described.within, lines: lines.map(text).collect() }
    }

    /// Do steps belong under this title?
    const fn has_steps(&self) -> bool {
        matches!(self.within, Within::Scenario | Within::Background)
    }

    fn line(&self, index: Option<usize>) -> &'a str {
        index.and_then(|index| self.lines.get(index)).copied().unwrap_or_default()
    }

    /// Does the line stand by itself, not as a part of a paragraph of prose?
    fn stands_alone(&self, index: usize, dialect: &Dialect) -> bool {
        let is_step = |text: &str| near::step(text, dialect).is_some_and(|near| near.same);
        let before = self.line(index.checked_sub(1));
        let after = self.line(Some(index + 1));
        let ends = |text: &str| text.ends_with(['.', ',', ';', ':', '!', '?', '…']);
        let begins = before.is_empty() || ends(before) && !before.ends_with(',') || is_step(before);
        let closes = after.is_empty() || is_step(after) || after.starts_with(['|', '"', '`']);
        begins && closes && !ends(self.line(Some(index)))
    }
}

fn title(text: &Text<'_>, index: usize, dialect: &Dialect) -> Option<Diagnostic> {
    let line = text.line(Some(index));
    let Near { keyword, same } = near::title(line, dialect)?;
    let keyword = format!("{keyword}:");
    let message = Message::new("gherkin-vanished-title");
    // Above the scenarios, an everyday word with a colon may be meant (*Juhtumi:*).
    let sure = same || text.has_steps() || text.within == Within::Examples;
    let diagnostic = if sure { Diagnostic::error(message) } else { Diagnostic::warning(message) };
    let hint = if line.starts_with(&keyword) {
        Message::new("gherkin-misplaced-title")
    } else {
        Message::new("gherkin-write-title")
    };
    Some(diagnostic.hint(hint.with("keyword", keyword)))
}

fn step(text: &Text<'_>, index: usize, dialect: &Dialect) -> Option<Diagnostic> {
    let line = text.line(Some(index));
    let Near { keyword, same } = near::step(line, dialect)?;
    let message = Message::new("gherkin-vanished-step");
    let diagnostic = if text.has_steps() {
        let sure = same || keyword.chars().count() >= SURE_LETTERS || !line.ends_with('.');
        sure.then(|| Diagnostic::error(message))?
    } else {
        let likely = same && text.stands_alone(index, dialect);
        likely.then(|| Diagnostic::warning(message))?
    };
    let hint = if text.has_steps() { "gherkin-write-step" } else { "gherkin-steps-in-scenario" };
    let prose = Message::new("gherkin-or-prose");
    Some(diagnostic.hint(Message::new(hint).with("keyword", keyword)).hint(prose))
}

/// English keywords in a file of another language.
fn foreign(
    text: &Text<'_>,
    index: usize,
    dialect: &Dialect,
    english: &Dialect,
) -> Option<Diagnostic> {
    let line = text.line(Some(index));
    let head = line.split_once(':').map(|(head, _)| head.trim_end_matches(is_space));
    let is_title = head.is_some_and(|head| english.titles().any(|keyword| keyword == head));
    let is_step = text.has_steps() && step_words(english).any(|word| line.starts_with(word));
    (is_title || is_step).then(|| {
        Diagnostic::error(Message::new("gherkin-foreign-keyword").with("language", &dialect.code))
            .hint(Message::new("gherkin-one-language"))
    })
}
