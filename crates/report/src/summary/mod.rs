//! The summary of a run for the terminal: failures as excerpts, a table, requirements not met,
//! defects and snapshots, the verdict.

mod block;
mod paint;
mod register;
mod table;

use rakis_model::{
    Message, Outcome,
    record::{Case, Run},
};

use crate::{
    Context, defects,
    names::linked_id,
    times,
    verdict::{delivery_facts, verdict},
    view::{View, is_failure},
    visible::{one_line, visible},
};
use paint::Paint;

/// How the summary is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// ANSI colours. Nothing is said by colour alone.
    pub color: bool,
    /// Columns of the terminal; less than 40 is taken as 40. Addresses and commands are never cut,
    /// because people copy them.
    pub width: usize,
    /// How many failures are shown in full; the next ones get one line each.
    pub failures: usize,
}

impl Default for Style {
    fn default() -> Self {
        Self { color: false, width: 80, failures: 10 }
    }
}

/// Failures beyond those shown in full that get a line each.
const LISTED: usize = 20;
/// Requirements listed.
const REQUIREMENTS: usize = 30;

/// The summary, ending in the sentence of the verdict and a line break. What systems answered is
/// free of control characters, so the terminal shows it and does not obey it.
pub fn summary(run: &Run, context: &Context<'_>, style: Style) -> String {
    let view = View::new(run, context);
    let style = Style { width: style.width.max(40), ..style };
    let bad: Vec<&Case> = run.cases.iter().filter(|case| case.outcome.is_bad()).collect();
    let mut parts: Vec<String> =
        bad.iter().take(style.failures).map(|case| block::block(&view, case, style)).collect();
    parts.extend(more(&view, bad.get(style.failures..).unwrap_or_default(), style));
    if !run.cases.is_empty() {
        parts.push(table::table(&view, style));
    }
    let unmet: Vec<&Case> = run.cases.iter().filter(|case| is_failure(case.outcome)).collect();
    parts.extend(requirements(&view, &unmet, style));
    parts.extend(register::lists(&view, style));
    parts.push(closing(&view, style));
    parts.join("\n")
}

/// The failures that are not shown in full, a line each.
fn more(view: &View<'_>, cases: &[&Case], style: Style) -> Option<String> {
    if cases.is_empty() {
        return None;
    }
    let paint = Paint { color: style.color };
    let mut lines = vec![view.words.count("report-more-failures", cases.len())];
    for case in cases.iter().take(LISTED) {
        let kind = paint.outcome(case.outcome, &view.word(kind_key(case.outcome)));
        let ids: Vec<String> = case.defects.iter().map(defects::id).collect();
        let ids = if ids.is_empty() { String::new() } else { format!(" ({})", ids.join(", ")) };
        lines.push(format!("  {kind}  {}  {}{ids}", visible(&case.address()), view.title(case)));
    }
    if cases.len() > LISTED {
        let rest = cases.len() - LISTED;
        lines.push(format!("  {}", view.words.count("report-more-failures-unlisted", rest)));
    }
    Some(lines.join("\n") + "\n")
}

/// The requirements against which something stands, each with what.
fn requirements(view: &View<'_>, unmet: &[&Case], style: Style) -> Option<String> {
    let mut groups: Vec<(String, Vec<&Case>)> = Vec::new();
    for case in unmet {
        let id = case.requirement.clone().unwrap_or_else(|| view.word("report-unlinked"));
        match groups.iter_mut().find(|(known, _)| *known == id) {
            Some((_, cases)) => cases.push(case),
            None => groups.push((id, vec![case])),
        }
    }
    if groups.is_empty() {
        return None;
    }
    let paint = Paint { color: style.color };
    let mut lines = vec![paint.strong(&view.word("report-by-requirement"))];
    for (id, cases) in groups.iter().take(REQUIREMENTS) {
        let statement = cases
            .first()
            .and_then(|case| view.index.requirement(case))
            .map_or("", |requirement| requirement.statement.as_str());
        let line = format!("  {} {}", one_line(id, 60), one_line(statement, 400));
        lines.extend(wrapped(line.trim_end(), style.width, 4));
        lines.push(format!("    {}", counted(view, cases, paint)));
    }
    if groups.len() > REQUIREMENTS {
        lines.push("  …".to_owned());
    }
    Some(lines.join("\n") + "\n")
}

/// `2 ebaõnnestunud, 1 katkenud`
fn counted(view: &View<'_>, cases: &[&Case], paint: Paint) -> String {
    let count = |outcome| cases.iter().filter(|case| case.outcome == outcome).count();
    let parts: Vec<String> = [Outcome::Failed, Outcome::Broken, Outcome::Invalid, Outcome::Known]
        .into_iter()
        .filter(|outcome| count(*outcome) > 0)
        .map(|outcome| paint.outcome(outcome, &view.tally(outcome, count(outcome))))
        .collect();
    parts.join(", ")
}

fn closing(view: &View<'_>, style: Style) -> String {
    let paint = Paint { color: style.color };
    let verdict = verdict(view);
    let took = times::between(view.run.started, view.run.finished);
    let took = times::duration(took, view.words.language());
    let mut text = view.words.text(&Message::new("report-total-time").with("time", took));
    text.push('\n');
    let fault = view.run.info.fault.as_deref().map(|fault| ("report-fault", one_line(fault, 200)));
    for (key, value) in delivery_facts(view).into_iter().chain(fault) {
        let line = format!("{}: {value}", view.word(key));
        text.push_str(&wrapped(&line, style.width, 2).join("\n"));
        text.push('\n');
    }
    for note in &verdict.notes {
        text.push_str(&wrapped(note, style.width, 2).join("\n"));
        text.push('\n');
    }
    text.push_str(&paint.outcome(verdict.tone, &verdict.sentence));
    text.push('\n');
    text
}

/// The heading of a failure: `STAR-2026-03.1 a Roll vastab asutuse liigile (juhtum 2)`.
fn heading(view: &View<'_>, case: &Case) -> String {
    let id = one_line(&linked_id(case).unwrap_or_default(), 100);
    format!("{id} {}", view.title(case)).trim_start().to_owned()
}

/// Key of what happened, as a heading of a failure says it.
const fn kind_key(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Broken => "report-kind-broken",
        Outcome::Invalid => "report-kind-invalid",
        Outcome::Failed
        | Outcome::Known
        | Outcome::UnexpectedPass
        | Outcome::Passed
        | Outcome::Skipped
        | Outcome::NotRun => "report-kind-failed",
    }
}

/// The text in lines of at most `width` characters, broken at spaces; later lines are indented.
fn wrapped(text: &str, width: usize, indent: usize) -> Vec<String> {
    let start = text.len() - text.trim_start().len();
    let mut lines = vec![text[..start].to_owned()];
    let mut empty = true;
    for word in text.split_whitespace() {
        let used = lines.last().map_or(0, |line| line.chars().count());
        if !empty && used + 1 + word.chars().count() > width {
            lines.push(" ".repeat(indent));
            empty = true;
        }
        let Some(line) = lines.last_mut() else { break };
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    lines
}
