//! Sentences about problems with rights: reported, assigned, solved.

use cucumber::{gherkin::Step, then, when};
use rakis_compare::Order;
use rakis_model::Message;
use serde_json::Value;

use crate::{
    World,
    or_fail::OrFail,
    parameters::Person,
    rows::{self, Reader},
};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("problems.rs"));

/// A person reports a problem; later sentences speak of it.
/// Näide: töötaja "Mari Maasikas" teatab probleemist "Ei näe klienti"
/// Toiming: registreeri probleem
#[when(expr = "töötaja {isik} teatab probleemist {string}")]
async fn report(world: &mut World, who: Person, description: String) {
    let inputs = [("isikukood", world.person(&who.0)), ("kirjeldus", description.into())];
    world.attempt("registreeri probleem", inputs).await;
}

/// A logged-in person assigns the problem to another.
/// Näide: töötaja "Helve Haldur" määrab probleemi lahendajaks töötaja "Jaan Tamm"
/// Toiming: määra probleemi täitja
#[when(expr = "töötaja {isik} määrab probleemi lahendajaks töötaja {isik}")]
async fn assign(world: &mut World, who: Person, assignee: Person) {
    let inputs = [("sessioon", world.session(&who.0)), ("täitja", world.person(&assignee.0))];
    world.attempt("määra probleemi täitja", inputs).await;
}

/// A logged-in person solves the problem.
/// Näide: töötaja "Jaan Tamm" lahendab probleemi lahendusega "Profiil lisatud"
/// Toiming: lahenda probleem
#[when(expr = "töötaja {isik} lahendab probleemi lahendusega {string}")]
async fn solve(world: &mut World, who: Person, solution: String) {
    let inputs = [("sessioon", world.session(&who.0)), ("lahendus", solution.into())];
    world.attempt("lahenda probleem", inputs).await;
}

/// What is kept of the problem, by a table (väli, väärtus).
/// Näide: probleemis on kirjas:
/// Toiming: vaata probleemi
#[then(expr = "probleemis on kirjas:")]
async fn kept(world: &mut World, step: &Step) {
    let reply = world.perform("vaata probleemi", []).await;
    let actual = reply.captures.get("probleemi andmed").unwrap_or(&Value::Null);
    let message = Message::new("step-problem");
    let reader = Reader::new(world.persons());
    reader.fields(message, &rows::table(step), actual).or_fail();
}

/// The states the problem went through, in this order.
/// Näide: probleemi ajalugu on täpselt:
/// Toiming: vaata probleemi
#[then(expr = "probleemi ajalugu on täpselt:")]
async fn history(world: &mut World, step: &Step) {
    let reply = world.perform("vaata probleemi", []).await;
    let actual = reply.captures.get("probleemi ajalugu").unwrap_or(&Value::Null);
    let (message, expected) = (Message::new("step-problem-history"), rows::table(step));
    let reader = Reader::new(world.persons());
    reader.exactly(message, &expected, actual, &[], Order::Kept).or_fail();
}
