//! The difference of two long sequences of lines or rows.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A line of one side, of the other, or a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Both, equal.
    Same(usize, usize),
    /// Both, in the same place, not equal.
    Changed(usize, usize),
    /// Only in the old.
    Missing(usize),
    /// Only in the new.
    Extra(usize),
}

/// How to come from the old to the new. Without a deadline: the result depends on the lines only.
pub(crate) fn steps<T: Eq + std::hash::Hash + Ord>(old: &[T], new: &[T]) -> Vec<Step> {
    let mut steps = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        let (left, right) = (op.old_range(), op.new_range());
        if matches!(op, DiffOp::Equal { .. }) {
            steps.extend(left.zip(right).map(|(old, new)| Step::Same(old, new)));
            continue;
        }
        for at in 0..left.len().max(right.len()) {
            steps.push(match (at < left.len(), at < right.len()) {
                (true, true) => Step::Changed(left.start + at, right.start + at),
                (true, false) => Step::Missing(left.start + at),
                _ => Step::Extra(right.start + at),
            });
        }
    }
    steps
}
