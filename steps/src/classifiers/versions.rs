//! Sentences about making a classifier, drafting its next version and publishing.

use cucumber::{given, when};
use serde_json::Value;

use crate::{
    World,
    parameters::{Day, Person},
};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("versions.rs"));

/// A logged-in person tries to make a classifier; the system gives it a code, and later sentences are
/// about it. Its first version, valid from a day on, is a draft.
/// Näide: töötaja "Kadri Kask" loob klassifikaatori "Pensioni liik", mis kehtib alates 01.01.2026
/// Toiming: loo klassifikaator
#[when(expr = "töötaja {isik} loob klassifikaatori {string}, mis kehtib alates {kuupäev}")]
async fn create(world: &mut World, who: Person, name: String, from: Day) {
    let inputs = new(world, &who, name, from, false);
    world.attempt("loo klassifikaator", inputs).await;
}

/// The same with a classifier that must have a code for every case.
/// Näide: töötaja "Kadri Kask" loob ammendava klassifikaatori "Menetluse liik", mis kehtib alates 01.01.2026
/// Toiming: loo klassifikaator
#[when(
    expr = "töötaja {isik} loob ammendava klassifikaatori {string}, mis kehtib alates {kuupäev}"
)]
async fn create_exhaustive(world: &mut World, who: Person, name: String, from: Day) {
    let inputs = new(world, &who, name, from, true);
    world.attempt("loo klassifikaator", inputs).await;
}

/// A logged-in person tries to begin the next version, a copy of the last; later sentences change it.
/// Näide: töötaja "Kadri Kask" koostab uue versiooni, mis kehtib alates 01.04.2026
/// Toiming: koosta versioon
#[when(expr = "töötaja {isik} koostab uue versiooni, mis kehtib alates {kuupäev}")]
async fn draft(world: &mut World, who: Person, from: Day) {
    let session = world.session(&who.0);
    let inputs = [("sessioon", session), ("kehtib alates", from.0.to_string().into())];
    world.attempt("koosta versioon", inputs).await;
}

/// A logged-in person tries to publish the version that was drafted last.
/// Näide: töötaja "Kadri Kask" avaldab versiooni
/// Toiming: avalda versioon
#[given(expr = "töötaja {isik} avaldab versiooni")]
async fn publish(world: &mut World, who: Person) {
    let session = world.session(&who.0);
    world.attempt("avalda versioon", [("sessioon", session)]).await;
}

fn new(
    world: &mut World,
    who: &Person,
    name: String,
    from: Day,
    exhaustive: bool,
) -> [(&'static str, Value); 4] {
    let session = world.session(&who.0);
    let from = from.0.to_string().into();
    [
        ("sessioon", session),
        ("nimetus", name.into()),
        ("kehtib alates", from),
        ("ammendav", exhaustive.into()),
    ]
}
