//! Differences between two texts, line by line.

use similar::{ChangeTag, TextDiff};

/// More lines than this are not compared: a report must be made in bounded time, and nobody reads
/// further. The cut is the same on every machine, unlike a deadline.
const LINES_COMPARED: usize = 1_000;

/// One line of a side of a comparison.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// Text without its line break.
    pub(crate) text: String,
    /// Is it missing on the other side?
    pub(crate) changed: bool,
}

/// A unified difference with three lines of context; `None` when one of the texts is a single
/// line, or they are equal.
pub(crate) fn unified(expected: &str, actual: &str, names: (&str, &str)) -> Option<String> {
    if !multi_line(expected) || !multi_line(actual) || expected == actual {
        return None;
    }
    let (expected, actual) = (first_lines(expected), first_lines(actual));
    let diff = TextDiff::from_lines(expected, actual);
    let text = diff
        .unified_diff()
        .context_radius(3)
        .header(names.0, names.1)
        .missing_newline_hint(false)
        .to_string();
    (!text.is_empty()).then_some(text)
}

/// Both sides as lines, with what is missing on the other side marked.
pub(crate) fn sides(expected: &str, actual: &str) -> (Vec<Line>, Vec<Line>) {
    let (expected, actual) = (first_lines(expected), first_lines(actual));
    let diff = TextDiff::from_lines(expected, actual);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for change in diff.iter_all_changes() {
        let text = change.value().trim_end_matches('\n').to_owned();
        let changed = change.tag() != ChangeTag::Equal;
        if change.tag() != ChangeTag::Insert {
            left.push(Line { text: text.clone(), changed });
        }
        if change.tag() != ChangeTag::Delete {
            right.push(Line { text, changed });
        }
    }
    (left, right)
}

/// Common start, the part that differs, common end, of two single lines: for each side its three
/// parts.
pub(crate) fn spans<'t>(expected: &'t str, actual: &'t str) -> [[&'t str; 3]; 2] {
    let common = |a: &mut dyn Iterator<Item = char>, b: &mut dyn Iterator<Item = char>| -> usize {
        a.zip(b).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
    };
    let start = common(&mut expected.chars(), &mut actual.chars());
    let rests = (&expected[start..], &actual[start..]);
    let end = common(&mut rests.0.chars().rev(), &mut rests.1.chars().rev());
    let parts = |text: &'t str| {
        let middle = text.len() - end;
        [&text[..start], &text[start..middle], &text[middle..]]
    };
    [parts(expected), parts(actual)]
}

/// Has the text more than one line?
pub(crate) fn multi_line(text: &str) -> bool {
    text.trim_end_matches('\n').contains('\n')
}

fn first_lines(text: &str) -> &str {
    let end = text.match_indices('\n').nth(LINES_COMPARED - 1).map_or(text.len(), |(at, _)| at + 1);
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_several_lines_are_compared_and_single_lines_are_not() {
        let text = unified("a\nb\nc\n", "a\nõ\nc\n", ("oodatud", "tegelik")).unwrap();
        assert_eq!(text, "--- oodatud\n+++ tegelik\n@@ -1,3 +1,3 @@\n a\n-b\n+õ\n c\n");
        assert_eq!(unified("a\n", "b\nc", ("", "")), None);
        assert_eq!(unified("a\nb", "a\nb", ("", "")), None);
    }

    #[test]
    fn sides_hold_every_line_once() {
        let (left, right) = sides("a\nb\n", "a\nc\nd");
        let texts = |lines: &[Line]| -> Vec<_> {
            lines.iter().map(|line| (line.text.clone(), line.changed)).collect()
        };
        let line = |text: &str, changed| (text.to_owned(), changed);
        assert_eq!(texts(&left), [line("a", false), line("b", true)]);
        assert_eq!(texts(&right), [line("a", false), line("c", true), line("d", true)]);
    }

    #[test]
    fn a_worst_case_is_compared_in_bounded_time() {
        let left: String = (0..50_000).map(|n| format!("{n}\n")).collect();
        let right: String = (0..50_000).map(|n| format!("x{n}\n")).collect();
        assert_eq!(sides(&left, &right).0.len(), LINES_COMPARED);
    }

    #[test]
    fn spans_meet_at_characters() {
        assert_eq!(spans("191.6496", "191.64"), [["191.64", "96", ""], ["191.64", "", ""]]);
        assert_eq!(spans("jõe", "jöe"), [["j", "õ", "e"], ["j", "ö", "e"]]);
        assert_eq!(spans("aa", "aaa"), [["aa", "", ""], ["aa", "a", ""]]);
        assert_eq!(spans("", ""), [["", "", ""], ["", "", ""]]);
    }
}
