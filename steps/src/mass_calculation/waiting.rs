//! Waiting for what a system does in the background, never without a limit.

use std::time::Duration;

use cucumber::when;
use rakis_environment::Variables;
use rakis_model::{Failure, Message};
use serde_json::Value;

use crate::{World, or_fail::OrFail};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("waiting.rs"));

/// The state of a job that is finished.
pub(super) const DONE: &str = "lõpetatud";
/// The state of a job that is not at its end.
const RUNNING: &str = "töötab";
/// The state of a population that is there.
const READY: &str = "valmis";
/// The state of a population that is being made.
const MAKING: &str = "koostamisel";

/// How long is waited, asking not counted; a step may take a minute.
const LIMIT: Duration = Duration::from_secs(45);
/// The longest pause between two questions.
const LONGEST: Duration = Duration::from_millis(500);

/// Waits until the job that was started last is in this state: `lõpetatud`, `katkenud` or
/// `ebaõnnestunud`. Another end is told with its reason, no end with how far the job got.
/// Näide: massarvutuse olekuks saab "katkenud"
/// Toiming: vaata tööd
#[when(expr = "massarvutuse olekuks saab {string}")]
async fn becomes(world: &mut World, state: String) {
    job(world, &state).await;
}

/// Waits until the job is in this state.
pub(super) async fn job(world: &mut World, state: &str) {
    let mut pause = Pause::new(world);
    loop {
        let reply = world.perform("vaata tööd", []).await;
        match ended(&reply.captures, state).or_fail() {
            true => return,
            false => pause.wait(world, || progress(&reply.captures)).await,
        }
    }
}

/// Waits until the population is made.
pub(super) async fn population(world: &mut World) {
    let mut pause = Pause::new(world);
    loop {
        let reply = world.perform("vaata rahvastikku", []).await;
        match text(&reply.captures, "rahvastiku olek").as_str() {
            READY => return,
            MAKING => pause.wait(world, || MAKING.to_owned()).await,
            other => other_state(READY, other).or_fail(),
        }
    }
}

/// Is the job in this state?
///
/// # Errors
/// It ended otherwise.
fn ended(job: &Variables, state: &str) -> Result<bool, Box<Failure>> {
    match text(job, "töö olek") {
        found if found == state => Ok(true),
        found if found == RUNNING => Ok(false),
        _ => other_state(state, &progress(job)).map(|()| false),
    }
}

fn other_state(expected: &str, actual: &str) -> Result<(), Box<Failure>> {
    let message = Message::new("step-job-state");
    Err(Box::new(Failure::failed(message).values(expected, actual)))
}

/// `töötab, 1500/2000`, with the reason when there is one.
fn progress(job: &Variables) -> String {
    let value = |name: &str| text(job, name);
    let reason = value("töö põhjus");
    let reason = if reason.is_empty() { reason } else { format!(", {reason}") };
    format!("{}, {}/{}{reason}", value("töö olek"), value("töö tehtud"), value("töö kokku"))
}

fn text(captures: &Variables, name: &str) -> String {
    match captures.get(name) {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

/// Pauses between questions: each longer than the one before, all together limited.
pub(super) struct Pause {
    next: Duration,
    waited: Duration,
    /// How many exchanges there were before the first question.
    exchanges: usize,
}

impl Pause {
    /// Before the first question.
    pub(super) const fn new(world: &World) -> Self {
        let next = Duration::from_millis(5);
        Self { next, waited: Duration::ZERO, exchanges: world.exchange_count() }
    }

    /// Waits for the next question; of all questions the record keeps the last.
    pub(super) async fn wait(&mut self, world: &mut World, progress: impl FnOnce() -> String) {
        self.spend().map_err(|message| late(message, progress())).or_fail();
        world.forget_exchanges(self.exchanges);
        tokio::time::sleep(self.next).await;
        self.next = (self.next * 2).min(LONGEST);
    }

    fn spend(&mut self) -> Result<(), Message> {
        self.waited += self.next;
        let late = || Message::new("step-job-late").with("seconds", LIMIT.as_secs());
        (self.waited <= LIMIT).then_some(()).ok_or_else(late)
    }
}

fn late(message: Message, progress: String) -> Box<Failure> {
    Box::new(Failure::failed(message).values("", progress))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn captures(state: &str, reason: &Value) -> Variables {
        [
            ("töö olek", state.into()),
            ("töö tehtud", json!(40)),
            ("töö kokku", json!(60)),
            ("töö põhjus", reason.clone()),
        ]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
    }

    #[test]
    fn a_job_is_waited_for_until_it_ends_one_way_or_another() {
        let job = |state| ended(&captures(state, &Value::Null), DONE);
        assert!(!job("töötab").unwrap());
        assert!(job("lõpetatud").unwrap());
        let broken = ended(&captures("katkenud", &json!("katse")), DONE).unwrap_err();
        assert_eq!(broken.actual.as_deref(), Some("katkenud, 40/60, katse"));
        assert!(job("olematu").is_err(), "a state that is not known is no reason to wait");
    }

    #[test]
    fn every_wait_ends() {
        let mut pause =
            Pause { next: Duration::from_millis(5), waited: Duration::ZERO, exchanges: 0 };
        let questions = (0..1000)
            .take_while(|_| {
                let goes_on = pause.spend().is_ok();
                pause.next = (pause.next * 2).min(LONGEST);
                goes_on
            })
            .count();
        assert!((90..100).contains(&questions), "{questions}");
    }
}
