//! YAML files of this project: every value knows its place, every problem is told at once.
//!
//! `serde_yaml` reads the text; it gives positions only with errors. So the tree is read once
//! without positions, and a second reading finds all of them when the first is asked for.

mod cursor;
mod locate;
mod tree;

use std::sync::{Arc, OnceLock};

pub use cursor::{Cursor, Fields, Key};
pub use tree::Node;

use crate::{Diagnostic, Message, Place, Source};

/// Larger files are split by people long before.
const LARGEST_YAML: usize = 4 * 1024 * 1024;
/// Brackets open at once; nobody reads deeper ones.
const DEEPEST_BRACKETS: usize = 200;

/// One YAML document with its source.
#[derive(Debug)]
pub struct Document {
    source: Arc<Source>,
    root: Node,
    marks: OnceLock<locate::Marks>,
}

impl Document {
    /// Reads the text of a file as one document.
    ///
    /// # Errors
    /// When the text is no YAML, with the place the reader stopped at.
    pub fn parse(source: Arc<Source>) -> Result<Self, Box<Diagnostic>> {
        if let Some(diagnostic) = refused(&source) {
            return Err(Box::new(diagnostic));
        }
        match serde_yaml::from_str::<Node>(&source.text) {
            Ok(root) => Ok(Self { source, root, marks: OnceLock::new() }),
            Err(error) => {
                let offset =
                    error.location().map_or(0, |place| source.offset(place.line(), place.column()));
                let line = source.line_column(offset).0;
                let end = source.line_range(line).end.max(offset);
                Err(Box::new(
                    Diagnostic::error(
                        Message::new("yaml-malformed").with("reason", reason(&error)),
                    )
                    .at(Place::new(source, offset..end))
                    .hint(Message::new("yaml-malformed-hint")),
                ))
            }
        }
    }

    /// The whole document.
    pub const fn root(&self) -> Cursor<'_> {
        Cursor::new(self, &self.root)
    }

    /// Byte offset of the value at a path, or of its key.
    fn offset(&self, path: &[usize], part: locate::Part) -> usize {
        let marks = self.marks.get_or_init(|| locate::Marks::read(&self.source));
        marks.offset(&self.source, path, part)
    }

    /// The file.
    pub const fn source(&self) -> &Arc<Source> {
        &self.source
    }
}

/// Why a text is not even read: the reader takes time beyond reason for very deep brackets, and
/// memory for very large files.
fn refused(source: &Arc<Source>) -> Option<Diagnostic> {
    if source.text.len() > LARGEST_YAML {
        let message = Message::new("yaml-too-large").with("limit", LARGEST_YAML / 1024 / 1024);
        let place = Place::line(source, 1);
        return Some(Diagnostic::error(message).at(place).hint(Message::new("source-split")));
    }
    let mut depth = 0_usize;
    for (at, byte) in source.text.bytes().enumerate() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST_BRACKETS {
            let message = Message::new("yaml-too-deep").with("limit", DEEPEST_BRACKETS);
            let place = Place::new(Arc::clone(source), at..at + 1);
            return Some(Diagnostic::error(message).at(place));
        }
    }
    None
}

/// The reader's words without the position, which the excerpt shows.
fn reason(error: &serde_yaml::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or(&text).to_owned()
}
