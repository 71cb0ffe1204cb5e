//! The defects of the register on the page, and the snapshots to approve.

use rakis_model::{
    Outcome,
    record::{Case, DefectEffect, DefectNote},
};

use super::page::code;
use crate::{
    defects::{self, Met, met},
    names::linked_id,
    snapshots,
    view::View,
    visible::one_line,
};

/// Scenarios named for one effect of one defect; the list of scenarios has all.
const SCENARIOS: usize = 50;

/// A defect in the list of all.
pub(super) struct DefectView {
    pub(super) number: usize,
    pub(super) id: String,
    pub(super) title: String,
    pub(super) facts: Vec<(String, String)>,
    pub(super) effects: Vec<EffectView>,
    pub(super) command: String,
}

/// What the run means for a defect, and in which scenarios.
pub(super) struct EffectView {
    pub(super) code: &'static str,
    pub(super) word: String,
    pub(super) cases: Vec<CaseLink>,
    pub(super) more: String,
}

/// A link to a scenario.
pub(super) struct CaseLink {
    pub(super) number: usize,
    pub(super) id: String,
    pub(super) title: String,
}

/// A defect named at a scenario.
pub(super) struct BadgeView {
    /// Its number in the list of all.
    pub(super) number: usize,
    pub(super) code: &'static str,
    pub(super) id: String,
    pub(super) title: String,
    /// State, owner, effect, waiver.
    pub(super) about: String,
}

/// A snapshot that somebody has to look at.
pub(super) struct SnapshotView {
    pub(super) name: String,
    pub(super) standing: String,
    pub(super) command: String,
}

/// The defects of the run in the order of their list.
pub(super) struct Register<'a> {
    all: Vec<Met<'a>>,
    /// Numbers by id.
    numbers: std::collections::BTreeMap<&'a str, usize>,
}

impl<'a> Register<'a> {
    pub(super) fn new(view: &View<'a>) -> Self {
        let all = met(view.run);
        let numbers =
            all.iter().enumerate().map(|(number, one)| (one.note.defect.as_str(), number));
        Self { numbers: numbers.collect(), all }
    }

    /// Every defect.
    pub(super) fn views(&self, view: &View<'_>) -> Vec<DefectView> {
        let one = |(number, one): (usize, &Met<'_>)| DefectView {
            number,
            id: defects::id(one.note),
            title: defects::title(one.note),
            facts: defects::facts(view, one.note),
            effects: one
                .effects
                .iter()
                .map(|(effect, cases)| shown(view, *effect, cases))
                .collect(),
            command: defects::command(view, one.note),
        };
        self.all.iter().enumerate().map(one).collect()
    }

    /// The defects named at one scenario.
    pub(super) fn badges(&self, view: &View<'_>, case: &Case) -> Vec<BadgeView> {
        let badge = |note: &DefectNote| BadgeView {
            number: self.numbers.get(note.defect.as_str()).copied().unwrap_or_default(),
            code: effect_code(note.effect),
            id: defects::id(note),
            title: defects::title(note),
            about: [
                defects::holder(note),
                view.word(note.effect.key()),
                defects::waiver(view, note),
            ]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
        };
        case.defects.iter().map(badge).collect()
    }
}

impl SnapshotView {
    pub(super) fn new(view: &View<'_>, note: &rakis_model::failure::SnapshotNote) -> Self {
        Self {
            name: snapshots::name(note),
            standing: snapshots::standing(view, note),
            command: snapshots::command(view, note),
        }
    }
}

/// The snapshots that wait for an approval, each with a link to its first scenario.
pub(super) fn waiting(view: &View<'_>) -> Vec<(SnapshotView, CaseLink)> {
    let waiting = snapshots::waiting(view.run).into_iter();
    waiting.map(|(note, number)| (SnapshotView::new(view, note), link(view, number))).collect()
}

fn shown(view: &View<'_>, effect: DefectEffect, cases: &[usize]) -> EffectView {
    EffectView {
        code: effect_code(effect),
        word: view.word(effect.key()),
        cases: cases.iter().take(SCENARIOS).map(|at| link(view, *at)).collect(),
        more: match cases.len().saturating_sub(SCENARIOS) {
            0 => String::new(),
            more => view.words.count("report-more-scenarios", more),
        },
    }
}

/// A scenario as a link to it.
pub(super) fn link(view: &View<'_>, number: usize) -> CaseLink {
    let case = &view.run.cases[number];
    CaseLink {
        number,
        id: one_line(&linked_id(case).unwrap_or_default(), 100),
        title: view.title(case),
    }
}

/// In whose colour an effect is told: that of the outcome it goes with.
const fn effect_code(effect: DefectEffect) -> &'static str {
    code(match effect {
        DefectEffect::Known => Outcome::Known,
        DefectEffect::UnexpectedPass => Outcome::UnexpectedPass,
        DefectEffect::RetestPassed | DefectEffect::Closed => Outcome::Passed,
        DefectEffect::OlderBuild => Outcome::Skipped,
        DefectEffect::Opened
        | DefectEffect::Seen
        | DefectEffect::NotCovered
        | DefectEffect::WaiverExpired
        | DefectEffect::Reopened
        | DefectEffect::Masked => Outcome::Failed,
    })
}
