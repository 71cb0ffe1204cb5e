//! Text files as people hand them in: read whole, decoded strictly, with lines and columns.

use std::{
    ops::Range,
    path::Path,
    sync::{Arc, OnceLock},
};

use crate::{Diagnostic, Message, Place};

/// Larger files are no specifications or features, but a mistake that would fill the memory.
const LARGEST_FILE: u64 = 16 * 1024 * 1024;

/// A file's name and text. The name is relative to the project, with `/`.
#[derive(Debug)]
pub struct Source {
    /// Name as people know it, e.g. `specs/rights/star.yaml`.
    pub name: String,
    /// The text, without a byte order mark.
    pub text: String,
    /// Byte offsets of the lines' beginnings, found when first asked for.
    lines: OnceLock<Vec<usize>>,
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.text == other.text
    }
}

impl Eq for Source {}

impl Source {
    /// Text already at hand.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self { name: name.into(), text: text.into(), lines: OnceLock::new() })
    }

    /// Decodes a file's bytes.
    ///
    /// # Errors
    /// A byte order mark, and bytes that are not UTF-8 (UTF-16 and windows-1257 are what Windows
    /// writes), as a diagnostic that points at the first such byte.
    pub fn decode(name: &str, bytes: Vec<u8>) -> Result<Arc<Self>, Box<Diagnostic>> {
        if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
            let place = Place::new(Self::new(name, ""), 0..0);
            return Err(Box::new(
                Diagnostic::error(Message::new("source-utf16"))
                    .at(place)
                    .hint(Message::new("source-save-utf8")),
            ));
        }
        match String::from_utf8(bytes) {
            Ok(text) if text.starts_with('\u{FEFF}') => {
                let place = Place::new(Self::new(name, &text['\u{FEFF}'.len_utf8()..]), 0..0);
                Err(Box::new(
                    Diagnostic::error(Message::new("source-bom"))
                        .at(place)
                        .hint(Message::new("source-save-utf8")),
                ))
            }
            Ok(text) => Ok(Self::new(name, text)),
            Err(error) => Err(Box::new(not_utf8(name, &error))),
        }
    }

    /// Reads and decodes a file.
    ///
    /// # Errors
    /// When the file cannot be read, or not decoded (see [`Source::decode`]).
    pub fn read(path: &Path, name: &str) -> Result<Arc<Self>, Box<Diagnostic>> {
        let unreadable = |reason: std::io::Error| {
            let message = Message::new("source-unreadable").with("file", name);
            let message = message.with("reason", reason);
            Box::new(Diagnostic::error(message).hint(Message::new("source-check-path")))
        };
        let about = std::fs::metadata(path).map_err(unreadable)?;
        // A pipe would be waited on for ever, and a device has no end.
        if !about.is_file() {
            let message = Message::new("source-no-file").with("file", name);
            return Err(Box::new(Diagnostic::error(message)));
        }
        if about.len() > LARGEST_FILE {
            let message = Message::new("source-too-large").with("file", name);
            let message = message.with("limit", LARGEST_FILE / 1024 / 1024);
            let hint = Message::new("source-split");
            return Err(Box::new(Diagnostic::error(message).hint(hint)));
        }
        Self::decode(name, std::fs::read(path).map_err(unreadable)?)
    }

    fn lines(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            std::iter::once(0).chain(self.text.match_indices('\n').map(|(at, _)| at + 1)).collect()
        })
    }

    /// Line and column of a byte offset, both from 1; the column counts characters.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let offset = self.floor(offset);
        let line = self.lines().partition_point(|start| *start <= offset);
        let start = self.lines().get(line.saturating_sub(1)).copied().unwrap_or_default();
        (line, self.text[start..offset].chars().count() + 1)
    }

    /// Byte offset of a line and column, both from 1; past the end of the line is its end.
    pub fn offset(&self, line: usize, column: usize) -> usize {
        let start = self.lines().get(line.saturating_sub(1)).copied().unwrap_or(self.text.len());
        let line_text = self.rest_of_line(start);
        let within =
            line_text.char_indices().nth(column.saturating_sub(1)).map_or(line_text.len(), |c| c.0);
        start + within
    }

    /// The byte range of a line without its line break and trailing space.
    pub fn line_range(&self, line: usize) -> Range<usize> {
        let start = self.offset(line, 1);
        start..start + self.rest_of_line(start).trim_end().len()
    }

    fn rest_of_line(&self, start: usize) -> &str {
        let rest = &self.text[start..];
        &rest[..rest.find('\n').unwrap_or(rest.len())]
    }

    fn floor(&self, offset: usize) -> usize {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }
}

fn not_utf8(name: &str, error: &std::string::FromUtf8Error) -> Diagnostic {
    let valid = error.utf8_error().valid_up_to();
    let byte = error.as_bytes().get(valid).copied().unwrap_or_default();
    let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
    Diagnostic::error(Message::new("source-not-utf8").with("byte", format!("0x{byte:02X}")))
        .at(Place::new(Source::new(name, text), valid..valid + '\u{FFFD}'.len_utf8()))
        .hint(Message::new("source-save-utf8"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_offsets_agree() {
        let source = Source::new("a", "õä\r\n\nkolm");
        for (offset, place) in
            [(0, (1, 1)), (2, (1, 2)), (5, (1, 4)), (6, (2, 1)), (7, (3, 1)), (11, (3, 5))]
        {
            assert_eq!(source.line_column(offset), place);
            assert_eq!(source.offset(place.0, place.1), offset);
        }
        assert_eq!(source.line_column(1), (1, 1), "within a letter");
        assert_eq!(source.line_column(99), (3, 5), "past the end");
        assert_eq!(source.offset(9, 1), 11);
        assert_eq!(source.line_range(1), 0..4);
        assert_eq!(source.line_range(9), 11..11);
    }
}
