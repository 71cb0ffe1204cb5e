//! Rows of any source streamed into a temporary CSV file in one form, so that there is one engine
//! for all: a SQL query, the control calculation, a workbook.

use std::{
    fs::File,
    io::{BufWriter, Write as _},
    path::Path,
};

use super::{Error, Source, scan};

/// What stands between the cells of a spooled file.
pub(crate) const DELIMITER: u8 = b';';

/// Writes rows one by one; nothing but one row is held in memory.
///
/// The file has no name and only this process can read it: it is gone when the [`Source`] is, also
/// after a kill.
#[derive(Debug)]
pub struct Spool {
    out: BufWriter<File>,
    name: String,
    line: Vec<u8>,
}

impl Spool {
    /// A new one in a folder for temporary files, with its header.
    ///
    /// # Errors
    /// When the file cannot be made or written.
    pub fn new<C: AsRef<str>>(
        name: impl Into<String>,
        scratch: &Path,
        header: &[C],
    ) -> Result<Self, Error> {
        let name = name.into();
        let file = tempfile::tempfile_in(scratch).map_err(|error| Error::file(&name, &error))?;
        let mut spool =
            Self { out: BufWriter::with_capacity(1 << 18, file), name, line: Vec::new() };
        spool.row(header)?;
        Ok(spool)
    }

    /// One row, as wide as the header. Numbers with a decimal point, dates as `2026-12-31`.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn row<C: AsRef<str>>(&mut self, cells: &[C]) -> Result<(), Error> {
        self.line.clear();
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                self.line.push(DELIMITER);
            }
            scan::write_cell(&mut self.line, cell.as_ref().as_bytes(), DELIMITER);
        }
        if self.line.is_empty() {
            // One empty cell is a row; an empty line would be none.
            self.line.extend_from_slice(b"\"\"");
        }
        self.line.push(b'\n');
        self.out.write_all(&self.line).map_err(|error| Error::file(&self.name, &error))
    }

    /// All rows were written: the table to compare.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn finish(self) -> Result<Source, Error> {
        let name = self.name;
        let file = self.out.into_inner().map_err(|error| Error::file(&name, error.error()))?;
        Ok(Source::spooled(file, name))
    }
}
