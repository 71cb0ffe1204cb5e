//! A sheet of an Excel workbook, streamed into the one form of all tables.

use std::{
    fs::File,
    io::{BufReader, Read, Seek},
    path::Path,
};

use calamine::{DataRef, Reader, SheetType, Xlsx, XlsxCellReader};
use rakis_model::Message;

use super::{Error, Problem, Source, Spool};
use crate::snapshot::excel_moment;

/// Spools a sheet: its first used row is the header. A number is written as its digits, a date as
/// `2026-12-31`.
///
/// # Errors
/// When the file is no workbook or cannot be read; as a problem of the table, when it has several
/// sheets with something in them and none was chosen, or not the one chosen.
pub fn workbook(
    path: &Path,
    name: &str,
    sheet: Option<&str>,
    scratch: &Path,
) -> Result<Source, Error> {
    let file = File::open(path).map_err(|error| Error::file(name, &error))?;
    let mut book: Xlsx<_> =
        Xlsx::new(BufReader::new(file)).map_err(|error| unreadable(name, &error))?;
    let sheets = book.sheets_metadata().iter().filter(|one| one.typ == SheetType::WorkSheet);
    let names: Vec<String> = sheets.map(|one| one.name.clone()).collect();
    let chosen = match (sheet, &names[..]) {
        (Some(sheet), _) if names.iter().any(|one| one == sheet) => sheet.to_owned(),
        (None, [only]) => only.clone(),
        _ => {
            let message = Message::new("compare-rec-sheet").with("sheets", names.join(", "));
            let hint = Message::new("compare-rec-sheet-hint").with("file", name);
            return Err(Error::one(Problem::new(name, message).hint(hint)));
        }
    };
    let title = if names.len() > 1 { format!("{name}#{chosen}") } else { name.to_owned() };
    let cells = book.worksheet_cells_reader(&chosen).map_err(|error| unreadable(name, &error))?;
    spool(cells, title, scratch)
}

fn unreadable(name: &str, reason: &dyn std::fmt::Display) -> Error {
    let message = Message::new("compare-snapshot-not-xlsx").with("reason", reason);
    Error::one(Problem::new(name, message))
}

/// Rows as they come; a cell beside the header makes its row too wide, which is told later.
fn spool<R: Read + Seek>(
    mut cells: XlsxCellReader<'_, R>,
    name: String,
    scratch: &Path,
) -> Result<Source, Error> {
    let mut rows = Rows { name, spool: None, row: Vec::new(), at: 0, left: 0, width: 0, top: 0 };
    loop {
        let next = cells.next_cell();
        let Some(cell) = next.map_err(|error| unreadable(&rows.name, &error))? else { break };
        let Some(text) = shown(cell.get_value()) else { continue };
        let (row, column) = cell.get_position();
        rows.put(row, column, text, scratch)?;
    }
    rows.end(scratch)?;
    match rows.spool {
        Some(spool) => {
            let mut source = spool.finish()?;
            source.row_offset = u64::from(rows.top);
            Ok(source)
        }
        None => Err(Error::one(Problem::new(&rows.name, Message::new("compare-rec-empty")))),
    }
}

struct Rows {
    name: String,
    spool: Option<Spool>,
    row: Vec<String>,
    /// Number of the open row, from 0.
    at: u32,
    /// Column of the header's first cell.
    left: u32,
    width: usize,
    top: u32,
}

impl Rows {
    fn put(&mut self, row: u32, column: u32, text: String, scratch: &Path) -> Result<(), Error> {
        if self.spool.is_none() && self.row.is_empty() {
            (self.at, self.top, self.left) = (row, row, column);
        }
        // An empty row between others is one: it is not passed over.
        while self.at < row {
            self.end(scratch)?;
            self.at += 1;
        }
        let Some(column) = column.checked_sub(self.left) else {
            let message = Message::new("compare-rec-beside");
            return Err(Error::one(Problem::new(&self.name, message).row(u64::from(row) + 1)));
        };
        self.row.resize(self.row.len().max(column as usize + 1), String::new());
        self.row[column as usize] = text;
        Ok(())
    }

    /// The open row is whole.
    fn end(&mut self, scratch: &Path) -> Result<(), Error> {
        let mut row = std::mem::take(&mut self.row);
        match &mut self.spool {
            None if row.is_empty() => Ok(()),
            None => {
                self.width = row.len();
                self.spool = Some(Spool::new(self.name.clone(), scratch, &row)?);
                Ok(())
            }
            Some(spool) => {
                row.resize(row.len().max(self.width), String::new());
                spool.row(&row)
            }
        }
    }
}

fn shown(value: &DataRef<'_>) -> Option<String> {
    Some(match value {
        DataRef::Empty => return None,
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(value) => value.clone(),
        DataRef::SharedString(value) => (*value).to_owned(),
        DataRef::Bool(value) => if *value { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(moment) => excel_moment(moment),
        DataRef::DateTimeIso(value) | DataRef::DurationIso(value) => value.clone(),
        DataRef::Error(error) => error.to_string(),
    })
}
