//! Single values of a specification: ids, words of a fixed list, dates, revisions.

use rakis_model::{
    Message, Place, Problems, date as dates, suggest,
    yaml::{Cursor, Fields},
};

/// White space folded: a value over several lines reads as one.
pub(super) fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A required text, folded into one line.
pub(super) fn required_line(
    fields: &Fields<'_>,
    key: &'static str,
    problems: &mut Problems,
) -> Option<String> {
    fields.text(key, problems).map(|text| folded(&text))
}

/// A list of texts whose key must be there; the list itself may be empty.
pub(super) fn required_texts(
    fields: &Fields<'_>,
    key: &'static str,
    problems: &mut Problems,
) -> Vec<String> {
    if fields.required(key, problems).is_none() {
        return Vec::new();
    }
    fields.texts(key, problems).iter().map(|text| folded(text)).collect()
}

/// Can this be part of a tag and of a file name?
pub(super) fn is_id(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
}

/// The id of a specification or a story: letters, digits, `-`, `_` and `.`, since it becomes a tag.
pub(super) fn id(cursor: &Cursor<'_>, problems: &mut Problems) -> Option<String> {
    let text = cursor.text(problems)?;
    if is_id(&text) {
        return Some(text);
    }
    problems.push(
        cursor
            .error(Message::new("spec-bad-id").with("id", &text))
            .hint(Message::new("spec-bad-id-hint")),
    );
    None
}

/// A whole number, 1 or more.
pub(super) fn revision(cursor: &Cursor<'_>, problems: &mut Problems) -> Option<i64> {
    let revision = cursor.int(problems)?;
    if revision >= 1 {
        return Some(revision);
    }
    problems.push(cursor.error(Message::new("spec-bad-revision").with("value", revision)));
    None
}

/// A day that exists, as people read it.
pub(super) fn date(cursor: &Cursor<'_>, problems: &mut Problems) -> Option<String> {
    let text = cursor.text(problems)?;
    let date = dates::parse(&text).map(dates::show);
    if date.is_none() {
        problems.push(
            cursor
                .error(Message::new("date-invalid").with("value", &text))
                .hint(Message::new("date-hint")),
        );
    }
    date
}

/// A value of a fixed list (value, Estonian word, English word).
pub(super) fn word<T: Copy>(
    fields: &Fields<'_>,
    key: &'static str,
    known: &[(T, &'static str, &'static str)],
    problems: &mut Problems,
) -> Option<T> {
    let cursor = fields.required(key, problems)?;
    let text = cursor.text(problems)?;
    if let Some((value, _, _)) = known.iter().find(|(_, et, en)| *et == text || *en == text) {
        return Some(*value);
    }
    let mut diagnostic =
        cursor.error(Message::new("spec-unknown-word").with("key", key).with("value", &text));
    if let Some(near) = suggest::nearest(&text, known.iter().flat_map(|(_, et, en)| [*et, *en])) {
        diagnostic = diagnostic.hint(Message::new("did-you-mean").with("word", near));
    }
    let words = known.iter().map(|(_, et, _)| *et).collect::<Vec<_>>().join(", ");
    problems.push(diagnostic.hint(Message::new("spec-known-words").with("words", words)));
    None
}

/// Where a part of a value stands; the whole value if the part is written otherwise (escapes).
pub(super) fn part_place(cursor: &Cursor<'_>, part: &str) -> Place {
    let place = cursor.place();
    let start = place.span.start;
    let value = match cursor.node() {
        rakis_model::yaml::Node::Text(text) => text.as_str(),
        _ => return place,
    };
    // Indentation and line breaks of a block are not in the value; leave room for them.
    let room = value.len() + (value.lines().count() + 2) * 80;
    match place.source.text[start..].find(part) {
        Some(at) if at <= room => {
            Place::new(place.source.clone(), start + at..start + at + part.len())
        }
        _ => place,
    }
}
