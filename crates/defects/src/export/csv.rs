//! CSV as Excel with Estonian settings opens it by a double click.

use csv::{Terminator, WriterBuilder};
use rakis_model::words::Words;

use super::{COLUMNS, shown, titles};
use crate::{RegisterError, register::Summary};

/// A list as CSV: UTF-8 with a byte order mark, semicolons, `31.12.2026`, CRLF. A text that a
/// spreadsheet would take for a formula gets an apostrophe before it.
///
/// # Errors
/// When it cannot be written, which memory alone could cause.
pub fn csv(list: &[Summary], words: &Words) -> Result<Vec<u8>, RegisterError> {
    let wrong = |error: &dyn std::fmt::Display| RegisterError::Export(error.to_string());
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(titles(words)).map_err(|error| wrong(&error))?;
    for one in list {
        let cells = COLUMNS.iter().map(|column| guarded(shown((column.cell)(one))));
        writer.write_record(cells).map_err(|error| wrong(&error))?;
    }
    writer.into_inner().map_err(|error| wrong(&error))
}

/// No formula (CWE-1236).
fn guarded(cell: String) -> String {
    match cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        true => format!("'{cell}"),
        false => cell,
    }
}
