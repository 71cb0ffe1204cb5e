//! CSV files as other systems write them.

use csv::ReaderBuilder;
use rakis_model::{Failure, Message};

use super::{Sheet, sheet};
use crate::snapshot::document;

/// Reads a file: its first row names the columns; the delimiter is the one of `;`, tab and `,`
/// that is most frequent there.
///
/// # Errors
/// [`Failure`] of kind failed when the bytes are no UTF-8.
pub(crate) fn read(body: &[u8]) -> Result<Sheet, Box<Failure>> {
    let text = document::utf8(body)?;
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| {
            let message = Message::new("compare-snapshot-not-csv").with("reason", error);
            Box::new(Failure::failed(message))
        })?;
        rows.push(record.iter().map(str::to_owned).collect());
    }
    sheet::of_rows(None, rows)
}

/// The most frequent delimiter of the first line outside quotes; `;` where there is none.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    // Of equals the last counts: a comma also stands within numbers and names.
    let mut counts = [(b',', 0), (b'\t', 0), (b';', 0)];
    let mut quoted = false;
    for byte in first.bytes() {
        quoted ^= byte == b'"';
        for (delimiter, count) in &mut counts {
            *count += usize::from(!quoted && byte == *delimiter);
        }
    }
    let best = counts.iter().max_by_key(|(_, count)| *count);
    best.map_or(b';', |(delimiter, _)| *delimiter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, header: &[&str], rows: &[&[&str]]) {
        let table = read(text.as_bytes()).unwrap().table.unwrap();
        assert_eq!(table.header(), header, "{text}");
        assert_eq!(table.rows(), rows, "{text}");
    }

    #[test]
    fn files_are_read_with_their_delimiter_and_whatever_is_odd_in_them() {
        check("a;b\n1;2\n", &["a", "b"], &[&["1", "2"]]);
        check("\u{feff}a,b\r\n\"1,0\",\"x\n\"\"y\"\n", &["a", "b"], &[&["1,0", "x\n\"y"]]);
        check("a\tb,c\n1\t2", &["a", "b,c"], &[&["1", "2"]]);
        check("\"a,b,c\";d\n1;2", &["a,b,c", "d"], &[&["1", "2"]]);
        check("õ\n1\n1;2", &["õ", "(B)"], &[&["1", sheet::ABSENT], &["1", "2"]]);
        check("a", &["a"], &[]);
        assert_eq!(read(b"").unwrap().table, None);
        assert!(read(b"\xff").is_err());
    }
}
