//! Sentences that try functions for real.

use cucumber::{gherkin::Step, then, when};
use rakis_compare::{Order, Table};
use rakis_model::{Failure, Message};
use serde_json::{Map, Value};

use crate::{
    World,
    attempt::ALLOWED,
    or_fail::OrFail,
    parameters::{Function, Person, SnapshotName},
    rows::{self, Reader},
    snapshots,
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
    world.keep_tried(matrix_table(&actual, expected.header()).or_fail());
    let actual = plain(actual);
    let message = Message::new("step-matrix");
    let reader = Reader::new(world.persons());
    reader.exactly(message, &expected, &actual, &[FUNCTION], Order::Free).or_fail();
}

/// What was tried last with a table of functions is as in the snapshot: who may use what, and how
/// each refusal reads (its code, and whether it says why).
/// Näide: proovimise tulemused on nagu hetktõmmisel "STARi rollide õigused"
#[then(expr = "proovimise tulemused on nagu hetktõmmisel {hetktõmmis}")]
fn tried(world: &mut World, step: &Step, name: SnapshotName) {
    let table = world.tried().clone();
    snapshots::table(world, step, &name, &table, &[FUNCTION]);
}

/// The table of what was tried, as a table.
fn matrix_table(rows: &Value, header: &[String]) -> Result<Table, Box<Failure>> {
    let columns: Vec<&str> = header.iter().map(String::as_str).collect();
    Table::from_objects(rows, &columns)
}

/// The refusal that a missing right gives as a bare `ei`, another by its code alone: what a
/// requirement's table says.
fn plain(mut rows: Value) -> Value {
    for cell in rows.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
        for (_, value) in cell.iter_mut().filter(|(key, _)| *key != FUNCTION) {
            let text = value.as_str().unwrap_or_default();
            let code = text.strip_prefix("ei: ").map(|code| code.replace(" (selgituseta)", ""));
            match code.as_deref() {
                Some(NO_RIGHT) => *value = "ei".into(),
                Some(other) => *value = other.into(),
                None => {}
            }
        }
    }
    rows
}

async fn try_one(world: &mut World, person: &str, function: &str) {
    let inputs = [("sessioon", world.session(person)), ("funktsioon", function.into())];
    world.attempt("kasuta funktsiooni", inputs).await;
}

/// The table as it turns out: `jah`, or `ei` with the code of the refusal.
async fn try_all(world: &mut World, expected: &Table) -> Value {
    let mut rows = Vec::new();
    let people: Vec<&String> = expected.header().iter().filter(|name| *name != FUNCTION).collect();
    for function in rows::column(expected, FUNCTION) {
        let mut row = Map::from_iter([(FUNCTION.to_owned(), function.into())]);
        for person in &people {
            try_one(world, person, function).await;
            let attempt = world.last_attempt();
            let outcome = match (attempt.outcome(), attempt.is_unexplained()) {
                (ALLOWED, _) => "jah".to_owned(),
                (code, false) => format!("ei: {code}"),
                (code, true) => format!("ei: {code} (selgituseta)"),
            };
            row.insert((*person).clone(), outcome.into());
        }
        rows.push(Value::Object(row));
    }
    Value::Array(rows)
}
