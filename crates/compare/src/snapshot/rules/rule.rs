//! One rule: how it is written, in Estonian or English, and its normal form.

use std::fmt;

use rakis_model::{Failure, Message, suggest};
use regex::Regex;
use rust_decimal::Decimal;

use super::{super::number, Shape};

/// What holds of the values at a place.
#[derive(Clone, Debug)]
pub(crate) enum Rule {
    /// Items of a list are paired by these fields; for a column: it belongs to the key.
    Key(Vec<String>),
    /// The order of the items does not matter.
    AnyOrder,
    /// Numbers may differ by so much.
    Tolerance(Decimal),
    /// The value changes, its shape does not; `or_empty`: it may also be null or empty.
    Shape { shape: Shape, or_empty: bool },
    /// Left out, for a reason.
    Ignore(String),
}

/// Estonian and English beginnings of the rules, and how each is shown to who mistyped it.
const KNOWN: [(&str, &str, &str); 13] = [
    ("võti", "key", "võti: väli, väli"),
    ("järjekord vaba", "any order", "järjekord vaba"),
    ("lubatud erinevus", "tolerance", "lubatud erinevus 0,01"),
    ("kuupäev", "date", "kuupäev"),
    ("aeg", "time", "aeg"),
    ("aeg käivituse ajal", "time of the run", "aeg käivituse ajal"),
    ("uuid", "uuid", "uuid"),
    ("arv", "number", "arv"),
    ("summa", "amount", "summa"),
    ("tunnus", "id", "tunnus"),
    ("muster", "pattern", "muster /…/"),
    ("eirata", "ignore", "eirata: põhjus"),
    ("… või tühi", "… or empty", "… või tühi"),
];
const OR_EMPTY: [&str; 2] = [" või tühi", " or empty"];

impl Rule {
    /// Reads a rule.
    ///
    /// # Errors
    /// [`Failure`] of kind invalid for an unknown rule, naming the nearest and all known ones;
    /// for an ignored field without a reason, a pattern that is none, a tolerance below zero.
    pub(crate) fn parse(text: &str) -> Result<Self, Box<Failure>> {
        let text = text.trim();
        if let Some(rest) = after(text, 0).and_then(|rest| with_colon(rest).or(nothing(rest))) {
            let fields = rest.split(',').map(str::trim).filter(|field| !field.is_empty());
            return Ok(Self::Key(fields.map(str::to_owned).collect()));
        }
        if after(text, 1) == Some("") {
            return Ok(Self::AnyOrder);
        }
        if let Some(rest) = after(text, 2).filter(|rest| rest.starts_with([' ', ':'])) {
            return tolerance(rest.trim_start_matches(':').trim());
        }
        if let Some(reason) = after(text, 11).and_then(|rest| with_colon(rest).or(nothing(rest))) {
            return match reason.is_empty() {
                true => Err(invalid(Message::new("compare-rule-no-reason"))),
                false => Ok(Self::Ignore(reason.to_owned())),
            };
        }
        let bare = OR_EMPTY.iter().find_map(|ending| text.strip_suffix(ending));
        let shape = shape(bare.unwrap_or(text))?;
        shape
            .map(|shape| Self::Shape { shape, or_empty: bare.is_some() })
            .ok_or_else(|| unknown(text))
    }
}

/// What follows the known beginning of this number, in either language.
fn after(text: &str, known: usize) -> Option<&str> {
    let (et, en, _) = KNOWN[known];
    text.strip_prefix(et).or_else(|| text.strip_prefix(en))
}

fn with_colon(rest: &str) -> Option<&str> {
    rest.trim_start().strip_prefix(':').map(str::trim)
}

fn nothing(rest: &str) -> Option<&str> {
    rest.is_empty().then_some("")
}

fn tolerance(text: &str) -> Result<Rule, Box<Failure>> {
    let value = number::parse(text).filter(|value| !value.is_sign_negative());
    let wrong = || invalid(Message::new("compare-rule-tolerance").with("value", text));
    value.map(|value| Rule::Tolerance(value.normalize())).ok_or_else(wrong)
}

fn shape(text: &str) -> Result<Option<Shape>, Box<Failure>> {
    if let Some(pattern) = after(text, 10) {
        let source = pattern.trim().strip_prefix('/').and_then(|rest| rest.strip_suffix('/'));
        let regex = source.and_then(|source| Regex::new(&format!("^(?:{source})$")).ok());
        let (Some(source), Some(regex)) = (source, regex) else {
            return Err(invalid(Message::new("compare-rule-pattern").with("rule", text)));
        };
        return Ok(Some(Shape::Pattern(regex, source.to_owned())));
    }
    Ok(match text {
        "kuupäev" | "date" => Some(Shape::Date),
        "aeg" | "time" => Some(Shape::Moment),
        "aeg käivituse ajal" | "time of the run" => Some(Shape::DuringRun),
        "uuid" => Some(Shape::Uuid),
        "arv" | "number" => Some(Shape::Number),
        "summa" | "amount" => Some(Shape::Amount),
        "tunnus" | "id" => Some(Shape::Id),
        _ => None,
    })
}

fn invalid(message: Message) -> Box<Failure> {
    Box::new(Failure::invalid(message))
}

fn unknown(text: &str) -> Box<Failure> {
    let message = Message::new("compare-rule-unknown").with("rule", text);
    let known: Vec<&str> = KNOWN.iter().map(|(_, _, shown)| *shown).collect();
    let mut failure = Failure::invalid(message);
    // What follows a colon or a slash is the user's own.
    let word = text.split([':', '/']).next().unwrap_or(text).trim();
    let words = KNOWN.iter().flat_map(|(et, en, _)| [*et, *en]);
    if let Some(near) = suggest::nearest(word, words) {
        failure = failure.hint(Message::new("did-you-mean").with("word", near));
    }
    Box::new(failure.hint(Message::new("compare-rules-known").with("rules", known.join(" · "))))
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(fields) if fields.is_empty() => f.write_str("võti"),
            Self::Key(fields) => write!(f, "võti: {}", fields.join(", ")),
            Self::AnyOrder => f.write_str("järjekord vaba"),
            Self::Tolerance(value) => {
                write!(f, "lubatud erinevus {}", value.to_string().replace('.', ","))
            }
            Self::Ignore(reason) => write!(f, "eirata: {reason}"),
            Self::Shape { shape, or_empty } => {
                match shape {
                    Shape::Uuid => f.write_str("uuid")?,
                    Shape::Id => f.write_str("tunnus")?,
                    Shape::Pattern(_, source) => write!(f, "muster /{source}/")?,
                    other => f.write_str(other.word())?,
                }
                f.write_str(if *or_empty { OR_EMPTY[0] } else { "" })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_come_to_one_normal_form() {
        for (text, expected) in [
            ("võti: roll, asutus", "võti: roll, asutus"),
            ("key: roll", "võti: roll"),
            ("key", "võti"),
            ("any order", "järjekord vaba"),
            ("lubatud erinevus 0,010", "lubatud erinevus 0,01"),
            ("tolerance 1 000.5", "lubatud erinevus 1000,5"),
            ("date", "kuupäev"),
            (" aeg ", "aeg"),
            ("time of the run", "aeg käivituse ajal"),
            ("uuid", "uuid"),
            ("number or empty", "arv või tühi"),
            ("amount", "summa"),
            ("id", "tunnus"),
            ("pattern /a|b/", "muster /a|b/"),
            ("muster /õ{2}/ või tühi", "muster /õ{2}/ või tühi"),
            ("ignore: muutub: iga kord", "eirata: muutub: iga kord"),
        ] {
            let rule = Rule::parse(text).unwrap();
            assert_eq!(rule.to_string(), expected);
            assert_eq!(Rule::parse(expected).unwrap().to_string(), expected, "again");
        }
    }

    #[test]
    fn what_is_no_rule_is_told_with_the_nearest() {
        for (text, key, hint) in [
            ("kuupaev", "compare-rule-unknown", "kuupäev"),
            ("eirta: müra", "compare-rule-unknown", "eirata"),
            ("tolerants 5", "compare-rule-unknown", ""),
            ("", "compare-rule-unknown", ""),
            ("eirata", "compare-rule-no-reason", ""),
            ("ignore:  ", "compare-rule-no-reason", ""),
            ("lubatud erinevus -1", "compare-rule-tolerance", ""),
            ("lubatud erinevus x", "compare-rule-tolerance", ""),
            ("muster a", "compare-rule-pattern", ""),
            ("muster /(/", "compare-rule-pattern", ""),
        ] {
            let failure = Rule::parse(text).unwrap_err();
            assert_eq!(failure.message.key, key, "{text}");
            if !hint.is_empty() {
                assert_eq!(failure.hints[0].args[0].1, hint, "{text}");
            }
        }
    }
}
