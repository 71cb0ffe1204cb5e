//! How exactly a failure looked: what a waiver covers.
//!
//! The [fingerprint](crate::fingerprint) says which fault it is and deliberately holds no values,
//! so that one fault is one defect. A waiver must not go as far: whoever lets a pension of 249.99
//! pass instead of 250.00 has not let one of 0.00 pass. So a waiver keeps the symptoms that had been
//! seen of the defect when it was given, and covers a failure only if its symptom is one of them.
//!
//! Version 1 is the SHA-256 of the canonical JSON of the scenario's key (which tells its examples
//! apart), the failing step as written, kind, key and arguments of the failure, the snapshot's name,
//! the values required and found, and every difference with its place and values, in whatever order
//! they came. Only what changes from run to run is left out of them, see [`mask`].
//!
//! Its limits, each on the side where nothing is covered that was not looked at, but for the last:
//! - A failure that looks a little different in every run (the position of a row, a name that is
//!   drawn) is never covered. The test must be made repeatable first.
//! - A reworded step or a renamed example is another symptom; the waiver has to be given again.
//! - Of a snapshot's text that is too long for the record an excerpt is kept, which shifts with its
//!   surroundings: there the differences count alone, and where none are told there is no symptom.
//! - Whole amounts of six digits or more, without decimals or a currency, look like generated
//!   numbers and are left out like them, and so is the day of a moment with a time of day.

mod mask;

use rakis_model::{
    Difference, Failure,
    failure::{DifferenceKind, FailureKind},
    record::Case,
};
use serde::Serialize;

use crate::{canonical, fingerprint::scenario_key};

/// The version that is computed now. A waiver given by another covers nothing until it is renewed.
pub const ALGORITHM: i64 = 1;

/// A line that stands for those left out of a snapshot's text.
const LEFT_OUT: &str = "[…]";

#[derive(Serialize)]
struct Seen<'a> {
    alg: i64,
    scenario: String,
    step: String,
    kind: FailureKind,
    key: &'a str,
    args: Vec<(&'a str, String)>,
    snapshot: Option<&'a str>,
    expected: Option<String>,
    actual: Option<String>,
    differences: Vec<Place>,
}

/// A difference: where, of what sort, required, found.
type Place = (String, DifferenceKind, Option<String>, Option<String>);

/// The symptom of a case that failed, 64 hexadecimal letters; `None` when no step of it has a
/// failure, or when what is kept of the failure does not tell what it was.
pub fn of(case: &Case) -> Option<String> {
    let step = case.failing_step()?;
    let failure = step.failure.as_ref()?;
    let whole = !is_excerpt(failure);
    if !whole && failure.differences.is_empty() {
        return None;
    }
    let text = |text: &Option<String>| text.as_deref().filter(|_| whole).map(mask::text);
    let args = failure.message.args.iter();
    Some(canonical::hash(&Seen {
        alg: ALGORITHM,
        scenario: scenario_key(case),
        step: mask::text(&step.text),
        kind: failure.kind,
        key: &failure.message.key,
        args: args.map(|(name, value)| (&**name, mask::text(value))).collect(),
        snapshot: failure.snapshot.as_ref().map(|note| note.name.as_str()),
        expected: text(&failure.expected),
        actual: text(&failure.actual),
        differences: places(&failure.differences),
    }))
}

/// Is only a part of the texts there?
fn is_excerpt(failure: &Failure) -> bool {
    let cut = |text: &String| text.split('\n').any(|line| line == LEFT_OUT);
    failure.snapshot.is_some()
        && [&failure.expected, &failure.actual].into_iter().flatten().any(cut)
}

/// Every difference, as often as it is there: a system may answer the same rows in another order.
fn places(differences: &[Difference]) -> Vec<Place> {
    let masked = |text: &Option<String>| text.as_deref().map(mask::text);
    let place = |one: &Difference| {
        (mask::text(&one.path), one.kind, masked(&one.expected), masked(&one.actual))
    };
    let mut places: Vec<Place> = differences.iter().map(place).collect();
    places.sort();
    places
}

#[cfg(test)]
mod tests {
    use rakis_model::{
        Message,
        failure::{SnapshotNote, SnapshotStanding},
        record::{StepRun, StepStatus},
    };

    use super::*;

    fn case(change: impl Fn(&mut Case, &mut StepRun, &mut Failure)) -> Case {
        let difference = |row: usize, actual: &str| Difference {
            path: format!("rida {row}, veerg „summa“"),
            kind: DifferenceKind::Changed,
            expected: Some("250.00".into()),
            actual: Some(actual.into()),
        };
        let mut failure = Failure::failed(Message::new("step-rows").with("number", 2))
            .values("isik 69901010008: 250.00", "isik 69901010008: 249.99")
            .differences(vec![difference(1, "249.99"), difference(2, "249.98")]);
        let mut step = StepRun {
            text: "väljamakse on \"250.00\" eurot".into(),
            status: StepStatus::Failed,
            ..StepRun::default()
        };
        let mut case = Case {
            file: "features/pensions/skais.feature".into(),
            name: "Pension makstakse välja".into(),
            example: Some(1),
            example_values: vec![("liik".into(), "vanaduspension".into())],
            ..Case::default()
        };
        change(&mut case, &mut step, &mut failure);
        step.failure = Some(failure);
        case.steps.push(step);
        case
    }

    fn base() -> String {
        of(&case(|_, _, _| {})).unwrap()
    }

    fn as_snapshot(failure: &mut Failure, actual: &str) {
        let standing = SnapshotStanding::Differs;
        failure.snapshot = Some(SnapshotNote { name: "pensions/maksed".into(), standing });
        failure.actual = Some(actual.to_owned());
    }

    #[test]
    fn what_changes_from_run_to_run_and_where_files_stand_does_not_matter() {
        for change in [
            |case, _, _| case.line = 99,
            |case, _, _| case.file = "features/muu/skais.feature".into(),
            |_, _, failure| failure.actual = Some("isik [isikukood]: 249.99".into()),
            |_, _, failure| failure.expected = Some("isik 48001010019: 250.00".into()),
            |_, _, failure| failure.differences.reverse(),
            |_, _, failure| failure.hints.push(Message::new("step-hint")),
        ] as [fn(&mut Case, &mut StepRun, &mut Failure); 6]
        {
            assert_eq!(of(&case(change)).unwrap(), base());
        }
    }

    #[test]
    fn whatever_was_not_looked_at_is_another_symptom() {
        let all: [fn(&mut Case, &mut StepRun, &mut Failure); 16] = [
            |_, _, _| {},
            |case, _, _| case.example_values[0].1 = "toitjakaotuspension".into(),
            |case, _, _| case.name = "Muu".into(),
            |_, step, _| step.text = "väljamakse on \"260.00\" eurot".into(),
            |_, _, failure| failure.kind = FailureKind::Broken,
            |_, _, failure| failure.message = Message::new("step-other").with("number", 2),
            |_, _, failure| failure.message = Message::new("step-rows").with("number", 3),
            |_, _, failure| failure.actual = Some("isik 69901010008: 0.00".into()),
            |_, _, failure| failure.expected = None,
            |_, _, failure| failure.differences[0].actual = Some("0.00".into()),
            |_, _, failure| failure.differences[0].actual = None,
            |_, _, failure| failure.differences[0].expected = Some("250.01".into()),
            |_, _, failure| failure.differences[0].path = "rida 3, veerg „summa“".into(),
            |_, _, failure| failure.differences[0].kind = DifferenceKind::Type,
            |_, _, failure| failure.differences.push(failure.differences[0].clone()),
            |_, _, failure| drop(failure.differences.pop()),
        ];
        let symptoms: std::collections::BTreeSet<_> =
            all.iter().map(|change| of(&case(change)).unwrap()).collect();
        assert_eq!(symptoms.len(), all.len());
    }

    #[test]
    fn of_an_excerpt_the_differences_count_and_without_any_there_is_no_symptom() {
        let cut = |text: &'static str, actual: &'static str| {
            of(&case(move |_, _, failure| {
                as_snapshot(failure, text);
                failure.differences[0].actual = Some(actual.into());
            }))
        };
        assert_eq!(cut("a\n[…]\nb", "0.00"), cut("c\n[…]", "0.00"));
        assert_ne!(cut("a\n[…]\nb", "0.00"), cut("a\n[…]\nb", "0.01"));
        assert_ne!(cut("a\nb", "0.00"), cut("a\nc", "0.00"));
        let none = case(|_, _, failure| {
            as_snapshot(failure, "a\n[…]");
            failure.differences.clear();
        });
        assert_eq!(of(&none), None);
        assert_eq!(of(&Case::default()), None);
    }

    #[test]
    fn the_first_version_never_changes() {
        // A changed computation is a new version, or every waiver covers nothing any more.
        assert_eq!(base(), "581e1d652023b6bc9ccff819d508b05f1df4fb10de97835b743917f46886745a");
    }
}
