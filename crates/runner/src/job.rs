//! One scenario carried out: its steps in order, each with a limit, every failure typed.

use std::{
    any::Any,
    cell::RefCell,
    panic::AssertUnwindSafe,
    time::{Duration, Instant},
};

use futures_util::FutureExt as _;
use rakis_model::{Failure, FailureKind, Message};
use tokio::sync::watch;

use crate::{
    plan::{Action, PlannedStep},
    run::Evidence,
    run::Stop,
};

thread_local! {
    /// Where the last panic of this thread was raised; the payload does not tell.
    static PANICKED_AT: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Threads of this name keep their panics to themselves: they are a step's result, not a crash.
pub(crate) const THREAD_NAME: &str = "rakis-job";

/// Remembers where a step panicked, and prints nothing for it; other threads keep their hook.
pub(crate) fn quiet_panics() {
    let previous = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().name().is_some_and(|name| name.starts_with(THREAD_NAME)) {
            let place = panic.location().map(ToString::to_string);
            PANICKED_AT.with(|cell| *cell.borrow_mut() = place);
        } else {
            previous(panic);
        }
    }));
}

/// How a step ended.
pub(crate) struct StepEnd {
    pub(crate) took: Duration,
    pub(crate) failure: Option<Failure>,
    pub(crate) evidence: Evidence,
}

/// What a step may take.
#[derive(Clone, Copy)]
pub(crate) struct Limits {
    pub(crate) step: Duration,
    /// When the scenario must have ended.
    pub(crate) scenario_end: Instant,
}

/// Carries out one step.
pub(crate) async fn step<W>(
    world: &mut W,
    planned: &PlannedStep<W>,
    limits: Limits,
    stop: &mut watch::Receiver<Stop>,
    evidence: fn(&mut W) -> Evidence,
) -> StepEnd {
    let began = Instant::now();
    let mut failure = None;
    for action in &planned.actions {
        let left = limits
            .scenario_end
            .saturating_duration_since(Instant::now())
            .min(limits.step.saturating_sub(began.elapsed()));
        failure = act(world, action, left, stop).await;
        if let Some(failure) = &mut failure {
            // Which part of a phrase did not hold.
            let part = action.part.as_ref();
            failure
                .hints
                .extend(part.map(|part| Message::new("run-in-phrase").with("sentence", part)));
            break;
        }
    }
    StepEnd { took: began.elapsed(), failure, evidence: evidence(world) }
}

async fn act<W>(
    world: &mut W,
    action: &Action<W>,
    limit: Duration,
    stop: &mut watch::Receiver<Stop>,
) -> Option<Failure> {
    let context = action.context.clone();
    let future = AssertUnwindSafe(async { (action.function)(world, context).await }).catch_unwind();
    tokio::select! {
        biased;
        _ = stop.wait_for(|stop| *stop == Stop::Now) => {
            Some(Failure::broken(Message::new("run-interrupted")))
        }
        ended = tokio::time::timeout(limit, future) => match ended {
            Ok(Ok(())) => None,
            Ok(Err(payload)) => Some(typed(payload)),
            Err(_) => Some(Failure::broken(
                Message::new("run-step-timeout").with("seconds", limit.as_secs_f32().ceil()),
            )),
        },
    }
}

/// A step raises its `Failure` as the panic's payload; anything else is a fault of the test.
fn typed(payload: Box<dyn Any + Send>) -> Failure {
    let place = PANICKED_AT.with(|cell| cell.borrow_mut().take()).unwrap_or_default();
    match payload.downcast::<Failure>() {
        Ok(failure) => *failure,
        Err(payload) => {
            let words = payload
                .downcast_ref::<String>()
                .map(String::as_str)
                .or_else(|| payload.downcast_ref::<&str>().copied())
                .unwrap_or("?");
            Failure::new(
                FailureKind::Invalid,
                Message::new("run-step-panicked").with("reason", words).with("place", place),
            )
        }
    }
}
