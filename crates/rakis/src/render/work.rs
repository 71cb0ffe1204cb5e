//! Progress of one long work on a terminal: how far it is, and how long it will take.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar on standard error; nothing where there is no terminal. It goes with the value.
pub(crate) struct Work(ProgressBar);

impl Work {
    /// A bar for work of this size, in bytes.
    pub(crate) fn new(size: u64, shown: bool, label: &str) -> Self {
        let target =
            if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(size), target);
        let style =
            "{prefix} {bar:30} {percent} % {binary_bytes}/{binary_total_bytes} {elapsed}+{eta}";
        if let Ok(style) = ProgressStyle::with_template(style) {
            bar.set_style(style.progress_chars("━━─"));
        }
        bar.set_prefix(label.to_owned());
        Self(bar)
    }

    /// So far it is.
    pub(crate) fn at(&self, done: u64) {
        self.0.set_position(done);
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
