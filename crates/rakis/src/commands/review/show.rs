//! One waiting snapshot as people read it: what it belongs to, the differences in words, old
//! and new.

use jiff::{Timestamp, tz::TimeZone};
use rakis_compare::snapshot::{Entry, Standing};
use rakis_model::{Difference, Message, failure::DifferenceKind, record::SpecificationInfo};
use serde_json::{Value, json};

use super::{Case, list};
use crate::{
    context::Context,
    render::{plain, wrapped},
};

/// Differences told in words; the text difference has all.
const DIFFERENCES: usize = 20;
/// Lines of the text difference shown at once.
const LINES: usize = 60;

/// A moment as a day in Estonia: `31.12.2026`.
pub(super) fn day(at: Timestamp) -> String {
    let zone = TimeZone::get("Europe/Tallinn").unwrap_or(TimeZone::UTC);
    at.to_zoned(zone).strftime("%d.%m.%Y").to_string()
}

/// Everything a person needs to decide; `place` is the number of this one and of all.
pub(super) fn case(
    case: &Case,
    place: (usize, usize),
    specifications: &[SpecificationInfo],
    whole: bool,
    context: &Context,
) {
    let (entry, pending) = (&case.entry, &case.pending);
    let standing = context.word(list::key(entry.standing));
    context.line(&format!("{}/{}  {}  ({standing})", place.0, place.1, pending.name));
    about(case, specifications, context);
    context.line("");
    if pending.old.is_some() {
        let count = pending.differences.len();
        context.line(&context.words.count("cli-review-differences", count));
        for difference in pending.differences.iter().take(DIFFERENCES) {
            let room = context.width.saturating_sub(4).max(20);
            for (number, line) in wrapped(&in_words(difference, context), room).iter().enumerate() {
                let mark = if number == 0 { "-" } else { " " };
                context.line(&format!("  {mark} {line}"));
            }
        }
        if let Some(more @ 1..) = count.checked_sub(DIFFERENCES) {
            context.line(&format!("  {}", context.words.count("cli-more-problems", more)));
        }
    } else {
        context.line(&context.word(nothing_old(entry)));
    }
    context.line("");
    text(case, whole, context);
}

/// Why there is nothing to compare with: only what nobody ever approved is there for the first time.
const fn nothing_old(entry: &Entry) -> &'static str {
    match entry.standing {
        Standing::Damaged => "cli-review-old-damaged",
        _ if entry.approvals.is_empty() => "cli-review-first",
        _ => "cli-review-old-lost",
    }
}

/// The requirement, its criterion, the scenario, the step, and who approved the old text.
fn about(case: &Case, specifications: &[SpecificationInfo], context: &Context) {
    let info = &case.pending.info;
    let line = |key, text: &str| {
        let room = context.width.saturating_sub(16).max(20);
        for (number, line) in wrapped(text, room).into_iter().enumerate() {
            let label = if number == 0 { context.word(key) } else { String::new() };
            if !line.is_empty() {
                context.line(&format!("  {label:14}{line}"));
            }
        }
    };
    let id = info.requirement.as_deref().unwrap_or_default();
    let mut all = specifications.iter().flat_map(|one| &one.requirements);
    let requirement = all.find(|requirement| requirement.id == id);
    let statement = requirement.map_or("", |known| known.statement.as_str());
    line("cli-review-requirement", format!("{id} {statement}").trim());
    let letter = info.criterion.as_deref().unwrap_or_default();
    let criterion = requirement.and_then(|one| one.criteria.iter().find(|one| one.id == letter));
    let title = criterion.map_or("", |known| known.title.as_str());
    line("cli-review-criterion", format!("{letter} {title}").trim());
    line("cli-review-scenario", &info.scenario);
    line("cli-review-step", &info.step);
    if let Some(last) = case.entry.approvals.last() {
        let by = format!("{}, {}, {}: {}", last.who, last.role, day(last.at), last.why);
        line("cli-review-approved", &by);
    }
}

/// `rida „arveldaja“, veerg „logi“: oli „ei“, nüüd „jah“`.
fn in_words(difference: &Difference, context: &Context) -> String {
    let key = match difference.kind {
        DifferenceKind::Changed => "cli-difference-changed",
        DifferenceKind::Missing => "cli-difference-missing",
        DifferenceKind::Extra => "cli-difference-extra",
        DifferenceKind::Type => "cli-difference-type",
    };
    let value = |value: &Option<String>| value.clone().unwrap_or_default();
    let message = Message::new(key)
        .with("path", &difference.path)
        .with("expected", value(&difference.expected))
        .with("actual", value(&difference.actual));
    plain(&context.text(&message))
}

/// The new text of a first snapshot, else the lines that differ with those around them.
fn text(case: &Case, whole: bool, context: &Context) {
    let pending = &case.pending;
    let names = (context.word("cli-review-old"), context.word("cli-review-new"));
    let shown = match &pending.old {
        None => pending.new.clone(),
        Some(old) => {
            let (old, new) = (format!("{old}\n"), format!("{}\n", pending.new));
            rakis_compare::text(&old, &new, (&names.0, &names.1)).unwrap_or_default()
        }
    };
    let lines: Vec<&str> = shown.lines().collect();
    let limit = if whole { usize::MAX } else { LINES };
    for line in lines.iter().take(limit) {
        context.line(&painted(&plain(line), context.color && pending.old.is_some()));
    }
    if let Some(more @ 1..) = lines.len().checked_sub(limit) {
        context.line(&context.words.count("cli-review-more-lines", more));
    }
}

fn painted(line: &str, color: bool) -> String {
    let code = match line.as_bytes().first() {
        Some(b'-') => "31",
        Some(b'+') => "32",
        Some(b'@') => "36",
        _ => "",
    };
    match color && !code.is_empty() {
        true => format!("\u{1b}[{code}m{line}\u{1b}[0m"),
        false => line.to_owned(),
    }
}

/// The same for programs.
pub(super) fn as_json(case: &Case) -> Value {
    json!({
        "name": case.pending.name,
        "standing": list::code(case.entry.standing),
        "info": case.pending.info,
        "differences": case.pending.differences,
        "old": case.pending.old,
        "new": case.pending.new,
        "approvals": case.entry.approvals,
    })
}
