//! Texts with places for variables and secrets: `Bearer {sessioon}`, `{saladus:API_TOKEN}`.

use std::collections::BTreeMap;

use rakis_model::Message;
use serde_json::Value;

use crate::{Secret, Variables};

/// A text with places to fill.
///
/// `{name}` is a variable; `{name?}` one that may be unset: then the whole text is left out;
/// `{saladus:NAME}` (or `{secret:NAME}`) a secret; `{{` is `{`. A `}` elsewhere is itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Template {
    parts: Vec<Part>,
}

/// A piece of a [`Template`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Taken as it stands.
    Text(String),
    /// The value of a variable.
    Variable {
        /// Its name.
        name: String,
        /// May it be unset?
        optional: bool,
    },
    /// The value of a secret.
    Secret(String),
}

/// The values templates are filled from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Values<'a> {
    /// What the step knows.
    pub(crate) variables: &'a Variables,
    /// What the environment sets, where the step does not.
    pub(crate) defaults: &'a Variables,
    /// The environment's secrets.
    pub(crate) secrets: &'a BTreeMap<String, Secret>,
}

impl Values<'_> {
    pub(crate) fn get(&self, name: &str) -> Option<&Value> {
        self.variables.get(name).or_else(|| self.defaults.get(name))
    }
}

impl Template {
    /// Reads a text.
    ///
    /// # Errors
    /// What is wrong with a place: not closed, empty, or of unknown syntax.
    pub(crate) fn parse(text: &str) -> Result<Self, Message> {
        let mut parts = Vec::new();
        let mut literal = String::new();
        let mut rest = text;
        while let Some(at) = rest.find('{') {
            literal.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            if let Some(after) = rest.strip_prefix('{') {
                literal.push('{');
                rest = after;
                continue;
            }
            let Some((inside, after)) = rest.split_once('}') else {
                return Err(Message::new("env-placeholder-open").with("text", format!("{{{rest}")));
            };
            if !literal.is_empty() {
                parts.push(Part::Text(std::mem::take(&mut literal)));
            }
            parts.push(placeholder(inside)?);
            rest = after;
        }
        literal.push_str(rest);
        if !literal.is_empty() {
            parts.push(Part::Text(literal));
        }
        Ok(Self { parts })
    }

    /// Its pieces.
    pub(crate) fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The variables it cannot do without.
    pub(crate) fn required(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().filter_map(|part| match part {
            Part::Variable { name, optional: false } => Some(name.as_str()),
            Part::Variable { .. } | Part::Text(_) | Part::Secret(_) => None,
        })
    }

    /// The variables it names, needed or not.
    pub(crate) fn variables(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().filter_map(|part| match part {
            Part::Variable { name, .. } => Some(name.as_str()),
            Part::Text(_) | Part::Secret(_) => None,
        })
    }

    /// The secrets it names.
    pub(crate) fn secrets(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().filter_map(|part| match part {
            Part::Secret(name) => Some(name.as_str()),
            Part::Text(_) | Part::Variable { .. } => None,
        })
    }

    /// Has it no place to fill?
    pub(crate) fn is_literal(&self) -> bool {
        self.parts.iter().all(|part| matches!(part, Part::Text(_)))
    }

    /// The text, each value put through `encode`; `None` when an optional variable is unset.
    ///
    /// # Errors
    /// A required variable is unset, or a value has no text (a list, an object, `null`).
    pub(crate) fn text(
        &self,
        values: Values<'_>,
        encode: impl Fn(&str) -> String,
    ) -> Result<Option<String>, Message> {
        let mut text = String::new();
        for part in &self.parts {
            match part {
                Part::Text(literal) => text.push_str(literal),
                Part::Secret(name) => text.push_str(&encode(secret(values, name)?)),
                Part::Variable { name, optional } => match values.get(name) {
                    Some(value) => text.push_str(&encode(&value_text(name, value)?)),
                    None if *optional => return Ok(None),
                    None => return Err(unset(name)),
                },
            }
        }
        Ok(Some(text))
    }

    /// The JSON value: of the variable itself where the template is one place alone, else the
    /// text; `None` when an optional variable is unset.
    ///
    /// # Errors
    /// As [`Template::text`].
    pub(crate) fn value(&self, values: Values<'_>) -> Result<Option<Value>, Message> {
        if let [Part::Variable { name, optional }] = self.parts.as_slice() {
            return match values.get(name) {
                Some(value) => Ok(Some(value.clone())),
                None if *optional => Ok(None),
                None => Err(unset(name)),
            };
        }
        Ok(self.text(values, str::to_owned)?.map(Value::String))
    }
}

/// What stands between the braces of a place.
///
/// # Errors
/// It is none.
pub(crate) fn placeholder(inside: &str) -> Result<Part, Message> {
    let wrong = || Message::new("env-placeholder-wrong").with("text", format!("{{{inside}}}"));
    if let Some((kind, name)) = inside.split_once(':') {
        let named = matches!(kind, "saladus" | "secret") && is_name(name);
        return named.then(|| Part::Secret(name.to_owned())).ok_or_else(wrong);
    }
    let (name, optional) = match inside.strip_suffix('?') {
        Some(name) => (name, true),
        None => (inside, false),
    };
    is_name(name).then(|| Part::Variable { name: name.to_owned(), optional }).ok_or_else(wrong)
}

/// Names are words of letters, digits, `_`, `-` and `.`, with single spaces between.
pub(crate) fn is_name(text: &str) -> bool {
    text.split(' ').all(|word| {
        !word.is_empty()
            && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
    })
}

/// The value of a secret.
///
/// # Errors
/// The environment has none of this name.
pub(crate) fn secret<'v>(values: Values<'v>, name: &str) -> Result<&'v str, Message> {
    values
        .secrets
        .get(name)
        .map(Secret::expose)
        .ok_or_else(|| Message::new("env-secret-unknown").with("name", name))
}

/// A variable that nobody set.
pub(crate) fn unset(name: &str) -> Message {
    Message::new("env-variable-unset").with("name", name)
}

fn value_text(name: &str, value: &Value) -> Result<String, Message> {
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Number(number) => Ok(number.to_string()),
        Value::Bool(value) => Ok(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => {
            Err(Message::new("env-variable-no-text").with("name", name))
        }
    }
}
