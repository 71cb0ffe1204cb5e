//! XLSX: one sheet, its head frozen, with a filter and real dates.

use jiff::{Timestamp, civil::Date};
use rakis_model::words::Words;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use super::{COLUMNS, Cell, Column, titles};
use crate::{RegisterError, day::day, register::Summary};

/// A list as a workbook. `now` is told in its properties.
///
/// # Errors
/// When the workbook cannot be made: a list of more than a million rows.
pub fn xlsx(list: &[Summary], words: &Words, now: Timestamp) -> Result<Vec<u8>, RegisterError> {
    workbook(list, words, now).map_err(|error| RegisterError::Export(error.to_string()))
}

fn workbook(list: &[Summary], words: &Words, now: Timestamp) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let made = excel_day(day(now))?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let sheet = book.add_worksheet();
    sheet.set_name(words.word("register-sheet"))?;
    head(sheet, words)?;
    let top = Format::new().set_align(FormatAlign::Top);
    let wrapped = top.clone().set_text_wrap();
    let dated = top.clone().set_num_format("dd.mm.yyyy");
    for (row, one) in (1..).zip(list) {
        sheet.set_row_height(row, f64::from(lines(one) * LINE))?;
        for (at, column) in (0..).zip(&COLUMNS) {
            match (column.cell)(one) {
                Cell::Text(text) => sheet.write_string_with_format(row, at, text, &wrapped)?,
                Cell::Number(number) => sheet.write_with_format(row, at, number, &top)?,
                Cell::Day(Some(day)) => {
                    sheet.write_datetime_with_format(row, at, excel_day(day)?, &dated)?
                }
                Cell::Day(None) => sheet.write_blank(row, at, &dated)?,
            };
        }
    }
    let last = u32::try_from(list.len()).unwrap_or(u32::MAX);
    let columns = u16::try_from(COLUMNS.len() - 1).unwrap_or_default();
    sheet.autofilter(0, 0, last, columns)?;
    book.save_to_buffer()
}

/// Height of a line in points, Excel's own.
const LINE: u32 = 15;

/// How many lines the longest cell of a row takes when wrapped; not every program finds that out
/// by itself.
fn lines(one: &Summary) -> u32 {
    let of = |column: &Column| match (column.cell)(one) {
        Cell::Text(text) => {
            let width = usize::from(column.width).max(1);
            u32::try_from(text.chars().count().div_ceil(width)).unwrap_or(u32::MAX)
        }
        Cell::Number(_) | Cell::Day(_) => 1,
    };
    COLUMNS.iter().map(of).max().unwrap_or(1).clamp(1, 20)
}

fn head(sheet: &mut Worksheet, words: &Words) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    sheet.set_row_height(0, f64::from(2 * LINE))?;
    for (at, (title, column)) in (0..).zip(titles(words).into_iter().zip(&COLUMNS)) {
        sheet.write_string_with_format(0, at, title, &bold)?;
        sheet.set_column_width(at, f64::from(column.width))?;
    }
    sheet.set_freeze_panes(1, 1)?;
    // Printed: A4 across, one page wide, the head on each page.
    sheet.set_landscape();
    sheet.set_paper_size(9);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}

/// Excel knows no day before 1900; none of ours is.
fn excel_day(day: Date) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(day.year()).unwrap_or_default();
    let number = |part: i8| u8::try_from(part).unwrap_or_default();
    ExcelDateTime::from_ymd(year, number(day.month()), number(day.day()))
}
