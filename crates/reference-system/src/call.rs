//! One request on its way through a handler: its clock, its transaction and what the caller sent.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::Response;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sqlx::{Any, Transaction};

use crate::clock::{Moment, read_date};
use crate::error::{Failure, json_response};
use crate::faults::ActiveFault;
use crate::mass_calculation::Task;
use crate::personal_code::{CodeKind, kind_of};
use crate::refusals;
use crate::system::System;

/// What a handler sees of a request.
#[derive(Debug)]
pub(crate) struct Call {
    pub(crate) system: System,
    pub(crate) now: Moment,
    /// The caller's address, for the log.
    pub(crate) source: String,
    /// The transaction of this request; the server commits it.
    pub(crate) db: Transaction<'static, Any>,
    pub(crate) token: Option<String>,
    pub(crate) fault: ActiveFault,
    pub(crate) path: BTreeMap<String, String>,
    pub(crate) query: BTreeMap<String, String>,
    pub(crate) body: axum::body::Bytes,
    /// What goes on in the background once the transaction is committed.
    pub(crate) tasks: Vec<Task>,
}

/// A handler's answer: status and, except for 204, a body.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    body: Option<Value>,
}

impl Answer {
    pub(crate) fn ok(body: Value) -> Self {
        Self { status: 200, body: Some(body) }
    }

    pub(crate) fn created(body: Value) -> Self {
        Self { status: 201, body: Some(body) }
    }

    /// The work goes on in the background.
    pub(crate) fn accepted(body: Value) -> Self {
        Self { status: 202, body: Some(body) }
    }

    pub(crate) fn done() -> Self {
        Self { status: 204, body: None }
    }

    pub(crate) fn response(self) -> Response<Body> {
        match self.body {
            Some(body) => json_response(self.status, &body),
            None => {
                let mut response = Response::new(Body::empty());
                *response.status_mut() = axum::http::StatusCode::NO_CONTENT;
                response
            }
        }
    }
}

impl Call {
    /// Whether this fault is on, and for the system of this request.
    pub(crate) fn fault(&self, name: &str) -> bool {
        self.fault.is(name, self.system)
    }

    /// The system as the database writes it.
    pub(crate) fn system_name(&self) -> &'static str {
        self.system.name()
    }

    /// A part of the path, by its name in the pattern.
    pub(crate) fn part(&self, name: &str) -> String {
        self.path.get(name).cloned().unwrap_or_default()
    }

    /// A numeric identifier from the path; anything else names nothing.
    pub(crate) fn id(&self) -> Result<i64, Failure> {
        self.part("id").parse().map_err(|_| refusals::NOT_FOUND.into())
    }

    /// A query parameter that must be there.
    pub(crate) fn asked(&self, name: &str) -> Result<String, Failure> {
        let value =
            self.query.get(name).map(|value| value.trim()).filter(|value| !value.is_empty());
        let missing =
            || refusals::MALFORMED.saying(format!("Päringus puudub parameeter „{name}“.")).into();
        value.map(str::to_owned).ok_or_else(missing)
    }

    /// The body as the type the endpoint expects.
    pub(crate) fn body<T: DeserializeOwned>(&self) -> Result<T, Failure> {
        let wrong =
            |_| Failure::from(refusals::MALFORMED.saying("Päringu sisu ei ole korrektne JSON."));
        let value: Value = serde_json::from_slice(&self.body).map_err(wrong)?;
        // A sequence would fill a structure field by field; a request is an object.
        if !value.is_object() || holds_nul(&value) {
            return Err(refusals::MALFORMED.saying("Päringu sisu ei ole korrektne JSON.").into());
        }
        serde_json::from_value(value).map_err(wrong)
    }
}

/// No database of ours keeps U+0000 in a text, and no text for people holds one.
fn holds_nul(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\0'),
        Value::Array(items) => items.iter().any(holds_nul),
        Value::Object(fields) => {
            fields.iter().any(|(name, value)| name.contains('\0') || holds_nul(value))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

/// An optional date of a body: absent and `null` are none, anything but an ISO date is malformed.
pub(crate) fn date(value: Option<String>, field: &str) -> Result<Option<String>, Failure> {
    let wrong = || {
        refusals::MALFORMED.saying(format!("Väljal „{field}“ peab olema kuupäev kujul AAAA-KK-PP."))
    };
    value.map(|text| read_date(&text).ok_or_else(|| wrong().into())).transpose()
}

/// A text that must not be empty, without blanks at its ends.
pub(crate) fn filled(value: &str, field: &str) -> Result<String, Failure> {
    let value = value.trim();
    if value.is_empty() {
        return Err(refusals::EMPTY_FIELD
            .saying(format!("Kohustuslik väli „{field}“ on tühi."))
            .into());
    }
    Ok(value.to_owned())
}

/// Refuses a code that may belong to somebody, before it reaches the log; whether it names anybody here is asked later.
pub(crate) fn not_real(code: &str) -> Result<(), Failure> {
    if kind_of(code) == CodeKind::MayBeReal { Err(refusals::NOT_SYNTHETIC.into()) } else { Ok(()) }
}

/// A personal code that this system may keep: valid and synthetic.
pub(crate) fn person(code: &str) -> Result<String, Failure> {
    let code = code.trim();
    match kind_of(code) {
        CodeKind::Synthetic => Ok(code.to_owned()),
        CodeKind::MayBeReal => Err(refusals::NOT_SYNTHETIC.into()),
        CodeKind::WrongCheckDigit | CodeKind::Malformed => Err(refusals::WRONG_CODE.into()),
    }
}
