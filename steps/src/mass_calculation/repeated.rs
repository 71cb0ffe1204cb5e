//! Sentences that compute rates a second time, in a population of its own, from what was published.

use cucumber::then;
use rakis_compare::Table;
use rakis_model::{Failure, Message};
use rust_decimal::Decimal;
use serde_json::Value;

use super::{
    indexation::{growth, job},
    job::compute,
    numbers, rates,
};
use crate::{World, or_fail::OrFail, rows::Reader};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("repeated.rs"));

/// What the next year's rates are computed from.
const RATES: [&str; 3] = ["baasosa", "aastahinne", "rahvapension"];
/// A captured number of the population; while rates are computed again it is another's.
const POPULATION: &str = "rahvastik";

/// The rates of a year equal those computed with the same index in a new population from the
/// published (rounded) rates of the year before.
/// Näide: 2015. aasta määrad on samad mis 2014. aasta avaldatud määradest indeksiga "1,063" arvutades
/// Toiming: loo rahvastik
/// Toiming: määra määrad
/// Toiming: vaata määrasid
/// Toiming: käivita massarvutus
/// Toiming: vaata tööd
#[then(
    expr = "{int}. aasta määrad on samad mis {int}. aasta avaldatud määradest indeksiga {string} arvutades"
)]
async fn from_published(world: &mut World, year: u16, before: u16, index: String) {
    let actual = rates::of_year(world, year).await;
    let again = again(world, year, before, &index).await;
    let message = Message::new("step-rates").with("year", year);
    let expected = fields(&again).or_fail();
    Reader::new(world.persons()).fields(message, &expected, &actual).or_fail();
}

/// The base part is higher by exactly so much than the one that the same index gives without the
/// extraordinary rise.
/// Näide: 2020. aasta baasosa on "7,0000" võrra suurem kui ilma erakorralise tõusuta
/// Toiming: loo rahvastik
/// Toiming: määra määrad
/// Toiming: vaata määrasid
/// Toiming: käivita massarvutus
/// Toiming: vaata tööd
#[then(expr = "{int}. aasta baasosa on {string} võrra suurem kui ilma erakorralise tõusuta")]
async fn rise(world: &mut World, year: u16, expected: String) {
    let actual = rates::of_year(world, year).await;
    let index = text(&actual, "indeks");
    let plain = again(world, year, year - 1, &index).await;
    let rise = number(&actual, "baasosa").or_fail() - number(&plain, "baasosa").or_fail();
    require_rise(&expected, rise).or_fail();
}

/// The rates that an index gives in a new population from those of the year before.
async fn again(world: &mut World, year: u16, before: u16, index: &str) -> Value {
    let published = rates::of_year(world, before).await;
    let population = world.variable(POPULATION).clone();
    world.perform("loo rahvastik", []).await;
    let cells = RATES.map(|name| (name, text(&published, name).replace(',', ".").into()));
    world.perform("määra määrad", [("aasta", before.into())].into_iter().chain(cells)).await;
    compute(world, job(year, growth(index))).await;
    let again = rates::of_year(world, year).await;
    world.keep(POPULATION.to_owned(), population);
    again
}

fn text(rates: &Value, name: &str) -> String {
    rates.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn number(rates: &Value, name: &str) -> Result<Decimal, Box<Failure>> {
    let text = text(rates, name);
    let none = || Box::new(Failure::failed(Message::new("step-no-number")).values("0,0000", &text));
    numbers::parse(&text).ok_or_else(none)
}

fn fields(rates: &Value) -> Result<Table, Box<Failure>> {
    let rows = RATES.map(|name| vec![name.to_owned(), text(rates, name)]);
    Table::new(vec!["väli".to_owned(), "väärtus".to_owned()], rows.to_vec())
}

fn require_rise(expected: &str, rise: Decimal) -> Result<(), Box<Failure>> {
    let message = Message::new("step-rise");
    let actual = rise.to_string().replace('.', ",");
    let failure = || Box::new(Failure::failed(message).values(expected, actual));
    (numbers::parse(expected) == Some(rise)).then_some(()).ok_or_else(failure)
}
