//! Markdown: a list as a table, and what every Markdown text needs.

use rakis_model::words::Words;

use super::{COLUMNS, shown, titles};
use crate::register::Summary;

/// A list as a table.
pub fn list(list: &[Summary], words: &Words) -> String {
    let rows = list
        .iter()
        .map(|one| COLUMNS.iter().map(|column| shown((column.cell)(one))).collect::<Vec<_>>());
    table(&titles(words), rows)
}

/// A table; every cell is one line.
pub(super) fn table(head: &[String], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| {
        let cells: Vec<_> = cells.iter().map(|cell| inline(cell)).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let mut text = line(head) + &"| --- ".repeat(head.len()) + "|\n";
    for row in rows {
        text.push_str(&line(&row));
    }
    text
}

/// A text as it is, on one line: nothing in it means anything to Markdown or HTML.
pub(super) fn inline(text: &str) -> String {
    let mut plain = String::new();
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\n' => plain.push_str("<br>"),
            '<' => plain.push_str("&lt;"),
            '>' => plain.push_str("&gt;"),
            '&' => plain.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '!' => plain.extend(['\\', c]),
            control if control.is_control() => plain.push(' '),
            other => plain.push(other),
        }
    }
    plain
}

/// A text as it is, on lines of its own: the fence is longer than any in it.
pub(super) fn block(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}\n{}\n{fence}\n", text.trim_end_matches('\n'))
}
