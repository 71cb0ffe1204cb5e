//! Workbooks of Excel: every sheet as a table.
//!
//! Where on its sheet a table begins does not count, and neither does its look. A number is
//! written as its digits, a date as `2026-12-31`. A text that reads as a number is written with
//! an apostrophe before it, as in Excel: sums leave it out, so it is not the number.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read, Seek},
};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, Xlsx, XlsxError};
use rakis_model::{Failure, Message};

use super::{Sheet, sheet};
use crate::snapshot::number;

/// A sheet with more cells between its corners is a mistake that would fill the memory.
const MOST_CELLS: u64 = 20_000_000;

/// Reads the sheets of a workbook, in their order, hidden ones too.
///
/// # Errors
/// [`Failure`] of kind failed when the bytes are no workbook.
pub(crate) fn read(body: &[u8]) -> Result<Vec<Sheet>, Box<Failure>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(body)).map_err(|error| told(&error))?;
    let sheets = book.sheets_metadata().to_vec();
    let mut out = Vec::new();
    for one in sheets {
        let rows = match one.typ {
            SheetType::WorkSheet => rows(&mut book, &one.name)?,
            _ => Vec::new(),
        };
        out.push(sheet::of_rows(Some(one.name), rows)?);
    }
    Ok(out)
}

fn told(reason: &dyn std::fmt::Display) -> Box<Failure> {
    let message = Message::new("compare-snapshot-not-xlsx").with("reason", reason);
    Box::new(Failure::failed(message))
}

/// The rows from the first used cell to the last.
fn rows<R: Read + Seek>(book: &mut Xlsx<R>, name: &str) -> Result<Vec<Vec<String>>, Box<Failure>> {
    let cells = cells(book, name).map_err(|error| told(&error))?;
    let columns = cells.keys().map(|(_, column)| *column);
    let (Some(left), Some(right)) = (columns.clone().min(), columns.max()) else {
        return Ok(Vec::new());
    };
    let (Some((top, _)), Some((bottom, _))) = (cells.keys().next(), cells.keys().next_back())
    else {
        return Ok(Vec::new());
    };
    let (height, width) = (u64::from(bottom - top) + 1, u64::from(right - left) + 1);
    if height * width > MOST_CELLS {
        return Err(told(&format!("{name}: {height} × {width}")));
    }
    let text = |row: u32, column: u32| cells.get(&(row, column)).cloned().unwrap_or_default();
    Ok((*top..=*bottom)
        .map(|row| (left..=right).map(|column| text(row, column)).collect())
        .collect())
}

/// Used cells by row and column.
fn cells<R: Read + Seek>(
    book: &mut Xlsx<R>,
    name: &str,
) -> Result<BTreeMap<(u32, u32), String>, XlsxError> {
    let mut reader = book.worksheet_cells_reader(name)?;
    let mut cells = BTreeMap::new();
    while let Some(cell) = reader.next_cell()? {
        if let Some(text) = shown(cell.get_value()) {
            cells.insert(cell.get_position(), text);
        }
    }
    Ok(cells)
}

fn shown(value: &DataRef<'_>) -> Option<String> {
    let text = |text: &str| {
        let marked = text.starts_with('\'') || number::parse(text).is_some();
        if marked { format!("'{text}") } else { text.to_owned() }
    };
    Some(match value {
        DataRef::Empty => return None,
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(value) => text(value),
        DataRef::SharedString(value) => text(value),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(moment) => date_time(moment),
        DataRef::DateTimeIso(value) | DataRef::DurationIso(value) => value.clone(),
        DataRef::Error(error) => error.to_string(),
    })
}

pub(crate) fn date_time(moment: &ExcelDateTime) -> String {
    if moment.is_duration() {
        // Excel keeps a duration as days.
        return format!("{} d", moment.as_f64());
    }
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    let time = if milli == 0 { time } else { format!("{time}.{milli:03}") };
    match (year < 1900, time.as_str()) {
        // A time of day alone is a part of the day before the first.
        (true, _) => time,
        (false, "00:00:00") => format!("{year:04}-{month:02}-{day:02}"),
        (false, _) => format!("{year:04}-{month:02}-{day:02}T{time}"),
    }
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::{ExcelDateTime as Written, Format, Workbook};

    use super::*;

    #[test]
    fn a_workbook_is_read_sheet_by_sheet() {
        let mut book = Workbook::new();
        let day = Format::new().set_num_format("dd.mm.yyyy");
        let first = book.add_worksheet().set_name("Maksed").unwrap();
        for (column, name) in ["nimi", "summa", "päev", "kood"].iter().enumerate() {
            first.write_string(2, u16::try_from(column + 1).unwrap(), *name).unwrap();
        }
        first.write_string(3, 1, "Õie Õun").unwrap();
        first.write_number(3, 2, 1234.5).unwrap();
        first
            .write_datetime_with_format(3, 3, Written::parse_from_str("2026-12-31").unwrap(), &day)
            .unwrap();
        first.write_string(3, 4, "007").unwrap();
        first.write_boolean(4, 2, true).unwrap();
        book.add_worksheet().set_name("Tühi").unwrap();
        let sheets = read(&book.save_to_buffer().unwrap()).unwrap();
        let table = sheets[0].table.as_ref().unwrap();
        assert_eq!(sheets[0].title.as_deref(), Some("Maksed"));
        assert_eq!(table.header(), ["nimi", "summa", "päev", "kood"]);
        assert_eq!(
            table.rows(),
            [["Õie Õun", "1234.5", "2026-12-31", "'007"], ["", "TRUE", "", ""]]
        );
        assert_eq!(sheets[1], Sheet { title: Some("Tühi".to_owned()), table: None });
    }

    #[test]
    fn what_is_no_workbook_is_told() {
        for wrong in [&b""[..], b"PK", b"a;b\n"] {
            assert_eq!(read(wrong).unwrap_err().message.key, "compare-snapshot-not-xlsx");
        }
    }

    #[test]
    fn two_cells_far_apart_do_not_fill_the_memory() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write_number(0, 0, 1.0).unwrap();
        sheet.write_number(1_048_575, 16_383, 1.0).unwrap();
        let failure = read(&book.save_to_buffer().unwrap()).unwrap_err();
        assert!(failure.message.args[0].1.contains("1048576 × 16384"), "{failure:?}");
    }
}
