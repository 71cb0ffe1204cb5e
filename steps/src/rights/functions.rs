//! Sentences that try functions for real.

use cucumber::{gherkin::Step, then, when};
use rakis_compare::{Order, Table};
use rakis_model::Message;
use serde_json::{Map, Value};

use crate::{
    World,
    attempt::ALLOWED,
    or_fail::OrFail,
    parameters::{Function, Person},
    rows::{self, Reader},
};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("functions.rs"));

/// The column of a rights table that names functions; the others are people.
const FUNCTION: &str = "funktsioon";
/// The refusal of a function that one has no right to.
const NO_RIGHT: &str = "OIG-003";

/// A logged-in person tries to use a function.
/// Näide: töötaja "Mari Maasikas" proovib funktsiooni "otsuse tegemine"
/// Toiming: kasuta funktsiooni
#[when(expr = "töötaja {isik} proovib funktsiooni {funktsioon}")]
async fn tries(world: &mut World, person: Person, function: Function) {
    try_one(world, &person.0, &function.0).await;
}

/// Every logged-in person of the table's header tries every function of its column `funktsioon`,
/// one after another: allowed where the table says `jah`, refused where it says `ei`.
/// Näide: proovimisel on töötajatele lubatud täpselt need funktsioonid:
/// Toiming: kasuta funktsiooni
#[then(expr = "proovimisel on töötajatele lubatud täpselt need funktsioonid:")]
async fn matrix(world: &mut World, step: &Step) {
    let expected = rows::table(step);
    let actual = try_all(world, &expected).await;
    let message = Message::new("step-matrix");
    let reader = Reader::new(world.persons());
    reader.exactly(message, &expected, &actual, &[FUNCTION], Order::Free).or_fail();
}

async fn try_one(world: &mut World, person: &str, function: &str) {
    let inputs = [("sessioon", world.session(person)), ("funktsioon", function.into())];
    world.attempt("kasuta funktsiooni", inputs).await;
}

/// The table as it turns out: `jah`, `ei`, or another refusal by its code.
async fn try_all(world: &mut World, expected: &Table) -> Value {
    let mut rows = Vec::new();
    let people: Vec<&String> = expected.header().iter().filter(|name| *name != FUNCTION).collect();
    for function in rows::column(expected, FUNCTION) {
        let mut row = Map::from_iter([(FUNCTION.to_owned(), function.into())]);
        for person in &people {
            try_one(world, person, function).await;
            let outcome = match world.last_attempt().outcome() {
                ALLOWED => "jah",
                NO_RIGHT => "ei",
                other => other,
            };
            row.insert((*person).clone(), outcome.into());
        }
        rows.push(Value::Object(row));
    }
    Value::Array(rows)
}
