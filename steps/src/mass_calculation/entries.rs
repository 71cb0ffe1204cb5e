//! Sentences about entries of the personified social tax.

use cucumber::{gherkin::Step, given, when};

use super::{
    cells::{self, Known},
    persons::with_code,
};
use crate::{World, parameters::Person};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("entries.rs"));

const ENTRY: [Known; 4] =
    [("isik", "isik"), ("aasta", "aasta"), ("liik", "kande liik"), ("summa", "summa")];
/// The sum of an entry whose sum does not matter.
const SOME: &str = "100.00";

/// People of the population have these entries; several a year add up, corrections may be negative.
/// Näide: isikutel on kanded:
/// Toiming: lisa kanne
#[given(expr = "isikutel on kanded:")]
async fn entries(world: &mut World, step: &Step) {
    for row in cells::inputs(step, &ENTRY) {
        let inputs = with_code(world, row);
        world.perform("lisa kanne", inputs).await;
    }
}

/// Tries to add an entry of a kind (`sotsiaalmaks`, `pensioniosa`) that the year may not have.
/// Näide: isikule "Mari Maasikas" lisatakse 2001. aasta kanne liigiga "pensioniosa"
/// Toiming: lisa kanne
#[when(expr = "isikule {isik} lisatakse {int}. aasta kanne liigiga {string}")]
async fn entry_of_kind(world: &mut World, person: Person, year: u16, kind: String) {
    let code = world.person(&person.0);
    let inputs = [("isikukood", code), ("aasta", year.into()), ("kande liik", kind.into())];
    world.attempt("lisa kanne", inputs.into_iter().chain([("summa", SOME.into())])).await;
}
