//! Classes: priorities and causes.

/// A class of something, with its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// Its name: `kood`.
    pub name: String,
    /// What it means.
    pub description: String,
}
