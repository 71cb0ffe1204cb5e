//! Sentences about a classifier's own history.

use cucumber::{gherkin::Step, then};
use rakis_compare::Order;
use rakis_model::Message;
use serde_json::Value;

use crate::{
    World,
    or_fail::OrFail,
    rows::{self, Reader},
};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("history.rs"));

/// What was done to a code, every entry in its order; only the columns given are looked at. People
/// stand by name, moments as 02.03.2026 09:00.
/// Näide: koodi "VP" ajaloos on täpselt kirjed:
/// Toiming: vaata klassifikaatori ajalugu
#[then(expr = "koodi {string} ajaloos on täpselt kirjed:")]
async fn of_code(world: &mut World, code: String, step: &Step) {
    let reply = world.perform("vaata klassifikaatori ajalugu", []).await;
    let actual = about(reply.captures.get("ajaloo kirjed"), &code);
    let message = Message::new("step-classifier-history");
    let reader = Reader::new(world.persons());
    reader.exactly(message, &rows::table(step), &actual, &[], Order::Kept).or_fail();
}

/// The classifier's history has these entries among others.
/// Näide: klassifikaatori ajaloos on kirjed:
/// Toiming: vaata klassifikaatori ajalugu
#[then(expr = "klassifikaatori ajaloos on kirjed:")]
async fn among(world: &mut World, step: &Step) {
    let reply = world.perform("vaata klassifikaatori ajalugu", []).await;
    let actual = reply.captures.get("ajaloo kirjed").unwrap_or(&Value::Null);
    let message = Message::new("step-classifier-history");
    Reader::new(world.persons()).among(message, &rows::table(step), actual).or_fail();
}

/// The entries about one code; what is no list stays as it is, for the failure to show.
fn about(entries: Option<&Value>, code: &str) -> Value {
    let mut entries = entries.cloned().unwrap_or_default();
    if let Some(entries) = entries.as_array_mut() {
        entries.retain(|entry| entry.get("kood").and_then(Value::as_str) == Some(code));
    }
    entries
}
