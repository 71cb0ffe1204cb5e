//! What the terminal shows: excerpts of files, progress.

mod excerpt;
mod progress;

pub(crate) use excerpt::diagnostic;
pub(crate) use progress::Progress;

/// Columns of the terminal, if there is one.
pub(crate) fn terminal_width() -> Option<usize> {
    let (_, columns) = console::Term::stdout().size_checked()?;
    Some(usize::from(columns))
}
