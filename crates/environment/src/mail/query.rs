//! Operations bound to `postkast`: which letters, how long to wait for them, and how many there
//! must be.

use std::{ops::RangeInclusive, time::Duration};

use rakis_model::{
    Diagnostic, Exchange, Failure, Message, Problems,
    redact::Redactor,
    yaml::{Cursor, Fields, Key, Node},
};
use serde_json::{Map, Value, json};

use super::Mailbox;
use crate::{
    Reply, sql,
    template::{Template, Values},
};

const OPERATION: &[Key] = &[
    Key::new("kirjeldus", "description"),
    Key::new("postkast", "mailbox"),
    Key::new("oodatud kirju", "expected_letters"),
    Key::new("vastus", "captures"),
];
const MAILBOX: &[Key] = &[
    Key::new("saaja", "recipient"),
    Key::new("saatja", "sender"),
    Key::new("teema", "subject"),
    Key::new("tekst", "text"),
    Key::new("alates", "since"),
    Key::new("oota_s", "wait_s"),
    Key::new("vähemalt", "at_least"),
];
/// Longest wait, in seconds.
const LONGEST: u64 = 60;
/// Unless it is said how long.
const WAIT: u64 = 5;

/// Which letters an operation reads.
#[derive(Clone, Debug)]
pub(crate) struct MailOperation {
    /// By Estonian key.
    parts: Vec<(&'static str, Template)>,
    expected: Option<RangeInclusive<u64>>,
}

impl MailOperation {
    pub(crate) fn templates(&self) -> impl Iterator<Item = &Template> {
        self.parts.iter().map(|(_, template)| template)
    }
}

/// Reads the keys of an operation that is bound to the mailbox.
pub(crate) fn operation<'d>(
    cursor: &Cursor<'d>,
    problems: &mut Problems,
) -> Option<(Fields<'d>, MailOperation)> {
    let fields = cursor.map(OPERATION, problems)?;
    let mailbox = fields.required("postkast", problems)?.map(MAILBOX, problems)?;
    let mut parts = Vec::new();
    for key in MAILBOX {
        let Some(cursor) = mailbox.get(key.et) else { continue };
        if let Some(template) = template(key.et, cursor, problems) {
            parts.push((key.et, template));
        }
    }
    let expected = match fields.get("oodatud kirju") {
        Some(cursor) => Some(sql::expected(cursor, problems)?),
        None => None,
    };
    Some((fields, MailOperation { parts, expected }))
}

fn template(key: &str, cursor: &Cursor<'_>, problems: &mut Problems) -> Option<Template> {
    let text = match cursor.node() {
        Node::Int(number) => number.to_string(),
        _ => cursor.text(problems)?,
    };
    let template = match Template::parse(&text) {
        Ok(template) => template,
        Err(message) => {
            problems.push(cursor.error(message).hint(Message::new("env-placeholder-hint")));
            return None;
        }
    };
    if template.is_literal()
        && let Err(message) = number_of(key, Some(&Value::from(text)))
    {
        problems.push(Diagnostic::error(message).at(cursor.place()));
        return None;
    }
    Some(template)
}

/// A look into the mailbox, every place filled.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    /// What was asked for, by key.
    shown: Map<String, Value>,
    since: u64,
    wait: u64,
    at_least: u64,
}

impl Asked {
    /// Fills the places; what an unset optional variable leaves out does not limit the letters.
    ///
    /// # Errors
    /// An unset variable, a value without text, or a number that is none.
    pub(crate) fn new(operation: &MailOperation, values: Values<'_>) -> Result<Self, Message> {
        let mut shown = Map::new();
        for (key, template) in &operation.parts {
            if let Some(text) = template.text(values, str::to_owned)? {
                shown.insert((*key).to_owned(), text.into());
            }
        }
        let number = |key| number_of(key, shown.get(key));
        let since = number("alates")?.unwrap_or(0);
        let at_least = number("vähemalt")?.unwrap_or(1);
        let wait = number("oota_s")?.unwrap_or(WAIT);
        Ok(Self { since, wait, at_least, shown })
    }

    fn fits(&self, letter: &Value) -> bool {
        let wanted = |key: &str| self.shown.get(key).and_then(Value::as_str);
        let text = |key: &str| letter.get(key).and_then(Value::as_str).unwrap_or_default();
        let among = |key: &str, address: &str| {
            let all = letter.get(key).and_then(Value::as_array);
            all.is_some_and(|all| all.iter().any(|one| one.as_str().is_some_and(same(address))))
        };
        let number = letter.get("nr").and_then(Value::as_u64).unwrap_or_default();
        let to = |address| among("ümbriku_saajad", address) || among("saajad", address);
        let from =
            |address| [text("saatja"), text("ümbriku_saatja")].into_iter().any(same(address));
        number >= self.since
            && wanted("saaja").is_none_or(to)
            && wanted("saatja").is_none_or(from)
            && wanted("teema").is_none_or(|subject| words(subject) == words(text("teema")))
            && wanted("tekst").is_none_or(|part| text("tekst").contains(part))
    }

    /// The letters: `{"kirjad": […], "arv": 1, "järgmine": 2}`.
    pub(crate) async fn answer(&self, mailbox: &Mailbox) -> Value {
        let wait = Duration::from_secs(self.wait);
        let (letters, next) = mailbox.wait(self.at_least, wait, |letter| self.fits(letter)).await;
        let letters: Vec<Value> = letters.iter().map(|letter| (**letter).clone()).collect();
        let count = letters.len();
        json!({ "kirjad": letters, "arv": count, "järgmine": next })
    }
}

fn same(wanted: &str) -> impl Fn(&str) -> bool {
    let wanted = wanted.to_lowercase();
    move |address| address.to_lowercase() == wanted
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn number_of(key: &str, value: Option<&Value>) -> Result<Option<u64>, Message> {
    let most = match key {
        "oota_s" => LONGEST,
        "alates" | "vähemalt" => 1_000_000,
        _ => return Ok(None),
    };
    let Some(text) = value.and_then(Value::as_str) else { return Ok(None) };
    let number = text.parse().ok().filter(|number| *number <= most);
    let wrong = || Message::new("env-mail-number").with("name", key).with("most", most);
    number.map(Some).ok_or_else(wrong)
}

/// What is asked, as it may be recorded.
pub(crate) fn sent(redactor: &Redactor, operation: &str, address: &str, asked: &Asked) -> Exchange {
    let body = Value::Object(asked.shown.clone()).to_string();
    Exchange {
        operation: redactor.apply(operation).into_owned(),
        method: "POSTKAST".to_owned(),
        url: address.to_owned(),
        request_body: Some(redactor.apply(&body).into_owned()),
        ..Exchange::default()
    }
}

/// The reply, when there are as many letters as there must be.
pub(crate) fn check_answer(
    name: &str,
    operation: &MailOperation,
    answer: &Value,
) -> Result<Reply, Box<Failure>> {
    let count = answer.get("arv").and_then(Value::as_u64).unwrap_or_default();
    if let Some(expected) = operation.expected.as_ref().filter(|range| !range.contains(&count)) {
        let expected = sql::shown(expected);
        let message = Message::new("env-mail-count")
            .with("operation", name)
            .with("expected", &expected)
            .with("actual", count);
        return Err(Box::new(Failure::failed(message).values(expected, count.to_string())));
    }
    Ok(Reply { text: answer.to_string(), ..Reply::default() })
}
