//! Sentences that start, resume and look at a job of the mass calculation.

use cucumber::{gherkin::Step, then, when};
use rakis_model::Message;
use serde_json::{Map, Value};

use super::{
    cells::{self, Inputs, Known},
    numbers, waiting,
};
use crate::{
    World,
    or_fail::OrFail,
    rows::{self, Reader},
};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("job.rs"));

/// What a job may be given.
const JOB: [Known; 6] = [
    ("liik", "liik"),
    ("aasta", "aasta"),
    ("tähtaeg", "tähtaeg"),
    ("osa suurus", "osa suurus"),
    ("paus", "paus"),
    ("katkesta pärast", "katkesta pärast"),
];
/// The state of a job: how sentences call a value, and what it is captured as.
const STATE: [Known; 6] = [
    ("olek", "töö olek"),
    ("tehtud", "töö tehtud"),
    ("kokku", "töö kokku"),
    ("protsent", "töö protsent"),
    ("tähtajas", "töö tähtajas"),
    ("juhend", "töö juhend"),
];

/// A dry run of a job, to its end.
/// Näide: tehakse 2025. aasta prooviarvutus liigiga "keskmine"
/// Toiming: käivita massarvutus
/// Toiming: vaata tööd
#[when(expr = "tehakse {int}. aasta prooviarvutus liigiga {string}")]
async fn dry_run(world: &mut World, year: u16, name: String) {
    run(world, kind(&name, year), true).await;
}

/// Tries to start a job by a table (väli, väärtus): `liik` (`keskmine`, `osakud`), `aasta`,
/// `tähtaeg`, `osa suurus` (people at a time), `paus` (ms after each part), `katkesta pärast`
/// (people after whom it breaks). It goes on in the background.
/// Näide: käivitatakse massarvutus:
/// Toiming: käivita massarvutus
#[when(expr = "käivitatakse massarvutus:")]
async fn start(world: &mut World, step: &Step) {
    let inputs = cells::fields(step, &JOB);
    world.attempt("käivita massarvutus", inputs).await;
}

/// Tries to resume the job that was started last.
/// Näide: massarvutust jätkatakse
/// Toiming: jätka tööd
#[when(expr = "massarvutust jätkatakse")]
async fn resume(world: &mut World) {
    world.attempt("jätka tööd", []).await;
}

/// How far the job is, by a table (väli, väärtus): `olek`, `tehtud`, `kokku`, `protsent`,
/// `tähtajas`, `juhend`.
/// Näide: massarvutuse seis on:
/// Toiming: vaata tööd
#[then(expr = "massarvutuse seis on:")]
async fn state(world: &mut World, step: &Step) {
    let reply = world.perform("vaata tööd", []).await;
    let of = |(name, captured): &Known| {
        let value = reply.captures.get(*captured).cloned().unwrap_or_default();
        ((*name).to_owned(), numbers::value(&value))
    };
    let actual = Value::Object(STATE.iter().map(of).collect::<Map<_, _>>());
    let (message, expected) = (Message::new("step-job"), numbers::table(&rows::table(step)));
    Reader::new(world.persons()).fields(message, &expected.or_fail(), &actual).or_fail();
}

/// What a job of a kind for a year is given.
pub(super) fn kind(name: &str, year: u16) -> Inputs {
    vec![("liik", name.into()), ("aasta", year.into())]
}

/// A dry run and then the run itself, both to their ends.
pub(super) async fn compute(world: &mut World, inputs: Inputs) {
    run(world, inputs.clone(), true).await;
    run(world, inputs, false).await;
}

async fn run(world: &mut World, mut inputs: Inputs, dry: bool) {
    inputs.push(("prooviarvutus", dry.into()));
    world.perform("käivita massarvutus", inputs).await;
    waiting::job(world, waiting::DONE).await;
}
