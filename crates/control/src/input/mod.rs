//! What a calculation takes: its inputs as data, and reading them with all problems at once.

mod read;

use std::collections::BTreeMap;

use rakis_model::Message;
use rust_decimal::Decimal;

pub(crate) use read::read;

use crate::rules::{Kind, Service};

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
