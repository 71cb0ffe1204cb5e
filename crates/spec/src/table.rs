//! Tables as Gherkin writes them: `| a | b |`, with `\|`, `\\` and `\n` as escapes.

/// Rows of cells, escapes resolved. In example tables the first row is the header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Rows, all of one width.
    pub rows: Vec<Vec<String>>,
}

/// The cells of one line, or nothing if it is no row.
pub(crate) fn cells(line: &str) -> Option<Vec<String>> {
    let inner = line.trim().strip_prefix('|')?;
    let mut cells = Vec::new();
    let mut cell = String::new();
    let mut closed = false;
    let mut characters = inner.chars();
    while let Some(character) = characters.next() {
        closed = character == '|';
        match character {
            '|' => cells.push(trimmed(&std::mem::take(&mut cell))),
            '\\' => match characters.next() {
                Some('n') => cell.push('\n'),
                Some(escaped @ ('|' | '\\')) => cell.push(escaped),
                Some(other) => cell.extend(['\\', other]),
                None => cell.push('\\'),
            },
            other => cell.push(other),
        }
    }
    closed.then_some(cells)
}

/// Blanks around a cell are layout; a line break written as `\n` is content.
fn trimmed(cell: &str) -> String {
    cell.trim_matches(|c: char| c.is_whitespace() && c != '\n').to_owned()
}

/// A cell as Gherkin writes it.
fn escaped(cell: &str) -> String {
    cell.replace('\\', "\\\\").replace('|', "\\|").replace('\n', "\\n")
}

impl Table {
    /// Its lines with aligned columns, without indentation.
    pub(crate) fn lines(&self) -> Vec<String> {
        let rows: Vec<Vec<String>> =
            self.rows.iter().map(|row| row.iter().map(|cell| escaped(cell)).collect()).collect();
        let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
        let width = |column: usize| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or_default()
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        rows.iter().map(|row| line(row, &widths)).collect()
    }
}

fn line(row: &[String], widths: &[usize]) -> String {
    let mut text = String::from("|");
    for (cell, width) in row.iter().zip(widths) {
        let blanks = width.saturating_sub(cell.chars().count());
        text.push_str(&format!(" {cell}{} |", " ".repeat(blanks)));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cell_survives_writing_and_reading() {
        let row: Vec<String> =
            ["", "a|b", "c\\", "\\n", "üks\nkaks", "\\|", "õ ä", "\n"].map(str::to_owned).to_vec();
        let table = Table { rows: vec![row.clone(), vec!["x".to_owned(); 8]] };
        let lines = table.lines();
        assert_eq!(cells(&lines[0]), Some(row));
        assert_eq!(lines[0].chars().count(), lines[1].chars().count(), "aligned by characters");
    }

    #[test]
    fn what_is_no_row_is_told_apart() {
        for wrong in ["", "a | b", "| a | b", "| a \\|", "|"] {
            assert_eq!(cells(wrong), None, "{wrong}");
        }
        assert_eq!(cells("||"), Some(vec![String::new()]));
        assert_eq!(cells(r"| a\b |"), Some(vec![r"a\b".to_owned()]));
    }
}
