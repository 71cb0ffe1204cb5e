//! Parts of tables larger than the memory: rows go to temporary files by the hash of their key, so
//! that the two rows of one key meet in one part.

use std::{
    fs::File,
    io::{self, Write as _},
    sync::Mutex,
};

use super::{
    Error,
    cut::Input,
    layout::Hand,
    left,
    rows::{Rows, Shared},
    scan,
};

/// More files than this a process may not have open.
const MOST: u64 = 200;
/// Bytes kept for all parts of one table before they are written.
const BUFFERS: usize = 64 << 20;

/// Into how many parts a left table of so many bytes falls.
pub(crate) fn count(bytes: u64, memory: u64) -> usize {
    // A part may be a little larger than another one.
    let parts = (bytes + bytes / 8).div_ceil(memory.max(1 << 16));
    parts.clamp(1, MOST) as usize
}

struct Part {
    file: File,
    bytes: Vec<u8>,
    numbers: Vec<u64>,
}

impl Part {
    /// Writes what has gathered, as [`super::cut::Frames`] reads it.
    fn flush(&mut self) -> io::Result<()> {
        if self.numbers.is_empty() {
            return Ok(());
        }
        let mut head = Vec::with_capacity(8 + self.numbers.len() * 8);
        head.extend_from_slice(&(self.bytes.len() as u32).to_le_bytes());
        head.extend_from_slice(&(self.numbers.len() as u32).to_le_bytes());
        for number in &self.numbers {
            head.extend_from_slice(&number.to_le_bytes());
        }
        self.file.write_all(&head)?;
        self.file.write_all(&self.bytes)?;
        self.bytes.clear();
        self.numbers.clear();
        Ok(())
    }
}

/// Parts a table. A row that cannot be cut into cells goes to the first part, where that is told.
pub(crate) fn part(
    shared: &Shared<'_>,
    input: Input,
    hand: Hand,
    count: usize,
) -> Result<Vec<File>, Error> {
    let input = Mutex::new(input);
    let mut rows = Rows::new(shared, hand);
    let side = rows.side();
    let failed = |error: io::Error| Error::file(&side.name, &error);
    let mut parts = Vec::new();
    for _ in 0..count {
        let file = tempfile::tempfile_in(&shared.options.scratch).map_err(failed)?;
        parts.push(Part { file, bytes: Vec::new(), numbers: Vec::new() });
    }
    let room = (BUFFERS / count).min(1 << 19);
    let mut scratch = Vec::new();
    while let Some(mut block) = left::next(shared, &input, hand)? {
        rows.decode(&mut block);
        let (mut start, mut nth) = (0, 0);
        while start < block.bytes.len() {
            let end = block.end(start, side.sniffed.delimiter);
            let row = scan::trimmed(&block.bytes[start..end]);
            let split = scan::split(row, side.sniffed.delimiter, block.quoted, &mut rows.cells);
            let whole = split.is_ok() && rows.cells.len() == side.width();
            let hash = whole.then(|| scan::hash(side.key(row, &rows.cells, &mut scratch)));
            let part = &mut parts[hash.map_or(0, |hash| (hash % count as u64) as usize)];
            part.bytes.extend_from_slice(row);
            part.bytes.push(b'\n');
            part.numbers.push(block.number(nth));
            if part.bytes.len() >= room {
                part.flush().map_err(failed)?;
            }
            (start, nth) = (end, nth + 1);
        }
    }
    for part in &mut parts {
        part.flush().map_err(failed)?;
    }
    Ok(parts.into_iter().map(|part| part.file).collect())
}
