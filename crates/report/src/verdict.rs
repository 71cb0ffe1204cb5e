//! The verdict of a run in one sentence.

use rakis_model::{Exit, Message, Outcome};

use crate::view::View;

/// What a run means for acceptance, in words.
#[derive(Debug)]
pub(crate) struct Verdict {
    /// Did the run pass?
    pub(crate) good: bool,
    /// One sentence without a full stop.
    pub(crate) sentence: String,
    /// What the reader must know beside it: what was left out, what proves nothing.
    pub(crate) notes: Vec<String>,
}

/// The verdict by [`rakis_model::record::Run::exit`], the one function that decides it.
pub(crate) fn verdict(view: &View<'_>) -> Verdict {
    let (run, words) = (view.run, view.words);
    let counts = counts(view);
    let with_counts = |key, alone| match counts.is_empty() {
        true => words.word(alone),
        false => words.text(&Message::new(key).with("counts", &counts)),
    };
    let exit = run.exit();
    let sentence = match exit {
        Exit::Passed if run.count(Outcome::Skipped) == 0 => {
            words.count("report-verdict-passed", run.count(Outcome::Passed))
        }
        Exit::Passed => words.count("report-verdict-passed-run", run.count(Outcome::Passed)),
        Exit::Interrupted => with_counts("report-verdict-interrupted", "report-verdict-cut-off"),
        Exit::Failed => with_counts("report-verdict-failed", "report-verdict-nothing"),
        Exit::Broken | Exit::Invalid | Exit::Usage | Exit::OutOfSync | Exit::Differences => {
            with_counts("report-verdict-undecided", "report-verdict-nothing")
        }
    };
    Verdict { good: exit == Exit::Passed, sentence, notes: notes(view) }
}

/// `2 stsenaariumi ebaõnnestus, 1 stsenaarium katkes`: what stands against acceptance.
fn counts(view: &View<'_>) -> String {
    let counted: Vec<String> = [
        (Outcome::Failed, "report-count-failed"),
        (Outcome::Broken, "report-count-broken"),
        (Outcome::Invalid, "report-count-invalid"),
        (Outcome::NotRun, "report-count-not-run"),
    ]
    .into_iter()
    .map(|(outcome, key)| (view.run.count(outcome), key))
    .filter(|(count, _)| *count > 0)
    .map(|(count, key)| view.words.count(key, count))
    .collect();
    counted.join(", ")
}

fn notes(view: &View<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    let skipped = view.run.count(Outcome::Skipped);
    if skipped > 0 {
        notes.push(view.words.count("report-note-skipped", skipped));
    }
    let mut suspects: Vec<&str> = view
        .run
        .cases
        .iter()
        .filter_map(|case| view.index.requirement(case))
        .filter(|requirement| requirement.suspect)
        .map(|requirement| requirement.id.as_str())
        .collect();
    suspects.sort_unstable();
    suspects.dedup();
    if !suspects.is_empty() {
        notes.push(view.words.count("report-note-suspect", suspects.len()));
    }
    notes
}
