//! What the page shows, as plain values for the template.

use std::collections::BTreeMap;

use askama::Template;
use rakis_model::{Outcome, words::Words};

use super::{
    case::CaseView,
    defects::{BadgeView, CaseLink, DefectView, Register, SnapshotView, waiting},
    picture::{LONGEST, PictureView, pictures},
    policy::{CSS, JS, policy},
    tree::{self, SpecificationView},
};
use crate::{
    failure_text::{environment, headline},
    names::{area, linked_id},
    times,
    verdict::{Verdict, delivery_facts, verdict},
    view::View,
    visible::{one_line, visible},
};

/// Above this many scenarios a browser gets slow with the details of all.
const WITH_DETAILS: usize = 3_000;
/// Width of the bar, in its own units.
const BAR: usize = 1_000;

/// The whole page.
#[derive(Template)]
#[template(path = "report.html")]
pub(super) struct Page<'a> {
    words: &'a Words,
    language: &'static str,
    css: &'static str,
    js: &'static str,
    policy: String,
    verdict: Verdict,
    /// Icon and colour of the verdict.
    tone: &'static str,
    project: String,
    run: String,
    fault: Option<String>,
    facts: Vec<(String, String)>,
    counts: Vec<CountView>,
    total: usize,
    bar: usize,
    failures: Vec<FailureRow>,
    defects: Vec<DefectView>,
    snapshots: Vec<(SnapshotView, CaseLink)>,
    pictures: Vec<PictureView>,
    /// That some pictures are not drawn; else empty.
    more_pictures: String,
    longest: u64,
    specifications: Vec<SpecificationView>,
    groups: Vec<GroupView>,
    left_out: bool,
    command: String,
    version: String,
}

/// How many cases ended so.
pub(super) struct CountView {
    /// `failed`, for CSS and the filter.
    pub(super) code: &'static str,
    /// Name of the outcome.
    pub(super) word: String,
    /// Cases.
    pub(super) count: usize,
    /// Both in one phrase.
    pub(super) tally: String,
    /// Where its part of the bar begins.
    pub(super) x: usize,
    /// How wide it is.
    pub(super) width: usize,
}

/// A line of the list of what went wrong.
struct FailureRow {
    number: usize,
    code: &'static str,
    word: String,
    id: String,
    title: String,
    headline: String,
    defects: Vec<BadgeView>,
}

/// The cases of one feature file.
struct GroupView {
    title: String,
    area: String,
    file: String,
    cases: Vec<CaseView>,
}

impl<'a> Page<'a> {
    pub(super) fn new(view: &View<'a>) -> Self {
        let run = view.run;
        let register = Register::new(view);
        let verdict = verdict(view);
        let (pictures, more_pictures) = pictures(view);
        Self {
            words: view.words,
            language: view.words.language().code(),
            css: CSS,
            js: JS,
            policy: policy(),
            tone: code(verdict.tone),
            verdict,
            project: one_line(&run.info.project, 300),
            run: one_line(&run.info.name, 300),
            fault: run.info.fault.as_deref().map(|fault| one_line(fault, 300)),
            facts: facts(view),
            counts: counts(view, run.cases.iter().map(|case| case.outcome)),
            total: run.cases.len(),
            bar: BAR,
            failures: failures(view, &register),
            defects: register.views(view),
            snapshots: waiting(view),
            pictures,
            more_pictures,
            longest: LONGEST,
            specifications: tree::specifications(view),
            groups: groups(view, &register),
            left_out: run.cases.len() > WITH_DETAILS,
            command: one_line(&run.info.command, 1_000),
            version: one_line(&run.info.version, 100),
        }
    }
}

/// Counts of the outcomes that occur, in the order people read them.
pub(super) fn counts(view: &View<'_>, outcomes: impl Iterator<Item = Outcome>) -> Vec<CountView> {
    let mut counted = BTreeMap::new();
    for outcome in outcomes {
        *counted.entry(outcome).or_insert(0_usize) += 1;
    }
    let all: usize = counted.values().sum();
    let order = [
        Outcome::Passed,
        Outcome::UnexpectedPass,
        Outcome::Known,
        Outcome::Failed,
        Outcome::Broken,
        Outcome::Invalid,
        Outcome::Skipped,
        Outcome::NotRun,
    ];
    let mut before = 0;
    let mut views = Vec::new();
    for outcome in order {
        let Some(count) = counted.get(&outcome).copied() else { continue };
        let x = before * BAR / all;
        before += count;
        let width = before * BAR / all - x;
        views.push(CountView {
            code: code(outcome),
            word: view.outcome(outcome),
            count,
            tally: view.tally(outcome, count),
            x,
            width,
        });
    }
    views
}

/// The outcome's name in CSS and JavaScript.
pub(super) const fn code(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Passed => "passed",
        Outcome::Skipped => "skipped",
        Outcome::NotRun => "not-run",
        Outcome::Known => "known",
        Outcome::UnexpectedPass => "unexpected-pass",
        Outcome::Failed => "failed",
        Outcome::Broken => "broken",
        Outcome::Invalid => "invalid",
    }
}

fn facts(view: &View<'_>) -> Vec<(String, String)> {
    let run = view.run;
    let language = view.words.language();
    let took = times::duration(times::between(run.started, run.finished), language);
    [
        ("report-environment", environment(&run.info)),
        ("report-started", times::clock(run.started)),
        ("report-duration", took),
        ("report-scenarios", run.cases.len().to_string()),
        ("report-jobs", run.info.jobs.to_string()),
        ("report-seed", run.info.seed.to_string()),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .chain(delivery_facts(view))
    .map(|(key, value)| (view.word(key), one_line(&value, 500)))
    .collect()
}

fn failures(view: &View<'_>, register: &Register<'_>) -> Vec<FailureRow> {
    let bad = view.run.cases.iter().enumerate().filter(|(_, case)| case.outcome.is_bad());
    bad.map(|(number, case)| FailureRow {
        number,
        code: code(case.outcome),
        word: view.outcome(case.outcome),
        id: one_line(&linked_id(case).unwrap_or_default(), 100),
        title: view.title(case),
        headline: headline(view, case, 400),
        defects: register.badges(view, case),
    })
    .collect()
}

fn groups(view: &View<'_>, register: &Register<'_>) -> Vec<GroupView> {
    let cases = &view.run.cases;
    let details = cases.len() <= WITH_DETAILS;
    let mut files: Vec<(&str, Vec<usize>)> = Vec::new();
    let mut places = BTreeMap::new();
    for (number, case) in cases.iter().enumerate() {
        let at = *places.entry(case.file.as_str()).or_insert_with(|| {
            files.push((&case.file, Vec::new()));
            files.len() - 1
        });
        files[at].1.push(number);
    }
    files
        .into_iter()
        .map(|(file, numbers)| GroupView {
            title: numbers
                .first()
                .map_or_else(String::new, |at| one_line(&cases[*at].feature, 300)),
            area: view.area(area(file).unwrap_or_default()),
            file: visible(file),
            cases: numbers.iter().map(|at| CaseView::new(view, register, *at, details)).collect(),
        })
        .collect()
}
