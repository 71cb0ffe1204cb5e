//! Where the values of environment variables come from: only the binary may read them.

/// Environment variables, handed in by the binary.
pub trait Lookup {
    /// The value of a variable; `None` when it is not set.
    fn variable(&self, name: &str) -> Option<String>;
}

impl<F: Fn(&str) -> Option<String>> Lookup for F {
    fn variable(&self, name: &str) -> Option<String> {
        self(name)
    }
}
