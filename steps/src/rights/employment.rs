//! Sentences about messages of the personnel system: who joins, moves and leaves.

use cucumber::given;
use jiff::civil::Date;
use serde_json::Value;

use crate::{
    World,
    parameters::{Day, Person},
};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("employment.rs"));

/// The personnel system tells a person's first working day.
/// Näide: personalisüsteem teatab, et töötaja "Mari Maasikas" asub tööle 16.03.2026
/// Toiming: teata töösuhtest
#[given(expr = "personalisüsteem teatab, et töötaja {isik} asub tööle {kuupäev}")]
async fn joins(world: &mut World, person: Person, day: Day) {
    let message = event(world, &person, "tööle asumine", day.0);
    world.perform("teata töösuhtest", message).await;
}

/// The personnel system tells that a person has another position from this day on.
/// Näide: personalisüsteem teatab, et töötaja "Mari Maasikas" viiakse 16.03.2026 üle ametikohale "otsustaja"
/// Toiming: teata töösuhtest
#[given(
    expr = "personalisüsteem teatab, et töötaja {isik} viiakse {kuupäev} üle ametikohale {string}"
)]
async fn moves(world: &mut World, person: Person, day: Day, job: String) {
    let message = event(world, &person, "üleviimine", day.0);
    let job = ("ametikoht", job.into());
    world.perform("teata töösuhtest", message.into_iter().chain([job])).await;
}

/// The personnel system tells a person's last working day.
/// Näide: personalisüsteem teatab, et töötaja "Mari Maasikas" viimane tööpäev on 31.03.2026
/// Toiming: teata töösuhtest
#[given(expr = "personalisüsteem teatab, et töötaja {isik} viimane tööpäev on {kuupäev}")]
async fn leaves(world: &mut World, person: Person, day: Day) {
    let message = event(world, &person, "lahkumine", day.0);
    world.perform("teata töösuhtest", message).await;
}

fn event(world: &mut World, who: &Person, event: &str, day: Date) -> [(&'static str, Value); 3] {
    let isikukood = world.person(&who.0);
    [("isikukood", isikukood), ("sündmus", event.into()), ("kuupäev", day.to_string().into())]
}
