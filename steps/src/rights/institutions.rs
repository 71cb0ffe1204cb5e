//! Sentences about institutions and who works in them.

use std::collections::BTreeMap;

use cucumber::{gherkin::Step, given, then};
use serde_json::Value;

use super::requests::{Form, require_granted};
use crate::{
    World,
    lists::same_items,
    or_fail::OrFail,
    parameters::{List, Person, Role},
    rows,
};
use rakis_model::Message;

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("institutions.rs"));

/// Sets up an institution of a kind with its first administrator; later sentences are about it.
/// Näide: asutus on "omavalitsus" ja selle administraator on "Helve Haldur"
/// Toiming: loo asutus
#[given(expr = "asutus on {string} ja selle administraator on {isik}")]
async fn institution(world: &mut World, kind: String, administrator: Person) {
    set_up(world, &kind, &administrator.0).await;
}

/// A person works in the institution: a complete, signed request for the role is granted.
/// Näide: asutuses töötab "Mari Maasikas" rollis "sotsiaaltöötaja"
/// Toiming: esita taotlus
#[given(expr = "asutuses töötab {isik} rollis {roll}")]
async fn works(world: &mut World, person: Person, role: Role) {
    employ(world, &person.0, &role.0).await;
}

/// Sets up one institution of each kind of the table (töötaja, asutuse liik, roll), gives every
/// person of it the role there by a granted request, and logs them in.
/// Näide: eri asutustes töötavad:
/// Toiming: loo asutus
/// Toiming: esita taotlus
/// Toiming: logi sisse
#[given(expr = "eri asutustes töötavad:")]
async fn work(world: &mut World, step: &Step) {
    let table = rows::table(step);
    let kinds = rows::column(&table, "asutuse liik");
    let people = rows::column(&table, "töötaja").into_iter().zip(rows::column(&table, "roll"));
    let mut institutions = BTreeMap::new();
    for (kind, (person, role)) in kinds.into_iter().zip(people) {
        enter(world, kind, &mut institutions).await;
        employ(world, person, role).await;
        super::sessions::log_in(world, person).await;
    }
}

/// The roles that the institution's people may have, all of them and no others.
/// Näide: asutusele on lubatud täpselt rollid "administraator, sotsiaaltöötaja, arveldaja"
/// Toiming: vaata lubatud rolle
#[then(expr = "asutusele on lubatud täpselt rollid {loetelu}")]
async fn permitted_roles(world: &mut World, expected: List) {
    let reply = world.perform("vaata lubatud rolle", []).await;
    let actual = reply.captures.get("lubatud rollid").unwrap_or(&Value::Null);
    same_items(Message::new("step-permitted-roles"), &expected.0, actual).or_fail();
}

async fn set_up(world: &mut World, kind: &str, administrator: &str) {
    let code = world.person(administrator);
    let inputs = [
        ("nimetus", format!("Näidisasutus ({kind})").into()),
        ("liik", kind.into()),
        ("nimi", administrator.into()),
        ("isikukood", code),
    ];
    world.perform("loo asutus", inputs).await;
}

/// Goes on in the institution of this kind; the first time it is set up.
async fn enter(world: &mut World, kind: &str, institutions: &mut BTreeMap<String, Value>) {
    if let Some(institution) = institutions.get(kind) {
        world.keep("asutus", institution.clone());
    } else {
        set_up(world, kind, &format!("{kind}: esimene haldur")).await;
        institutions.insert(kind.to_owned(), world.variable("asutus").clone());
    }
}

async fn employ(world: &mut World, person: &str, role: &str) {
    let form = Form::complete(world, person, role);
    world.perform("esita taotlus", form.inputs()).await;
    require_granted(world, person);
}
