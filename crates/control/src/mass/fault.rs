//! What can be wrong with the files, and where.

use std::{path::PathBuf, sync::Arc};

use rakis_model::{Diagnostic, Message};

use super::Files;
use crate::Error;

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// The file cannot be read or written.
    #[error("{0}")]
    Io(String),
    /// The first line is not the header.
    #[error("the header must be {0}")]
    Header(&'static str),
    /// A row has another number of cells.
    #[error("the row must have {0} cells")]
    Cells(usize),
    /// A cell is not what it must be; the key of what is expected.
    #[error("the cell is not what it must be")]
    Cell(&'static str),
    /// The file ends within a line.
    #[error("the file ends within a line")]
    Truncated,
    /// A line is longer than any can be.
    #[error("the line is too long")]
    LongLine,
    /// The row is before the one above it.
    #[error("the rows are not sorted")]
    Unsorted,
    /// The row has the key of the one above it.
    #[error("the key stands twice")]
    Twice,
    /// The code belongs to nobody known to be synthetic.
    #[error("the person is not synthetic")]
    NotSynthetic,
    /// Entries of a person who is not in the file of persons.
    #[error("the person is not in the file of persons")]
    UnknownPerson,
    /// A year without a row or a minimum in the file of years.
    #[error("year {0} has no minimum")]
    NoYear(u16),
    /// A year of which no average can be taken.
    #[error("year {0} has no average: {1}")]
    NoAverage(u16, Error),
    /// No rates from 1 April of the year.
    #[error("there are no rates from 1 April {0}")]
    NoRates(u16),
    /// No rates before 1 April of the year.
    #[error("there are no rates before 1 April {0}")]
    NoRatesBefore(u16),
    /// A number beyond any use.
    #[error("a number is too large")]
    Overflow,
    /// The person asked about is not in the file of persons.
    #[error("there is no such person")]
    NoPerson,
    /// The file was changed while it was read.
    #[error("the file changed while it was read")]
    Changed,
    /// Whoever watched asked to stop.
    #[error("stopped")]
    Stopped,
}

impl Wrong {
    /// Keys of what it is, and of what to do.
    const fn key_and_hint(&self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Io(_) => ("control-mass-io", None),
            Self::Header(_) => ("control-mass-header", Some("control-mass-header-hint")),
            Self::Cells(_) => ("control-mass-cells", None),
            Self::Cell(expected) => ("control-mass-cell", Some(expected)),
            Self::Truncated => ("control-mass-truncated", Some("control-mass-truncated-hint")),
            Self::LongLine => ("control-mass-long-line", None),
            Self::Unsorted => ("control-mass-unsorted", Some("control-mass-unsorted-hint")),
            Self::Twice => ("control-mass-twice", None),
            Self::NotSynthetic => {
                ("control-mass-not-synthetic", Some("control-mass-not-synthetic-hint"))
            }
            Self::UnknownPerson => ("control-mass-unknown-person", None),
            Self::NoYear(_) => ("control-mass-no-year", None),
            Self::NoAverage(..) => ("control-mass-no-average", Some("control-mass-average-hint")),
            Self::NoRates(_) => ("control-mass-no-rates", None),
            Self::NoRatesBefore(_) => ("control-mass-no-rates-before", None),
            Self::Overflow => ("control-overflow", None),
            Self::NoPerson => ("control-mass-no-person", None),
            Self::Changed => ("control-mass-changed", None),
            Self::Stopped => ("control-mass-stopped", None),
        }
    }
}

/// Something wrong at a place of a file; line and column from 1, 0 where there is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}:{line}:{column}: {wrong}", file.display())]
pub struct MassError {
    /// The file.
    pub file: PathBuf,
    /// Its line, the header being the first.
    pub line: u64,
    /// The character of the line.
    pub column: u64,
    /// What it is.
    pub wrong: Wrong,
}

impl MassError {
    /// For people: what, where, and what to do.
    pub fn diagnostic(&self) -> Diagnostic {
        let (key, hint) = self.wrong.key_and_hint();
        let place = if self.line == 0 { "control-mass-in" } else { "control-mass-at" };
        let place = Message::new(place).with("file", self.file.display());
        let place = place.with("line", self.line).with("column", self.column);
        let mut what = Message::new(key);
        match &self.wrong {
            Wrong::Io(reason) => what = what.with("reason", reason),
            Wrong::Header(header) => what = what.with("header", header),
            Wrong::Cells(cells) => what = what.with("cells", cells),
            Wrong::NoYear(year)
            | Wrong::NoAverage(year, _)
            | Wrong::NoRates(year)
            | Wrong::NoRatesBefore(year) => what = what.with("year", year),
            _ => {}
        }
        // The place is a hint, since the text of a file larger than memory cannot be an excerpt.
        let mut diagnostic = Diagnostic::error(what);
        if let Some(hint) = hint {
            diagnostic = diagnostic.hint(Message::new(hint));
        }
        diagnostic.hint(place)
    }
}

/// One of the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    Persons,
    Entries,
    Years,
    Rates,
}

/// Something wrong, before the file's name is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) which: Which,
    pub(super) line: u64,
    pub(super) column: u64,
    pub(super) wrong: Wrong,
}

impl Fault {
    /// At a place.
    pub(super) const fn new(which: Which, line: u64, column: usize, wrong: Wrong) -> Self {
        Self { which, line, column: column as u64, wrong }
    }

    /// Of a whole file.
    pub(super) fn io(which: Which, error: &std::io::Error) -> Self {
        Self::new(which, 0, 0, Wrong::Io(error.to_string()))
    }

    /// With the file's name.
    pub(super) fn named(self, files: &Arc<Files>) -> Box<MassError> {
        let file = match self.which {
            Which::Persons => &files.persons,
            Which::Entries => &files.entries,
            Which::Years => &files.years,
            Which::Rates => &files.rates,
        };
        let (line, column) = (self.line, self.column);
        Box::new(MassError { file: file.clone(), line, column, wrong: self.wrong })
    }
}
