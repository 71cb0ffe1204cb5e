//! Two canonical JSON values under rules: every deviation with its path.

use std::{borrow::Cow, collections::BTreeMap, fmt};

use super::{pairing, tree::Tree};
use crate::{
    decimal, json,
    snapshot::{
        Rules, leaf,
        rules::{At, Edge, Rule},
    },
};
use rakis_model::{Difference, failure::DifferenceKind};

/// Every deviation of `actual` from `expected`; both are canonical.
pub(crate) fn compare(expected: &Tree<'_>, actual: &Tree<'_>, rules: &Rules) -> Vec<Difference> {
    let mut comparing = Comparing { out: Vec::new() };
    comparing.values(&Path::Root, expected, actual, &At::start(rules));
    comparing.out
}

struct Comparing {
    out: Vec<Difference>,
}

/// A path that is only written out where something differs.
pub(super) enum Path<'p> {
    Root,
    Below(&'p Self, Part<'p>),
}

pub(super) enum Part<'p> {
    Key(&'p str),
    Index(usize),
    /// Key fields, and how many items with the same ones stand before.
    Item(&'p str, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => f.write_str("$"),
            Self::Below(above, part) => write!(f, "{above}{part}"),
        }
    }
}

impl fmt::Display for Part<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(key) => f.write_str(&json::key_step(key)),
            Self::Index(index) => write!(f, "[{index}]"),
            Self::Item(key, 0) => write!(f, "[{key}]"),
            Self::Item(key, twin) => write!(f, "[{key}][{twin}]"),
        }
    }
}

impl Comparing {
    fn values(&mut self, path: &Path<'_>, expected: &Tree<'_>, actual: &Tree<'_>, at: &At<'_>) {
        let kind = match (expected, actual) {
            (Tree::Object(expected), Tree::Object(actual)) => {
                return self.objects(path, expected, actual, at);
            }
            (Tree::List(expected), Tree::List(actual)) => {
                return match at.known() {
                    Some(Rule::Key(fields)) => self.keyed(path, expected, actual, at, fields),
                    Some(Rule::AnyOrder) => self.bag(path, expected, actual, at),
                    _ => self.lists(path, expected, actual, at),
                };
            }
            (Tree::Null, Tree::Null) => return,
            (Tree::Bool(left), Tree::Bool(right)) if left == right => return,
            (Tree::Text(left), Tree::Text(right)) => {
                if leaf::same(left, right, at.known()) {
                    return;
                }
                DifferenceKind::Changed
            }
            (Tree::Number(left), Tree::Number(right)) => {
                let near = || leaf::same(left, right, at.known());
                if decimal::same(left, right) || near() {
                    return;
                }
                DifferenceKind::Changed
            }
            (Tree::Bool(_), Tree::Bool(_)) => DifferenceKind::Changed,
            _ => DifferenceKind::Type,
        };
        self.add(path, kind, Some(expected), Some(actual));
    }

    fn objects(
        &mut self,
        path: &Path<'_>,
        expected: &[Pair<'_>],
        actual: &[Pair<'_>],
        at: &At<'_>,
    ) {
        if expected.iter().map(key).eq(actual.iter().map(key)) {
            // As good as always; then nothing need be looked up.
            for ((key, value), (_, found)) in expected.iter().zip(actual) {
                let path = Path::Below(path, Part::Key(key));
                self.values(&path, value, found, &at.go(Edge::Key(key)));
            }
            return;
        }
        let (old, new) = (by_key(expected), by_key(actual));
        for (key, value) in expected {
            let path = Path::Below(path, Part::Key(key));
            match new.get(key.as_ref()) {
                Some(found) => self.values(&path, value, found, &at.go(Edge::Key(key))),
                None => self.add(&path, DifferenceKind::Missing, Some(value), None),
            }
        }
        for (key, value) in actual.iter().filter(|(key, _)| !old.contains_key(key.as_ref())) {
            let path = Path::Below(path, Part::Key(key));
            self.add(&path, DifferenceKind::Extra, None, Some(value));
        }
    }

    fn lists(&mut self, path: &Path<'_>, expected: &[Tree<'_>], actual: &[Tree<'_>], at: &At<'_>) {
        for index in 0..expected.len().max(actual.len()) {
            let path = Path::Below(path, Part::Index(index));
            let below = at.go(Edge::Item(Some(index)));
            self.pair(&path, expected.get(index), actual.get(index), &below);
        }
    }

    fn keyed(
        &mut self,
        path: &Path<'_>,
        expected: &[Tree<'_>],
        actual: &[Tree<'_>],
        at: &At<'_>,
        fields: &[String],
    ) {
        let below = at.go(Edge::Item(None));
        let mut found: BTreeMap<String, (Vec<&Tree<'_>>, Vec<&Tree<'_>>)> = BTreeMap::new();
        for item in expected {
            found.entry(pairing::key(item, fields)).or_default().0.push(item);
        }
        for item in actual {
            found.entry(pairing::key(item, fields)).or_default().1.push(item);
        }
        for (key, (left, right)) in &found {
            for twin in 0..left.len().max(right.len()) {
                let path = Path::Below(path, Part::Item(key, twin));
                self.pair(&path, left.get(twin).copied(), right.get(twin).copied(), &below);
            }
        }
    }

    /// Items count as often as they stand there; those that differ only within a tolerance are
    /// paired in the order of their numbers.
    fn bag(&mut self, path: &Path<'_>, expected: &[Tree<'_>], actual: &[Tree<'_>], at: &At<'_>) {
        let below = at.go(Edge::Item(None));
        let mut groups: BTreeMap<String, (Vec<pairing::Member>, Vec<pairing::Member>)> =
            BTreeMap::new();
        for (index, item) in expected.iter().enumerate() {
            let (text, member) = pairing::member(index, item, &below);
            groups.entry(text).or_default().0.push(member);
        }
        for (index, item) in actual.iter().enumerate() {
            let (text, member) = pairing::member(index, item, &below);
            groups.entry(text).or_default().1.push(member);
        }
        let mut pairs = Vec::new();
        for (mut left, mut right) in groups.into_values() {
            left.sort();
            right.sort();
            pairs.extend(
                (0..left.len().max(right.len())).map(|at| {
                    (left.get(at).map(|one| one.index), right.get(at).map(|one| one.index))
                }),
            );
        }
        pairs.sort_unstable_by_key(|(left, right)| (left.is_none(), *left, *right));
        for (left, right) in pairs {
            let path = Path::Below(path, Part::Index(left.or(right).unwrap_or_default()));
            let (left, right) = (left.map(|at| &expected[at]), right.map(|at| &actual[at]));
            self.pair(&path, left, right, &below);
        }
    }

    fn pair(
        &mut self,
        path: &Path<'_>,
        expected: Option<&Tree<'_>>,
        actual: Option<&Tree<'_>>,
        at: &At<'_>,
    ) {
        match (expected, actual) {
            (Some(left), Some(right)) => self.values(path, left, right, at),
            (Some(_), None) => self.add(path, DifferenceKind::Missing, expected, None),
            (None, Some(_)) => self.add(path, DifferenceKind::Extra, None, actual),
            (None, None) => {}
        }
    }

    fn add(
        &mut self,
        path: &Path<'_>,
        kind: DifferenceKind,
        expected: Option<&Tree<'_>>,
        actual: Option<&Tree<'_>>,
    ) {
        let show = |value: Option<&Tree<'_>>| value.map(Tree::to_string);
        let (expected, actual) = (show(expected), show(actual));
        self.out.push(Difference { path: path.to_string(), kind, expected, actual });
    }
}

type Pair<'t> = (Cow<'t, str>, Tree<'t>);

fn key<'p>((key, _): &'p Pair<'_>) -> &'p str {
    key
}

fn by_key<'p, 't>(pairs: &'p [Pair<'t>]) -> BTreeMap<&'p str, &'p Tree<'t>> {
    pairs.iter().map(|(key, value)| (key.as_ref(), value)).collect()
}
