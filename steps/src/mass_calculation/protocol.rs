//! Sentences about the protocol of a job.

use cucumber::{gherkin::Step, then};
use rakis_compare::Order;
use rakis_model::{Failure, Message};
use serde_json::Value;

use super::numbers;
use crate::{
    World,
    or_fail::OrFail,
    rows::{self, Reader},
};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("protocol.rs"));

/// The key of what an entry tells of.
const EVENT: &str = "sundmus";
/// The column that names it.
const COLUMN: &str = "sündmus";

/// The entries of the job's protocol about the events that the table names, in their order; only
/// the columns given are looked at.
/// Näide: massarvutuse protokollis on järjest:
/// Toiming: vaata töö protokolli
#[then(expr = "massarvutuse protokollis on järjest:")]
async fn course(world: &mut World, step: &Step) {
    let expected = numbers::table(&rows::table(step)).or_fail();
    let reply = world.perform("vaata töö protokolli", []).await;
    let actual = reply.captures.get("protokolli kirjed").cloned().unwrap_or_default();
    let actual = numbers::value(&of_events(actual, &rows::column(&expected, COLUMN)));
    let (message, reader) = (Message::new("step-protocol"), Reader::new(world.persons()));
    reader.exactly(message, &expected, &actual, &[], Order::Kept).or_fail();
}

/// The version of the process guide that the job's protocol names.
/// Näide: massarvutuse protokollis on juhendi versioon "3"
/// Toiming: vaata töö protokolli
#[then(expr = "massarvutuse protokollis on juhendi versioon {string}")]
async fn guide(world: &mut World, version: String) {
    let reply = world.perform("vaata töö protokolli", []).await;
    let actual = reply.captures.get("protokolli juhend").cloned().unwrap_or_default();
    let shown = Reader::new(world.persons()).value(&actual);
    let failure = Failure::failed(Message::new("step-protocol")).values(&version, &shown);
    (shown == version).then_some(()).ok_or_else(|| Box::new(failure)).or_fail();
}

fn of_events(mut entries: Value, events: &[&str]) -> Value {
    if let Some(entries) = entries.as_array_mut() {
        let event = |entry: &Value| entry.get(EVENT).and_then(Value::as_str).map(str::to_owned);
        entries.retain(|entry| event(entry).is_some_and(|event| events.contains(&event.as_str())));
    }
    entries
}
