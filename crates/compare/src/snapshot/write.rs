//! Writing a file so that it is whole or not there.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};

/// Writes beside the file, then renames: whoever reads sees the old text or the new one, also
/// after a power cut.
pub(crate) fn whole(path: &Path, text: &str) -> io::Result<()> {
    beside_then(path, text, File::sync_all)
}

/// As [`whole`] for what can be made again: it does not wait for the disk.
pub(crate) fn whole_soon(path: &Path, text: &str) -> io::Result<()> {
    beside_then(path, text, |_| Ok(()))
}

fn beside_then(
    path: &Path,
    text: &str,
    settle: impl Fn(&File) -> io::Result<()>,
) -> io::Result<()> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    fs::create_dir_all(folder)?;
    let beside = beside(path);
    let written = (|| {
        let mut file = OpenOptions::new().write(true).create_new(true).open(&beside)?;
        file.write_all(text.as_bytes())?;
        // A rename may reach the disk before the text does.
        settle(&file)?;
        fs::rename(&beside, path)
    })();
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
}

/// Removes a file that may be absent.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Keeps other processes out of a folder while the value lives, where the system can do that; an
/// approval of another process is then not written over.
pub(crate) fn lock(folder: &Path) -> Option<File> {
    let file = File::open(folder).ok()?;
    file.lock().ok()?;
    Some(file)
}

/// A name beside the file that no other thread or process uses, and that no tool takes for a
/// snapshot.
fn beside(path: &Path) -> PathBuf {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}-{number}.tmp", std::process::id()))
}
