//! Operations bound to SQL: read from a binding, judged, and told as an exchange.

use std::{collections::BTreeMap, ops::RangeInclusive};

use rakis_model::{
    Diagnostic, Exchange, Failure, Message, Problems,
    failure::EXCHANGE_BODY_LIMIT,
    redact::Redactor,
    suggest,
    yaml::{Cursor, Fields, Key, Node},
};
use serde_json::Value;

use super::{
    DatabaseSettings,
    statement::{Bound, Statement},
};
use crate::{Reply, sensitive};

/// Keys of an operation that is bound to SQL.
const OPERATION: &[Key] = &[
    Key::new("kirjeldus", "description"),
    Key::new("sql", "sql"),
    Key::new("andmebaas", "database"),
    Key::new("oodatud ridu", "expected_rows"),
    Key::new("vastus", "captures"),
];

/// How an operation is performed in a database.
#[derive(Clone, Debug)]
pub(crate) struct SqlOperation {
    pub(crate) database: String,
    pub(crate) statement: Statement,
    /// How many rows are as required; any when it is not said.
    expected: Option<RangeInclusive<u64>>,
}

/// Reads the keys of an operation that is bound to SQL.
pub(crate) fn operation<'d>(
    cursor: &Cursor<'d>,
    databases: &BTreeMap<String, DatabaseSettings>,
    problems: &mut Problems,
) -> Option<(Fields<'d>, SqlOperation)> {
    let fields = cursor.map(OPERATION, problems)?;
    let database = fields.required("andmebaas", problems).cloned().and_then(|cursor| {
        let name = cursor.text(problems)?;
        known(&name, &cursor, databases, problems);
        Some(name)
    });
    let statement = fields.required("sql", problems).cloned().and_then(|cursor| {
        let text = cursor.text(problems)?;
        let settings = database.as_ref().and_then(|name| databases.get(name));
        statement(&text, &cursor, settings, problems)
    });
    let expected = match fields.get("oodatud ridu") {
        Some(cursor) => Some(expected(cursor, problems)?),
        None => None,
    };
    let operation = SqlOperation { database: database?, statement: statement?, expected };
    Some((fields, operation))
}

fn known(
    name: &str,
    cursor: &Cursor<'_>,
    databases: &BTreeMap<String, DatabaseSettings>,
    problems: &mut Problems,
) {
    if databases.contains_key(name) {
        return;
    }
    let diagnostic = cursor.error(Message::new("env-database-unknown").with("name", name));
    let hint = match suggest::nearest(name, databases.keys().map(String::as_str)) {
        Some(near) => Message::new("did-you-mean").with("word", near),
        None => Message::new("env-database-unknown-hint").with("name", name),
    };
    problems.push(diagnostic.hint(hint));
}

fn statement(
    text: &str,
    cursor: &Cursor<'_>,
    settings: Option<&DatabaseSettings>,
    problems: &mut Problems,
) -> Option<Statement> {
    let hinted = |message: Message| {
        let hint = match message.key.as_ref() {
            "env-sql-in-quotes" => "env-sql-in-quotes-hint",
            "env-sql-two-statements" => "env-sql-two-statements-hint",
            _ => "env-placeholder-hint",
        };
        cursor.error(message).hint(Message::new(hint))
    };
    let statement = match Statement::parse(text) {
        Ok(statement) => statement,
        Err(message) => {
            problems.push(hinted(message));
            return None;
        }
    };
    let read_only = settings.is_some_and(|settings| !settings.writable);
    if let (true, Some(word)) = (read_only, statement.writing()) {
        let message = Message::new("env-sql-writes").with("word", word);
        problems.push(cursor.error(message).hint(Message::new("env-sql-read-only-hint")));
    }
    Some(statement)
}

/// `1`, `"1.."`, `"..5"` or `"1..5"`.
pub(crate) fn expected(
    cursor: &Cursor<'_>,
    problems: &mut Problems,
) -> Option<RangeInclusive<u64>> {
    let range = match cursor.node() {
        Node::Int(number) => u64::try_from(*number).ok().map(|number| number..=number),
        Node::Text(text) => text.split_once("..").and_then(|(from, to)| {
            let bound = |text: &str, open| match text.trim() {
                "" => Some(open),
                text => text.parse().ok(),
            };
            let (from, to) = (bound(from, 0)?, bound(to, u64::MAX)?);
            (from <= to).then_some(from..=to)
        }),
        Node::Null | Node::Bool(_) | Node::Float(_) | Node::List(_) | Node::Map(_) => None,
    };
    if range.is_none() {
        let message = Message::new("env-expected-count");
        problems.push(cursor.error(message).hint(Message::new("env-expected-count-hint")));
    }
    range
}

/// As it was written: `1`, `1..`, `1..5`.
pub(crate) fn shown(range: &RangeInclusive<u64>) -> String {
    match (*range.start(), *range.end()) {
        (from, to) if from == to => from.to_string(),
        (from, u64::MAX) => format!("{from}.."),
        (from, to) => format!("{from}..{to}"),
    }
}

/// The reply, when it has as many rows as it must.
pub(crate) fn check_answer(
    name: &str,
    operation: &SqlOperation,
    answer: &Value,
) -> Result<Reply, Box<Failure>> {
    let rows = answer.get("ridu").and_then(Value::as_u64).unwrap_or_default();
    if let Some(expected) = operation.expected.as_ref().filter(|range| !range.contains(&rows)) {
        let expected = shown(expected);
        let message = Message::new("env-sql-rows")
            .with("operation", name)
            .with("expected", &expected)
            .with("actual", rows);
        return Err(Box::new(Failure::failed(message).values(expected, rows.to_string())));
    }
    Ok(Reply { text: answer.to_string(), ..Reply::default() })
}

/// What is asked, as it may be recorded: the statement with its places, and their values.
pub(crate) fn sent(
    redactor: &Redactor,
    operation: &str,
    database: &str,
    statement: &Statement,
    bound: &[Bound],
) -> Exchange {
    let mut body = statement.shown();
    for one in bound {
        let value = match &one.value {
            None => "NULL".to_owned(),
            Some(_) if one.secret || sensitive::is_hidden_name(&one.name) => "[saladus]".to_owned(),
            Some(value) => value.to_string(),
        };
        let line = format!("\n-- {} = {value}", one.name);
        // A place that stands twice has one value.
        if !body.contains(&line) {
            body.push_str(&line);
        }
    }
    Exchange {
        operation: redactor.apply(operation).into_owned(),
        method: "SQL".to_owned(),
        url: redactor.apply(database).into_owned(),
        request_body: Some(cut(redactor.apply(&body).into_owned())),
        ..Exchange::default()
    }
}

/// Adds what came back.
pub(crate) fn answered(redactor: &Redactor, answer: &Value, exchange: &mut Exchange) {
    let text = answer.to_string();
    let shown = crate::exchange::shown_text(redactor, &text, true);
    let whole = shown.len() <= EXCHANGE_BODY_LIMIT;
    exchange.response_body = Some(cut(shown));
    exchange.response_bytes = (!whole).then_some(text.len() as u64);
}

fn cut(mut text: String) -> String {
    text.truncate(text.floor_char_boundary(EXCHANGE_BODY_LIMIT));
    text
}

/// No database of this name.
pub(crate) fn unknown<'d>(name: &str, known: impl Iterator<Item = &'d str>) -> Diagnostic {
    let diagnostic = Diagnostic::error(Message::new("env-database-unknown").with("name", name));
    match suggest::nearest(name, known) {
        Some(near) => diagnostic.hint(Message::new("did-you-mean").with("word", near)),
        None => diagnostic.hint(Message::new("env-database-unknown-hint").with("name", name)),
    }
}
