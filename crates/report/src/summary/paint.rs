//! Colours of the terminal, when they are wanted.

use rakis_model::Outcome;

/// Paints, or leaves the text as it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paint {
    pub(super) color: bool,
}

impl Paint {
    /// In the colour of an outcome.
    pub(super) fn outcome(self, outcome: Outcome, text: &str) -> String {
        let code = match outcome {
            Outcome::Passed => "32",
            Outcome::Known => "33",
            Outcome::UnexpectedPass => "36",
            Outcome::Failed => "1;31",
            Outcome::Broken => "1;35",
            Outcome::Invalid => "1;33",
            Outcome::Skipped | Outcome::NotRun => "2",
        };
        self.with(code, text)
    }

    /// Bold, for headings.
    pub(super) fn strong(self, text: &str) -> String {
        self.with("1", text)
    }

    /// Blue, for the frame of an excerpt.
    pub(super) fn frame(self, text: &str) -> String {
        self.with("34", text)
    }

    fn with(self, code: &str, text: &str) -> String {
        match self.color {
            true => format!("\u{1b}[{code}m{text}\u{1b}[0m"),
            false => text.to_owned(),
        }
    }
}
