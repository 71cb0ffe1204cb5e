//! Names under which a secret is likely to stand, and what is done about their values.

use rakis_model::{
    Diagnostic, Message, Problems, Source,
    yaml::{Cursor, Node},
};

use crate::template::Template;

/// Endings of such names, in lower case and without separators.
const ENDINGS: [&str; 13] = [
    "authorization",
    "cookie",
    "password",
    "passwd",
    "parool",
    "salasõna",
    "token",
    "secret",
    "saladus",
    "apikey",
    "apivõti",
    "privatekey",
    "credentials",
];

/// In answers also these: with a session one can act in another's name.
const SESSIONS: [&str; 4] = ["session", "sessionid", "sessioon", "jwt"];

/// Does a header, key or variable of this name hold a secret?
pub(crate) fn is_secret_name(name: &str) -> bool {
    let plain = plain(name);
    ENDINGS.iter().any(|ending| plain.ends_with(ending))
}

/// Is a value under this name hidden in what is recorded?
pub(crate) fn is_hidden_name(name: &str) -> bool {
    is_secret_name(name) || SESSIONS.contains(&plain(name).as_str())
}

fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Notes a value that is written out under the name of a secret.
pub(crate) fn refuse_literal(name: &str, value: &Cursor<'_>, problems: &mut Problems) {
    let literal = match value.node() {
        Node::Text(text) => Template::parse(text).is_ok_and(|template| template.is_literal()),
        Node::Int(_) | Node::Float(_) => true,
        Node::Null | Node::Bool(_) | Node::List(_) | Node::Map(_) => false,
    };
    if literal && is_secret_name(name) {
        problems.push(literal_secret(name, value));
    }
}

/// A secret stands in a file. The excerpt is shown without it.
pub(crate) fn literal_secret(name: &str, value: &Cursor<'_>) -> Diagnostic {
    let mut place = value.key_place();
    let value = value.place();
    let line_end = value.source.line_range(value.line_column().0).end.max(value.span.start);
    let (before, after) = (&value.source.text[..value.span.start], &value.source.text[line_end..]);
    place.source = Source::new(value.source.name.clone(), format!("{before}[saladus]{after}"));
    Diagnostic::error(Message::new("env-secret-literal").with("name", name))
        .at(place)
        .hint(Message::new("env-secret-literal-hint"))
}
