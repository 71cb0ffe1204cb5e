//! Reading inputs from JSON, strictly, with all problems at once.

use std::collections::BTreeMap;

use rakis_model::{Diagnostic, Message, Problems, amount, suggest};
use rust_decimal::Decimal;

use super::{Form, Input, Value, Values};
use crate::{
    exact,
    json::Json,
    rules::{Kind, Service},
};

/// Reads the inputs of an object; each problem has its JSON path and what is expected there.
pub(crate) fn read(json: &Json, inputs: &'static [Input], problems: &mut Problems) -> Values {
    object(json, inputs, "$", problems)
}

fn object(json: &Json, inputs: &'static [Input], path: &str, problems: &mut Problems) -> Values {
    let Json::Object(pairs) = json else {
        let names: Vec<&str> = inputs.iter().map(|input| input.name).collect();
        let expected = Message::new("control-expected-object").with("names", names.join(", "));
        problems.push(wrong(path, json).hint(expected));
        return Values::default();
    };
    let mut found: BTreeMap<&'static str, &Json> = BTreeMap::new();
    for (key, value) in pairs {
        let path = below(path, key);
        let Some(input) = inputs.iter().find(|input| plain(input.name) == plain(key)) else {
            problems.push(unknown(&path, key, inputs));
            continue;
        };
        if found.insert(input.name, value).is_some() {
            problems
                .push(Diagnostic::error(Message::new("control-input-twice").with("path", &path)));
        }
    }
    let mut values = Values::default();
    for input in inputs {
        let path = below(path, input.name);
        let default = input.default.map(|text| Json::Text(text.to_owned()));
        let Some(json) = found.get(input.name).copied().or(default.as_ref()) else {
            let message = Message::new("control-input-missing").with("path", &path);
            problems.push(Diagnostic::error(message).hint(input.form.expected()));
            continue;
        };
        // A default is a text, also of a flag and a whole number.
        let of_text = !found.contains_key(input.name);
        if let Some(value) = value(json, input.form, &path, of_text, problems) {
            values.0.insert(input.name, value);
        }
    }
    values
}

fn value(
    json: &Json,
    form: Form,
    path: &str,
    of_text: bool,
    problems: &mut Problems,
) -> Option<Value> {
    let read = match (form, json) {
        (Form::Rows(inputs), Json::List(items)) if !items.is_empty() => {
            let rows = items.iter().enumerate();
            let rows =
                rows.map(|(at, item)| object(item, inputs, &format!("{path}[{at}]"), problems));
            Some(Value::Rows(rows.collect()))
        }
        (Form::MoneyList, Json::List(items)) => Some(list(items, Form::Money, path, problems)),
        (Form::NumberList, Json::List(items)) => {
            Some(list(items, Form::NotNegative, path, problems))
        }
        (Form::NumberList | Form::MoneyList, Json::Text(text)) if of_text && text.is_empty() => {
            Some(Value::Numbers(Vec::new()))
        }
        (Form::Flag, Json::Flag(flag)) => Some(Value::Flag(*flag)),
        (Form::Flag, Json::Text(text)) if of_text => Some(Value::Flag(text == "true")),
        (Form::Kind, Json::Text(text)) => Kind::from_name(text.as_bytes()).map(Value::Kind),
        (Form::Service, Json::Text(text)) => Service::parse(text.as_bytes()).map(Value::Service),
        (Form::Whole(from, to), Json::Number(text) | Json::Text(text)) => {
            let whole = text.parse().ok().filter(|number| (from..=to).contains(number));
            whole.map(Value::Whole)
        }
        (_, Json::Number(_) | Json::Text(_)) => number(json, form).map(Value::Number),
        _ => None,
    };
    if read.is_none() {
        problems.push(wrong(path, json).hint(form.expected()));
    }
    read
}

/// A list of numbers; those that are none are told one by one.
fn list(items: &[Json], one: Form, path: &str, problems: &mut Problems) -> Value {
    let mut numbers = Vec::new();
    for (at, item) in items.iter().enumerate() {
        match number(item, one) {
            Some(number) => numbers.push(number),
            None => problems.push(wrong(&format!("{path}[{at}]"), item).hint(one.expected())),
        }
    }
    Value::Numbers(numbers)
}

/// A JSON number, or a text with a point or a comma, also `1 234,56 €`.
fn number(json: &Json, form: Form) -> Option<Decimal> {
    let number = match json {
        Json::Number(text) => exact::parse_json(text),
        Json::Text(text) => exact::parse(text).or_else(|| amount::parse(text)),
        _ => None,
    }?;
    let fits = match form {
        Form::Money => number.normalize().scale() <= 2,
        Form::PositiveMoney => number.normalize().scale() <= 2 && number > Decimal::ZERO,
        Form::Positive => number > Decimal::ZERO,
        Form::NotNegative => number >= Decimal::ZERO,
        _ => false,
    };
    fits.then_some(number)
}

fn wrong(path: &str, json: &Json) -> Diagnostic {
    let message = Message::new("control-input-wrong").with("path", path);
    Diagnostic::error(message.with("found", json.shown()))
}

fn unknown(path: &str, key: &str, inputs: &[Input]) -> Diagnostic {
    let diagnostic = Diagnostic::error(Message::new("control-input-unknown").with("path", path));
    let names = inputs.iter().map(|input| input.name);
    match suggest::nearest(key, names.clone()) {
        Some(word) => diagnostic.hint(Message::new("did-you-mean").with("word", word)),
        None => {
            let names: Vec<&str> = names.collect();
            let message = Message::new("control-inputs-known");
            diagnostic.hint(message.with("names", names.join(", ")))
        }
    }
}

/// The path of a key: `$.summa`, `$['mitu sõna']`.
fn below(path: &str, key: &str) -> String {
    let is_name = key.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && key.chars().all(|c| c.is_alphanumeric() || c == '_');
    match is_name {
        true => format!("{path}.{key}"),
        false => format!("{path}['{}']", key.replace('\\', "\\\\").replace('\'', "\\'")),
    }
}

/// A key without the marks of Estonian letters: `staaž` and `staaz` are one key.
fn plain(key: &str) -> String {
    let plain = |c| match c {
        'õ' | 'ö' => 'o',
        'ä' => 'a',
        'ü' => 'u',
        'š' => 's',
        'ž' => 'z',
        other => other,
    };
    key.to_lowercase().chars().map(plain).collect()
}
