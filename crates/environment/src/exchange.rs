//! What is recorded of a request and its answer: redacted, readable, cut to size.

use rakis_model::{Exchange, Failure, Message, failure::EXCHANGE_BODY_LIMIT, redact::Redactor};
use serde_json::Value;

use crate::{client::Answered, headers, request::Prepared, sensitive};

/// Bytes of a binary body that are shown: its kind can be told from them, and nobody's birth date.
const SHOWN_BYTES: usize = 6;

/// What is sent, as it may be recorded.
pub(crate) fn sent(redactor: &Redactor, operation: &str, prepared: &Prepared) -> Exchange {
    Exchange {
        operation: redactor.apply(operation).into_owned(),
        method: prepared.method.to_string(),
        url: redactor.apply(prepared.url.as_str()).into_owned(),
        request_headers: shown_headers(redactor, &prepared.headers),
        request_body: prepared.body.as_deref().map(|body| cut(shown_text(redactor, body, true)).0),
        ..Exchange::default()
    }
}

/// Adds what came back.
pub(crate) fn answered(redactor: &Redactor, answered: &Answered, exchange: &mut Exchange) {
    exchange.status = answered.status;
    exchange.response_headers = shown_headers(redactor, &answered.headers);
    exchange.error = answered.error.clone().map(|error| message(redactor, error));
    exchange.millis = answered.millis;
    if answered.status.is_none() || answered.bytes == 0 {
        return;
    }
    let all_came = answered.error.is_none() && answered.bytes == answered.body.len() as u64;
    let (body, whole) = match text(&answered.body, answered.error.is_some()) {
        Some(text) => cut(shown_text(redactor, text, all_came)),
        None => (binary_note(&answered.body), false),
    };
    let whole = whole && answered.bytes == answered.body.len() as u64;
    exchange.response_body = Some(body);
    // A server may announce any length, also one that reads as a personal code.
    let harmless = |bytes: &u64| redactor.apply(&bytes.to_string()) == bytes.to_string();
    exchange.response_bytes = (!whole).then_some(answered.bytes).filter(harmless);
}

/// A failure whose every text may be recorded.
pub(crate) fn failure(redactor: &Redactor, mut failure: Failure) -> Failure {
    let clean = |text: String| redactor.apply(&text).into_owned();
    failure.message = message(redactor, failure.message);
    failure.expected = failure.expected.map(clean);
    failure.actual = failure.actual.map(clean);
    failure.hints = failure.hints.into_iter().map(|hint| message(redactor, hint)).collect();
    for difference in &mut failure.differences {
        difference.path = clean(std::mem::take(&mut difference.path));
        difference.expected = difference.expected.take().map(clean);
        difference.actual = difference.actual.take().map(clean);
    }
    failure
}

fn message(redactor: &Redactor, mut message: Message) -> Message {
    for (_, value) in &mut message.args {
        *value = redactor.apply(value).into_owned();
    }
    message
}

/// Longer header values, and more headers, say nothing more to a reader of the record.
const HEADER_SHOWN: usize = 2_000;
const HEADERS_SHOWN: usize = 100;

fn shown_headers(redactor: &Redactor, headers: &[(String, String)]) -> Vec<(String, String)> {
    let shown = |name: &str, value: &str| {
        let shown =
            headers::masked(name, value).unwrap_or_else(|| redactor.apply(value).into_owned());
        match shown.char_indices().nth(HEADER_SHOWN) {
            Some((end, _)) => format!("{}…", &shown[..end]),
            None => shown,
        }
    };
    headers
        .iter()
        .take(HEADERS_SHOWN)
        .map(|(name, value)| (redactor.apply(name).into_owned(), shown(name, value)))
        .collect()
}

/// The text without secrets and people; in JSON also without what stands under the names of
/// secrets. Of a text that did not come to its end, a code cut through goes too.
pub(crate) fn shown_text(redactor: &Redactor, text: &str, whole: bool) -> String {
    let mut shown = text.to_owned();
    if let Ok(value) = serde_json::from_str::<Value>(text) {
        let mut hidden = Vec::new();
        hidden_values(&value, &mut hidden);
        for value in hidden {
            shown = shown.replace(&value, "\"[saladus]\"");
        }
    }
    match whole {
        true => redactor.apply(&shown).into_owned(),
        false => redactor.apply_to_beginning(&shown).into_owned(),
    }
}

/// Texts under the names of secrets, as JSON writes them.
fn hidden_values(value: &Value, hidden: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| hidden_values(item, hidden)),
        Value::Object(pairs) => {
            for (name, value) in pairs {
                match value {
                    Value::String(text) if !text.is_empty() && sensitive::is_hidden_name(name) => {
                        hidden.push(value.to_string());
                    }
                    _ => hidden_values(value, hidden),
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The body as text; a letter cut in two at the end of a broken answer is dropped.
fn text(body: &[u8], broken: bool) -> Option<&str> {
    let text = match std::str::from_utf8(body) {
        Ok(text) => text,
        Err(error) if broken && error.error_len().is_none() => {
            std::str::from_utf8(&body[..error.valid_up_to()]).ok()?
        }
        Err(_) => return None,
    };
    (!text.contains('\0')).then_some(text)
}

fn binary_note(body: &[u8]) -> String {
    let shown: Vec<String> =
        body.iter().take(SHOWN_BYTES).map(|byte| format!("{byte:02x}")).collect();
    let more = if body.len() > SHOWN_BYTES { " …" } else { "" };
    format!("[binaarne, {} baiti] {}{more}", body.len(), shown.join(" "))
}

/// As much as goes to the record, and whether that is all.
fn cut(mut text: String) -> (String, bool) {
    if text.len() <= EXCHANGE_BODY_LIMIT {
        return (text, true);
    }
    text.truncate(text.floor_char_boundary(EXCHANGE_BODY_LIMIT));
    (text, false)
}
