//! Reading JSON so that nothing of it is lost: a key that stands twice is an error.

use std::{collections::BTreeSet, fmt};

use rakis_model::{Failure, Message};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

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
    serde_json::from_slice::<NoKeyTwice>(text).map_err(told)?;
    serde_json::from_slice(text).map_err(told)
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
