//! Who approved what: an append-only list beside the snapshot.

use std::{fs, io, path::Path};

use jiff::Timestamp;
use rakis_model::{Diagnostic, Message, Place, Source};
use serde::{Deserialize, Serialize};

use super::write;

/// An approval as somebody gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// Name of the person.
    pub who: String,
    /// In which role.
    pub role: String,
    /// When.
    pub at: Timestamp,
    /// Why the text is right.
    pub why: String,
    /// The run whose answer it was, if it is known.
    pub run: Option<String>,
}

/// An approval as it is kept. Keys are Estonian in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approved {
    /// Hash of form, rules and text.
    #[serde(rename = "räsi")]
    pub hash: String,
    /// Name of the person.
    #[serde(rename = "kes")]
    pub who: String,
    /// In which role.
    #[serde(rename = "roll")]
    pub role: String,
    /// When.
    #[serde(rename = "millal")]
    pub at: Timestamp,
    /// Why the text is right.
    #[serde(rename = "miks")]
    pub why: String,
    /// The run whose answer it was.
    #[serde(rename = "käivitus", default, skip_serializing_if = "Option::is_none")]
    pub run: Option<String>,
}

/// Reads the list; empty when there is none.
///
/// # Errors
/// A diagnostic when it cannot be read: who approved what must not be guessed.
pub(crate) fn read(path: &Path, shown: &str) -> Result<Vec<Approved>, Box<Diagnostic>> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(wrong(shown, "", &error, None)),
    };
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    serde_yaml::from_str(&text).map_err(|error| {
        let line = error.location().map(|at| at.line());
        wrong(shown, &text, &error, line)
    })
}

/// Appends one, whole or not at all. What was written before stays as it was, to the byte.
pub(crate) fn append(path: &Path, approved: &Approved) -> io::Result<()> {
    let before = match fs::read_to_string(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        other => other?,
    };
    let one = serde_yaml::to_string(&[approved]).map_err(io::Error::other)?;
    let gap = if before.is_empty() || before.ends_with('\n') { "" } else { "\n" };
    write::whole(path, &format!("{before}{gap}{one}"))
}

fn wrong(
    shown: &str,
    text: &str,
    reason: &dyn std::fmt::Display,
    line: Option<usize>,
) -> Box<Diagnostic> {
    let message =
        Message::new("compare-approvals-unreadable").with("file", shown).with("reason", reason);
    let place = Place::line(&Source::new(shown, text), line.unwrap_or(1));
    let hint = Message::new("compare-snap-restore-hint");
    Box::new(Diagnostic::error(message).at(place).hint(hint))
}
