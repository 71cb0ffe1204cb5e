//! Where a record of a CSV file ends and how it falls into cells (RFC 4180): a quote opens only
//! at the beginning of a cell.

use std::{borrow::Cow, ops::Range};

use memchr::{memchr, memchr_iter, memchr2};

/// Where a record ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// After this byte, a line break, the next one begins.
    At(usize),
    /// No line break follows.
    Missing,
    /// A quote is open at the end of the bytes.
    Open,
}

/// The end of the record that begins at `start`.
pub(crate) fn record_end(bytes: &[u8], start: usize, delimiter: u8) -> End {
    let mut at = start;
    while let Some(found) = memchr2(b'\n', b'"', &bytes[at..]).map(|found| at + found) {
        if bytes[found] == b'\n' {
            return End::At(found + 1);
        }
        let opens = found == start || bytes[found - 1] == delimiter;
        at = match opens.then(|| closing(bytes, found + 1)) {
            Some(Some(close)) => close + 1,
            Some(None) => return End::Open,
            None => found + 1,
        };
    }
    End::Missing
}

/// The quote that closes a cell; a doubled one is a part of it. A quote that is the last byte may
/// yet be doubled, so only a caller who knows that nothing follows may take it.
fn closing(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let quote = at + memchr(b'"', &bytes[at..])?;
        if bytes.get(quote + 1) != Some(&b'"') {
            return Some(quote);
        }
        at = quote + 2;
    }
}

/// A record without its line break.
pub(crate) fn trimmed(record: &[u8]) -> &[u8] {
    let record = record.strip_suffix(b"\n").unwrap_or(record);
    record.strip_suffix(b"\r").unwrap_or(record)
}

/// Cuts a record into cells, quotes and all. `Err` is the cell whose quotes are wrong.
pub(crate) fn split(
    row: &[u8],
    delimiter: u8,
    quoted: bool,
    cells: &mut Vec<Range<usize>>,
) -> Result<(), usize> {
    cells.clear();
    let mut start = 0;
    if !quoted {
        for at in memchr_iter(delimiter, row) {
            cells.push(start..at);
            start = at + 1;
        }
        cells.push(start..row.len());
        return Ok(());
    }
    loop {
        let end = if row.get(start) == Some(&b'"') {
            let close = closing(row, start + 1).ok_or(cells.len())?;
            if row.get(close + 1).is_some_and(|next| *next != delimiter) {
                return Err(cells.len());
            }
            close + 1
        } else {
            memchr(delimiter, &row[start..]).map_or(row.len(), |found| start + found)
        };
        cells.push(start..end);
        if end == row.len() {
            return Ok(());
        }
        start = end + 1;
    }
}

/// What a cell says, without its quotes.
#[inline]
pub(crate) fn value(cell: &[u8]) -> Cow<'_, [u8]> {
    match cell {
        [b'"', inner @ .., b'"'] => match memchr(b'"', inner) {
            None => Cow::Borrowed(inner),
            Some(_) => Cow::Owned(undoubled(inner)),
        },
        _ => Cow::Borrowed(cell),
    }
}

fn undoubled(inner: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(inner.len());
    let mut rest = inner;
    while let Some(quote) = memchr(b'"', rest) {
        out.extend_from_slice(&rest[..=quote]);
        rest = rest.get(quote + 2..).unwrap_or_default();
    }
    out.extend_from_slice(rest);
    out
}

/// A cell as it is written: in quotes where it must be.
pub(crate) fn write_cell(out: &mut Vec<u8>, value: &[u8], delimiter: u8) {
    let special = |byte: &u8| matches!(*byte, b'"' | b'\n' | b'\r') || *byte == delimiter;
    if !value.iter().any(special) {
        out.extend_from_slice(value);
        return;
    }
    out.push(b'"');
    for &byte in value {
        if byte == b'"' {
            out.push(b'"');
        }
        out.push(byte);
    }
    out.push(b'"');
}

/// A fast hash for keys; equal hashes are never taken for equal keys.
#[inline]
pub(crate) fn hash(key: &[u8]) -> u64 {
    const FIRST: u64 = 0x9E37_79B9_7F4A_7C15;
    const SECOND: u64 = 0xD6E8_FEB8_6659_FD93;
    let fold = |left: u64, right: u64| {
        let product = u128::from(left) * u128::from(right);
        (product as u64) ^ ((product >> 64) as u64)
    };
    let mut state = FIRST ^ key.len() as u64;
    let (words, rest) = key.as_chunks::<8>();
    for word in words {
        state = fold(state ^ u64::from_le_bytes(*word), SECOND);
    }
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    fold(fold(state ^ u64::from_le_bytes(last), SECOND) ^ SECOND, FIRST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(row: &str) -> Result<Vec<String>, usize> {
        let mut ranges = Vec::new();
        split(row.as_bytes(), b';', true, &mut ranges)?;
        let text = |range: Range<usize>| {
            String::from_utf8(value(&row.as_bytes()[range]).into_owned()).unwrap()
        };
        Ok(ranges.into_iter().map(text).collect())
    }

    #[test]
    fn quotes_are_read_as_the_standard_says() {
        assert_eq!(cells("a;\"b;\"\"c\"\"\nd\";").unwrap(), ["a", "b;\"c\"\nd", ""]);
        assert_eq!(cells("5\" toru;\"\"").unwrap(), ["5\" toru", ""]);
        assert_eq!(cells("a;\"b\"c"), Err(1));
        assert_eq!(cells("\"a"), Err(0));
        let mut row = Vec::new();
        write_cell(&mut row, b"b;\"c\"", b';');
        assert_eq!(value(&row).as_ref(), b"b;\"c\"");
    }

    #[test]
    fn a_record_ends_outside_quotes() {
        assert_eq!(record_end(b"a;\"b\nc\";d\ne", 0, b';'), End::At(10));
        assert_eq!(record_end(b"a;5\" x\ne", 0, b';'), End::At(7));
        assert_eq!(record_end(b"a;\"b\n", 0, b';'), End::Open);
        assert_eq!(record_end(b"a;b", 0, b';'), End::Missing);
    }
}
