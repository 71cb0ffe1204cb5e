//! What is asked of a system freely, and what performing an operation gives back.

use std::collections::BTreeMap;

use rakis_model::{Exchange, Failure, Message};
use serde_json::Value;

/// Values by name, put into the templates of operations.
pub type Variables = BTreeMap<String, Value>;

/// A request that no operation names, for the general HTTP steps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FreeRequest {
    /// Method, e.g. `GET`.
    pub method: String,
    /// Path and query from `/`, a template: `/star/kasutajad/{isik}?vana={vana?}`.
    pub path: String,
    /// Names and values, the values templates; they go before the environment's own.
    pub headers: Vec<(String, String)>,
    /// Body, if any.
    pub body: Option<FreeBody>,
}

/// The body of a [`FreeRequest`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FreeBody {
    /// JSON; its texts are templates.
    Json(Value),
    /// Sent as it stands, braces and all.
    Text(String),
}

/// What became of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Performed {
    /// What was sent and answered: secrets replaced, bodies cut to size. When the request could
    /// not be built (an unset variable), it holds the operation's name and no address.
    pub exchange: Exchange,
    /// The answer as the operation requires it, or why not.
    pub result: Result<Reply, Box<Failure>>,
}

/// An answer, not redacted: for checks, never for files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// Status.
    pub status: u16,
    /// Headers as they came.
    pub headers: Vec<(String, String)>,
    /// Body as text; bytes that are no UTF-8 as U+FFFD.
    pub text: String,
    /// What the operation takes out of the body.
    pub captures: Variables,
}

impl Reply {
    /// The body as JSON.
    ///
    /// # Errors
    /// [`Failure`] of kind failed when the body is no JSON.
    pub fn json(&self) -> Result<Value, Box<Failure>> {
        serde_json::from_str(&self.text).map_err(|error| {
            let message = Message::new("env-not-json").with("reason", error);
            Box::new(Failure::failed(message))
        })
    }

    /// The first header of a name, in any case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }
}
