//! What a reconciliation found, as a failure of a step.

use rakis_compare::reconcile::{Error, Finding, FindingKind, Outcome};
use rakis_model::{Difference, Failure, Message, failure::DifferenceKind};

use super::Table;

/// The failure: how many rows must agree and how many do.
pub(super) fn failure(table: Table, outcome: &Outcome, differences: Vec<Difference>) -> Failure {
    let counts = &outcome.counts;
    let message = Message::new(match table {
        Table::Pensions => "step-control-pensions",
        Table::Shares => "step-control-shares",
    });
    let message = message
        .with("changed", counts.changed)
        .with("missing", counts.missing)
        .with("extra", counts.extra)
        .with("twice", counts.duplicate_keys);
    let failure = Failure::failed(message);
    let failure = failure.values(outcome.left.rows.to_string(), counts.equal.to_string());
    failure.differences(differences)
}

/// The first differences: cell by cell, or the whole row.
pub(super) fn differences(outcome: &Outcome) -> Vec<Difference> {
    let of = |finding: &Finding| {
        let key = outcome.key.iter().zip(&finding.key);
        let key: Vec<String> = key.map(|(name, value)| format!("{name} {value}")).collect();
        one(&key.join(", "), finding)
    };
    outcome.first.iter().flat_map(of).collect()
}

fn one(key: &str, finding: &Finding) -> Vec<Difference> {
    let row = |kind, expected: usize, actual: usize| {
        let text = |count: usize| (count > 0).then(|| count.to_string());
        let (expected, actual) = (text(expected), text(actual));
        vec![Difference { path: key.to_owned(), kind, expected, actual }]
    };
    match finding.kind {
        FindingKind::Missing => row(DifferenceKind::Missing, 1, 0),
        FindingKind::Extra => row(DifferenceKind::Extra, 0, 1),
        FindingKind::Duplicate => {
            row(DifferenceKind::Changed, finding.left_rows.len(), finding.right_rows.len())
        }
        FindingKind::Changed => finding
            .cells
            .iter()
            .map(|cell| Difference {
                path: format!("{key}, {}", cell.column),
                kind: DifferenceKind::Changed,
                expected: Some(cell.left.clone()),
                actual: Some(cell.right.clone()),
            })
            .collect(),
    }
}

/// The results are no table that can be compared.
pub(super) fn unreadable(error: &Error) -> Box<Failure> {
    Box::new(Failure::failed(error.message()))
}
