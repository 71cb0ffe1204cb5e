//! What a calculation takes: its inputs as data, and reading them with all problems at once.

use std::collections::BTreeMap;

use rakis_model::{Diagnostic, Message, Problems, amount, suggest};
use rust_decimal::Decimal;

use crate::{
    exact,
    json::Json,
    rules::{Kind, Service},
};

/// One input.
#[derive(Clone, Copy, Debug)]
pub struct Input {
    /// Its key.
    pub name: &'static str,
    /// What it may be.
    pub form: Form,
    /// What it is when it is left out; without that it must be there.
    pub default: Option<&'static str>,
}

/// What an input may be.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// Any sum of money: two decimals at most.
    Money,
    /// Money above zero.
    PositiveMoney,
    /// A number above zero.
    Positive,
    /// A number, zero or above.
    NotNegative,
    /// A whole number within these bounds.
    Whole(i64, i64),
    /// `true` or `false`.
    Flag,
    /// A length of service, `P12Y7M3D`.
    Service,
    /// `vanaduspension` or `rahvapension`.
    Kind,
    /// A list of money.
    MoneyList,
    /// A list of numbers, zero or above.
    NumberList,
    /// A list of objects with these inputs; at least one.
    Rows(&'static [Input]),
}

impl Form {
    /// What is expected, in words.
    pub fn expected(self) -> Message {
        match self {
            Self::Money => Message::new("control-expected-money"),
            Self::PositiveMoney => Message::new("control-expected-positive-money"),
            Self::Positive => Message::new("control-expected-positive"),
            Self::NotNegative => Message::new("control-expected-not-negative"),
            Self::Whole(from, to) => {
                Message::new("control-expected-whole").with("from", from).with("to", to)
            }
            Self::Flag => Message::new("control-expected-flag"),
            Self::Service => Message::new("control-expected-service"),
            Self::Kind => Message::new("control-expected-kind"),
            Self::MoneyList => Message::new("control-expected-money-list"),
            Self::NumberList => Message::new("control-expected-number-list"),
            Self::Rows(inputs) => {
                let names: Vec<&str> = inputs.iter().map(|input| input.name).collect();
                Message::new("control-expected-rows").with("names", names.join(", "))
            }
        }
    }
}

/// A value that was read.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Number(Decimal),
    Whole(i64),
    Flag(bool),
    Service(Service),
    Kind(Kind),
    Numbers(Vec<Decimal>),
    Rows(Vec<Values>),
}

/// The inputs of a calculation, all there and of the right form.
#[derive(Clone, Debug, Default)]
pub(crate) struct Values(BTreeMap<&'static str, Value>);

impl Values {
    /// A number; that inputs are there is known from their reading.
    pub(crate) fn number(&self, name: &str) -> Decimal {
        match self.0.get(name) {
            Some(Value::Number(number)) => *number,
            _ => Decimal::ZERO,
        }
    }

    /// A whole number.
    pub(crate) fn whole<T: TryFrom<i64> + Default>(&self, name: &str) -> T {
        match self.0.get(name) {
            Some(Value::Whole(number)) => T::try_from(*number).unwrap_or_default(),
            _ => T::default(),
        }
    }

    /// `true` or `false`.
    pub(crate) fn flag(&self, name: &str) -> bool {
        matches!(self.0.get(name), Some(Value::Flag(true)))
    }

    /// A length of service.
    pub(crate) fn service(&self, name: &str) -> Service {
        match self.0.get(name) {
            Some(Value::Service(service)) => *service,
            _ => Service::default(),
        }
    }

    /// A kind of pension.
    pub(crate) fn kind(&self, name: &str) -> Kind {
        match self.0.get(name) {
            Some(Value::Kind(kind)) => *kind,
            _ => Kind::default(),
        }
    }

    /// A list of numbers.
    pub(crate) fn numbers(&self, name: &str) -> &[Decimal] {
        match self.0.get(name) {
            Some(Value::Numbers(numbers)) => numbers,
            _ => &[],
        }
    }

    /// A list of objects.
    pub(crate) fn rows(&self, name: &str) -> &[Self] {
        match self.0.get(name) {
            Some(Value::Rows(rows)) => rows,
            _ => &[],
        }
    }
}

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
            return Some(Value::Rows(rows.collect()));
        }
        (Form::MoneyList | Form::NumberList, Json::List(items)) => {
            let one = if matches!(form, Form::MoneyList) { Form::Money } else { Form::NotNegative };
            let mut numbers = Vec::new();
            for (at, item) in items.iter().enumerate() {
                match number(item, one) {
                    Some(number) => numbers.push(number),
                    None => {
                        problems.push(wrong(&format!("{path}[{at}]"), item).hint(one.expected()))
                    }
                }
            }
            return Some(Value::Numbers(numbers));
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
