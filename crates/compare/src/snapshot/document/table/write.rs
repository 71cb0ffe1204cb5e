//! Tables as text, and back.

use rakis_model::Failure;

use super::Sheet;
use crate::Table;

/// Wider cells are not waited for by the others: one long text would fill a whole file with
/// blanks.
const WIDEST: usize = 40;

/// A sheet as a heading and an aligned table that [`Table::parse`] reads back.
pub(crate) fn sheet(sheet: &Sheet) -> String {
    let mut out = String::new();
    if let Some(title) = &sheet.title {
        out.push_str(&format!("leht „{}“\n", title.replace('\n', "[U+000A]")));
    }
    let Some(table) = &sheet.table else { return out.trim_end().to_owned() };
    let escaped = |row: &[String]| row.iter().map(|cell| escape(cell)).collect::<Vec<_>>();
    let rows: Vec<Vec<String>> = std::iter::once(table.header())
        .chain(table.rows().iter().map(Vec::as_slice))
        .map(escaped)
        .collect();
    let mut widths = vec![0; table.header().len()];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count()).min(WIDEST);
        }
    }
    for row in &rows {
        out.push('|');
        for (width, cell) in widths.iter().zip(row) {
            out.push_str(&format!(" {cell:<width$} |"));
        }
        out.push('\n');
    }
    out.trim_end().to_owned()
}

/// The sheets of a canonical text.
///
/// # Errors
/// [`Failure`] of kind invalid when the text is none.
pub(crate) fn parse(text: &str) -> Result<Vec<Sheet>, Box<Failure>> {
    let mut sheets: Vec<(Option<String>, String)> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        if let Some(title) = line.strip_prefix("leht „").and_then(|rest| rest.strip_suffix('“'))
        {
            sheets.push((Some(title.to_owned()), String::new()));
            continue;
        }
        if sheets.is_empty() {
            sheets.push((None, String::new()));
        }
        if let Some((_, table)) = sheets.last_mut() {
            table.push_str(line);
            table.push('\n');
        }
    }
    let sheet = |(title, text): (Option<String>, String)| {
        let table = if text.is_empty() { None } else { Some(Table::parse(&text)?) };
        Ok(Sheet { title, table })
    };
    sheets.into_iter().map(sheet).collect()
}

/// What a table's text would lose, written as `[U+0020]`: blanks at the ends of a cell, a
/// carriage return and other control characters, a line end in the name of a column or sheet.
pub(crate) fn visible(text: String) -> String {
    let hidden = |c: char| c.is_control() && c != '\n';
    let at_ends = text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace);
    if !at_ends && !text.contains(hidden) {
        return text;
    }
    let start = text.len() - text.trim_start().len();
    let end = text.trim_end().len();
    let mut out = String::new();
    for (at, c) in text.char_indices() {
        if hidden(c) || at < start || at >= end {
            out.push_str(&format!("[U+{:04X}]", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    out
}

fn escape(cell: &str) -> String {
    if !cell.contains(['\\', '|', '\n']) {
        return cell.to_owned();
    }
    cell.replace('\\', "\\\\").replace('|', "\\|").replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        let cell = |text: &str| visible(text.to_owned());
        let table = Table::new(
            vec!["a|b".to_owned(), "õ".to_owned()],
            vec![
                vec![cell(" x\t"), cell("\\n\n|")],
                vec![cell("\u{a0}"), "x".repeat(60)],
                vec![String::new(), cell("a\r\u{0}b")],
            ],
        );
        let one = Sheet { title: Some("Leht 1".to_owned()), table: Some(table.unwrap()) };
        let empty = Sheet { title: Some("tühi“".to_owned()), table: None };
        let text = format!("{}\n\n{}", sheet(&one), sheet(&empty));
        assert!(
            text.starts_with(
                "leht „Leht 1“\n| a\\|b              | õ                                        |\n\
             | [U+0020]x[U+0009] | \\\\n\\n\\|                                  |\n"
            ),
            "{text}"
        );
        assert_eq!(parse(&text).unwrap(), [one, empty]);
        assert_eq!(parse("").unwrap(), []);
        assert!(parse("| a |\nx").is_err());
    }
}
