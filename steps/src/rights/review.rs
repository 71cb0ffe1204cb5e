//! Sentences about the periodic review of rights.

use cucumber::{gherkin::Step, then, when};
use rakis_compare::Order;
use rakis_model::Message;
use serde_json::Value;

use super::grants::about;
use crate::{
    World,
    or_fail::OrFail,
    parameters::{List, Person, SnapshotName},
    rows::{self, Reader},
    snapshots,
};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("review.rs"));

/// What tells the rows of the list apart.
const KEY: [&str; 2] = ["nimi", "roll"];

/// A logged-in person confirms that another still needs all the rights.
/// Näide: töötaja "Helve Haldur" kinnitab töötaja "Mari Maasikas" õigused
/// Toiming: kinnita õigused
#[when(expr = "töötaja {isik} kinnitab töötaja {isik} õigused")]
async fn confirm(world: &mut World, who: Person, whom: Person) {
    let inputs = about(world, &who, &whom);
    world.attempt("kinnita õigused", inputs).await;
}

/// The review list of the institution has exactly these rows, in any order; the table must have
/// the columns `nimi` and `roll`.
/// Näide: töötaja "Helve Haldur" näeb ülevaatuse nimekirjas täpselt ridu:
/// Toiming: vaata ülevaatust
#[then(expr = "töötaja {isik} näeb ülevaatuse nimekirjas täpselt ridu:")]
async fn exactly(world: &mut World, who: Person, step: &Step) {
    let actual = seen_by(world, &who).await;
    let (message, expected) = (Message::new("step-review"), rows::table(step));
    let reader = Reader::new(world.persons());
    reader.exactly(message, &expected, &actual, &KEY, Order::Free).or_fail();
}

/// The review list of the institution has these rows among others.
/// Näide: töötaja "Helve Haldur" näeb ülevaatuse nimekirjas ridu:
/// Toiming: vaata ülevaatust
#[then(expr = "töötaja {isik} näeb ülevaatuse nimekirjas ridu:")]
async fn among(world: &mut World, who: Person, step: &Step) {
    let actual = seen_by(world, &who).await;
    let (message, expected) = (Message::new("step-review"), rows::table(step));
    Reader::new(world.persons()).among(message, &expected, &actual).or_fail();
}

/// These columns of the review list are as in the snapshot; the rows may come in any order. The
/// columns `nimi` and `roll` must be among them.
/// Näide: töötaja "Helve Haldur" näeb ülevaatuse nimekirjas veerge "nimi, roll" nagu hetktõmmisel "Ülevaatus"
/// Toiming: vaata ülevaatust
#[then(
    expr = "töötaja {isik} näeb ülevaatuse nimekirjas veerge {loetelu} nagu hetktõmmisel {hetktõmmis}"
)]
async fn as_approved(
    world: &mut World,
    step: &Step,
    who: Person,
    columns: List,
    name: SnapshotName,
) {
    let rows = seen_by(world, &who).await;
    let table = Reader::new(world.persons()).table(&rows, &columns.0).or_fail();
    snapshots::table(world, step, &name, &table, &KEY);
}

/// The rows of the review list that a logged-in person sees.
async fn seen_by(world: &mut World, who: &Person) -> Value {
    let session = world.session(&who.0);
    let reply = world.perform("vaata ülevaatust", [("sessioon", session)]).await;
    reply.captures.get("read").cloned().unwrap_or_default()
}
