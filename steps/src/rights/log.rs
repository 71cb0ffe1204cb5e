//! Sentences about the log of acts and the technical log.

use cucumber::{gherkin::Step, then, when};
use rakis_model::{Difference, Failure, Message, PersonalCode, failure::DifferenceKind};
use serde_json::Value;

use super::grants::about;
use crate::{
    World,
    or_fail::OrFail,
    parameters::{List, Person, SnapshotName},
    rows::{self, Reader},
    snapshots,
};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("log.rs"));

/// The key of an entry's reason: a code and a sentence, of which tables give the code.
const REASON: &str = "pohjus";
/// The key of what an entry is about.
const OBJECT: &str = "objekt";

/// A logged-in person tries to open the log about somebody.
/// Näide: töötaja "Anu Audit" avab isiku "Mari Maasikas" logi
/// Toiming: vaata logi
#[when(expr = "töötaja {isik} avab isiku {isik} logi")]
async fn open(world: &mut World, who: Person, whom: Person) {
    let inputs = about(world, &who, &whom);
    world.attempt("vaata logi", inputs).await;
}

/// A logged-in person finds these entries in the log about or by somebody, among others; only the
/// columns given are looked at. People stand by name, moments as 02.03.2026 09:00, reasons by code.
/// Näide: töötaja "Anu Audit" näeb isiku "Mari Maasikas" logis kirjeid:
/// Toiming: vaata logi
#[then(expr = "töötaja {isik} näeb isiku {isik} logis kirjeid:")]
async fn entries(world: &mut World, who: Person, whom: Person, step: &Step) {
    let actual = log_about(world, &who, &whom).await;
    let message = Message::new("step-log").with("person", &whom.0);
    Reader::new(world.persons()).among(message, &rows::table(step), &actual).or_fail();
}

/// These columns of the log about or by somebody, every entry in its order, are as in the snapshot:
/// none missing, none twice.
/// Näide: töötaja "Anu Audit" näeb isiku "Mari Maasikas" logis veerge "kes, tegevus" nagu hetktõmmisel "Isiku logi"
/// Toiming: vaata logi
#[then(
    expr = "töötaja {isik} näeb isiku {isik} logis veerge {loetelu} nagu hetktõmmisel {hetktõmmis}"
)]
async fn as_approved(
    world: &mut World,
    step: &Step,
    who: Person,
    whom: Person,
    columns: List,
    name: SnapshotName,
) {
    let entries = without_numbers(log_about(world, &who, &whom).await);
    let table = Reader::new(world.persons()).table(&entries, &columns.0).or_fail();
    snapshots::table(world, step, &name, &table, &[]);
}

/// The entries of the log about or by somebody, reasons by code.
async fn log_about(world: &mut World, who: &Person, whom: &Person) -> Value {
    let inputs = about(world, who, whom);
    let reply = world.perform("vaata logi", inputs).await;
    with_codes(reply.captures.get("kirjed").unwrap_or(&Value::Null))
}

/// The technical log has lines, and none of them holds a personal code, neither one of this
/// scenario nor any other.
/// Näide: tehniline logi ei sisalda isikukoode
/// Toiming: vaata tehnilist logi
#[then(expr = "tehniline logi ei sisalda isikukoode")]
async fn technical_log(world: &mut World) {
    let reply = world.perform("vaata tehnilist logi", []).await;
    let lines: Vec<&str> = reply.text.lines().filter(|line| !line.trim().is_empty()).collect();
    without_codes(&lines).or_fail();
}

/// Entries whose object is known by a number that the system gave it, without the number, which is
/// another one in each run: `taotlus 116` → `taotlus [number]`.
fn without_numbers(mut entries: Value) -> Value {
    for entry in entries.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
        let object = entry.get(OBJECT).and_then(Value::as_str).unwrap_or_default();
        let numbered = object.rsplit_once(' ').filter(|(name, number)| {
            name.chars().all(char::is_alphabetic)
                && !number.is_empty()
                && number.bytes().all(|digit| digit.is_ascii_digit())
        });
        if let Some((name, _)) = numbered {
            let name = format!("{name} [number]");
            entry.insert(OBJECT.to_owned(), name.into());
        }
    }
    entries
}

/// Entries with the code alone as the reason: `OIG-003 Kasutajal ei ole …` → `OIG-003`.
fn with_codes(entries: &Value) -> Value {
    let mut entries = entries.clone();
    for entry in entries.as_array_mut().into_iter().flatten() {
        let code = entry.get(REASON).and_then(Value::as_str).and_then(code).map(str::to_owned);
        if let (Some(code), Some(entry)) = (code, entry.as_object_mut()) {
            entry.insert(REASON.to_owned(), code.into());
        }
    }
    entries
}

fn code(reason: &str) -> Option<&str> {
    let word = reason.split(|c: char| !c.is_alphanumeric() && c != '-').next()?;
    let (letters, digits) = word.split_once('-')?;
    let upper = !letters.is_empty() && letters.chars().all(char::is_uppercase);
    let number = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    (upper && number).then_some(word)
}

fn without_codes(lines: &[&str]) -> Result<(), Box<Failure>> {
    let message = Message::new("step-technical-log");
    if lines.is_empty() {
        return Err(Box::new(Failure::failed(Message::new("step-technical-log-empty"))));
    }
    let found: Vec<Difference> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| holds_code(line))
        .map(|(at, line)| Difference {
            path: format!("rida {}", at + 1),
            kind: DifferenceKind::Extra,
            expected: None,
            actual: Some((*line).to_owned()),
        })
        .collect();
    let shown = found.iter().filter_map(|one| one.actual.as_deref()).collect::<Vec<_>>().join("\n");
    let failure =
        || Box::new(Failure::failed(message).values("", shown).differences(found.clone()));
    found.is_empty().then_some(()).ok_or_else(failure)
}

/// Does a line hold eleven digits, no more, that are a personal code?
fn holds_code(line: &str) -> bool {
    line.split(|c: char| !c.is_ascii_digit()).any(|digits| PersonalCode::parse(digits).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_in_a_line_is_found_and_other_numbers_are_not() {
        assert!(holds_code("09:00 GET /star/kliendid/69901010008 200"));
        assert!(holds_code("isikukood=60001019906;"));
        assert!(!holds_code("09:00 GET /star/kliendid/{isikukood} 200 1772434800000"));
        assert!(!holds_code("69901010009 168990101000800"));
        assert!(without_codes(&["GET /star/kliendid/{isikukood} 200"]).is_ok());
        assert_eq!(without_codes(&[]).unwrap_err().message.key, "step-technical-log-empty");
        let leak = without_codes(&["GET /a 200", "GET /star/kliendid/69901010008 200"]);
        assert_eq!(leak.unwrap_err().differences[0].path, "rida 2");
    }

    #[test]
    fn a_number_that_the_system_gave_is_no_part_of_a_snapshot() {
        let objects = |objects: [&str; 5]| -> Value {
            objects.map(|object| serde_json::json!({"objekt": object})).to_vec().into()
        };
        assert_eq!(
            without_numbers(objects([
                "taotlus 116",
                "69901010008",
                "arve kinnitamine",
                "otsus 1a",
                "menetlus 7"
            ])),
            objects([
                "taotlus [number]",
                "69901010008",
                "arve kinnitamine",
                "otsus 1a",
                "menetlus [number]"
            ]),
        );
    }

    #[test]
    fn the_code_of_a_reason_is_its_first_word() {
        assert_eq!(code("OIG-003 Kasutajal ei ole õigust."), Some("OIG-003"));
        assert_eq!(code("OIG-022: tuvastamata"), Some("OIG-022"));
        for reason in ["", "konto aegub", "5 ebaõnnestunud", "ID-kaart puudub", "OIG-"] {
            assert_eq!(code(reason), None, "{reason}");
        }
    }
}
