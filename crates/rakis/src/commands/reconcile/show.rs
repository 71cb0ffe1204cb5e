//! What a reconciliation found, as the terminal shows it.

use rakis_compare::reconcile::{
    Cell, Finding, FindingKind, Group, Outcome, Pattern, Problem, Table, Total,
};
use rakis_model::{
    Message,
    words::{Language, Words},
};

use crate::render::{plain, table};

/// One problem of a table: `file: row 3, column „summa“: …`.
pub(super) fn problem(problem: &Problem, words: &Words) -> String {
    let mut place = problem.file.clone();
    if let Some(row) = problem.row {
        let row = Message::new("cli-reconcile-row").with("row", row);
        place.push_str(&format!(": {}", words.text(&row)));
    }
    if let Some(column) = problem.column.as_ref().filter(|column| !column.is_empty()) {
        let column = Message::new("cli-reconcile-column").with("column", column);
        place.push_str(&format!(", {}", words.text(&column)));
    }
    let place = if place.is_empty() { place } else { format!("{place}: ") };
    let mut text = format!("{}: {place}{}", words.word("cli-error"), words.text(&problem.message));
    if let Some(hint) = &problem.hint {
        text.push_str(&format!("\n  {}: {}", words.word("cli-help"), words.text(hint)));
    }
    plain(&text)
}

/// The whole result.
pub(super) fn outcome(outcome: &Outcome, words: &Words) -> String {
    let mut lines = head(outcome, words);
    lines.push(String::new());
    lines.push(counts(outcome, words));
    if !outcome.totals.is_empty() {
        lines.push(String::new());
        lines.push(totals(&outcome.totals, words));
    }
    lines.extend(outcome.notes.iter().map(|note| words.text(note)));
    if !outcome.groups.is_empty() {
        lines.push(String::new());
        lines.push(words.word("cli-reconcile-groups"));
        lines.extend(outcome.groups.iter().map(|one| format!("  {}", group(one, words))));
        more(&mut lines, outcome.groups_found, outcome.groups.len(), words);
    }
    if !outcome.first.is_empty() {
        lines.push(String::new());
        lines.push(words.word("cli-reconcile-first"));
        lines.extend(outcome.first.iter().map(|one| format!("  {}", finding(one, words))));
        let counts = &outcome.counts;
        let all = counts.missing + counts.extra + counts.changed + counts.duplicate_keys;
        more(&mut lines, all, outcome.first.len(), words);
    }
    if outcome.first.iter().any(|one| one.key.iter().any(|key| key.contains("[isikukood]"))) {
        lines.push(words.word("cli-reconcile-hidden"));
    }
    plain(&lines.join("\n")) + "\n"
}

fn more(lines: &mut Vec<String>, all: u64, shown: usize, words: &Words) {
    let more = usize::try_from(all).unwrap_or(usize::MAX).saturating_sub(shown);
    if more > 0 {
        lines.push(format!("  {}", words.count("cli-more-problems", more)));
    }
}

fn head(outcome: &Outcome, words: &Words) -> Vec<String> {
    let side = |key: &'static str, table: &Table| {
        let delimiter =
            if table.delimiter == '\t' { "TAB".to_owned() } else { table.delimiter.to_string() };
        let message = Message::new(key)
            .with("file", &table.name)
            .with("rows", table.rows)
            .with("encoding", &table.encoding)
            .with("delimiter", delimiter);
        words.text(&message)
    };
    let mut lines = vec![
        side("cli-reconcile-left", &outcome.left),
        side("cli-reconcile-right", &outcome.right),
    ];
    let list = |names: &[String]| names.join(", ");
    lines.push(
        words.text(
            &Message::new("cli-reconcile-compared")
                .with("key", list(&outcome.key))
                .with("columns", list(&outcome.compared)),
        ),
    );
    if !outcome.ignored.is_empty() {
        let message = Message::new("cli-reconcile-ignored");
        lines.push(words.text(&message.with("columns", list(&outcome.ignored))));
    }
    lines
}

fn counts(outcome: &Outcome, words: &Words) -> String {
    let counts = &outcome.counts;
    words.text(
        &Message::new("cli-reconcile-counts")
            .with("equal", counts.equal)
            .with("changed", counts.changed)
            .with("cells", counts.cells)
            .with("missing", counts.missing)
            .with("extra", counts.extra)
            .with("duplicates", counts.duplicate_keys),
    )
}

fn totals(totals: &[Total], words: &Words) -> String {
    let header = [
        "cli-reconcile-total-column",
        "cli-reconcile-total-count",
        "cli-reconcile-total-left",
        "cli-reconcile-total-right",
        "cli-reconcile-total-difference",
    ]
    .map(|key| words.word(key));
    let row = |one: &Total| {
        let count = match one.left_count == one.right_count {
            true => one.left_count.to_string(),
            false => format!("{} / {}", one.left_count, one.right_count),
        };
        let number = |text: &str| number(text, words);
        [one.column.clone(), count, number(&one.left), number(&one.right), number(&one.difference)]
    };
    let rows: Vec<_> = totals.iter().map(row).collect();
    table(&header, &rows, usize::MAX >> 1).trim_end().to_owned()
}

/// An exact decimal as people of the language write it.
fn number(text: &str, words: &Words) -> String {
    if words.language() == Language::Et { text.replace('.', ",") } else { text.to_owned() }
}

fn group(group: &Group, words: &Words) -> String {
    let message = match &group.pattern {
        Pattern::Number(by) => {
            Message::new("cli-reconcile-group-number").with("by", number(by, words))
        }
        Pattern::Days(by) => Message::new("cli-reconcile-group-days").with("by", by),
        Pattern::NoLeft => Message::new("cli-reconcile-group-no-left"),
        Pattern::NoRight => Message::new("cli-reconcile-group-no-right"),
        Pattern::Text(left, right) => {
            Message::new("cli-reconcile-group-text").with("left", left).with("right", right)
        }
        Pattern::Other => Message::new("cli-reconcile-group-other"),
    };
    let message = message
        .with("count", group.rows)
        .with("column", &group.column)
        .with("example", group.example.join(", "));
    words.text(&message)
}

fn finding(finding: &Finding, words: &Words) -> String {
    let key = match finding.kind {
        FindingKind::Missing => "cli-reconcile-missing",
        FindingKind::Extra => "cli-reconcile-extra",
        FindingKind::Duplicate => "cli-reconcile-duplicate",
        FindingKind::Changed => "cli-reconcile-changed",
    };
    let rows = |rows: &[u64]| match rows {
        [] => "–".to_owned(),
        rows => rows.iter().map(u64::to_string).collect::<Vec<_>>().join(", "),
    };
    let cells: Vec<String> = finding.cells.iter().map(|one| cell(one, words)).collect();
    words.text(
        &Message::new(key)
            .with("key", finding.key.join(", "))
            .with("left", rows(&finding.left_rows))
            .with("right", rows(&finding.right_rows))
            .with("cells", cells.join("; ")),
    )
}

fn cell(cell: &Cell, words: &Words) -> String {
    let by = cell.difference.as_ref().map(|by| format!(" ({})", number(by, words)));
    let by = by.unwrap_or_default();
    format!("{} {} → {}{by}", cell.column, cell.left, cell.right)
}
