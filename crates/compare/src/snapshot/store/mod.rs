//! The folder of snapshots: who may compare with which, and how each stands.

mod check;
mod judge;
mod listing;
mod review;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

pub use check::Asked;
pub use listing::{Entry, Standing};
use rakis_model::{Diagnostic, Failure, Message};
pub use review::Pending;

use super::{
    approvals::{self, Approved},
    file::SnapFile,
    name,
};

/// The snapshots of a project: `<name>.snap`, beside it `<name>.snap.new` while a new text waits,
/// and `<name>.approvals.yaml`.
#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    /// Who asked for which name in the life of this store.
    asked: Mutex<BTreeMap<String, (String, String)>>,
}

/// A snapshot as it is stored.
#[derive(Debug)]
struct Stored {
    file: SnapFile,
    approvals: Vec<Approved>,
}

impl Stored {
    /// Is the last approval one of this very form, rules and text? An older one does not count:
    /// what was replaced must not come back in silence.
    fn is_approved(&self) -> bool {
        self.approvals.last().is_some_and(|last| last.hash == self.file.header.info.hash)
    }
}

impl Store {
    /// The store of a folder, which need not exist yet.
    pub fn open(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), asked: Mutex::default() }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    fn path(&self, name: &str, ending: &str) -> PathBuf {
        self.folder.join(format!("{name}.{ending}"))
    }

    /// A file's name for people: from the store's folder on.
    fn shown(&self, name: &str, ending: &str) -> String {
        let folder = self.folder.file_name().unwrap_or_default().to_string_lossy();
        format!("{folder}/{name}.{ending}")
    }

    fn stored(&self, name: &str) -> Result<Option<Stored>, Box<Diagnostic>> {
        let file = SnapFile::read(&self.path(name, "snap"), &self.shown(name, "snap"))?;
        let Some(file) = file else { return Ok(None) };
        Ok(Some(Stored { file, approvals: self.approvals(name)? }))
    }

    fn waiting(&self, name: &str) -> Result<Option<SnapFile>, Box<Diagnostic>> {
        SnapFile::read(&self.path(name, "snap.new"), &self.shown(name, "snap.new"))
    }

    fn approvals(&self, name: &str) -> Result<Vec<Approved>, Box<Diagnostic>> {
        let ending = "approvals.yaml";
        approvals::read(&self.path(name, ending), &self.shown(name, ending))
    }

    /// Notes that a place asks for a name; one name is one place's.
    fn claim(&self, asked: &Asked) -> Result<(), Box<Failure>> {
        if !name::is_name(&asked.name) {
            let message = Message::new("compare-snapshot-name").with("name", &asked.name);
            return Err(Box::new(
                Failure::invalid(message).hint(Message::new("compare-snapshot-name-hint")),
            ));
        }
        let own = (asked.place.clone(), asked.example.clone());
        let mut all = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        let first = all.entry(asked.name.clone()).or_insert_with(|| own.clone());
        if *first == own {
            return Ok(());
        }
        let message = Message::new("compare-snapshot-twice")
            .with("name", &asked.name)
            .with("first", place(first))
            .with("second", place(&own));
        Err(Box::new(Failure::invalid(message).hint(Message::new("compare-snapshot-twice-hint"))))
    }
}

fn place((place, example): &(String, String)) -> String {
    if example.is_empty() { place.clone() } else { format!("{place} ({example})") }
}
