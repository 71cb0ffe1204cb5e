//! The ways a request ends without its answer: refused by a rule, or broken inside.

use axum::body::Body;
use axum::http::{Response, StatusCode, header};
use serde_json::{Value, json};

/// One rule's refusal as a constant: status, code and the sentence people read. The table is in `refusals`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rule {
    pub(crate) status: u16,
    pub(crate) code: &'static str,
    pub(crate) text: &'static str,
}

impl Rule {
    /// The same rule with a sentence that names what was wrong.
    pub(crate) fn saying(self, text: impl Into<String>) -> Refusal {
        Refusal { status: self.status, code: self.code, text: text.into() }
    }
}

/// A refusal on its way to the caller.
#[derive(Debug, Clone)]
pub(crate) struct Refusal {
    pub(crate) status: u16,
    pub(crate) code: &'static str,
    pub(crate) text: String,
}

impl From<Rule> for Refusal {
    fn from(rule: Rule) -> Self {
        rule.saying(rule.text)
    }
}

impl Refusal {
    /// As the log gives the reason: code and sentence.
    pub(crate) fn reason(&self) -> String {
        format!("{} {}", self.code, self.text)
    }

    pub(crate) fn response(&self) -> Response<Body> {
        json_response(self.status, &json!({"kood": self.code, "teade": self.text}))
    }
}

/// Why a handler has no answer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A rule said no. What the handler wrote (the log entry) stays.
    Refused(Refusal),
    /// The database did not do its part. Nothing of the request stays.
    Broken(sqlx::Error),
}

impl From<Rule> for Failure {
    fn from(rule: Rule) -> Self {
        Self::Refused(rule.into())
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<sqlx::Error> for Failure {
    fn from(error: sqlx::Error) -> Self {
        Self::Broken(error)
    }
}

/// A JSON answer.
pub(crate) fn json_response(status: u16, body: &Value) -> Response<Body> {
    typed_response(status, "application/json; charset=utf-8", body.to_string())
}

/// An answer of any media type.
pub(crate) fn typed_response(
    status: u16,
    media_type: &'static str,
    body: impl Into<Body>,
) -> Response<Body> {
    let mut response = Response::new(body.into());
    *response.status_mut() =
        StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, header::HeaderValue::from_static(media_type));
    response
}
