//! What of two long texts goes into a run record: the lines that differ, with their surroundings.
//!
//! The differences name every deviation, and the files hold the whole texts.

use super::lines::{self, Step};

/// Bytes up to which a text is shown whole, and of each excerpt.
const LIMIT: usize = 64 * 1024;
/// Equal lines kept before and after one that differs.
const AROUND: usize = 3;
/// Stands for lines that are left out; a text's own line could not be told from it by a reader,
/// which does no harm here.
const LEFT_OUT: &str = "[…]";

/// The texts as they are shown.
pub(crate) fn of(expected: Option<&str>, actual: &str) -> (Option<String>, String) {
    let longest = expected.map_or(0, str::len).max(actual.len());
    let Some(expected) = expected else { return (None, beginning(actual)) };
    if longest <= LIMIT {
        return (Some(expected.to_owned()), actual.to_owned());
    }
    let (old, new) = (lines::of(expected), lines::of(actual));
    let steps = lines::rough_steps(&old, &new);
    let differs: Vec<bool> = steps.iter().map(|step| !matches!(step, Step::Same(..))).collect();
    let mut shown = (Excerpt::default(), Excerpt::default());
    for (index, near) in near(&differs).into_iter().enumerate() {
        let (left, right) = match steps[index] {
            Step::Same(left, right) | Step::Changed(left, right) => (Some(left), Some(right)),
            Step::Missing(left) => (Some(left), None),
            Step::Extra(right) => (None, Some(right)),
        };
        shown.0.add(left.map(|at| old[at]), near);
        shown.1.add(right.map(|at| new[at]), near);
    }
    (Some(shown.0.text), shown.1.text)
}

/// Which places are at most so many steps from one that differs.
fn near(differs: &[bool]) -> Vec<bool> {
    let mut near = vec![false; differs.len()];
    for at in (0..differs.len()).filter(|&at| differs[at]) {
        let end = (at + AROUND + 1).min(near.len());
        near[at.saturating_sub(AROUND)..end].fill(true);
    }
    near
}

#[derive(Default)]
struct Excerpt {
    text: String,
    left_out: bool,
}

impl Excerpt {
    fn add(&mut self, line: Option<&str>, is_near: bool) {
        let fits = |line: &&str| is_near && self.text.len() + line.len() <= LIMIT;
        let line = match line {
            Some(line) if fits(&line) => {
                self.left_out = false;
                line
            }
            None if is_near => return,
            _ if self.left_out => return,
            _ => {
                self.left_out = true;
                LEFT_OUT
            }
        };
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(line);
    }
}

/// The first lines of a text.
fn beginning(text: &str) -> String {
    if text.len() <= LIMIT {
        return text.to_owned();
    }
    let mut excerpt = Excerpt::default();
    text.split('\n').for_each(|line| excerpt.add(Some(line), true));
    excerpt.text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_texts_are_whole_and_long_ones_cut_to_what_differs() {
        assert_eq!(of(Some("a\nb"), "a"), (Some("a\nb".to_owned()), "a".to_owned()));
        let text = |n: usize| {
            let line = |at: usize| if at == n { "muu".to_owned() } else { format!("rida {at}") };
            (0..20_000).map(line).collect::<Vec<_>>().join("\n")
        };
        let (old, new) = of(Some(&text(usize::MAX)), &text(10_000));
        let around =
            "[…]\nrida 9997\nrida 9998\nrida 9999\nX\nrida 10001\nrida 10002\nrida 10003\n[…]";
        assert_eq!(old.unwrap(), around.replace('X', "rida 10000"));
        assert_eq!(new, around.replace('X', "muu"));
        let (old, new) = of(None, &text(0));
        assert_eq!(old, None);
        assert!(new.starts_with("muu\nrida 1\n") && new.ends_with("\n[…]"), "{new}");
        assert!(new.len() <= LIMIT + 8);
    }

    #[test]
    fn one_endless_line_does_not_fill_the_record() {
        let (old, new) = of(Some(&"a".repeat(100_000)), &"b".repeat(100_000));
        assert_eq!((old.as_deref(), new.as_str()), (Some("[…]"), "[…]"));
    }
}
