//! The path and query of a request as a template: every value one segment or one query value.

use rakis_model::Message;

use crate::template::{Part, Template, Values};

/// Path and query from `/`: `/{süsteem}/kasutajad/{isik}?alates={alates?}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AddressTemplate {
    segments: Vec<Template>,
    query: Vec<(Template, Option<Template>)>,
}

impl AddressTemplate {
    /// Reads a path with its query.
    ///
    /// # Errors
    /// No slash at the start, a fragment, `.` or `..` as a segment, an optional variable in the
    /// path, or a placeholder that is none.
    pub(crate) fn parse(text: &str) -> Result<Self, Message> {
        let Some(relative) = text.strip_prefix('/') else {
            return Err(Message::new("env-path-no-slash").with("path", text));
        };
        let parts = split(relative, '?', 2);
        if split(relative, '#', 2).len() > 1 {
            return Err(Message::new("env-path-fragment").with("path", text));
        }
        let mut segments = Vec::new();
        for segment in split(parts[0], '/', usize::MAX) {
            if is_dots(segment) {
                return Err(Message::new("env-path-dots").with("path", text));
            }
            let template = Template::parse(segment)?;
            let optional = template.parts().iter().find_map(|part| match part {
                Part::Variable { name, optional: true } => Some(name),
                _ => None,
            });
            if let Some(name) = optional {
                return Err(Message::new("env-path-optional").with("name", name));
            }
            segments.push(template);
        }
        let mut query = Vec::new();
        for pair in parts.get(1).map_or_else(Vec::new, |text| split(text, '&', usize::MAX)) {
            let halves = split(pair, '=', 2);
            let value = halves.get(1).map(|value| Template::parse(value)).transpose()?;
            if !pair.is_empty() {
                query.push((Template::parse(halves[0])?, value));
            }
        }
        Ok(Self { segments, query })
    }

    /// All templates in it.
    pub(crate) fn templates(&self) -> impl Iterator<Item = &Template> {
        let query = self.query.iter().flat_map(|(name, value)| std::iter::once(name).chain(value));
        self.segments.iter().chain(query)
    }

    /// Query pairs whose name is written out.
    pub(crate) fn literal_query(&self) -> impl Iterator<Item = (&str, &Template)> {
        self.query.iter().filter_map(|(name, value)| match (name.parts(), value) {
            ([Part::Text(name)], Some(value)) => Some((name.as_str(), value)),
            _ => None,
        })
    }

    /// The path and query, percent-encoded.
    ///
    /// # Errors
    /// An unset variable, one without text, or one that would make another path of it: an empty
    /// segment, `.` or `..`.
    pub(crate) fn fill(&self, values: Values<'_>) -> Result<String, Message> {
        let mut address = String::new();
        for template in &self.segments {
            let segment = encoded(template, values)?.unwrap_or_default();
            if !template.is_literal() && (segment.is_empty() || is_dots(&segment)) {
                let names = template.parts().iter().filter_map(|part| match part {
                    Part::Variable { name, .. } | Part::Secret(name) => Some(name.as_str()),
                    Part::Text(_) => None,
                });
                let names = names.collect::<Vec<_>>().join(", ");
                return Err(Message::new("env-path-segment-lost").with("name", names));
            }
            address.push('/');
            address.push_str(&segment);
        }
        let mut mark = '?';
        for (name, value) in &self.query {
            let Some(name) = encoded(name, values)? else { continue };
            let value = match value {
                None => String::new(),
                Some(value) => match encoded(value, values)? {
                    Some(value) => format!("={value}"),
                    None => continue,
                },
            };
            address.push(mark);
            address.push_str(&name);
            address.push_str(&value);
            mark = '&';
        }
        Ok(address)
    }
}

/// The text with values encoded wholly and what is written out only where it must be.
fn encoded(template: &Template, values: Values<'_>) -> Result<Option<String>, Message> {
    let text = template.text(values, |value| percent_encode(value, b""))?;
    Ok(text.map(|text| percent_encode(&text, b"%!$&'()*+,;=:@/?")))
}

/// Splits outside of `{…}`, into at most so many parts.
fn split(text: &str, separator: char, at_most: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut inside = false;
    for (at, found) in text.char_indices() {
        match found {
            '{' => inside = true,
            '}' => inside = false,
            other if other == separator && !inside && parts.len() + 1 < at_most => {
                parts.push(&text[start..at]);
                start = at + separator.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

/// `.` and `..`, also percent-encoded: an address drops them and names another thing.
fn is_dots(segment: &str) -> bool {
    matches!(segment.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | "..")
}

/// Everything but letters, digits, `-._~` and `also` as `%XX` of its UTF-8 bytes.
fn percent_encode(text: &str, also: &[u8]) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        let kept = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || also.contains(&byte);
        if kept {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::{Secret, Variables};

    fn fill(text: &str) -> String {
        let variables: Variables = serde_json::from_str(
            r#"{"s":"star","isik":"a/b?c#d&e=f ö%","n":7,"dots":"..","dot":".","tühi":"","l":[1]}"#,
        )
        .unwrap();
        let secrets = BTreeMap::from([("V".to_owned(), Secret::new("võti/1".to_owned()))]);
        let values =
            Values { variables: &variables, defaults: &Variables::new(), secrets: &secrets };
        match AddressTemplate::parse(text).and_then(|template| template.fill(values)) {
            Ok(address) => address,
            Err(message) => message.key.into_owned(),
        }
    }

    #[test]
    fn every_value_stays_one_segment_or_one_query_value() {
        for (template, expected) in [
            ("/", "/"),
            ("/{s}/taotlused/", "/star/taotlused/"),
            ("/x/{isik}", "/x/a%2Fb%3Fc%23d%26e%3Df%20%C3%B6%25"),
            ("/x?a={isik}&b={n}", "/x?a=a%2Fb%3Fc%23d%26e%3Df%20%C3%B6%25&b=7"),
            ("/õigused/a%20b c", "/%C3%B5igused/a%20b%20c"),
            ("/x?puudub={puudub?}&n={n}", "/x?n=7"),
            ("/x?{puudub?}=1&lipp", "/x?lipp"),
            ("/x?v={saladus:V}", "/x?v=v%C3%B5ti%2F1"),
            ("/x?a=b=c&&d=/?", "/x?a=b=c&d=/?"),
            (r"/a\b", "/a%5Cb"),
            ("/{{n}", "/%7Bn%7D"),
            ("/v{n}.json", "/v7.json"),
        ] {
            assert_eq!(fill(template), expected, "{template}");
        }
    }

    #[test]
    fn what_would_name_another_thing_is_refused() {
        for (template, expected) in [
            ("", "env-path-no-slash"),
            ("taotlused", "env-path-no-slash"),
            ("http://mujal.ee/x", "env-path-no-slash"),
            ("/a#b", "env-path-fragment"),
            ("/a/../b", "env-path-dots"),
            ("/%2E%2e/b", "env-path-dots"),
            ("/{n?}", "env-path-optional"),
            ("/{n", "env-placeholder-open"),
            ("/{}", "env-placeholder-wrong"),
            ("/{a:b}", "env-placeholder-wrong"),
            ("/{dots}", "env-path-segment-lost"),
            ("/{dot}{dot}", "env-path-segment-lost"),
            ("/x/{tühi}", "env-path-segment-lost"),
            ("/{puudub}", "env-variable-unset"),
            ("/x?a={l}", "env-variable-no-text"),
            ("/{saladus:X}", "env-secret-unknown"),
        ] {
            assert_eq!(fill(template), expected, "{template}");
        }
    }
}
