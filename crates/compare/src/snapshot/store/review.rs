//! Looking at what waits, and deciding on it.

use rakis_model::{Diagnostic, Difference, Message};

use super::{Store, Stored};
use crate::snapshot::{Approval, Approved, Info, approvals, document, file::SnapFile, name, write};

/// What a reviewer decides on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// Name of the snapshot.
    pub name: String,
    /// The text that is stored; nothing when this is the first, or when it is the stored text
    /// itself that waits for an approval.
    pub old: Option<String>,
    /// The text that waits.
    pub new: String,
    /// Every deviation of the new from the old.
    pub differences: Vec<Difference>,
    /// What the new one says of itself.
    pub info: Info,
}

impl Store {
    /// What waits under a name: a new text, or a stored one that nobody approved; `None` when
    /// nothing does.
    ///
    /// # Errors
    /// A diagnostic when a file is damaged.
    pub fn pending(&self, name: &str) -> Result<Option<Pending>, Box<Diagnostic>> {
        self.known(name)?;
        let waiting = self.waiting(name)?;
        // A damaged old text must not keep the new one from being seen.
        let stored = match (self.stored(name), &waiting) {
            (Err(_), Some(_)) => None,
            (other, _) => other?,
        };
        Ok(match (stored, waiting) {
            (stored, Some(new)) => Some(pending(name, stored.as_ref(), new)),
            (Some(stored), None) if !stored.is_approved() => Some(pending(name, None, stored.file)),
            _ => None,
        })
    }

    /// Approves what a reviewer saw: as [`Store::approve`], but only while the waiting text still
    /// has this hash (`info.hash` of [`Pending`]). A run may have written another one meanwhile.
    ///
    /// # Errors
    /// As [`Store::approve`], and when another text waits.
    pub fn approve_seen(
        &self,
        name: &str,
        hash: &str,
        approval: Approval,
    ) -> Result<(), Box<Diagnostic>> {
        self.approve_if(name, approval, |file| file.header.info.hash == hash)
    }

    /// Approves what waits: the new text becomes the stored one, then the approval is noted. If
    /// the program dies between the two, the text is stored and not approved.
    ///
    /// # Errors
    /// A diagnostic when nothing waits, the approval lacks a name, role or reason, the text breaks
    /// its own rules, or a file cannot be read or written.
    pub fn approve(&self, name: &str, approval: Approval) -> Result<(), Box<Diagnostic>> {
        self.approve_if(name, approval, |_| true)
    }

    fn approve_if(
        &self,
        name: &str,
        approval: Approval,
        is_meant: impl FnOnce(&SnapFile) -> bool,
    ) -> Result<(), Box<Diagnostic>> {
        self.known(name)?;
        complete(name, &approval)?;
        let _lock = write::lock(&self.folder);
        let waiting = self.waiting(name)?;
        let is_new = waiting.is_some();
        let mut file = match waiting {
            Some(file) => file,
            None => match self.stored(name)?.filter(|stored| !stored.is_approved()) {
                Some(stored) => stored.file,
                None => return Err(Box::new(told("compare-approve-nothing", name))),
            },
        };
        if !is_meant(&file) {
            return Err(Box::new(told("compare-approve-changed", name)));
        }
        if file.header.info.broken > 0 {
            let hint = Message::new("compare-snapshot-broken-hint");
            return Err(Box::new(told("compare-approve-broken", name).hint(hint)));
        }
        // Who approved before must be readable before anything is written.
        self.approvals(name)?;
        let approved = signed(&mut file, approval);
        self.keep_approved(name, is_new.then_some(&file), &approved)
    }

    /// The text first, then the approval, then what waited goes.
    fn keep_approved(
        &self,
        name: &str,
        new: Option<&SnapFile>,
        approved: &Approved,
    ) -> Result<(), Box<Diagnostic>> {
        let unwritten = |ending: &'static str| {
            move |error: std::io::Error| self.not_written(name, ending, &error)
        };
        if let Some(file) = new {
            write::whole(&self.path(name, "snap"), &file.render()).map_err(unwritten("snap"))?;
        }
        let list = self.path(name, "approvals.yaml");
        approvals::append(&list, approved).map_err(unwritten("approvals.yaml"))?;
        write::remove(&self.path(name, "snap.new")).map_err(unwritten("snap.new"))
    }

    /// Removes the new text and tells what it was, for a defect.
    ///
    /// # Errors
    /// A diagnostic when no new text waits, or the file is damaged or cannot be removed.
    pub fn reject(&self, name: &str) -> Result<Pending, Box<Diagnostic>> {
        self.known(name)?;
        let _lock = write::lock(&self.folder);
        if self.waiting(name)?.is_none() {
            return Err(Box::new(told("compare-approve-nothing", name)));
        }
        let pending =
            self.pending(name)?.ok_or_else(|| Box::new(told("compare-approve-nothing", name)))?;
        let path = self.path(name, "snap.new");
        write::remove(&path).map_err(|error| self.not_written(name, "snap.new", &error))?;
        Ok(pending)
    }

    /// Removes a snapshot with all that belongs to it.
    ///
    /// # Errors
    /// A diagnostic when a file cannot be removed.
    pub fn remove(&self, name: &str) -> Result<(), Box<Diagnostic>> {
        self.known(name)?;
        for ending in ["snap", "snap.new", "approvals.yaml"] {
            write::remove(&self.path(name, ending))
                .map_err(|error| self.not_written(name, ending, &error))?;
        }
        Ok(())
    }

    /// A name that is none could lead out of the folder.
    fn known(&self, name: &str) -> Result<(), Box<Diagnostic>> {
        if name::is_name(name) {
            return Ok(());
        }
        let hint = Message::new("compare-snapshot-name-hint");
        Err(Box::new(told("compare-snapshot-name", name).hint(hint)))
    }

    fn not_written(&self, name: &str, ending: &str, error: &std::io::Error) -> Box<Diagnostic> {
        let message = Message::new("compare-snapshot-not-written")
            .with("file", self.shown(name, ending))
            .with("reason", error);
        Box::new(Diagnostic::error(message))
    }
}

fn told(key: &'static str, name: &str) -> Diagnostic {
    Diagnostic::error(Message::new(key).with("name", name))
}

/// The approval of a file, which then no longer says what only concerned its review.
fn signed(file: &mut SnapFile, approval: Approval) -> Approved {
    let info = &mut file.header.info;
    let run = info.run.take();
    file.header.assertion_line = None;
    let Approval { who, role, at, why, run: given } = approval;
    Approved { hash: info.hash.clone(), who, role, at, why, run: given.or(run) }
}

fn complete(name: &str, approval: &Approval) -> Result<(), Box<Diagnostic>> {
    let parts = [&approval.who, &approval.role, &approval.why];
    if parts.iter().any(|part| part.trim().is_empty()) {
        return Err(Box::new(told("compare-approve-incomplete", name)));
    }
    Ok(())
}

fn pending(name: &str, stored: Option<&Stored>, new: SnapFile) -> Pending {
    let old = stored.map(|stored| stored.file.text.clone());
    let differences = match (&old, new.rules()) {
        (Some(old), Some(rules)) => document::compare(old, &new.text, &rules).unwrap_or_default(),
        _ => Vec::new(),
    };
    Pending { name: name.to_owned(), old, new: new.text, differences, info: new.header.info }
}
