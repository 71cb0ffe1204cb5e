//! What the register of defects and the store of snapshots ask of people, listed below the table.

use rakis_model::{
    Outcome,
    record::{Case, DefectEffect},
};

use super::{Style, heading, paint::Paint, wrapped};
use crate::{
    defects::{self, Met, met},
    snapshots,
    view::View,
    visible::visible,
};

/// Defects and snapshots listed under one heading.
const LISTED: usize = 20;
/// Scenarios named for one defect.
const SCENARIOS: usize = 3;

/// A list: the key of its heading, in whose colour it is, what belongs to it.
type List = (&'static str, Outcome, &'static [DefectEffect]);

/// The lists. Defects that stand against acceptance are told under their failures.
const LISTS: [List; 3] = [
    ("report-defects-known", Outcome::Known, &[DefectEffect::Known]),
    ("report-defects-unexpected-pass", Outcome::UnexpectedPass, &[DefectEffect::UnexpectedPass]),
    (
        "report-defects-moved",
        Outcome::Passed,
        &[DefectEffect::Reopened, DefectEffect::RetestPassed, DefectEffect::Closed],
    ),
];

/// Known defects, unexpected passes, defects that changed their state, snapshots to approve; those
/// there are.
pub(super) fn lists(view: &View<'_>, style: Style) -> Vec<String> {
    let all = met(view.run);
    let mut parts: Vec<String> =
        LISTS.iter().filter_map(|list| defect_list(view, &all, list, style)).collect();
    parts.extend(snapshot_list(view, style));
    parts
}

/// ```text
/// Teadaolevad vead
///   VIGA-2026-0003 Lukustatud kasutaja näeb profiili
///     määratud, TEHIK; lubatud kuni 31.12.2026
///     features/rights/star.feature:40
/// ```
fn defect_list(view: &View<'_>, all: &[Met<'_>], list: &List, style: Style) -> Option<String> {
    let (key, outcome, effects) = *list;
    let items: Vec<(&Met<'_>, DefectEffect)> = all
        .iter()
        .flat_map(|one| effects.iter().map(move |effect| (one, *effect)))
        .filter(|(one, effect)| !one.cases(*effect).is_empty())
        .collect();
    if items.is_empty() {
        return None;
    }
    let paint = Paint { color: style.color };
    let heading = wrapped(&view.word(key), style.width, 0);
    let mut lines: Vec<String> = heading.iter().map(|line| paint.strong(line)).collect();
    for (one, effect) in items.iter().take(LISTED) {
        let title = format!("  {} {}", defects::id(one.note), defects::title(one.note));
        let mut title = wrapped(&title, style.width, 4).into_iter();
        lines.extend(title.next().map(|first| paint.outcome(outcome, &first)));
        lines.extend(title);
        // Under a heading of one effect the effect need not be said again.
        let said = if effects.len() > 1 { view.word(effect.key()) } else { String::new() };
        let facts = [said, defects::holder(one.note), defects::waiver(view, one.note)];
        let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
        lines.extend(indented(&facts.join("; "), style));
        lines.extend(indented(&addresses(view, one.cases(*effect)), style));
    }
    if let Some(more) = items.len().checked_sub(LISTED).filter(|more| *more > 0) {
        lines.push(format!("  {}", view.words.count("report-more-defects", more)));
    }
    Some(lines.join("\n") + "\n")
}

/// The addresses of the cases, ready to be run again.
fn addresses(view: &View<'_>, cases: &[usize]) -> String {
    let named = cases.iter().take(SCENARIOS).filter_map(|at| view.run.cases.get(*at));
    let mut named: Vec<String> = named.map(|case| visible(&case.address())).collect();
    if let Some(more) = cases.len().checked_sub(SCENARIOS).filter(|more| *more > 0) {
        named.push(view.words.count("report-more-scenarios", more));
    }
    named.join(", ")
}

fn snapshot_list(view: &View<'_>, style: Style) -> Option<String> {
    let waiting = snapshots::waiting(view.run);
    if waiting.is_empty() {
        return None;
    }
    let paint = Paint { color: style.color };
    let mut lines = vec![paint.strong(&view.word("report-snapshots"))];
    for (note, number) in waiting.iter().take(LISTED) {
        let item = format!("  {} – {}", snapshots::name(note), snapshots::standing(view, note));
        lines.extend(wrapped(&item, style.width, 4));
        let case: Option<&Case> = view.run.cases.get(*number);
        lines.extend(
            case.map(|case| heading(view, case))
                .map_or_else(Vec::new, |heading| indented(&heading, style)),
        );
        // Never wrapped: people copy it.
        lines.push(format!("    {}", snapshots::command(view, note)));
    }
    if waiting.len() > LISTED {
        lines.push("  …".to_owned());
    }
    Some(lines.join("\n") + "\n")
}

fn indented(text: &str, style: Style) -> Vec<String> {
    match text.is_empty() {
        true => Vec::new(),
        false => wrapped(&format!("    {text}"), style.width, 4),
    }
}
