//! The parts of a procedure, one function each.

use rakis_model::{
    Diagnostic, Message, Place, Problems,
    yaml::{Cursor, Fields},
};

use super::{
    At, Listed, WrittenTransition, keys, value,
    written::{WrittenEscalation, WrittenRoute, WrittenSeverity, WrittenWaiver},
};
use crate::procedure::{
    Class, ClockKind, Need, Party, Phase, Role, Route, Severity, State, Trigger, word::Word,
};

/// The word that stands for the party that has the defect, among those who are told.
const PARTY_WORDS: [Word<()>; 1] = [Word::new((), "osapool", "party")];

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

fn required_description(fields: &Fields<'_>, problems: &mut Problems) -> String {
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

pub(super) fn severity(
    cursor: &Cursor<'_>,
    day: Option<i64>,
    problems: &mut Problems,
) -> Option<WrittenSeverity> {
    let fields = cursor.map(keys::SEVERITY_KEYS, problems)?;
    let name = value::required_name(&fields, keys::NAME, problems);
    let description = required_description(&fields, problems);
    let around_the_clock = flag(&fields, keys::AROUND_THE_CLOCK, problems);
    let waivable = fields.required(keys::WAIVABLE, problems).and_then(|one| one.bool(problems));
    let counting = value::Counting { around_the_clock, day };
    let mut minutes = |key| {
        let cursor = fields.required(key, problems)?;
        Some((value::minutes(cursor, counting, problems)?, cursor.place()))
    };
    let (reaction, fix) = (minutes(keys::REACTION), minutes(keys::FIX));
    let (name, (fix_minutes, fix)) = (name?, fix?);
    let severity = Severity {
        name: name.value,
        description,
        reaction_minutes: reaction?.0,
        fix_minutes,
        around_the_clock,
        waivable: waivable?,
    };
    Some(WrittenSeverity { severity, name: name.place, fix })
}

/// A truth value that is false when absent.
fn flag(fields: &Fields<'_>, key: &'static str, problems: &mut Problems) -> bool {
    fields.get(key).and_then(|cursor| cursor.bool(problems)).unwrap_or_default()
}

pub(super) fn class(cursor: &Cursor<'_>, problems: &mut Problems) -> Option<At<Class>> {
    let fields = cursor.map(keys::CLASS_KEYS, problems)?;
    let name = value::required_name(&fields, keys::NAME, problems);
    let description = required_description(&fields, problems);
    let name = name?;
    Some(At { value: Class { name: name.value, description }, place: name.place })
}

pub(super) fn party(cursor: &Cursor<'_>, problems: &mut Problems) -> Option<At<Party>> {
    let fields = cursor.map(keys::PARTY_KEYS, problems)?;
    let name = value::required_name(&fields, keys::NAME, problems);
    let description = required_description(&fields, problems);
    let contact = value::required_name(&fields, keys::CONTACT, problems);
    let name = name?;
    let party = Party { name: name.value, description, contact: contact?.value };
    Some(At { value: party, place: name.place })
}

pub(super) fn route(cursor: &Cursor<'_>, problems: &mut Problems) -> Option<WrittenRoute> {
    let fields = cursor.map(keys::ROUTE_KEYS, problems)?;
    let system = value::optional_name(&fields, keys::SYSTEM, problems);
    let area = value::optional_name(&fields, keys::AREA, problems);
    let requirement = value::optional_name(&fields, keys::REQUIREMENT, problems);
    let competence = value::required_name(&fields, keys::COMPETENCE, problems);
    let party = value::required_name(&fields, keys::PARTY, problems);
    let assignee = value::optional_name(&fields, keys::ASSIGNEE, problems);
    let severity = value::required_name(&fields, keys::SEVERITY, problems);
    let (party, severity) = (party?, severity?);
    let route = Route {
        system,
        area,
        requirement,
        competence: competence?.value,
        party: party.value,
        assignee,
        severity: severity.value,
    };
    let place = cursor.place();
    let place = Place::line(&place.source, place.line_column().0);
    Some(WrittenRoute { route, place, party: party.place, severity: severity.place })
}

pub(super) fn waiver(fields: &Fields<'_>, problems: &mut Problems) -> Option<WrittenWaiver> {
    let fields = fields.required(keys::WAIVER, problems)?.map(keys::WAIVER_KEYS, problems)?;
    let there = fields.required(keys::ROLES, problems).is_some();
    let roles = value::names(&fields, keys::ROLES, problems);
    value::distinct(&roles, problems);
    let days = fields.required(keys::LONGEST_DAYS, problems);
    let longest_days = days.and_then(|cursor| value::number(cursor, 1..=3650, problems));
    Some(WrittenWaiver { roles, longest_days: longest_days.filter(|_| there)? })
}

pub(super) fn escalation(
    cursor: &Cursor<'_>,
    problems: &mut Problems,
) -> Option<WrittenEscalation> {
    let fields = cursor.map(keys::ESCALATION_KEYS, problems)?;
    let clock = fields.get(keys::CLOCK).and_then(|cursor| value::name(cursor, problems));
    let clock = clock.map(|text| value::word(&text, &ClockKind::WORDS, problems));
    let percent = fields.required(keys::PERCENT, problems);
    let percent = percent.and_then(|cursor| {
        Some(At { value: value::number(cursor, 1..=1000, problems)?, place: cursor.place() })
    });
    let tell = fields.required(keys::TELL, problems).map(Cursor::place);
    let told = value::names(&fields, keys::TELL, problems);
    value::distinct(&told, problems);
    if let Some(place) = tell.filter(|_| told.is_empty()) {
        let message = Message::new("procedure-empty-list").with("key", keys::TELL);
        problems.push(Diagnostic::error(message).at(place));
    }
    let is_party =
        |one: &At<String>| PARTY_WORDS.iter().any(|w| w.et == one.value || w.en == one.value);
    let (party, roles): (Vec<_>, Vec<_>) = told.into_iter().partition(is_party);
    if matches!(clock, Some(None)) {
        return None;
    }
    Some(WrittenEscalation {
        clock: clock.flatten().map(|one| one.value),
        percent: percent?,
        roles,
        party: !party.is_empty(),
    })
}
