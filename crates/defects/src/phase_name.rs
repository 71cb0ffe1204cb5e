//! Phases as the register writes them into its log and tables: fixed English words.

use serde::{Deserialize, Deserializer, Serializer};

use crate::procedure::Phase;

const NAMES: [(Phase, &str); 7] = [
    (Phase::New, "new"),
    (Phase::Open, "open"),
    (Phase::Waiting, "waiting"),
    (Phase::Fixed, "fixed"),
    (Phase::Confirmed, "confirmed"),
    (Phase::Closed, "closed"),
    (Phase::Dismissed, "dismissed"),
];

/// The word of a phase.
pub(crate) fn name(phase: Phase) -> &'static str {
    NAMES.iter().find(|(one, _)| *one == phase).map_or("new", |(_, name)| name)
}

/// Is a defect in it done with, so that it is not among the open ones?
pub(crate) const fn is_over(phase: Phase) -> bool {
    matches!(phase, Phase::Closed | Phase::Dismissed)
}

pub(crate) fn serialize<S: Serializer>(phase: &Phase, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(name(*phase))
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Phase, D::Error> {
    let word = String::deserialize(from)?;
    let found = NAMES.iter().find(|(_, name)| *name == word);
    found.map(|(phase, _)| *phase).ok_or_else(|| serde::de::Error::custom(word))
}
