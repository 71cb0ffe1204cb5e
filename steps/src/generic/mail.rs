//! Sentences about the letters that the systems send: to whom, with what subject, text and
//! attachments, and to nobody else.

use std::collections::BTreeSet;

use cucumber::{gherkin::Step, then};
use rakis_compare::{Order, Table};
use rakis_model::{Failure, Message};
use serde_json::{Value, json};

use super::fill;
use crate::{
    World,
    or_fail::{OrFail, fail},
    rows::{self, Reader},
};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("mail.rs"));

/// Variable with the letter that sentences without an address are about.
const LETTER: &str = "kiri";

/// A letter with this subject was sent to this address (a hidden copy counts too); it is waited for
/// a few seconds. The newest is the letter of the sentences that follow.
/// Näide: aadressile "mari@naidis.ee" on saadetud kiri teemaga "Arvutus on lõppenud"
/// Toiming: ootan kirja
/// Toiming: vaatan kirju
#[then(expr = "aadressile {string} on saadetud kiri teemaga {string}")]
async fn sent(world: &mut World, address: String, subject: String) {
    let (address, subject) = (fill::text(world, &address), fill::text(world, &subject));
    let wanted = [("saaja", address.as_str().into()), ("teema", subject.as_str().into())];
    let reply = world.perform("ootan kirja", wanted).await;
    let found = letters(&reply.json().or_fail());
    match found.last() {
        Some(newest) => world.keep(LETTER, newest.clone()),
        None => nothing_sent(world, &address, &subject).await,
    }
}

/// No letter was sent to this address so far. Nothing is waited for, so it belongs after a sentence
/// about a letter that was sent.
/// Näide: aadressile "jaan@naidis.ee" ei ole kirja saadetud
/// Toiming: vaatan kirju
#[then(expr = "aadressile {string} ei ole kirja saadetud")]
async fn not_sent(world: &mut World, address: String) {
    let address = fill::text(world, &address);
    let found = so_far(world, vec![("saaja", address.clone().into())]).await;
    let message = Message::new("step-mail-none").with("address", address);
    none(message, &found).or_fail();
}

/// No letter with this subject was sent to this address so far. Nothing is waited for.
/// Näide: aadressile "jaan@naidis.ee" ei ole saadetud kirja teemaga "Arvutus on lõppenud"
/// Toiming: vaatan kirju
#[then(expr = "aadressile {string} ei ole saadetud kirja teemaga {string}")]
async fn not_sent_about(world: &mut World, address: String, subject: String) {
    let (address, subject) = (fill::text(world, &address), fill::text(world, &subject));
    let wanted = vec![("saaja", address.clone().into()), ("teema", subject.into())];
    let found = so_far(world, wanted).await;
    let message = Message::new("step-mail-none").with("address", address);
    none(message, &found).or_fail();
}

/// Exactly these addresses (column aadress) got a letter with this subject, each once. Scenarios run
/// at once and share one mailbox, so the subject must be this scenario's own.
/// Näide: kirja teemaga "Arvutus 2026 on lõppenud" said täpselt:
/// Toiming: ootan kirja
#[then(expr = "kirja teemaga {string} said täpselt:")]
async fn received(world: &mut World, subject: String, step: &Step) {
    let subject = fill::text(world, &subject);
    exactly(world, vec![("teema", subject.into())], step).await;
}

/// Exactly these addresses (column aadress) got a letter with this subject and this in its text, each
/// once: for letters whose subject is the same in every scenario.
/// Näide: kirja teemaga "Arvutus on lõppenud", mille tekstis on "kogum 17", said täpselt:
/// Toiming: ootan kirja
#[then(expr = "kirja teemaga {string}, mille tekstis on {string}, said täpselt:")]
async fn received_with(world: &mut World, subject: String, part: String, step: &Step) {
    let (subject, part) = (fill::text(world, &subject), fill::text(world, &part));
    exactly(world, vec![("teema", subject.into()), ("tekst", part.into())], step).await;
}

/// A text within the letter found before.
/// Näide: kirja tekstis on "Arvutus on lõppenud"
#[then(expr = "kirja tekstis on {string}")]
fn contains(world: &mut World, part: String) {
    let part = fill::text(world, &part);
    let text = letter(world)["tekst"].as_str().unwrap_or_default().to_owned();
    let failure = || Failure::failed(Message::new("step-mail-text")).values(&part, &text);
    text.contains(&part).then_some(()).ok_or_else(|| Box::new(failure())).or_fail();
}

/// Who the letter found before is from.
/// Näide: kirja saatja on "star@naidis.ee"
#[then(expr = "kirja saatja on {string}")]
fn from(world: &mut World, address: String) {
    let address = fill::text(world, &address);
    let actual = letter(world)["saatja"].as_str().unwrap_or_default().to_owned();
    let failure = || Failure::failed(Message::new("step-mail-from")).values(&address, &actual);
    (actual == address).then_some(()).ok_or_else(|| Box::new(failure())).or_fail();
}

/// The letter found before has an attachment of this name.
/// Näide: kirjal on manus "kokkuvõte.csv"
#[then(expr = "kirjal on manus {string}")]
fn encloses(world: &mut World, name: String) {
    let name = fill::text(world, &name);
    attachment(letter(world), &name).or_fail();
}

/// A text within an attachment of the letter found before.
/// Näide: kirja manuses "kokkuvõte.csv" on tekst "isikukood;"
#[then(expr = "kirja manuses {string} on tekst {string}")]
fn encloses_text(world: &mut World, name: String, part: String) {
    let (name, part) = (fill::text(world, &name), fill::text(world, &part));
    let text = attachment(letter(world), &name).or_fail()["tekst"].clone();
    let text = text.as_str().unwrap_or_default();
    let message = Message::new("step-mail-attachment-text").with("name", name);
    let failure = || Failure::failed(message).values(&part, text);
    text.contains(&part).then_some(()).ok_or_else(|| Box::new(failure())).or_fail();
}

/// The letter of an earlier sentence.
fn letter(world: &World) -> &Value {
    if !world.variables.contains_key(LETTER) {
        fail(Failure::invalid(Message::new("step-mail-no-letter")));
    }
    world.variable(LETTER)
}

fn attachment<'l>(letter: &'l Value, name: &str) -> Result<&'l Value, Box<Failure>> {
    let all = letter["manused"].as_array().map(Vec::as_slice).unwrap_or_default();
    let names: Vec<&str> = all.iter().filter_map(|one| one["nimi"].as_str()).collect();
    let absent = || {
        let failure = Failure::failed(Message::new("step-mail-attachment"));
        Box::new(failure.values(name, names.join(", ")))
    };
    all.iter().find(|one| one["nimi"] == name).ok_or_else(absent)
}

/// The letters that fit and are there.
async fn so_far(world: &mut World, wanted: Vec<(&str, Value)>) -> Vec<Value> {
    let reply = world.perform("vaatan kirju", wanted).await;
    letters(&reply.json().or_fail())
}

fn letters(answer: &Value) -> Vec<Value> {
    answer["kirjad"].as_array().cloned().unwrap_or_default()
}

/// Ends in a failure that tells what was sent to the address instead.
async fn nothing_sent(world: &mut World, address: &str, subject: &str) {
    let others = so_far(world, vec![("saaja", address.into())]).await;
    let message = Message::new("step-mail-sent").with("address", address);
    fail(Failure::failed(message).values(subject, subjects(&others)));
}

fn none(message: Message, found: &[Value]) -> Result<(), Box<Failure>> {
    let failure = || Box::new(Failure::failed(message).values("", subjects(found)));
    found.is_empty().then_some(()).ok_or_else(failure)
}

fn subjects(letters: &[Value]) -> String {
    let subjects = letters.iter().filter_map(|letter| letter["teema"].as_str());
    subjects.collect::<Vec<_>>().join("; ")
}

/// The addresses that got letters are those of the table. More letters are waited for as long as
/// somebody is missing and letters come.
async fn exactly(world: &mut World, wanted: Vec<(&str, Value)>, step: &Step) {
    let table = rows::table(step);
    let required: BTreeSet<String> = rows::column(&table, "aadress")
        .into_iter()
        .map(|address| fill::text(world, address).to_lowercase())
        .collect();
    let mut count = 0;
    let found = loop {
        let least = [("vähemalt", Value::from(count + 1))];
        let all = wanted.iter().cloned().chain(least);
        let reply = world.perform("ootan kirja", all).await;
        let letters = letters(&reply.json().or_fail());
        let found: Vec<String> = letters.iter().flat_map(recipients).collect();
        let missing = required.iter().any(|address| !found.contains(address));
        if !missing || letters.len() == count {
            break found;
        }
        count = letters.len();
    };
    let list: Vec<Value> = found.iter().map(|address| json!({ "aadress": address })).collect();
    let cells = required.into_iter().map(|address| vec![address]).collect();
    let expected: Result<Table, Box<Failure>> = Table::new(vec!["aadress".to_owned()], cells);
    let message = Message::new("step-mail-recipients");
    let reader = Reader::new(world.persons());
    reader.exactly(message, &expected.or_fail(), &list.into(), &[], Order::Free).or_fail();
}

fn recipients(letter: &Value) -> Vec<String> {
    let all = letter["ümbriku_saajad"].as_array().map(Vec::as_slice).unwrap_or_default();
    all.iter().filter_map(Value::as_str).map(str::to_lowercase).collect()
}
