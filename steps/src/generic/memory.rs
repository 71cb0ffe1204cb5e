//! Sentences that keep values for later texts, where they stand as `{nimi}`.

use cucumber::{given, when};

use super::{answers, fill};
use crate::{
    World,
    parameters::{Code, Person},
};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("memory.rs"));

/// Keeps a value of the last answer under a name.
/// Näide: jätan vastuse väärtuse "$.registrikood" meelde nimega "asutus"
#[when(expr = "jätan vastuse väärtuse {string} meelde nimega {string}")]
fn keep(world: &mut World, path: String, name: String) {
    let value = answers::found(world, &path);
    world.keep(name, value);
}

/// Keeps a text under a name.
/// Näide: jätan teksti "rahvastikuregister" meelde nimega "register"
#[given(expr = "jätan teksti {string} meelde nimega {string}")]
fn keep_text(world: &mut World, text: String, name: String) {
    let text = fill::text(world, &text);
    world.keep(name, text.into());
}

/// Keeps the synthetic personal code of a person under a name.
/// Näide: jätan isiku "Mari Maasikas" isikukoodi meelde nimega "isikukood"
#[given(expr = "jätan isiku {isik} isikukoodi meelde nimega {string}")]
fn keep_code(world: &mut World, person: Person, name: String) {
    let code = world.person(&person.0);
    world.keep(name, code);
}

/// Gives a person a synthetic personal code of one's own choice instead of a new one.
/// Näide: isiku "Mari Maasikas" isikukood on 60001019906
#[given(expr = "isiku {isik} isikukood on {isikukood}")]
fn name_person(world: &mut World, person: Person, code: Code) {
    world.name_person(person.0, code.0);
}
