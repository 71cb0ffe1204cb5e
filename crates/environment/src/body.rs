//! The body of a request as a template: any YAML or JSON value whose texts have places to fill.

use rakis_model::{
    Message, Problems,
    yaml::{Cursor, Node},
};
use serde_json::Value;

use crate::{
    sensitive,
    template::{Template, Values},
};

/// A body to fill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum BodyTemplate {
    /// Numbers, truth values and nothing, as they stand.
    Value(Value),
    /// A text, or the value of one variable.
    Text(Template),
    /// A list; items left out by an unset optional variable are dropped.
    List(Vec<Self>),
    /// Keys and values; likewise.
    Map(Vec<(String, Self)>),
}

/// A body to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Payload {
    /// JSON text.
    Json(String),
    /// Any other text.
    Text(String),
}

impl BodyTemplate {
    /// Reads the body of an operation; what is wrong is noted with its place.
    pub(crate) fn read(cursor: &Cursor<'_>, problems: &mut Problems) -> Option<Self> {
        match cursor.node() {
            Node::Text(text) => match Template::parse(text) {
                Ok(template) => Some(Self::Text(template)),
                Err(message) => {
                    problems.push(cursor.error(message).hint(Message::new("env-placeholder-hint")));
                    None
                }
            },
            Node::List(_) => {
                let items = cursor.list(problems);
                let items: Vec<_> = items.iter().map(|item| Self::read(item, problems)).collect();
                items.into_iter().collect::<Option<_>>().map(Self::List)
            }
            Node::Map(pairs) => {
                if let [(name, Node::Null)] = pairs.as_slice() {
                    // `{isik}` without quotes is a YAML map with the key `isik`.
                    let message = Message::new("env-placeholder-unquoted").with("name", name);
                    problems.push(cursor.error(message).hint(Message::new("yaml-quote-it")));
                    return None;
                }
                let entries = cursor.entries(problems);
                let read = |(name, value): &(&str, Cursor<'_>)| {
                    sensitive::refuse_literal(name, value, problems);
                    Self::read(value, problems).map(|body| ((*name).to_owned(), body))
                };
                let entries: Vec<_> = entries.iter().map(read).collect();
                entries.into_iter().collect::<Option<_>>().map(Self::Map)
            }
            other => Some(Self::Value(other.to_json())),
        }
    }

    /// Reads the JSON body of a free request.
    ///
    /// # Errors
    /// A placeholder that is none.
    pub(crate) fn from_json(value: &Value) -> Result<Self, Message> {
        Ok(match value {
            Value::String(text) => Self::Text(Template::parse(text)?),
            Value::Array(items) => {
                Self::List(items.iter().map(Self::from_json).collect::<Result<_, _>>()?)
            }
            Value::Object(pairs) => {
                let pairs = pairs.iter();
                let read = |(name, value): (&String, &Value)| {
                    Ok::<_, Message>((name.clone(), Self::from_json(value)?))
                };
                Self::Map(pairs.map(read).collect::<Result<_, _>>()?)
            }
            other => Self::Value(other.clone()),
        })
    }

    /// All templates in it.
    pub(crate) fn templates(&self) -> Vec<&Template> {
        match self {
            Self::Value(_) => Vec::new(),
            Self::Text(template) => vec![template],
            Self::List(items) => items.iter().flat_map(Self::templates).collect(),
            Self::Map(pairs) => pairs.iter().flat_map(|(_, value)| value.templates()).collect(),
        }
    }

    /// The filled body; `None` when it is one unset optional variable alone.
    ///
    /// A text that stands for the whole body is sent as it is, all else as JSON.
    ///
    /// # Errors
    /// An unset variable, or one without text within a longer text.
    pub(crate) fn payload(&self, values: Values<'_>) -> Result<Option<Payload>, Message> {
        Ok(self.fill(values)?.map(|value| match (self, value) {
            (Self::Text(_), Value::String(text)) => Payload::Text(text),
            (_, value) => Payload::Json(value.to_string()),
        }))
    }

    /// The filled body, always as JSON.
    ///
    /// # Errors
    /// As [`BodyTemplate::payload`].
    pub(crate) fn json(&self, values: Values<'_>) -> Result<Option<Payload>, Message> {
        Ok(self.fill(values)?.map(|value| Payload::Json(value.to_string())))
    }

    fn fill(&self, values: Values<'_>) -> Result<Option<Value>, Message> {
        match self {
            Self::Value(value) => Ok(Some(value.clone())),
            Self::Text(template) => template.value(values),
            Self::List(items) => {
                let items = items.iter().filter_map(|item| item.fill(values).transpose());
                Ok(Some(Value::Array(items.collect::<Result<_, _>>()?)))
            }
            Self::Map(pairs) => {
                let mut map = serde_json::Map::new();
                for (name, value) in pairs {
                    if let Some(value) = value.fill(values)? {
                        map.insert(name.clone(), value);
                    }
                }
                Ok(Some(Value::Object(map)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use rakis_model::{Source, yaml::Document};

    use super::*;
    use crate::Variables;

    fn payload(yaml: &str) -> Result<Option<Payload>, String> {
        let document = Document::parse(Source::new("a.yaml", yaml)).unwrap();
        let mut problems = Problems::new();
        let body = BodyTemplate::read(&document.root(), &mut problems);
        let Some(body) = body.filter(|_| problems.is_empty()) else {
            let lines = problems.iter().map(|one| {
                format!("{} {}", one.place.as_ref().unwrap().line_column().0, one.message.key)
            });
            return Err(lines.collect::<Vec<_>>().join("; "));
        };
        let variables: Variables =
            serde_json::from_str(r#"{"rollid":["a","ö"],"n":1.50,"isik":"Õie \"O\"","x":null}"#)
                .unwrap();
        let defaults = Variables::from([("süsteem".to_owned(), Value::from("star"))]);
        let secrets = BTreeMap::new();
        let values = Values { variables: &variables, defaults: &defaults, secrets: &secrets };
        body.payload(values).map_err(|message| message.key.into_owned())
    }

    #[test]
    fn values_keep_their_type_alone_and_become_text_within_text() {
        for (yaml, expected) in [
            (
                r#"{r: "{rollid}", n: "{n}", t: "n={n}", s: "{süsteem}", i: "{isik}", f: 2.50, x: "{x}"}"#,
                r#"{"r":["a","ö"],"n":1.50,"t":"n=1.50","s":"star","i":"Õie \"O\"","f":2.5,"x":null}"#,
            ),
            (r#"{a: "{puudub?}", b: "x{puudub?}", c: ~, d: "{{n}"}"#, r#"{"c":null,"d":"{n}"}"#),
            (r#"["{puudub?}", "{n}", jah, true]"#, r#"[1.50,"jah",true]"#),
            (r#""{rollid}""#, r#"["a","ö"]"#),
        ] {
            assert_eq!(payload(yaml), Ok(Some(Payload::Json(expected.to_owned()))), "{yaml}");
        }
        let text = Payload::Text("<a>Õie \"O\"</a>".to_owned());
        assert_eq!(payload(r#""<a>{isik}</a>""#), Ok(Some(text)));
        assert_eq!(payload(r#""{puudub?}""#), Ok(None));
    }

    #[test]
    fn what_cannot_be_filled_or_was_not_meant_is_told() {
        for (yaml, expected) in [
            (r#"{a: "{puudub}"}"#, "env-variable-unset"),
            (r#"{a: "x{rollid}"}"#, "env-variable-no-text"),
            (r#"{a: "x{x}"}"#, "env-variable-no-text"),
            ("{isikukood: {isik}}", "1 env-placeholder-unquoted"),
            (
                "a: \"{\"\nb: [\"{ n }\"]\na: 1",
                "1 env-placeholder-open; 2 env-placeholder-wrong; 3 yaml-duplicate-key",
            ),
            ("{kasutaja: {parool: Suvi2026}}", "1 env-secret-literal"),
        ] {
            let found = payload(yaml).unwrap_err();
            let mut found: Vec<_> = found.split("; ").collect();
            found.sort_unstable();
            assert_eq!(found.join("; "), expected, "{yaml}");
        }
    }
}
