//! Progress on a terminal: of a run, how many of how many and what failed; of large files, bytes.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar on standard error; nothing where there is no terminal.
pub(crate) struct Progress {
    bar: ProgressBar,
    failed: usize,
}

impl Progress {
    /// A bar for so many scenarios.
    pub(crate) fn new(total: usize, shown: bool, label: &str) -> Self {
        let target =
            if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(total as u64), target);
        let style = ProgressStyle::with_template("{prefix} {bar:30} {pos}/{len} {msg}");
        if let Ok(style) = style {
            bar.set_style(style.progress_chars("━━─"));
        }
        bar.set_prefix(label.to_owned());
        Self { bar, failed: 0 }
    }

    /// One scenario ended.
    pub(crate) fn ended(&mut self, held: bool, failed_label: impl Fn(usize) -> String) {
        if !held {
            self.failed += 1;
            self.bar.set_message(failed_label(self.failed));
        }
        self.bar.inc(1);
    }

    /// The bar goes, so that the summary stands alone.
    pub(crate) fn clear(&self) {
        self.bar.finish_and_clear();
    }
}

/// A bar of bytes read.
pub(crate) struct Bytes(ProgressBar);

impl Bytes {
    /// A bar on standard error, if it may be shown.
    pub(crate) fn new(shown: bool) -> Self {
        let target =
            if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(1), target);
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {bytes}/{total_bytes}") {
            bar.set_style(style.progress_chars("━━─"));
        }
        Self(bar)
    }

    /// So many of so many.
    pub(crate) fn at(&self, done: u64, total: u64) {
        self.0.set_length(total);
        self.0.set_position(done);
    }

    /// The bar goes.
    pub(crate) fn clear(&self) {
        self.0.finish_and_clear();
    }
}
