//! Defects as files for people and programs: CSV and XLSX for a spreadsheet, JSON, Markdown.

mod csv;
mod json;
mod markdown;
mod report;
mod xlsx;

use jiff::civil::Date;
use rakis_model::words::Words;

pub use csv::csv;
pub use json::json;
pub use markdown::list as markdown;
pub use report::{happening, report};
pub use xlsx::xlsx;

use crate::{day::day, register::Summary};

/// A column of a list: the key of its title, how wide it is in letters, what stands in it.
struct Column {
    title: &'static str,
    width: u16,
    cell: fn(&Summary) -> Cell,
}

/// What stands in a cell.
enum Cell {
    Text(String),
    Number(i64),
    Day(Option<Date>),
}

/// The columns of a list, in an order that stays: people sort and filter by their own copies.
const COLUMNS: [Column; 17] = [
    Column { title: "register-column-id", width: 16, cell: |one| text(&one.id) },
    Column { title: "register-column-title", width: 60, cell: |one| text(&one.title) },
    Column { title: "register-column-state", width: 18, cell: |one| text(&one.state) },
    Column { title: "register-column-severity", width: 14, cell: |one| maybe(&one.severity) },
    Column { title: "register-column-priority", width: 14, cell: |one| maybe(&one.priority) },
    Column { title: "register-column-party", width: 18, cell: |one| maybe(&one.party) },
    Column { title: "register-column-assignee", width: 18, cell: |one| maybe(&one.assignee) },
    Column { title: "register-column-requirement", width: 18, cell: |one| maybe(&one.requirement) },
    Column { title: "register-column-system", width: 10, cell: |one| text(&one.system) },
    Column { title: "register-column-area", width: 16, cell: |one| text(&one.area) },
    Column { title: "register-column-delivery", width: 14, cell: |one| maybe(&one.delivery) },
    Column { title: "register-column-fixed-in", width: 14, cell: |one| maybe(&one.fixed_in) },
    Column { title: "register-column-waived", width: 14, cell: |one| Cell::Day(one.waived_until) },
    Column { title: "register-column-opened", width: 12, cell: |one| at(Some(one.opened_at)) },
    Column { title: "register-column-seen", width: 12, cell: |one| at(Some(one.seen_at)) },
    Column { title: "register-column-closed", width: 12, cell: |one| at(one.closed_at) },
    Column {
        title: "register-column-occurrences",
        width: 12,
        cell: |one| Cell::Number(one.occurrences),
    },
];

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn maybe(text: &Option<String>) -> Cell {
    Cell::Text(text.clone().unwrap_or_default())
}

fn at(at: Option<jiff::Timestamp>) -> Cell {
    Cell::Day(at.map(day))
}

fn titles(words: &Words) -> Vec<String> {
    COLUMNS.iter().map(|column| words.word(column.title)).collect()
}

/// A cell as people read it.
fn shown(cell: Cell) -> String {
    match cell {
        Cell::Text(text) => text,
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day.map(rakis_model::date::show).unwrap_or_default(),
    }
}
