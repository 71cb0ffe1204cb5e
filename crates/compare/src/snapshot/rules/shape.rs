//! Shapes that volatile values must have.

use regex::Regex;

use super::super::{moment, moment::Window, number};

/// What a value must look like, when what it is may change from run to run.
#[derive(Clone, Debug)]
pub(crate) enum Shape {
    /// A day that exists.
    Date,
    /// A moment.
    Moment,
    /// A moment between the start of the scenario and now.
    DuringRun,
    /// A UUID; the same one keeps its number.
    Uuid,
    /// Any number.
    Number,
    /// An amount with two decimals.
    Amount,
    /// Any text or number that is not empty; the same one keeps its number.
    Id,
    /// A text that matches as a whole.
    Pattern(Regex, String),
}

impl Shape {
    /// Does the text have this shape?
    pub(crate) fn fits(&self, text: &str, window: Window) -> bool {
        match self {
            Self::Date => moment::is_date(text),
            Self::Moment => moment::is_moment(text),
            Self::DuringRun => moment::is_within(text, window),
            Self::Uuid => is_uuid(text),
            Self::Number => number::parse(text).is_some(),
            Self::Amount => number::is_amount(text),
            Self::Id => !text.trim().is_empty(),
            Self::Pattern(regex, _) => regex.is_match(text),
        }
    }

    /// The word that stands for such a value, without brackets; for an identity its beginning.
    pub(crate) const fn word(&self) -> &'static str {
        match self {
            Self::Date => "kuupäev",
            Self::Moment => "aeg",
            Self::DuringRun => "aeg käivituse ajal",
            Self::Uuid => "UUID",
            Self::Number => "arv",
            Self::Amount => "summa",
            Self::Id => "TUNNUS",
            Self::Pattern(..) => "muster",
        }
    }

    /// Does the placeholder keep apart which value it is?
    pub(crate) const fn keeps_identity(&self) -> bool {
        matches!(self, Self::Uuid | Self::Id)
    }

    /// Is a JSON number the usual way to write such a value?
    pub(crate) const fn is_numeric(&self) -> bool {
        matches!(self, Self::Number | Self::Amount)
    }
}

/// 8-4-4-4-12 hexadecimal digits (RFC 9562).
fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
        && groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
