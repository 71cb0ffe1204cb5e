//! What makes a table unfit to be compared, with its file, row and column.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use rakis_model::{Message, redact::Redactor};
use serde::{Deserialize, Serialize};

use super::layout::Hand;

/// One mistake of a table or of the wishes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The file; empty when a wish is wrong.
    pub file: String,
    /// The row, as a spreadsheet counts it: the header is 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u64>,
    /// Name of the column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// What is wrong.
    pub message: Message,
    /// What to do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<Message>,
}

impl Problem {
    pub(crate) fn new(file: &str, message: Message) -> Self {
        Self { file: file.to_owned(), row: None, column: None, message, hint: None }
    }

    #[must_use]
    pub(crate) fn row(self, row: u64) -> Self {
        Self { row: Some(row), ..self }
    }

    #[must_use]
    pub(crate) fn column(self, column: &str) -> Self {
        Self { column: Some(column.to_owned()), ..self }
    }

    #[must_use]
    pub(crate) fn hint(self, hint: Message) -> Self {
        Self { hint: Some(hint), ..self }
    }
}

/// Table, row and column (times 16, so that several fit in).
type Spot = (Hand, u64, usize);

/// All that was found wrong: the first ones in the order of files and rows, and how many.
#[derive(Debug)]
pub(crate) struct Problems {
    found: Mutex<(BTreeMap<Spot, Problem>, u64)>,
    keep: usize,
}

impl Problems {
    pub(crate) fn new(keep: usize) -> Self {
        Self { found: Mutex::new((BTreeMap::new(), 0)), keep: keep.max(1) }
    }

    /// One more, of a row (0: of the whole file) and the index of a column.
    pub(crate) fn add(&self, hand: Hand, column: usize, problem: Problem) {
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        found.1 += 1;
        let row = problem.row.unwrap_or_default();
        // Several of one place stand one after the other.
        let mut place = (hand, row, column * 16);
        while found.0.contains_key(&place) {
            place.2 += 1;
        }
        found.0.insert(place, problem);
        if found.0.len() > self.keep {
            found.0.pop_last();
        }
    }

    /// Further ones that are only counted.
    pub(crate) fn count(&self, more: u64) {
        self.found.lock().unwrap_or_else(PoisonError::into_inner).1 += more;
    }

    pub(crate) fn any(&self) -> bool {
        self.found.lock().unwrap_or_else(PoisonError::into_inner).1 > 0
    }

    /// All of them as an error, if there is any.
    pub(crate) fn check(&self, redactor: &Redactor) -> Result<(), super::Error> {
        let found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        if found.1 == 0 {
            return Ok(());
        }
        let problems = found.0.values().cloned().map(|one| clean(one, redactor)).collect();
        Err(super::Error::Input { problems, count: found.1 })
    }
}

fn clean(mut problem: Problem, redactor: &Redactor) -> Problem {
    for (_, value) in &mut problem.message.args {
        *value = redactor.apply(value).into_owned();
    }
    if let Some(column) = &mut problem.column {
        *column = redactor.apply(column).into_owned();
    }
    problem
}
