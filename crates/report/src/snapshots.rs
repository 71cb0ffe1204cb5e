//! Snapshots that a run compared with and that somebody has to look at.

use std::collections::BTreeSet;

use rakis_model::{
    Failure,
    failure::{SnapshotNote, SnapshotStanding},
    record::{Case, Run},
};

use crate::{view::View, visible::one_line};

/// Names are short; what is longer is damaged or hostile.
const LONGEST_NAME: usize = 300;

/// The snapshot of a case's failing check.
pub(crate) fn of_case(case: &Case) -> Option<&SnapshotNote> {
    case.steps.iter().find_map(|step| step.failure.as_ref()?.snapshot.as_ref())
}

/// Those that wait for an approval, each once, with the number of its first case.
pub(crate) fn waiting(run: &Run) -> Vec<(&SnapshotNote, usize)> {
    let mut known = BTreeSet::new();
    let cases = run.cases.iter().enumerate();
    cases
        .filter_map(|(number, case)| Some((of_case(case)?, number)))
        .filter(|(note, _)| note.standing != SnapshotStanding::Differs)
        .filter(|(note, _)| known.insert(note.name.as_str()))
        .collect()
}

/// Its name.
pub(crate) fn name(note: &SnapshotNote) -> String {
    one_line(&note.name, LONGEST_NAME)
}

/// How it stands, in words.
pub(crate) fn standing(view: &View<'_>, note: &SnapshotNote) -> String {
    view.word(match note.standing {
        SnapshotStanding::New => "report-snapshot-new",
        SnapshotStanding::Unapproved => "report-snapshot-unapproved",
        SnapshotStanding::Differs => "report-snapshot-differs",
    })
}

/// The command that shows it and takes the approval.
pub(crate) fn command(view: &View<'_>, note: &SnapshotNote) -> String {
    view.command("review", &name(note))
}

/// Keys of the names of both values as headings: of a check of a snapshot the former and the new.
pub(crate) const fn sides(failure: &Failure) -> [&'static str; 2] {
    match failure.snapshot {
        Some(_) => ["report-former", "report-new"],
        None => ["report-expected", "report-actual"],
    }
}

/// The same within a line.
pub(crate) const fn side_words(failure: &Failure) -> [&'static str; 2] {
    match failure.snapshot {
        Some(_) => ["report-former-word", "report-new-word"],
        None => ["report-expected-word", "report-actual-word"],
    }
}
