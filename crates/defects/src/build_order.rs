//! Which of two builds came first.
//!
//! Builds of the same shape are compared by their numbers: `2026.11.9` < `2026.11.10`,
//! `1.2` < `1.2.1`. Of builds that have no common shape, such as commits, the one that the register
//! heard of first came first.

use std::{cmp::Ordering, collections::BTreeMap};

/// The builds a register has seen or heard of, numbered in the order it did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BuildOrder(BTreeMap<String, i64>);

impl BuildOrder {
    /// From names and numbers.
    pub fn new(heard: impl IntoIterator<Item = (String, i64)>) -> Self {
        Self(heard.into_iter().collect())
    }

    /// The earlier one is less. A build nobody has heard of comes after all that are known.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        let heard = |build: &str| self.0.get(build).copied().unwrap_or(i64::MAX);
        by_shape(a, b).unwrap_or_else(|| heard(a).cmp(&heard(b)))
    }

    /// Is `build` the one with the fix, or a later one?
    pub fn has_fix(&self, build: &str, fixed_in: &str) -> bool {
        self.compare(build, fixed_in) != Ordering::Less
    }
}

/// The order by numbers; `None` when the shapes differ.
fn by_shape(a: &str, b: &str) -> Option<Ordering> {
    if a == b {
        return Some(Ordering::Equal);
    }
    let (a, b) = (parts(a), parts(b));
    let common = a.len().min(b.len());
    let mut order = Ordering::Equal;
    for (a, b) in a.iter().zip(&b) {
        match (a, b) {
            (Part::Number(a), Part::Number(b)) => order = order.then(compare_numbers(a, b)),
            (Part::Text(a), Part::Text(b)) if a == b => {}
            _ => return None,
        }
    }
    // What one has more must go on counting: `.1`, not `-rc1`.
    let more = if a.len() > b.len() { &a[common..] } else { &b[common..] };
    let counts = |part: &Part<'_>| matches!(part, Part::Number(_) | Part::Text("."));
    let ends_in_number = matches!(more.last(), None | Some(Part::Number(_)));
    (more.iter().all(counts) && ends_in_number).then(|| order.then(a.len().cmp(&b.len())))
}

/// Of any length: a build number may be a time stamp of twenty digits.
fn compare_numbers(a: &str, b: &str) -> Ordering {
    let (a, b) = (a.trim_start_matches('0'), b.trim_start_matches('0'));
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}

#[derive(Debug, PartialEq, Eq)]
enum Part<'a> {
    Number(&'a str),
    Text(&'a str),
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.bytes().next() {
        let digit = first.is_ascii_digit();
        let end =
            rest.bytes().position(|byte| byte.is_ascii_digit() != digit).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        parts.push(if digit { Part::Number(part) } else { Part::Text(part) });
        rest = after;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn builds_of_one_shape_go_by_their_numbers() {
        let none = BuildOrder::default();
        for (a, b, expected) in [
            ("2026.11.9", "2026.11.10", Ordering::Less),
            ("1.2", "1.2.1", Ordering::Less),
            ("1.3", "1.2.1", Ordering::Greater),
            ("v10", "v9", Ordering::Greater),
            ("star-2.0-b7", "star-2.0-b12", Ordering::Less),
            ("2026.09", "2026.9", Ordering::Equal),
            ("20261124093015123456789", "20261124093015123456790", Ordering::Less),
            ("õ1", "õ2", Ordering::Less),
        ] {
            assert_eq!(none.compare(a, b), expected, "{a} {b}");
            assert_eq!(none.compare(b, a), expected.reverse(), "{b} {a}");
        }
    }

    #[test]
    fn builds_without_a_common_shape_go_by_when_they_were_heard_of() {
        let heard = [("d0ffee1", 1), ("abcdef0", 2), ("1.2-rc1", 3), ("1.2", 4), ("v2", 5)];
        let order = BuildOrder::new(heard.map(|(name, at)| (name.to_owned(), at)));
        for pair in heard.windows(2) {
            assert_eq!(order.compare(pair[0].0, pair[1].0), Ordering::Less, "{pair:?}");
        }
        assert!(order.has_fix("f00ba44", "abcdef0"), "a new build comes last");
        assert!(order.has_fix("abcdef0", "abcdef0"));
        assert!(!order.has_fix("d0ffee1", "abcdef0"));
    }
}
