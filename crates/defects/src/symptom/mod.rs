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
