//! Binding files: how one environment performs each operation.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use rakis_model::{
    Diagnostic, Message, Place, Problems, Source, suggest,
    yaml::{Cursor, Document, Fields, Key, Node},
};

use crate::{
    JsonPath, Kind, Operation, Operations,
    address::AddressTemplate,
    body::BodyTemplate,
    headers, mail,
    operation::{HttpOperation, Means},
    sensitive,
    sql::{self, DatabaseSettings},
};

const FILE: &[Key] = &[Key::new("toimingud", "operations")];
const OPERATION: &[Key] = &[
    Key::new("kirjeldus", "description"),
    Key::new("päring", "request"),
    Key::new("päised", "headers"),
    Key::new("keha", "body"),
    Key::new("oodatud", "expected"),
    Key::new("vastus", "captures"),
    Key::new("muudab", "writes"),
];
const METHODS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/// One binding file or folder as an environment names it.
pub(crate) struct Listed {
    /// Relative to `environments/`.
    pub(crate) path: String,
    /// Where it is named.
    pub(crate) place: Place,
}

/// What an environment has that operations may name.
pub(crate) struct Known<'a> {
    pub(crate) kind: Kind,
    pub(crate) secrets: &'a BTreeSet<String>,
    pub(crate) databases: &'a BTreeMap<String, DatabaseSettings>,
}

/// Reads every operation of the files and folders listed.
pub(crate) fn read(
    folder: &Path,
    listed: &[Listed],
    known: &Known<'_>,
    problems: &mut Problems,
) -> Operations {
    let mut operations = Operations::new();
    for (path, name) in files(folder, listed, problems) {
        let source = problems.note(Source::read(&path, &name));
        let Some(document) = source.and_then(|source| problems.note(Document::parse(source)))
        else {
            continue;
        };
        let root = document.root();
        let Some(fields) = root.map(FILE, problems) else { continue };
        let Some(entries) = fields.required("toimingud", problems) else { continue };
        for (name, cursor) in entries.entries(problems) {
            let Some(operation) = operation(name, &cursor, known, problems) else { continue };
            if let Some(first) = operations.get(name) {
                let message = Message::new("env-operation-twice").with("name", name);
                problems.push(
                    Diagnostic::error(message)
                        .at(operation.place)
                        .related(first.place.clone(), Message::new("yaml-first-here")),
                );
            } else {
                operations.insert(name.to_owned(), operation);
            }
        }
    }
    operations
}

/// The files in the order listed, those of a folder by name, none twice.
fn files(folder: &Path, listed: &[Listed], problems: &mut Problems) -> Vec<(PathBuf, String)> {
    let mut files: Vec<(PathBuf, String)> = Vec::new();
    for one in listed {
        let path = folder.join(&one.path);
        let name =
            format!("environments/{}", one.path.trim_start_matches("./").trim_end_matches('/'));
        let found =
            if path.is_dir() { yaml_files(&path, &name) } else { vec![(path.clone(), name)] };
        let problem = |key| Message::new(key).with("path", &one.path);
        if !path.exists() {
            problems.push(
                Diagnostic::error(problem("env-bindings-absent"))
                    .at(one.place.clone())
                    .hint(Message::new("env-bindings-hint")),
            );
            continue;
        }
        if found.is_empty() {
            problems.push(
                Diagnostic::error(problem("env-bindings-no-files"))
                    .at(one.place.clone())
                    .hint(Message::new("env-bindings-hint")),
            );
        }
        for file in found {
            if !files.iter().any(|(known, _)| *known == file.0) {
                files.push(file);
            }
        }
    }
    files
}

/// The YAML files of a folder by name; one that cannot be read is empty.
pub(crate) fn yaml_files(folder: &Path, name: &str) -> Vec<(PathBuf, String)> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.filter(|entry| entry.path().is_file());
    let mut names: Vec<String> = names
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.ends_with(".yaml") && !name.starts_with('.'))
        .collect();
    names.sort();
    names.into_iter().map(|file| (folder.join(&file), format!("{name}/{file}"))).collect()
}

fn operation(
    name: &str,
    cursor: &Cursor<'_>,
    known: &Known<'_>,
    problems: &mut Problems,
) -> Option<Operation> {
    let (fields, means, writes) = means(cursor, known, problems)?;
    let description = fields.optional_text("kirjeldus", problems);
    let captures = captures(&fields, problems);
    if matches!(&means, Means::Http(http) if http.method == "HEAD") && !captures.is_empty() {
        problems.push(cursor.error(Message::new("env-head-captures")).at(cursor.key_place()));
    }
    let mail = matches!(means, Means::Mail(_));
    let operation = Operation {
        name: name.to_owned(),
        description,
        captures,
        writes,
        unavailable: (mail && known.kind != Kind::Embedded)
            .then(|| Message::new("env-mail-none").with("operation", name)),
        place: cursor.key_place(),
        means,
    };
    for secret in operation.secrets() {
        note_unknown_secret(secret, known.secrets, cursor.key_place(), problems);
    }
    Some(operation)
}

/// By what means it is performed (`päring`, `sql` or `postkast`), and whether it writes.
fn means<'d>(
    cursor: &Cursor<'d>,
    known: &Known<'_>,
    problems: &mut Problems,
) -> Option<(Fields<'d>, Means, bool)> {
    let has = |keys: [&str; 2]| match cursor.node() {
        Node::Map(pairs) => pairs.iter().any(|(key, _)| keys.contains(&key.as_str())),
        _ => false,
    };
    let found = [has(["päring", "request"]), has(["sql", "sql"]), has(["postkast", "mailbox"])];
    match found {
        [false, true, false] => {
            let (fields, sql) = sql::operation(cursor, known.databases, problems)?;
            let writes = sql.statement.writing().is_some();
            Some((fields, Means::Sql(Box::new(sql)), writes))
        }
        [false, false, true] => {
            let (fields, mail) = mail::operation(cursor, problems)?;
            Some((fields, Means::Mail(Box::new(mail)), false))
        }
        [false, false, false] | [true, false, false] => http(cursor, problems),
        _ => {
            let message = Message::new("env-means-many");
            problems.push(Diagnostic::error(message).at(cursor.key_place()));
            None
        }
    }
}

fn http<'d>(cursor: &Cursor<'d>, problems: &mut Problems) -> Option<(Fields<'d>, Means, bool)> {
    let fields = cursor.map(OPERATION, problems)?;
    let request = fields.required("päring", problems).cloned().and_then(|request| {
        let text = request.text(problems)?;
        self::request(&text, &request, problems)
    });
    let headers = fields.get("päised").map(|headers| headers::read(headers, problems));
    let body = fields.get("keha").map(|body| BodyTemplate::read(body, problems));
    let expected = expected(&fields, problems);
    let writes = fields.get("muudab").map(|writes| writes.bool(problems));
    let (method, address) = request?;
    let writes = writes.flatten().unwrap_or(!matches!(method.as_str(), "GET" | "HEAD" | "OPTIONS"));
    let operation = HttpOperation {
        method,
        expected: expected?,
        address,
        headers: headers.unwrap_or_default(),
        body: body.flatten(),
    };
    Some((fields, Means::Http(Box::new(operation)), writes))
}

/// Notes a secret that the environment does not list.
pub(crate) fn note_unknown_secret(
    name: &str,
    known: &BTreeSet<String>,
    place: Place,
    problems: &mut Problems,
) {
    if known.contains(name) {
        return;
    }
    let message = Message::new("env-secret-undeclared").with("name", name);
    let hint = match suggest::nearest(name, known.iter().map(String::as_str)) {
        Some(near) => Message::new("did-you-mean").with("word", near),
        None => Message::new("env-secret-undeclared-hint").with("name", name),
    };
    problems.push(Diagnostic::error(message).at(place).hint(hint));
}

/// `POST /{süsteem}/taotlused`
fn request(
    text: &str,
    cursor: &Cursor<'_>,
    problems: &mut Problems,
) -> Option<(String, AddressTemplate)> {
    let Some((method, path)) = text.trim().split_once(char::is_whitespace) else {
        let hint = Message::new("env-request-hint");
        problems.push(cursor.error(Message::new("env-request-form")).hint(hint));
        return None;
    };
    let known = METHODS.contains(&method);
    if !known {
        let message = Message::new("env-method-unknown").with("method", method);
        let hint = match suggest::nearest(method, METHODS) {
            Some(near) => Message::new("did-you-mean").with("word", near),
            None => Message::new("yaml-known-keys").with("keys", METHODS.join(", ")),
        };
        problems.push(cursor.error(message).hint(hint));
    }
    match AddressTemplate::parse(path.trim()) {
        Ok(address) => {
            for (name, value) in address.literal_query() {
                if value.is_literal() && sensitive::is_secret_name(name) {
                    problems.push(sensitive::literal_secret(name, cursor));
                }
            }
            known.then(|| (method.to_owned(), address))
        }
        Err(message) => {
            problems.push(cursor.error(message).hint(Message::new("env-request-hint")));
            None
        }
    }
}

/// `201` or `[200, 201]`
fn expected(fields: &Fields<'_>, problems: &mut Problems) -> Option<Vec<u16>> {
    let cursor = fields.required("oodatud", problems)?;
    let items = match cursor.node() {
        Node::List(_) => cursor.list(problems),
        _ => vec![cursor.clone()],
    };
    if items.is_empty() {
        problems.push(cursor.error(Message::new("env-expected-empty")));
        return None;
    }
    let mut statuses = Vec::new();
    for item in &items {
        let status = item.int(problems)?;
        match u16::try_from(status) {
            Ok(status @ 200..=599) => statuses.push(status),
            _ => {
                let message = Message::new("env-status-wrong").with("status", status);
                problems.push(item.error(message));
                return None;
            }
        }
    }
    Some(statuses)
}

fn captures(fields: &Fields<'_>, problems: &mut Problems) -> Vec<(String, JsonPath)> {
    let Some(cursor) = fields.get("vastus") else { return Vec::new() };
    let mut captures = Vec::new();
    for (name, value) in cursor.entries(problems) {
        if !crate::template::is_name(name) {
            let message = Message::new("env-capture-name").with("name", name);
            problems.push(Diagnostic::error(message).at(value.key_place()));
        }
        let Some(text) = value.text(problems) else { continue };
        match JsonPath::parse(&text) {
            Some(path) => captures.push((name.to_owned(), path)),
            None => {
                let message = Message::new("env-json-path-wrong").with("path", &text);
                problems.push(value.error(message).hint(Message::new("env-json-path-hint")));
            }
        }
    }
    captures
}
