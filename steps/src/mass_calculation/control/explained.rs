//! The way to what is right, for the first persons whose results differ: every intermediate value
//! with the rule and the paragraph it comes from.

use rakis_compare::reconcile::{Finding, FindingKind, Outcome};
use rakis_control::{Step, Steps, mass::Prepared, rules::SHARES_SUM};
use rakis_model::{Failure, Message};

/// How many persons are explained.
const PERSONS: usize = 2;

/// Adds the ways as hints.
pub(super) fn add(mut failure: Failure, prepared: &mut Prepared<'_>, outcome: &Outcome) -> Failure {
    for (code, year) in persons(outcome) {
        // A person that the control calculation does not know has no way.
        let Ok(explained) = prepared.explain(&code) else { continue };
        let shares = outcome.first.iter().any(|one| one.key.contains(&code) && of_shares(one));
        let way: Vec<String> = way(&explained.steps, year, shares).map(text).collect();
        let mut message = Message::new("step-control-way").with("person", code);
        message = message.with("steps", way.join("\n"));
        failure = failure.hint(message);
    }
    failure
}

/// The steps of a year; else those from the sums of the shares on, or all where these differ.
fn way(steps: &Steps, year: Option<u16>, shares: bool) -> impl Iterator<Item = &Step> {
    let of_year = move |step: &&Step| year.is_none() || step.year == year;
    let from_sums = year.is_none() && !shares;
    steps.iter().skip_while(move |step| from_sums && step.rule != SHARES_SUM).filter(of_year)
}

/// Does a row differ in what comes before the pension?
fn of_shares(finding: &Finding) -> bool {
    finding.cells.iter().any(|cell| !cell.column.starts_with("pension"))
}

/// Whose rows differ first; with the year where the rows are of years.
fn persons(outcome: &Outcome) -> Vec<(String, Option<u16>)> {
    let column = |name: &str| outcome.key.iter().position(|key| key == name);
    let Some(code) = column("isikukood") else { return Vec::new() };
    let year = column("aasta");
    let mut found: Vec<(String, Option<u16>)> = Vec::new();
    for finding in outcome.first.iter().filter(|one| one.kind != FindingKind::Extra) {
        let Some(code) = finding.key.get(code) else { continue };
        if found.len() < PERSONS && found.iter().all(|(known, _)| known != code) {
            let year = year.and_then(|at| finding.key.get(at)?.parse().ok());
            found.push((code.clone(), year));
        }
    }
    found
}

/// `2021 K = P / keskmine: summa 2450.00, keskmine 4000.00 → 0.613 (RPKS …)`
fn text(step: &Step) -> String {
    let values: Vec<String> =
        step.values.iter().map(|(name, value)| format!("{name} {value}")).collect();
    let year = step.year.map(|year| format!("{year} ")).unwrap_or_default();
    let (formula, basis) = (step.rule.formula, step.rule.basis);
    format!("{year}{formula}: {} → {} ({basis})", values.join(", "), step.result)
}
