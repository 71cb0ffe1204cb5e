//! What the terminal shows: excerpts of files, progress, tables.

mod excerpt;
mod progress;
mod table;

pub(crate) use excerpt::diagnostic;
pub(crate) use progress::Progress;
pub(crate) use table::{table, wrapped};

/// Columns of the terminal, if there is one.
pub(crate) fn terminal_width() -> Option<usize> {
    let (_, columns) = console::Term::stdout().size_checked()?;
    Some(usize::from(columns))
}
