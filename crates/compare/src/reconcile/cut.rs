//! A table as blocks of whole records, one after the other, for whichever thread asks next.

use std::{
    fs::File,
    io::{self, BufReader, Read as _, Seek as _, SeekFrom},
};

use super::{
    scan::{self, End},
    store::Block,
};

/// Bytes read at once.
pub(crate) const BLOCK: usize = 1 << 20;
/// A longer record is a quote that was forgotten.
const LONGEST: usize = 4 << 20;

/// Why a table ends before its file does.
#[derive(Debug)]
pub(crate) enum Broken {
    Io(io::Error),
    /// The record that begins in this row has no end.
    Open(u64),
}

/// Hands out blocks.
pub(crate) enum Input {
    Csv(Cutter),
    Parted(Frames),
}

impl Input {
    /// The next block; `None` at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Block>, Broken> {
        match self {
            Self::Csv(cutter) => cutter.next(),
            Self::Parted(frames) => frames.next().map_err(Broken::Io),
        }
    }
}

/// Cuts a CSV file.
pub(crate) struct Cutter {
    file: File,
    carry: Vec<u8>,
    delimiter: u8,
    row: u64,
    seq: u32,
    done: bool,
    /// The row that has no end, once all rows before it were handed out.
    open: Option<u64>,
}

impl Cutter {
    /// From the first row below the header on, which a spreadsheet calls 2, or more if the header
    /// does not stand in its first row.
    pub(crate) fn new(mut file: File, body: u64, delimiter: u8, offset: u64) -> io::Result<Self> {
        file.seek(SeekFrom::Start(body))?;
        Ok(Self {
            file,
            carry: Vec::new(),
            delimiter,
            row: 2 + offset,
            seq: 0,
            done: false,
            open: None,
        })
    }

    fn next(&mut self) -> Result<Option<Block>, Broken> {
        if let Some(row) = self.open.take() {
            return Err(Broken::Open(row));
        }
        if self.done {
            return Ok(None);
        }
        let mut bytes = std::mem::take(&mut self.carry);
        let mut quoted = memchr::memchr(b'"', &bytes).is_some();
        let (end, rows) = loop {
            let had = bytes.len();
            // A little more than asked for, or the last read would double the room.
            bytes.reserve_exact(BLOCK + 64);
            let read = (&mut self.file).take(BLOCK as u64).read_to_end(&mut bytes);
            let read = read.map_err(Broken::Io)?;
            quoted |= memchr::memchr(b'"', &bytes[had..]).is_some();
            self.done = read < BLOCK;
            let (end, rows) = self.whole_records(&bytes, quoted);
            if self.done {
                break self.last(&mut bytes, end, rows, quoted);
            }
            if end > 0 {
                break (end, rows);
            }
            if bytes.len() > LONGEST {
                self.done = true;
                return Err(Broken::Open(self.row));
            }
        };
        if rows == 0 {
            return self.open.take().map_or(Ok(None), |row| Err(Broken::Open(row)));
        }
        self.carry = bytes[end..].to_vec();
        bytes.truncate(end);
        if bytes.capacity() > bytes.len() + bytes.len() / 4 {
            bytes.shrink_to_fit();
        }
        let block = Block::new(self.seq, bytes, self.row, quoted);
        self.seq += 1;
        self.row += u64::from(rows);
        Ok(Some(block))
    }

    /// Where the last record with a line break ends, and how many there are.
    fn whole_records(&self, bytes: &[u8], quoted: bool) -> (usize, u32) {
        if !quoted {
            let end = memchr::memrchr(b'\n', bytes).map_or(0, |at| at + 1);
            let rows = memchr::memchr_iter(b'\n', &bytes[..end]).count();
            return (end, rows as u32);
        }
        let (mut end, mut rows) = (0, 0);
        while let End::At(next) = scan::record_end(bytes, end, self.delimiter) {
            (end, rows) = (next, rows + 1);
        }
        (end, rows)
    }

    /// The end of the file: a last record may lack its line break, empty lines may follow.
    fn last(
        &mut self,
        bytes: &mut Vec<u8>,
        end: usize,
        mut rows: u32,
        quoted: bool,
    ) -> (usize, u32) {
        if end < bytes.len() {
            if quoted && scan::record_end(bytes, end, self.delimiter) == End::Open {
                self.open = Some(self.row + u64::from(rows));
                bytes.truncate(end);
                return (end, rows);
            }
            return (bytes.len(), rows + 1);
        }
        while rows > 0 && (bytes.len() < 2 || bytes.ends_with(b"\n\n")) && bytes.ends_with(b"\n") {
            bytes.pop();
            rows -= 1;
        }
        while rows > 0 && (bytes.ends_with(b"\n\r\n") || bytes.as_slice() == b"\r\n") {
            bytes.truncate(bytes.len() - 2);
            rows -= 1;
        }
        (bytes.len(), rows)
    }
}

/// Reads what [`super::parts`] wrote: blocks with the numbers of their rows.
pub(crate) struct Frames {
    file: BufReader<File>,
    seq: u32,
}

impl Frames {
    pub(crate) fn new(mut file: File) -> io::Result<Self> {
        file.seek(SeekFrom::Start(0))?;
        Ok(Self { file: BufReader::with_capacity(1 << 16, file), seq: 0 })
    }

    fn next(&mut self) -> io::Result<Option<Block>> {
        let mut head = [0; 8];
        match self.file.read_exact(&mut head) {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
            other => other?,
        }
        let [a, b, c, d, e, f, g, h] = head;
        let length = u32::from_le_bytes([a, b, c, d]) as usize;
        let rows = u32::from_le_bytes([e, f, g, h]);
        let mut numbers = Vec::with_capacity(rows as usize);
        let mut number = [0; 8];
        for _ in 0..rows {
            self.file.read_exact(&mut number)?;
            numbers.push(u64::from_le_bytes(number));
        }
        let mut bytes = vec![0; length];
        self.file.read_exact(&mut bytes)?;
        let quoted = memchr::memchr(b'"', &bytes).is_some();
        let mut block = Block::new(self.seq, bytes, 0, quoted);
        block.numbers = numbers;
        block.decoded = true;
        self.seq += 1;
        Ok(Some(block))
    }
}
