//! Sentences about the average of a year: what it is computed from, and what it is.

use cucumber::{gherkin::Step, given, then, when};
use rakis_model::{Failure, Message, amount};
use serde_json::Value;

use super::{
    cells::{self, Known},
    job::{compute, kind},
    numbers,
};
use crate::{World, or_fail::OrFail, parameters::Sum};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("years.rs"));

const YEAR: [Known; 3] = [("aasta", "aasta"), ("miinimum", "miinimum"), ("keskmine", "keskmine")];

/// The sum that gives one year of service, and the confirmed average where there is one.
/// Näide: aastate andmed on:
/// Toiming: määra aasta andmed
#[given(expr = "aastate andmed on:")]
async fn years(world: &mut World, step: &Step) {
    for row in cells::inputs(step, &YEAR) {
        world.perform("määra aasta andmed", row).await;
    }
}

/// The preliminary average of a year: the one of an earlier year times a forecast.
/// Näide: 2019. aasta arvestuslik keskmine leitakse 2018. aasta keskmisest koefitsiendiga "1,075"
/// Toiming: määra arvestuslik keskmine
#[when(
    expr = "{int}. aasta arvestuslik keskmine leitakse {int}. aasta keskmisest koefitsiendiga {string}"
)]
async fn preliminary(world: &mut World, year: u16, base: u16, factor: String) {
    let inputs = [("aasta", year.into()), ("alusaasta", base.into())];
    let inputs = inputs.into_iter().chain([("koefitsient", cells::value(&factor))]);
    world.perform("määra arvestuslik keskmine", inputs).await;
}

/// The average of a year is computed, first as a dry run, and confirmed.
/// Näide: arvutatakse 2024. aasta keskmine
/// Toiming: käivita massarvutus
/// Toiming: vaata tööd
#[when(expr = "arvutatakse {int}. aasta keskmine")]
async fn computed(world: &mut World, year: u16) {
    compute(world, kind("keskmine", year)).await;
}

/// The average of a year, to the cent.
/// Näide: 2024. aasta keskmine on 2 557,71 €
/// Toiming: vaata aasta andmeid
#[then(expr = "{int}. aasta keskmine on {summa}")]
async fn average(world: &mut World, year: u16, expected: Sum) {
    let actual = value(world, year, "aasta keskmine").await;
    let same = actual.as_str().and_then(numbers::parse) == Some(expected.0);
    require(same, year, &amount::show(expected.0), &actual).or_fail();
}

/// Whether the average of a year is `kinnitatud`, `arvestuslik` or `puudub`.
/// Näide: 2019. aasta keskmise laad on "arvestuslik"
/// Toiming: vaata aasta andmeid
#[then(expr = "{int}. aasta keskmise laad on {string}")]
async fn nature(world: &mut World, year: u16, expected: String) {
    let actual = value(world, year, "keskmise laad").await;
    require(actual == expected.as_str(), year, &expected, &actual).or_fail();
}

/// Keeps the average of a year under a name.
/// Näide: 2025. aasta keskmine jäetakse meelde nimega "katkematu"
/// Toiming: vaata aasta andmeid
#[when(expr = "{int}. aasta keskmine jäetakse meelde nimega {string}")]
async fn keep(world: &mut World, year: u16, name: String) {
    let average = value(world, year, "aasta keskmine").await;
    world.keep(name, average);
}

/// The average of a year is the one that was kept.
/// Näide: 2025. aasta keskmine on sama mis "katkematu"
/// Toiming: vaata aasta andmeid
#[then(expr = "{int}. aasta keskmine on sama mis {string}")]
async fn as_kept(world: &mut World, year: u16, name: String) {
    let actual = value(world, year, "aasta keskmine").await;
    let expected = world.variable(&name).as_str().unwrap_or_default().to_owned();
    require(actual == expected.as_str(), year, &expected, &actual).or_fail();
}

async fn value(world: &mut World, year: u16, captured: &str) -> Value {
    let reply = world.perform("vaata aasta andmeid", [("aasta", year.into())]).await;
    reply.captures.get(captured).cloned().unwrap_or_default()
}

fn require(holds: bool, year: u16, expected: &str, actual: &Value) -> Result<(), Box<Failure>> {
    let shown = match actual {
        Value::String(text) => numbers::parse(text).map_or_else(|| text.clone(), amount::show),
        other => other.to_string(),
    };
    let message = Message::new("step-average").with("year", year);
    let failure = || Box::new(Failure::failed(message).values(expected, shown));
    holds.then_some(()).ok_or_else(failure)
}
