//! Sentences about the test clock.

use cucumber::given;

use crate::{
    World,
    clock::TestClock,
    or_fail::OrFail,
    parameters::{Clock, Day},
};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("clock.rs"));

/// Sets the test clock: every later request tells the system that it is this moment in Estonia.
/// Näide: praegu on 02.03.2026 kell 09:00
#[given(expr = "praegu on {kuupäev} kell {kellaaeg}")]
fn set(world: &mut World, day: Day, time: Clock) {
    world.set_clock(TestClock::at(day.0, time.0).or_fail());
}

/// Moves the test clock on; it must have been set before.
/// Näide: möödub 15 minutit
#[given(expr = "möödub {int} minutit")]
fn pass(world: &mut World, minutes: i64) {
    world.pass_minutes(minutes);
}
