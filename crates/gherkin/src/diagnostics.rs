//! The parser's errors in words.

use std::{ops::Range, sync::Arc};

use rakis_model::{Diagnostic, Message, Place};

use crate::{
    dialect::Dialect,
    line::{Line, Lines},
    near,
    state::State,
    token::Kind,
};

/// A line that fits nowhere here.
pub(crate) fn unexpected(
    lines: &Lines,
    line: Line<'_>,
    state: State,
    dialect: &Dialect,
) -> Diagnostic {
    let message =
        Message::new("gherkin-unexpected-line").with("expected", expected(state, dialect));
    let error = Diagnostic::error(message).at(lines.place(line.number));
    let near = near::title(line.text, dialect)
        .filter(|_| Kind::ALL.into_iter().any(|kind| state.accepts(kind) && is_title(kind)))
        .map(|near| format!("{}:", near.keyword))
        .filter(|keyword| !line.text.starts_with(keyword))
        .or_else(|| {
            let near = near::step(line.text, dialect).filter(|_| state.accepts(Kind::Step))?;
            Some(near.keyword.to_owned())
        });
    match near {
        Some(keyword) => error.hint(Message::new("gherkin-write-keyword").with("keyword", keyword)),
        None if line.text.starts_with("\"\"\"") || line.text.starts_with("```") => {
            error.hint(Message::new("gherkin-one-text"))
        }
        None => error,
    }
}

/// The file ends where something must follow.
pub(crate) fn unexpected_end(lines: &Lines, state: State, dialect: &Dialect) -> Diagnostic {
    let message = Message::new("gherkin-unexpected-end").with("expected", expected(state, dialect));
    Diagnostic::error(message).at(lines.end())
}

/// The file ends in a text block.
pub(crate) fn open_text(lines: &Lines, delimiter: &str, began: usize) -> Diagnostic {
    Diagnostic::error(Message::new("gherkin-open-text"))
        .at(lines.end())
        .related(lines.place(began), Message::new("gherkin-text-began"))
        .hint(Message::new("gherkin-close-text").with("delimiter", delimiter))
}

/// A language no one knows.
pub(crate) fn unknown_language(
    lines: &Lines,
    line: Line<'_>,
    code: &str,
    meant: Option<&str>,
) -> Diagnostic {
    let error = Diagnostic::error(Message::new("gherkin-unknown-language").with("language", code))
        .at(lines.place(line.number));
    match meant {
        Some(meant) => error.hint(Message::new("gherkin-write-language").with("language", meant)),
        None => error.hint(Message::new("gherkin-language-codes")),
    }
}

/// A tag of several words.
pub(crate) fn tag_space(lines: &Lines, span: Range<usize>) -> Diagnostic {
    let text = lines.source().text.get(span.clone()).unwrap_or_default();
    let place = Place::new(Arc::clone(lines.source()), span);
    let joined = text.split_whitespace().collect::<Vec<_>>().join("-");
    Diagnostic::error(Message::new("gherkin-tag-space"))
        .at(place)
        .hint(Message::new("gherkin-join-tag").with("tag", joined))
}

/// A row with more or fewer cells than the first one of its table (line, cells).
pub(crate) fn cell_count(
    lines: &Lines,
    line: Line<'_>,
    cells: usize,
    first: (usize, usize),
) -> Diagnostic {
    let message =
        Message::new("gherkin-cell-count").with("actual", cells).with("expected", first.1);
    let error = Diagnostic::error(message)
        .at(lines.place(line.number))
        .related(lines.place(first.0), Message::new("gherkin-first-row"));
    if line.after_last_bar().is_empty() {
        error.hint(Message::new("gherkin-even-cells"))
    } else {
        error.hint(Message::new("gherkin-close-row"))
    }
}

/// What may stand here, as it is written; the same in every language of the program.
fn expected(state: State, dialect: &Dialect) -> String {
    let kinds = Kind::ALL.into_iter().filter(|kind| state.accepts(*kind));
    kinds.flat_map(|kind| kind.forms(dialect)).collect::<Vec<_>>().join(", ")
}

const fn is_title(kind: Kind) -> bool {
    matches!(kind, Kind::Feature | Kind::Rule | Kind::Background | Kind::Scenario | Kind::Examples)
}
