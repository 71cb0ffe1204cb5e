//! The calculations that can be run by themselves: JSON in, JSON with every intermediate value out.

mod averages;
mod indexation;
mod pensions;
mod shares;

use rakis_model::{Diagnostic, Message, Problems, Source, suggest, words::Words};
use serde_json::{Map, Value, json};

use crate::{
    Error,
    input::{self, Form, Input, Values},
    json::Json,
    steps::Steps,
};

/// A calculation.
#[derive(Debug)]
pub struct Calculation {
    /// Its name: `indekseerimine`.
    pub name: &'static str,
    /// Key of what it computes.
    pub about: &'static str,
    /// What it takes.
    pub inputs: &'static [Input],
    run: fn(&Values, &mut Steps) -> Result<Value, Error>,
}

/// A calculation that was carried out.
#[derive(Clone, Debug)]
pub struct Done {
    /// Which.
    pub name: &'static str,
    /// The result: a number as text, or an object of such.
    pub result: Value,
    /// The way to it.
    pub steps: Steps,
}

/// A year from the first of the personified register on.
const YEAR: Form = Form::Whole(1999, 2100);

const fn needed(name: &'static str, form: Form) -> Input {
    Input { name, form, default: None }
}

const fn with_default(name: &'static str, form: Form, default: &'static str) -> Input {
    Input { name, form, default: Some(default) }
}

/// All calculations, in the order a pension comes about.
pub fn calculations() -> impl Iterator<Item = &'static Calculation> {
    [averages::ALL, shares::ALL, indexation::ALL, pensions::ALL].into_iter().flatten()
}

/// The calculation of this name; letters with and without their marks are the same.
///
/// # Errors
/// When there is none, with the nearest one as a hint.
pub fn find(name: &str) -> Result<&'static Calculation, Box<Diagnostic>> {
    let wanted = name.to_lowercase().replace('ü', "u").replace('ž', "z").replace('_', "-");
    calculations().find(|one| one.name == wanted).ok_or_else(|| {
        let message = Message::new("control-unknown").with("name", name);
        let names = calculations().map(|one| one.name).chain([crate::mass::NAME]);
        let hint = match suggest::nearest(&wanted, names) {
            Some(word) => Message::new("did-you-mean").with("word", word),
            None => Message::new("control-unknown-hint"),
        };
        Box::new(Diagnostic::error(message).hint(hint))
    })
}

impl Calculation {
    /// Carries it out on a JSON text. `None` when a problem was told: each has its JSON path, or
    /// its place when the text is no JSON.
    pub fn run(&self, source: &std::sync::Arc<Source>, problems: &mut Problems) -> Option<Done> {
        let json: Json = match serde_json::from_str(&source.text) {
            Ok(json) => json,
            Err(error) => {
                problems.push(no_json(source, &error));
                return None;
            }
        };
        let before = problems.len();
        let values = input::read(&json, self.inputs, problems);
        if problems.len() > before {
            return None;
        }
        let mut steps = Steps::default();
        match (self.run)(&values, &mut steps) {
            Ok(result) => Some(Done { name: self.name, result, steps }),
            Err(error) => {
                problems.push(error.diagnostic());
                None
            }
        }
    }
}

impl Done {
    /// As JSON: `{arvutus, tulemus, sammud}`.
    pub fn to_json(&self, words: &Words) -> Value {
        json!({
            "arvutus": self.name,
            "tulemus": self.result,
            "sammud": self.steps.to_json(words),
        })
    }
}

fn no_json(source: &std::sync::Arc<Source>, error: &serde_json::Error) -> Diagnostic {
    let start = source.offset(error.line(), error.column().max(1));
    let place = rakis_model::Place::new(std::sync::Arc::clone(source), start..start);
    // The library's sentence ends with the place, which is told by the excerpt.
    let text = error.to_string();
    let reason = text.split(" at line ").next().unwrap_or_default();
    let message = Message::new("control-no-json").with("reason", reason);
    Diagnostic::error(message).at(place).hint(Message::new("control-no-json-hint"))
}

/// An object of numbers as texts.
fn object<const N: usize>(pairs: [(&str, &dyn std::fmt::Display); N]) -> Value {
    let map: Map<String, Value> =
        pairs.iter().map(|(name, value)| ((*name).to_owned(), value.to_string().into())).collect();
    map.into()
}

fn text(value: impl std::fmt::Display) -> Value {
    value.to_string().into()
}
