//! What the program's exit code says.

/// Exit codes of `rakis`; the numbers are a promise to CI.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// All passed.
    Passed = 0,
    /// Wrong use of the command line.
    Usage = 1,
    /// A specification, feature or setting is invalid; nothing ran.
    Invalid = 2,
    /// The environment could not be reached, or the run itself broke.
    Broken = 3,
    /// Acceptance failed: a value differs from what was required.
    Failed = 4,
    /// Features are not in step with the specifications (`derive --check`).
    OutOfSync = 5,
    /// A reconciliation found differences.
    Differences = 6,
    /// Interrupted by Ctrl-C.
    Interrupted = 130,
}

impl Exit {
    /// All codes with the key of their explanation in the words.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::Passed, "exit-passed"),
        (Self::Usage, "exit-usage"),
        (Self::Invalid, "exit-invalid"),
        (Self::Broken, "exit-broken"),
        (Self::Failed, "exit-failed"),
        (Self::OutOfSync, "exit-out-of-sync"),
        (Self::Differences, "exit-differences"),
        (Self::Interrupted, "exit-interrupted"),
    ];

    /// The number handed to the shell.
    pub const fn code(self) -> u8 {
        self as u8
    }
}
