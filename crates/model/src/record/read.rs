//! From a stream of messages to a [`Run`].

use std::{
    collections::{BTreeMap, BTreeSet},
    io::BufRead,
};

use super::{Case, JUDGEMENT_MEDIA_TYPE, Judgement, Run, StepRun, StepStatus, info};
use crate::{
    Failure, FailureKind, Message, Outcome,
    distribution::DISTRIBUTION_MEDIA_TYPE,
    failure::{EXCHANGE_MEDIA_TYPE, FAILURE_MEDIA_TYPE},
    messages::{
        Attachment, Envelope, Examples, Feature, FeatureChild, Pickle, PickleStep, RuleChild,
        Scenario, Status, Step, TableRow, TestCase, TestStepFinished, Time,
    },
};

/// Why a record cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The file cannot be read.
    #[error("{0}")]
    Io(#[from] std::io::Error),
    /// A line is no message. The last line may be cut off by a crash; that one is forgiven.
    #[error("line {line}: {reason}")]
    Line {
        /// Line from 1.
        line: usize,
        /// What the reader says.
        reason: String,
    },
    /// The stream has no run in it.
    #[error("no run in the record")]
    NoRun,
}

impl ReadError {
    /// In the user's words.
    pub fn message(&self) -> Message {
        match self {
            Self::Io(error) => Message::new("record-io").with("reason", error),
            Self::Line { line, reason } => {
                Message::new("record-line").with("line", line).with("reason", reason)
            }
            Self::NoRun => Message::new("record-no-run"),
        }
    }
}

impl Run {
    /// Reads a record. A record cut off in the middle reads too: what had not ended is not run.
    ///
    /// # Errors
    /// When it cannot be read, a line in it is no message, or there is no run in it.
    pub fn read(mut input: impl BufRead) -> Result<Self, ReadError> {
        let mut reader = Reader::default();
        let mut line = String::new();
        let mut broken: Option<ReadError> = None;
        for number in 1.. {
            line.clear();
            if input.read_line(&mut line)? == 0 {
                break;
            }
            if let Some(error) = broken.take() {
                return Err(error);
            }
            match serde_json::from_str::<Envelope>(&line) {
                Ok(envelope) => reader.take(envelope),
                Err(error) => {
                    broken = Some(ReadError::Line { line: number, reason: error.to_string() });
                }
            }
        }
        reader.finish()
    }
}

/// Where a node of a feature stands, and what is above it.
#[derive(Clone, Default)]
struct Home {
    feature: String,
    rule: Option<String>,
    /// For a row of examples: its number and values.
    example: Option<(usize, Vec<(String, String)>)>,
}

#[derive(Default)]
struct Reader {
    run: Run,
    begun: bool,
    ended: bool,
    last: Time,
    homes: BTreeMap<String, Home>,
    steps: BTreeMap<String, (String, usize)>,
    /// Sentences of the definitions by their ids.
    definitions: BTreeMap<String, String>,
    judgement: Option<Judgement>,
    pickles: BTreeMap<String, usize>,
    test_cases: BTreeMap<String, usize>,
    /// Index of each test step within its case.
    test_steps: BTreeMap<String, usize>,
    attempts: BTreeMap<String, usize>,
    finished: Vec<bool>,
    /// Steps that have a result, by case and position.
    told: BTreeSet<(usize, usize)>,
}

impl Reader {
    fn take(&mut self, envelope: Envelope) {
        match envelope {
            Envelope::GherkinDocument(document) => {
                if let Some(feature) = document.feature {
                    self.feature(&feature);
                }
            }
            Envelope::Pickle(pickle) => self.pickle(pickle),
            Envelope::TestRunStarted(started) => {
                self.begun = true;
                self.run.started = started.timestamp;
                self.last = started.timestamp;
            }
            Envelope::StepDefinition(definition) => {
                self.definitions.insert(definition.id, definition.pattern.source);
            }
            Envelope::TestCase(case) => self.test_case(case),
            Envelope::TestCaseStarted(started) => {
                self.last = started.timestamp;
                let Some(&index) = self.test_cases.get(&started.test_case_id) else { return };
                self.attempts.insert(started.id, index);
                let case = &mut self.run.cases[index];
                case.started = started.timestamp;
                case.worker = started.worker_id;
            }
            Envelope::TestStepFinished(finished) => self.step_finished(finished),
            Envelope::Attachment(attachment) => self.attachment(&attachment),
            Envelope::TestCaseFinished(finished) => {
                self.last = finished.timestamp;
                let Some(&index) = self.attempts.get(&finished.test_case_started_id) else {
                    return;
                };
                let case = &mut self.run.cases[index];
                case.duration = Time::from_nanos(finished.timestamp.nanos() - case.started.nanos());
                self.finished[index] = true;
            }
            Envelope::TestRunFinished(finished) => {
                self.last = finished.timestamp;
                self.ended = true;
            }
            Envelope::Meta(_)
            | Envelope::Source(_)
            | Envelope::ParseError(_)
            | Envelope::TestStepStarted(_) => {}
        }
    }

    fn feature(&mut self, feature: &Feature) {
        let home = Home { feature: feature.name.clone(), ..Home::default() };
        for child in &feature.children {
            match child {
                FeatureChild::Background(background) => self.steps(&background.steps),
                FeatureChild::Scenario(scenario) => self.scenario(scenario, &home),
                FeatureChild::Rule(rule) => {
                    let home = Home { rule: Some(rule.name.clone()), ..home.clone() };
                    for child in &rule.children {
                        match child {
                            RuleChild::Background(background) => self.steps(&background.steps),
                            RuleChild::Scenario(scenario) => self.scenario(scenario, &home),
                        }
                    }
                }
            }
        }
    }

    fn scenario(&mut self, scenario: &Scenario, home: &Home) {
        self.homes.insert(scenario.id.clone(), home.clone());
        self.steps(&scenario.steps);
        let rows = scenario.examples.iter().flat_map(rows);
        for (number, (header, row)) in rows.enumerate() {
            let names = header.cells.iter().map(|cell| cell.value.clone());
            let values = row.cells.iter().map(|cell| cell.value.clone());
            let example = Some((number + 1, names.zip(values).collect()));
            self.homes.insert(row.id.clone(), Home { example, ..home.clone() });
        }
    }

    fn steps(&mut self, steps: &[Step]) {
        for step in steps {
            let keyword = step.keyword.trim().to_owned();
            self.steps.insert(step.id.clone(), (keyword, step.location.line));
        }
    }

    fn pickle(&mut self, pickle: Pickle) {
        let home = pickle.ast_node_ids.iter().rev().find_map(|id| self.homes.get(id)).cloned();
        let home = home.unwrap_or_default();
        let tags: Vec<String> = pickle.tags.into_iter().map(|tag| tag.name).collect();
        let linked = |prefix: &str| {
            tags.iter().rev().find_map(|tag| tag.strip_prefix(prefix)).map(str::to_owned)
        };
        let (example, example_values) =
            home.example.map_or((None, Vec::new()), |(n, v)| (Some(n), v));
        self.pickles.insert(pickle.id, self.run.cases.len());
        self.finished.push(false);
        self.run.cases.push(Case {
            file: pickle.uri,
            line: pickle.location.map_or(0, |location| location.line),
            feature: home.feature,
            rule: home.rule,
            name: pickle.name,
            example,
            example_values,
            requirement: linked("@req-"),
            criterion: linked("@kriteerium-"),
            outcome: Outcome::NotRun,
            steps: pickle.steps.into_iter().map(|step| self.step(step)).collect(),
            tags,
            ..Case::default()
        });
    }

    fn step(&self, step: PickleStep) -> StepRun {
        let node = step.ast_node_ids.first().and_then(|id| self.steps.get(id));
        let (keyword, line) = node.cloned().unwrap_or_default();
        let argument = step.argument.unwrap_or_default();
        let table = argument.data_table.map_or_else(Vec::new, |table| {
            let cells = |row: crate::messages::PickleTableRow| {
                row.cells.into_iter().map(|cell| cell.value).collect()
            };
            table.rows.into_iter().map(cells).collect()
        });
        StepRun {
            keyword,
            line,
            text: step.text,
            table,
            doc_string: argument.doc_string.map(|block| block.content),
            ..StepRun::default()
        }
    }

    fn test_case(&mut self, case: TestCase) {
        let Some(&index) = self.pickles.get(&case.pickle_id) else { return };
        for (position, step) in case.test_steps.into_iter().enumerate() {
            let definition = step.step_definition_ids.iter().flatten().next();
            let sentence = definition.and_then(|id| self.definitions.get(id)).cloned();
            if let Some(step) = self.run.cases[index].steps.get_mut(position) {
                step.definition = sentence;
            }
            self.test_steps.insert(step.id, position);
        }
        self.test_cases.insert(case.id, index);
    }

    fn step_at(&mut self, attempt: Option<&String>, step: Option<&String>) -> Option<&mut StepRun> {
        let index = *self.attempts.get(attempt?)?;
        let position = *self.test_steps.get(step?)?;
        self.run.cases[index].steps.get_mut(position)
    }

    fn step_finished(&mut self, finished: TestStepFinished) {
        self.last = finished.timestamp;
        let ids = (Some(&finished.test_case_started_id), Some(&finished.test_step_id));
        if let (Some(&case), Some(&step)) = (
            self.attempts.get(&finished.test_case_started_id),
            self.test_steps.get(&finished.test_step_id),
        ) {
            self.told.insert((case, step));
        }
        let Some(step) = self.step_at(ids.0, ids.1) else { return };
        let result = finished.test_step_result;
        step.duration = result.duration;
        step.status = match result.status {
            Status::Passed => StepStatus::Passed,
            Status::Skipped => StepStatus::Skipped,
            Status::Failed
            | Status::Undefined
            | Status::Ambiguous
            | Status::Pending
            | Status::Unknown => StepStatus::Failed,
        };
        if step.status == StepStatus::Failed && step.failure.is_none() {
            // A failure whose data is missing is never read as anything milder than invalid.
            let words = result.message.unwrap_or_default();
            step.failure = Some(Failure::new(
                FailureKind::Invalid,
                Message::new("failure-untyped").with("reason", words),
            ));
        }
    }

    fn attachment(&mut self, attachment: &Attachment) {
        let body = &attachment.body;
        if attachment.media_type == info::RUN_INFO_MEDIA_TYPE {
            self.run.info = serde_json::from_str(body).unwrap_or_default();
            return;
        }
        if attachment.media_type == JUDGEMENT_MEDIA_TYPE {
            self.judgement = serde_json::from_str(body).ok();
            return;
        }
        let ids = (attachment.test_case_started_id.as_ref(), attachment.test_step_id.as_ref());
        let Some(step) = self.step_at(ids.0, ids.1) else { return };
        match attachment.media_type.as_str() {
            FAILURE_MEDIA_TYPE => step.failure = info::read_failure(body),
            EXCHANGE_MEDIA_TYPE => step.exchanges.extend(serde_json::from_str(body).ok()),
            DISTRIBUTION_MEDIA_TYPE => step.distributions.extend(serde_json::from_str(body).ok()),
            _ => {}
        }
    }

    fn finish(mut self) -> Result<Run, ReadError> {
        if !self.begun {
            return Err(ReadError::NoRun);
        }
        for (index, case) in self.run.cases.iter_mut().enumerate() {
            if self.finished[index] {
                // A step without a result: the record is damaged, and proves nothing.
                let complete = (0..case.steps.len()).all(|step| self.told.contains(&(index, step)));
                case.outcome = if complete { outcome(case) } else { Outcome::Invalid };
            }
        }
        self.run.cut_off = !self.ended;
        self.run.finished = self.last;
        if let Some(judgement) = self.judgement {
            self.run.judge(judgement);
        }
        Ok(self.run)
    }
}

/// The outcome of a finished case: the worst of its steps; no step carried out is never a pass.
fn outcome(case: &Case) -> Outcome {
    if let Some(failure) = case.steps.iter().find_map(|step| step.failure.as_ref()) {
        return failure.kind.outcome();
    }
    let all = |status| case.steps.iter().all(|step| step.status == status);
    match (case.steps.is_empty(), all(StepStatus::Passed), all(StepStatus::Skipped)) {
        (false, true, _) => Outcome::Passed,
        (false, _, true) => Outcome::Skipped,
        // A scenario without steps, or one that skipped some without a failure: no run of ours.
        _ => Outcome::Invalid,
    }
}

fn rows(examples: &Examples) -> impl Iterator<Item = (&TableRow, &TableRow)> {
    examples
        .table_header
        .iter()
        .flat_map(|header| examples.table_body.iter().map(move |row| (header, row)))
}
