//! What is wrong, where, and what to do about it.

use std::{ops::Range, sync::Arc};

use crate::{Message, Source};

/// How much a diagnostic weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file cannot be used; exit code 2.
    Error,
    /// The file is used, but probably not meant so.
    Warning,
}

/// A span of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file, with its text for the excerpt.
    pub source: Arc<Source>,
    /// Byte range within the text.
    pub span: Range<usize>,
}

impl Place {
    /// A span of a source.
    pub const fn new(source: Arc<Source>, span: Range<usize>) -> Self {
        Self { source, span }
    }

    /// A whole line of a source, from 1.
    pub fn line(source: &Arc<Source>, line: usize) -> Self {
        Self::new(Arc::clone(source), source.line_range(line))
    }

    /// Line and column of the start, both from 1.
    pub fn line_column(&self) -> (usize, usize) {
        self.source.line_column(self.span.start)
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (line, column) = self.line_column();
        write!(f, "{}:{line}:{column}", self.source.name)
    }
}

/// One problem, with its place and the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Error or warning.
    pub severity: Severity,
    /// What is wrong.
    pub message: Message,
    /// Where; absent when no file is concerned.
    pub place: Option<Place>,
    /// A few words beside the carets, e.g. what was read there.
    pub label: Option<Message>,
    /// A second place that belongs to it, e.g. the first use of a duplicate id.
    pub related: Option<(Place, Message)>,
    /// What to do.
    pub hints: Vec<Message>,
}

impl Diagnostic {
    /// An error.
    pub const fn error(message: Message) -> Self {
        Self {
            severity: Severity::Error,
            message,
            place: None,
            label: None,
            related: None,
            hints: Vec::new(),
        }
    }

    /// A warning.
    pub fn warning(message: Message) -> Self {
        Self { severity: Severity::Warning, ..Self::error(message) }
    }

    /// Says where.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Words beside the carets.
    #[must_use]
    pub fn label(mut self, label: Message) -> Self {
        self.label = Some(label);
        self
    }

    /// A second place.
    #[must_use]
    pub fn related(mut self, place: Place, label: Message) -> Self {
        self.related = Some((place, label));
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn hint(mut self, hint: Message) -> Self {
        self.hints.push(hint);
        self
    }
}

/// Everything found wrong so far; reading goes on past the first problem.
#[derive(Debug, Default)]
pub struct Problems(Vec<Diagnostic>);

impl Problems {
    /// None yet.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// One more.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// The value, or its problem noted.
    pub fn note<T>(&mut self, result: Result<T, Box<Diagnostic>>) -> Option<T> {
        result.map_err(|diagnostic| self.push(*diagnostic)).ok()
    }

    /// More of them.
    pub fn extend(&mut self, more: impl IntoIterator<Item = Diagnostic>) {
        self.0.extend(more);
    }

    /// Is any of them an error?
    pub fn any_error(&self) -> bool {
        self.0.iter().any(|one| one.severity == Severity::Error)
    }

    /// Nothing found.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many were found.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// All of them, in the order of files and places.
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.0.sort_by_key(|one| {
            one.place.as_ref().map(|place| (place.source.name.clone(), place.span.start))
        });
        self.0
    }

    /// All of them, as found.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }
}

impl IntoIterator for Problems {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
