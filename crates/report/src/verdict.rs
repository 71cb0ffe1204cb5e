//! The verdict of a run in one sentence.

use std::collections::BTreeSet;

use rakis_model::{
    Exit, Message, Outcome,
    record::{DefectEffect, Judgement},
};

use crate::{
    defects::{BY_URGENCY, met},
    snapshots,
    view::View,
    visible::one_line,
};

/// So much of the register's head is told: enough to compare by eye, and to find it.
const HEAD_SHOWN: usize = 12;

/// What a run means for acceptance, in words.
#[derive(Debug)]
pub(crate) struct Verdict {
    /// In whose colour it is told: passed, known (passed with remarks), or failed.
    pub(crate) tone: Outcome,
    /// One sentence without a full stop.
    pub(crate) sentence: String,
    /// What the reader must know beside it: what was left out, what proves nothing.
    pub(crate) notes: Vec<String>,
}

/// The verdict by [`rakis_model::record::Run::exit`], the one function that decides it. A run with
/// known defects or unexpected passes never reads as simply passed.
pub(crate) fn verdict(view: &View<'_>) -> Verdict {
    let (run, words) = (view.run, view.words);
    let with = |key, counts| words.text(&Message::new(key).with("counts", counts));
    let with_counts = |key, alone| match counts(view, &AGAINST) {
        empty if empty.is_empty() => words.word(alone),
        counts => with(key, counts),
    };
    let (exit, known) = (run.exit(), run.count(Outcome::Known));
    let remarks = known > 0 || run.count(Outcome::UnexpectedPass) > 0;
    let sentence = match exit {
        Exit::Passed if remarks => with("report-verdict-remarks", counts(view, &REMARKS)),
        Exit::Passed if run.count(Outcome::Skipped) == 0 => {
            words.count("report-verdict-passed", run.count(Outcome::Passed))
        }
        Exit::Passed => words.count("report-verdict-passed-run", run.count(Outcome::Passed)),
        Exit::Interrupted => with_counts("report-verdict-interrupted", "report-verdict-cut-off"),
        Exit::Failed if run.count(Outcome::Failed) == 0 && known > 0 => {
            words.count("report-verdict-only-known", known)
        }
        Exit::Failed => with_counts("report-verdict-failed", "report-verdict-nothing"),
        Exit::Broken | Exit::Invalid | Exit::Usage | Exit::OutOfSync | Exit::Differences => {
            with_counts("report-verdict-undecided", "report-verdict-nothing")
        }
    };
    let tone = match exit {
        Exit::Passed if remarks => Outcome::Known,
        Exit::Passed => Outcome::Passed,
        _ => Outcome::Failed,
    };
    Verdict { tone, sentence, notes: notes(view) }
}

/// Places of personal codes that the verdict names; the record has all.
const SPOTS: usize = 5;

/// What stands against acceptance.
const AGAINST: [(Outcome, &str); 4] = [
    (Outcome::Failed, "report-count-failed"),
    (Outcome::Broken, "report-count-broken"),
    (Outcome::Invalid, "report-count-invalid"),
    (Outcome::NotRun, "report-count-not-run"),
];

/// What a run that passed with remarks consists of.
const REMARKS: [(Outcome, &str); 3] = [
    (Outcome::Passed, "report-count-passed"),
    (Outcome::Known, "report-count-known"),
    (Outcome::UnexpectedPass, "report-count-unexpected-pass"),
];

/// `2 stsenaariumi ebaõnnestus, 1 stsenaarium katkes`
fn counts(view: &View<'_>, outcomes: &[(Outcome, &'static str)]) -> String {
    let counted: Vec<String> = outcomes
        .iter()
        .map(|(outcome, key)| (view.run.count(*outcome), *key))
        .filter(|(count, _)| *count > 0)
        .map(|(count, key)| view.words.count(key, count))
        .collect();
    counted.join(", ")
}

fn notes(view: &View<'_>) -> Vec<String> {
    let run = view.run;
    [
        ("report-note-skipped", run.count(Outcome::Skipped)),
        ("report-note-suspect", suspects(view)),
        ("report-note-known", run.count(Outcome::Known)),
        ("report-note-unexpected-pass", run.count(Outcome::UnexpectedPass)),
        ("report-note-snapshots", snapshots::waiting(run).len()),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(key, count)| view.words.count(key, count))
    .chain(defects(view))
    .chain(personal_data(view))
    .collect()
}

/// Where personal codes outside the synthetic register were met; never which.
fn personal_data(view: &View<'_>) -> Option<String> {
    let spots = view.run.personal_data_by_place();
    let count: usize = spots.iter().map(|spot| spot.count).sum();
    let mut places: Vec<String> =
        spots.iter().take(SPOTS).map(|spot| one_line(&view.words.text(&spot.place), 200)).collect();
    if spots.len() > SPOTS {
        places.push("…".to_owned());
    }
    let note = Message::new("report-note-personal-data").with("count", count);
    (count > 0).then(|| view.words.text(&note.with("places", places.join("; "))))
}

/// How many requirements prove nothing.
fn suspects(view: &View<'_>) -> usize {
    let requirements = view.run.cases.iter().filter_map(|case| view.index.requirement(case));
    let suspects = requirements.filter(|requirement| requirement.suspect);
    suspects.map(|requirement| requirement.id.as_str()).collect::<BTreeSet<_>>().len()
}

/// `Vead registris: avati uuesti – 1; uus viga – 2.`; those that outcomes count are not
/// told again.
fn defects(view: &View<'_>) -> Option<String> {
    let all = met(view.run);
    let told: Vec<String> = BY_URGENCY
        .into_iter()
        .filter(|effect| !matches!(effect, DefectEffect::Known | DefectEffect::UnexpectedPass))
        .map(|effect| (effect, all.iter().filter(|one| !one.cases(effect).is_empty()).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(effect, count)| format!("{} – {count}", view.word(effect.key())))
        .collect();
    (!told.is_empty()).then(|| {
        let note = Message::new("report-note-defects").with("counts", told.join("; "));
        view.words.text(&note)
    })
}

/// What was delivered, and what the register of defects holds of the run: key of the label, value.
/// Empty values are left out.
pub(crate) fn delivery_facts(view: &View<'_>) -> Vec<(&'static str, String)> {
    let info = &view.run.info;
    [
        ("report-delivery", one_line(info.delivery.as_deref().unwrap_or_default(), 200)),
        ("report-build", one_line(info.build.as_deref().unwrap_or_default(), 200)),
        (
            "report-register",
            view.run.judgement.as_ref().map(|one| register(view, one)).unwrap_or_default(),
        ),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .collect()
}

/// Was the run recorded, in which register, and what its chain of events ends in.
fn register(view: &View<'_>, judgement: &Judgement) -> String {
    let key = match judgement.recorded {
        true => "report-register-recorded",
        false => "report-register-compared",
    };
    let head: String = judgement.head.chars().take(HEAD_SHOWN).collect();
    let head = match one_line(&head, HEAD_SHOWN) {
        empty if empty.is_empty() => "–".to_owned(),
        head => head,
    };
    let message = Message::new(key)
        .with("register", one_line(&judgement.register, 300))
        .with("count", judgement.events)
        .with("head", head);
    view.words.text(&message)
}
