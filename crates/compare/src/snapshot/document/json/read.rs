//! Reading JSON so that nothing of it is lost: a key that stands twice is an error.

use std::{collections::BTreeSet, fmt, panic::resume_unwind, thread};

use rakis_model::{Failure, Message};
use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::tree::Tree;

/// Reads one JSON value.
///
/// # Errors
/// [`Failure`] of kind failed when the bytes are no JSON, or an object has a key twice.
pub(crate) fn read(bytes: &[u8]) -> Result<Value, Box<Failure>> {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let told = |error: serde_json::Error| {
        let message = Message::new("compare-snapshot-not-json").with("reason", error);
        Box::new(Failure::failed(message))
    };
    // A value keeps the last of two equal keys: then there are more in the text than in the value.
    let (value, written) = together(
        text.len(),
        || serde_json::from_slice::<Value>(text),
        || serde_json::from_slice::<Count>(text),
    );
    let (value, Count(written)) = (value.map_err(told)?, written.map_err(told)?);
    if written != count(&value) {
        serde_json::from_slice::<NoKeyTwice>(text).map_err(told)?;
    }
    Ok(value)
}

/// Reads a text that this crate wrote.
///
/// # Errors
/// As [`read`].
pub(crate) fn again(text: &str) -> Result<Tree<'_>, Box<Failure>> {
    serde_json::from_str(text).map_err(|error| {
        let message = Message::new("compare-snapshot-not-json").with("reason", error);
        Box::new(Failure::failed(message))
    })
}

/// Bytes from which on a second thread pays.
const LONG: usize = 1024 * 1024;

/// Two works on so many bytes that do not depend on each other.
pub(crate) fn together<A, B: Send>(
    bytes: usize,
    first: impl FnOnce() -> A,
    second: impl FnOnce() -> B + Send,
) -> (A, B) {
    if bytes < LONG {
        return (first(), second());
    }
    thread::scope(|scope| {
        let second = scope.spawn(second);
        let first = first();
        (first, second.join().unwrap_or_else(|panic| resume_unwind(panic)))
    })
}

/// Keys of a value; a number counts as one, as it does while it is read with all its digits.
fn count(value: &Value) -> usize {
    match value {
        Value::Number(_) => 1,
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(pairs) => pairs.len() + pairs.values().map(count).sum::<usize>(),
        _ => 0,
    }
}

/// How many keys a text has.
struct Count(usize);

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Counting).map(Self)
    }
}

struct Counting;

impl<'de> Visitor<'de> for Counting {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<usize, A::Error> {
        let mut sum = 0;
        while map.next_key::<IgnoredAny>()?.is_some() {
            sum += 1 + map.next_value::<Count>()?.0;
        }
        Ok(sum)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<usize, A::Error> {
        let mut sum = 0;
        while let Some(Count(more)) = list.next_element()? {
            sum += more;
        }
        Ok(sum)
    }

    fn visit_unit<E>(self) -> Result<usize, E> {
        Ok(0)
    }

    fn visit_bool<E>(self, _: bool) -> Result<usize, E> {
        Ok(0)
    }

    fn visit_i64<E>(self, _: i64) -> Result<usize, E> {
        Ok(1)
    }

    fn visit_u64<E>(self, _: u64) -> Result<usize, E> {
        Ok(1)
    }

    fn visit_f64<E>(self, _: f64) -> Result<usize, E> {
        Ok(1)
    }

    fn visit_str<E>(self, _: &str) -> Result<usize, E> {
        Ok(0)
    }
}

/// Looks at every object's keys and keeps nothing.
struct NoKeyTwice;

impl<'de> Deserialize<'de> for NoKeyTwice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Looking)
    }
}

struct Looking;

impl<'de> Visitor<'de> for Looking {
    type Value = NoKeyTwice;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<NoKeyTwice, A::Error> {
        let mut keys = BTreeSet::new();
        while let Some(key) = map.next_key::<String>()? {
            map.next_value::<NoKeyTwice>()?;
            if let Some(key) = keys.replace(key) {
                return Err(A::Error::custom(format!("duplicate key {key:?}")));
            }
        }
        Ok(NoKeyTwice)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<NoKeyTwice, A::Error> {
        while list.next_element::<NoKeyTwice>()?.is_some() {}
        Ok(NoKeyTwice)
    }

    fn visit_unit<E>(self) -> Result<NoKeyTwice, E> {
        Ok(NoKeyTwice)
    }

    fn visit_bool<E>(self, _: bool) -> Result<NoKeyTwice, E> {
        Ok(NoKeyTwice)
    }

    fn visit_i64<E>(self, _: i64) -> Result<NoKeyTwice, E> {
        Ok(NoKeyTwice)
    }

    fn visit_u64<E>(self, _: u64) -> Result<NoKeyTwice, E> {
        Ok(NoKeyTwice)
    }

    fn visit_f64<E>(self, _: f64) -> Result<NoKeyTwice, E> {
        Ok(NoKeyTwice)
    }

    fn visit_str<E>(self, _: &str) -> Result<NoKeyTwice, E> {
        Ok(NoKeyTwice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_stands_twice_is_told() {
        for (text, key) in [
            ("{\"a\":1,\"b\":{\"a\":2.50,\"õ\":[{\"a\":1},{\"a\":1e400}]}}", None),
            ("{\"a\":1,\"a\":1}", Some("\"a\"")),
            ("[0,{\"b\":{\"õ\":1,\"x\":{},\"\\u00f5\":null}}]", Some("\"õ\"")),
        ] {
            let found =
                read(text.as_bytes()).err().map(|failure| failure.message.args[0].1.clone());
            assert_eq!(found.is_some(), key.is_some(), "{text}");
            assert!(found.unwrap_or_default().contains(key.unwrap_or_default()), "{text}");
        }
    }

    #[test]
    fn what_is_no_json_is_told() {
        let deep = "[".repeat(100_000);
        for wrong in ["", "{", "{}x", "{'a':1}", "[1,]", "01", "NaN", "\u{0}", &deep] {
            let failure = read(wrong.as_bytes()).unwrap_err();
            assert_eq!(failure.message.key, "compare-snapshot-not-json");
        }
    }
}
