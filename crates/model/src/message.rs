//! A sentence for people that is not yet in any language: a key and its arguments.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// A key of a `words/*.ftl` file and the values to put in.
///
/// It travels in diagnostics and in the run record, so that one record reads in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Key in the Fluent files, e.g. `yaml-unknown-key`.
    pub key: Cow<'static, str>,
    /// Named arguments, in the order they were given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(Cow<'static, str>, String)>,
}

impl Message {
    /// A sentence without arguments.
    pub const fn new(key: &'static str) -> Self {
        Self { key: Cow::Borrowed(key), args: Vec::new() }
    }

    /// Adds one argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((Cow::Borrowed(name), value.to_string()));
        self
    }
}
