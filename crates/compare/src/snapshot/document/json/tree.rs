//! A canonical JSON text, read to be compared: texts and keys are borrowed from it where they can
//! be, and objects keep their pairs side by side, so that reading costs little.

use std::{borrow::Cow, fmt};

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// The key under which `serde_json` hands over a number with all its digits.
const NUMBER: &str = "$serde_json::private::Number";

/// A JSON value.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Tree<'t> {
    Null,
    Bool(bool),
    /// As it is written.
    Number(String),
    Text(Cow<'t, str>),
    List(Vec<Self>),
    /// In the order of the text, where each key stands once.
    Object(Vec<(Cow<'t, str>, Self)>),
}

impl Tree<'_> {
    /// The value under a key, if it is an object.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(pairs) => pairs.iter().find(|(own, _)| own == key).map(|(_, value)| value),
            _ => None,
        }
    }
}

impl fmt::Display for Tree<'_> {
    /// As JSON in one line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => write!(f, "{value}"),
            Self::Number(text) => f.write_str(text),
            Self::Text(text) => f.write_str(&quoted(text)),
            Self::List(items) => {
                f.write_str("[")?;
                for (index, item) in items.iter().enumerate() {
                    write!(f, "{}{item}", if index > 0 { "," } else { "" })?;
                }
                f.write_str("]")
            }
            Self::Object(pairs) => {
                f.write_str("{")?;
                for (index, (key, value)) in pairs.iter().enumerate() {
                    write!(f, "{}{}:{value}", if index > 0 { "," } else { "" }, quoted(key))?;
                }
                f.write_str("}")
            }
        }
    }
}

/// A text as JSON writes it.
pub(crate) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

impl<'de> Deserialize<'de> for Tree<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reading)
    }
}

struct Reading;

impl<'de> Visitor<'de> for Reading {
    type Value = Tree<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Tree<'de>, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree<'de>, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Tree<'de>, E> {
        Ok(Tree::Number(number.to_string()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Tree<'de>, E> {
        Ok(Tree::Number(number.to_string()))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Tree<'de>, E> {
        Ok(Tree::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree<'de>, E> {
        Ok(Tree::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Tree<'de>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree<'de>, A::Error> {
        let mut pairs = Vec::new();
        while let Some(Key(key)) = map.next_key()? {
            if pairs.is_empty() && key == NUMBER {
                return map.next_value().map(Tree::Number);
            }
            pairs.push((key, map.next_value()?));
        }
        Ok(Tree::Object(pairs))
    }
}

struct Key<'t>(Cow<'t, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Keys)
    }
}

struct Keys;

impl<'de> Visitor<'de> for Keys {
    type Value = Key<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Key<'de>, E> {
        Ok(Key(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Key<'de>, E> {
        Ok(Key(Cow::Owned(text.to_owned())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_reads_and_writes_as_serde_has_it() {
        for text in [
            "null",
            "[]",
            "{}",
            "[-1.50,0.10,-0,-0.0,0e0,-7,18446744073709551616,100000000000000000000000]",
            "1e400",
            "12345678901234567890.123",
            r#"{"õ":[true,false,{"a\"\\\n":"õ\u0001\"","b":[1,[2.0]]}],"":""}"#,
        ] {
            let tree: Tree<'_> = serde_json::from_str(text).unwrap();
            let value: serde_json::Value = serde_json::from_str(text).unwrap();
            assert_eq!(tree.to_string(), value.to_string());
            assert_eq!(serde_json::from_str::<Tree<'_>>(&tree.to_string()).unwrap(), tree);
        }
        let text = r#"{"a":{"b":1}}"#;
        let tree: Tree<'_> = serde_json::from_str(text).unwrap();
        assert_eq!(tree.get("a").and_then(|one| one.get("b")), Some(&Tree::Number("1".into())));
        assert!(matches!(&tree, Tree::Object(pairs) if matches!(pairs[0].0, Cow::Borrowed(_))));
        assert_eq!(tree.get("b"), None);
        assert!(serde_json::from_str::<Tree<'_>>("[1,").is_err());
    }
}
