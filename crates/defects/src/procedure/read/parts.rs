//! States, transitions and roles, one function each.

use rakis_model::{
    Diagnostic, Message, Problems,
    yaml::{Cursor, Fields},
};

use super::{At, Listed, WrittenTransition, keys, value};
use crate::procedure::{ClockKind, Need, Phase, Role, State, Trigger};

/// The items of a required list, which may not be empty.
pub(super) fn listed<T>(
    fields: &Fields<'_>,
    key: &'static str,
    problems: &mut Problems,
    mut read: impl FnMut(&Cursor<'_>, &mut Problems) -> Option<T>,
) -> Listed<T> {
    let Some(cursor) = fields.required(key, problems) else {
        return Listed { items: Vec::new(), place: None, whole: false };
    };
    let before = problems.len();
    let written = value::items(cursor, value::MOST, problems);
    if written.is_empty() && problems.len() == before {
        problems.push(cursor.error(Message::new("procedure-empty-list").with("key", key)));
    }
    let items: Vec<T> = written.iter().filter_map(|item| read(item, problems)).collect();
    let whole = !written.is_empty() && items.len() == written.len();
    Listed { items, place: Some(cursor.key_place()), whole }
}

pub(super) fn state(cursor: &Cursor<'_>, problems: &mut Problems) -> Option<At<State>> {
    let fields = cursor.map(keys::STATE_KEYS, problems)?;
    let name = value::required_name(&fields, keys::NAME, problems);
    let phase = value::required_name(&fields, keys::PHASE, problems)
        .and_then(|text| value::word(&text, &Phase::WORDS, problems));
    let clocks = value::names(&fields, keys::CLOCKS, problems);
    value::distinct(&clocks, problems);
    let clocks: Vec<At<ClockKind>> =
        clocks.iter().filter_map(|text| value::word(text, &ClockKind::WORDS, problems)).collect();
    let description = description(&fields, problems);
    let (name, phase) = (name?, phase?.value);
    for clock in clocks.iter().filter(|_| phase.is_done()) {
        let message = Message::new("procedure-clock-when-done").with("state", &name.value);
        problems.push(
            Diagnostic::error(message)
                .at(clock.place.clone())
                .hint(Message::new("procedure-clock-when-done-hint")),
        );
    }
    let runs = |kind| clocks.iter().any(|one| one.value == kind);
    let state = State {
        name: name.value,
        description,
        phase,
        reaction_runs: runs(ClockKind::Reaction),
        fix_runs: runs(ClockKind::Fix),
    };
    Some(At { value: state, place: name.place })
}

fn description(fields: &Fields<'_>, problems: &mut Problems) -> String {
    let text = fields.optional_text(keys::DESCRIPTION, problems);
    text.map(|text| value::folded(&text)).unwrap_or_default()
}

pub(super) fn required_description(fields: &Fields<'_>, problems: &mut Problems) -> String {
    let text = fields.text(keys::DESCRIPTION, problems);
    text.map(|text| value::folded(&text)).unwrap_or_default()
}

pub(super) fn transition(
    cursor: &Cursor<'_>,
    problems: &mut Problems,
) -> Option<WrittenTransition> {
    let fields = cursor.map(keys::TRANSITION_KEYS, problems)?;
    let name = value::required_name(&fields, keys::NAME, problems);
    let from = fields.required(keys::FROM, problems).map(|at| (at.place(), ()));
    let names = value::names(&fields, keys::FROM, problems);
    if let Some((place, ())) = from.filter(|_| names.is_empty()) {
        let message = Message::new("procedure-empty-list").with("key", keys::FROM);
        problems.push(Diagnostic::error(message).at(place));
    }
    let to = value::required_name(&fields, keys::TO, problems);
    let roles = value::names(&fields, keys::ROLES, problems);
    let needs = value::names(&fields, keys::NEEDS, problems);
    for list in [&names, &roles, &needs] {
        value::distinct(list, problems);
    }
    let trigger = fields.get(keys::TRIGGER).and_then(|cursor| value::name(cursor, problems));
    let trigger = trigger.map(|text| value::word(&text, &Trigger::WORDS, problems));
    let needs = needs.iter().filter_map(|text| value::word(text, &Need::WORDS, problems)).collect();
    if matches!(trigger, Some(None)) {
        return None;
    }
    Some(WrittenTransition {
        name: name?,
        from: names,
        to: to?,
        roles,
        needs,
        trigger: trigger.flatten(),
    })
}

pub(super) fn role(cursor: &Cursor<'_>, problems: &mut Problems) -> Option<At<Role>> {
    let fields = cursor.map(keys::ROLE_KEYS, problems)?;
    let name = value::required_name(&fields, keys::NAME, problems);
    let description = required_description(&fields, problems);
    let members = fields.required(keys::MEMBERS, problems);
    let there = members.is_some();
    let members = members.map(|cursor| value::names_of(cursor, value::MOST_MEMBERS, problems));
    let members = members.unwrap_or_default();
    value::distinct(&members, problems);
    let name = name.filter(|_| there)?;
    let members = members.into_iter().map(|one| one.value).collect();
    Some(At { value: Role { name: name.value, description, members }, place: name.place })
}
