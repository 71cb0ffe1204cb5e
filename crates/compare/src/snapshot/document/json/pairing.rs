//! Which items of two lists with a free order belong together.

use super::tree::{Tree, quoted};
use crate::{
    decimal,
    snapshot::{
        number,
        rules::{At, Edge, Rule},
    },
};
use rust_decimal::Decimal;

/// The key fields of an item as a path shows them: `roll="arveldaja", aasta=2026`.
pub(crate) fn key(item: &Tree<'_>, fields: &[String]) -> String {
    let part = |field: &String| {
        let value = field.split('.').try_fold(item, |value, part| value.get(part));
        match value {
            Some(Tree::Number(number)) => format!("{field}={}", decimal::normal(number)),
            Some(value) => format!("{field}={value}"),
            None => format!("{field}=–"),
        }
    };
    fields.iter().map(part).collect::<Vec<_>>().join(", ")
}

/// An item of a bag: the numbers that may differ, and where it stands.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Member {
    numbers: Vec<Decimal>,
    /// Its position in the list.
    pub(crate) index: usize,
}

/// An item and all of it that must be equal, as text.
pub(crate) fn member(index: usize, item: &Tree<'_>, at: &At<'_>) -> (String, Member) {
    let mut numbers = Vec::new();
    let text = exact(item, at, &mut numbers);
    (text, Member { numbers, index })
}

fn exact(value: &Tree<'_>, at: &At<'_>, numbers: &mut Vec<Decimal>) -> String {
    let text = match value {
        Tree::Number(number) => number.clone(),
        Tree::Text(text) => text.to_string(),
        _ => String::new(),
    };
    if let (Some(Rule::Tolerance(_)), Some(found)) = (at.known(), number::parse(&text)) {
        numbers.push(found);
        return if matches!(value, Tree::Number(_)) { "~" } else { "\"~" }.to_owned();
    }
    match value {
        Tree::Number(number) => decimal::normal(number),
        Tree::List(items) => {
            let free = matches!(at.known(), Some(Rule::Key(_) | Rule::AnyOrder));
            let mut parts: Vec<String> = items
                .iter()
                .enumerate()
                .map(|(index, item)| {
                    exact(item, &at.go(Edge::Item((!free).then_some(index))), numbers)
                })
                .collect();
            if free {
                parts.sort();
            }
            format!("[{}]", parts.join(","))
        }
        Tree::Object(pairs) => {
            let mut parts: Vec<String> = pairs
                .iter()
                .map(|(key, value)| {
                    let value = exact(value, &at.go(Edge::Key(key)), numbers);
                    format!("{}:{value}", quoted(key))
                })
                .collect();
            parts.sort();
            format!("{{{}}}", parts.join(","))
        }
        other => other.to_string(),
    }
}
