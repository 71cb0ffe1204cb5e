//! Carrying out a plan: several scenarios at once, each on its own thread's runtime, everything
//! told in the order it happens.

use std::{
    io,
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    time::{Duration, Instant},
};

use rakis_model::{
    Exchange, Failure,
    failure::{EXCHANGE_MEDIA_TYPE, FAILURE_MEDIA_TYPE},
    messages::{
        Attachment, Envelope, Exception, Meta, Product, SourceReference, SourceText, Status,
        StepDefinition, StepDefinitionPattern, TestCase, TestCaseFinished, TestCaseStarted,
        TestRunFinished, TestRunStarted, TestStep, TestStepFinished, TestStepResult,
        TestStepStarted, Time,
    },
    record::{RUN_INFO_MEDIA_TYPE, RunInfo},
    words::Words,
};
use tokio::sync::watch;

use crate::{
    Catalogue, Plan, Planned,
    job::{self, Limits, StepEnd},
};

/// In which order scenarios start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// As files and lines go.
    Files,
    /// Shuffled by the seed.
    Shuffled,
}

/// How a run is carried out.
#[derive(Clone, Debug)]
pub struct Options {
    /// Scenarios at once, at least 1.
    pub jobs: usize,
    /// A step may take this long.
    pub step_limit: Duration,
    /// A scenario may take this long.
    pub scenario_limit: Duration,
    /// Order of scenarios.
    pub order: Order,
    /// The clock: nanoseconds since 1970.
    pub now: fn() -> i128,
}

/// Has somebody asked to stop?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// No.
    No,
    /// Start nothing new, finish what runs.
    Soon,
    /// Break off what runs.
    Now,
}

/// Makes a world for a scenario with these tags.
pub type WorldMaker<W> = Box<dyn Fn(&[String]) -> W + Send + Sync>;

/// How scenarios meet their world.
pub struct Harness<W> {
    /// A fresh world for a scenario with these tags.
    pub world: WorldMaker<W>,
    /// What the world's last step sent and got.
    pub exchanges: fn(&mut W) -> Vec<Exchange>,
    /// Asked after the last step held: is something left that no step looked at?
    pub finish: fn(&mut W) -> Option<Failure>,
}

impl<W> std::fmt::Debug for Harness<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Harness")
    }
}

/// What the record says of the run as a whole.
#[derive(Debug)]
pub struct RunMeta<'a> {
    /// What is run, where, against what.
    pub info: RunInfo,
    /// The words failures are told in, for readers of Messages that know nothing of rakis.
    pub words: &'a Words,
}

const RUN_ID: &str = "run";

/// Carries out the plan and hands every message to `emit` as it happens.
///
/// # Errors
/// What `emit` returns (a full disk); what runs is then finished, nothing new begins.
pub fn run<W: 'static>(
    plan: &Plan<W>,
    catalogue: &Catalogue<W>,
    harness: &Harness<W>,
    options: &Options,
    meta: &RunMeta<'_>,
    stop: &watch::Receiver<Stop>,
    emit: &mut dyn FnMut(Envelope) -> io::Result<()>,
) -> io::Result<()> {
    job::quiet_panics();
    let clock = Clock { base: (options.now)(), began: Instant::now() };
    head(plan, catalogue, &clock, meta, emit)?;
    let order = order(plan.len(), options.order, meta.info.seed);
    let next = AtomicUsize::new(0);
    let shared = Shared { plan, harness, options, clock, words: meta.words, order, next };
    let mut success = true;
    let mut written = Ok(());
    std::thread::scope(|scope| {
        let (events, inbox) = mpsc::channel::<Envelope>();
        for number in 0..options.jobs.clamp(1, plan.len().max(1)) {
            let (events, stop, shared) = (events.clone(), stop.clone(), &shared);
            let name = format!("{}-{}", job::THREAD_NAME, number + 1);
            let worker = std::thread::Builder::new().name(name);
            // A thread that cannot start leaves its share to the others; with none, all is "not run".
            let _ = worker.spawn_scoped(scope, move || shared.work(number + 1, stop, &events));
        }
        drop(events);
        for envelope in inbox {
            if let Envelope::TestStepFinished(step) = &envelope {
                success &= step.test_step_result.status != Status::Failed;
            }
            if written.is_ok() {
                written = emit(envelope);
                if written.is_err() {
                    shared.next.store(plan.len(), Ordering::SeqCst);
                }
            }
        }
    });
    written?;
    if *stop.borrow() != Stop::No {
        // No end is written: a record without one reads as cut off.
        return Ok(());
    }
    emit(Envelope::TestRunFinished(TestRunFinished {
        success,
        timestamp: shared.clock.now(),
        test_run_started_id: Some(RUN_ID.to_owned()),
        message: None,
    }))
}

/// One clock for the whole run: the wall's at its start, then never backwards.
#[derive(Clone, Copy)]
struct Clock {
    base: i128,
    began: Instant,
}

impl Clock {
    fn now(&self) -> Time {
        let passed = i128::try_from(self.began.elapsed().as_nanos()).unwrap_or_default();
        Time::from_nanos(self.base + passed)
    }
}

fn head<W>(
    plan: &Plan<W>,
    catalogue: &Catalogue<W>,
    clock: &Clock,
    meta: &RunMeta<'_>,
    emit: &mut dyn FnMut(Envelope) -> io::Result<()>,
) -> io::Result<()> {
    emit(Envelope::Meta(this_program(&meta.info.version)))?;
    for feature in &plan.features {
        emit(Envelope::Source(SourceText {
            uri: feature.source.name.clone(),
            data: feature.source.text.clone(),
            media_type: "text/x.cucumber.gherkin+plain".to_owned(),
        }))?;
        emit(Envelope::GherkinDocument(feature.document.clone()))?;
        for pickle in &feature.pickles {
            emit(Envelope::Pickle(pickle.clone()))?;
        }
    }
    for index in used_definitions(plan) {
        emit(Envelope::StepDefinition(definition(catalogue, index)))?;
    }
    emit(Envelope::TestRunStarted(TestRunStarted {
        timestamp: clock.now(),
        id: Some(RUN_ID.to_owned()),
    }))?;
    emit(Envelope::Attachment(Attachment {
        body: json(&meta.info),
        content_encoding: "IDENTITY".to_owned(),
        media_type: RUN_INFO_MEDIA_TYPE.to_owned(),
        test_run_started_id: Some(RUN_ID.to_owned()),
        ..Attachment::default()
    }))?;
    for (number, planned) in plan.scenarios.iter().enumerate() {
        emit(Envelope::TestCase(test_case(plan, number, planned)))?;
    }
    Ok(())
}

fn this_program(version: &str) -> Meta {
    let product = |name: &str, version: Option<&str>| Product {
        name: name.to_owned(),
        version: version.map(str::to_owned),
    };
    Meta {
        protocol_version: "32.0.0".to_owned(),
        implementation: product("rakis", Some(version)),
        runtime: product("rust", None),
        os: product(std::env::consts::OS, None),
        cpu: product(std::env::consts::ARCH, None),
    }
}

fn used_definitions<W>(plan: &Plan<W>) -> std::collections::BTreeSet<usize> {
    plan.scenarios
        .iter()
        .flat_map(|planned| planned.steps.iter().map(|step| step.definition))
        .collect()
}

fn definition<W>(catalogue: &Catalogue<W>, index: usize) -> StepDefinition {
    let known = &catalogue.definitions()[index];
    StepDefinition {
        id: format!("definition-{index}"),
        pattern: StepDefinitionPattern {
            source: known.sentence.clone(),
            pattern_type: "CUCUMBER_EXPRESSION".to_owned(),
        },
        source_reference: SourceReference {
            uri: Some(known.file.clone()),
            location: Some(rakis_model::messages::Location { line: known.line, column: None }),
        },
    }
}

fn step_id(case: usize, step: usize) -> String {
    format!("case-{case}-step-{step}")
}

fn test_case<W>(plan: &Plan<W>, number: usize, planned: &Planned<W>) -> TestCase {
    let pickle = plan.pickle(planned);
    let step = |(index, step): (usize, &rakis_model::messages::PickleStep)| TestStep {
        id: step_id(number, index),
        pickle_step_id: Some(step.id.clone()),
        step_definition_ids: Some(
            planned
                .steps
                .get(index)
                .map(|known| format!("definition-{}", known.definition))
                .into_iter()
                .collect(),
        ),
    };
    TestCase {
        id: format!("case-{number}"),
        pickle_id: pickle.id.clone(),
        test_steps: pickle.steps.iter().enumerate().map(step).collect(),
        test_run_started_id: Some(RUN_ID.to_owned()),
    }
}

/// The order in which scenarios start.
fn order(count: usize, order: Order, seed: u64) -> Vec<usize> {
    let mut indexes: Vec<usize> = (0..count).collect();
    if order == Order::Shuffled {
        // splitmix64: the same seed gives the same order everywhere.
        let mut state = seed;
        let mut random = || {
            state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut z = state;
            z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            z ^ (z >> 31)
        };
        for at in (1..count).rev() {
            let other = usize::try_from(random() % (at as u64 + 1)).unwrap_or_default();
            indexes.swap(at, other);
        }
    }
    indexes
}

/// What all workers see.
struct Shared<'r, W> {
    plan: &'r Plan<W>,
    harness: &'r Harness<W>,
    options: &'r Options,
    clock: Clock,
    words: &'r Words,
    order: Vec<usize>,
    next: AtomicUsize,
}

type Events = mpsc::Sender<Envelope>;

impl<W: 'static> Shared<'_, W> {
    fn work(&self, worker: usize, stop: watch::Receiver<Stop>, events: &Events) {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_time().build()
        else {
            return;
        };
        while *stop.borrow() == Stop::No {
            let turn = self.next.fetch_add(1, Ordering::SeqCst);
            let Some(&number) = self.order.get(turn) else { break };
            runtime.block_on(self.scenario(number, worker, stop.clone(), events));
        }
    }

    async fn scenario(
        &self,
        number: usize,
        worker: usize,
        mut stop: watch::Receiver<Stop>,
        events: &Events,
    ) {
        let planned = &self.plan.scenarios[number];
        let pickle = self.plan.pickle(planned);
        let teller = Teller { events, clock: self.clock, words: self.words, case: number };
        teller.started(worker);
        let tags: Vec<String> = pickle.tags.iter().map(|tag| tag.name.clone()).collect();
        let scenario_end = Instant::now() + self.options.scenario_limit;
        let limits = Limits { step: self.options.step_limit, scenario_end };
        let mut world = planned.skip.is_none().then(|| (self.harness.world)(&tags));
        for index in 0..pickle.steps.len() {
            match (&mut world, planned.steps.get(index)) {
                (Some(running), Some(step)) => {
                    teller.step_started(index);
                    let mut end =
                        job::step(running, step, limits, &mut stop, self.harness.exchanges).await;
                    if end.failure.is_none() && index + 1 == pickle.steps.len() {
                        end.failure = (self.harness.finish)(running);
                    }
                    if end.failure.is_some() {
                        world = None;
                    }
                    teller.step_ended(index, &end);
                }
                _ => teller.step_skipped(index, planned.skip.map(crate::SkipReason::message)),
            }
        }
        teller.finished();
    }
}

/// Tells what happens to one scenario.
struct Teller<'t> {
    events: &'t Events,
    clock: Clock,
    words: &'t Words,
    case: usize,
}

impl Teller<'_> {
    fn tell(&self, envelope: Envelope) {
        // Only a receiver that gave up (a full disk) is not there any more.
        let _ = self.events.send(envelope);
    }

    fn attempt(&self) -> String {
        format!("attempt-{}", self.case)
    }

    fn started(&self, worker: usize) {
        self.tell(Envelope::TestCaseStarted(TestCaseStarted {
            attempt: 0,
            id: self.attempt(),
            test_case_id: format!("case-{}", self.case),
            worker_id: Some(worker.to_string()),
            timestamp: self.clock.now(),
        }));
    }

    fn finished(&self) {
        self.tell(Envelope::TestCaseFinished(TestCaseFinished {
            test_case_started_id: self.attempt(),
            timestamp: self.clock.now(),
            will_be_retried: false,
        }));
    }

    fn step_started(&self, step: usize) {
        self.tell(Envelope::TestStepStarted(TestStepStarted {
            test_case_started_id: self.attempt(),
            test_step_id: step_id(self.case, step),
            timestamp: self.clock.now(),
        }));
    }

    fn step_skipped(&self, step: usize, reason: Option<rakis_model::Message>) {
        self.step_started(step);
        let message = reason.map(|reason| self.words.text(&reason));
        self.step_finished(
            step,
            TestStepResult { status: Status::Skipped, message, ..TestStepResult::default() },
        );
    }

    fn step_ended(&self, step: usize, end: &StepEnd) {
        for exchange in &end.exchanges {
            self.attach(step, EXCHANGE_MEDIA_TYPE, json(exchange));
        }
        let duration = Time::from_nanos(i128::try_from(end.took.as_nanos()).unwrap_or_default());
        let Some(failure) = &end.failure else {
            let result =
                TestStepResult { duration, status: Status::Passed, ..TestStepResult::default() };
            return self.step_finished(step, result);
        };
        self.attach(step, FAILURE_MEDIA_TYPE, json(failure));
        let message = self.words.text(&failure.message);
        let exception = Exception {
            exception_type: failure.kind.name().to_owned(),
            message: Some(message.clone()),
        };
        self.step_finished(
            step,
            TestStepResult {
                duration,
                status: Status::Failed,
                message: Some(message),
                exception: Some(exception),
            },
        );
    }

    fn step_finished(&self, step: usize, result: TestStepResult) {
        self.tell(Envelope::TestStepFinished(TestStepFinished {
            test_case_started_id: self.attempt(),
            test_step_id: step_id(self.case, step),
            test_step_result: result,
            timestamp: self.clock.now(),
        }));
    }

    fn attach(&self, step: usize, media_type: &str, body: String) {
        self.tell(Envelope::Attachment(Attachment {
            body,
            content_encoding: "IDENTITY".to_owned(),
            media_type: media_type.to_owned(),
            test_case_started_id: Some(self.attempt()),
            test_step_id: Some(step_id(self.case, step)),
            test_run_started_id: None,
        }));
    }
}

/// Our own types are plain data: they always become JSON.
fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
