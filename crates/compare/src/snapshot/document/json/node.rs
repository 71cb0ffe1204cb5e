//! A JSON value in which volatile values are marked.

use serde_json::Number;

/// A value on its way to the canonical text.
#[derive(Debug)]
pub(crate) enum Node {
    /// As received.
    Null,
    /// As received.
    Bool(bool),
    /// As received, with its digits.
    Number(Number),
    /// As received.
    Text(String),
    /// A volatile value of the right shape.
    Mark(Mark),
    /// A value that lacks the shape a rule demands; the word of the shape.
    Wrong(Box<Self>, &'static str),
    /// A list, with what is known of its order.
    List(Vec<Self>, Order),
    /// An object.
    Object(Vec<(String, Self)>),
}

/// What stands for a volatile value.
#[derive(Debug)]
pub(crate) struct Mark {
    /// The word, e.g. `kuupäev`; for an identity its beginning.
    pub(crate) word: &'static str,
    /// The value, where it must stay the same one.
    pub(crate) identity: Option<String>,
    /// What is added so that a number and a text stay apart.
    pub(crate) suffix: &'static str,
}

/// The order of a list.
#[derive(Debug)]
pub(crate) enum Order {
    /// Matters.
    Kept,
    /// Is that of these fields of the items.
    ByKey(Vec<String>),
    /// Does not matter.
    Free,
}

impl Node {
    /// The value at a field of an item; `isik.kood` goes down two levels.
    pub(crate) fn field(&self, name: &str) -> Option<&Self> {
        name.split('.').try_fold(self, |node, part| match node {
            Self::Object(pairs) => pairs.iter().find(|(key, _)| key == part).map(|(_, at)| at),
            _ => None,
        })
    }
}
