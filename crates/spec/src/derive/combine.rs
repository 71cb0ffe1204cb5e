//! The merge of a feature: what the specification says now, into what stands in the file.

use std::collections::BTreeSet;

use super::{
    layout::{Key, Layout, Section, Segment, line_keys},
    lines, tags,
};
use crate::linked::WITHDRAWN;

/// A place where the hand and the specification disagree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Conflict {
    /// The segment.
    pub(super) key: Key,
    /// First line in the file, from 1.
    pub(super) line: usize,
    /// The lines of the file; none where they were deleted.
    pub(super) ours: Vec<String>,
    /// The lines of the specification; none where it no longer has them.
    pub(super) theirs: Vec<String>,
}

/// The merged feature.
pub(super) struct Combined {
    pub(super) layout: Layout,
    pub(super) conflicts: Vec<Conflict>,
}

/// The three texts and what has been reviewed.
pub(super) struct Sides<'l> {
    /// The last derived text; absent when it was lost.
    pub(super) base: Option<&'l Layout>,
    /// The file.
    pub(super) ours: &'l Layout,
    /// The text of the specification, withdrawn scenarios included.
    pub(super) theirs: &'l Layout,
    /// Requirements reviewed by a person: there the file is right.
    pub(super) reviewed: &'l BTreeSet<String>,
    /// Line break of the file.
    pub(super) line_break: &'l str,
}

impl Sides<'_> {
    /// Merges structure, then each segment's lines and tags.
    pub(super) fn combine(&self) -> Combined {
        let mut layout = self.ours.clone();
        if let Some(base) = self.base {
            reorder_sections(&mut layout, base, self.theirs);
        }
        let mut conflicts = Vec::new();
        for segment in layout.segments_mut() {
            self.merge_segment(segment, &mut conflicts);
        }
        self.insert_new(&mut layout);
        self.check_deleted(&mut conflicts);
        conflicts.retain(|one| !one.key.requirement().is_some_and(|id| self.reviewed.contains(id)));
        Combined { layout, conflicts }
    }

    fn merge_segment(&self, segment: &mut Segment, conflicts: &mut Vec<Conflict>) {
        let Some(theirs) = self.theirs.find(&segment.key) else { return };
        let known = self.base.and_then(|base| base.find(&segment.key));
        let lost = || lines::common(&segment.body, &theirs.body);
        let base = known.map_or_else(lost, |known| known.body.clone());
        let merged = lines::merge(&base, &segment.body, &theirs.body, self.line_break);
        for clash in merged.clashes {
            conflicts.push(Conflict {
                key: segment.key.clone(),
                line: segment.line + clash.ours.start.min(segment.body.len().saturating_sub(1)),
                ours: segment.body[clash.ours].to_vec(),
                theirs: theirs.body[clash.theirs].to_vec(),
            });
        }
        let now = tags::of(&theirs.body);
        let before = known.map_or_else(Vec::new, |known| tags::of(&known.body));
        let add: Vec<String> = now.iter().filter(|tag| !before.contains(tag)).cloned().collect();
        let remove: Vec<String> = before.iter().filter(|tag| !now.contains(tag)).cloned().collect();
        segment.body = merged.lines;
        tags::patch(&mut segment.body, &add, &remove, self.line_break);
    }

    /// Is this new in the specification, rather than deleted by hand?
    fn is_new(&self, segment: &Segment) -> bool {
        self.ours.find(&segment.key).is_none()
            && self.base.is_none_or(|base| base.find(&segment.key).is_none())
    }

    fn insert_new(&self, layout: &mut Layout) {
        for (index, section) in self.theirs.sections.iter().enumerate() {
            let head = &section.head;
            let new = section.scenarios.iter().any(|one| self.is_new(one));
            let at = layout.sections.iter().position(|one| one.head.key == head.key);
            let at = match at {
                Some(at) => at,
                None if new || self.is_new(head) => {
                    let before = self.theirs.sections[..index].iter().map(|one| &one.head.key);
                    let at = after(&layout.sections, |one| &one.head.key, before);
                    let head = self.in_file_style(head);
                    layout.sections.insert(at, Section { head, scenarios: Vec::new() });
                    at
                }
                None => continue,
            };
            for (index, scenario) in section.scenarios.iter().enumerate() {
                if self.is_new(scenario) {
                    let before = section.scenarios[..index].iter().map(|one| &one.key);
                    let into = &mut layout.sections[at].scenarios;
                    let at = after(into, |one| &one.key, before);
                    into.insert(at, self.in_file_style(scenario));
                }
            }
        }
    }

    fn in_file_style(&self, segment: &Segment) -> Segment {
        let style = |lines: &[String]| -> Vec<String> {
            lines.iter().map(|line| lines::with_break(line, self.line_break)).collect()
        };
        Segment { gap: style(&segment.gap), body: style(&segment.body), ..segment.clone() }
    }

    /// A scenario deleted by hand stays deleted, but not when the specification changed it since.
    fn check_deleted(&self, conflicts: &mut Vec<Conflict>) {
        let Some(base) = self.base else { return };
        for theirs in self.theirs.segments() {
            let Some(known) = base.find(&theirs.key) else { continue };
            let same = line_keys(&known.body) == line_keys(&theirs.body);
            if !same && self.ours.find(&theirs.key).is_none() {
                let rule = theirs.key.requirement().map(|id| Key::Rule(id.to_owned()));
                let near = rule.and_then(|key| self.ours.find(&key));
                conflicts.push(Conflict {
                    key: theirs.key.clone(),
                    line: near.map_or(1, |near| near.line),
                    ours: Vec::new(),
                    theirs: theirs.body.clone(),
                });
            }
        }
    }
}

/// The text of the specification with what it no longer has, taken from the last derived text
/// (`kept`; the file itself where that was lost) and tagged as withdrawn.
///
/// What was deleted from the file by hand is not brought back. Without a specification
/// everything is withdrawn.
pub(super) fn with_withdrawn(spec: Option<Layout>, kept: &Layout, ours: &Layout) -> Layout {
    let mut layout = spec.unwrap_or_else(|| Layout { sections: Vec::new(), tail: Vec::new() });
    for (index, section) in kept.sections.iter().enumerate() {
        let gone: Vec<&Segment> = section
            .scenarios
            .iter()
            .filter(|one| !matches!(one.key, Key::Hand(_)))
            .filter(|one| layout.find(&one.key).is_none() && ours.find(&one.key).is_some())
            .collect();
        let head = &section.head;
        let known = layout.sections.iter().position(|one| one.head.key == head.key);
        let at = match known {
            Some(at) => at,
            None if matches!(head.key, Key::Hand(_)) => continue,
            None if gone.is_empty() && ours.find(&head.key).is_none() => continue,
            None => {
                let before = kept.sections[..index].iter().map(|one| &one.head.key);
                let at = after(&layout.sections, |one| &one.head.key, before);
                let section = Section { head: withdrawn(head), scenarios: Vec::new() };
                layout.sections.insert(at, section);
                at
            }
        };
        for one in gone {
            let order = section.scenarios.iter().map(|one| &one.key);
            let before = order.take_while(|key| **key != one.key);
            let into = &mut layout.sections[at].scenarios;
            let at = after(into, |one| &one.key, before);
            into.insert(at, withdrawn(one));
        }
    }
    layout
}

fn withdrawn(segment: &Segment) -> Segment {
    let mut segment = segment.clone();
    tags::patch(&mut segment.body, &[WITHDRAWN.to_owned()], &[], "\n");
    segment
}

/// Where to insert: behind the last of `before` that is there, and what hangs on it by hand.
fn after<'k, T>(
    list: &[T],
    key: impl Fn(&T) -> &Key,
    before: impl Iterator<Item = &'k Key>,
) -> usize {
    let found = before.filter_map(|one| list.iter().position(|item| key(item) == one)).last();
    let Some(found) = found else { return 0 };
    let hanging = list[found + 1..].iter().take_while(|item| matches!(key(item), Key::Hand(_)));
    found + 1 + hanging.count()
}

/// Follows the specification where it changed the order of rules or scenarios.
fn reorder_sections(layout: &mut Layout, base: &Layout, theirs: &Layout) {
    let heads = |layout: &Layout| -> Vec<Key> {
        layout.sections.iter().map(|section| section.head.key.clone()).collect()
    };
    reorder(&mut layout.sections, |one| &one.head.key, &heads(base), &heads(theirs));
    for section in &mut layout.sections {
        let scenarios = |layout: &Layout| -> Vec<Key> {
            let same = layout.sections.iter().find(|one| one.head.key == section.head.key);
            same.into_iter().flat_map(|one| &one.scenarios).map(|one| one.key.clone()).collect()
        };
        let (before, now) = (scenarios(base), scenarios(theirs));
        reorder(&mut section.scenarios, |one| &one.key, &before, &now);
    }
}

/// What was written by hand moves along with what it stands behind.
fn reorder<T>(list: &mut Vec<T>, key: impl Fn(&T) -> &Key, before: &[Key], now: &[Key]) {
    let in_both = |a: &[Key], b: &[Key]| -> Vec<Key> {
        a.iter().filter(|key| b.contains(key)).cloned().collect()
    };
    if in_both(before, now) == in_both(now, before) {
        return;
    }
    let mut groups: Vec<(Option<usize>, Vec<T>)> = Vec::new();
    for item in list.drain(..) {
        let rank = now.iter().position(|known| known == key(&item));
        match groups.last_mut() {
            Some((_, group)) if rank.is_none() => group.push(item),
            _ => groups.push((rank, vec![item])),
        }
    }
    groups.sort_by_key(|(rank, _)| *rank);
    list.extend(groups.into_iter().flat_map(|(_, group)| group));
}

/// Do the requirement's scenarios in force stand in the feature exactly as derived, and no others?
pub(super) fn stands_as_derived(layout: &Layout, theirs: &Layout, requirement: &str) -> bool {
    let tags = |segment: &Segment| tags::of(&segment.body).into_iter().collect::<BTreeSet<_>>();
    let withdrawn =
        |key: &Key| theirs.find(key).is_some_and(|segment| tags(segment).contains(WITHDRAWN));
    let shapes = |layout: &Layout| -> BTreeSet<_> {
        let belongs = |one: &&Segment| one.key.requirement() == Some(requirement);
        let own = layout.segments().filter(belongs).filter(|one| !withdrawn(&one.key));
        own.map(|one| (one.key.clone(), line_keys(&one.body), tags(one))).collect()
    };
    let rule = Key::Rule(requirement.to_owned());
    let own = layout.sections.iter().filter(|section| section.head.key == rule);
    let by_hand = own.flat_map(|one| &one.scenarios).any(|one| matches!(one.key, Key::Hand(_)));
    !by_hand && shapes(layout) == shapes(theirs)
}
