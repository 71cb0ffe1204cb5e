//! A table to be read: a CSV file, or what was streamed into one ([`super::Spool`]).

use std::{
    fs::File,
    io::{self, Seek as _, SeekFrom},
    path::PathBuf,
};

/// How letters are written as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// windows-1257, the Baltic one of old programs.
    Windows1257,
}

impl Encoding {
    /// By its name.
    pub fn from_name(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "utf-8" | "utf8" => Some(Self::Utf8),
            "windows-1257" | "cp1257" => Some(Self::Windows1257),
            _ => None,
        }
    }

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Windows1257 => "windows-1257",
        }
    }
}

/// Where a table comes from.
#[derive(Debug)]
pub struct Source {
    pub(crate) name: String,
    place: Where,
    /// As somebody said; found out when nobody did.
    pub encoding: Option<Encoding>,
    /// As somebody said; found out when nobody did.
    pub delimiter: Option<u8>,
    /// Rows above the header, where the table comes from.
    pub(crate) row_offset: u64,
}

#[derive(Debug)]
enum Where {
    Path(PathBuf),
    Open(File),
}

impl Source {
    /// A CSV file, called as people know it.
    pub fn csv(path: PathBuf, name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            place: Where::Path(path),
            encoding: None,
            delimiter: None,
            row_offset: 0,
        }
    }

    /// An open file in the form that [`super::Spool`] writes.
    pub(crate) fn spooled(file: File, name: String) -> Self {
        Self {
            name,
            place: Where::Open(file),
            encoding: Some(Encoding::Utf8),
            delimiter: Some(super::spool::DELIMITER),
            row_offset: 0,
        }
    }

    /// The file at its beginning. Two readings of one source do not overlap.
    pub(crate) fn open(&self) -> io::Result<File> {
        match &self.place {
            Where::Path(path) => File::open(path),
            Where::Open(file) => {
                let mut file = file.try_clone()?;
                file.seek(SeekFrom::Start(0))?;
                Ok(file)
            }
        }
    }
}
