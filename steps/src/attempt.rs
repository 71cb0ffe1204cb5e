//! An act that a scenario tries: the system may allow it or refuse it, and the scenario says which
//! is right.

use rakis_environment::Performed;
use rakis_model::{Exchange, Failure, FailureKind, Message};
use serde_json::Value;

/// What sentences and tables call an act that was not refused.
pub(crate) const ALLOWED: &str = "lubatud";

/// How a tried act ended.
#[derive(Clone, Debug)]
pub(crate) struct Attempt {
    operation: String,
    refusal: Option<Refusal>,
}

/// A refusal by the system.
#[derive(Clone, Debug)]
struct Refusal {
    /// Its code, e.g. `OIG-003`; the status when the system gave none.
    code: String,
    /// Its sentence for people.
    text: String,
    failure: Box<Failure>,
}

impl Attempt {
    /// What became of an act. A refusal is an answer with a 4xx status where another was asked.
    ///
    /// # Errors
    /// What is neither allowed nor refused: no answer, a 5xx, an answer that lacks what it must
    /// carry, a test that cannot be performed.
    pub(crate) fn of(operation: &str, performed: &Performed) -> Result<Self, Box<Failure>> {
        let refusal = match &performed.result {
            Ok(_) => None,
            Err(failure) => Some(
                refusal(&performed.exchange, failure)
                    .ok_or_else(|| Box::new((**failure).clone()))?,
            ),
        };
        Ok(Self { operation: operation.to_owned(), refusal })
    }

    /// `lubatud`, or the code of the refusal.
    pub(crate) fn outcome(&self) -> &str {
        self.refusal.as_ref().map_or(ALLOWED, |refusal| &refusal.code)
    }

    /// Was it refused without a sentence that says why?
    pub(crate) fn is_unexplained(&self) -> bool {
        self.refusal.as_ref().is_some_and(|refusal| refusal.text.trim().is_empty())
    }

    /// What the environment makes of the refusal, for when nobody expected it.
    pub(crate) fn refusal(&self) -> Option<&Failure> {
        self.refusal.as_ref().map(|refusal| &*refusal.failure)
    }

    /// Was it as required: `lubatud` or this code?
    ///
    /// # Errors
    /// It was not.
    pub(crate) fn require(&self, expected: &str) -> Result<(), Box<Failure>> {
        if self.outcome() == expected {
            return Ok(());
        }
        let actual = match &self.refusal {
            None => ALLOWED.to_owned(),
            Some(Refusal { code, text, .. }) => format!("{code} ({text})"),
        };
        let message = Message::new("step-attempt").with("operation", &self.operation);
        Err(Box::new(Failure::failed(message).values(expected, actual)))
    }
}

fn refusal(exchange: &Exchange, failure: &Failure) -> Option<Refusal> {
    let status = exchange.status.filter(|status| (400..500).contains(status))?;
    if failure.kind != FailureKind::Failed {
        return None;
    }
    let body: Value = exchange
        .response_body
        .as_deref()
        .and_then(|body| serde_json::from_str(body).ok())
        .unwrap_or_default();
    let text = |key: &str| body.get(key).and_then(Value::as_str).map(str::to_owned);
    Some(Refusal {
        code: text("kood").unwrap_or_else(|| format!("HTTP {status}")),
        text: text("teade").unwrap_or_default(),
        failure: Box::new(failure.clone()),
    })
}

#[cfg(test)]
mod tests {
    use rakis_environment::Reply;

    use super::*;

    fn performed(status: u16, body: &str) -> Performed {
        let exchange = Exchange {
            status: Some(status),
            response_body: Some(body.to_owned()),
            ..Exchange::default()
        };
        let result = match status {
            200..300 => Ok(Reply { status, ..Reply::default() }),
            _ => Err(Box::new(Failure::failed(Message::new("env-status")))),
        };
        Performed { exchange, result }
    }

    #[test]
    fn an_outcome_is_allowed_or_the_code_of_the_refusal() {
        let body = r#"{"kood":"OIG-026","teade":"Konto ei kehti veel."}"#;
        let refused = Attempt::of("logi sisse", &performed(401, body)).unwrap();
        assert_eq!(refused.outcome(), "OIG-026");
        assert!(refused.require("OIG-026").is_ok());
        let failure = refused.require(ALLOWED).unwrap_err();
        assert_eq!(failure.expected.as_deref(), Some("lubatud"));
        assert_eq!(failure.actual.as_deref(), Some("OIG-026 (Konto ei kehti veel.)"));
        let allowed = Attempt::of("logi sisse", &performed(201, "{}")).unwrap();
        assert_eq!(allowed.require("OIG-026").unwrap_err().actual.as_deref(), Some("lubatud"));
        let bare = Attempt::of("logi sisse", &performed(403, "<html>")).unwrap();
        assert_eq!(bare.outcome(), "HTTP 403");
    }

    #[test]
    fn a_fault_of_the_server_is_no_refusal() {
        assert!(Attempt::of("logi sisse", &performed(500, r#"{"kood":"OIG-500"}"#)).is_err());
        let mut unanswered = performed(401, "");
        unanswered.result = Err(Box::new(Failure::broken(Message::new("env-cut-off"))));
        assert!(Attempt::of("logi sisse", &unanswered).is_err());
    }
}
