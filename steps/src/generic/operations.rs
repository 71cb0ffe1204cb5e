//! Sentences that do any operation by its name.

use cucumber::{gherkin::Step, then, when};
use rakis_model::{Failure, Message};
use serde_json::Value;

use super::fill;
use crate::{World, attempt::ALLOWED, or_fail::OrFail, rows};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("operations.rs"));

/// Does an operation that must be allowed, with the values known so far.
/// Näide: teen toimingu "kontrolli tervist"
/// Toiming: {1}
#[when(expr = "teen toimingu {string}")]
async fn perform(world: &mut World, operation: String) {
    world.perform(&operation, []).await;
}

/// Does an operation that must be allowed, with the values of a table (väli, väärtus). A value is
/// a text; `=15`, `=["a"]` is JSON; `{nimi}` a value kept earlier.
/// Näide: teen toimingu "vaata kasutajat" andmetega:
/// Toiming: {1}
#[when(expr = "teen toimingu {string} andmetega:")]
async fn perform_with(world: &mut World, operation: String, step: &Step) {
    let inputs = inputs(world, step);
    world.perform(&operation, pairs(&inputs)).await;
}

/// Tries an operation that the system may refuse; a later step says which is right.
/// Näide: proovin toimingut "jätka seansis"
/// Toiming: {1}
#[when(expr = "proovin toimingut {string}")]
async fn attempt(world: &mut World, operation: String) {
    world.attempt(&operation, []).await;
}

/// Tries an operation with the values of a table (väli, väärtus).
/// Näide: proovin toimingut "logi sisse" andmetega:
/// Toiming: {1}
#[when(expr = "proovin toimingut {string} andmetega:")]
async fn attempt_with(world: &mut World, operation: String, step: &Step) {
    let inputs = inputs(world, step);
    world.attempt(&operation, pairs(&inputs)).await;
}

/// What was tried last was allowed.
/// Näide: toiming õnnestub
#[then(expr = "toiming õnnestub")]
fn allowed(world: &mut World) {
    world.last_attempt().require(ALLOWED).or_fail();
}

/// What was tried last was refused for this reason.
/// Näide: toimingust keeldutakse põhjusega "OIG-003"
#[then(expr = "toimingust keeldutakse põhjusega {string}")]
fn refused(world: &mut World, code: String) {
    world.last_attempt().require(&code).or_fail();
}

/// What was tried last was allowed (`lubatud`) or refused for this reason.
/// Näide: toimingu tulemus on "lubatud"
#[then(expr = "toimingu tulemus on {string}")]
fn ended(world: &mut World, outcome: String) {
    world.last_attempt().require(&outcome).or_fail();
}

fn inputs(world: &World, step: &Step) -> Vec<(String, Value)> {
    let table = rows::table(step);
    let names = rows::column(&table, "väli").into_iter();
    let cells = names.zip(rows::column(&table, "väärtus"));
    cells
        .map(|(name, cell)| {
            let wrong =
                || Box::new(Failure::invalid(Message::new("step-not-json").with("text", cell)));
            (name.to_owned(), fill::value(world, cell).ok_or_else(wrong).or_fail())
        })
        .collect()
}

fn pairs(inputs: &[(String, Value)]) -> impl Iterator<Item = (&str, Value)> {
    inputs.iter().map(|(name, value)| (name.as_str(), value.clone()))
}
