//! `rakis defects list`.

use rakis_defects::{Sort, Summary, procedure::Clocks};
use rakis_model::{Exit, Message, date};
use serde_json::{Value, json};

use super::filter;
use crate::{args, context::Context, desk::Desk, render::table};

/// Defects shown when nothing else is said.
const SHOWN: usize = 200;

/// Lists defects, the worst first.
pub(super) fn list(desk: &Desk<'_>, typed: &args::Filter) -> Result<Exit, Exit> {
    let (rows, total) = rows(desk, typed)?;
    if desk.json {
        let defects: Vec<Value> = rows.iter().map(as_json).collect();
        desk.context.line(&format!("{:#}", json!({ "total": total, "defects": defects })));
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
    desk.context.print(&table(&header, &lines, desk.context.width));
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

/// The defects that fit, and how many there are in all.
pub(super) fn rows(desk: &Desk<'_>, typed: &args::Filter) -> Result<(Vec<Summary>, i64), Exit> {
    let filter = filter(typed);
    let limit = typed.limit.map_or(SHOWN, |limit| usize::try_from(limit).unwrap_or(SHOWN));
    let rows = desk.ask(desk.register.list(&filter, Sort::Severity, &desk.procedure, limit))?;
    // How many are overdue the calendar tells, not the database.
    let total = match typed.overdue {
        true => i64::try_from(rows.len()).unwrap_or(i64::MAX),
        false => desk.ask(desk.register.count(&filter))?,
    };
    Ok((rows, total))
}

/// The clocks of a defect now; none while it has no severity that the procedure knows.
pub(super) fn clocks<'d>(desk: &'d Desk<'_>, defect: &rakis_defects::Defect) -> Option<Clocks<'d>> {
    let severity = desk.procedure.severity(defect.severity.as_deref()?)?;
    let history: Vec<(jiff::Timestamp, &str)> =
        defect.states.iter().map(|one| (one.at, one.state.as_str())).collect();
    Some(desk.procedure.clocks(severity, &history, Context::timestamp()))
}

fn cells(desk: &Desk<'_>, row: &Summary) -> [String; 6] {
    let owner = [row.party.as_deref(), row.assignee.as_deref()];
    let mut state = row.state.clone();
    if let Some(until) = row.waived_until {
        let waived = Message::new("cli-defect-waived").with("until", date::show(until));
        state = format!("{state}, {}", desk.context.text(&waived));
    }
    [
        row.id.clone(),
        state,
        row.severity.clone().unwrap_or_default(),
        owner.into_iter().flatten().collect::<Vec<_>>().join(", "),
        row.occurrences.to_string(),
        row.title.clone(),
    ]
}

/// A defect of a list as JSON.
pub(super) fn as_json(row: &Summary) -> Value {
    json!({
        "id": row.id, "title": row.title, "state": row.state, "open": row.open,
        "severity": row.severity, "priority": row.priority,
        "party": row.party, "assignee": row.assignee,
        "requirement": row.requirement, "system": row.system, "area": row.area,
        "delivery": row.delivery, "fixed_in": row.fixed_in,
        "waived_until": row.waived_until.map(|day| day.to_string()),
        "opened_at": row.opened_at.to_string(), "changed_at": row.changed_at.to_string(),
        "seen_at": row.seen_at.to_string(), "closed_at": row.closed_at.map(|at| at.to_string()),
        "occurrences": row.occurrences,
    })
}
