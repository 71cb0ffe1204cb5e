//! Transitions: what leads from state to state, who may take it, what it asks for.

use super::word::{Word, estonian};

/// What the program itself may do without a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trigger {
    /// The scenario passed in a build at or after the fix.
    RetestPassed,
    /// The scenario failed in a build at or after the fix, before the defect was closed.
    RetestFailed,
    /// A closed or dismissed defect was seen again in a build at or after the fix.
    Recurred,
    /// Everything that closing needs is there.
    Complete,
}

impl Trigger {
    /// The triggers as the file writes them.
    pub const WORDS: [Word<Self>; 4] = [
        Word::new(Self::RetestPassed, "kordustest läbitud", "retest passed"),
        Word::new(Self::RetestFailed, "kordustest ebaõnnestunud", "retest failed"),
        Word::new(Self::Recurred, "viga kordus", "recurred"),
        Word::new(Self::Complete, "sulgemiseks valmis", "ready to close"),
    ];

    /// Its Estonian word.
    pub fn name(self) -> &'static str {
        estonian(&Self::WORDS, &self)
    }
}

/// What a transition asks for beside the right role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// A sentence that says why.
    Reason,
    /// A severity.
    Severity,
    /// A priority.
    Priority,
    /// A party, and so somebody to mend it.
    Party,
    /// A person.
    Assignee,
    /// The build the fix is or will be in.
    FixedIn,
    /// A class of cause and a sentence about it.
    Cause,
    /// A scenario that failed before the fix and passed after it: both runs are in the register.
    Regression,
    /// A defect it is a duplicate of.
    Duplicate,
}

impl Need {
    /// What may be asked for, as the file writes it.
    pub const WORDS: [Word<Self>; 9] = [
        Word::new(Self::Reason, "selgitus", "reason"),
        Word::new(Self::Severity, "raskusaste", "severity"),
        Word::new(Self::Priority, "prioriteet", "priority"),
        Word::new(Self::Party, "osapool", "party"),
        Word::new(Self::Assignee, "vastutaja", "assignee"),
        Word::new(Self::FixedIn, "parandusega versioon", "fixed in"),
        Word::new(Self::Cause, "põhjus", "cause"),
        Word::new(Self::Regression, "regressioonistsenaarium", "regression scenario"),
        Word::new(Self::Duplicate, "algne viga", "original defect"),
    ];

    /// Its Estonian word.
    pub fn name(self) -> &'static str {
        estonian(&Self::WORDS, &self)
    }
}

/// A permitted way from one state to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transition {
    /// Its name for people: `võta töösse`.
    pub name: String,
    /// States it leads from.
    pub from: Vec<String>,
    /// State it leads to.
    pub to: String,
    /// Names of the roles that may take it; empty when only the program does.
    pub roles: Vec<String>,
    /// What it asks for.
    pub needs: Vec<Need>,
    /// When the program takes it by itself.
    pub trigger: Option<Trigger>,
}

impl Transition {
    /// Does it lead out of this state?
    pub fn leads_from(&self, state: &str) -> bool {
        self.from.iter().any(|from| from == state)
    }

    /// May this role take it by hand?
    pub fn permits(&self, role: &str) -> bool {
        self.roles.iter().any(|one| one == role)
    }
}
