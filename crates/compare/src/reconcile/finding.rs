//! Deviating rows on their way: a temporary file, in the order of blocks, whatever thread found them.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, BufRead as _, BufReader, BufWriter, Read as _, Seek as _, SeekFrom, Write as _},
    path::Path,
    sync::{Mutex, PoisonError},
};

use super::FindingKind;

/// One deviating row as the threads write it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Raw {
    pub kind: u8,
    pub left_rows: Vec<u64>,
    pub right_rows: Vec<u64>,
    pub key: Vec<u8>,
    /// Index of the compared column, value on the left, value on the right.
    pub cells: Vec<(u32, Vec<u8>, Vec<u8>)>,
}

/// The kinds, by the byte that stands for each.
pub(crate) const KINDS: [FindingKind; 4] =
    [FindingKind::Missing, FindingKind::Extra, FindingKind::Duplicate, FindingKind::Changed];

impl Raw {
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        out.push(self.kind);
        for rows in [&self.left_rows, &self.right_rows] {
            out.extend_from_slice(&(rows.len() as u32).to_le_bytes());
            for row in rows {
                out.extend_from_slice(&row.to_le_bytes());
            }
        }
        put(out, &self.key);
        out.extend_from_slice(&(self.cells.len() as u32).to_le_bytes());
        for (column, left, right) in &self.cells {
            out.extend_from_slice(&column.to_le_bytes());
            put(out, left);
            put(out, right);
        }
    }

    fn read(input: &mut impl io::Read, kind: u8) -> io::Result<Self> {
        let mut raw = Self { kind, ..Self::default() };
        for rows in [&mut raw.left_rows, &mut raw.right_rows] {
            for _ in 0..number(input)? {
                let mut row = [0; 8];
                input.read_exact(&mut row)?;
                rows.push(u64::from_le_bytes(row));
            }
        }
        raw.key = get(input)?;
        for _ in 0..number(input)? {
            raw.cells.push((number(input)?, get(input)?, get(input)?));
        }
        Ok(raw)
    }
}

fn put(out: &mut Vec<u8>, bytes: &[u8]) {
    out.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
    out.extend_from_slice(bytes);
}

fn number(input: &mut impl io::Read) -> io::Result<u32> {
    let mut bytes = [0; 4];
    input.read_exact(&mut bytes)?;
    Ok(u32::from_le_bytes(bytes))
}

fn get(input: &mut impl io::Read) -> io::Result<Vec<u8>> {
    let length = number(input)? as usize;
    let mut bytes = vec![0; length];
    input.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// The file.
pub(crate) struct Log {
    inner: Mutex<Inner>,
}

struct Inner {
    out: BufWriter<File>,
    next: u32,
    /// Of blocks whose turn has not come.
    waiting: BTreeMap<u32, Vec<u8>>,
}

impl Log {
    pub(crate) fn new(scratch: &Path) -> io::Result<Self> {
        let out = BufWriter::with_capacity(1 << 17, tempfile::tempfile_in(scratch)?);
        Ok(Self { inner: Mutex::new(Inner { out, next: 0, waiting: BTreeMap::new() }) })
    }

    /// What was found in one block; every block must be told, in any order.
    pub(crate) fn block(&self, seq: u32, found: Vec<u8>) -> io::Result<()> {
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        let inner = &mut *inner;
        inner.waiting.insert(seq, found);
        while let Some(found) = inner.waiting.remove(&inner.next) {
            inner.out.write_all(&found)?;
            inner.next += 1;
        }
        Ok(())
    }

    /// What was found after all blocks; the next block is 0 again.
    pub(crate) fn after(&self, found: &[u8]) -> io::Result<()> {
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        inner.next = 0;
        inner.out.write_all(found)
    }

    /// Reads everything back, one row at a time.
    pub(crate) fn read(self) -> io::Result<impl Iterator<Item = io::Result<Raw>>> {
        let inner = self.inner.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut file = inner.out.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.seek(SeekFrom::Start(0))?;
        let mut input = BufReader::with_capacity(1 << 17, file);
        Ok(std::iter::from_fn(move || {
            match input.fill_buf() {
                Ok([]) => return None,
                Ok(_) => {}
                Err(error) => return Some(Err(error)),
            }
            let mut kind = [0];
            Some(input.read_exact(&mut kind).and_then(|()| Raw::read(&mut input, kind[0])))
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_come_back_in_the_order_of_blocks() {
        let folder = tempfile::tempdir().unwrap();
        let log = Log::new(folder.path()).unwrap();
        let raw = |key: &str| Raw {
            kind: 3,
            left_rows: vec![2],
            right_rows: vec![3, u64::MAX],
            key: key.as_bytes().to_vec(),
            cells: vec![(1, b"a".to_vec(), Vec::new())],
        };
        for (seq, key) in [(1, "teine"), (0, "esimene")] {
            let mut bytes = Vec::new();
            raw(key).write(&mut bytes);
            log.block(seq, bytes).unwrap();
        }
        let found: Vec<Raw> = log.read().unwrap().collect::<Result<_, _>>().unwrap();
        assert_eq!(found, [raw("esimene"), raw("teine")]);
    }
}
