//! Sentences about lists of the last answer.

use cucumber::{gherkin::Step, then};
use rakis_compare::{Order, Table};
use rakis_model::{Failure, Message};

use super::{answers, fill};
use crate::{
    World,
    or_fail::OrFail,
    rows::{self, Reader},
};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("lists.rs"));

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

fn filled(world: &World, step: &Step) -> Table {
    let table = rows::table(step);
    let cells = |row: &Vec<String>| row.iter().map(|cell| fill::text(world, cell)).collect();
    let rows: Result<Table, Box<Failure>> =
        Table::new(table.header().to_vec(), table.rows().iter().map(cells).collect());
    rows.or_fail()
}
