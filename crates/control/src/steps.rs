//! The way to a result: every intermediate value with the rule it came from.

use std::fmt::Display;

use rakis_model::words::Words;
use serde_json::{Map, Value, json};

use crate::rules::Rule;

/// One application of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What was applied.
    pub rule: Rule,
    /// The year it is about, if it is about one.
    pub year: Option<u16>,
    /// What was put in, by the names of the inputs.
    pub values: Vec<(&'static str, String)>,
    /// What came out, as it is rounded.
    pub result: String,
}

/// The steps of a calculation, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steps(Vec<Step>);

impl Steps {
    /// Notes one.
    pub fn note<const N: usize>(
        &mut self,
        rule: Rule,
        year: Option<u16>,
        values: [(&'static str, &dyn Display); N],
        result: &dyn Display,
    ) {
        let values = values.map(|(name, value)| (name, value.to_string())).into();
        self.0.push(Step { rule, year, values, result: result.to_string() });
    }

    /// All of them.
    pub fn iter(&self) -> std::slice::Iter<'_, Step> {
        self.0.iter()
    }

    /// As JSON: `[{nimetus, aasta?, valem, väärtused, tulemus, alus}]`.
    pub fn to_json(&self, words: &Words) -> Value {
        self.0.iter().map(|step| step.to_json(words)).collect()
    }
}

impl Step {
    fn to_json(&self, words: &Words) -> Value {
        let values: Map<String, Value> = self
            .values
            .iter()
            .map(|(name, value)| ((*name).to_owned(), Value::from(value.as_str())))
            .collect();
        let mut step = Map::new();
        step.insert("nimetus".into(), words.word(self.rule.name).into());
        if let Some(year) = self.year {
            step.insert("aasta".into(), year.into());
        }
        step.insert("valem".into(), self.rule.formula.into());
        step.insert("väärtused".into(), values.into());
        step.insert("tulemus".into(), self.result.as_str().into());
        step.insert("alus".into(), json!(self.rule.basis));
        Value::Object(step)
    }
}
