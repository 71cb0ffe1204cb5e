//! Blocks of records; those of the left table are kept, and a row is found by its position.

use super::scan::{self, End};

/// Every so many rows of a block its place is kept, so that the number of a row is found fast.
const MARK: usize = 64;
/// Bits of a position that say where in its block a row begins.
const OFFSET_BITS: u32 = 24;

/// Whole records of a table.
#[derive(Debug)]
pub(crate) struct Block {
    pub seq: u32,
    pub bytes: Vec<u8>,
    first_row: u64,
    /// Is there any quote in it?
    pub quoted: bool,
    /// Is it UTF-8 by now?
    pub decoded: bool,
    /// Numbers of the rows, where they do not follow each other.
    pub numbers: Vec<u64>,
    marks: Vec<u32>,
}

impl Block {
    pub(crate) fn new(seq: u32, bytes: Vec<u8>, first_row: u64, quoted: bool) -> Self {
        let (numbers, marks) = (Vec::new(), Vec::new());
        Self { seq, bytes, first_row, quoted, decoded: false, numbers, marks }
    }

    /// Number of the n-th row, as a spreadsheet counts.
    pub(crate) fn number(&self, nth: usize) -> u64 {
        self.numbers.get(nth).copied().unwrap_or(self.first_row + nth as u64)
    }

    /// The record that begins here, with its line break, and where the next one begins.
    #[inline]
    pub(crate) fn end(&self, start: usize, delimiter: u8) -> usize {
        if !self.quoted {
            let rest = &self.bytes[start..];
            return memchr::memchr(b'\n', rest).map_or(self.bytes.len(), |at| start + at + 1);
        }
        match scan::record_end(&self.bytes, start, delimiter) {
            End::At(end) => end,
            End::Missing | End::Open => self.bytes.len(),
        }
    }

    /// Remembers where the n-th row begins.
    pub(crate) fn mark(&mut self, nth: usize, start: usize) {
        if nth.is_multiple_of(MARK) {
            self.marks.push(start as u32);
        }
    }
}

/// The left table.
#[derive(Debug)]
pub(crate) struct Store {
    blocks: Vec<Block>,
    delimiter: u8,
}

impl Store {
    pub(crate) fn new(mut blocks: Vec<Block>, delimiter: u8) -> Self {
        blocks.sort_by_key(|block| block.seq);
        Self { blocks, delimiter }
    }

    /// The position of a row.
    pub(crate) const fn position(seq: u32, start: usize) -> u64 {
        ((seq as u64) << OFFSET_BITS) | start as u64
    }

    const fn parts(position: u64) -> (usize, usize) {
        ((position >> OFFSET_BITS) as usize, (position & ((1 << OFFSET_BITS) - 1)) as usize)
    }

    pub(crate) fn block(&self, position: u64) -> &Block {
        &self.blocks[Self::parts(position).0]
    }

    /// A row without its line break.
    pub(crate) fn row(&self, position: u64) -> &[u8] {
        let (block, start) = Self::parts(position);
        let block = &self.blocks[block];
        scan::trimmed(&block.bytes[start..block.end(start, self.delimiter)])
    }

    /// Is the row at this position these very bytes?
    #[inline]
    pub(crate) fn is(&self, position: u64, row: &[u8]) -> bool {
        let (block, start) = Self::parts(position);
        let rest = &self.blocks[block].bytes[start..];
        rest.starts_with(row) && matches!(rest[row.len()..], [] | [b'\n', ..] | [b'\r', b'\n', ..])
    }

    /// Loads a row of about this length, so that it is near when it is compared.
    #[inline]
    pub(crate) fn touch(&self, position: u64, length: usize) -> u8 {
        const LINE: usize = 64;
        let (block, start) = Self::parts(position);
        let bytes = &self.blocks[block].bytes;
        let mut all = bytes[start];
        let end = (start + length).min(bytes.len().saturating_sub(1));
        let mut at = start + LINE;
        while at < end {
            all ^= bytes[at];
            at += LINE;
        }
        all ^ bytes[end]
    }

    /// Number of the row, as a spreadsheet counts.
    pub(crate) fn number(&self, position: u64) -> u64 {
        let (block, start) = Self::parts(position);
        let block = &self.blocks[block];
        let mark = block.marks.partition_point(|mark| *mark as usize <= start).saturating_sub(1);
        let mut at = block.marks.get(mark).map_or(0, |mark| *mark as usize);
        let mut nth = mark * MARK;
        while at < start {
            at = block.end(at, self.delimiter);
            nth += 1;
        }
        block.number(nth)
    }
}
