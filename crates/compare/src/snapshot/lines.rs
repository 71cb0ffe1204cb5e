//! The difference of two long sequences of lines or rows.
//!
//! Snapshots mostly change in a few places, so the two are walked side by side, and after a place
//! that differs the next lines in common are looked for near by. Only where none are found does a
//! general algorithm take over (Myers with Git's heuristics), on numbers instead of lines.

#[expect(clippy::disallowed_types, reason = "only looked up in, its order is never seen")]
use std::collections::HashMap;
use std::hash::Hash;

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

/// So many lines must be in common before the two count as side by side again.
const COMMON: usize = 3;
/// So many lines are looked over for that, on both sides together.
const NEAR: usize = 32;

/// The lines of a text, without their ends; of an empty one, one empty line.
pub(crate) fn of(text: &str) -> Vec<&str> {
    let mut lines = Vec::with_capacity(text.len() / 32 + 1);
    let mut from = 0;
    for end in memchr::memchr_iter(b'\n', text.as_bytes()) {
        lines.push(&text[from..end]);
        from = end + 1;
    }
    lines.push(&text[from..]);
    lines
}

/// How to come from the old to the new. Without a deadline: the result depends on the lines only,
/// never on the load of the machine.
pub(crate) fn steps<T: Hash + Eq>(old: &[T], new: &[T]) -> Vec<Step> {
    walk(old, new, general)
}

/// As [`steps`], but where the two do not meet again near by, all that is left counts as changed.
/// Quick, for what is only shown.
pub(crate) fn rough_steps<T: Eq>(old: &[T], new: &[T]) -> Vec<Step> {
    walk(old, new, replaced)
}

/// Adds the steps of two stretches that begin at these places.
type Far<T> = fn(&[T], &[T], (usize, usize), &mut Vec<Step>);

/// Walks side by side; `far` takes over where no meeting is near.
fn walk<T: Eq>(old: &[T], new: &[T], far: Far<T>) -> Vec<Step> {
    let shorter = old.len().min(new.len());
    let tail = |at: &usize| old[old.len() - 1 - at] == new[new.len() - 1 - at];
    let head = (0..shorter).take_while(|&at| old[at] == new[at]).count();
    let tail = (0..shorter - head).take_while(tail).count();
    let ends = (old.len() - tail, new.len() - tail);
    let mut steps: Vec<Step> = (0..head).map(|at| Step::Same(at, at)).collect();
    let (mut left, mut right) = (head, head);
    while (left, right) != ends {
        if left < ends.0 && right < ends.1 && old[left] == new[right] {
            steps.push(Step::Same(left, right));
            (left, right) = (left + 1, right + 1);
            continue;
        }
        match meeting(&old[left..ends.0], &new[right..ends.1]) {
            Some((missing, extra)) => {
                let (old, new) = (&old[left..left + missing], &new[right..right + extra]);
                replaced(old, new, (left, right), &mut steps);
                (left, right) = (left + missing, right + extra);
            }
            None => {
                far(&old[left..ends.0], &new[right..ends.1], (left, right), &mut steps);
                break;
            }
        }
    }
    steps.extend((0..tail).map(|at| Step::Same(ends.0 + at, ends.1 + at)));
    steps
}

/// How many lines to leave on each side so that the next ones are in common; the fewest.
fn meeting<T: Eq>(old: &[T], new: &[T]) -> Option<(usize, usize)> {
    if old.is_empty() || new.is_empty() {
        return Some((old.len(), new.len()));
    }
    for together in 1..=NEAR.min(old.len() + new.len()) {
        for missing in together.saturating_sub(new.len())..=together.min(old.len()) {
            let (left, right) = (&old[missing..], &new[together - missing..]);
            // At an end fewer lines in common are enough.
            let enough = COMMON.min(left.len()).min(right.len());
            if enough == 0 && left.len() != right.len() {
                continue;
            }
            let common = left.iter().zip(right).take(enough).filter(|(old, new)| old == new);
            if common.count() == enough {
                return Some((missing, together - missing));
            }
        }
    }
    None
}

/// Lines that stand in the place of others, from these places on.
fn replaced<T: Eq>(old: &[T], new: &[T], from: (usize, usize), steps: &mut Vec<Step>) {
    for at in 0..old.len().max(new.len()) {
        steps.push(match (old.get(at), new.get(at)) {
            (Some(left), Some(right)) if left == right => Step::Same(from.0 + at, from.1 + at),
            (Some(_), Some(_)) => Step::Changed(from.0 + at, from.1 + at),
            (Some(_), None) => Step::Missing(from.0 + at),
            _ => Step::Extra(from.1 + at),
        });
    }
}

fn general<T: Hash + Eq>(old: &[T], new: &[T], from: (usize, usize), steps: &mut Vec<Step>) {
    let (old, new) = numbered(old, new);
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (left, right) = (op.old_range(), op.new_range());
        let start = (from.0 + left.start, from.1 + right.start);
        if matches!(op, DiffOp::Equal { .. }) {
            steps.extend((0..left.len()).map(|at| Step::Same(start.0 + at, start.1 + at)));
        } else {
            replaced(&old[left], &new[right], start, steps);
        }
    }
}

/// Equal lines as equal numbers, which are quick to compare.
#[expect(clippy::disallowed_types, reason = "only looked up in, its order is never seen")]
fn numbered<T: Hash + Eq>(old: &[T], new: &[T]) -> (Vec<usize>, Vec<usize>) {
    let mut known: HashMap<&T, usize> = HashMap::with_capacity(old.len());
    let mut numbers = Vec::with_capacity(old.len() + new.len());
    for line in old.iter().chain(new) {
        let next = known.len();
        numbers.push(*known.entry(line).or_insert(next));
    }
    let second = numbers.split_off(old.len());
    (numbers, second)
}

#[cfg(test)]
mod tests {
    use std::{
        cell::Cell,
        hash::{Hash, Hasher},
    };

    use super::*;

    thread_local! {
        static LOOKS: Cell<usize> = const { Cell::new(0) };
    }

    fn look() {
        LOOKS.set(LOOKS.get() + 1);
    }

    /// A line that counts how often it is looked at.
    #[derive(Clone, Debug)]
    struct Line(usize);

    impl PartialEq for Line {
        fn eq(&self, other: &Self) -> bool {
            look();
            self.0 == other.0
        }
    }

    impl Eq for Line {}

    impl Hash for Line {
        fn hash<H: Hasher>(&self, state: &mut H) {
            look();
            self.0.hash(state);
        }
    }

    fn check(old: &[usize], new: &[usize], expected: &[Step]) {
        let found = steps(old, new);
        let other: Vec<Step> =
            found.into_iter().filter(|step| !matches!(step, Step::Same(..))).collect();
        assert_eq!(other, expected, "{old:?} {new:?}");
    }

    #[test]
    fn lines_are_paired_in_their_order() {
        check(&[], &[], &[]);
        check(&[1, 2, 3], &[1, 2, 3], &[]);
        check(&[1, 2, 3], &[1, 4, 3], &[Step::Changed(1, 1)]);
        check(&[1, 2, 3], &[0, 1, 2, 3], &[Step::Extra(0)]);
        check(&[1, 2, 3], &[1, 3], &[Step::Missing(1)]);
        check(&[1], &[2, 3], &[Step::Changed(0, 0), Step::Extra(1)]);
        check(&[1, 2, 8, 8], &[3, 8, 8], &[Step::Changed(0, 0), Step::Missing(1)]);
        check(&[], &[1], &[Step::Extra(0)]);
    }

    #[test]
    fn a_line_is_looked_at_a_few_times_however_many_there_are() {
        type Make = fn(usize) -> (Vec<usize>, Vec<usize>);
        let cases: [(&str, Make); 4] = [
            ("few changed", |n| {
                let other = |at: usize| if at % 2_000 == 7 { at + 1_000_000 } else { at };
                ((0..n).collect(), (0..n).map(other).collect())
            }),
            ("none in common", |n| ((0..n).collect(), (n..2 * n).collect())),
            ("all moved", |n| {
                (
                    (0..n).map(|at| at * 7 % 9_973).collect(),
                    (0..n).map(|at| at * 11 % 9_973).collect(),
                )
            }),
            ("every second", |n| {
                let other = |at: usize| if at % 2 == 1 { at + 1_000_000 } else { at };
                ((0..n).collect(), (0..n).map(other).collect())
            }),
        ];
        for (name, make) in cases {
            let looks = |n: usize| {
                let (old, new) = make(n);
                let line = |numbers: Vec<usize>| numbers.into_iter().map(Line).collect::<Vec<_>>();
                let (old, new) = (line(old), line(new));
                LOOKS.set(0);
                let steps = steps(&old, &new);
                assert!(steps.len() >= n, "{name}");
                LOOKS.get()
            };
            for n in [1_000, 4_000, 16_000] {
                let found = looks(n);
                assert!(found <= 8 * n, "{name}: {found} looks at {n} lines");
            }
        }
    }

    proptest::proptest! {
        /// Whatever way was found: both sides are walked whole and in order, and what is called
        /// the same is.
        #[test]
        fn the_steps_lead_from_the_old_to_the_new(
            old in proptest::collection::vec(0_u8..5, 0..60),
            new in proptest::collection::vec(0_u8..5, 0..60),
            many in 0_usize..3,
        ) {
            // Long runs that have nothing in common lead to the general algorithm.
            let long = |mut lines: Vec<u8>, other: u8| {
                for _ in 0..many * 40 {
                    lines.insert(lines.len() / 2, other);
                }
                lines
            };
            let (old, new) = (long(old, 8), long(new, 9));
            let (mut left, mut right) = (0, 0);
            for step in steps(&old, &new) {
                match step {
                    Step::Same(a, b) => {
                        proptest::prop_assert_eq!(old[a], new[b]);
                        proptest::prop_assert_eq!((a, b), (left, right));
                        (left, right) = (left + 1, right + 1);
                    }
                    Step::Changed(a, b) => {
                        proptest::prop_assert_ne!(old[a], new[b]);
                        proptest::prop_assert_eq!((a, b), (left, right));
                        (left, right) = (left + 1, right + 1);
                    }
                    Step::Missing(a) => {
                        proptest::prop_assert_eq!(a, left);
                        left += 1;
                    }
                    Step::Extra(b) => {
                        proptest::prop_assert_eq!(b, right);
                        right += 1;
                    }
                }
            }
            proptest::prop_assert_eq!((left, right), (old.len(), new.len()));
        }
    }
}
