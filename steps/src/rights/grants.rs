//! Sentences about what an administrator does to accounts and roles, and what a person holds.

use cucumber::{then, when};
use rakis_model::Message;
use serde_json::Value;

use crate::{
    World,
    lists::same_items,
    or_fail::OrFail,
    parameters::{Day, List, Person, Role},
};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("grants.rs"));

/// A logged-in person gives a role to another, from today on.
/// Näide: töötaja "Helve Haldur" annab töötajale "Mari Maasikas" rolli "arveldaja"
/// Toiming: anna roll
#[when(expr = "töötaja {isik} annab töötajale {isik} rolli {roll}")]
async fn give(world: &mut World, who: Person, whom: Person, role: Role) {
    let inputs = about(world, &who, &whom);
    world.attempt("anna roll", inputs.into_iter().chain([("roll", role.0.into())])).await;
}

/// A logged-in person ends a role of another, as of now.
/// Näide: töötaja "Helve Haldur" lõpetab töötaja "Mari Maasikas" rolli "arveldaja"
/// Toiming: lõpeta roll
#[when(expr = "töötaja {isik} lõpetab töötaja {isik} rolli {roll}")]
async fn end(world: &mut World, who: Person, whom: Person, role: Role) {
    let inputs = about(world, &who, &whom);
    world.attempt("lõpeta roll", inputs.into_iter().chain([("roll", role.0.into())])).await;
}

/// A logged-in person sets the first day of another's account.
/// Näide: töötaja "Helve Haldur" määrab, et töötaja "Mari Maasikas" konto kehtib alates 16.03.2026
/// Toiming: määra konto kehtivus
#[when(expr = "töötaja {isik} määrab, et töötaja {isik} konto kehtib alates {kuupäev}")]
async fn valid_from(world: &mut World, who: Person, whom: Person, day: Day) {
    let inputs = about(world, &who, &whom);
    let day = ("alates", day.0.to_string().into());
    world.attempt("määra konto kehtivus", inputs.into_iter().chain([day])).await;
}

/// A logged-in person sets the last day of another's account.
/// Näide: töötaja "Helve Haldur" määrab, et töötaja "Mari Maasikas" konto kehtib kuni 31.03.2026
/// Toiming: määra konto kehtivus
#[when(expr = "töötaja {isik} määrab, et töötaja {isik} konto kehtib kuni {kuupäev}")]
async fn valid_until(world: &mut World, who: Person, whom: Person, day: Day) {
    let inputs = about(world, &who, &whom);
    let day = ("kuni", day.0.to_string().into());
    world.attempt("määra konto kehtivus", inputs.into_iter().chain([day])).await;
}

/// A logged-in person locks another's account.
/// Näide: töötaja "Helve Haldur" lukustab töötaja "Mari Maasikas" konto
/// Toiming: lukusta konto
#[when(expr = "töötaja {isik} lukustab töötaja {isik} konto")]
async fn lock(world: &mut World, who: Person, whom: Person) {
    let inputs = about(world, &who, &whom);
    world.attempt("lukusta konto", inputs).await;
}

/// A logged-in person unlocks another's account.
/// Näide: töötaja "Helve Haldur" avab töötaja "Mari Maasikas" konto
/// Toiming: ava konto
#[when(expr = "töötaja {isik} avab töötaja {isik} konto")]
async fn unlock(world: &mut World, who: Person, whom: Person) {
    let inputs = about(world, &who, &whom);
    world.attempt("ava konto", inputs).await;
}

/// The roles a person holds at the test clock, all of them and no others; `puuduvad` is none.
/// Näide: töötajal "Mari Maasikas" on täpselt rollid "sotsiaaltöötaja, arveldaja"
/// Toiming: vaata kasutajat
#[then(expr = "töötajal {isik} on täpselt rollid {loetelu}")]
async fn holds(world: &mut World, person: Person, expected: List) {
    let isikukood = world.person(&person.0);
    let reply = world.perform("vaata kasutajat", [("isikukood", isikukood)]).await;
    let held = names(reply.captures.get("kasutaja rollid").unwrap_or(&Value::Null));
    let message = Message::new("step-roles").with("person", &person.0);
    same_items(message, &expected.0, &held).or_fail();
}

/// The job title kept with a person's account.
/// Näide: töötaja "Mari Maasikas" ametikoht on "finantsspetsialist"
/// Toiming: vaata kasutajat
#[then(expr = "töötaja {isik} ametikoht on {string}")]
async fn job_title(world: &mut World, person: Person, expected: String) {
    let isikukood = world.person(&person.0);
    let reply = world.perform("vaata kasutajat", [("isikukood", isikukood)]).await;
    let actual =
        Value::Array(reply.captures.get("kasutaja ametikoht").cloned().into_iter().collect());
    let message = Message::new("step-job-title").with("person", &person.0);
    same_items(message, &[expected], &actual).or_fail();
}

/// Who acts, in the own session, and whom the act is about.
pub(super) fn about(world: &mut World, who: &Person, whom: &Person) -> [(&'static str, Value); 2] {
    [("sessioon", world.session(&who.0)), ("isikukood", world.person(&whom.0))]
}

/// The names of held roles; what is no such list stays as it is, for the failure to show.
fn names(roles: &Value) -> Value {
    let name = |role: &Value| role.get("roll").cloned();
    let names = roles.as_array().and_then(|roles| roles.iter().map(name).collect::<Option<_>>());
    names.map_or_else(|| roles.clone(), Value::Array)
}
