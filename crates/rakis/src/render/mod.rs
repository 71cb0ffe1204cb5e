//! What the terminal shows: excerpts of files, progress, tables.

mod excerpt;
mod progress;
mod table;
mod work;

pub(crate) use excerpt::diagnostic;
pub(crate) use progress::{Bytes, Progress};
pub(crate) use table::{table, wrapped};
pub(crate) use work::Work;

/// Columns of the terminal, if there is one.
pub(crate) fn terminal_width() -> Option<usize> {
    let (_, columns) = console::Term::stdout().size_checked()?;
    Some(usize::from(columns))
}

/// Foreign text for the terminal, which must not obey what stands in a title, a comment or an
/// answer: control characters become visible, line breaks stay.
pub(crate) fn plain(text: &str) -> String {
    let seen = |sign: char| if sign.is_control() && sign != '\n' { '\u{FFFD}' } else { sign };
    text.replace('\t', "    ").chars().map(seen).collect()
}
