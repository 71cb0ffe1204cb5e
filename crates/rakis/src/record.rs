//! Writing the run record: one message a line, redacted, flushed with every ended scenario.

use std::{
    fs::File,
    io::{self, BufWriter, Write as _},
    path::Path,
};

use rakis_model::{messages::Envelope, redact::Redactor};

/// Name of the record within a run's folder.
pub(crate) const FILE: &str = "run.ndjson";

/// An open record.
pub(crate) struct RecordWriter {
    out: BufWriter<File>,
    redactor: Redactor,
}

impl RecordWriter {
    /// A new record in a run's folder.
    pub(crate) fn create(folder: &Path, redactor: Redactor) -> io::Result<Self> {
        let file = File::options().write(true).create_new(true).open(folder.join(FILE))?;
        Ok(Self { out: BufWriter::new(file), redactor })
    }

    /// Writes one message.
    pub(crate) fn write(&mut self, envelope: &Envelope) -> io::Result<()> {
        let line = serde_json::to_string(envelope)?;
        self.out.write_all(self.redactor.apply(&line).as_bytes())?;
        self.out.write_all(b"\n")?;
        match envelope {
            Envelope::TestCaseFinished(_) | Envelope::TestRunFinished(_) => self.out.flush(),
            _ => Ok(()),
        }
    }

    /// Everything is on the disk after this.
    pub(crate) fn close(mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Writes a file whole or not at all: beside, then renamed.
pub(crate) fn write_whole(path: &Path, content: impl AsRef<[u8]>) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.{}.osaline", std::process::id()));
    let written = std::fs::write(&beside, content).and_then(|()| std::fs::rename(&beside, path));
    if written.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    written
}
