//! The small JSON path of captures: `$.rollid[0].roll`, `$['näide']`.

use rakis_model::json_path::{Step, bracket, name};
use serde_json::Value;

/// A way into a JSON value.
///
/// `$` is the whole; `.name` a key of letters, digits, `_` and `-` that begins with a letter or
/// `_`; `['any key']` or `["any key"]` any key, with `\` before a quote or a backslash; `[0]` an
/// item, from 0. No wildcards, slices or filters: a capture names one value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonPath {
    text: String,
    steps: Vec<Step>,
}

impl JsonPath {
    /// Reads a path; `None` when it is none.
    pub fn parse(text: &str) -> Option<Self> {
        let mut rest = text.strip_prefix('$')?;
        let mut steps = Vec::new();
        while !rest.is_empty() {
            let (step, after) = match rest.strip_prefix('.') {
                Some(after) => name(after)?,
                None => bracket(rest.strip_prefix('[')?)?,
            };
            steps.push(step);
            rest = after;
        }
        Some(Self { text: text.to_owned(), steps })
    }

    /// The value at the path, if it is there.
    pub fn find<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        self.steps.iter().try_fold(value, |value, step| match step {
            Step::Key(key) => value.as_object()?.get(key),
            Step::Index(index) => value.as_array()?.get(*index),
        })
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// The value at a path; `None` when it is not there or the path is none.
pub fn json_path<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    JsonPath::parse(path)?.find(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_by_name_quote_and_number() {
        let value: Value = serde_json::from_str(
            r#"{"a":{"b":[{"c":1.50}]},"näide":2,"a b":3,"it's":4,"":5,"õ-1":[[6]]}"#,
        )
        .unwrap();
        for (path, expected) in [
            ("$.a.b[0].c", "1.50"),
            ("$['a'][\"b\"][0]['c']", "1.50"),
            ("$.näide", "2"),
            ("$['a b']", "3"),
            (r"$['it\'s']", "4"),
            ("$[\"it's\"]", "4"),
            ("$['']", "5"),
            ("$.õ-1[0][0]", "6"),
        ] {
            let found = json_path(&value, path).map(Value::to_string);
            assert_eq!(found.as_deref(), Some(expected), "{path}");
        }
        assert_eq!(json_path(&value, "$"), Some(&value));
        for absent in ["$.b", "$.a.b[1]", "$.a[0]", "$.a.b.c", "$.näide.x"] {
            assert_eq!(json_path(&value, absent), None, "{absent}");
        }
    }

    #[test]
    fn what_is_no_path_is_refused() {
        for wrong in [
            "",
            "a",
            "$a",
            "$.",
            "$..a",
            "$.1",
            "$[",
            "$[]",
            "$[-1]",
            "$[+1]",
            "$[*]",
            "$[0",
            "$['a]",
            "$['a'",
            "$['",
            "$.a ",
            "$[99999999999999999999999]",
            "$['a\\",
            "$.-a",
            "$[ 0]",
        ] {
            assert_eq!(JsonPath::parse(wrong), None, "{wrong}");
        }
    }
}
