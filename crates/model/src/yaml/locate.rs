//! Where in the text each value of a document stands, found in one reading.
//!
//! The reader tells a position only with an error. An error raised at a scalar leaves the reader
//! just behind it, so it can be caught, its position kept, and the reading goes on. A list or map
//! stands where its first item or key does.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::Source;

/// Which part of the pair at the end of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Key,
    Value,
}

/// Positions of a value and all below it; line and column from 1.
#[derive(Debug, Default)]
pub(super) struct Marks {
    at: Option<(usize, usize)>,
    /// Position of the key, for a value in a map, and the value's own marks.
    below: Vec<(Option<(usize, usize)>, Self)>,
}

impl Marks {
    /// Reads all positions; a text that is no YAML has none.
    pub(super) fn read(source: &Source) -> Self {
        let deserializer = serde_yaml::Deserializer::from_str(&source.text);
        MarksSeed.deserialize(deserializer).unwrap_or_default()
    }

    /// Byte offset of the value at `path` (indexes of pairs and items from the root down).
    pub(super) fn offset(&self, source: &Source, path: &[usize], part: Part) -> usize {
        let mut marks = self;
        let mut position = self.at;
        for (depth, index) in path.iter().enumerate() {
            let Some((key, value)) = marks.below.get(*index) else { break };
            let last = depth + 1 == path.len();
            position =
                if last && part == Part::Key { *key } else { value.at.or(*key) }.or(position);
            marks = value;
        }
        position.map_or(0, |(line, column)| source.offset(line, column))
    }
}

struct MarksSeed;

impl<'de> DeserializeSeed<'de> for MarksSeed {
    type Value = Marks;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Marks, D::Error> {
        match deserializer.deserialize_any(MarksVisitor) {
            Ok(marks) => Ok(marks),
            Err(error) => {
                let text = error.to_string();
                // Only our own error at a scalar is caught; any other ends the reading.
                match text.contains(HERE) {
                    true => Ok(Marks { at: Some(position(&text)), below: Vec::new() }),
                    false => Err(error),
                }
            }
        }
    }
}

/// What our own error says; no YAML error of the reader holds it.
const HERE: &str = "\u{1}here";

/// The position at the end of an error's text: `… at line 3 column 5`. The very first place has
/// none there.
fn position(text: &str) -> (usize, usize) {
    let place = text.rsplit_once(" at line ").and_then(|(_, place)| place.split_once(" column "));
    let numbers = place.and_then(|(line, column)| Some((line.parse().ok()?, column.parse().ok()?)));
    numbers.unwrap_or((1, 1))
}

struct MarksVisitor;

/// Every scalar raises our error.
macro_rules! raise_at {
    ($($name:ident: $kind:ty),*) => {
        $(fn $name<E: Error>(self, _: $kind) -> Result<Marks, E> { Err(E::custom(HERE)) })*
    };
}

impl<'de> Visitor<'de> for MarksVisitor {
    type Value = Marks;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    raise_at!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_f64: f64, visit_str: &str);

    fn visit_unit<E: Error>(self) -> Result<Marks, E> {
        Err(E::custom(HERE))
    }

    fn visit_none<E: Error>(self) -> Result<Marks, E> {
        Err(E::custom(HERE))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Marks, D::Error> {
        MarksSeed.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Marks, A::Error> {
        let mut below = Vec::new();
        while let Some(marks) = items.next_element_seed(MarksSeed)? {
            below.push((None, marks));
        }
        let at = below.first().and_then(|(_, first)| first.at);
        Ok(Marks { at, below })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<Marks, A::Error> {
        let mut below = Vec::new();
        while let Some(key) = pairs.next_key_seed(MarksSeed)? {
            below.push((key.at, pairs.next_value_seed(MarksSeed)?));
        }
        let at = below.first().and_then(|(key, _)| *key);
        Ok(Marks { at, below })
    }
}
