//! Why a rule has no result.

use rakis_model::{Diagnostic, Message};

/// A rule that cannot be applied to its inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The divisor is zero; its name is that of the input.
    #[error("the divisor {0} is zero")]
    ZeroDivisor(&'static str),
    /// The divisor is negative, so that a share of it has no meaning.
    #[error("the divisor {0} is negative")]
    NegativeDivisor(&'static str),
    /// A result or an intermediate value does not fit into 28 digits; nothing is rounded silently.
    #[error("a number is too large or has too many decimals")]
    Overflow,
}

impl Error {
    /// For people.
    pub fn diagnostic(self) -> Diagnostic {
        let message = match self {
            Self::ZeroDivisor(what) => Message::new("control-zero-divisor").with("what", what),
            Self::NegativeDivisor(what) => {
                Message::new("control-negative-divisor").with("what", what)
            }
            Self::Overflow => Message::new("control-overflow"),
        };
        Diagnostic::error(message)
    }
}
