//! Values that lack the shape a rule demands, as differences with their paths.

use std::collections::BTreeMap;

use rakis_model::{Difference, failure::DifferenceKind};

use super::{
    compare::{item, key, numbered},
    element::{Element, Name},
    write::Wrong,
};
use crate::snapshot::{
    Rules,
    rules::{At, Edge, Rule},
};

/// The differences of a canonical document; `wrong` is in the order of its text. One walk,
/// however many there are.
pub(crate) fn broken(document: &Element, rules: &Rules, wrong: &[Wrong]) -> Vec<Difference> {
    let mut out = Vec::with_capacity(wrong.len());
    walk("", document, &At::start(rules), 0, wrong, &mut out);
    out
}

fn walk(
    path: &str,
    element: &Element,
    at: &At<'_>,
    depth: usize,
    mut wrong: &[Wrong],
    out: &mut Vec<Difference>,
) {
    let deeper = wrong.iter().any(|one| one.way.len() > depth);
    let steps = if deeper { steps(element, at) } else { Vec::new() };
    while let Some(first) = wrong.first() {
        let Some(&index) = first.way.get(depth) else {
            let attribute = first.attribute.as_ref().map(|name| format!("/@{name}"));
            out.push(Difference {
                path: format!("{path}{}", attribute.unwrap_or_default()),
                kind: DifferenceKind::Changed,
                expected: Some(format!("[{}]", first.word)),
                actual: Some(first.actual.clone()),
            });
            wrong = &wrong[1..];
            continue;
        };
        let same = wrong.iter().take_while(|one| one.way.get(depth) == Some(&index)).count();
        let (inside, rest) = wrong.split_at(same);
        wrong = rest;
        if let Some((step, below)) = steps.get(index) {
            let at = at.go(Edge::Key(&below.name.local));
            walk(&format!("{path}{step}"), below, &at, depth + 1, inside, out);
        }
    }
}

/// Every element within, and the step to it.
fn steps<'e>(element: &'e Element, at: &At<'_>) -> Vec<(String, &'e Element)> {
    let mut counts: BTreeMap<&Name, usize> = BTreeMap::new();
    for below in element.elements() {
        *counts.entry(&below.name).or_default() += 1;
    }
    let mut seen: BTreeMap<(&Name, String), usize> = BTreeMap::new();
    let step = |below: &'e Element| {
        let next = at.go(Edge::Key(&below.name.local));
        let own = match next.known() {
            Some(Rule::Key(fields)) => Some(key(below, fields)),
            _ => None,
        };
        let before = seen.entry((&below.name, own.clone().unwrap_or_default())).or_default();
        *before += 1;
        let step = match own {
            Some(own) => item(&below.name, &own, *before - 1),
            None => numbered(&below.name, *before - 1, counts[&below.name]),
        };
        (step, below)
    };
    element.elements().map(step).collect()
}
