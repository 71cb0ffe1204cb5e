//! All snapshots of a folder, and those nobody asks for any more.

use std::{collections::BTreeSet, fs, io, path::Path};

use rakis_model::{Diagnostic, Message};

use super::{Store, Stored};
use crate::snapshot::{Approved, Info, name};

/// How a snapshot stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Only a text that waits for its first approval.
    New,
    /// A text that nobody approved, or not as it is now.
    Unapproved,
    /// Approved, and nothing waits.
    Approved,
    /// Approved, and another text waits.
    Differs,
    /// A file of it cannot be used.
    Damaged,
    /// Somebody approved it once, but its text is gone.
    Lost,
}

/// A snapshot of the folder.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its name.
    pub name: String,
    /// How it stands.
    pub standing: Standing,
    /// Does a new text wait for a review?
    pub pending: bool,
    /// Everybody who approved it, the last at the end.
    pub approvals: Vec<Approved>,
    /// What the newest of its files says of itself.
    pub info: Option<Info>,
    /// Why it cannot be used, when it is damaged.
    pub problem: Option<Box<Diagnostic>>,
}

impl Store {
    /// Every snapshot, by name; damaged ones too.
    ///
    /// # Errors
    /// A diagnostic when the folder cannot be read.
    pub fn entries(&self) -> Result<Vec<Entry>, Box<Diagnostic>> {
        Ok(self.names()?.into_iter().map(|name| self.entry(name)).collect())
    }

    /// Snapshots whose names no step used. Ask only after a run of everything: what was not run
    /// is not obsolete.
    ///
    /// # Errors
    /// As [`Store::entries`].
    pub fn obsolete(&self, used: &BTreeSet<String>) -> Result<Vec<Entry>, Box<Diagnostic>> {
        let names = self.names()?.into_iter().filter(|name| !used.contains(name));
        Ok(names.map(|name| self.entry(name)).collect())
    }

    fn names(&self) -> Result<BTreeSet<String>, Box<Diagnostic>> {
        let mut names = BTreeSet::new();
        walk(&self.folder, "", &mut names).map_err(|error| {
            let shown = self.folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let message =
                Message::new("compare-snap-unreadable").with("file", shown).with("reason", error);
            Box::new(Diagnostic::error(message))
        })?;
        Ok(names)
    }

    fn entry(&self, name: String) -> Entry {
        let (stored, waiting) = (self.stored(&name), self.waiting(&name));
        let pending = !matches!(waiting, Ok(None));
        let (standing, approvals, info, problem) = match (stored, waiting) {
            (Err(problem), _) | (_, Err(problem)) => {
                let approvals = self.approvals(&name).unwrap_or_default();
                (Standing::Damaged, approvals, None, Some(problem))
            }
            (Ok(stored), Ok(waiting)) => {
                let standing = standing(stored.as_ref(), pending);
                let info = waiting.or_else(|| stored.as_ref().map(|stored| stored.file.clone()));
                let approvals = match stored {
                    Some(stored) => stored.approvals,
                    None => self.approvals(&name).unwrap_or_default(),
                };
                (standing, approvals, info.map(|file| file.header.info), None)
            }
        };
        Entry { name, standing, pending, approvals, info, problem }
    }
}

fn standing(stored: Option<&Stored>, pending: bool) -> Standing {
    match stored {
        None if pending => Standing::New,
        None => Standing::Lost,
        Some(stored) if !stored.is_approved() => Standing::Unapproved,
        Some(_) if pending => Standing::Differs,
        Some(_) => Standing::Approved,
    }
}

/// Names of all snapshots' files below a folder; links are not followed.
fn walk(folder: &Path, above: &str, names: &mut BTreeSet<String>) -> io::Result<()> {
    let files = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        other => other?,
    };
    for file in files {
        let file = file?;
        let file_name = file.file_name().to_string_lossy().into_owned();
        let path = format!("{above}{file_name}");
        if file.file_type()?.is_dir() {
            walk(&file.path(), &format!("{path}/"), names)?;
            continue;
        }
        let stem = [".snap", ".snap.new", ".approvals.yaml"];
        let stem = stem.iter().find_map(|ending| path.strip_suffix(ending));
        if let Some(stem) = stem.filter(|stem| name::is_name(stem)) {
            names.insert(stem.to_owned());
        }
    }
    Ok(())
}
