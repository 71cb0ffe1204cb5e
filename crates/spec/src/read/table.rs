//! Tables written as text inside YAML.

use rakis_model::{Diagnostic, Message, Place, Problems, yaml::Cursor};

use crate::{
    place::line_text,
    table::{Table, cells},
};

/// A table and where its rows stand.
pub(super) struct Placed {
    /// The table.
    pub(super) table: Table,
    /// Place of each row.
    pub(super) places: Vec<Place>,
}

/// Reads a text of `| a | b |` lines. Every row must have the width of the first.
pub(super) fn read(cursor: &Cursor<'_>, problems: &mut Problems) -> Option<Placed> {
    let text = cursor.text(problems)?;
    let mut placed = Placed { table: Table::default(), places: Vec::new() };
    let mut sound = true;
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let place = line_place(cursor, index, line);
        match cells(line) {
            Some(row) => {
                sound &= check_width(&placed, &row, &place, problems);
                placed.table.rows.push(row);
                placed.places.push(place);
            }
            None => {
                sound = false;
                let message = Message::new("spec-not-a-row").with("text", line.trim());
                problems
                    .push(Diagnostic::error(message).at(place).hint(Message::new("spec-row-hint")));
            }
        }
    }
    sound.then_some(placed)
}

/// Where a line of a block stands; the whole value when it is not written as a block.
fn line_place(cursor: &Cursor<'_>, index: usize, line: &str) -> Place {
    let place = cursor.place();
    let written = line_text(&place.source, place.line_column().0 + 1 + index);
    let same = written.source.text[written.span.clone()] == *line.trim();
    if same { written } else { place }
}

fn check_width(placed: &Placed, row: &[String], place: &Place, problems: &mut Problems) -> bool {
    let Some(header) = placed.table.rows.first() else { return true };
    let number = placed.table.rows.len() + 1;
    let message = if row.len() < header.len() {
        let column = header.get(row.len()).map_or("", String::as_str);
        Message::new("spec-row-short").with("row", number).with("column", column)
    } else if row.len() > header.len() {
        let cell = row.get(header.len()).map_or("", String::as_str);
        Message::new("spec-row-long").with("row", number).with("cell", cell)
    } else {
        return true;
    };
    let related = Message::new("spec-header-here").with("count", header.len());
    problems.push(
        Diagnostic::error(message.with("cells", row.len()).with("columns", header.len()))
            .at(place.clone())
            .related(placed.places[0].clone(), related),
    );
    false
}
