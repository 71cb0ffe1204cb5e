//! Cases counted by specification and outcome.

use rakis_model::{Outcome, record::Case};

use super::{Style, paint::Paint};
use crate::{names::area, view::View, visible::one_line};

/// A specification, or an area for cases linked to none, with its counts.
struct Row {
    label: String,
    counts: [usize; OUTCOMES.len()],
}

/// Columns in the order people read them: heading, and heading for a narrow terminal.
const OUTCOMES: [(Outcome, [&str; 2]); 8] = [
    (Outcome::Passed, ["report-column-passed", "report-column-passed-narrow"]),
    (
        Outcome::UnexpectedPass,
        ["report-column-unexpected-pass", "report-column-unexpected-pass-narrow"],
    ),
    (Outcome::Known, ["report-column-known", "report-column-known-narrow"]),
    (Outcome::Failed, ["report-column-failed", "report-column-failed-narrow"]),
    (Outcome::Broken, ["report-column-broken", "report-column-broken-narrow"]),
    (Outcome::Invalid, ["report-column-invalid", "report-column-invalid-narrow"]),
    (Outcome::Skipped, ["report-column-skipped", "report-column-skipped-narrow"]),
    (Outcome::NotRun, ["report-column-not-run", "report-column-not-run-narrow"]),
];

/// Characters a label has at least.
const LABEL: usize = 16;
/// The same on a narrow terminal: an id, and a mark that its title is left out.
const NARROW_LABEL: usize = 14;

/// The table: a row for each specification, a total when there are several; outcomes nothing ended
/// in have no column, except `passed`.
pub(super) fn table(view: &View<'_>, style: Style) -> String {
    let mut rows = rows(view);
    let mut total = Row { label: view.word("report-table-total"), counts: [0; OUTCOMES.len()] };
    for row in &rows {
        for (sum, count) in total.counts.iter_mut().zip(row.counts) {
            *sum += count;
        }
    }
    let shown: Vec<usize> =
        (0..OUTCOMES.len()).filter(|at| *at == 0 || total.counts[*at] > 0).collect();
    let columns = |which: usize| -> Vec<Column> {
        shown
            .iter()
            .map(|at| Column::new(&view.word(OUTCOMES[*at].1[which]), Some(*at), total.counts[*at]))
            .chain([Column::new(
                &view.word("report-column-all"),
                None,
                total.counts.iter().sum::<usize>(),
            )])
            .collect()
    };
    let (wide, narrow) = (columns(0), columns(1));
    let (columns, label) = match taken(&wide) + LABEL <= style.width {
        true => (wide, LABEL),
        false => (narrow, NARROW_LABEL),
    };
    if rows.len() > 1 {
        rows.push(total);
    }
    draw(view, &rows, &columns, label, style)
}

struct Column {
    /// Its lines.
    head: Vec<String>,
    /// Index of the outcome; the sum of the row without.
    at: Option<usize>,
    width: usize,
}

impl Column {
    fn new(head: &str, at: Option<usize>, largest: usize) -> Self {
        let head: Vec<String> = head.lines().map(str::to_owned).collect();
        let words = head.iter().map(|line| line.chars().count()).max().unwrap_or_default();
        Self { head, at, width: words.max(largest.to_string().len()) }
    }
}

/// What the columns take of a line.
fn taken(columns: &[Column]) -> usize {
    columns.iter().map(|column| column.width + 2).sum()
}

fn draw(
    view: &View<'_>,
    rows: &[Row],
    columns: &[Column],
    shortest: usize,
    style: Style,
) -> String {
    let paint = Paint { color: style.color };
    let taken = taken(columns);
    let longest = rows.iter().map(|row| row.label.chars().count()).max().unwrap_or_default();
    let label = view.word("report-table-specification");
    let room =
        longest.max(label.chars().count()).min(style.width.saturating_sub(taken).max(shortest));
    let mut lines = headings(&label, columns, room, paint);
    for row in rows {
        let mut line = format!("{:<room$}", one_line(&row.label, room));
        for column in columns {
            let count = column.at.map_or_else(|| row.counts.iter().sum(), |at| row.counts[at]);
            let cell = match count {
                0 => "–".to_owned(),
                count => count.to_string(),
            };
            let cell = format!("{cell:>width$}", width = column.width);
            let cell = match column.at {
                Some(at) if count > 0 => paint.outcome(OUTCOMES[at].0, &cell),
                _ => cell,
            };
            line.push_str(&format!("  {cell}"));
        }
        lines.push(line);
    }
    lines.join("\n") + "\n"
}

/// The headings in one or more lines; those of fewer lines stand on the last ones.
fn headings(label: &str, columns: &[Column], room: usize, paint: Paint) -> Vec<String> {
    let mut lines = Vec::new();
    let height = columns.iter().map(|column| column.head.len()).max().unwrap_or(1);
    for number in 0..height {
        let left = if number + 1 == height { one_line(label, room) } else { String::new() };
        let mut line = format!("{left:<room$}");
        for column in columns {
            let missing = height - column.head.len();
            let head = number.checked_sub(missing).map_or("", |line| column.head[line].as_str());
            line.push_str(&format!("  {head:>width$}", width = column.width));
        }
        lines.push(paint.strong(line.trim_end()));
    }
    lines
}

/// One row a specification in the order of the run, then one an area.
fn rows(view: &View<'_>) -> Vec<Row> {
    let mut rows: Vec<(String, Row)> = view
        .run
        .info
        .specifications
        .iter()
        .map(|one| {
            let label = format!("{} {}", one.id, one.title);
            (one.id.clone(), Row { label: label.trim().to_owned(), counts: [0; OUTCOMES.len()] })
        })
        .collect();
    for case in &view.run.cases {
        let (key, label) = home(view, case);
        let at = rows.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
            rows.push((key, Row { label, counts: [0; OUTCOMES.len()] }));
            rows.len() - 1
        });
        if let Some(column) = OUTCOMES.iter().position(|(outcome, _)| *outcome == case.outcome) {
            rows[at].1.counts[column] += 1;
        }
    }
    let counted = |row: &Row| row.counts.iter().any(|count| *count > 0);
    rows.into_iter().map(|(_, row)| row).filter(counted).collect()
}

fn home(view: &View<'_>, case: &Case) -> (String, String) {
    match view.index.specification(case) {
        Some(one) => (one.id.clone(), format!("{} {}", one.id, one.title)),
        None => {
            let area = area(&case.file).unwrap_or_default();
            (format!("/{area}"), view.area(area))
        }
    }
}
