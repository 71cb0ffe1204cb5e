//! A file that is written beside its place and renamed when it is whole.

use std::{
    fs::File,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

/// A file not yet in its place; dropped before that, nothing of it is left.
#[derive(Debug)]
pub(super) struct Beside {
    file: File,
    beside: PathBuf,
    path: PathBuf,
    placed: bool,
}

impl Beside {
    /// Begins a file that will stand at this path.
    pub(super) fn create(path: &Path) -> io::Result<Self> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let beside = path.with_file_name(format!(".{name}.{}.osaline", std::process::id()));
        let file = File::create(&beside)?;
        Ok(Self { file, beside, path: path.to_owned(), placed: false })
    }

    /// Writes on.
    pub(super) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)
    }

    /// Puts the whole file in its place.
    pub(super) fn place(mut self) -> io::Result<()> {
        self.file.flush()?;
        std::fs::rename(&self.beside, &self.path)?;
        self.placed = true;
        Ok(())
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if !self.placed {
            let _ = std::fs::remove_file(&self.beside);
        }
    }
}
