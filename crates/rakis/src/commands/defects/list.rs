//! `rakis defects list`.

use jiff::{civil::Date, tz::TimeZone};
use rakis_defects::{
    Sort, Summary,
    procedure::{Clocks, Phase},
};
use rakis_model::{Diagnostic, Exit, Message, date};
use serde_json::json;

use super::filter;
use crate::{
    args,
    context::Context,
    desk::Desk,
    render::{plain, table},
};

/// Defects shown when nothing else is said.
const SHOWN: usize = 200;

/// Lists defects, the worst first.
pub(super) fn list(desk: &Desk<'_>, typed: &args::Filter) -> Result<Exit, Exit> {
    let (rows, total) = rows(desk, typed, SHOWN)?;
    if desk.json {
        let told = json!({ "version": 1, "total": total, "defects": rows });
        desk.context.line(&format!("{told:#}"));
        return Ok(Exit::Passed);
    }
    if rows.is_empty() {
        desk.context.line(&desk.context.word("cli-defects-none"));
        return Ok(Exit::Passed);
    }
    let word = |key| desk.context.word(key);
    let header = ["id", "state", "severity", "owner", "seen", "title"]
        .map(|column| word(column_key(column)));
    let lines: Vec<[String; 6]> = rows.iter().map(|row| cells(desk, row)).collect();
    desk.context.print(&plain(&table(&header, &lines, desk.context.width)));
    let shown = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let message = Message::new("cli-defects-count").with("shown", shown).with("total", total);
    desk.context.say(&message);
    Ok(Exit::Passed)
}

fn column_key(column: &str) -> &'static str {
    match column {
        "id" => "cli-defects-column-id",
        "state" => "cli-defects-column-state",
        "severity" => "cli-defects-column-severity",
        "owner" => "cli-defects-column-owner",
        "seen" => "cli-defects-column-seen",
        _ => "cli-defects-column-title",
    }
}

/// The defects that fit, at most so many where no limit was typed, and how many there are in all.
pub(super) fn rows(
    desk: &Desk<'_>,
    typed: &args::Filter,
    most: usize,
) -> Result<(Vec<Summary>, i64), Exit> {
    let filter = filter(typed);
    let limit = typed.limit.map_or(most, |limit| usize::try_from(limit).unwrap_or(most));
    // How many are overdue the calendar tells, not the database: all of them are asked for.
    let most = if typed.overdue { usize::MAX >> 1 } else { limit };
    let all = desk.register.list(&filter, Sort::Severity, &desk.procedure, most);
    let mut rows = desk.ask(all)?;
    let total = match typed.overdue {
        true => i64::try_from(rows.len()).unwrap_or(i64::MAX),
        false => desk.ask(desk.register.count(&filter))?,
    };
    rows.truncate(limit);
    unknown_words(desk, typed);
    Ok((rows, total))
}

/// Warns of words that the procedure does not know: none of its defects has them, and a slip must
/// not look as if there were no defects. An earlier procedure may have known them, so it is asked all the same.
fn unknown_words(desk: &Desk<'_>, typed: &args::Filter) {
    let procedure = &desk.procedure;
    let states: Vec<&str> = procedure.states.iter().map(|one| one.name.as_str()).collect();
    let severities = procedure.severities.iter().map(|one| one.name.as_str()).collect();
    let parties = procedure.parties.iter().map(|one| one.name.as_str()).collect();
    let typed_states = typed.state.iter().map(|name| ("procedure-unknown-state", name, &states));
    let others = [
        ("procedure-unknown-severity", typed.severity.as_ref(), &severities),
        ("procedure-unknown-party", typed.party.as_ref(), &parties),
    ];
    let others = others.into_iter().filter_map(|(key, name, all)| Some((key, name?, all)));
    for (key, name, known) in typed_states.chain(others) {
        if !known.contains(&name.as_str()) {
            let told = Diagnostic::warning(Message::new(key).with("name", name));
            let hint = Message::new("register-known-words").with("known", known.join(", "));
            desk.context.show_one(&told.hint(hint));
        }
    }
}

/// The clocks of a defect now; none while it has no severity that the procedure knows.
pub(super) fn clocks<'d>(desk: &'d Desk<'_>, defect: &rakis_defects::Defect) -> Option<Clocks<'d>> {
    if defect.merged_into.is_some() {
        return None;
    }
    let severity = desk.procedure.severity(defect.severity.as_deref()?)?;
    let history: Vec<(jiff::Timestamp, &str)> =
        defect.states.iter().map(|one| (one.at, one.state.as_str())).collect();
    Some(desk.procedure.clocks(severity, &history, Context::timestamp()))
}

/// The words for a waiver: those for one that is valid, else that it is over, from when on every
/// failure counts again.
pub(super) fn waiver_key(until: Date, valid: &'static str) -> &'static str {
    if is_over(until) { "cli-defect-waiver-over" } else { valid }
}

/// Is a day over in Estonia?
pub(super) fn is_over(day: Date) -> bool {
    let zone = TimeZone::get("Europe/Tallinn").unwrap_or(TimeZone::UTC);
    Context::timestamp().to_zoned(zone).date() > day
}

/// The state; of a defect that was merged into another, that.
fn state(desk: &Desk<'_>, row: &Summary) -> String {
    let phase = desk.procedure.state(&row.state).map(|state| state.phase);
    match (row.open, phase) {
        (false, Some(Phase::Closed | Phase::Dismissed)) | (true, _) => row.state.clone(),
        (false, _) => desk.context.word("cli-defect-is-merged"),
    }
}

fn cells(desk: &Desk<'_>, row: &Summary) -> [String; 6] {
    let owner = [row.party.as_deref(), row.assignee.as_deref()];
    // Beside the title, which wraps: the other columns are as wide as their longest word.
    let mut title = row.title.clone();
    if let Some(until) = row.waived_until.filter(|_| row.open) {
        let waived = Message::new(waiver_key(until, "cli-defect-waived"));
        let waived = waived.with("until", date::show(until));
        title = format!("{title} ({})", desk.context.text(&waived));
    }
    [
        row.id.clone(),
        state(desk, row),
        row.severity.clone().unwrap_or_default(),
        owner.into_iter().flatten().collect::<Vec<_>>().join(", "),
        row.occurrences.to_string(),
        title,
    ]
}
