//! The keys of an environment's own file.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use rakis_model::{
    Diagnostic, Message, Place, Problems, suggest,
    yaml::{Cursor, Fields, Key},
};

use crate::{
    Kind, Limits, Operations, Variables,
    bindings::{self, Listed},
    guard,
    headers::{self, HeaderTemplates},
    load::ENVIRONMENT,
    secrets::{self, Origin},
    sensitive,
    sql::{self, DatabaseSettings},
};

const LIMITS: &[Key] = &[
    Key::new("ühendus_s", "connect_s"),
    Key::new("päring_s", "request_s"),
    Key::new("vastus_mb", "response_mb"),
    Key::new("korraga", "concurrent"),
];

/// An environment's file, secrets not yet looked up.
pub(crate) struct Settings {
    pub(crate) title: String,
    pub(crate) kind: Kind,
    pub(crate) address: Option<String>,
    pub(crate) bindings: Vec<Listed>,
    pub(crate) secrets: Vec<Origin>,
    pub(crate) headers: HeaderTemplates,
    pub(crate) limits: Limits,
    pub(crate) variables: Variables,
    pub(crate) health: Option<(String, Place)>,
    pub(crate) databases: BTreeMap<String, DatabaseSettings>,
    pub(crate) place: Place,
}

impl Settings {
    /// Reads the file; what is wrong is noted, and what may stand in for it is put in its place,
    /// so that the rest is read too. `None` when there is nothing to go on with.
    pub(crate) fn read(root: &Cursor<'_>, problems: &mut Problems) -> Option<Self> {
        let fields = root.map(ENVIRONMENT, problems)?;
        let title = fields.text("nimetus", problems).unwrap_or_default();
        let kind = kind(&fields, problems);
        let address = address(&fields, kind, problems);
        let bindings = listed(&fields, problems);
        let secrets = fields.get("saladused").map(|secrets| secrets::read(secrets, problems));
        let secrets = secrets.unwrap_or_default();
        let headers = fields.get("päised").map(|headers| headers::read(headers, problems));
        let headers = headers.unwrap_or_default();
        let health = fields
            .get("tervis")
            .and_then(|health| health.text(problems).map(|name| (name, health.place())));
        let secret_names = secrets.iter().map(|origin| origin.name.clone()).collect();
        let settings = Self {
            title,
            kind: kind.unwrap_or(Kind::Test),
            address,
            bindings,
            secrets,
            headers,
            limits: limits(&fields, problems),
            variables: variables(&fields, problems),
            health,
            databases: sql::read(&fields, kind, &secret_names, problems),
            place: fields
                .get("aadress")
                .or(fields.get("liik"))
                .map_or_else(|| Place::line(&root.place().source, 1), Cursor::place),
        };
        let names = settings.secret_names();
        if let Some(cursor) = fields.get("päised") {
            for name in settings.headers.iter().flat_map(|(_, template)| template.secrets()) {
                bindings::note_unknown_secret(name, &names, cursor.key_place(), problems);
            }
        }
        Some(settings)
    }

    /// Names of the secrets listed.
    pub(crate) fn secret_names(&self) -> BTreeSet<String> {
        self.secrets.iter().map(|origin| origin.name.clone()).collect()
    }

    /// The health operation must be there, change nothing, and need nothing a step would set.
    pub(crate) fn check_health(&self, operations: &Operations, problems: &mut Problems) {
        let Some((name, place)) = &self.health else { return };
        let mut note = |diagnostic: Diagnostic| problems.push(diagnostic.at(place.clone()));
        let Some(operation) = operations.get(name) else {
            let diagnostic =
                Diagnostic::error(Message::new("env-health-unknown").with("name", name));
            return note(match suggest::nearest(name, operations.keys().map(String::as_str)) {
                Some(near) => diagnostic.hint(Message::new("did-you-mean").with("word", near)),
                None => diagnostic,
            });
        };
        if operation.writes {
            note(Diagnostic::error(Message::new("env-health-writes").with("name", name)));
        }
        let common = self.headers.iter().flat_map(|(_, template)| template.required());
        let needed: BTreeSet<&str> = operation.variables().into_iter().chain(common).collect();
        for variable in needed.into_iter().filter(|one| !self.variables.contains_key(*one)) {
            let message = Message::new("env-health-variable");
            note(Diagnostic::error(message.with("name", name).with("variable", variable)));
        }
    }
}

fn kind(fields: &Fields<'_>, problems: &mut Problems) -> Option<Kind> {
    let cursor = fields.required("liik", problems)?;
    let name = cursor.text(problems)?;
    let kind = Kind::from_name(&name);
    if kind.is_none() {
        let diagnostic = cursor.error(Message::new("env-kind-unknown").with("kind", &name));
        let all = Kind::ALL.iter().flat_map(|(_, et, en)| [*et, *en]);
        problems.push(match suggest::nearest(&name, all) {
            Some(near) => diagnostic.hint(Message::new("did-you-mean").with("word", near)),
            None => {
                let all: Vec<_> = Kind::ALL.iter().map(|(_, et, _)| *et).collect();
                diagnostic.hint(Message::new("yaml-known-keys").with("keys", all.join(", ")))
            }
        });
    }
    kind
}

fn address(fields: &Fields<'_>, kind: Option<Kind>, problems: &mut Problems) -> Option<String> {
    if kind == Some(Kind::Embedded) {
        if let Some(cursor) = fields.get("aadress") {
            let message = Message::new("env-embedded-address");
            problems.push(Diagnostic::error(message).at(cursor.key_place()));
        }
        return None;
    }
    let cursor = match kind {
        Some(_) => fields.required("aadress", problems)?,
        None => fields.get("aadress")?,
    };
    let text = cursor.text(problems)?;
    if let Err(message) = guard::base_address(&text) {
        problems.push(cursor.error(message).hint(Message::new("env-address-hint")));
        return None;
    }
    Some(text)
}

fn listed(fields: &Fields<'_>, problems: &mut Problems) -> Vec<Listed> {
    let Some(cursor) = fields.required("seosed", problems) else { return Vec::new() };
    let items = cursor.list(problems);
    if items.is_empty() && matches!(cursor.node(), rakis_model::yaml::Node::List(_)) {
        let message = Message::new("env-bindings-empty");
        problems.push(cursor.error(message).hint(Message::new("env-bindings-hint")));
    }
    let listed = items
        .iter()
        .filter_map(|item| item.text(problems).map(|path| Listed { path, place: item.place() }));
    listed.collect()
}

/// A limit from 1 to the most there may be.
pub(crate) fn limit(
    fields: &Fields<'_>,
    key: &'static str,
    most: u32,
    problems: &mut Problems,
) -> Option<u32> {
    let cursor = fields.get(key)?;
    let value = cursor.int(problems)?;
    let fitting = u32::try_from(value).ok().filter(|value| (1..=most).contains(value));
    if fitting.is_none() {
        problems.push(cursor.error(Message::new("env-limit-range").with("most", most)));
    }
    fitting
}

fn limits(fields: &Fields<'_>, problems: &mut Problems) -> Limits {
    let mut limits = Limits::default();
    let Some(fields) = fields.get("piirid").and_then(|cursor| cursor.map(LIMITS, problems)) else {
        return limits;
    };
    let mut number = |key, most| limit(&fields, key, most, problems);
    if let Some(seconds) = number("ühendus_s", 600) {
        limits.connect = Duration::from_secs(seconds.into());
    }
    if let Some(seconds) = number("päring_s", 3600) {
        limits.request = Duration::from_secs(seconds.into());
    }
    if let Some(megabytes) = number("vastus_mb", 1024) {
        limits.response_bytes = u64::from(megabytes) * 1024 * 1024;
    }
    if let Some(requests) = number("korraga", 10_000) {
        limits.concurrent = usize::try_from(requests).ok();
    }
    limits
}

fn variables(fields: &Fields<'_>, problems: &mut Problems) -> Variables {
    let Some(cursor) = fields.get("muutujad") else { return Variables::new() };
    let mut variables = Variables::new();
    for (name, value) in cursor.entries(problems) {
        if !crate::template::is_name(name) {
            let message = Message::new("env-variable-name").with("name", name);
            problems.push(Diagnostic::error(message).at(value.key_place()));
        }
        sensitive::refuse_literal(name, &value, problems);
        variables.insert(name.to_owned(), value.node().to_json());
    }
    variables
}
