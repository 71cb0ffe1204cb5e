//! Lines of a part of a file, by a buffer that is reused: memory stays flat, nothing is copied.

use std::{
    fs::File,
    io::{Read as _, Seek as _, SeekFrom},
    ops::Range,
    path::Path,
};

use super::fault::{Fault, Which, Wrong};

/// Bytes read at once.
const BUFFER: usize = 256 * 1024;
/// No line of these files comes near it.
const LONGEST: usize = 4096;

/// An open file, its header checked.
#[derive(Debug)]
pub(super) struct Opened {
    which: Which,
    file: File,
    /// Where the lines below the header are.
    pub(super) body: Range<u64>,
}

impl Opened {
    /// Opens a file whose first line must be this.
    pub(super) fn open(which: Which, path: &Path, header: &'static str) -> Result<Self, Fault> {
        let io = |error| Fault::io(which, &error);
        let mut file = File::open(path).map_err(io)?;
        let about = file.metadata().map_err(io)?;
        if !about.is_file() {
            let reason = std::io::Error::from(std::io::ErrorKind::InvalidInput);
            return Err(Fault::io(which, &reason));
        }
        let mut first = vec![0; header.len() + 2];
        let read = read_fully(&mut file, &mut first).map_err(io)?;
        let rest = first[..read].strip_prefix(header.as_bytes());
        let ending = match rest {
            Some([b'\n', ..]) => 1,
            Some([b'\r', b'\n', ..]) => 2,
            _ => return Err(Fault::new(which, 1, 1, Wrong::Header(header))),
        };
        let start = (header.len() + ending) as u64;
        Ok(Self { which, file, body: start..about.len() })
    }

    /// Another handle with a position of its own.
    pub(super) fn again(&self, path: &Path) -> Result<Self, Fault> {
        let io = |error| Fault::io(self.which, &error);
        let file = File::open(path).map_err(io)?;
        if file.metadata().map_err(io)?.len() != self.body.end {
            return Err(Fault::new(self.which, 0, 0, Wrong::Changed));
        }
        Ok(Self { which: self.which, file, body: self.body.clone() })
    }

    /// The first line that begins at or after a place: its beginning and its bytes; `None` at the
    /// end of the file.
    pub(super) fn line_from(&mut self, at: u64) -> Result<Option<(u64, Vec<u8>)>, Fault> {
        let io = |which| move |error| Fault::io(which, &error);
        let mut bytes = vec![0; 2 * LONGEST];
        let from = if at <= self.body.start { self.body.start } else { at - 1 };
        self.file.seek(SeekFrom::Start(from)).map_err(io(self.which))?;
        let read = read_fully(&mut self.file, &mut bytes).map_err(io(self.which))?;
        let bytes = &bytes[..read];
        let skipped = match at <= self.body.start {
            true => 0,
            false => memchr::memchr(b'\n', bytes).map_or(bytes.len(), |end| end + 1),
        };
        let start = from + skipped as u64;
        if start >= self.body.end {
            return Ok(None);
        }
        let line = &bytes[skipped..];
        let end = memchr::memchr(b'\n', line).unwrap_or(line.len());
        Ok(Some((start, line[..end].to_vec())))
    }
}

/// The lines of a part of a file.
#[derive(Debug)]
pub(super) struct Lines {
    which: Which,
    file: File,
    buffer: Vec<u8>,
    /// What of the buffer is not yet given.
    from: usize,
    to: usize,
    /// Where the file is read on, and to where.
    next: u64,
    end: u64,
    /// The number of the line given last.
    pub(super) line: u64,
}

impl Lines {
    /// The lines of this part, which begins at the beginning of a line; `line` is the number of
    /// the line before it.
    pub(super) fn new(mut opened: Opened, part: Range<u64>, line: u64) -> Result<Self, Fault> {
        let which = opened.which;
        let seek = opened.file.seek(SeekFrom::Start(part.start));
        seek.map_err(|error| Fault::io(which, &error))?;
        Ok(Self {
            which,
            file: opened.file,
            buffer: vec![0; BUFFER],
            from: 0,
            to: 0,
            next: part.start,
            end: part.end,
            line,
        })
    }

    /// The next line without its end.
    pub(super) fn next(&mut self) -> Result<Option<&[u8]>, Fault> {
        let end = loop {
            if let Some(at) = memchr::memchr(b'\n', &self.buffer[self.from..self.to]) {
                break self.from + at;
            }
            if self.next == self.end {
                if self.from == self.to {
                    return Ok(None);
                }
                return Err(self.fault(Wrong::Truncated));
            }
            if self.to - self.from > LONGEST {
                return Err(self.fault(Wrong::LongLine));
            }
            self.fill()?;
        };
        let start = self.from;
        self.from = end + 1;
        self.line += 1;
        let line = &self.buffer[start..end];
        Ok(Some(line.strip_suffix(b"\r").unwrap_or(line)))
    }

    fn fill(&mut self) -> Result<(), Fault> {
        self.buffer.copy_within(self.from..self.to, 0);
        self.to -= self.from;
        self.from = 0;
        let left = usize::try_from(self.end - self.next).unwrap_or(usize::MAX);
        let room = (self.buffer.len() - self.to).min(left);
        let into = &mut self.buffer[self.to..self.to + room];
        let read = self.file.read(into).map_err(|error| Fault::io(self.which, &error))?;
        if read == 0 {
            // The file became shorter.
            return Err(self.fault(Wrong::Changed));
        }
        self.to += read;
        self.next += read as u64;
        Ok(())
    }

    /// Something wrong with the line after the one given last.
    fn fault(&self, wrong: Wrong) -> Fault {
        Fault::new(self.which, self.line + 1, 1, wrong)
    }
}

fn read_fully(file: &mut File, bytes: &mut [u8]) -> std::io::Result<usize> {
    let mut read = 0;
    while read < bytes.len() {
        match file.read(&mut bytes[read..])? {
            0 => break,
            more => read += more,
        }
    }
    Ok(read)
}
