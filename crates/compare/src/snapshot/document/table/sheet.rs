//! A table with the name of the sheet it stands on.

use rakis_model::Failure;

use crate::Table;

/// A cell that a row does not have at all; an empty cell is another thing. The character is one
/// that Unicode keeps free for use inside programs.
pub(crate) const ABSENT: &str = "\u{FDD0}";

/// A table whose first row is the header. Nothing is lost: columns without a name are called by
/// their letter, short rows are filled with [`ABSENT`].
pub(crate) fn of_rows(
    title: Option<String>,
    rows: Vec<Vec<String>>,
) -> Result<Sheet, Box<Failure>> {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let mut rows = rows.into_iter();
    let Some(first) = rows.next().filter(|_| width > 0) else {
        return Ok(Sheet { title, table: None });
    };
    let full = |mut row: Vec<String>| {
        row.resize(width, ABSENT.to_owned());
        row
    };
    let table = Table::new(header(&first, width), rows.map(full).collect())?;
    Ok(Sheet { title, table: Some(table) })
}

/// A sheet of a workbook, or a table by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sheet {
    /// Its name, in a workbook.
    pub(crate) title: Option<String>,
    /// What stands on it; nothing when it is empty.
    pub(crate) table: Option<Table>,
}

impl Sheet {
    /// A table by itself.
    pub(crate) fn of(table: &Table) -> Self {
        Self { title: None, table: Some(table.clone()) }
    }

    /// A place on it.
    pub(crate) fn path(&self, place: &str) -> String {
        match &self.title {
            Some(title) => format!("leht „{title}“, {place}"),
            None => place.to_owned(),
        }
    }
}

/// A header from a first row that nobody promised to be one: columns without a name are called
/// by their letter, the second of one name gets a number.
fn header(first: &[String], width: usize) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(width);
    for at in 0..width {
        let name = first.get(at).map(String::as_str).unwrap_or_default();
        let name =
            if name.trim().is_empty() { format!("({})", letter(at)) } else { name.to_owned() };
        let numbered = (2..).map(|number| format!("{name} ({number})"));
        let mut candidates = std::iter::once(name.clone()).chain(numbered);
        let free = candidates.find(|one| !names.contains(one)).unwrap_or(name);
        names.push(free);
    }
    names
}

/// The letter of a column as in Excel: A, …, Z, AA, …
fn letter(mut at: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(at % 26).unwrap_or_default()));
        match (at / 26).checked_sub(1) {
            Some(next) => at = next,
            None => break,
        }
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_without_a_name_are_called_by_their_letter() {
        let first = ["a", "", "a", "a (2)"].map(str::to_owned);
        assert_eq!(header(&first, 5), ["a", "(B)", "a (2)", "a (2) (2)", "(E)"]);
        assert_eq!(
            ["Z", "AA", "AZ", "BA", "ZZ", "AAA"],
            [25, 26, 51, 52, 701, 702].map(letter).as_slice()
        );
    }
}
