//! Places of lines, without their indentation.

use std::sync::Arc;

use rakis_model::{Place, Source};

/// The text of a line, from 1.
pub(crate) fn line_text(source: &Arc<Source>, line: usize) -> Place {
    let range = source.line_range(line);
    let text = &source.text[range.clone()];
    let indent = text.len() - text.trim_start().len();
    Place::new(Arc::clone(source), range.start + indent..range.end)
}
