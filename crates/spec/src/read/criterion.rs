//! The criteria of a requirement and their example tables.

use rakis_model::{
    Diagnostic, Message, Problems,
    yaml::{Cursor, Fields, Node},
};

use super::{
    placeholders::{self, Spot},
    requirement::note_duplicate,
    step,
    table::{self, Placed},
    value,
};
use crate::{
    keys,
    requirement::{Criterion, Examples},
};

/// The list of criteria; ids must be unique within the requirement.
pub(super) fn list(cursor: &Cursor<'_>, problems: &mut Problems) -> Vec<Criterion> {
    let items = cursor.list(problems);
    if matches!(cursor.node(), Node::List(list) if list.is_empty()) {
        problems.push(cursor.error(Message::new("spec-no-criteria")));
    }
    let mut seen: Vec<(String, Cursor<'_>)> = Vec::new();
    let mut criteria = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let Some(fields) = item.map(keys::CRITERION_KEYS, problems) else { continue };
        let id = fields.required(keys::ID, problems);
        let id = id.and_then(|cursor| Some((criterion_id(cursor, problems)?, cursor)));
        if let Some((id, cursor)) = &id {
            note_duplicate("spec-duplicate-criterion", id, cursor, &mut seen, problems);
        }
        criteria.extend(criterion(item, &fields, id.map(|(id, _)| id), index, problems));
    }
    criteria
}

fn criterion_id(cursor: &Cursor<'_>, problems: &mut Problems) -> Option<String> {
    let id = cursor.text(problems)?;
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.chars().all(fits) {
        return Some(id);
    }
    problems.push(
        cursor
            .error(Message::new("spec-bad-criterion-id").with("id", &id))
            .hint(Message::new("spec-bad-criterion-id-hint")),
    );
    None
}

fn criterion(
    item: &Cursor<'_>,
    fields: &Fields<'_>,
    id: Option<String>,
    index: usize,
    problems: &mut Problems,
) -> Option<Criterion> {
    let mut spots = Vec::new();
    let title = value::required_line(fields, keys::TITLE, problems);
    if let (Some(cursor), Some(title)) = (fields.get(keys::TITLE), &title) {
        spots.push(Spot::new(title, cursor));
    }
    let given = step::group(fields, keys::GIVEN, &mut spots, problems);
    let when = step::group(fields, keys::WHEN, &mut spots, problems);
    let then = step::group(fields, keys::THEN, &mut spots, problems);
    check_not_empty(item, fields, problems);
    let read = fields.get(keys::EXAMPLES).map(|cursor| examples(cursor, problems));
    // A faulty table has been told of; its columns would only lead to more of the same.
    if let Some(tables) = read.as_ref().map_or(Some(&[][..]), |read| read.as_deref()) {
        let placed: Vec<&Placed> = tables.iter().map(|(_, placed)| placed).collect();
        placeholders::check(&spots, &placed, problems);
    }
    let manual = fields.get(keys::MANUAL).and_then(|cursor| cursor.bool(problems));
    let examples = read.flatten().unwrap_or_default().into_iter();
    Some(Criterion {
        id: id?,
        title: title.unwrap_or_default(),
        given,
        when,
        then,
        examples: examples.map(|(name, placed)| Examples { name, table: placed.table }).collect(),
        manual: manual.unwrap_or_default(),
        index,
    })
}

/// A criterion without an outcome decides nothing.
fn check_not_empty(item: &Cursor<'_>, fields: &Fields<'_>, problems: &mut Problems) {
    let empty = match fields.get(keys::THEN).map(Cursor::node) {
        None | Some(Node::Null) => true,
        Some(Node::List(steps)) => steps.is_empty(),
        Some(_) => false,
    };
    if empty {
        let place = fields.get(keys::THEN).or(fields.get(keys::ID)).unwrap_or(item).place();
        problems.push(
            Diagnostic::error(Message::new("spec-empty-criterion"))
                .at(place)
                .hint(Message::new("spec-empty-criterion-hint")),
        );
    }
}

/// One table, or several with names. Nothing when one of them is faulty.
fn examples(cursor: &Cursor<'_>, problems: &mut Problems) -> Option<Vec<(Option<String>, Placed)>> {
    if !matches!(cursor.node(), Node::List(_)) {
        return Some(vec![(None, checked(cursor, problems)?)]);
    }
    let items = cursor.list(problems);
    if items.is_empty() {
        problems.push(cursor.error(Message::new("spec-no-rows")));
        return None;
    }
    // Not `collect` on a lazy iterator: it would stop at the first faulty table.
    let read: Vec<_> = items.iter().map(|item| named(item, problems)).collect();
    read.into_iter().collect()
}

fn named(item: &Cursor<'_>, problems: &mut Problems) -> Option<(Option<String>, Placed)> {
    let fields = item.map(keys::EXAMPLES_KEYS, problems)?;
    let name = fields.optional_text(keys::NAME, problems).map(|name| value::folded(&name));
    let table = fields.required(keys::TABLE, problems)?;
    Some((name, checked(table, problems)?))
}

/// A table with a usable header and at least one row.
fn checked(cursor: &Cursor<'_>, problems: &mut Problems) -> Option<Placed> {
    let placed = table::read(cursor, problems)?;
    let header = placed.table.rows.first()?;
    let place = || placed.places[0].clone();
    let mut sound = true;
    for (index, column) in header.iter().enumerate() {
        let message = if column.is_empty() {
            Message::new("spec-column-unnamed").with("column", index + 1)
        } else if header[..index].contains(column) {
            Message::new("spec-column-twice").with("column", column)
        } else {
            continue;
        };
        sound = false;
        problems.push(Diagnostic::error(message).at(place()));
    }
    if placed.table.rows.len() < 2 {
        sound = false;
        let message = Message::new("spec-no-rows");
        problems
            .push(Diagnostic::error(message).at(place()).hint(Message::new("spec-no-rows-hint")));
    }
    sound.then_some(placed)
}
