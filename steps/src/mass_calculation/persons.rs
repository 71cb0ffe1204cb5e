//! Sentences about whom a calculation is for: named people, or a synthetic population.

use cucumber::{gherkin::Step, given};

use super::{
    cells::{self, Inputs, Known},
    waiting,
};
use crate::World;

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("persons.rs"));

const PERSON: [Known; 4] =
    [("isik", "isik"), ("staaž", "staaž"), ("II sammas", "ii sammas"), ("liik", "pensioni liik")];

/// A new population with these people: their service to the end of 1998 (`P12Y7M3D`), the first
/// year in the II pillar, the kind of pension. The scenario's later sentences are about it.
/// Näide: rahvastikus on isikud:
/// Toiming: loo rahvastik
/// Toiming: lisa isik
#[given(expr = "rahvastikus on isikud:")]
async fn people(world: &mut World, step: &Step) {
    let rows = cells::inputs(step, &PERSON);
    world.perform("loo rahvastik", []).await;
    for row in rows {
        let inputs = with_code(world, row);
        world.perform("lisa isik", inputs).await;
    }
}

/// A new population of so many synthetic people with entries of all years; one seed gives the
/// same people every time.
/// Näide: sünteetilises rahvastikus on 2000 isikut seemnega 7
/// Toiming: loo rahvastik
/// Toiming: vaata rahvastikku
#[given(expr = "sünteetilises rahvastikus on {int} isikut seemnega {int}")]
async fn synthetic(world: &mut World, size: u64, seed: u64) {
    world.perform("loo rahvastik", [("suurus", size.into()), ("seeme", seed.into())]).await;
    waiting::population(world).await;
}

/// The code of the person named in the column `isik`, in its place.
pub(super) fn with_code(world: &mut World, mut row: Inputs) -> Inputs {
    for (name, value) in &mut row {
        if *name == "isik" {
            *value = world.person(value.as_str().unwrap_or_default());
            *name = "isikukood";
        }
    }
    row
}
