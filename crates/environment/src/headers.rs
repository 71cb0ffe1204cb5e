//! Headers as templates, which of them may not be set by hand, and which values are hidden.

use rakis_model::{Diagnostic, Message, Problems, yaml::Cursor};
use reqwest::header::{HeaderName, HeaderValue};

use crate::{
    sensitive,
    template::{Template, Values},
};

/// Names in lower case with their templates, in the order written.
pub(crate) type HeaderTemplates = Vec<(String, Template)>;

/// Set by the client; `Host` would also lead past the guard to another system.
const RESERVED: [&str; 7] =
    ["host", "content-length", "transfer-encoding", "connection", "te", "trailer", "upgrade"];

/// Reads a map of headers; what is wrong is noted with its place.
pub(crate) fn read(cursor: &Cursor<'_>, problems: &mut Problems) -> HeaderTemplates {
    let mut headers: HeaderTemplates = Vec::new();
    for (name, value) in cursor.entries(problems) {
        let at_key = |message| Diagnostic::error(message).at(value.key_place());
        let lower = match header_name(name) {
            Ok(lower) => lower,
            Err(message) => {
                problems.push(at_key(message));
                continue;
            }
        };
        if headers.iter().any(|(known, _)| *known == lower) {
            problems.push(at_key(Message::new("yaml-duplicate-key").with("key", name)));
            continue;
        }
        sensitive::refuse_literal(name, &value, problems);
        let Some(text) = value.text(problems) else { continue };
        match Template::parse(&text) {
            Ok(template) => headers.push((lower, template)),
            Err(message) => {
                problems.push(value.error(message).hint(Message::new("env-placeholder-hint")));
            }
        }
    }
    headers
}

/// The name in lower case.
///
/// # Errors
/// No header name, or one that only the client may set.
pub(crate) fn header_name(name: &str) -> Result<String, Message> {
    let lower = HeaderName::from_bytes(name.as_bytes())
        .map_err(|_| Message::new("env-header-name").with("name", name))?;
    if RESERVED.contains(&lower.as_str()) {
        return Err(Message::new("env-header-reserved").with("name", name));
    }
    Ok(lower.as_str().to_owned())
}

/// The headers of a request: those of `own`, then those of `common` it does not name.
///
/// # Errors
/// An unset variable, or a value that no header can carry (a line break).
pub(crate) fn fill(
    own: &HeaderTemplates,
    common: &HeaderTemplates,
    values: Values<'_>,
) -> Result<Vec<(String, String)>, Message> {
    let inherited = common.iter().filter(|(name, _)| !own.iter().any(|(known, _)| known == name));
    let mut headers = Vec::new();
    for (name, template) in own.iter().chain(inherited) {
        let Some(value) = template.text(values, str::to_owned)? else { continue };
        if HeaderValue::from_bytes(value.as_bytes()).is_err() {
            return Err(Message::new("env-header-value").with("name", name));
        }
        headers.push((name.clone(), value));
    }
    Ok(headers)
}

/// The value as it may be recorded: of credentials only the scheme (`Bearer [saladus]`).
pub(crate) fn masked(name: &str, value: &str) -> Option<String> {
    if !sensitive::is_hidden_name(name) {
        return None;
    }
    let scheme = value.split_once(' ').map(|(scheme, _)| scheme);
    let scheme = scheme.filter(|scheme| {
        name.to_lowercase().ends_with("authorization")
            && scheme.chars().all(|c| c.is_ascii_alphabetic())
    });
    Some(scheme.map_or_else(|| "[saladus]".to_owned(), |scheme| format!("{scheme} [saladus]")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_credentials_only_the_scheme_is_shown() {
        for (name, value, expected) in [
            ("authorization", "Bearer abc def", Some("Bearer [saladus]")),
            ("Proxy-Authorization", "Basic dTpw", Some("Basic [saladus]")),
            ("authorization", "abcdef", Some("[saladus]")),
            ("authorization", "a=b c", Some("[saladus]")),
            ("Set-Cookie", "sid=1; Path=/", Some("[saladus]")),
            ("cookie", "", Some("[saladus]")),
            ("X-Api-Key", "abc", Some("[saladus]")),
            ("x-katseaeg", "2026-03-01", None),
        ] {
            assert_eq!(masked(name, value).as_deref(), expected, "{name}: {value}");
        }
    }
}
