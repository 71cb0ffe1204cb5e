//! A validity period in whole days, both ends included, as the database and the answers write it.

use serde_json::Value;

use crate::clock::Moment;
use crate::error::Failure;
use crate::refusals;

/// The last day of a period that has no end. ISO dates compare as text, so this is later than any real date.
pub(crate) const NO_END: &str = "9999-12-31";

/// From one ISO date to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Period {
    pub(crate) from: String,
    /// [`NO_END`] when there is none.
    pub(crate) to: String,
}

impl Period {
    /// From what a request gave: no beginning is today, no end is none.
    pub(crate) fn asked(
        from: Option<String>,
        to: Option<String>,
        now: &Moment,
    ) -> Result<Self, Failure> {
        Self {
            from: from.unwrap_or_else(|| now.today()),
            to: to.unwrap_or_else(|| NO_END.to_owned()),
        }
        .checked()
    }

    /// The same period, when it does not end before it begins.
    pub(crate) fn checked(self) -> Result<Self, Failure> {
        if self.from > self.to { Err(refusals::PERIOD_REVERSED.into()) } else { Ok(self) }
    }

    /// As the log writes it: `2026-01-01..2026-12-31`, `2026-01-01..` without an end.
    pub(crate) fn text(&self) -> String {
        let to = if self.to == NO_END { "" } else { &self.to };
        format!("{}..{to}", self.from)
    }
}

/// An end date in an answer: `null` when there is none.
pub(crate) fn end_json(to: &str) -> Value {
    if to == NO_END { Value::Null } else { Value::from(to) }
}
