//! Is an answer what the operation requires?

use rakis_model::{Difference, Failure, Message, failure::DifferenceKind};
use serde_json::Value;

use crate::{Operation, Reply, Variables, client::Answered, operation::HttpOperation};

/// The reply, when its status is expected and everything to be taken out of it is there.
///
/// # Errors
/// A failure of kind failed: another status, a text that is no UTF-8, no JSON, or a value that
/// is not there.
pub(crate) fn judge(
    operation: &Operation,
    http: &HttpOperation,
    answered: Answered,
) -> Result<Reply, Box<Failure>> {
    let status = answered.status.unwrap_or_default();
    if !http.expected.contains(&status) {
        let failure = unexpected_status(&operation.name, &http.expected, status, &answered.body);
        return Err(Box::new(failure));
    }
    let textual = is_textual(&answered.headers) || !operation.captures.is_empty();
    if let (true, Err(error)) = (textual, std::str::from_utf8(&answered.body)) {
        let message = Message::new("env-not-utf8").with("operation", &operation.name);
        let failure = Failure::failed(message.with("byte", error.valid_up_to()));
        return Err(Box::new(failure.hint(Message::new("env-not-utf8-hint"))));
    }
    let mut reply = reply(answered);
    reply.captures = captures(operation, &reply)?;
    Ok(reply)
}

/// The answer as it came, whatever it is.
pub(crate) fn reply(answered: Answered) -> Reply {
    let text = String::from_utf8(answered.body)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    Reply {
        status: answered.status.unwrap_or_default(),
        headers: answered.headers,
        text,
        captures: Variables::new(),
    }
}

/// Does the system say of itself that it is production (`"keskkond": "toodang"`)?
pub(crate) fn says_production(body: &[u8]) -> bool {
    let Ok(value) = serde_json::from_slice::<Value>(body) else { return false };
    ["keskkond", "environment"].iter().any(|key| {
        let said = value.get(key).and_then(Value::as_str).unwrap_or_default();
        ["toodang", "toodangukeskkond", "production", "prod", "live"]
            .contains(&said.trim().to_lowercase().as_str())
    })
}

fn unexpected_status(operation: &str, expected: &[u16], status: u16, body: &[u8]) -> Failure {
    let expected = expected.iter().map(u16::to_string).collect::<Vec<_>>().join(", ");
    let actual = match explanation(body) {
        Some(text) => format!("{status}: {text}"),
        None => status.to_string(),
    };
    let message = Message::new("env-unexpected-status")
        .with("operation", operation)
        .with("expected", &expected)
        .with("actual", &actual);
    Failure::failed(message).values(expected, actual)
}

/// What the system says of an error: its `kood` and `teade`, or the title of RFC 9457.
fn explanation(body: &[u8]) -> Option<String> {
    let value: Value = serde_json::from_slice(body).ok()?;
    let text = |names: [&str; 3]| {
        let mut found = names.iter().filter_map(|name| value.get(name)?.as_str());
        found.find(|text| !text.is_empty()).map(str::to_owned)
    };
    let parts = [text(["kood", "code", "type"]), text(["teade", "detail", "title"])];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// What the operation takes out of the body.
///
/// # Errors
/// The body is no JSON, or a value is not there.
pub(crate) fn captures(operation: &Operation, reply: &Reply) -> Result<Variables, Box<Failure>> {
    if operation.captures.is_empty() {
        return Ok(Variables::new());
    }
    let value: Value = serde_json::from_str(&reply.text).map_err(|error| {
        let message = Message::new("env-operation-not-json").with("operation", &operation.name);
        Box::new(Failure::failed(message.with("reason", error)))
    })?;
    let mut found = Variables::new();
    let mut missing = Vec::new();
    for (name, path) in &operation.captures {
        match path.find(&value) {
            Some(value) => {
                found.insert(name.clone(), value.clone());
            }
            None => missing.push(Difference {
                path: path.as_str().to_owned(),
                kind: DifferenceKind::Missing,
                expected: Some(name.clone()),
                actual: None,
            }),
        }
    }
    if missing.is_empty() {
        return Ok(found);
    }
    let paths = missing.iter().map(|one| one.path.as_str()).collect::<Vec<_>>().join(", ");
    let message = Message::new("env-capture-missing").with("operation", &operation.name);
    Err(Box::new(Failure::failed(message.with("paths", paths)).differences(missing)))
}

/// Does the head of the answer promise text?
fn is_textual(headers: &[(String, String)]) -> bool {
    let found = headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("content-type"));
    let Some((_, kind)) = found else { return true };
    let kind = kind.to_lowercase();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.starts_with("text/") || kind.ends_with("json") || kind.ends_with("xml")
}
