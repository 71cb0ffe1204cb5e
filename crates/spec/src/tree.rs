//! Listing the files of a folder of the project, in a fixed order.

use std::path::Path;

use rakis_model::{Diagnostic, Message, Problems};

/// Names of all files below `folder` (relative to the project, with `/`), sorted.
///
/// Hidden folders and files are left out. A folder that is not there has no files; one that
/// cannot be read is told.
pub(crate) fn files(root: &Path, folder: &str, problems: &mut Problems) -> Vec<String> {
    let mut found = Vec::new();
    collect(root, folder, &mut found, problems);
    found.sort();
    found
}

fn collect(root: &Path, folder: &str, found: &mut Vec<String>, problems: &mut Problems) {
    let entries = match std::fs::read_dir(root.join(folder)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return,
        Err(error) => return problems.push(unreadable(folder, &error)),
    };
    for entry in entries {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                problems.push(unreadable(folder, &error));
                continue;
            }
        };
        let Ok(name) = entry.file_name().into_string() else { continue };
        if name.starts_with('.') {
            continue;
        }
        let path = format!("{folder}/{name}");
        // Links to folders are not followed: a ring of them would have no end.
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            collect(root, &path, found, problems);
        } else {
            found.push(path);
        }
    }
}

fn unreadable(folder: &str, error: &std::io::Error) -> Diagnostic {
    Diagnostic::error(Message::new("source-unreadable").with("file", folder).with("reason", error))
        .hint(Message::new("source-check-path"))
}
