//! Where in the text a value stands.
//!
//! The reader adds the position to an error raised inside it. So a second reading walks down
//! the same path and raises one at its end.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::Source;

/// Which part of the pair at the end of the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Key,
    Value,
}

/// Byte offset of the value at `path` (indexes of pairs and items from the root down).
pub(super) fn locate(source: &Source, path: &[usize], part: Part) -> usize {
    let deserializer = serde_yaml::Deserializer::from_str(&source.text);
    match (Find { path, part }).deserialize(deserializer) {
        Ok(()) => 0,
        Err(error) => {
            error.location().map_or(0, |place| source.offset(place.line(), place.column()))
        }
    }
}

#[derive(Clone, Copy)]
struct Find<'p> {
    path: &'p [usize],
    part: Part,
}

impl<'de> DeserializeSeed<'de> for Find<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// Any value is the one looked for once the path is walked to its end.
macro_rules! stop_at {
    ($($name:ident: $kind:ty),*) => {
        $(fn $name<E: Error>(self, _: $kind) -> Result<(), E> { Err(E::custom("here")) })*
    };
}

impl<'de> Visitor<'de> for Find<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the value looked for")
    }

    stop_at!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_f64: f64, visit_str: &str);

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Err(E::custom("here"))
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        Err(E::custom("here"))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let Some((index, rest)) = self.path.split_first() else {
            return Err(A::Error::custom("here"));
        };
        for _ in 0..*index {
            items.next_element::<IgnoredAny>()?;
        }
        items.next_element_seed(Find { path: rest, ..self })?;
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<(), A::Error> {
        let Some((index, rest)) = self.path.split_first() else {
            return Err(A::Error::custom("here"));
        };
        for _ in 0..*index {
            pairs.next_entry::<IgnoredAny, IgnoredAny>()?;
        }
        if rest.is_empty() && self.part == Part::Key {
            pairs.next_key_seed(Find { path: &[], ..self })?;
        } else {
            pairs.next_key::<IgnoredAny>()?;
            pairs.next_value_seed(Find { path: rest, ..self })?;
        }
        Ok(())
    }
}
