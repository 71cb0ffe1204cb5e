//! Steps of a criterion: a text, or a map with a table or a text block under it.

use rakis_model::{
    Message, Problems,
    yaml::{Cursor, Fields, Node},
};

use super::{placeholders::Spot, table};
use crate::{
    keys,
    requirement::{Argument, Step},
};

/// Words that begin a step in Gherkin, Estonian and English; the derived feature adds them.
const KEYWORDS: [&str; 11] =
    ["eeldades", "kui", "siis", "ja", "kuid", "given", "when", "then", "and", "but", "*"];

/// The steps of one group; what may hold a placeholder goes to `spots`.
pub(super) fn group<'d>(
    fields: &Fields<'d>,
    key: &'static str,
    spots: &mut Vec<Spot<'d>>,
    problems: &mut Problems,
) -> Vec<Step> {
    let Some(cursor) = fields.get(key) else { return Vec::new() };
    let items = match cursor.node() {
        Node::Text(_) => vec![cursor.clone()],
        Node::Null => Vec::new(),
        _ => cursor.list(problems),
    };
    items.iter().filter_map(|item| step(item, spots, problems)).collect()
}

fn step<'d>(
    cursor: &Cursor<'d>,
    spots: &mut Vec<Spot<'d>>,
    problems: &mut Problems,
) -> Option<Step> {
    if !matches!(cursor.node(), Node::Map(_)) {
        return Some(Step { text: sentence(cursor, spots, problems)?, argument: None });
    }
    let fields = cursor.map(keys::STEP_KEYS, problems)?;
    let text =
        fields.required(keys::STEP, problems).and_then(|cursor| sentence(cursor, spots, problems));
    let table = fields.get(keys::TABLE).map(|cursor| (cursor, table::read(cursor, problems)));
    let block = fields.get(keys::TEXT).map(|cursor| (cursor, cursor.text(problems)));
    let argument = match (table, block) {
        (Some(_), Some((cursor, _))) => {
            problems.push(cursor.error(Message::new("spec-table-and-text")));
            None
        }
        (Some((cursor, Some(placed))), None) => {
            let cells = placed.table.rows.iter().flatten();
            spots.extend(cells.map(|cell| Spot::new(cell, cursor)));
            Some(Argument::Table(placed.table))
        }
        (None, Some((cursor, Some(text)))) => {
            spots.push(Spot::block(&text, cursor));
            Some(Argument::Text(text.strip_suffix('\n').unwrap_or(&text).to_owned()))
        }
        _ => None,
    };
    Some(Step { text: text?, argument })
}

/// The sentence of a step: one line, without a keyword.
fn sentence<'d>(
    cursor: &Cursor<'d>,
    spots: &mut Vec<Spot<'d>>,
    problems: &mut Problems,
) -> Option<String> {
    let text = cursor.text(problems)?.trim().to_owned();
    if text.contains(['\n', '\r']) {
        problems.push(
            cursor
                .error(Message::new("spec-step-lines"))
                .hint(Message::new("spec-step-lines-hint")),
        );
        return None;
    }
    let first = text.split_whitespace().next().unwrap_or_default();
    if KEYWORDS.contains(&first.trim_end_matches(':').to_lowercase().as_str()) {
        problems.push(
            cursor
                .error(Message::new("spec-step-keyword").with("word", first))
                .hint(Message::new("spec-step-keyword-hint")),
        );
        return None;
    }
    spots.push(Spot::new(&text, cursor));
    Some(text)
}
