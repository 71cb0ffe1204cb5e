//! What the program does by itself: one way for each event, from where it can happen to where it
//! belongs, and none missing that a run of tests would need.

use std::collections::BTreeMap;

use rakis_model::{Diagnostic, Message, Place, Problems};

use super::{error, phase};
use crate::procedure::{
    Phase, Trigger,
    read::{At, Written, WrittenTransition},
    word::estonian,
};

/// From which phases a trigger leads to which.
const fn ways(trigger: Trigger) -> (&'static [Phase], &'static [Phase]) {
    match trigger {
        Trigger::RetestPassed => (&[Phase::Fixed], &[Phase::Confirmed]),
        Trigger::RetestFailed => (&[Phase::Fixed, Phase::Confirmed], &[Phase::New, Phase::Open]),
        Trigger::Recurred => (&[Phase::Closed, Phase::Dismissed], &[Phase::New, Phase::Open]),
        Trigger::Complete => (&[Phase::Confirmed], &[Phase::Closed]),
    }
}

/// What has to lead out of every state of a phase: else a result of a run would be lost.
const WANTED: [(Phase, &[Trigger]); 3] = [
    (Phase::Fixed, &[Trigger::RetestPassed, Trigger::RetestFailed]),
    (Phase::Confirmed, &[Trigger::RetestFailed, Trigger::Complete]),
    (Phase::Closed, &[Trigger::Recurred]),
];

pub(super) fn check(written: &Written, problems: &mut Problems) {
    let mut taken = BTreeMap::new();
    for one in &written.transitions.items {
        let Some(trigger) = &one.trigger else { continue };
        fitting(written, one, trigger, problems);
        twice(one, trigger.value, &mut taken, problems);
        if trigger.value != Trigger::Complete
            && let Some(need) = one.needs.first()
        {
            let message = Message::new("procedure-trigger-needs").with("name", &one.name.value);
            let hint = Message::new("procedure-trigger-needs-hint");
            problems.push(error(message, &need.place).hint(hint));
        }
    }
    for (phase, triggers) in WANTED {
        missing(written, phase, triggers, problems);
    }
}

/// Does it lead from where the event can happen to where it belongs?
fn fitting(
    written: &Written,
    one: &WrittenTransition,
    trigger: &At<Trigger>,
    problems: &mut Problems,
) {
    let (from, to) = ways(trigger.value);
    let mut wrong = |state: &At<String>, allowed: &[Phase], key| {
        if phase(written, &state.value).is_some_and(|phase| !allowed.contains(&phase)) {
            let words: Vec<&str> =
                allowed.iter().map(|phase| estonian(&Phase::WORDS, phase)).collect();
            let message = Message::new(key).with("trigger", trigger.value.name());
            let message = message.with("state", &state.value).with("phases", words.join(", "));
            problems.push(error(message, &state.place));
        }
    };
    for state in &one.from {
        wrong(state, from, "procedure-trigger-from");
    }
    wrong(&one.to, to, "procedure-trigger-to");
}

/// More than one way for the same event out of the same state.
fn twice<'w>(
    one: &'w WrittenTransition,
    trigger: Trigger,
    taken: &mut BTreeMap<(Trigger, &'w str), &'w WrittenTransition>,
    problems: &mut Problems,
) {
    for state in &one.from {
        let first = *taken.entry((trigger, &state.value)).or_insert(one);
        if !std::ptr::eq(first, one) {
            let message = Message::new("procedure-trigger-twice").with("trigger", trigger.name());
            let message = message.with("state", &state.value);
            problems.push(
                error(message, &state.place)
                    .related(first.name.place.clone(), Message::new("procedure-first-here")),
            );
        }
    }
}

fn missing(written: &Written, phase: Phase, triggers: &[Trigger], problems: &mut Problems) {
    let states: Vec<_> =
        written.states.items.iter().filter(|one| one.value.phase == phase).collect();
    if let (true, Some(place)) = (states.is_empty(), &written.states.place) {
        problems.push(no_state(phase, place));
    }
    for state in states {
        for trigger in triggers {
            let there = written.transitions.items.iter().any(|one| {
                one.trigger.as_ref().is_some_and(|own| own.value == *trigger)
                    && one.from.iter().any(|from| from.value == state.value.name)
            });
            if !there {
                let message = Message::new("procedure-trigger-missing");
                let message = message.with("state", &state.value.name);
                let message = message.with("trigger", trigger.name());
                let hint = Message::new("procedure-trigger-missing-hint");
                let hint = hint.with("trigger", trigger.name());
                problems.push(error(message, &state.place).hint(hint));
            }
        }
    }
}

fn no_state(phase: Phase, place: &Place) -> Diagnostic {
    let word = estonian(&Phase::WORDS, &phase);
    error(Message::new("procedure-no-state").with("phase", word), place)
}
