//! Sentences about logging in and out and about sessions.

use cucumber::{given, when};

use crate::{World, attempt::ALLOWED, or_fail::OrFail, parameters::Person};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("sessions.rs"));

/// What people log in with when nothing else is said.
const CARD: &str = "ID-kaart";
/// The refusal of a log-in that the means did not confirm.
const NOT_CONFIRMED: &str = "OIG-022";

/// A person logs in with the ID card and must be let in.
/// Näide: töötaja "Mari Maasikas" on sisse logitud
/// Toiming: logi sisse
#[given(expr = "töötaja {isik} on sisse logitud")]
async fn logged_in(world: &mut World, person: Person) {
    log_in(world, &person.0).await;
}

/// A person tries to log in with the ID card.
/// Näide: töötaja "Mari Maasikas" logib sisse
/// Toiming: logi sisse
#[when(expr = "töötaja {isik} logib sisse")]
async fn tries(world: &mut World, person: Person) {
    try_with(world, &person.0, CARD, true).await;
}

/// A person tries to log in with another means.
/// Näide: töötaja "Mari Maasikas" logib sisse vahendiga "Smart-ID"
/// Toiming: logi sisse
#[when(expr = "töötaja {isik} logib sisse vahendiga {string}")]
async fn tries_with(world: &mut World, person: Person, means: String) {
    try_with(world, &person.0, &means, true).await;
}

/// So many log-ins in a row that the means does not confirm; each must be refused for that.
/// Näide: töötaja "Mari Maasikas" sisselogimine ebaõnnestub 4 korda
/// Toiming: logi sisse
#[when(expr = "töötaja {isik} sisselogimine ebaõnnestub {int} korda")]
async fn fails(world: &mut World, person: Person, times: u8) {
    for _ in 0..times {
        try_with(world, &person.0, CARD, false).await;
        world.last_attempt().require(NOT_CONFIRMED).or_fail();
    }
}

/// A person uses the open session again.
/// Näide: töötaja "Mari Maasikas" jätkab oma seansis
/// Toiming: jätka seansis
#[when(expr = "töötaja {isik} jätkab oma seansis")]
async fn goes_on(world: &mut World, person: Person) {
    let session = world.session(&person.0);
    world.attempt("jätka seansis", [("sessioon", session)]).await;
}

/// A logged-in person logs out.
/// Näide: töötaja "Mari Maasikas" logib välja
/// Toiming: logi välja
#[when(expr = "töötaja {isik} logib välja")]
async fn logs_out(world: &mut World, person: Person) {
    let session = world.session(&person.0);
    world.attempt("logi välja", [("sessioon", session)]).await;
}

/// Sets after how many minutes without use a session of the institution expires.
/// Näide: töötaja "Helve Haldur" määrab seansi aegumise ajaks 30 minutit
/// Toiming: määra seansi aegumise aeg
#[when(expr = "töötaja {isik} määrab seansi aegumise ajaks {int} minutit")]
async fn set_limit(world: &mut World, person: Person, minutes: i64) {
    let inputs = [("sessioon", world.session(&person.0)), ("minutid", minutes.into())];
    world.attempt("määra seansi aegumise aeg", inputs).await;
}

/// Every later request tells that it comes from this address; for tests, from the range that is
/// kept for examples (RFC 5737).
/// Näide: päringud tulevad aadressilt "192.0.2.7"
#[given(expr = "päringud tulevad aadressilt {string}")]
fn source(world: &mut World, address: String) {
    world.keep("lähteaadress", address.into());
}

/// Logs a person in; who is not let in ends the step.
pub(super) async fn log_in(world: &mut World, person: &str) {
    try_with(world, person, CARD, true).await;
    world.last_attempt().require(ALLOWED).or_fail();
}

async fn try_with(world: &mut World, person: &str, means: &str, confirmed: bool) {
    let code = world.person(person);
    let inputs = [("isikukood", code), ("vahend", means.into()), ("kinnitatud", confirmed.into())];
    world.attempt("logi sisse", inputs).await;
    world.keep_session(person);
}
