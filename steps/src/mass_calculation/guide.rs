//! Sentences about the process guide of the mass calculation.

use cucumber::{gherkin::Step, given, then};
use rakis_model::{Failure, Message};

use super::cells::{self, Known};
use crate::{World, or_fail::OrFail, rows::Reader};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("guide.rs"));

const GUIDE: [Known; 3] = [
    ("versioon", "versioon"),
    ("kehtib alates", "kehtib alates"),
    ("üle vaadatud", "üle vaadatud"),
];

/// The versions of the process guide, each with its first day and the day of its last review.
/// Näide: protsessijuhend on:
/// Toiming: määra juhend
#[given(expr = "protsessijuhend on:")]
async fn versions(world: &mut World, step: &Step) {
    for row in cells::inputs(step, &GUIDE) {
        world.perform("määra juhend", row).await;
    }
}

/// Whether the guide of today is current: `jah` or `ei`.
/// Näide: protsessijuhendi ajakohasus on "jah"
/// Toiming: vaata juhendit
#[then(expr = "protsessijuhendi ajakohasus on {string}")]
async fn current(world: &mut World, expected: String) {
    let reply = world.perform("vaata juhendit", []).await;
    let actual = reply.captures.get("juhend ajakohane").cloned().unwrap_or_default();
    let shown = Reader::new(world.persons()).value(&actual);
    let failure = Failure::failed(Message::new("step-guide")).values(&expected, &shown);
    (shown == expected).then_some(()).ok_or_else(|| Box::new(failure)).or_fail();
}
