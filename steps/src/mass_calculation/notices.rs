//! Sentences about who was told of a job, by letters as they came.

use cucumber::{gherkin::Step, given, then};
use rakis_compare::{Order, Table};
use rakis_model::{Failure, Message};
use serde_json::{Value, json};

use super::{
    cells::{self, Known},
    waiting,
};
use crate::{
    World,
    generic::fill,
    lists,
    or_fail::OrFail,
    rows::{self, Reader},
};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("notices.rs"));

const PARTY: [Known; 2] = [("nimi", "nimi"), ("e-post", "epost")];
/// The addresses of the scenario's interested parties, among the values kept.
const PARTIES: &str = "huvitatud osapooled";

/// Who is told of the population's jobs; `{rahvastik}` in an address is the population's number,
/// so that letters of other scenarios are told apart.
/// Näide: huvitatud osapooled on:
/// Toiming: lisa huvitatud osapool
#[given(expr = "huvitatud osapooled on:")]
async fn parties(world: &mut World, step: &Step) {
    let mut addresses = Vec::new();
    for mut row in cells::inputs(step, &PARTY) {
        row.iter_mut().for_each(|(_, value)| *value = filled(world, value));
        addresses.extend(row.iter().filter(|(name, _)| *name == "epost").map(|one| one.1.clone()));
        world.perform("lisa huvitatud osapool", row).await;
    }
    world.keep(PARTIES.to_owned(), addresses.into());
}

/// Each of these letters (saaja, teema) about the job came, once.
/// Näide: massarvutusest on teavitatud:
/// Toiming: vaata töö teateid
/// Toiming: loe massarvutuse kirju
#[then(expr = "massarvutusest on teavitatud:")]
async fn told(world: &mut World, step: &Step) {
    let expected = filled_table(world, step).or_fail();
    let letters = letters(world).await;
    let of_table = |name: &str, value: &str| rows::column(&expected, name).contains(&value);
    let asked = |(to, letter): &(String, &Value)| {
        of_table("saaja", to) && of_table("teema", subject(letter))
    };
    let found = sent(&letters).into_iter().filter(asked);
    let actual: Value =
        found.map(|(to, letter)| json!({"saaja": to, "teema": subject(letter)})).collect();
    let (message, reader) = (Message::new("step-notices"), Reader::new(world.persons()));
    reader.exactly(message, &expected, &actual, &[], Order::Free).or_fail();
}

/// Letters about the job came, and to nobody but the interested parties.
/// Näide: massarvutusest on teavitatud ainult huvitatud osapooli
/// Toiming: vaata töö teateid
/// Toiming: loe massarvutuse kirju
#[then(expr = "massarvutusest on teavitatud ainult huvitatud osapooli")]
async fn nobody_else(world: &mut World) {
    let letters = letters(world).await;
    let mut found: Vec<String> = sent(&letters).into_iter().map(|(to, _)| to).collect();
    found.sort();
    found.dedup();
    let parties = world.variable(PARTIES).as_array().cloned().unwrap_or_default();
    let parties: Vec<String> =
        parties.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    lists::same_items(Message::new("step-notices"), &parties, &json!(found)).or_fail();
}

/// Every letter about the job with this subject encloses a file of this name that is not empty.
/// Näide: massarvutuse teate "Massarvutus lõppes: keskmine 2025" manuses on "protokoll.csv"
/// Toiming: vaata töö teateid
/// Toiming: loe massarvutuse kirju
#[then(expr = "massarvutuse teate {string} manuses on {string}")]
async fn enclosed(world: &mut World, title: String, file: String) {
    let letters = letters(world).await;
    let of_title: Vec<&Value> = letters.iter().filter(|one| subject(one) == title).collect();
    let found: Vec<String> = of_title.iter().flat_map(|letter| enclosures(letter)).collect();
    let required = vec![file; of_title.len().max(1)];
    lists::same_items(Message::new("step-enclosed"), &required, &json!(found)).or_fail();
}

/// No letter about the job came to anybody.
/// Näide: massarvutusest ei ole kedagi teavitatud
/// Toiming: vaata töö teateid
/// Toiming: loe massarvutuse kirju
#[then(expr = "massarvutusest ei ole kedagi teavitatud")]
async fn nobody(world: &mut World) {
    let letters = letters(world).await;
    let found: Vec<String> = sent(&letters).into_iter().map(|(to, _)| to).collect();
    lists::same_items(Message::new("step-notices"), &[], &json!(found)).or_fail();
}

/// The letters about the job, once the system has no notice left to send.
async fn letters(world: &mut World) -> Vec<Value> {
    let mut pause = waiting::Pause::new(world);
    let notices = loop {
        let reply = world.perform("vaata töö teateid", []).await;
        let notices = reply.captures.get("töö teated").and_then(Value::as_array);
        let notices = notices.cloned().unwrap_or_default();
        let waiting = notices.iter().filter(|one| one.get("olek") == Some(&json!("ootel")));
        match waiting.count() {
            0 => break notices,
            left => pause.wait(world, || format!("ootel {left}")).await,
        }
    };
    let count = notices.len().max(1);
    let reply = world.perform("loe massarvutuse kirju", [("kirju", count.into())]).await;
    let letters = reply.captures.get("kirjad").and_then(Value::as_array);
    letters.cloned().unwrap_or_default()
}

/// Every letter with each of the addresses it was delivered to.
fn sent(letters: &[Value]) -> Vec<(String, &Value)> {
    let of = |letter: &Value| -> Vec<String> {
        let to = letter.get("ümbriku_saajad").and_then(Value::as_array).into_iter().flatten();
        to.filter_map(Value::as_str).map(str::to_owned).collect()
    };
    letters.iter().flat_map(|letter| of(letter).into_iter().map(move |to| (to, letter))).collect()
}

fn subject(letter: &Value) -> &str {
    letter.get("teema").and_then(Value::as_str).unwrap_or_default()
}

/// Names of the files a letter encloses, without the empty ones.
fn enclosures(letter: &Value) -> Vec<String> {
    let files = letter.get("manused").and_then(Value::as_array).into_iter().flatten();
    let filled = files.filter(|file| file.get("suurus").and_then(Value::as_u64) > Some(0));
    filled.filter_map(|file| file.get("nimi")?.as_str().map(str::to_owned)).collect()
}

fn filled(world: &World, value: &Value) -> Value {
    fill::text(world, value.as_str().unwrap_or_default()).into()
}

fn filled_table(world: &World, step: &Step) -> Result<Table, Box<Failure>> {
    let table = rows::table(step);
    let row = |cells: &Vec<String>| cells.iter().map(|cell| fill::text(world, cell)).collect();
    Table::new(table.header().to_vec(), table.rows().iter().map(row).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_counts_for_everybody_it_was_delivered_to() {
        let letters = [
            json!({"ümbriku_saajad": ["a@x", "b@x"], "teema": "Algus", "saajad": ["a@x"]}),
            json!({"teema": "Lõpp"}),
        ];
        let found: Vec<String> = sent(&letters).into_iter().map(|(to, _)| to).collect();
        assert_eq!(found, ["a@x", "b@x"], "a blind copy is a copy");
        assert_eq!(subject(&letters[1]), "Lõpp");
    }

    #[test]
    fn an_empty_file_is_no_enclosure() {
        let letter = json!({"manused": [
            {"nimi": "protokoll.csv", "suurus": 120}, {"nimi": "tühi.csv", "suurus": 0}, {"suurus": 1}
        ]});
        assert_eq!(enclosures(&letter), ["protokoll.csv"]);
        assert!(enclosures(&json!({})).is_empty());
    }
}
