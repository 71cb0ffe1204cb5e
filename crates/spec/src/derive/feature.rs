//! Deriving one feature.

use std::{collections::BTreeSet, sync::Arc};

use rakis_gherkin::{Ids, Options};
use rakis_model::{Diagnostic, Message, Place, Problems, Source, messages::GherkinDocument};

use super::{
    combine::{Conflict, Sides, with_withdrawn},
    head,
    layout::{Key, Layout},
    plan::{ChangeKind, Withdrawn},
    tags,
    text::derive_text,
};
use crate::{linked::WITHDRAWN, place::line_text, specification::Specification};

/// The feature's text and the text last derived into it, as far as they are there.
pub(super) struct Files {
    pub(super) ours: Option<Arc<Source>>,
    pub(super) base: Option<Arc<Source>>,
}

/// The outcome for one feature.
pub(super) struct Derived {
    pub(super) kind: ChangeKind,
    /// The feature's text afterwards; none when it is gone together with its specification.
    pub(super) text: Option<String>,
    /// The last derived text afterwards.
    pub(super) base: Option<String>,
    pub(super) withdrawn: Vec<Withdrawn>,
    /// The feature afterwards and the derived text, for the stamps.
    pub(super) layouts: Option<(Layout, Layout)>,
}

impl Derived {
    /// Everything stays.
    fn as_is(kind: ChangeKind, files: &Files) -> Self {
        let text = |source: &Option<Arc<Source>>| source.as_ref().map(|one| one.text.clone());
        Self {
            kind,
            text: text(&files.ours),
            base: text(&files.base),
            withdrawn: Vec::new(),
            layouts: None,
        }
    }
}

/// Reads a feature; its errors are told.
pub(super) fn parse(source: &Arc<Source>, problems: &mut Problems) -> Option<GherkinDocument> {
    let options = Options { default_language: "et" };
    match rakis_gherkin::parse(source, &options, &mut Ids::new()) {
        Ok(parsed) => Some(parsed.document),
        Err(found) => {
            problems.extend(found);
            None
        }
    }
}

fn layout(source: &Arc<Source>, like: Option<&Layout>, problems: &mut Problems) -> Option<Layout> {
    parse(source, problems).map(|document| Layout::read(&source.text, &document, like))
}

/// Derives one feature. `spec` is none when the specification is gone.
pub(super) fn derive(
    path: &str,
    spec: Option<&Specification>,
    files: &Files,
    reviewed: &BTreeSet<String>,
    problems: &mut Problems,
) -> Derived {
    let spec_text = spec.map(derive_text);
    // An emptied file holds no hand's work to keep: it is derived afresh like one that is gone.
    let Some(ours) = files.ours.as_ref().filter(|ours| !ours.text.trim().is_empty()) else {
        return first(path, spec_text, problems);
    };
    if let (Some(spec), None) = (spec, &files.base)
        && head::origin(&ours.text).is_none_or(|(id, _)| id != spec.id)
    {
        problems.push(hand_written(ours, spec));
        return Derived::as_is(ChangeKind::Refused, files);
    }
    match merge(path, spec, spec_text, files, ours, reviewed, problems) {
        Some(derived) => derived,
        None => Derived::as_is(ChangeKind::Refused, files),
    }
}

/// There is no file yet, or no longer: a fresh one, without withdrawn scenarios.
fn first(path: &str, text: Option<String>, problems: &mut Problems) -> Derived {
    let fresh = text.as_ref().and_then(|text| layout(&Source::new(path, text), None, problems));
    Derived {
        kind: if text.is_some() { ChangeKind::New } else { ChangeKind::Unchanged },
        base: text.clone(),
        text,
        withdrawn: Vec::new(),
        layouts: fresh.map(|fresh| (fresh.clone(), fresh)),
    }
}

fn hand_written(ours: &Arc<Source>, spec: &Specification) -> Diagnostic {
    Diagnostic::error(Message::new("spec-hand-written").with("file", &ours.name))
        .at(line_text(ours, 1))
        .related(spec.place(), Message::new("spec-derived-from-here"))
        .hint(Message::new("spec-hand-written-hint"))
        .hint(
            Message::new("spec-hand-written-adopt").with("line", head::line(&spec.id, &spec.file)),
        )
}

fn merge(
    path: &str,
    spec: Option<&Specification>,
    spec_text: Option<String>,
    files: &Files,
    ours: &Arc<Source>,
    reviewed: &BTreeSet<String>,
    problems: &mut Problems,
) -> Option<Derived> {
    let base = match &files.base {
        Some(base) => Some(layout(base, None, problems)?),
        None => None,
    };
    let own = layout(ours, base.as_ref(), problems)?;
    let fresh = match spec_text {
        Some(text) => Some(layout(&Source::new(path, text), None, problems)?),
        None => None,
    };
    let theirs = with_withdrawn(fresh, base.as_ref().unwrap_or(&own), &own);
    let line_break = line_break(&ours.text);
    let sides = Sides { base: base.as_ref(), ours: &own, theirs: &theirs, reviewed, line_break };
    let combined = sides.combine();
    if !combined.conflicts.is_empty() {
        problems.extend(combined.conflicts.iter().map(|one| conflict(one, ours, spec)));
        let diff = diff(&combined.conflicts, ours, spec);
        return Some(Derived::as_is(ChangeKind::Conflict { diff }, files));
    }
    let text = combined.layout.text(line_break);
    let kind = if text == ours.text { ChangeKind::Unchanged } else { ChangeKind::Updated };
    // The merged text must still read; its errors show the text as it would be.
    let source = Source::new(path, text);
    let merged = layout(&source, Some(&theirs), problems)?;
    Some(Derived {
        kind,
        base: Some(theirs.text("\n")),
        withdrawn: withdrawn(&source, &merged, &theirs, &own),
        text: Some(source.text.clone()),
        layouts: Some((merged, theirs)),
    })
}

/// The line break most lines end with.
fn line_break(text: &str) -> &'static str {
    let windows = text.matches("\r\n").count();
    if windows * 2 > text.matches('\n').count() { "\r\n" } else { "\n" }
}

fn withdrawn(
    source: &Arc<Source>,
    merged: &Layout,
    theirs: &Layout,
    before: &Layout,
) -> Vec<Withdrawn> {
    let tagged = |layout: &Layout, key: &Key| {
        layout.find(key).is_some_and(|one| tags::of(&one.body).iter().any(|tag| tag == WITHDRAWN))
    };
    let mut found = Vec::new();
    for segment in merged.segments() {
        let Key::Criterion(requirement, criterion) = &segment.key else { continue };
        if tagged(theirs, &segment.key) {
            let line = segment.line + tags::keyword_index(&segment.body);
            found.push(Withdrawn {
                feature: source.name.clone(),
                requirement: requirement.clone(),
                criterion: criterion.clone(),
                place: line_text(source, line),
                newly: !tagged(before, &segment.key),
            });
        }
    }
    found
}

fn spec_place(spec: &Specification, key: &Key) -> Place {
    let requirement = key.requirement().and_then(|id| spec.requirement(id));
    match (requirement, key) {
        (Some(requirement), Key::Criterion(_, id)) => {
            let criterion = requirement.criteria.iter().find(|one| one.id == *id);
            criterion.map_or_else(
                || spec.requirement_place(requirement),
                |criterion| spec.criterion_place(requirement, criterion),
            )
        }
        (Some(requirement), _) => spec.requirement_place(requirement),
        (None, _) => spec.place(),
    }
}

/// Lines as a hint shows them: one in the sentence, several below it.
fn shown(lines: &[String]) -> String {
    if let [line] = lines {
        return line.trim().to_owned();
    }
    let indent = |line: &String| line.len() - line.trim_start().len();
    let filled = lines.iter().filter(|line| !line.trim().is_empty());
    let common = filled.map(indent).min().unwrap_or_default();
    let text = |line: &String| format!("\n{}", line.get(common..).unwrap_or_default().trim_end());
    lines.iter().map(text).collect()
}

fn conflict(one: &Conflict, ours: &Arc<Source>, spec: Option<&Specification>) -> Diagnostic {
    let place = line_text(ours, one.line);
    let key = if one.ours.is_empty() { "spec-conflict-deleted" } else { "spec-conflict" };
    let mut diagnostic = Diagnostic::error(Message::new(key).with("file", &ours.name)).at(place);
    if let Some(spec) = spec {
        diagnostic =
            diagnostic.related(spec_place(spec, &one.key), Message::new("spec-derived-from-here"));
    }
    if !one.ours.is_empty() {
        diagnostic =
            diagnostic.hint(Message::new("spec-conflict-ours").with("text", shown(&one.ours)));
    }
    let theirs = match one.theirs.is_empty() {
        true => Message::new("spec-conflict-removed"),
        false => Message::new("spec-conflict-theirs").with("text", shown(&one.theirs)),
    };
    diagnostic = diagnostic.hint(theirs);
    match one.key.requirement() {
        Some(id) => diagnostic.hint(Message::new("spec-conflict-way").with("id", id)),
        None => diagnostic.hint(Message::new("spec-conflict-way-head")),
    }
}

/// All disagreements of a file, both sides, in the form people know from version control.
fn diff(conflicts: &[Conflict], ours: &Arc<Source>, spec: Option<&Specification>) -> String {
    let file = spec.map_or("-", |spec| spec.file.as_str());
    let block = |lines: &[String]| -> String {
        lines.iter().map(|line| format!("{}\n", line.trim_end())).collect()
    };
    conflicts
        .iter()
        .map(|one| {
            let (name, line) = (&ours.name, one.line);
            let (mine, new) = (block(&one.ours), block(&one.theirs));
            format!("<<<<<<< {name}:{line}\n{mine}=======\n{new}>>>>>>> {file}\n")
        })
        .collect()
}
