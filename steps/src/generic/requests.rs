//! Sentences that send any HTTP request and look at the status of the answer.

use cucumber::{gherkin::Step, then, when};
use rakis_environment::{FreeBody, FreeRequest};
use rakis_model::{Failure, Message};

use crate::{World, or_fail::OrFail};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("requests.rs"));

/// Sends a request; in the address `{nimi}` is a value kept earlier. Any answer will do.
/// Näide: teen päringu GET "/tervis"
#[when(expr = "teen päringu {word} {string}")]
async fn send(world: &mut World, method: String, path: String) {
    let request = FreeRequest { method, path, ..FreeRequest::default() };
    world.request(request).await;
}

/// Sends a request with a body, written below the step. JSON is sent as JSON, and in its texts
/// `{nimi}` is a value kept earlier; anything else is sent as it stands.
/// Näide: teen päringu POST "/star/asutused" sisuga:
#[when(expr = "teen päringu {word} {string} sisuga:")]
async fn send_with(world: &mut World, method: String, path: String, step: &Step) {
    let body = Some(body(step));
    let request = FreeRequest { method, path, body, ..FreeRequest::default() };
    world.request(request).await;
}

/// The HTTP status of the last answer.
/// Näide: vastuse olek on 200
#[then(expr = "vastuse olek on {int}")]
fn status(world: &mut World, expected: u16) {
    let actual = world.reply().status;
    let failure = Failure::failed(Message::new("step-status"));
    let failure = failure.values(expected.to_string(), actual.to_string());
    (actual == expected).then_some(()).ok_or_else(|| Box::new(failure)).or_fail();
}

fn body(step: &Step) -> FreeBody {
    let none = || Box::new(Failure::invalid(Message::new("step-no-text")));
    let text = step.docstring.as_deref().ok_or_else(none).or_fail();
    match serde_json::from_str(text) {
        Ok(json) => FreeBody::Json(json),
        // What looks like JSON was meant to be JSON.
        Err(reason) if text.trim_start().starts_with(['{', '[']) => {
            let message = Message::new("step-not-json").with("text", reason);
            Err(Box::new(Failure::invalid(message))).or_fail()
        }
        Err(_) => FreeBody::Text(text.to_owned()),
    }
}
