//! A feature cut into its head, rules and scenarios, each with a key that outlives edits.
//!
//! Merging scenario by scenario keeps a change of one from sliding into its look-alike
//! neighbour, which a merge of the whole text by lines would do.

use std::collections::BTreeMap;

use rakis_model::messages::{Feature, FeatureChild, GherkinDocument, Location, RuleChild, Tag};

use super::tags;
use crate::{linked, table};

/// What a segment stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    /// Everything before the first rule or scenario.
    Head,
    /// The rule of a requirement, up to its first scenario.
    Rule(String),
    /// The scenario of a requirement's criterion.
    Criterion(String, String),
    /// Written by hand; the number only tells them apart.
    Hand(usize),
}

impl Key {
    /// The requirement it belongs to.
    pub(super) fn requirement(&self) -> Option<&str> {
        match self {
            Self::Rule(id) | Self::Criterion(id, _) => Some(id),
            Self::Head | Self::Hand(_) => None,
        }
    }
}

/// A part of a feature. Lines carry their line breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    pub(super) key: Key,
    /// Blank lines before it.
    pub(super) gap: Vec<String>,
    /// Its comments, tags, keyword line and all below, without blank lines at the end.
    pub(super) body: Vec<String>,
    /// Line of the file its body begins at, from 1.
    pub(super) line: usize,
}

/// A rule with its scenarios; the first section is the feature's head with those outside rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Section {
    pub(super) head: Segment,
    pub(super) scenarios: Vec<Segment>,
}

/// A whole feature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) sections: Vec<Section>,
    /// Blank lines at the end of the file.
    pub(super) tail: Vec<String>,
}

/// Where a segment begins.
struct Start {
    line: usize,
    is_rule: bool,
    key: Option<Key>,
}

impl Layout {
    /// Cuts a text along its syntax tree. Of two segments with one key, the one equal to that of
    /// `like`, else the first, keeps it: the other is a copy made by hand.
    pub(super) fn read(text: &str, document: &GherkinDocument, like: Option<&Self>) -> Self {
        let lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
        let starts = document.feature.as_ref().map(|feature| starts(feature, &lines));
        let mut layout = cut(&lines, &starts.unwrap_or_default());
        layout.settle_copies(like);
        layout
    }

    /// Every segment, in order.
    pub(super) fn segments(&self) -> impl Iterator<Item = &Segment> {
        self.sections.iter().flat_map(|one| std::iter::once(&one.head).chain(&one.scenarios))
    }

    /// Every segment, in order, to be changed.
    pub(super) fn segments_mut(&mut self) -> impl Iterator<Item = &mut Segment> {
        self.sections
            .iter_mut()
            .flat_map(|one| std::iter::once(&mut one.head).chain(&mut one.scenarios))
    }

    /// The segment of a key.
    pub(super) fn find(&self, key: &Key) -> Option<&Segment> {
        self.segments().find(|segment| segment.key == *key)
    }

    /// The text again; a segment that lost its last line break to the end of the file gets one.
    pub(super) fn text(&self, line_break: &str) -> String {
        let mut text = String::new();
        let parts = self.segments().flat_map(|one| one.gap.iter().chain(&one.body));
        for line in parts.chain(&self.tail) {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push_str(line_break);
            }
            text.push_str(line);
        }
        text
    }

    fn settle_copies(&mut self, like: Option<&Self>) {
        let mut keepers: BTreeMap<Key, usize> = BTreeMap::new();
        for (index, segment) in self.segments().enumerate() {
            let known = like.and_then(|like| like.find(&segment.key));
            let equal = known.is_some_and(|one| line_keys(&one.body) == line_keys(&segment.body));
            match keepers.get(&segment.key) {
                Some(_) if !equal => {}
                _ => drop(keepers.insert(segment.key.clone(), index)),
            }
        }
        let mut number = 0;
        for (index, segment) in self.segments_mut().enumerate() {
            let keeps = keepers.get(&segment.key) == Some(&index);
            if !keeps || matches!(segment.key, Key::Hand(_)) {
                segment.key = Key::Hand(number);
                number += 1;
            }
        }
    }
}

fn starts(feature: &Feature, lines: &[String]) -> Vec<Start> {
    let mut starts = Vec::new();
    for child in &feature.children {
        match child {
            FeatureChild::Background(_) => {}
            FeatureChild::Scenario(one) => {
                let key = criterion_key(&one.tags, None);
                starts.push(Start {
                    line: first_line(&one.tags, &one.location, lines),
                    is_rule: false,
                    key,
                });
            }
            FeatureChild::Rule(rule) => {
                let id = linked::value(&rule.tags, linked::REQUIREMENT);
                let key = id.map(|id| Key::Rule(id.to_owned()));
                starts.push(Start {
                    line: first_line(&rule.tags, &rule.location, lines),
                    is_rule: true,
                    key,
                });
                for child in &rule.children {
                    let RuleChild::Scenario(one) = child else { continue };
                    let key = criterion_key(&one.tags, id);
                    starts.push(Start {
                        line: first_line(&one.tags, &one.location, lines),
                        is_rule: false,
                        key,
                    });
                }
            }
        }
    }
    starts
}

fn criterion_key(tags: &[Tag], rule: Option<&str>) -> Option<Key> {
    let requirement = linked::value(tags, linked::REQUIREMENT).or(rule)?;
    let criterion = linked::value(tags, linked::CRITERION)?;
    Some(Key::Criterion(requirement.to_owned(), criterion.to_owned()))
}

/// Index of the first line: the first tag, or the keyword; comments right above belong to it.
fn first_line(tags: &[Tag], keyword: &Location, lines: &[String]) -> usize {
    let first = tags.iter().map(|tag| tag.location.line).fold(keyword.line, usize::min);
    let mut index = first.saturating_sub(1);
    while index > 0 && lines.get(index - 1).is_some_and(|line| line.trim_start().starts_with('#')) {
        index -= 1;
    }
    index
}

fn cut(lines: &[String], starts: &[Start]) -> Layout {
    let mut layout = Layout { sections: Vec::new(), tail: Vec::new() };
    let mut gap: Vec<String> = Vec::new();
    let bounds = std::iter::once(0).chain(starts.iter().map(|start| start.line));
    for (index, from) in bounds.enumerate() {
        let to = starts.get(index).map_or(lines.len(), |start| start.line).min(lines.len());
        let mut body = lines.get(from..to).unwrap_or_default().to_vec();
        let mut blank = Vec::new();
        while let Some(line) = body.pop_if(|line| line.trim().is_empty()) {
            blank.insert(0, line);
        }
        let start = index.checked_sub(1).and_then(|index| starts.get(index));
        let key = match start {
            None => Key::Head,
            Some(start) => start.key.clone().unwrap_or(Key::Hand(usize::MAX)),
        };
        let segment =
            Segment { key, gap: std::mem::replace(&mut gap, blank), body, line: from + 1 };
        match layout.sections.last_mut() {
            Some(section) if start.is_some_and(|start| !start.is_rule) => {
                section.scenarios.push(segment);
            }
            _ => layout.sections.push(Section { head: segment, scenarios: Vec::new() }),
        }
    }
    layout.tail = gap;
    layout
}

/// Lines as they are compared: layout does not count, except inside text blocks. Lines of tags
/// are equal to each other; they are merged tag by tag.
pub(super) fn line_keys(body: &[String]) -> Vec<String> {
    let keyword = tags::keyword_index(body);
    let mut delimiter: Option<&str> = None;
    let mut tag_lines = 0;
    let mut keys = Vec::with_capacity(body.len());
    for (index, line) in body.iter().enumerate() {
        let trimmed = line.trim();
        let opens = ["\"\"\"", "```"].into_iter().find(|mark| trimmed.starts_with(mark));
        let key = match (delimiter, opens) {
            (Some(open), Some(mark)) if open == mark => {
                delimiter = None;
                trimmed.to_owned()
            }
            (Some(_), _) => line.trim_end_matches(['\n', '\r']).to_owned(),
            (None, Some(mark)) => {
                delimiter = Some(mark);
                trimmed.to_owned()
            }
            (None, None) if index < keyword && trimmed.starts_with('@') => {
                tag_lines += 1;
                format!("\0tags {tag_lines}")
            }
            (None, None) => table::cells(trimmed)
                .map_or_else(|| trimmed.to_owned(), |cells| format!("{cells:?}")),
        };
        keys.push(key);
    }
    keys
}
