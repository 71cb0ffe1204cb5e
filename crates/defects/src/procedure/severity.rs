//! Severity classes with the times the contract sets for them.

/// A severity with the times agreed for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Severity {
    /// Its name: `kriitiline`.
    pub name: String,
    /// What it means.
    pub description: String,
    /// Minutes until somebody must have reacted.
    pub reaction_minutes: i64,
    /// Minutes until it must be fixed.
    pub fix_minutes: i64,
    /// Do the minutes count around the clock, or only in working time?
    pub around_the_clock: bool,
    /// May a defect of this severity be waived?
    pub waivable: bool,
}
