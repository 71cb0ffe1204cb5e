//! Sentences about single values of the last answer, found by JSON path: `$.rollid[0].roll`.

use cucumber::{gherkin::Step, then};
use rakis_environment::JsonPath;
use rakis_model::{Failure, Message, amount, date};
use serde_json::Value;

use super::fill;
use crate::{
    World,
    or_fail::OrFail,
    parameters::{Code, Day, Sum},
};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("answers.rs"));

/// A value of the answer, read as people read it: `jah`/`ei`, 31.12.2026, a known person's name.
/// Näide: vastuse väärtus "$.olek" on "korras"
#[then(expr = "vastuse väärtus {string} on {string}")]
fn equals(world: &mut World, path: String, expected: String) {
    let actual = fill::shown(world, &found(world, &path));
    let expected = fill::text(world, &expected);
    let same = actual == expected;
    require(same, "step-value", &path, &expected, &actual).or_fail();
}

/// A text within a value of the answer.
/// Näide: vastuse väärtus "$.teade" sisaldab "isikukood"
#[then(expr = "vastuse väärtus {string} sisaldab {string}")]
fn contains(world: &mut World, path: String, part: String) {
    let actual = fill::shown(world, &found(world, &path));
    let part = fill::text(world, &part);
    let holds = actual.contains(&part);
    require(holds, "step-contains", &path, &part, &actual).or_fail();
}

/// An amount of money in the answer, as a number or a text; compared exactly.
/// Näide: vastuse väärtus "$.summa" on summa 1 234,56 €
#[then(expr = "vastuse väärtus {string} on summa {summa}")]
fn is_sum(world: &mut World, path: String, expected: Sum) {
    let actual = fill::shown(world, &found(world, &path));
    let same = amount::parse(&actual) == Some(expected.0);
    require(same, "step-value", &path, &amount::show(expected.0), &actual).or_fail();
}

/// A day in the answer, in either form.
/// Näide: vastuse väärtus "$.kehtib_kuni" on kuupäev 31.12.2026
#[then(expr = "vastuse väärtus {string} on kuupäev {kuupäev}")]
fn is_day(world: &mut World, path: String, expected: Day) {
    let actual = fill::shown(world, &found(world, &path));
    let same = date::parse(&actual) == Some(expected.0);
    require(same, "step-value", &path, &date::show(expected.0), &actual).or_fail();
}

/// A personal code in the answer.
/// Näide: vastuse väärtus "$.isikukood" on isikukood 60001019906
#[then(expr = "vastuse väärtus {string} on isikukood {isikukood}")]
fn is_code(world: &mut World, path: String, expected: Code) {
    let actual = found(world, &path);
    let same = actual.as_str() == Some(expected.0.as_str());
    let actual = fill::shown(world, &actual);
    require(same, "step-value", &path, expected.0.as_str(), &actual).or_fail();
}

/// There is nothing at this path of the answer.
/// Näide: vastuses puudub "$.parool"
#[then(expr = "vastuses puudub {string}")]
fn absent(world: &mut World, path: String) {
    let answer = world.reply().json().or_fail();
    let actual = parsed(&path).find(&answer).map(Value::to_string);
    let none = actual.is_none();
    require(none, "step-absent", &path, "", &actual.unwrap_or_default()).or_fail();
}

/// The whole answer equals the JSON below the step, key by key; the order of keys is free.
/// Näide: vastus on täpselt:
#[then(expr = "vastus on täpselt:")]
fn whole(world: &mut World, step: &Step) {
    let expected = document(world, step);
    let actual = world.reply().json().or_fail();
    let differences = rakis_compare::json(&expected, &actual);
    let failure = Failure::failed(Message::new("step-whole"));
    let failure = failure.values(format!("{expected:#}"), format!("{actual:#}"));
    let same = differences.is_empty().then_some(());
    same.ok_or_else(|| Box::new(failure.differences(differences))).or_fail();
}

/// The value at a path of the last answer.
pub(super) fn found(world: &World, path: &str) -> Value {
    let answer = world.reply().json().or_fail();
    let none = || {
        let message = Message::new("step-no-value").with("path", path);
        Box::new(Failure::failed(message).values(path, answer.to_string()))
    };
    parsed(path).find(&answer).cloned().ok_or_else(none).or_fail()
}

fn parsed(path: &str) -> JsonPath {
    let wrong = || Box::new(Failure::invalid(Message::new("step-wrong-path").with("path", path)));
    JsonPath::parse(path).ok_or_else(wrong).or_fail()
}

fn document(world: &World, step: &Step) -> Value {
    let none = || Box::new(Failure::invalid(Message::new("step-no-text")));
    let text = fill::text(world, step.docstring.as_deref().ok_or_else(none).or_fail());
    let wrong =
        |reason| Box::new(Failure::invalid(Message::new("step-not-json").with("text", reason)));
    serde_json::from_str(&text).map_err(wrong).or_fail()
}

/// Ends in a failure with both values unless the check holds.
pub(super) fn require(
    holds: bool,
    key: &'static str,
    path: &str,
    expected: &str,
    actual: &str,
) -> Result<(), Box<Failure>> {
    let failure =
        || Box::new(Failure::failed(Message::new(key).with("path", path)).values(expected, actual));
    holds.then_some(()).ok_or_else(failure)
}
