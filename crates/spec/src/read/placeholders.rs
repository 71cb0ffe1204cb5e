//! Placeholders `<name>` against the columns of the example tables.

use std::collections::BTreeSet;

use rakis_model::{Diagnostic, Message, Problems, suggest, yaml::Cursor};

use super::{table::Placed, value};

/// A text that may hold placeholders, and where it came from.
pub(super) struct Spot<'d> {
    text: String,
    cursor: Cursor<'d>,
    /// A text block: what stands in angle brackets there is mostly XML.
    block: bool,
}

impl<'d> Spot<'d> {
    pub(super) fn new(text: &str, cursor: &Cursor<'d>) -> Self {
        Self { text: text.to_owned(), cursor: cursor.clone(), block: false }
    }

    pub(super) fn block(text: &str, cursor: &Cursor<'d>) -> Self {
        Self { block: true, ..Self::new(text, cursor) }
    }
}

/// The names in `<…>`; `a < b` and `b > a` are no placeholders.
pub(super) fn names(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        rest = &rest[open + 1..];
        let Some(close) = rest.find(['<', '>']) else { break };
        let name = &rest[..close];
        if rest[close..].starts_with('>') && !name.is_empty() && name.trim() == name {
            names.push(name);
        }
        rest = &rest[close..];
    }
    names
}

/// Every placeholder must be a column of every table, and every column must be used.
pub(super) fn check(spots: &[Spot<'_>], tables: &[&Placed], problems: &mut Problems) {
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for spot in spots.iter().filter(|spot| !spot.block) {
        for name in names(&spot.text) {
            if told.insert(name) {
                check_column(name, spot, tables, problems);
            }
        }
    }
    let used: BTreeSet<&str> = spots.iter().flat_map(|spot| names(&spot.text)).collect();
    for placed in tables {
        let columns = placed.table.rows.first().into_iter().flatten();
        for column in columns.filter(|column| !used.contains(column.as_str())) {
            let message = Message::new("spec-column-unused").with("column", column);
            problems.push(
                Diagnostic::error(message)
                    .at(placed.places[0].clone())
                    .hint(Message::new("spec-column-unused-hint").with("column", column)),
            );
        }
    }
}

fn check_column(name: &str, spot: &Spot<'_>, tables: &[&Placed], problems: &mut Problems) {
    let place = value::part_place(&spot.cursor, &format!("<{name}>"));
    if tables.is_empty() {
        problems.push(
            Diagnostic::error(Message::new("spec-placeholder-no-examples").with("name", name))
                .at(place)
                .hint(Message::new("spec-placeholder-no-examples-hint")),
        );
        return;
    }
    for placed in tables {
        let Some(columns) = placed.table.rows.first() else { continue };
        if columns.iter().any(|column| column == name) {
            continue;
        }
        let mut diagnostic =
            Diagnostic::error(Message::new("spec-placeholder-no-column").with("name", name))
                .at(place.clone())
                .related(
                    placed.places[0].clone(),
                    Message::new("spec-header-here").with("count", columns.len()),
                );
        if let Some(near) = suggest::nearest(name, columns.iter().map(String::as_str)) {
            diagnostic = diagnostic.hint(Message::new("did-you-mean").with("word", near));
        }
        problems.push(diagnostic);
    }
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn comparison_signs_are_no_placeholders() {
        assert_eq!(names(r#"asutus on "<liik>" ja roll <õigus 2>"#), ["liik", "õigus 2"]);
        assert_eq!(names("summa < 5 ja > 3, <> , < x >, a<b"), Vec::<&str>::new());
        assert_eq!(names("<<a>"), ["a"]);
        assert_eq!(names("<a><b>"), ["a", "b"]);
    }
}
