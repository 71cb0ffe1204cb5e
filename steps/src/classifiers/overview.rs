//! Sentences about which codes are valid when.

use cucumber::{gherkin::Step, then};
use rakis_compare::{Order, Table};
use rakis_model::{Failure, Message, date};
use serde_json::Value;

use crate::{
    World,
    or_fail::OrFail,
    parameters::{Day, SnapshotName},
    rows::{self, Reader},
    snapshots,
};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("overview.rs"));

/// What an overview tells of each code.
pub(super) const COLUMNS: [&str; 7] =
    ["kood", "nimetus", "ülemkood", "tase", "jääkkood", "kehtib alates", "kehtib kuni"];
/// The column of days.
pub(super) const DAY: &str = "kuupäev";

/// The codes valid at the test clock, all of them and no others, each below its parent; only the
/// columns given are looked at, `kood` must be among them.
/// Näide: klassifikaatoris on praegu täpselt koodid:
/// Toiming: vaata klassifikaatorit
#[then(expr = "klassifikaatoris on praegu täpselt koodid:")]
async fn now(world: &mut World, step: &Step) {
    let reply = world.perform("vaata klassifikaatorit", []).await;
    exactly(world, step, reply.captures.get("koodid"));
}

/// The codes valid on a day, in the same way.
/// Näide: klassifikaatoris on 15.04.2026 täpselt koodid:
/// Toiming: vaata klassifikaatorit kuupäeval
#[then(expr = "klassifikaatoris on {kuupäev} täpselt koodid:")]
async fn on_day(world: &mut World, day: Day, step: &Step) {
    let day = [(DAY, day.0.to_string().into())];
    let reply = world.perform("vaata klassifikaatorit kuupäeval", day).await;
    exactly(world, step, reply.captures.get("koodid"));
}

/// The codes of a version on its first day, in the same way; the version may be a draft.
/// Näide: versioonis 2 on täpselt koodid:
/// Toiming: vaata klassifikaatori versiooni
#[then(expr = "versioonis {int} on täpselt koodid:")]
async fn in_version(world: &mut World, number: u32, step: &Step) {
    let number = [("number", number.into())];
    let reply = world.perform("vaata klassifikaatori versiooni", number).await;
    exactly(world, step, reply.captures.get("koodid"));
}

/// Which version is valid on a day.
/// Näide: 15.04.2026 kehtib klassifikaatori versioon 1
/// Toiming: vaata klassifikaatorit kuupäeval
#[then(expr = "{kuupäev} kehtib klassifikaatori versioon {int}")]
async fn version(world: &mut World, day: Day, expected: u32) {
    let day = [(DAY, day.0.to_string().into())];
    let reply = world.perform("vaata klassifikaatorit kuupäeval", day).await;
    let actual = reply.captures.get("kehtiv versioon").map(Value::to_string).unwrap_or_default();
    let failure = Failure::failed(Message::new("step-classifier-version"));
    let failure = failure.values(expected.to_string(), &*actual);
    (actual == expected.to_string()).then_some(()).ok_or_else(|| Box::new(failure)).or_fail();
}

/// The list of classifiers has these rows among others: at the test clock, with owner and version.
/// Näide: klassifikaatorite loetelus on read:
/// Toiming: vaata klassifikaatorite loetelu
#[then(expr = "klassifikaatorite loetelus on read:")]
async fn list(world: &mut World, step: &Step) {
    let reply = world.perform("vaata klassifikaatorite loetelu", []).await;
    let actual = reply.captures.get("klassifikaatorid").unwrap_or(&Value::Null);
    let message = Message::new("step-classifier-list");
    Reader::new(world.persons()).among(message, &rows::table(step), actual).or_fail();
}

/// The codes of a classifier that stands in the system, named by its code, on each day of the table
/// (column `kuupäev`): name, place and validity are as in the snapshot.
/// Näide: klassifikaatori "ELUKOHT" koodid on neil kuupäevadel nagu hetktõmmisel "Elukoha koodid":
/// Toiming: vaata klassifikaatorit kuupäeval
#[then(
    expr = "klassifikaatori {string} koodid on neil kuupäevadel nagu hetktõmmisel {hetktõmmis}:"
)]
async fn as_approved(world: &mut World, step: &Step, classifier: String, name: SnapshotName) {
    world.keep("klassifikaator", classifier.into());
    let table = on_days(world, &rows::table(step)).await;
    // The table below the step is the days, not rules.
    let bare = Step { table: None, ..step.clone() };
    snapshots::table(world, &bare, &name, &table, &[]);
}

/// A row for each code on each day.
async fn on_days(world: &mut World, table: &Table) -> Table {
    let mut found = Vec::new();
    for day in days(table) {
        let codes = codes(world, &day).await.rows().to_vec();
        let shown = date::parse(&day).map(date::show).unwrap_or(day);
        found.extend(codes.into_iter().map(|row| [vec![shown.clone()], row].concat()));
    }
    Table::new(names(&[&[DAY], &COLUMNS[..]].concat()), found).or_fail()
}

/// The days of a table, as interfaces carry them.
pub(super) fn days(table: &Table) -> Vec<String> {
    let wrong = |text: &str| {
        let message = Message::new("step-wrong-day").with("value", text);
        Box::new(Failure::invalid(message))
    };
    let day = |text: &str| date::parse(text).map(|day| day.to_string()).ok_or_else(|| wrong(text));
    rows::column(table, DAY).into_iter().map(|text| day(text).or_fail()).collect()
}

/// The overview on a day as a table.
pub(super) async fn codes(world: &mut World, day: &str) -> Table {
    let reply = world.perform("vaata klassifikaatorit kuupäeval", [(DAY, day.into())]).await;
    let codes = reply.captures.get("koodid").cloned().unwrap_or_default();
    Reader::new(world.persons()).table(&codes, &names(&COLUMNS)).or_fail()
}

fn exactly(world: &World, step: &Step, actual: Option<&Value>) {
    let (message, expected) = (Message::new("step-classifier-codes"), rows::table(step));
    let actual = actual.unwrap_or(&Value::Null);
    let reader = Reader::new(world.persons());
    reader.exactly(message, &expected, actual, &["kood"], Order::Kept).or_fail();
}

/// Names of columns as a table takes them.
fn names(columns: &[&str]) -> Vec<String> {
    columns.iter().map(ToString::to_string).collect()
}
