//! Sentences about the insurance, solidarity and joint shares of people.

use std::collections::BTreeSet;

use cucumber::{gherkin::Step, then, when};
use rakis_compare::{Order, Table};
use rakis_model::Message;
use serde_json::Value;

use super::{
    job::{compute, kind},
    numbers,
};
use crate::{
    World,
    or_fail::OrFail,
    rows::{self, Reader, folded},
};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("shares.rs"));

/// The column and the key that name a person.
const PERSON: &str = "isik";

/// The shares of everybody for one year are computed, first as a dry run.
/// Näide: arvutatakse 2024. aasta osakud
/// Toiming: käivita massarvutus
/// Toiming: vaata tööd
#[when(expr = "arvutatakse {int}. aasta osakud")]
async fn one_year(world: &mut World, year: u16) {
    compute(world, kind("osakud", year)).await;
}

/// The shares of everybody for several years are computed, first as a dry run.
/// Näide: arvutatakse aastate 2020-2021 osakud
/// Toiming: käivita massarvutus
/// Toiming: vaata tööd
#[when(regex = r"^arvutatakse aastate (\d{4})-(\d{4}) osakud$")]
async fn years(world: &mut World, from: u16, to: u16) {
    let mut inputs = kind("osakud", to);
    inputs.push(("alates", from.into()));
    compute(world, inputs).await;
}

/// The shares of each person of the table are exactly its rows, one for each year; only the
/// columns given are looked at, numbers as exact decimals.
/// Näide: isikute osakud on täpselt:
/// Toiming: vaata isikut
#[then(expr = "isikute osakud on täpselt:")]
async fn exactly(world: &mut World, step: &Step) {
    let expected = numbers::table(&rows::table(step)).or_fail();
    let actual = of_people(world, &expected, "isiku osakud").await;
    let (message, reader) = (Message::new("step-shares"), Reader::new(world.persons()));
    reader.exactly(message, &expected, &actual, &[PERSON, "aasta"], Order::Free).or_fail();
}

/// The pension of each person of the table; only the columns given are looked at.
/// Näide: isikute pensionid on täpselt:
/// Toiming: vaata isikut
#[then(expr = "isikute pensionid on täpselt:")]
async fn pensions(world: &mut World, step: &Step) {
    let expected = numbers::table(&rows::table(step)).or_fail();
    let actual = of_people(world, &expected, "isiku pension").await;
    let (message, reader) = (Message::new("step-pensions"), Reader::new(world.persons()));
    reader.exactly(message, &expected, &actual, &[PERSON], Order::Free).or_fail();
}

/// Whose results the job changed, and from what to what.
/// Näide: massarvutus muutis täpselt nende isikute tulemusi:
/// Toiming: vaata muutunuid
#[then(expr = "massarvutus muutis täpselt nende isikute tulemusi:")]
async fn changed(world: &mut World, step: &Step) {
    let expected = numbers::table(&rows::table(step)).or_fail();
    let reply = world.perform("vaata muutunuid", []).await;
    let actual = reply.captures.get("muutunud isikud").cloned().unwrap_or_default();
    let actual = numbers::value(&named(actual, "isikukood"));
    let (message, reader) = (Message::new("step-changed"), Reader::new(world.persons()));
    reader.exactly(message, &expected, &actual, &[PERSON], Order::Free).or_fail();
}

/// What the system keeps of every person of the table, each row with the person's code.
async fn of_people(world: &mut World, expected: &Table, captured: &str) -> Value {
    let people: BTreeSet<&str> = rows::column(expected, PERSON).into_iter().collect();
    let mut all = Vec::new();
    for person in people {
        let code = world.person(person);
        let reply = world.perform("vaata isikut", [("isikukood", code.clone())]).await;
        let found = match reply.captures.get(captured).cloned().unwrap_or_default() {
            Value::Array(rows) => rows,
            Value::Null => Vec::new(),
            one => vec![one],
        };
        all.extend(found.into_iter().map(|row| with(row, &code)));
    }
    numbers::value(&all.into())
}

fn with(mut row: Value, code: &Value) -> Value {
    if let Some(row) = row.as_object_mut() {
        row.insert(PERSON.to_owned(), code.clone());
    }
    row
}

/// Rows with the person under the name of the tables' column.
fn named(mut rows: Value, key: &str) -> Value {
    for row in rows.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
        let found = row.keys().find(|name| folded(name) == folded(key)).cloned();
        if let Some(code) = found.and_then(|name| row.remove(&name)) {
            row.insert(PERSON.to_owned(), code);
        }
    }
    rows
}
