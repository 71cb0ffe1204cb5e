//! In which order rows stand, and what a row is called.

use crate::snapshot::Rules;
use std::collections::BTreeMap;

use crate::snapshot::{
    identities::Naming,
    order,
    rules::{At, Edge, Rule},
};

/// How the rows of a table belong together.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// By their order.
    Kept,
    /// By the values in these columns.
    ByKey(Vec<usize>),
    /// As whole rows, in any order.
    Free,
}

impl Layout {
    /// What the rules say of a table with these columns.
    pub(crate) fn of(header: &[String], rules: &Rules) -> Self {
        let whole = At::start(rules);
        let column = |name: &String| header.iter().position(|column| column == name);
        let mut key: Vec<usize> = Vec::new();
        if let Some(Rule::Key(fields)) = whole.known() {
            key.extend(fields.iter().filter_map(column));
        }
        let is_key = |name: &str| matches!(whole.go(Edge::Key(name)).known(), Some(Rule::Key(_)));
        key.extend((0..header.len()).filter(|&at| is_key(&header[at])));
        match (key.is_empty(), whole.known()) {
            (false, _) => Self::ByKey(key),
            (true, Some(Rule::AnyOrder)) => Self::Free,
            (true, _) => Self::Kept,
        }
    }

    /// Sorts rows whose order does not matter.
    pub(crate) fn sort(
        &self,
        rows: &mut Vec<Vec<&str>>,
        rules: &[Option<&Rule>],
        naming: &Naming<'_>,
    ) {
        let cell = |row: &Vec<&str>, at: usize| match rules[at] {
            Some(Rule::Shape { .. }) => String::new(),
            _ => sortable(row[at], naming),
        };
        let whole = |row: &Vec<&str>| (0..row.len()).map(|at| cell(row, at)).collect::<Vec<_>>();
        match self {
            Self::Kept => {}
            Self::Free => rows.sort_by_cached_key(|row| whole(row)),
            Self::ByKey(key) => {
                let key = |row: &Vec<&str>| key.iter().map(|&at| cell(row, at)).collect::<Vec<_>>();
                *rows = order::by_key(std::mem::take(rows), key, whole);
            }
        }
    }

    /// The names of all rows in paths.
    pub(crate) fn row_names(&self, rows: &[Vec<String>]) -> Vec<String> {
        let mut seen: BTreeMap<Vec<&str>, usize> = BTreeMap::new();
        let name = |(index, row)| match self {
            Self::ByKey(key) => {
                let row: &Vec<String> = row;
                let own: Vec<&str> = key.iter().map(|&at| row[at].as_str()).collect();
                let count = seen.entry(own.clone()).or_default();
                *count += 1;
                key_name(&own, *count - 1)
            }
            Self::Kept | Self::Free => format!("rida {}", index + 1),
        };
        rows.iter().enumerate().map(name).collect()
    }
}

/// The name of a row with this key, of which so many stand before.
pub(crate) fn key_name(key: &[&str], twin: usize) -> String {
    match twin {
        0 => format!("rida „{}“", key.join(", ")),
        twin => format!("rida „{}“ ({})", key.join(", "), twin + 1),
    }
}

/// A cell's text by which to sort: whole numbers by their size.
fn sortable(text: &str, naming: &Naming<'_>) -> String {
    let whole = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match whole && text.len() != 11 {
        true => format!("{:04}{text}", text.len()),
        false => naming.blank(text),
    }
}
