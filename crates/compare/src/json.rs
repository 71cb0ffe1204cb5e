//! Two JSON values, key by key and item by item.

use rakis_model::{Difference, failure::DifferenceKind};
use serde_json::{Map, Value};

use crate::decimal;

/// Every deviation of `actual` from `expected`; empty when they are equal.
///
/// Exact: no key may be missing or extra, lists are compared item by item in their order, numbers
/// as decimals (`1.0` is `1.00`). The order of keys does not matter. Values in a [`Difference`]
/// are JSON text, so that `"1"` and `1` can be told apart. For the paths see the crate.
pub fn json(expected: &Value, actual: &Value) -> Vec<Difference> {
    let mut differences = Vec::new();
    compare("$", expected, actual, &mut differences);
    differences
}

fn compare(path: &str, expected: &Value, actual: &Value, out: &mut Vec<Difference>) {
    let kind = match (expected, actual) {
        (Value::Object(expected), Value::Object(actual)) => {
            return objects(path, expected, actual, out);
        }
        (Value::Array(expected), Value::Array(actual)) => {
            return lists(path, expected, actual, out);
        }
        (Value::Null, Value::Null) => return,
        (Value::Bool(left), Value::Bool(right)) if left == right => return,
        (Value::String(left), Value::String(right)) if left == right => return,
        (Value::Number(left), Value::Number(right))
            if decimal::same(left.as_str(), right.as_str()) =>
        {
            return;
        }
        (Value::Bool(_), Value::Bool(_))
        | (Value::String(_), Value::String(_))
        | (Value::Number(_), Value::Number(_)) => DifferenceKind::Changed,
        _ => DifferenceKind::Type,
    };
    out.push(difference(path.to_owned(), kind, Some(expected), Some(actual)));
}

fn objects(
    path: &str,
    expected: &Map<String, Value>,
    actual: &Map<String, Value>,
    out: &mut Vec<Difference>,
) {
    for (key, value) in expected {
        let path = key_path(path, key);
        match actual.get(key) {
            Some(found) => compare(&path, value, found, out),
            None => out.push(difference(path, DifferenceKind::Missing, Some(value), None)),
        }
    }
    for (key, value) in actual.iter().filter(|(key, _)| !expected.contains_key(*key)) {
        out.push(difference(key_path(path, key), DifferenceKind::Extra, None, Some(value)));
    }
}

fn lists(path: &str, expected: &[Value], actual: &[Value], out: &mut Vec<Difference>) {
    for index in 0..expected.len().max(actual.len()) {
        let path = format!("{path}[{index}]");
        match (expected.get(index), actual.get(index)) {
            (Some(value), Some(found)) => compare(&path, value, found, out),
            (Some(value), None) => {
                out.push(difference(path, DifferenceKind::Missing, Some(value), None));
            }
            (None, found) => out.push(difference(path, DifferenceKind::Extra, None, found)),
        }
    }
}

fn difference(
    path: String,
    kind: DifferenceKind,
    expected: Option<&Value>,
    actual: Option<&Value>,
) -> Difference {
    let show = |value: Option<&Value>| value.map(Value::to_string);
    Difference { path, kind, expected: show(expected), actual: show(actual) }
}

fn key_path(path: &str, key: &str) -> String {
    format!("{path}{}", key_step(key))
}

/// The step into a key, as paths are written in this crate.
pub(crate) fn key_step(key: &str) -> String {
    let begins = key.starts_with(|first: char| first.is_alphabetic() || first == '_');
    if begins && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-')) {
        return format!(".{key}");
    }
    format!("['{}']", key.replace('\\', "\\\\").replace('\'', "\\'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(expected: &str, actual: &str, lines: &[&str]) {
        let read = |text: &str| -> Value { serde_json::from_str(text).unwrap() };
        let found: Vec<String> = json(&read(expected), &read(actual))
            .iter()
            .map(|one| {
                let part = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
                let (left, right) = (part(&one.expected), part(&one.actual));
                format!("{} {:?} {left} {right}", one.path, one.kind)
            })
            .collect();
        assert_eq!(found, lines, "{expected} {actual}");
    }

    #[test]
    fn every_deviation_is_told_with_its_path() {
        check("{}", "{}", &[]);
        check(r#"{"a":1.0,"b":[1,2]}"#, r#"{"b":[1,2.00],"a":1}"#, &[]);
        check(
            r#"{"nimi":"Õie","rollid":["a","b"],"vana":null,"x":1}"#,
            r#"{"nimi":"Oie","rollid":["a"],"x":"1","uus":true}"#,
            &[
                r#"$.nimi Changed "Õie" "Oie""#,
                r#"$.rollid[1] Missing "b" –"#,
                "$.vana Missing null –",
                r#"$.x Type 1 "1""#,
                "$.uus Extra – true",
            ],
        );
        check("[]", "[[]]", &["$[0] Extra – []"]);
        check("null", "{}", &["$ Type null {}"]);
    }

    #[test]
    fn keys_that_are_no_names_are_quoted() {
        check(
            r#"{"õigus-1":1,"a b":1,"1":1,"":1,"it's\\":1}"#,
            "{}",
            &[
                "$.õigus-1 Missing 1 –",
                "$['a b'] Missing 1 –",
                "$['1'] Missing 1 –",
                "$[''] Missing 1 –",
                r"$['it\'s\\'] Missing 1 –",
            ],
        );
    }
}
