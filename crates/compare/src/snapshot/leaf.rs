//! Two single values that are canonical texts.

use super::{number, rules::Rule};

/// Are they the same, or numbers as near as the rule allows? Exact decimals.
pub(crate) fn same(expected: &str, actual: &str, rule: Option<&Rule>) -> bool {
    if expected == actual {
        return true;
    }
    let Some(Rule::Tolerance(allowed)) = rule else { return false };
    let (Some(left), Some(right)) = (number::parse(expected), number::parse(actual)) else {
        return false;
    };
    left.checked_sub(right).is_some_and(|distance| distance.abs() <= *allowed)
}
