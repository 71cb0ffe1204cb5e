//! Sentences about records that use a code.

use cucumber::{gherkin::Step, then, when};
use rakis_model::Message;
use serde_json::Value;

use crate::{
    World,
    or_fail::OrFail,
    parameters::Day,
    rows::{self, Reader},
};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("records.rs"));

/// A system sends a record with a code of the classifier and the day of the event; the record may be
/// refused.
/// Näide: koodiga "VP" edastatakse kirje, mille sündmuse kuupäev on 15.04.2026
/// Toiming: edasta kirje
#[when(expr = "koodiga {string} edastatakse kirje, mille sündmuse kuupäev on {kuupäev}")]
async fn send(world: &mut World, code: String, day: Day) {
    let inputs = [("kood", code.into()), ("kuupäev", day.0.to_string().into())];
    world.attempt("edasta kirje", inputs).await;
}

/// What the record that was sent last tells now, by a table (väli, väärtus).
/// Näide: edastatud kirjes on kirjas:
/// Toiming: vaata kirjet
#[then(expr = "edastatud kirjes on kirjas:")]
async fn kept(world: &mut World, step: &Step) {
    let reply = world.perform("vaata kirjet", []).await;
    let actual = reply.captures.get("kirje andmed").unwrap_or(&Value::Null);
    let message = Message::new("step-classifier-record");
    let reader = Reader::new(world.persons());
    reader.fields(message, &rows::table(step), actual).or_fail();
}
