//! The requirements of a specification.

use rakis_model::{
    Diagnostic, Message, Problems,
    yaml::{Cursor, Fields},
};

use super::{criterion, vague, value};
use crate::{
    keys,
    requirement::{Criterion, Priority, Requirement},
    specification::Specification,
};

/// The list of requirements; ids must be unique and begin with the specification's.
pub(super) fn list(
    cursor: &Cursor<'_>,
    specification: Option<&str>,
    problems: &mut Problems,
) -> Vec<Requirement> {
    let items = cursor.list(problems);
    if items.is_empty() {
        problems.push(cursor.error(Message::new("spec-no-requirements")));
    }
    let mut seen: Vec<(String, Cursor<'_>)> = Vec::new();
    let mut requirements = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let Some(fields) = item.map(keys::REQUIREMENT_KEYS, problems) else { continue };
        let id = fields.required(keys::ID, problems);
        let id =
            id.and_then(|cursor| Some((requirement_id(cursor, specification, problems)?, cursor)));
        if let Some((id, cursor)) = &id {
            note_duplicate("spec-duplicate-requirement", id, cursor, &mut seen, problems);
        }
        requirements.extend(requirement(&fields, id.map(|(id, _)| id), index, problems));
    }
    requirements
}

/// Both places of an id that stands twice.
pub(super) fn note_duplicate<'d>(
    key: &'static str,
    id: &str,
    cursor: &Cursor<'d>,
    seen: &mut Vec<(String, Cursor<'d>)>,
    problems: &mut Problems,
) {
    match seen.iter().find(|(known, _)| known == id) {
        Some((_, first)) => problems.push(
            cursor
                .error(Message::new(key).with("id", id))
                .related(first.place(), Message::new("spec-first-here")),
        ),
        None => seen.push((id.to_owned(), cursor.clone())),
    }
}

fn requirement_id(
    cursor: &Cursor<'_>,
    specification: Option<&str>,
    problems: &mut Problems,
) -> Option<String> {
    let id = value::id(cursor, problems)?;
    let Some(specification) = specification else { return Some(id) };
    let number = id.strip_prefix(specification).and_then(|rest| rest.strip_prefix('.'));
    if number.is_some_and(|n| !n.is_empty() && n.bytes().all(|byte| byte.is_ascii_digit())) {
        return Some(id);
    }
    let message = Message::new("spec-foreign-requirement").with("id", &id);
    let hint = Message::new("spec-foreign-requirement-hint").with("spec", specification);
    problems.push(cursor.error(message).hint(hint));
    None
}

fn requirement(
    fields: &Fields<'_>,
    id: Option<String>,
    index: usize,
    problems: &mut Problems,
) -> Option<Requirement> {
    let statement = value::required_line(fields, keys::STATEMENT, problems);
    if let (Some(cursor), Some(statement)) = (fields.get(keys::STATEMENT), &statement) {
        vague::check(cursor, statement, problems);
    }
    let priority = value::word(fields, keys::PRIORITY, &Priority::WORDS, problems);
    let rationale = value::required_line(fields, keys::RATIONALE, problems);
    let revision = fields.get(keys::REVISION).and_then(|cursor| value::revision(cursor, problems));
    let story = fields.get(keys::STORY).and_then(|cursor| value::id(cursor, problems));
    let related = fields.texts(keys::RELATED, problems);
    let criteria =
        fields.required(keys::CRITERIA, problems).map(|cursor| criterion::list(cursor, problems));
    Some(Requirement {
        id: id?,
        statement: statement.unwrap_or_default(),
        priority: priority.unwrap_or(Priority::Must),
        rationale: rationale.unwrap_or_default(),
        revision: revision.unwrap_or(1),
        story,
        related,
        criteria: criteria.unwrap_or_default(),
        index,
    })
}

/// Warns of two criteria that would be the same scenario.
pub(super) fn check_same_steps(specification: &Specification, problems: &mut Problems) {
    let mut seen: Vec<(&Requirement, &Criterion)> = Vec::new();
    for requirement in &specification.requirements {
        // One without an outcome has been told of; it is like any other such.
        for criterion in requirement.criteria.iter().filter(|one| !one.then.is_empty()) {
            let same = |other: &Criterion| criterion.groups() == other.groups();
            match seen.iter().find(|(_, other)| same(other)) {
                Some((first, other)) => problems.push(
                    Diagnostic::warning(Message::new("spec-same-steps").with("id", &criterion.id))
                        .at(specification.criterion_place(requirement, criterion))
                        .related(
                            specification.criterion_place(first, other),
                            Message::new("spec-first-here"),
                        )
                        .hint(Message::new("spec-same-steps-hint")),
                ),
                None => seen.push((requirement, criterion)),
            }
        }
    }
}
