//! Walking a YAML document: typed values out, diagnostics with places for what does not fit.

use super::{Document, Node, locate::Part};
use crate::{Diagnostic, Message, Place, Problems, suggest};

/// A key as the specialist writes it, and its English alias.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// Estonian, the one we write.
    pub et: &'static str,
    /// English, accepted as an alias.
    pub en: &'static str,
}

impl Key {
    /// A key and its alias.
    pub const fn new(et: &'static str, en: &'static str) -> Self {
        Self { et, en }
    }
}

/// A value with its way from the root.
#[derive(Clone, Debug)]
pub struct Cursor<'d> {
    document: &'d Document,
    node: &'d Node,
    path: Vec<usize>,
}

impl<'d> Cursor<'d> {
    pub(super) const fn new(document: &'d Document, node: &'d Node) -> Self {
        Self { document, node, path: Vec::new() }
    }

    fn child(&self, index: usize, node: &'d Node) -> Self {
        let mut path = self.path.clone();
        path.push(index);
        Self { document: self.document, node, path }
    }

    /// The bare value.
    pub const fn node(&self) -> &'d Node {
        self.node
    }

    /// Where the value stands.
    pub fn place(&self) -> Place {
        self.span(Part::Value)
    }

    /// Where the key of this value stands.
    pub fn key_place(&self) -> Place {
        self.span(Part::Key)
    }

    fn span(&self, part: Part) -> Place {
        let source = &self.document.source;
        let mut start = self.document.offset(&self.path, part);
        if part == Part::Value && matches!(self.node, Node::List(_) | Node::Map(_)) {
            // A list in brackets is known by its first item; it begins at the bracket.
            let before = source.text[..start].trim_end_matches(' ');
            start -= if before.ends_with(['[', '{']) { start - before.len() + 1 } else { 0 };
        }
        let line = source.line_column(start).0;
        let line_end = source.line_range(line).end.max(start);
        let rest = &source.text[start..line_end];
        let length = match (part, self.node) {
            (Part::Key, _) => rest.find(':').unwrap_or(rest.len()),
            (Part::Value, Node::Text(text)) => text_length(rest, text),
            (Part::Value, _) => rest.len(),
        };
        Place::new(source.clone(), start..start + length)
    }

    /// An error about this value.
    pub fn error(&self, message: Message) -> Diagnostic {
        Diagnostic::error(message).at(self.place())
    }

    /// A map whose keys are all known; unknown and doubled ones are noted with a suggestion.
    pub fn map(&self, known: &'static [Key], problems: &mut Problems) -> Option<Fields<'d>> {
        let Node::Map(pairs) = self.node else {
            problems.push(self.error(Message::new("yaml-not-a-map")));
            return None;
        };
        let mut found: Vec<(&'static str, Self)> = Vec::new();
        for (index, (name, node)) in pairs.iter().enumerate() {
            let cursor = self.child(index, node);
            match known.iter().find(|key| key.et == name || key.en == name) {
                None => problems.push(unknown_key(name, known, &cursor)),
                Some(key) => match found.iter().find(|(et, _)| *et == key.et) {
                    Some((_, first)) => problems.push(
                        Diagnostic::error(Message::new("yaml-duplicate-key").with("key", name))
                            .at(cursor.key_place())
                            .related(first.key_place(), Message::new("yaml-first-here")),
                    ),
                    None => found.push((key.et, cursor)),
                },
            }
        }
        Some(Fields { owner: self.clone(), found })
    }

    /// A map with free keys, e.g. operations by name; doubled keys are noted.
    pub fn entries(&self, problems: &mut Problems) -> Vec<(&'d str, Self)> {
        let Node::Map(pairs) = self.node else {
            problems.push(self.error(Message::new("yaml-not-a-map")));
            return Vec::new();
        };
        let mut entries: Vec<(&'d str, Self)> = Vec::new();
        for (index, (name, node)) in pairs.iter().enumerate() {
            let cursor = self.child(index, node);
            if let Some((_, first)) = entries.iter().find(|(known, _)| known == name) {
                problems.push(
                    Diagnostic::error(Message::new("yaml-duplicate-key").with("key", name))
                        .at(cursor.key_place())
                        .related(first.key_place(), Message::new("yaml-first-here")),
                );
            } else {
                entries.push((name.as_str(), cursor));
            }
        }
        entries
    }

    /// A list.
    pub fn list(&self, problems: &mut Problems) -> Vec<Self> {
        let Node::List(items) = self.node else {
            problems.push(self.error(Message::new("yaml-not-a-list")));
            return Vec::new();
        };
        items.iter().enumerate().map(|(index, node)| self.child(index, node)).collect()
    }

    /// A text that is not blank; whole numbers and truth values are taken as written.
    pub fn text(&self, problems: &mut Problems) -> Option<String> {
        match self.node {
            Node::Text(text) if !text.trim().is_empty() => Some(text.clone()),
            Node::Int(value) => Some(value.to_string()),
            Node::Bool(value) => Some(value.to_string()),
            Node::Text(_) | Node::Null => {
                problems.push(self.error(Message::new("yaml-empty")));
                None
            }
            Node::Float(_) => {
                problems.push(
                    self.error(Message::new("yaml-number-as-text"))
                        .hint(Message::new("yaml-quote-it")),
                );
                None
            }
            Node::List(_) | Node::Map(_) => {
                problems.push(self.error(Message::new("yaml-not-a-text")));
                None
            }
        }
    }

    /// A whole number.
    pub fn int(&self, problems: &mut Problems) -> Option<i64> {
        if let Node::Int(value) = self.node {
            return Some(*value);
        }
        problems.push(self.error(Message::new("yaml-not-a-number")));
        None
    }

    /// `jah` or `ei`, `yes` or `no`, `true` or `false`.
    pub fn bool(&self, problems: &mut Problems) -> Option<bool> {
        match self.node {
            Node::Bool(value) => Some(*value),
            Node::Text(text) if text == "jah" || text == "yes" => Some(true),
            Node::Text(text) if text == "ei" || text == "no" => Some(false),
            _ => {
                problems.push(self.error(Message::new("yaml-not-a-bool")));
                None
            }
        }
    }
}

/// How much of the line belongs to a text value, quotes included.
fn text_length(rest: &str, text: &str) -> usize {
    if let Some(quote) = rest.chars().next().filter(|first| matches!(first, '"' | '\'')) {
        return rest[1..].find(quote).map_or(rest.len(), |end| end + 2);
    }
    if rest.starts_with(text) { text.len() } else { rest.len() }
}

fn unknown_key(name: &str, known: &'static [Key], cursor: &Cursor<'_>) -> Diagnostic {
    let diagnostic = Diagnostic::error(Message::new("yaml-unknown-key").with("key", name))
        .at(cursor.key_place());
    match suggest::nearest(name, known.iter().flat_map(|key| [key.et, key.en])) {
        Some(near) => diagnostic.hint(Message::new("did-you-mean").with("word", near)),
        None => {
            let all = known.iter().map(|key| key.et).collect::<Vec<_>>().join(", ");
            diagnostic.hint(Message::new("yaml-known-keys").with("keys", all))
        }
    }
}

/// The known keys of one map.
#[derive(Debug)]
pub struct Fields<'d> {
    owner: Cursor<'d>,
    found: Vec<(&'static str, Cursor<'d>)>,
}

impl<'d> Fields<'d> {
    /// The value under a key, by its Estonian name.
    pub fn get(&self, et: &str) -> Option<&Cursor<'d>> {
        self.found.iter().find(|(key, _)| *key == et).map(|(_, cursor)| cursor)
    }

    /// The value under a key that must be there.
    pub fn required(&self, et: &'static str, problems: &mut Problems) -> Option<&Cursor<'d>> {
        let cursor = self.get(et);
        if cursor.is_none() {
            let place = self.owner.place();
            let line = Place::line(&place.source, place.line_column().0);
            problems
                .push(Diagnostic::error(Message::new("yaml-missing-key").with("key", et)).at(line));
        }
        cursor
    }

    /// A required, not blank text.
    pub fn text(&self, et: &'static str, problems: &mut Problems) -> Option<String> {
        self.required(et, problems)?.text(problems)
    }

    /// A text that may be absent.
    pub fn optional_text(&self, et: &str, problems: &mut Problems) -> Option<String> {
        self.get(et)?.text(problems)
    }

    /// A list of texts that may be absent; one text alone counts as a list of one.
    pub fn texts(&self, et: &str, problems: &mut Problems) -> Vec<String> {
        let Some(cursor) = self.get(et) else { return Vec::new() };
        if matches!(cursor.node(), Node::Text(_)) {
            return cursor.text(problems).into_iter().collect();
        }
        cursor.list(problems).iter().filter_map(|item| item.text(problems)).collect()
    }
}
