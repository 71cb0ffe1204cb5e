//! States of a defect, and what each means to the program.

use super::word::Word;

/// What a state means to the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Nobody has judged it yet.
    New,
    /// Somebody has to do something.
    Open,
    /// Waits for somebody outside; clocks may pause.
    Waiting,
    /// Said to be fixed in a build; waits for its re-test.
    Fixed,
    /// Re-tested, it passed; waits for what closing needs.
    Confirmed,
    /// Closed for good, until it returns.
    Closed,
    /// No defect after all: not a defect, a duplicate, a fault of the test.
    Dismissed,
}

impl Phase {
    /// The phases as the file writes them.
    pub const WORDS: [Word<Self>; 7] = [
        Word::new(Self::New, "uus", "new"),
        Word::new(Self::Open, "töös", "open"),
        Word::new(Self::Waiting, "ootel", "waiting"),
        Word::new(Self::Fixed, "parandatud", "fixed"),
        Word::new(Self::Confirmed, "kinnitatud", "confirmed"),
        Word::new(Self::Closed, "suletud", "closed"),
        Word::new(Self::Dismissed, "tagasi lükatud", "dismissed"),
    ];

    /// Is there nothing left to mend here, so that the clock to the fix stands?
    pub const fn is_done(self) -> bool {
        matches!(self, Self::Fixed | Self::Confirmed | Self::Closed | Self::Dismissed)
    }

    /// May a defect stay here for good?
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Closed | Self::Dismissed)
    }
}

/// A state of a defect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Its name, which is also what commands take: `registreeritud`.
    pub name: String,
    /// What it means to people.
    pub description: String,
    /// What it means to the program.
    pub phase: Phase,
    /// Does the clock to the first reaction run here?
    pub reaction_runs: bool,
    /// Does the clock to the fix run here?
    pub fix_runs: bool,
}
