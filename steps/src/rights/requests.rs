//! Sentences about requests for rights and what was decided.

use cucumber::{gherkin::Step, then, when};
use rakis_model::{Failure, Message};
use serde_json::{Value, json};

use crate::{
    World,
    or_fail::OrFail,
    parameters::{Person, Profile, Role},
    rows::{self, Reader, folded},
};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("requests.rs"));

/// The decision that gives what was asked.
const GRANTED: &str = "rahuldatud";
/// What the institution's people are when nothing else is said.
const JOB_TITLE: &str = "spetsialist";

/// A person sends a complete, signed request for a role.
/// Näide: töötaja "Mari Maasikas" taotleb rolli "sotsiaaltöötaja"
/// Toiming: esita taotlus
#[when(expr = "töötaja {isik} taotleb rolli {roll}")]
async fn ask(world: &mut World, person: Person, role: Role) {
    let form = Form::complete(world, &person.0, &role.0);
    world.perform("esita taotlus", form.inputs()).await;
}

/// A person in a job sends a complete, signed request for a profile.
/// Näide: töötaja "Mari Maasikas" taotleb ametikohal "finantsspetsialist" profiili "finantsist"
/// Toiming: esita taotlus
#[when(expr = "töötaja {isik} taotleb ametikohal {string} profiili {profiil}")]
async fn ask_in_job(world: &mut World, person: Person, job: String, profile: Profile) {
    let form = Form::complete(world, &person.0, &profile.0).with("ametikoht", job.into());
    world.perform("esita taotlus", form.inputs()).await;
}

/// A request that is complete but for one field, which is not there at all.
/// Näide: töötaja "Mari Maasikas" esitab taotluse, milles puudub väli "epost"
/// Toiming: esita taotlus
#[when(expr = "töötaja {isik} esitab taotluse, milles puudub väli {string}")]
async fn ask_without(world: &mut World, person: Person, field: String) {
    let form = Form::plain(world, &person.0).without(&field).or_fail();
    world.perform("esita taotlus", form.inputs()).await;
}

/// A request that is complete but for one field, which is there and empty.
/// Näide: töötaja "Mari Maasikas" esitab taotluse, milles on tühi väli "epost"
/// Toiming: esita taotlus
#[when(expr = "töötaja {isik} esitab taotluse, milles on tühi väli {string}")]
async fn ask_empty(world: &mut World, person: Person, field: String) {
    let form = Form::plain(world, &person.0).emptied(&field).or_fail();
    world.perform("esita taotlus", form.inputs()).await;
}

/// A complete request that nobody signed.
/// Näide: töötaja "Mari Maasikas" esitab allkirjastamata taotluse rolli "arveldaja" saamiseks
/// Toiming: esita taotlus
#[when(expr = "töötaja {isik} esitab allkirjastamata taotluse rolli {roll} saamiseks")]
async fn ask_unsigned(world: &mut World, person: Person, role: Role) {
    let form = Form::complete(world, &person.0, &role.0).with("allkirjastatud", false.into());
    world.perform("esita taotlus", form.inputs()).await;
}

/// A complete request with a personal code of one's own choice, which may be wrong.
/// Näide: töötaja "Mari Maasikas" esitab taotluse isikukoodiga "69901010009"
/// Toiming: esita taotlus
#[when(expr = "töötaja {isik} esitab taotluse isikukoodiga {string}")]
async fn ask_with_code(world: &mut World, person: Person, code: String) {
    let form = Form::plain(world, &person.0).with("isikukood", code.into());
    world.perform("esita taotlus", form.inputs()).await;
}

/// The decision on the last request.
/// Näide: taotlus on "rahuldatud"
#[then(expr = "taotlus on {string}")]
fn decision(world: &mut World, expected: String) {
    require_decision(world, Message::new("step-decision"), &expected).or_fail();
}

/// The last request was not granted for this reason and no other.
/// Näide: taotluse põhjus on "TAO-002"
#[then(expr = "taotluse põhjus on {string}")]
fn reason(world: &mut World, code: String) {
    let codes: Vec<String> = reasons(world).into_iter().map(|(code, _)| code).collect();
    let actual = codes.join(", ");
    require(codes == [code.as_str()], "step-reason", &code, &actual).or_fail();
}

/// One of the reasons of the last request has this code and names this field.
/// Näide: taotluse põhjuste hulgas on "TAO-001", mis nimetab välja "epost"
#[then(expr = "taotluse põhjuste hulgas on {string}, mis nimetab välja {string}")]
fn reason_names(world: &mut World, code: String, field: String) {
    let all = reasons(world);
    let holds = all.iter().any(|(known, text)| *known == code && names(text, &field));
    let actual: Vec<String> = all.iter().map(|(code, text)| format!("{code} {text}")).collect();
    require(holds, "step-reason", &format!("{code} ({field})"), &actual.join("\n")).or_fail();
}

/// What is kept of the last request, by a table (väli, väärtus).
/// Näide: taotluses on kirjas:
/// Toiming: vaata taotlust
#[then(expr = "taotluses on kirjas:")]
async fn kept(world: &mut World, step: &Step) {
    let reply = world.perform("vaata taotlust", []).await;
    let actual = reply.captures.get("taotluse andmed").unwrap_or(&Value::Null);
    let message = Message::new("step-request-kept");
    let reader = Reader::new(world.persons());
    reader.fields(message, &rows::table(step), actual).or_fail();
}

/// The fields of a request as the operation takes them.
pub(super) struct Form(Vec<(&'static str, Value)>);

impl Form {
    /// A complete, signed request of a person for a role.
    pub(super) fn complete(world: &mut World, person: &str, role: &str) -> Self {
        let code = world.person(person);
        Self(vec![
            ("nimi", person.into()),
            ("isikukood", code),
            ("ametikoht", JOB_TITLE.into()),
            ("rollid", json!([role])),
            ("epost", email(person).into()),
            ("allkirjastatud", true.into()),
        ])
    }

    /// A complete, signed request for a role that the institution's kind has.
    fn plain(world: &mut World, person: &str) -> Self {
        Self::complete(world, person, "sotsiaaltöötaja")
    }

    fn with(mut self, field: &str, value: Value) -> Self {
        self.0.iter_mut().filter(|(name, _)| *name == field).for_each(|one| one.1 = value.clone());
        self
    }

    fn without(mut self, field: &str) -> Result<Self, Box<Failure>> {
        self.require(field)?;
        self.0.retain(|(name, _)| *name != field);
        Ok(self)
    }

    fn emptied(self, field: &str) -> Result<Self, Box<Failure>> {
        self.require(field)?;
        let empty = if field == "rollid" { json!([]) } else { json!("") };
        Ok(self.with(field, empty))
    }

    fn require(&self, field: &str) -> Result<(), Box<Failure>> {
        let known: Vec<&str> = self.0.iter().map(|(name, _)| *name).collect();
        let message = Message::new("step-unknown-field").with("field", field);
        let unknown = || Box::new(Failure::invalid(message).values(known.join(", "), field));
        known.contains(&field).then_some(()).ok_or_else(unknown)
    }

    /// For [`World::perform`].
    pub(super) fn inputs(self) -> Vec<(&'static str, Value)> {
        self.0
    }
}

/// A person's set-up request must be granted.
pub(super) fn require_granted(world: &World, person: &str) {
    let message = Message::new("step-employed").with("person", person);
    require_decision(world, message, GRANTED).or_fail();
}

fn require_decision(world: &World, message: Message, expected: &str) -> Result<(), Box<Failure>> {
    let actual = world.variable("otsus").as_str().unwrap_or_default();
    if actual == expected {
        return Ok(());
    }
    let why = reasons(world).into_iter().map(|(code, text)| format!("\n{code} {text}"));
    let actual = std::iter::once(actual.to_owned()).chain(why).collect::<String>();
    Err(Box::new(Failure::failed(message).values(expected, actual)))
}

/// Codes and texts of the reasons of the last request.
fn reasons(world: &World) -> Vec<(String, String)> {
    let all = world.variable("põhjused").as_array().cloned().unwrap_or_default();
    let text = |reason: &Value, key: &str| {
        reason.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    all.iter().map(|reason| (text(reason, "kood"), text(reason, "teade"))).collect()
}

/// Does a sentence name the field as a word of its own?
fn names(sentence: &str, field: &str) -> bool {
    sentence.split(|c: char| !c.is_alphanumeric()).any(|word| folded(word) == folded(field))
}

fn require(
    holds: bool,
    key: &'static str,
    expected: &str,
    actual: &str,
) -> Result<(), Box<Failure>> {
    let failure = || Box::new(Failure::failed(Message::new(key)).values(expected, actual));
    holds.then_some(()).ok_or_else(failure)
}

/// An address that belongs to nobody (RFC 2606): `oie.ounapuu@example.org`.
fn email(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(folded).collect();
    format!("{}@example.org", words.join("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_named_as_a_word_of_its_own() {
        assert!(names("Taotluses on väli „nimi“ täitmata.", "nimi"));
        assert!(!names("Taotluses on väli „perekonnanimi“ täitmata.", "nimi"));
        assert!(names("Täitmata on: epost", "e-post"));
    }

    #[test]
    fn an_address_has_no_letters_that_mail_refuses() {
        assert_eq!(email("Õie Õunapuu-Šablon"), "oie.ounapuusablon@example.org");
    }
}
