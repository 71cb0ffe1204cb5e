//! Ways through the procedure: every state can be reached, and from every state a defect can be
//! brought to its close.

use std::collections::BTreeSet;

use rakis_model::{Diagnostic, Message, Problems};

use super::error;
use crate::procedure::{
    Phase, State,
    read::{At, Written},
};

pub(super) fn check(written: &Written, problems: &mut Problems) {
    let states = &written.states.items;
    let Some(first) = states.first() else { return };
    if first.value.phase != Phase::New {
        let message = Message::new("procedure-first-state").with("state", &first.value.name);
        problems
            .push(error(message, &first.place).hint(Message::new("procedure-first-state-hint")));
    }
    clocks(written, first, problems);
    unreachable(written, first, problems);
    let stuck = dead_ends(written, problems);
    let closed = states.iter().filter(|one| one.value.phase == Phase::Closed);
    let closed: BTreeSet<&str> = closed.map(|one| one.value.name.as_str()).collect();
    if closed.is_empty() {
        // Told once, as a missing phase, rather than of every state.
        return;
    }
    let closing = spread(closed, |at| {
        let into = written.transitions.items.iter().filter(move |one| one.to.value == at);
        into.flat_map(|one| &one.from).map(|from| from.value.as_str()).collect()
    });
    for state in states {
        let name = state.value.name.as_str();
        let told = stuck.contains(name) || state.value.phase.is_final();
        if !told && !closing.contains(name) {
            let message = Message::new("procedure-never-closed").with("state", name);
            let hint = Message::new("procedure-never-closed-hint");
            problems.push(error(message, &state.place).hint(hint));
        }
    }
}

/// A clock that was forgotten measures nothing: an error where it would never start, a warning
/// where it stands though somebody has to do something.
fn clocks(written: &Written, first: &At<State>, problems: &mut Problems) {
    if first.value.phase == Phase::New && !first.value.reaction_runs {
        let message = Message::new("procedure-no-reaction").with("state", &first.value.name);
        let hint = Message::new("procedure-no-reaction-hint");
        problems.push(error(message, &first.place).hint(hint));
    }
    for state in &written.states.items {
        if matches!(state.value.phase, Phase::New | Phase::Open) && !state.value.fix_runs {
            let message = Message::new("procedure-fix-stands").with("state", &state.value.name);
            problems.push(
                Diagnostic::warning(message)
                    .at(state.place.clone())
                    .hint(Message::new("procedure-fix-stands-hint")),
            );
        }
    }
}

fn unreachable(written: &Written, first: &At<State>, problems: &mut Problems) {
    let reached = spread([first.value.name.as_str()].into(), |at| {
        let out = written.transitions.items.iter();
        let out = out.filter(move |one| one.from.iter().any(|from| from.value == at));
        out.map(|one| one.to.value.as_str()).collect()
    });
    for state in &written.states.items {
        let name = state.value.name.as_str();
        if !reached.contains(name) {
            let message = Message::new("procedure-unreachable").with("state", name);
            let message = message.with("first", &first.value.name);
            let hint = Message::new("procedure-unreachable-hint");
            problems.push(error(message, &state.place).hint(hint));
        }
    }
}

/// Tells of states where a defect would stay for good though it is neither closed nor dismissed.
fn dead_ends<'w>(written: &'w Written, problems: &mut Problems) -> BTreeSet<&'w str> {
    let mut stuck = BTreeSet::new();
    for state in &written.states.items {
        let name = state.value.name.as_str();
        let leads_out = written
            .transitions
            .items
            .iter()
            .any(|one| one.to.value != name && one.from.iter().any(|from| from.value == name));
        if !leads_out && !state.value.phase.is_final() {
            let message = Message::new("procedure-dead-end").with("state", name);
            let hint = Message::new("procedure-dead-end-hint");
            problems.push(error(message, &state.place).hint(hint));
            stuck.insert(name);
        }
    }
    stuck
}

/// All that can be reached from the beginning, step by step.
fn spread<'w>(
    mut reached: BTreeSet<&'w str>,
    next: impl Fn(&'w str) -> Vec<&'w str>,
) -> BTreeSet<&'w str> {
    let mut waiting: Vec<&str> = reached.iter().copied().collect();
    while let Some(at) = waiting.pop() {
        for one in next(at) {
            if reached.insert(one) {
                waiting.push(one);
            }
        }
    }
    reached
}
