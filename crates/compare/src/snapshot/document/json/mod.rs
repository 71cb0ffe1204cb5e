//! JSON documents: read strictly, brought to one order, written, compared.

mod apply;
mod broken;
mod compare;
mod node;
mod pairing;
mod read;
mod sort;
mod tree;
mod write;

pub(crate) use read::read;

use rakis_model::{Difference, Failure};
use serde_json::Value;

use super::{Canonicalised, Setting};
use crate::snapshot::{Rules, identities::Naming, rules::Used};

/// Every deviation of one canonical text from another.
///
/// # Errors
/// [`Failure`] when a text is no JSON.
pub(crate) fn compare(
    expected: &str,
    actual: &str,
    rules: &Rules,
) -> Result<Vec<Difference>, Box<Failure>> {
    let bytes = expected.len() + actual.len();
    let (expected, actual) =
        read::together(bytes, || read::again(expected), || read::again(actual));
    Ok(compare::compare(&expected?, &actual?, rules))
}

/// The canonical text of a JSON value: keys sorted by name, two spaces a level, lists under
/// `võti` sorted by their key and those under `järjekord vaba` by their items.
pub(crate) fn canonicalise(
    value: Value,
    rules: &Rules,
    setting: &Setting<'_>,
) -> Result<Canonicalised, Box<Failure>> {
    let mut used = Used::none(rules);
    let mut naming = Naming::new(setting.identities);
    let node = apply::apply(value, rules, setting.window, &mut used)?;
    let node = sort::sort(node, &naming);
    let written = write::write(&node, &mut naming);
    let broken = if written.wrong.is_empty() {
        Vec::new()
    } else {
        broken::broken(&read::again(&written.text)?, rules, &written.wrong)
    };
    Ok(Canonicalised { text: written.text, broken, unused: used.unused(rules) })
}
