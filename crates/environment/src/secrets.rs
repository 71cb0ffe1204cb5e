//! Where secrets come from: environment variables and files, never the YAML itself.

use std::{collections::BTreeMap, path::Path};

use rakis_model::{
    Diagnostic, Message, Place, Problems,
    redact::SHORTEST_SECRET,
    yaml::{Cursor, Key, Node},
};

use crate::{Lookup, Secret, sensitive};

const SECRET: &[Key] = &[Key::new("muutuja", "variable"), Key::new("fail", "file")];

/// Where one secret is to be found.
pub(crate) struct Origin {
    /// Its name in templates.
    pub(crate) name: String,
    /// What holds it.
    holder: Holder,
    /// Where that is written.
    place: Place,
}

enum Holder {
    /// An environment variable.
    Variable(String),
    /// A file, relative to the project.
    File(String),
}

/// Reads `saladused`; what is wrong is noted with its place.
pub(crate) fn read(cursor: &Cursor<'_>, problems: &mut Problems) -> Vec<Origin> {
    let mut origins = Vec::new();
    for (name, value) in cursor.entries(problems) {
        if !crate::template::is_name(name) {
            let message = Message::new("env-variable-name").with("name", name);
            problems.push(Diagnostic::error(message).at(value.key_place()));
        }
        if matches!(value.node(), Node::Text(_) | Node::Int(_) | Node::Float(_)) {
            problems.push(sensitive::literal_secret(name, &value));
            continue;
        }
        let Some(fields) = value.map(SECRET, problems) else { continue };
        let (cursor, holder) = match (fields.get("muutuja"), fields.get("fail")) {
            (Some(cursor), None) => (cursor, cursor.text(problems).map(Holder::Variable)),
            (None, Some(cursor)) => (cursor, cursor.text(problems).map(Holder::File)),
            (Some(_), Some(_)) | (None, None) => {
                let message = Message::new("env-secret-one-origin").with("name", name);
                problems.push(Diagnostic::error(message).at(value.key_place()));
                continue;
            }
        };
        origins.extend(holder.map(|holder| Origin {
            name: name.to_owned(),
            holder,
            place: cursor.place(),
        }));
    }
    origins
}

/// Looks the secrets up; a missing or too short one is noted, its value never told.
pub(crate) fn resolve(
    origins: &[Origin],
    root: &Path,
    lookup: &dyn Lookup,
    problems: &mut Problems,
) -> BTreeMap<String, Secret> {
    let mut secrets = BTreeMap::new();
    for origin in origins {
        match value(origin, root, lookup) {
            Ok(value) => {
                secrets.insert(origin.name.clone(), Secret::new(value));
            }
            Err(diagnostic) => problems.push((*diagnostic).at(origin.place.clone())),
        }
    }
    secrets
}

fn value(origin: &Origin, root: &Path, lookup: &dyn Lookup) -> Result<String, Box<Diagnostic>> {
    let value = match &origin.holder {
        Holder::Variable(variable) => lookup.variable(variable).ok_or_else(|| {
            let message = Message::new("env-secret-variable-unset").with("variable", variable);
            let hint = Message::new("env-secret-variable-hint").with("variable", variable);
            Box::new(Diagnostic::error(message).hint(hint))
        })?,
        Holder::File(file) => std::fs::read_to_string(root.join(file)).map_err(|error| {
            let message = Message::new("env-secret-file").with("file", file).with("reason", error);
            Box::new(Diagnostic::error(message).hint(Message::new("source-check-path")))
        })?,
    };
    let value = value.trim_end_matches(['\r', '\n']);
    if value.len() < SHORTEST_SECRET {
        let message = Message::new("env-secret-short").with("name", &origin.name);
        return Err(Box::new(
            Diagnostic::error(message.with("shortest", SHORTEST_SECRET))
                .hint(Message::new("env-secret-short-hint")),
        ));
    }
    Ok(value.to_owned())
}
