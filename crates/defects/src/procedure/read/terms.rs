//! What is agreed of a defect's handling: severities and their times, classes, parties, routes,
//! waivers, escalation.

use rakis_model::{
    Diagnostic, Message, Place, Problems,
    yaml::{Cursor, Fields},
};

use super::{
    At, keys,
    parts::required_description,
    value,
    written::{WrittenEscalation, WrittenRoute, WrittenSeverity, WrittenWaiver},
};
use crate::procedure::{Class, ClockKind, Party, Route, Severity, word::Word};

/// The word that stands for the party that has the defect, among those who are told.
const PARTY_WORDS: [Word<()>; 1] = [Word::new((), "osapool", "party")];

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

/// Roles that may approve snapshots; none are named when the key is absent.
pub(super) fn approvers(fields: &Fields<'_>, problems: &mut Problems) -> Vec<At<String>> {
    let roles = value::names(fields, keys::APPROVERS, problems);
    value::distinct(&roles, problems);
    roles
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
