//! The control calculation as a table: everybody's pension, computed from the files of a folder,
//! and the way to the pension of those who differ.

use std::path::Path;

use rakis_compare::reconcile::{Finding, FindingKind, Outcome, Source, Spool};
use rakis_control::mass::{Explained, Files, MassError, PensionRow, Prepared, Settings, Wrong};
use rakis_model::{Diagnostic, Exit, Message};

use super::Refusal;

/// What the folder holds.
pub(super) const FILES: [&str; 4] = ["isikud.csv", "kanded.csv", "aastad.csv", "maarad.csv"];
/// The column that tells persons apart.
const CODE: &str = PensionRow::COLUMNS[0];
/// So many persons are explained; whoever wants more asks `rakis control massarvutus --isik`.
const EXPLAINED: usize = 3;

/// A population, as it is called, and what is known of it.
pub(super) struct Population<'s> {
    name: String,
    prepared: Prepared<'s>,
}

/// A person's code and the way to the pension.
pub(super) struct Way {
    pub(super) person: String,
    pub(super) source: String,
    pub(super) explained: Explained,
}

impl<'s> Population<'s> {
    /// Reads the folder: all mistakes of its files are found here.
    pub(super) fn read(
        name: &str,
        folder: &Path,
        shown: &str,
        settings: Settings<'s>,
    ) -> Result<Self, Refusal> {
        let missing: Vec<&str> =
            FILES.into_iter().filter(|file| !folder.join(file).is_file()).collect();
        if !missing.is_empty() {
            let message = Message::new("cli-reconcile-folder")
                .with("source", name)
                .with("folder", shown)
                .with("files", missing.join(", "));
            let hint = Message::new("cli-reconcile-folder-hint");
            return Err(Refusal::one(Exit::Invalid, Diagnostic::error(message).hint(hint)));
        }
        let [persons, entries, years, rates] = FILES.map(|file| folder.join(file));
        let files = Files { persons, entries, years, rates };
        let prepared = Prepared::read(files, settings).map_err(refused)?;
        Ok(Self { name: name.to_owned(), prepared })
    }

    /// Everybody's row, in a temporary file.
    pub(super) fn spool(&self, scratch: &Path) -> Result<Source, Refusal> {
        let mut spool = Spool::new(self.name.clone(), scratch, &PensionRow::COLUMNS)?;
        let mut line = Vec::new();
        for row in self.prepared.rows().map_err(refused)? {
            line.clear();
            row.map_err(refused)?.line(&mut line);
            let text = String::from_utf8_lossy(&line);
            let mut cells = [""; PensionRow::COLUMNS.len()];
            for (cell, value) in cells.iter_mut().zip(text.split(';')) {
                *cell = value;
            }
            spool.row(&cells)?;
        }
        Ok(spool.finish()?)
    }

    /// The way to the pension of the first persons who differ. `name_of` gives the name of a
    /// column of the key in this table.
    pub(super) fn ways(
        &mut self,
        outcome: &Outcome,
        name_of: impl Fn(&str) -> String,
    ) -> Result<Vec<Way>, Refusal> {
        let at = outcome.key.iter().position(|name| name_of(name) == CODE);
        // Who has another amount comes before who is not there at all.
        let changed = |one: &&Finding| one.kind == FindingKind::Changed;
        let first = outcome.first.iter();
        let ordered = first.clone().filter(changed).chain(first.filter(|one| !changed(one)));
        let codes = ordered.filter_map(|one| one.key.get(at?));
        let mut ways: Vec<Way> = Vec::new();
        for code in codes {
            if ways.len() == EXPLAINED {
                break;
            }
            match self.prepared.explain(code) {
                Ok(explained) => {
                    let (person, source) = (code.clone(), self.name.clone());
                    ways.push(Way { person, source, explained });
                }
                // Somebody whom only the other table has.
                Err(error) if error.wrong == Wrong::NoPerson => {}
                Err(error) => return Err(refused(error)),
            }
        }
        Ok(ways)
    }
}

#[expect(clippy::boxed_local, reason = "as the calculation gives it")]
fn refused(error: Box<MassError>) -> Refusal {
    Refusal::one(Exit::Invalid, error.diagnostic())
}
