//! How one scenario ended.

use serde::{Deserialize, Serialize};

/// The outcome of a scenario (design page §2). There is no outcome between these.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Every step ran and every check held.
    Passed,
    /// Left out on purpose, with a reason (e.g. `@manual`).
    Skipped,
    /// Selected, but never started (interrupted, fail-fast).
    #[default]
    NotRun,
    /// Every check held although a defect of this scenario is open.
    UnexpectedPass,
    /// A value differs from what was required, by an open defect whose waiver is in force. Counted
    /// apart: never a pass.
    Known,
    /// A value differs from what was required.
    Failed,
    /// The environment did not answer, or answered what no check could read.
    Broken,
    /// The test itself is wrong: an undefined or ambiguous step, a panic in a step.
    Invalid,
}

impl Outcome {
    /// All outcomes, worst last.
    pub const ALL: [Self; 8] = [
        Self::Passed,
        Self::Skipped,
        Self::NotRun,
        Self::UnexpectedPass,
        Self::Known,
        Self::Failed,
        Self::Broken,
        Self::Invalid,
    ];

    /// Key of its name in the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Passed => "outcome-passed",
            Self::Skipped => "outcome-skipped",
            Self::NotRun => "outcome-not-run",
            Self::Known => "outcome-known",
            Self::UnexpectedPass => "outcome-unexpected-pass",
            Self::Failed => "outcome-failed",
            Self::Broken => "outcome-broken",
            Self::Invalid => "outcome-invalid",
        }
    }

    /// Does it stand against acceptance by itself?
    pub const fn is_bad(self) -> bool {
        match self {
            Self::Failed | Self::Broken | Self::Invalid => true,
            Self::Passed | Self::Skipped | Self::NotRun | Self::Known | Self::UnexpectedPass => {
                false
            }
        }
    }
}
