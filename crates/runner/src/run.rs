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
    Distribution, Exchange, Failure,
    messages::{Envelope, Status, TestRunFinished},
    record::RunInfo,
    words::Words,
};
use tokio::sync::watch;

use crate::{
    Catalogue, Plan, SkipReason,
    head::head,
    job::{self, Limits},
    teller::{Clock, Events, RUN_ID, Teller},
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

/// The scenario a world is made for.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'s> {
    /// File, relative to the project.
    pub file: &'s str,
    /// Line of the scenario, or of the example's row.
    pub line: usize,
    /// Name, examples filled in.
    pub name: &'s str,
    /// Tags with `@`, inherited ones included.
    pub tags: &'s [String],
}

/// Makes a world for a scenario.
pub type WorldMaker<W> = Box<dyn Fn(Scene<'_>) -> W + Send + Sync>;

/// What a step leaves for the record, whether it held or not.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// What was sent and answered, in order.
    pub exchanges: Vec<Exchange>,
    /// What people may see the shape of.
    pub distributions: Vec<Distribution>,
}

/// How scenarios meet their world.
pub struct Harness<W> {
    /// A fresh world for a scenario.
    pub world: WorldMaker<W>,
    /// What the world's last step leaves for the record.
    pub evidence: fn(&mut W) -> Evidence,
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
    let clock = Clock::start(options.now);
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
        let scene = Scene {
            file: &pickle.uri,
            line: pickle.location.as_ref().map_or(0, |location| location.line),
            name: &pickle.name,
            tags: &tags,
        };
        let mut world = planned.skip.is_none().then(|| (self.harness.world)(scene));
        for index in 0..pickle.steps.len() {
            match (&mut world, planned.steps.get(index)) {
                (Some(running), Some(step)) => {
                    teller.step_started(index);
                    let mut end =
                        job::step(running, step, limits, &mut stop, self.harness.evidence).await;
                    if end.failure.is_none() && index + 1 == pickle.steps.len() {
                        end.failure = (self.harness.finish)(running);
                    }
                    if end.failure.is_some() {
                        world = None;
                    }
                    teller.step_ended(index, &end);
                }
                _ => teller.step_skipped(index, planned.skip.map(SkipReason::message)),
            }
        }
        teller.finished();
    }
}
