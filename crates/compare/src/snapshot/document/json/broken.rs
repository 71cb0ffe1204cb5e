//! Values that lack the shape a rule demands, as differences with their paths.

use std::collections::BTreeMap;

use rakis_model::{Difference, failure::DifferenceKind};

use super::{
    compare::{Part, Path},
    pairing,
    tree::{Tree, quoted},
    write::Wrong,
};
use crate::snapshot::{
    Rules,
    rules::{At, Edge, Rule},
};

/// The differences of a canonical value; `wrong` is in the order of its text. One walk, however
/// many there are.
pub(crate) fn broken(whole: &Tree<'_>, rules: &Rules, wrong: &[Wrong]) -> Vec<Difference> {
    let mut out = Vec::with_capacity(wrong.len());
    walk(&Path::Root, whole, &At::start(rules), 0, wrong, &mut out);
    out
}

fn walk(
    path: &Path<'_>,
    value: &Tree<'_>,
    at: &At<'_>,
    depth: usize,
    mut wrong: &[Wrong],
    out: &mut Vec<Difference>,
) {
    let keys = match (value, at.known()) {
        (Tree::List(items), Some(Rule::Key(fields))) => Some(twins(items, fields)),
        _ => None,
    };
    while let Some(first) = wrong.first() {
        let Some(&index) = first.way.get(depth) else {
            out.push(difference(path, value, first.word));
            wrong = &wrong[1..];
            continue;
        };
        let same = wrong.iter().take_while(|one| one.way.get(depth) == Some(&index)).count();
        let (inside, rest) = wrong.split_at(same);
        wrong = rest;
        let (part, below, at) = match value {
            Tree::Object(pairs) => {
                let Some((key, below)) = pairs.get(index) else { continue };
                (Part::Key(key), below, at.go(Edge::Key(key)))
            }
            Tree::List(items) => {
                let Some(below) = items.get(index) else { continue };
                let free = matches!(at.known(), Some(Rule::Key(_) | Rule::AnyOrder));
                let part = match &keys {
                    Some(keys) => Part::Item(&keys[index].0, keys[index].1),
                    None => Part::Index(index),
                };
                (part, below, at.go(Edge::Item((!free).then_some(index))))
            }
            _ => continue,
        };
        walk(&Path::Below(path, part), below, &at, depth + 1, inside, out);
    }
}

fn difference(path: &Path<'_>, value: &Tree<'_>, word: &str) -> Difference {
    Difference {
        path: path.to_string(),
        kind: DifferenceKind::Changed,
        expected: Some(quoted(&format!("[{word}]"))),
        actual: Some(value.to_string()),
    }
}

/// The key of each item, and how many with the same one stand before it.
fn twins(items: &[Tree<'_>], fields: &[String]) -> Vec<(String, usize)> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    items
        .iter()
        .map(|item| {
            let key = pairing::key(item, fields);
            let count = seen.entry(key.clone()).or_default();
            *count += 1;
            (key, *count - 1)
        })
        .collect()
}
