//! Two canonical XML documents under rules: every deviation with its path.

use std::collections::{BTreeMap, BTreeSet};

use rakis_model::{Difference, Failure, failure::DifferenceKind};
use rust_decimal::Decimal;

use super::{
    element::{Child, Element, Name, Value},
    not_xml, read,
};
use crate::snapshot::{
    Rules, leaf, number,
    rules::{At, Edge, Rule},
};

/// Every deviation of `actual` from `expected`; both are canonical texts.
///
/// # Errors
/// [`Failure`] when a text is no XML.
pub(crate) fn compare(
    expected: &str,
    actual: &str,
    rules: &Rules,
) -> Result<Vec<Difference>, Box<Failure>> {
    let read = |text: &str| read::read(text).map_err(|reason| not_xml(&reason));
    let mut comparing = Comparing { out: Vec::new() };
    comparing.children("", &read(expected)?, &read(actual)?, &At::start(rules));
    Ok(comparing.out)
}

/// The step to the n-th of so many siblings of one name, from 1 as in XPath.
pub(super) fn numbered(name: &Name, index: usize, of: usize) -> String {
    if of > 1 { format!("/{}[{}]", name.local, index + 1) } else { format!("/{}", name.local) }
}

pub(super) fn item(name: &Name, key: &str, twin: usize) -> String {
    match twin {
        0 => format!("/{}[{key}]", name.local),
        twin => format!("/{}[{key}][{}]", name.local, twin + 1),
    }
}

pub(super) fn key(element: &Element, fields: &[String]) -> String {
    let part = |field: &String| match element.field(field) {
        Some(Value::Text(text)) => format!("{field}=\"{text}\""),
        _ => format!("{field}=–"),
    };
    fields.iter().map(part).collect::<Vec<_>>().join(", ")
}

struct Comparing {
    out: Vec<Difference>,
}

impl Comparing {
    fn element(&mut self, path: &str, left: &Element, right: &Element, at: &At<'_>) {
        self.attributes(path, left, right, at);
        if left.is_leaf() && right.is_leaf() {
            if !leaf::same(left.text(), right.text(), at.known()) {
                self.changed(path.to_owned(), left.text().to_owned(), right.text().to_owned());
            }
        } else if left.is_mixed() || right.is_mixed() || left.is_leaf() != right.is_leaf() {
            let (old, new) = (inner(left), inner(right));
            if old != new {
                self.changed(path.to_owned(), old, new);
            }
        } else {
            self.children(path, left, right, at);
        }
    }

    fn attributes(&mut self, path: &str, left: &Element, right: &Element, at: &At<'_>) {
        let map = |element: &Element| {
            element.attributes.iter().cloned().collect::<BTreeMap<Name, Value>>()
        };
        let (left, right) = (map(left), map(right));
        let names: BTreeSet<&Name> = left.keys().chain(right.keys()).collect();
        for name in names {
            let path = format!("{path}/@{}", name.local);
            match (left.get(name).map(text), right.get(name).map(text)) {
                (Some(old), Some(new)) => {
                    if !leaf::same(&old, &new, at.go(Edge::Attribute(&name.local)).known()) {
                        self.changed(path, old, new);
                    }
                }
                (old, new) => self.one_sided(path, old, new),
            }
        }
    }

    fn children(&mut self, path: &str, left: &Element, right: &Element, at: &At<'_>) {
        let mut groups: Vec<(&Name, Vec<&Element>, Vec<&Element>)> = Vec::new();
        let mut places: BTreeMap<&Name, usize> = BTreeMap::new();
        for (is_new, element) in
            left.elements().map(|one| (false, one)).chain(right.elements().map(|one| (true, one)))
        {
            let place = *places.entry(&element.name).or_insert_with(|| {
                groups.push((&element.name, Vec::new(), Vec::new()));
                groups.len() - 1
            });
            let group = &mut groups[place];
            if is_new { group.2.push(element) } else { group.1.push(element) }
        }
        let balanced = groups.iter().all(|(_, left, right)| left.len() == right.len());
        for (name, left, right) in &groups {
            let below = at.go(Edge::Key(&name.local));
            match below.known() {
                Some(Rule::Key(fields)) => self.keyed(path, left, right, &below, fields),
                Some(Rule::AnyOrder) => self.bag(path, left, right, &below),
                _ => self.sequence(path, left, right, &below),
            }
        }
        let order = |element: &Element| {
            element.elements().map(|one| one.name.local.clone()).collect::<Vec<_>>().join(", ")
        };
        if balanced && order(left) != order(right) {
            self.changed(format!("{path}/*, järjekord"), order(left), order(right));
        }
    }

    fn sequence(&mut self, path: &str, left: &[&Element], right: &[&Element], at: &At<'_>) {
        let count = left.len().max(right.len());
        for index in 0..count {
            let (old, new) = (left.get(index).copied(), right.get(index).copied());
            let Some(name) = old.or(new).map(|one| &one.name) else { continue };
            self.pair(format!("{path}{}", numbered(name, index, count)), old, new, at);
        }
    }

    fn keyed(
        &mut self,
        path: &str,
        left: &[&Element],
        right: &[&Element],
        at: &At<'_>,
        fields: &[String],
    ) {
        let mut found: BTreeMap<String, (Vec<&Element>, Vec<&Element>)> = BTreeMap::new();
        for element in left {
            found.entry(key(element, fields)).or_default().0.push(element);
        }
        for element in right {
            found.entry(key(element, fields)).or_default().1.push(element);
        }
        for (key, (left, right)) in found {
            for twin in 0..left.len().max(right.len()) {
                let (old, new) = (left.get(twin).copied(), right.get(twin).copied());
                let Some(name) = old.or(new).map(|one| &one.name) else { continue };
                self.pair(format!("{path}{}", item(name, &key, twin)), old, new, at);
            }
        }
    }

    fn bag(&mut self, path: &str, left: &[&Element], right: &[&Element], at: &At<'_>) {
        type Members = Vec<(Vec<Decimal>, usize)>;
        let mut groups: BTreeMap<String, (Members, Members)> = BTreeMap::new();
        for (index, element) in left.iter().enumerate() {
            let mut numbers = Vec::new();
            let text = exact(element, at, &mut numbers);
            groups.entry(text).or_default().0.push((numbers, index));
        }
        for (index, element) in right.iter().enumerate() {
            let mut numbers = Vec::new();
            let text = exact(element, at, &mut numbers);
            groups.entry(text).or_default().1.push((numbers, index));
        }
        let mut pairs = Vec::new();
        for (mut old, mut new) in groups.into_values() {
            old.sort();
            new.sort();
            let at = |members: &Members, index: usize| members.get(index).map(|one| one.1);
            let longest = old.len().max(new.len());
            pairs.extend((0..longest).map(|index| (at(&old, index), at(&new, index))));
        }
        pairs.sort_unstable_by_key(|(old, new)| (old.is_none(), *old, *new));
        let count = left.len().max(right.len());
        for (old, new) in pairs {
            let index = old.or(new).unwrap_or_default();
            let (old, new) = (old.map(|at| left[at]), new.map(|at| right[at]));
            let Some(name) = old.or(new).map(|one| &one.name) else { continue };
            self.pair(format!("{path}{}", numbered(name, index, count)), old, new, at);
        }
    }

    fn pair(&mut self, path: String, old: Option<&Element>, new: Option<&Element>, at: &At<'_>) {
        match (old, new) {
            (Some(old), Some(new)) => self.element(&path, old, new, at),
            (old, new) => self.one_sided(path, old.map(outer), new.map(outer)),
        }
    }

    fn one_sided(&mut self, path: String, expected: Option<String>, actual: Option<String>) {
        let kind = if actual.is_none() { DifferenceKind::Missing } else { DifferenceKind::Extra };
        self.out.push(Difference { path, kind, expected, actual });
    }

    fn changed(&mut self, path: String, expected: String, actual: String) {
        let (expected, actual) = (Some(expected), Some(actual));
        self.out.push(Difference { path, kind: DifferenceKind::Changed, expected, actual });
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Name(name) => written(name),
        Value::Mark(..) | Value::Wrong(..) => String::new(),
    }
}

/// A name with its namespace, as `{…}local`.
fn written(name: &Name) -> String {
    if name.namespace.is_empty() {
        name.local.clone()
    } else {
        format!("{{{}}}{}", name.namespace, name.local)
    }
}

/// An element on one line, with names as [`written`].
fn outer(element: &Element) -> String {
    let mut out = format!("<{}", written(&element.name));
    for (name, value) in &element.attributes {
        out.push_str(&format!(" {}={:?}", written(name), text(value)));
    }
    format!("{out}>{}</>", inner(element))
}

fn inner(element: &Element) -> String {
    let child = |child: &Child| match child {
        Child::Element(element) => outer(element),
        Child::Text(value) => text(value).replace('<', "&lt;"),
    };
    element.children.iter().map(child).collect()
}

/// All of an element that must be equal; numbers that may differ are put aside.
fn exact(element: &Element, at: &At<'_>, numbers: &mut Vec<Decimal>) -> String {
    let mut value = |text: &str, at: &At<'_>| match (at.known(), number::parse(text)) {
        (Some(Rule::Tolerance(_)), Some(number)) => {
            numbers.push(number);
            "~".to_owned()
        }
        _ => format!("{text:?}"),
    };
    let mut out = format!("<{}", written(&element.name));
    for (name, found) in &element.attributes {
        let at = at.go(Edge::Attribute(&name.local));
        out.push_str(&format!(" {}={}", written(name), value(&text(found), &at)));
    }
    out.push('>');
    if element.is_leaf() {
        out.push_str(&value(element.text(), at));
        return out;
    }
    // Siblings whose order is free are sorted by themselves, within their name.
    let mut free: BTreeMap<&Name, Vec<String>> = BTreeMap::new();
    for child in &element.children {
        match child {
            Child::Text(found) => out.push_str(&text(found)),
            Child::Element(child) => {
                let below = at.go(Edge::Key(&child.name.local));
                let text = exact(child, &below, numbers);
                if matches!(below.known(), Some(Rule::Key(_) | Rule::AnyOrder)) {
                    free.entry(&child.name).or_default().push(text);
                } else {
                    out.push_str(&text);
                }
            }
        }
    }
    for mut texts in free.into_values() {
        texts.sort();
        out.push_str(&texts.concat());
    }
    out
}
