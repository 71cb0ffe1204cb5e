//! The typed holes of our sentences: what each takes, and how a value is read.
//!
//! Every regex is different on purpose: the catalogue of steps names a hole by its regex.

use std::{convert::Infallible, str::FromStr};

use cucumber::Parameter;
use jiff::civil::{Date, Time};
use rakis_model::{Failure, Message, PersonalCode, amount, date};
use rust_decimal::Decimal;

use crate::or_fail::fail;

/// Every typed hole: its name without braces, its regex, and the key of its description in the
/// words.
pub fn parameters() -> Vec<(&'static str, &'static str, &'static str)> {
    fn hole<T: Parameter>(description: &'static str) -> (&'static str, &'static str, &'static str) {
        (T::NAME, T::REGEX, description)
    }
    vec![
        hole::<Person>("step-parameter-person"),
        hole::<Role>("step-parameter-role"),
        hole::<Profile>("step-parameter-profile"),
        hole::<Function>("step-parameter-function"),
        hole::<List>("step-parameter-list"),
        hole::<SnapshotName>("step-parameter-snapshot"),
        hole::<Day>("step-parameter-day"),
        hole::<Clock>("step-parameter-time"),
        hole::<Sum>("step-parameter-sum"),
        hole::<Code>("step-parameter-code"),
    ]
}

/// A person's name, in quotes: `"Mari Maasikas"`.
#[derive(Clone, Debug, Parameter)]
#[param(name = "isik", regex = r#""[^"]+""#)]
pub(crate) struct Person(pub(crate) String);

/// A role of STAR, in quotes; whether it exists is for the system to say.
#[derive(Clone, Debug, Parameter)]
#[param(name = "roll", regex = r#""[^",]+""#)]
pub(crate) struct Role(pub(crate) String);

/// A profile of SKAIS, in quotes; whether it exists is for the system to say.
#[derive(Clone, Debug, Parameter)]
#[param(name = "profiil", regex = r#""[^",;]+""#)]
pub(crate) struct Profile(pub(crate) String);

/// A function of a system, in quotes; whether it exists is for the system to say.
#[derive(Clone, Debug, Parameter)]
#[param(name = "funktsioon", regex = r#""[^",;:]+""#)]
pub(crate) struct Function(pub(crate) String);

/// The name of a snapshot, in quotes: `"STARi rollide õigused"`.
#[derive(Clone, Debug, Parameter)]
#[param(name = "hetktõmmis", regex = r#""[^"/\\]+""#)]
pub(crate) struct SnapshotName(pub(crate) String);

macro_rules! quoted {
    ($($name:ident),*) => {
        $(impl FromStr for $name {
            type Err = Infallible;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Ok(Self(unquoted(text).to_owned()))
            }
        })*
    };
}
quoted!(Person, Role, Profile, Function, SnapshotName);

/// Texts with commas between, in quotes: `"menetleja, otsustaja"`; `"puuduvad"` or nothing is none.
#[derive(Clone, Debug, PartialEq, Eq, Parameter)]
#[param(name = "loetelu", regex = r#""[^"]*""#)]
pub(crate) struct List(pub(crate) Vec<String>);

impl FromStr for List {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let items = unquoted(text).split(',').map(str::trim);
        let items = items.filter(|item| !item.is_empty() && *item != "puuduvad");
        Ok(Self(items.map(str::to_owned).collect()))
    }
}

/// A day: `31.12.2026`.
#[derive(Clone, Copy, Debug, Parameter)]
#[param(name = "kuupäev", regex = r"\d{1,2}\.\d{1,2}\.\d{4}")]
pub(crate) struct Day(pub(crate) Date);

/// A time of day: `09:00`.
#[derive(Clone, Copy, Debug, Parameter)]
#[param(name = "kellaaeg", regex = r"\d{1,2}:\d{2}")]
pub(crate) struct Clock(pub(crate) Time);

/// An amount of money: `1 234,56 €`.
#[derive(Clone, Copy, Debug, Parameter)]
#[param(name = "summa", regex = r"[-−]?\d[\d \u{a0}\u{202f}]*,\d{2}[ \u{a0}\u{202f}]€")]
pub(crate) struct Sum(pub(crate) Decimal);

/// A personal code of eleven digits; only synthetic ones are taken.
#[derive(Clone, Debug, Parameter)]
#[param(name = "isikukood", regex = r"\d{11}")]
pub(crate) struct Code(pub(crate) PersonalCode);

macro_rules! read_by {
    ($($name:ident by $read:expr, else $key:literal;)*) => {
        $(impl FromStr for $name {
            type Err = Infallible;

            /// A value of the right shape that does not exist (31.02.2026) ends the step: the
            /// macros would turn an error into a bare text.
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let read: fn(&str) -> Option<_> = $read;
                Ok(Self(read(text).unwrap_or_else(|| wrong($key, text))))
            }
        })*
    };
}
read_by! {
    Day by date::parse, else "step-wrong-day";
    Clock by |text| format!("{text:0>5}").parse().ok(), else "step-wrong-time";
    Sum by amount::parse, else "step-wrong-sum";
    Code by |text| PersonalCode::parse(text).filter(PersonalCode::is_synthetic), else "step-wrong-code";
}

fn wrong<T>(key: &'static str, text: &str) -> T {
    fail(Failure::invalid(Message::new(key).with("value", text)))
}

fn unquoted(text: &str) -> &str {
    text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;

    use super::*;

    fn reads<T: FromStr<Err = Infallible>>(text: &str) -> Result<T, String> {
        let text = text.to_owned();
        catch_unwind(move || match text.parse::<T>() {
            Ok(value) => value,
            Err(never) => match never {},
        })
        .map_err(|reason| reason.downcast::<Failure>().unwrap().message.key.into_owned())
    }

    #[test]
    fn values_are_read_and_impossible_ones_are_invalid() {
        assert_eq!(reads::<Person>("\"Õie Õunapuu\"").unwrap().0, "Õie Õunapuu");
        assert_eq!(reads::<Day>("1.3.2026").unwrap().0, Date::constant(2026, 3, 1));
        assert_eq!(reads::<Day>("31.02.2026").unwrap_err(), "step-wrong-day");
        assert_eq!(reads::<Clock>("9:05").unwrap().0, Time::constant(9, 5, 0, 0));
        assert_eq!(reads::<Clock>("24:00").unwrap_err(), "step-wrong-time");
        assert_eq!(reads::<Sum>("−1 234,56 €").unwrap().0, Decimal::new(-123_456, 2));
        assert_eq!(reads::<Sum>("12 34,56 €").unwrap_err(), "step-wrong-sum");
        assert_eq!(reads::<Code>("60001019906").unwrap().0.as_str(), "60001019906");
        assert_eq!(reads::<Code>("60001019905").unwrap_err(), "step-wrong-code");
        assert_eq!(reads::<Code>("37605030299").unwrap_err(), "step-wrong-code", "a real person");
    }

    #[test]
    fn lists_may_be_empty() {
        let list = |text: &str| reads::<List>(text).unwrap().0;
        assert_eq!(list("\"menetleja, otsustaja\""), ["menetleja", "otsustaja"]);
        assert_eq!(list("\"puuduvad\""), Vec::<String>::new());
        assert_eq!(list("\"\""), Vec::<String>::new());
    }

    #[test]
    fn names_and_regexes_are_unique() {
        let all = parameters();
        for (at, (name, regex, _)) in all.iter().enumerate() {
            let differs = |other: &(&str, &str, &str)| other.0 != *name && other.1 != *regex;
            assert!(all[..at].iter().all(differs), "{name} {regex}");
        }
    }
}
