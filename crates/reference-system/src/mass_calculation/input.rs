//! What requests may write in more than one way: a number or a text, `true` or `jah`.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde_json::Value;

use crate::error::Failure;

use super::{numbers, refusals};

/// A number as it was written, in digits or as a text, so that no digit is lost on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written(String);

impl Written {
    /// A decimal with so many decimals at most.
    pub(super) fn decimal(&self, decimals: usize, field: &str) -> Result<i64, Failure> {
        numbers::read(&self.0, decimals, field)
    }

    /// A decimal of up to eighteen digits, for numbers that no column holds.
    pub(super) fn long_decimal(&self, decimals: usize, field: &str) -> Result<i64, Failure> {
        numbers::read_to(&self.0, decimals, 999_999_999_999_999_999, field)
    }

    /// A whole number within bounds.
    pub(super) fn whole(
        &self,
        bounds: std::ops::RangeInclusive<i64>,
        field: &str,
    ) -> Result<i64, Failure> {
        let number = numbers::read(&self.0, 0, field)?;
        if bounds.contains(&number) {
            return Ok(number);
        }
        let (from, to) = bounds.into_inner();
        Err(refusals::WRONG_NUMBER
            .saying(format!("Väli „{field}“ peab olema vahemikus {from}–{to}."))
            .into())
    }
}

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Value::deserialize(deserializer)? {
            Value::Number(number) => Ok(Self(number.to_string())),
            Value::String(text) => Ok(Self(text)),
            _ => Err(D::Error::custom("neither number nor text")),
        }
    }
}

/// Yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Truth(pub(super) bool);

impl<'de> Deserialize<'de> for Truth {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Word;
        impl Visitor<'_> for Word {
            type Value = Truth;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("true, false, jah or ei")
            }

            fn visit_bool<E: Error>(self, value: bool) -> Result<Truth, E> {
                Ok(Truth(value))
            }

            fn visit_str<E: Error>(self, value: &str) -> Result<Truth, E> {
                match value {
                    "jah" | "true" => Ok(Truth(true)),
                    "ei" | "false" => Ok(Truth(false)),
                    _ => Err(E::custom("no truth value")),
                }
            }
        }
        deserializer.deserialize_any(Word)
    }
}

/// An optional whole number, or what stands for it.
pub(super) fn whole_or(
    value: Option<&Written>,
    otherwise: i64,
    bounds: std::ops::RangeInclusive<i64>,
    field: &str,
) -> Result<i64, Failure> {
    value.map_or(Ok(otherwise), |value| value.whole(bounds, field))
}

/// An optional decimal, or what stands for it.
pub(super) fn decimal_or(
    value: Option<&Written>,
    otherwise: i64,
    decimals: usize,
    field: &str,
) -> Result<i64, Failure> {
    let number = value.map_or(Ok(otherwise), |value| value.decimal(decimals, field))?;
    if number < 0 {
        return Err(refusals::WRONG_NUMBER
            .saying(format!("Väli „{field}“ ei tohi olla negatiivne."))
            .into());
    }
    Ok(number)
}
