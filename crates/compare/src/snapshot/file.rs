//! A snapshot's file in insta's text format: a YAML header between `---`, then the text.

use std::{fs, io, path::Path};

use rakis_model::{Diagnostic, Message, Place, Source};
use serde::{Deserialize, Serialize};

use super::{
    Form, Rules, canonical,
    info::{FORMAT, Info},
};

/// The header, in insta's keys and order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Header {
    /// The feature file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) source: Option<String>,
    /// The step's line; only in `.snap.new`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) assertion_line: Option<u32>,
    /// For people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
    /// The step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) expression: Option<String>,
    /// Ours.
    pub(crate) info: Info,
}

/// A snapshot's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SnapFile {
    pub(crate) header: Header,
    /// The canonical text, without white space at its end.
    pub(crate) text: String,
}

impl SnapFile {
    /// Reads a file; `None` when there is none. `shown` is its name for people.
    ///
    /// # Errors
    /// A diagnostic when it cannot be read, has no whole header, conflict markers, another
    /// format, or a text that is not the one its hash was made of.
    pub(crate) fn read(path: &Path, shown: &str) -> Result<Option<Self>, Box<Diagnostic>> {
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(unreadable(shown, &error)),
        };
        let text = String::from_utf8(bytes).map_err(|_| told(shown, "", "not-utf8", None))?;
        Self::parse(text, shown).map(Some)
    }

    /// Reads a file's text.
    pub(crate) fn parse(text: String, shown: &str) -> Result<Self, Box<Diagnostic>> {
        let text = if text.contains('\r') { text.replace("\r\n", "\n") } else { text };
        let wrong = |key, line| told(shown, &text, key, line);
        let conflict = || {
            let mark =
                |line: &str| ["<<<<<<< ", ">>>>>>> "].iter().any(|one| line.starts_with(one));
            text.lines().position(mark).map(|at| wrong("conflict", Some(at + 1)))
        };
        let Some((yaml, body)) = split(&text) else {
            return Err(conflict().unwrap_or_else(|| wrong("truncated", None)));
        };
        // The format decides what else can be expected, so it is read first.
        let header =
            format_of(yaml).map_err(|key| conflict().unwrap_or_else(|| wrong(key, None)))?;
        let info = &header.info;
        let own = canonical::hash(&info.form, &info.pairs(), body);
        if info.hash != own {
            return Err(conflict().unwrap_or_else(|| wrong("edited", None)));
        }
        Ok(Self { text: body.trim_end().to_owned(), header })
    }

    /// The file's text.
    pub(crate) fn render(&self) -> String {
        render(&self.header, &self.text)
    }

    /// The form and rules it was made with.
    pub(crate) fn rules(&self) -> Option<Rules> {
        let form = Form::from_name(&self.header.info.form)?;
        let pairs = self.header.info.pairs();
        let pairs = pairs.iter().map(|(field, rule)| (field.as_str(), rule.as_str()));
        Rules::from_pairs(form, pairs).ok()
    }
}

/// The text of a snapshot's file.
pub(crate) fn render(header: &Header, text: &str) -> String {
    let yaml = serde_yaml::to_string(header).unwrap_or_default();
    ["---\n", &yaml, "---\n", text, "\n"].concat()
}

/// Header and text; `None` when the header has no end.
fn split(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix("---\n")?;
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((&rest[..at], &rest[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

fn format_of(yaml: &str) -> Result<Header, &'static str> {
    #[derive(Deserialize)]
    struct Probe {
        info: Option<ProbeInfo>,
    }
    #[derive(Deserialize)]
    struct ProbeInfo {
        #[serde(rename = "vorming")]
        format: Option<serde_yaml::Value>,
    }
    let probe: Probe = serde_yaml::from_str(yaml).map_err(|_| "header")?;
    let format = probe.info.and_then(|info| info.format).ok_or("foreign")?;
    if format.as_u64() != Some(u64::from(FORMAT)) {
        return Err("format");
    }
    serde_yaml::from_str(yaml).map_err(|_| "header")
}

fn unreadable(shown: &str, error: &io::Error) -> Box<Diagnostic> {
    let message = Message::new("compare-snap-unreadable").with("file", shown).with("reason", error);
    Box::new(Diagnostic::error(message))
}

/// A diagnostic of a file that cannot be used, and what to do.
fn told(shown: &str, text: &str, what: &'static str, line: Option<usize>) -> Box<Diagnostic> {
    let (key, hint) = match what {
        "conflict" => ("compare-snap-conflict", "compare-snap-conflict-hint"),
        "truncated" => ("compare-snap-truncated", "compare-snap-restore-hint"),
        "foreign" => ("compare-snap-foreign", "compare-snap-foreign-hint"),
        "format" => ("compare-snap-format", "compare-snap-format-hint"),
        "edited" => ("compare-snap-edited", "compare-snap-restore-hint"),
        "not-utf8" => ("compare-snap-not-utf8", "compare-snap-restore-hint"),
        _ => ("compare-snap-header", "compare-snap-restore-hint"),
    };
    let message = Message::new(key).with("file", shown).with("format", FORMAT);
    let source = Source::new(shown, text);
    let place = Place::line(&source, line.unwrap_or(1));
    Box::new(Diagnostic::error(message).at(place).hint(Message::new(hint)))
}
