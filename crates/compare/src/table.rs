//! A table of texts: a header and rows of the same width.

use rakis_model::{Failure, Message};
use serde_json::Value;

/// A header and rows; every row is as wide as the header, no column name stands twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table of a header and rows.
    ///
    /// # Errors
    /// [`Failure`] of kind invalid when there is no header, a column has no name or the name of
    /// another, or a row has another width.
    pub fn new(header: Vec<String>, rows: Vec<Vec<String>>) -> Result<Self, Box<Failure>> {
        let invalid = |message| Err(Box::new(Failure::invalid(message)));
        if header.is_empty() {
            return invalid(Message::new("compare-table-empty"));
        }
        for (index, name) in header.iter().enumerate() {
            if name.trim().is_empty() {
                return invalid(Message::new("compare-column-unnamed").with("number", index + 1));
            }
            if header[..index].contains(name) {
                return invalid(Message::new("compare-column-twice").with("column", name));
            }
        }
        if let Some(at) = rows.iter().position(|row| row.len() != header.len()) {
            let message = Message::new("compare-row-width")
                .with("row", at + 1)
                .with("expected", header.len())
                .with("actual", rows[at].len());
            return invalid(message);
        }
        Ok(Self { header, rows })
    }

    /// A table whose first row is the header, as a data table of a step is.
    ///
    /// # Errors
    /// As [`Table::new`].
    pub fn from_rows(mut rows: Vec<Vec<String>>) -> Result<Self, Box<Failure>> {
        let header = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
        Self::new(header, rows)
    }

    /// A table written as in Gherkin: `| a | b |` on each line, `\|`, `\\` and `\n` in cells.
    ///
    /// # Errors
    /// [`Failure`] of kind invalid when a line does not begin and end with `|`; else as
    /// [`Table::new`].
    pub fn parse(text: &str) -> Result<Self, Box<Failure>> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let rows = lines.map(|line| {
            cells(line).ok_or_else(|| {
                let message = Message::new("compare-not-a-row").with("line", line);
                Box::new(Failure::invalid(message).hint(Message::new("compare-row-hint")))
            })
        });
        Self::from_rows(rows.collect::<Result<_, _>>()?)
    }

    /// A table of a JSON list of objects: these columns of each. A text is itself, nothing and
    /// `null` are an empty cell, a list its items with `, ` between, all else JSON text.
    ///
    /// # Errors
    /// [`Failure`] of kind failed when the value is no list of objects.
    pub fn from_objects(value: &Value, columns: &[&str]) -> Result<Self, Box<Failure>> {
        let not_rows = || {
            let message = Message::new("compare-not-objects");
            Box::new(Failure::failed(message).values("[{…}]", value.to_string()))
        };
        let items = value.as_array().ok_or_else(not_rows)?;
        let mut rows = Vec::new();
        for item in items {
            let object = item.as_object().ok_or_else(not_rows)?;
            rows.push(columns.iter().map(|column| cell(object.get(*column))).collect());
        }
        Self::new(columns.iter().map(|&column| column.to_owned()).collect(), rows)
    }

    /// Names of the columns.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The rows below the header.
    pub fn rows(&self) -> &[Vec<String>] {
        &self.rows
    }

    /// Index of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|column| column == name)
    }
}

fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(items)) => {
            items.iter().map(|item| cell(Some(item))).collect::<Vec<_>>().join(", ")
        }
        Some(other) => other.to_string(),
    }
}

/// The cells of one line; `None` when it is no row.
fn cells(line: &str) -> Option<Vec<String>> {
    let mut cells = Vec::new();
    let mut cell = String::new();
    let mut chars = line.strip_prefix('|')?.chars();
    while let Some(next) = chars.next() {
        match next {
            '|' => cells.push(std::mem::take(&mut cell).trim().to_owned()),
            '\\' => match chars.next() {
                Some('n') => cell.push('\n'),
                Some(escaped @ ('|' | '\\')) => cell.push(escaped),
                Some(other) => cell.extend(['\\', other]),
                None => cell.push('\\'),
            },
            other => cell.push(other),
        }
    }
    // What follows the last bar would be lost without a word.
    (cell.is_empty() && !cells.is_empty()).then_some(cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_read_as_in_gherkin() {
        let table = Table::parse("\n  | nimi | märkus |\n | Õie | a\\|b\\\\c\\nd\\x |\n|  ||\n");
        let table = table.unwrap();
        assert_eq!(table.header(), ["nimi", "märkus"]);
        assert_eq!(table.rows(), [["Õie", "a|b\\c\nd\\x"], ["", ""]]);
        assert_eq!(table.column("märkus"), Some(1));
    }

    #[test]
    fn what_is_no_table_is_told() {
        for (text, key) in [
            ("", "compare-table-empty"),
            ("|", "compare-not-a-row"),
            ("a | b |", "compare-not-a-row"),
            ("| a | b", "compare-not-a-row"),
            ("| a | b \\|", "compare-not-a-row"),
            ("| a | |", "compare-column-unnamed"),
            ("| a | a |", "compare-column-twice"),
            ("| a | b |\n| 1 |", "compare-row-width"),
        ] {
            assert_eq!(Table::parse(text).unwrap_err().message.key, key, "{text}");
        }
    }

    #[test]
    fn objects_become_rows() {
        let value: Value = serde_json::from_str(
            r#"[{"nimi":"Õie","rollid":["a","b"],"summa":1.50,"muu":1},{"nimi":null,"rollid":{}}]"#,
        )
        .unwrap();
        let table = Table::from_objects(&value, &["nimi", "rollid", "summa"]).unwrap();
        assert_eq!(table.rows(), [["Õie", "a, b", "1.50"], ["", "{}", ""]]);
        for wrong in ["{}", "[1]", "null"] {
            let value: Value = serde_json::from_str(wrong).unwrap();
            assert!(Table::from_objects(&value, &["a"]).is_err(), "{wrong}");
        }
    }
}
