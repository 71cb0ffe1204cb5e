//! JSON in one form only, so that the same thing always has the same hash.

use serde::Serialize;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

/// The value as JSON without spaces, the keys of every object sorted by bytes.
pub(crate) fn json(value: &impl Serialize) -> String {
    // Our own types serialise; a map with keys that are no strings would be the only failure.
    sorted(serde_json::to_value(value).unwrap_or_default()).to_string()
}

fn sorted(value: Value) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(sorted).collect(),
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.into_iter().collect();
            fields.sort_by(|a, b| a.0.cmp(&b.0));
            Value::Object(fields.into_iter().map(|(k, v)| (k, sorted(v))).collect::<Map<_, _>>())
        }
        plain => plain,
    }
}

/// SHA-256 in small hexadecimal letters.
pub(crate) fn sha256(bytes: impl AsRef<[u8]>) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Hash of a value's canonical JSON.
pub(crate) fn hash(value: &impl Serialize) -> String {
    sha256(json(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_keys_does_not_matter_and_that_of_items_does() {
        let read = |text: &str| serde_json::from_str::<Value>(text).unwrap();
        assert_eq!(
            json(&read(r#"{"b":[{"y":1,"x":null}],"a":"õ"}"#)),
            r#"{"a":"õ","b":[{"x":null,"y":1}]}"#
        );
        assert_ne!(json(&read("[1,2]")), json(&read("[2,1]")));
        assert_eq!(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
