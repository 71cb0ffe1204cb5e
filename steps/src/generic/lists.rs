//! Sentences about lists of the last answer.

use cucumber::{gherkin::Step, then};
use rakis_compare::{Order, Table};
use rakis_model::{Distribution, Failure, Message};
use rust_decimal::Decimal;
use serde_json::Value;

use super::{answers, fill};
use crate::{
    World,
    or_fail::OrFail,
    rows::{self, Reader},
};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("lists.rs"));

/// Bars that a picture has at most.
const BINS: usize = 25;

/// How many items a list of the answer has.
/// Näide: vastuse loetelus "$.rollid" on 3 kirjet
#[then(expr = "vastuse loetelus {string} on {int} kirjet")]
fn count(world: &mut World, path: String, expected: usize) {
    let list = answers::found(world, &path);
    let actual = list.as_array().map(Vec::len);
    let shown = actual.map_or_else(|| list.to_string(), |count| count.to_string());
    let same = actual == Some(expected);
    answers::require(same, "step-count", &path, &expected.to_string(), &shown).or_fail();
}

/// A list of the answer has exactly the rows of the table, in any order; only the columns given
/// are looked at.
/// Näide: vastuse loetelu "$.kirjed" on täpselt:
#[then(expr = "vastuse loetelu {string} on täpselt:")]
fn exactly(world: &mut World, path: String, step: &Step) {
    let list = answers::found(world, &path);
    let message = Message::new("step-list").with("path", path);
    let reader = Reader::new(world.persons());
    reader.exactly(message, &filled(world, step), &list, &[], Order::Free).or_fail();
}

/// A list of the answer has the rows of the table among others; only the columns given are looked
/// at.
/// Näide: vastuse loetelus "$.kirjed" on read:
#[then(expr = "vastuse loetelus {string} on read:")]
fn among(world: &mut World, path: String, step: &Step) {
    let list = answers::found(world, &path);
    let message = Message::new("step-list").with("path", path);
    Reader::new(world.persons()).among(message, &filled(world, step), &list).or_fail();
}

/// How often each value of a column of a list in the last answer occurs is drawn in the report.
/// Every value must be a number.
/// Näide: vastuse loetelu "$.pensionid" veeru "muutus" jaotus on aruandes
#[then(expr = "vastuse loetelu {string} veeru {string} jaotus on aruandes")]
fn distribution(world: &mut World, path: String, column: String) {
    let list = answers::found(world, &path);
    let rows = list.as_array().map(Vec::as_slice).unwrap_or_default();
    let numbers: Result<Vec<Decimal>, Box<Failure>> =
        rows.iter().enumerate().map(|(at, row)| number(&path, at, &column, row)).collect();
    let title = Message::new("step-distribution").with("path", path).with("column", column);
    world.show(Distribution::of(title, numbers.or_fail(), BINS));
}

fn number(path: &str, at: usize, column: &str, row: &Value) -> Result<Decimal, Box<Failure>> {
    let cell = row.get(column);
    let text = match cell {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        other => other.map_or_else(|| "–".to_owned(), Value::to_string),
    };
    text.parse().map_err(|_| {
        let message = Message::new("step-not-number")
            .with("path", format!("{path}[{at}].{column}"))
            .with("text", text);
        Box::new(Failure::failed(message))
    })
}

fn filled(world: &World, step: &Step) -> Table {
    let table = rows::table(step);
    let cells = |row: &Vec<String>| row.iter().map(|cell| fill::text(world, cell)).collect();
    let rows: Result<Table, Box<Failure>> =
        Table::new(table.header().to_vec(), table.rows().iter().map(cells).collect());
    rows.or_fail()
}
