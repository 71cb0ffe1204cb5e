//! Snapshots that a run compared with and that somebody has to look at.

use rakis_model::{
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
    let mut waiting: Vec<(&SnapshotNote, usize)> = Vec::new();
    for (number, case) in run.cases.iter().enumerate() {
        let Some(note) = of_case(case) else { continue };
        let known = waiting.iter().any(|(known, _)| known.name == note.name);
        if note.standing != SnapshotStanding::Differs && !known {
            waiting.push((note, number));
        }
    }
    waiting
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

/// Keys of the names of both values: of a check of a snapshot the former and the new text.
pub(crate) const fn sides(snapshot: bool) -> [&'static str; 2] {
    match snapshot {
        true => ["report-former", "report-new"],
        false => ["report-expected", "report-actual"],
    }
}
