//! `andmebaasid` of an environment's file.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use rakis_model::{
    Diagnostic, Message, Place, Problems,
    yaml::{Cursor, Fields, Key, Node},
};

use super::address;
use crate::{Kind, bindings, settings::limit, template::Template};

const DATABASE: &[Key] = &[
    Key::new("aadress", "address"),
    Key::new("kirjutamine", "writable"),
    Key::new("piirid", "limits"),
];
const LIMITS: &[Key] = &[Key::new("päring_s", "request_s"), Key::new("ridu", "rows")];
/// What stands for the address of the database of the embedded system.
const EMBEDDED: [&str; 2] = ["sisseehitatud", "embedded"];

/// One database as the file describes it.
#[derive(Clone, Debug)]
pub(crate) struct DatabaseSettings {
    /// `None` is the database of the embedded system.
    pub(crate) address: Option<Template>,
    /// May statements change anything?
    pub(crate) writable: bool,
    /// For one statement, its rows included.
    pub(crate) request: Duration,
    /// Rows of an answer that is kept; those handed on one by one are not limited.
    pub(crate) rows: u64,
    /// Where it is written.
    pub(crate) place: Place,
}

/// Reads `andmebaasid`; what is wrong is noted with its place.
pub(crate) fn read(
    fields: &Fields<'_>,
    kind: Option<Kind>,
    secrets: &BTreeSet<String>,
    problems: &mut Problems,
) -> BTreeMap<String, DatabaseSettings> {
    let Some(cursor) = fields.get("andmebaasid") else { return BTreeMap::new() };
    let mut databases = BTreeMap::new();
    for (name, value) in cursor.entries(problems) {
        if !crate::template::is_name(name) {
            let message = Message::new("env-variable-name").with("name", name);
            problems.push(Diagnostic::error(message).at(value.key_place()));
        }
        if let Some(settings) = one(&value, kind, secrets, problems) {
            databases.insert(name.to_owned(), settings);
        }
    }
    databases
}

fn one(
    cursor: &Cursor<'_>,
    kind: Option<Kind>,
    secrets: &BTreeSet<String>,
    problems: &mut Problems,
) -> Option<DatabaseSettings> {
    let mut settings = DatabaseSettings {
        address: None,
        writable: false,
        request: Duration::from_secs(30),
        rows: 10_000,
        place: cursor.key_place(),
    };
    if matches!(cursor.node(), Node::Text(_)) {
        settings.address = address(cursor, kind, secrets, problems)?;
        return Some(settings);
    }
    let fields = cursor.map(DATABASE, problems)?;
    if let Some(writable) = fields.get("kirjutamine").and_then(|cursor| cursor.bool(problems)) {
        settings.writable = writable;
    }
    limits(&fields, &mut settings, problems);
    settings.address = address(fields.required("aadress", problems)?, kind, secrets, problems)?;
    Some(settings)
}

fn limits(fields: &Fields<'_>, settings: &mut DatabaseSettings, problems: &mut Problems) {
    let Some(fields) = fields.get("piirid").and_then(|cursor| cursor.map(LIMITS, problems)) else {
        return;
    };
    let mut number = |key, most| limit(&fields, key, most, problems);
    if let Some(seconds) = number("päring_s", 3600) {
        settings.request = Duration::from_secs(seconds.into());
    }
    if let Some(rows) = number("ridu", 10_000_000) {
        settings.rows = rows.into();
    }
}

/// `Some(None)` is the database of the embedded system.
#[expect(clippy::option_option, reason = "the outer one says that it could not be read")]
fn address(
    cursor: &Cursor<'_>,
    kind: Option<Kind>,
    secrets: &BTreeSet<String>,
    problems: &mut Problems,
) -> Option<Option<Template>> {
    let text = cursor.text(problems)?;
    if EMBEDDED.contains(&text.as_str()) {
        if kind.is_some_and(|kind| kind != Kind::Embedded) {
            problems.push(cursor.error(Message::new("env-database-embedded")));
        }
        return Some(None);
    }
    let template = match Template::parse(&text) {
        Ok(template) => template,
        Err(message) => {
            problems.push(cursor.error(message).hint(Message::new("env-database-hint")));
            return None;
        }
    };
    if let Some(name) = template.variables().next() {
        let message = Message::new("env-database-variable").with("name", name);
        problems.push(cursor.error(message).hint(Message::new("env-database-hint")));
    }
    for secret in template.secrets() {
        bindings::note_unknown_secret(secret, secrets, cursor.key_place(), problems);
    }
    if address::holds_password(&template) {
        problems.push(crate::sensitive::literal_secret("aadress", cursor));
        return None;
    }
    if template.is_literal()
        && let Err(message) = address::check(&text)
    {
        problems.push(cursor.error(message).hint(Message::new("env-database-hint")));
    }
    Some(Some(template))
}
