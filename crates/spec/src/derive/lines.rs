//! Three-way merge of the lines of one segment.

use std::ops::Range;

use diffy::DiffOptions;

use super::layout::line_keys;

/// A stretch changed both by hand and by the specification, in different ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clash {
    /// The lines of the file, as indexes into ours.
    pub(super) ours: Range<usize>,
    /// What the specification now says in their stead.
    pub(super) theirs: Range<usize>,
}

/// The merged lines, and where both sides disagree (there, ours is kept).
pub(super) struct Merged {
    pub(super) lines: Vec<String>,
    pub(super) clashes: Vec<Clash>,
}

/// A changed stretch: lines of the base, and what one side has in their stead.
#[derive(Clone, Debug)]
struct Hunk {
    base: Range<usize>,
    side: Range<usize>,
}

/// One side of the merge.
struct Side {
    keys: Vec<String>,
    hunks: Vec<Hunk>,
    /// Hunks already merged.
    done: usize,
    /// Line reached, equal to the line of the base reached.
    at: usize,
}

impl Side {
    fn new(base: &[String], keys: Vec<String>) -> Self {
        Self { hunks: hunks(base, &keys), keys, done: 0, at: 0 }
    }

    fn next(&self) -> Option<&Hunk> {
        self.hunks.get(self.done)
    }

    /// Takes the hunks that touch the stretch, which grows by them.
    fn absorb(&mut self, stretch: &mut Range<usize>, taken: &mut Vec<Hunk>) -> bool {
        let before = taken.len();
        while let Some(hunk) = self.next().filter(|hunk| overlap(&hunk.base, stretch)).cloned() {
            stretch.start = stretch.start.min(hunk.base.start);
            stretch.end = stretch.end.max(hunk.base.end);
            taken.push(hunk);
            self.done += 1;
        }
        taken.len() > before
    }

    /// The lines of this side for a stretch of the base, all hunks of which are `taken`.
    fn lines(&self, stretch: &Range<usize>, base_at: usize, taken: &[Hunk]) -> Range<usize> {
        let start = self.at + (stretch.start - base_at);
        let grown: usize = taken.iter().map(|hunk| hunk.side.len()).sum();
        let replaced: usize = taken.iter().map(|hunk| hunk.base.len()).sum();
        start..start + stretch.len() + grown - replaced
    }
}

/// Do two changes of the base concern the same lines? Neighbours do not.
const fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    if a.start == a.end && b.start == b.end {
        return a.start == b.start;
    }
    a.start < b.end && b.start < a.end
}

/// The changed stretches from one list of lines to another.
fn hunks(base: &[String], side: &[String]) -> Vec<Hunk> {
    let joined = |keys: &[String]| keys.iter().map(|key| format!("{key}\n")).collect::<String>();
    let (base, side) = (joined(base), joined(side));
    let range = |range: diffy::HunkRange| {
        // As in a unified diff: from 1, but an empty range names the line before.
        let start = range.start() - usize::from(!range.is_empty());
        start..start + range.len()
    };
    DiffOptions::new()
        .set_context_len(0)
        .create_patch(&base, &side)
        .hunks()
        .iter()
        .map(|hunk| Hunk { base: range(hunk.old_range()), side: range(hunk.new_range()) })
        .collect()
}

/// The lines both lists have in common, in order, as theirs has them: a base where the real one
/// is lost. Where only the layout differs, ours then counts as changed by hand and stays.
pub(super) fn common(ours: &[String], theirs: &[String]) -> Vec<String> {
    let mut common = Vec::new();
    let mut at = 0;
    for hunk in hunks(&line_keys(ours), &line_keys(theirs)) {
        common.extend_from_slice(&theirs[at..hunk.side.start]);
        at = hunk.side.end;
    }
    common.extend_from_slice(&theirs[at..]);
    common
}

/// Merges what changed from base to theirs into ours.
pub(super) fn merge(
    base: &[String],
    ours: &[String],
    theirs: &[String],
    line_break: &str,
) -> Merged {
    let base_keys = line_keys(base);
    let mut left = Side::new(&base_keys, line_keys(ours));
    let mut right = Side::new(&base_keys, line_keys(theirs));
    let mut merged = Merged { lines: Vec::new(), clashes: Vec::new() };
    let mut at = 0;
    loop {
        let next = match (left.next(), right.next()) {
            (Some(a), Some(b)) => Some(std::cmp::min_by_key(a, b, |h| (h.base.start, h.base.end))),
            (a, b) => a.or(b),
        };
        let mut stretch = next.map_or(base.len()..base.len(), |hunk| hunk.base.clone());
        for index in 0..stretch.start - at {
            let lines = [&base[at + index], &ours[left.at + index], &theirs[right.at + index]];
            merged.lines.push(equal_line(lines));
        }
        if next.is_none() {
            return merged;
        }
        let (mut by_hand, mut by_spec) = (Vec::new(), Vec::new());
        while left.absorb(&mut stretch, &mut by_hand) | right.absorb(&mut stretch, &mut by_spec) {}
        let mine = left.lines(&stretch, at, &by_hand);
        let new = right.lines(&stretch, at, &by_spec);
        if by_hand.is_empty() {
            let lines = theirs[new.clone()].iter().map(|line| with_break(line, line_break));
            merged.lines.extend(lines);
        } else {
            merged.lines.extend_from_slice(&ours[mine.clone()]);
            if !by_spec.is_empty() && left.keys[mine.clone()] != right.keys[new.clone()] {
                merged.clashes.push(Clash { ours: mine.clone(), theirs: new.clone() });
            }
        }
        (at, left.at, right.at) = (stretch.end, mine.end, new.end);
    }
}

/// A line all three agree on but for layout: the side that changed the layout has its way.
fn equal_line([base, ours, theirs]: [&String; 3]) -> String {
    let bare = |line: &String| line.trim_end_matches(['\n', '\r']).to_owned();
    let text = bare(ours);
    if text == bare(base) {
        format!("{}{}", bare(theirs), &ours[text.len()..])
    } else {
        ours.clone()
    }
}

/// A line of the specification's side with the line break of the file.
pub(super) fn with_break(line: &str, line_break: &str) -> String {
    format!("{}{line_break}", line.trim_end_matches(['\n', '\r']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(text: &str) -> Vec<String> {
        text.split_inclusive('\n').map(str::to_owned).collect()
    }

    fn merged(base: &str, ours: &str, theirs: &str) -> (String, usize) {
        let merged = merge(&own(base), &own(ours), &own(theirs), "\n");
        (merged.lines.concat(), merged.clashes.len())
    }

    #[test]
    fn changes_of_different_lines_merge() {
        let base = "S:\n1\n2\n3\n";
        // Neighbouring lines, and an insertion beside a change on either side of it.
        assert_eq!(merged(base, "S:\nI\n2\n3\n", "S:\n1\nII\n3\n"), ("S:\nI\nII\n3\n".into(), 0));
        assert_eq!(
            merged(base, "S:\n1\nx\n2\n3\n", "S:\nI\n2\n3\n"),
            ("S:\nI\nx\n2\n3\n".into(), 0)
        );
        assert_eq!(
            merged(base, "S:\n1\nx\n2\n3\n", "S:\n1\nII\n3\n"),
            ("S:\n1\nx\nII\n3\n".into(), 0)
        );
        assert_eq!(merged(base, "S:\n1\n2\n3\nx\n", "S:\n1\n3\n"), ("S:\n1\n3\nx\n".into(), 0));
        assert_eq!(merged("", "", "a\n"), ("a\n".into(), 0));
        assert_eq!(merged("S:\na\n", "", "S:\na\n"), (String::new(), 0));
    }

    #[test]
    fn changes_of_one_place_clash_unless_equal() {
        let base = "S:\n1\n2\n3\n";
        assert_eq!(merged(base, "S:\nx\n2\n3\n", "S:\ny\n2\n3\n"), ("S:\nx\n2\n3\n".into(), 1));
        assert_eq!(merged(base, "S:\nx\n2\n3\n", "S:\nx\n2\n3\n"), ("S:\nx\n2\n3\n".into(), 0));
        assert_eq!(merged(base, "S:\n1\n2\n3\nx\n", "S:\n1\n2\n3\ny\n").1, 1, "both at the end");
        assert_eq!(merged(base, "S:\n1\nx\n2\n3\n", "S:\n3\n").1, 1, "an edit amid removed lines");
    }

    #[test]
    fn layout_is_no_change_except_in_text_blocks() {
        let (text, clashes) =
            merged("S:\n| a | b |\n", "S:\n  | a|b |\n", "S:\n| a  | b |\n| cc | d |\n");
        assert_eq!((text.as_str(), clashes), ("S:\n  | a|b |\n| cc | d |\n", 0));
        let block = |text: &str| format!("S:\n\"\"\"\n{text}\n\"\"\"\n");
        assert_eq!(merged(&block("a"), &block(" a"), &block("  a")).1, 1);
    }
}
