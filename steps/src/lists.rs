//! Lists of names against what a system answered: every missing and every extra one is told.

use rakis_model::{Difference, Failure, Message, failure::DifferenceKind};
use serde_json::Value;

/// The same names, in any order?
///
/// # Errors
/// Failed with every missing and extra name, or when the value is no list of texts.
pub(crate) fn same_items(
    message: Message,
    expected: &[String],
    actual: &Value,
) -> Result<(), Box<Failure>> {
    let texts: Option<Vec<&str>> =
        actual.as_array().and_then(|items| items.iter().map(Value::as_str).collect());
    let Some(texts) = texts else {
        let failure = Failure::failed(Message::new("step-no-list"));
        return Err(Box::new(failure.values("[…]", actual.to_string())));
    };
    let mut left = texts.clone();
    let mut differences = Vec::new();
    for name in expected {
        match left.iter().position(|found| found == name) {
            Some(at) => drop(left.remove(at)),
            None => differences.push(Difference {
                path: name.clone(),
                kind: DifferenceKind::Missing,
                expected: Some(name.clone()),
                actual: None,
            }),
        }
    }
    differences.extend(left.into_iter().map(|name| Difference {
        path: name.to_owned(),
        kind: DifferenceKind::Extra,
        expected: None,
        actual: Some(name.to_owned()),
    }));
    if differences.is_empty() {
        return Ok(());
    }
    let failure = Failure::failed(message).values(expected.join(", "), texts.join(", "));
    Err(Box::new(failure.differences(differences)))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn compared(expected: &[&str], actual: &Value) -> Vec<(String, DifferenceKind)> {
        let expected: Vec<String> = expected.iter().map(|&name| name.to_owned()).collect();
        let differences = same_items(Message::new("step-roles"), &expected, actual)
            .map_or_else(|failure| failure.differences, |()| Vec::new());
        differences.into_iter().map(|one| (one.path, one.kind)).collect()
    }

    #[test]
    fn every_missing_and_extra_name_is_told_once() {
        assert_eq!(compared(&["a", "b"], &json!(["b", "a"])), []);
        assert_eq!(
            compared(&["a", "õ"], &json!(["b", "a", "a"])),
            [
                ("õ".to_owned(), DifferenceKind::Missing),
                ("b".to_owned(), DifferenceKind::Extra),
                ("a".to_owned(), DifferenceKind::Extra),
            ]
        );
        let no_list = same_items(Message::new("step-roles"), &[], &json!(null)).unwrap_err();
        assert_eq!(no_list.message.key, "step-no-list");
    }
}
