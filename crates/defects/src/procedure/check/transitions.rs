//! Single transitions: somebody may take it, it is told apart from others, and it asks for what
//! its target stands for.

use std::collections::BTreeMap;

use rakis_model::{Message, Problems};

use super::{error, phase};
use crate::procedure::{
    Need, Phase,
    read::{At, Written, WrittenTransition},
};

/// The way a command names: from a state, to a state, by a role.
type Way<'w> = (&'w str, &'w str, &'w str);

pub(super) fn check(written: &Written, problems: &mut Problems) {
    let mut ways: BTreeMap<Way<'_>, &WrittenTransition> = BTreeMap::new();
    for one in &written.transitions.items {
        if one.roles.is_empty() && one.trigger.is_none() {
            let message = Message::new("procedure-nobody-may").with("name", &one.name.value);
            let hint = Message::new("procedure-nobody-may-hint");
            problems.push(error(message, &one.name.place).hint(hint));
        }
        same_way(one, &mut ways, problems);
        if let Some(to) = phase(written, &one.to.value) {
            asks_enough(written, one, to, problems);
        }
    }
}

/// Two transitions that a role could not tell apart: a state is all that a command names. Told once
/// of each pair.
fn same_way<'w>(
    one: &'w WrittenTransition,
    ways: &mut BTreeMap<Way<'w>, &'w WrittenTransition>,
    problems: &mut Problems,
) {
    let mut told: Vec<&At<String>> = Vec::new();
    for from in &one.from {
        for role in &one.roles {
            let way = (from.value.as_str(), one.to.value.as_str(), role.value.as_str());
            let other = *ways.entry(way).or_insert(one);
            let is_told = told.iter().any(|name| std::ptr::eq(*name, &other.name));
            if std::ptr::eq(other, one) || is_told {
                continue;
            }
            told.push(&other.name);
            let message = Message::new("procedure-same-way").with("name", &one.name.value);
            let message = message.with("from", &from.value).with("to", &one.to.value);
            let message = message.with("other", &other.name.value).with("role", &role.value);
            problems.push(
                error(message, &one.name.place)
                    .related(other.name.place.clone(), Message::new("procedure-first-here"))
                    .hint(Message::new("procedure-same-way-hint")),
            );
        }
    }
}

/// What nobody may leave out: the build of a fix, the cause and the regression scenario of a
/// closed defect, the reason why something is no defect.
fn asks_enough(written: &Written, one: &WrittenTransition, to: Phase, problems: &mut Problems) {
    let from: Vec<Phase> = one.from.iter().filter_map(|at| phase(written, &at.value)).collect();
    let from_other = |phases: &[Phase]| from.iter().any(|phase| !phases.contains(phase));
    let has = |need: &Need| one.needs.iter().any(|own| own.value == *need);
    let (wanted, key): (&[Need], _) = match to {
        Phase::Closed if from_other(&[Phase::Dismissed, Phase::Closed]) => {
            (&[Need::Cause, Need::Regression], "procedure-closing-needs")
        }
        Phase::Fixed if from_other(&[Phase::Fixed]) => (&[Need::FixedIn], "procedure-fixing-needs"),
        // The defect it is a duplicate of is reason enough.
        Phase::Dismissed if from_other(&[Phase::Dismissed]) && !has(&Need::Duplicate) => {
            (&[Need::Reason], "procedure-dismissing-needs")
        }
        _ => return,
    };
    let missing: Vec<&str> =
        wanted.iter().filter(|need| !has(need)).map(|need| need.name()).collect();
    if !missing.is_empty() {
        let message = Message::new(key).with("name", &one.name.value);
        let message = message.with("missing", missing.join(", "));
        let hint = Message::new("procedure-needs-hint").with("missing", missing.join(", "));
        problems.push(error(message, &one.name.place).hint(hint));
    }
}
