//! A secret value, which no `Debug` shows.

use std::fmt;

/// A secret value.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Takes a value under cover.
    pub const fn new(value: String) -> Self {
        Self(value)
    }

    /// The value, for the request it is sent in.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[saladus]")
    }
}
