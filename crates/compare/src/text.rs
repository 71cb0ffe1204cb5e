//! Two texts, line by line.

use similar::TextDiff;

/// The unified difference of two texts with three lines of context, under the names of the two;
/// `None` when they are equal.
///
/// Without a deadline: the hunks depend on the texts only, never on the machine's load.
pub fn text(expected: &str, actual: &str, names: (&str, &str)) -> Option<String> {
    if expected == actual {
        return None;
    }
    let diff = TextDiff::from_lines(expected, actual);
    Some(diff.unified_diff().context_radius(3).header(names.0, names.1).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: (&str, &str) = ("oodatud", "tegelik");

    #[test]
    fn equal_texts_have_no_difference() {
        assert_eq!(text("", "", NAMES), None);
        assert_eq!(text("õ\n", "õ\n", NAMES), None);
    }

    #[test]
    fn differences_are_shown_with_their_surroundings() {
        assert_eq!(
            text("a\nb\nc\n", "a\nõ\nc\n", NAMES).unwrap(),
            "--- oodatud\n+++ tegelik\n@@ -1,3 +1,3 @@\n a\n-b\n+õ\n c\n"
        );
        let ending = text("a\n", "a", NAMES).unwrap();
        assert!(ending.contains("No newline at end of file"), "{ending}");
        assert!(text("a\r\n", "a\n", NAMES).is_some());
    }

    #[test]
    fn large_texts_without_a_common_line_come_to_an_end() {
        let lines = |mark: &str| (0..100_000).map(|n| format!("{mark}{n}\n")).collect::<String>();
        let found = text(&lines("a"), &lines("b"), NAMES).unwrap();
        assert_eq!(found.lines().count(), 200_003);
    }

    #[test]
    fn large_texts_with_few_common_lines_come_to_an_end() {
        let lines = |step: usize| {
            (0..20_000).map(|n| format!("{}\n", n * step % 9_973)).collect::<String>()
        };
        assert!(text(&lines(7), &lines(11), NAMES).is_some());
    }
}
