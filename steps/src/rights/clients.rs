//! Sentences about work with clients: proceedings, register queries, views, decisions, payments.

use cucumber::when;
use serde_json::Value;

use super::grants::about;
use crate::{World, parameters::Person};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("clients.rs"));

/// A logged-in person opens a proceeding on a client.
/// Näide: töötaja "Mari Maasikas" algatab kliendi "Peeter Puu" menetluse
/// Toiming: algata menetlus
#[when(expr = "töötaja {isik} algatab kliendi {isik} menetluse")]
async fn open(world: &mut World, who: Person, client: Person) {
    let inputs = about(world, &who, &client);
    world.attempt("algata menetlus", inputs).await;
    world.keep_as("menetlus", proceeding(&client));
}

/// A logged-in person ends the proceeding on a client.
/// Näide: töötaja "Mari Maasikas" lõpetab kliendi "Peeter Puu" menetluse
/// Toiming: lõpeta menetlus
#[when(expr = "töötaja {isik} lõpetab kliendi {isik} menetluse")]
async fn end(world: &mut World, who: Person, client: Person) {
    let menetlus = world.variable(&proceeding(&client)).clone();
    let inputs = [("sessioon", world.session(&who.0)), ("menetlus", menetlus)];
    world.attempt("lõpeta menetlus", inputs).await;
}

/// A logged-in person asks another register about a client.
/// Näide: töötaja "Mari Maasikas" teeb kliendi "Peeter Puu" kohta päringu registrisse "rahvastikuregister"
/// Toiming: tee registripäring
#[when(expr = "töötaja {isik} teeb kliendi {isik} kohta päringu registrisse {string}")]
async fn query(world: &mut World, who: Person, client: Person, register: String) {
    let inputs = about(world, &who, &client);
    let register: (&str, Value) = ("register", register.into());
    world.attempt("tee registripäring", inputs.into_iter().chain([register])).await;
}

/// A logged-in person looks at a client's data.
/// Näide: töötaja "Mari Maasikas" vaatab kliendi "Peeter Puu" andmeid
/// Toiming: vaata kliendi andmeid
#[when(expr = "töötaja {isik} vaatab kliendi {isik} andmeid")]
async fn view(world: &mut World, who: Person, client: Person) {
    let inputs = about(world, &who, &client);
    world.attempt("vaata kliendi andmeid", inputs).await;
}

/// A logged-in person decides on a client; later sentences speak of this decision.
/// Näide: töötaja "Mari Maasikas" teeb kliendi "Peeter Puu" kohta otsuse
/// Toiming: tee otsus
#[when(expr = "töötaja {isik} teeb kliendi {isik} kohta otsuse")]
async fn decide(world: &mut World, who: Person, client: Person) {
    let inputs = about(world, &who, &client);
    let content = ("sisu", "Määrata toetus taotletud ulatuses.".into());
    world.attempt("tee otsus", inputs.into_iter().chain([content])).await;
}

/// A logged-in person approves the payment of the last decision.
/// Näide: töötaja "Jaan Tamm" kinnitab otsuse väljamakse
/// Toiming: kinnita väljamakse
#[when(expr = "töötaja {isik} kinnitab otsuse väljamakse")]
async fn approve(world: &mut World, who: Person) {
    let session = world.session(&who.0);
    world.attempt("kinnita väljamakse", [("sessioon", session)]).await;
}

/// The variable with a client's proceeding.
fn proceeding(client: &Person) -> String {
    format!("menetlus {}", client.0)
}
