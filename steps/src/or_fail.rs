//! Ending a step that does not hold, so that its reason reaches the run record as data.

use rakis_model::Failure;

/// Ends the step: the runner reads the [`Failure`] back from the panic.
pub(crate) fn fail(failure: Failure) -> ! {
    std::panic::panic_any(failure)
}

/// The value, or the end of the step.
pub(crate) trait OrFail<T> {
    /// The value; a failure ends the step by [`fail`].
    fn or_fail(self) -> T;
}

impl<T> OrFail<T> for Result<T, Box<Failure>> {
    fn or_fail(self) -> T {
        self.unwrap_or_else(|failure| fail(*failure))
    }
}
