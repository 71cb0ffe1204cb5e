//! The run record: what a run leaves behind, and the only thing reports are made of.
//!
//! `run.ndjson` is a stream of Cucumber Messages. What Messages have no place for travels as
//! attachments: one [`RunInfo`] for the run, a [`Failure`], [`Exchange`]s and [`Distribution`]s for
//! steps.

mod info;
mod judgement;
mod personal_data;
mod read;

use crate::{Distribution, Exchange, Failure, Outcome, messages::Time};

pub use info::{
    CriterionInfo, EnvironmentInfo, RUN_INFO_MEDIA_TYPE, RequirementInfo, RunInfo,
    SpecificationInfo,
};
pub use judgement::{DefectEffect, DefectNote, JUDGEMENT_MEDIA_TYPE, Judgement};
pub use personal_data::{Finding, Spot};
pub use read::ReadError;

/// A whole run, as reports see it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// What was run, where, against which requirements.
    pub info: RunInfo,
    /// When it began.
    pub started: Time,
    /// When it ended; the last event's time when it was cut off.
    pub finished: Time,
    /// Was it cut off before its end (Ctrl-C, a crash)?
    pub cut_off: bool,
    /// Every scenario in the order of files and lines, examples each by itself.
    pub cases: Vec<Case>,
    /// What the register of defects says of this run; absent when it was not asked.
    pub judgement: Option<Judgement>,
}

/// One scenario, or one example of an outline, in a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    /// File, relative to the project.
    pub file: String,
    /// Line of the scenario or of the example's row.
    pub line: usize,
    /// Name of the feature.
    pub feature: String,
    /// Name of the rule, if it stands in one.
    pub rule: Option<String>,
    /// Name of the scenario, examples filled in.
    pub name: String,
    /// Number of the example from 1, counted over all tables of the outline.
    pub example: Option<usize>,
    /// Column names and values of the example's row.
    pub example_values: Vec<(String, String)>,
    /// Tags with `@`, inherited ones included.
    pub tags: Vec<String>,
    /// Id of the requirement (`@req-…`), if linked.
    pub requirement: Option<String>,
    /// Id of the criterion within it (`@kriteerium-…`), if linked.
    pub criterion: Option<String>,
    /// How it ended.
    pub outcome: Outcome,
    /// When it began.
    pub started: Time,
    /// How long it took.
    pub duration: Time,
    /// Which worker ran it.
    pub worker: Option<String>,
    /// Its steps, backgrounds first.
    pub steps: Vec<StepRun>,
    /// What the register of defects says of it, newest run only.
    pub defects: Vec<DefectNote>,
}

/// One step of a [`Case`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepRun {
    /// Keyword as written, without trailing space.
    pub keyword: String,
    /// The sentence, examples filled in.
    pub text: String,
    /// Table rows.
    pub table: Vec<Vec<String>>,
    /// Text block.
    pub doc_string: Option<String>,
    /// Line in the file.
    pub line: usize,
    /// The sentence it is defined by, holes open: `taotlus on {string}`.
    pub definition: Option<String>,
    /// How it ended.
    pub status: StepStatus,
    /// How long it took.
    pub duration: Time,
    /// Why it did not hold.
    pub failure: Option<Failure>,
    /// What was sent and answered, in order.
    pub exchanges: Vec<Exchange>,
    /// What it lets people see the shape of.
    pub distributions: Vec<Distribution>,
}

/// How a step ended, as reports tell it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StepStatus {
    /// It held.
    Passed,
    /// It did not.
    Failed,
    /// Not run.
    #[default]
    Skipped,
}

impl Run {
    /// How many cases ended so.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.cases.iter().filter(|case| case.outcome == outcome).count()
    }

    /// The exit code of a run: the one verdict function (design page §5, exit codes).
    ///
    /// An interrupted run is no judgement, whatever it found so far. Then invalid outweighs
    /// broken, and broken failed: a run that could not judge must not read as a judgement. A run
    /// in which nothing was carried out is never a pass, and a known defect never makes one: it
    /// does not stand against the scenarios that passed, but alone it is a failure.
    pub fn exit(&self) -> crate::Exit {
        let any = |outcome| self.count(outcome) > 0;
        if self.cut_off {
            crate::Exit::Interrupted
        } else if any(Outcome::Invalid) {
            crate::Exit::Invalid
        } else if any(Outcome::Broken) {
            crate::Exit::Broken
        } else if any(Outcome::Failed) {
            crate::Exit::Failed
        } else if any(Outcome::NotRun) {
            crate::Exit::Interrupted
        } else if any(Outcome::Passed) || any(Outcome::UnexpectedPass) {
            crate::Exit::Passed
        } else if any(Outcome::Known) {
            crate::Exit::Failed
        } else {
            crate::Exit::Invalid
        }
    }
}

impl Case {
    /// The failing step, if any.
    pub fn failing_step(&self) -> Option<&StepRun> {
        self.steps.iter().find(|step| step.status == StepStatus::Failed)
    }

    /// How to run it again: `features/rights/star.feature:24`.
    pub fn address(&self) -> String {
        format!("{}:{}", self.file, self.line)
    }
}
