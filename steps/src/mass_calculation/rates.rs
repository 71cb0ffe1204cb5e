//! Sentences about the rates that hold from 1 April of a year.

use cucumber::{gherkin::Step, given, then};
use rakis_model::Message;
use serde_json::Value;

use super::{
    cells::{self, Known},
    numbers,
};
use crate::{
    World,
    or_fail::OrFail,
    rows::{self, Reader},
};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("rates.rs"));

const RATES: [Known; 5] = [
    ("aasta", "aasta"),
    ("indeks", "indeks"),
    ("baasosa", "baasosa"),
    ("aastahinne", "aastahinne"),
    ("rahvapension", "rahvapension"),
];

/// The rates that hold from 1 April of each year.
/// Näide: määrad on:
/// Toiming: määra määrad
#[given(expr = "määrad on:")]
async fn given_rates(world: &mut World, step: &Step) {
    for row in cells::inputs(step, &RATES) {
        world.perform("määra määrad", row).await;
    }
}

/// The rates that hold from 1 April of a year, by a table (väli, väärtus): `alates`, `indeks`,
/// `rakendatud indeks`, `baasosa`, `aastahinne`, `rahvapension`. Numbers are exact decimals.
/// Näide: 2019. aasta määrad on:
/// Toiming: vaata määrasid
#[then(expr = "{int}. aasta määrad on:")]
async fn rates_are(world: &mut World, year: u16, step: &Step) {
    let actual = of_year(world, year).await;
    let message = Message::new("step-rates").with("year", year);
    let expected = numbers::table(&rows::table(step)).or_fail();
    Reader::new(world.persons()).fields(message, &expected, &actual).or_fail();
}

/// The rates of a year, numbers in their one form.
pub(super) async fn of_year(world: &mut World, year: u16) -> Value {
    let reply = world.perform("vaata määrasid", [("aasta", year.into())]).await;
    numbers::value(reply.captures.get("määrad").unwrap_or(&Value::Null))
}
