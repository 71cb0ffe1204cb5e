//! Escalation: who is told when a clock has run so far.

use super::word::Word;

/// Which clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClockKind {
    /// To the first reaction.
    Reaction,
    /// To the fix.
    Fix,
}

impl ClockKind {
    /// The clocks as the file writes them.
    pub const WORDS: [Word<Self>; 2] = [
        Word::new(Self::Reaction, "reageerimine", "reaction"),
        Word::new(Self::Fix, "lahendamine", "fix"),
    ];
}

/// One level: at this share of a clock these people are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Escalation {
    /// The clock it is about; both when absent.
    pub clock: Option<ClockKind>,
    /// Share of the agreed time that has run, in percent; more than 100 is after the time.
    pub percent: i64,
    /// Names of the roles that are told.
    pub roles: Vec<String>,
    /// Is the party that has the defect told, at its contact?
    pub party: bool,
}

impl Escalation {
    /// Is it about this clock?
    pub fn is_about(&self, clock: ClockKind) -> bool {
        self.clock.is_none_or(|own| own == clock)
    }
}
