//! Roles: somebody has each, each is good for something, and who is asked or told is a person.

use rakis_model::{Message, Problems};

use super::error;
use crate::procedure::{
    ANYBODY, Role,
    read::{At, Written, WrittenEscalation},
};

pub(super) fn check(written: &Written, problems: &mut Problems) {
    for role in &written.roles.items {
        if role.value.members.is_empty() {
            let message = Message::new("procedure-role-nobody").with("role", &role.value.name);
            let hint = Message::new("procedure-role-nobody-hint");
            problems.push(error(message, &role.place).hint(hint));
        }
        if written.transitions.whole && !is_used(written, &role.value.name) {
            let message = Message::new("procedure-role-unused").with("role", &role.value.name);
            let hint = Message::new("procedure-role-unused-hint");
            problems.push(error(message, &role.place).hint(hint));
        }
    }
    waiver(written, problems);
    for one in everybodys(written, &written.approvers) {
        let message = Message::new("procedure-approver-anybody").with("role", &one.value);
        problems.push(error(message, &one.place));
    }
    escalation(written, problems);
}

fn is_used(written: &Written, role: &str) -> bool {
    let transitions = written.transitions.items.iter().flat_map(|one| &one.roles);
    let waiver = written.waiver.iter().flat_map(|one| &one.roles);
    let told = written.escalation.items.iter().flat_map(|one| &one.roles);
    transitions.chain(waiver).chain(&written.approvers).chain(told).any(|one| one.value == role)
}

fn role<'w>(written: &'w Written, name: &str) -> Option<&'w Role> {
    written.roles.items.iter().map(|one| &one.value).find(|one| one.name == name)
}

/// Roles of a list that everybody has.
fn everybodys<'w>(written: &'w Written, roles: &'w [At<String>]) -> Vec<&'w At<String>> {
    let everybodys = |one: &&At<String>| {
        role(written, &one.value).is_some_and(|role| role.members.iter().any(|m| m == ANYBODY))
    };
    roles.iter().filter(everybodys).collect()
}

fn waiver(written: &Written, problems: &mut Problems) {
    let Some(waiver) = &written.waiver else { return };
    for one in everybodys(written, &waiver.roles) {
        let message = Message::new("procedure-waiver-anybody").with("role", &one.value);
        problems.push(error(message, &one.place));
    }
    let waivable = written.severities.items.iter().find(|one| one.severity.waivable);
    if let (Some(severity), true) = (waivable, waiver.roles.is_empty()) {
        let message = Message::new("procedure-waiver-nobody");
        let message = message.with("severity", &severity.severity.name);
        let hint = Message::new("procedure-waiver-nobody-hint");
        problems.push(error(message, &severity.name).hint(hint));
    }
}

fn escalation(written: &Written, problems: &mut Problems) {
    let levels = &written.escalation.items;
    for (index, level) in levels.iter().enumerate() {
        for one in everybodys(written, &level.roles) {
            let message = Message::new("procedure-tell-anybody").with("role", &one.value);
            problems.push(error(message, &one.place));
        }
        let overlaps = |other: &&WrittenEscalation| {
            other.percent.value == level.percent.value
                && (other.clock.is_none() || level.clock.is_none() || other.clock == level.clock)
        };
        if let Some(first) = levels[..index].iter().find(overlaps) {
            let message =
                Message::new("procedure-level-twice").with("percent", level.percent.value);
            problems.push(
                error(message, &level.percent.place)
                    .related(first.percent.place.clone(), Message::new("procedure-first-here")),
            );
        }
    }
}
