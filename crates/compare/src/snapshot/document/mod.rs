//! Documents of every form: from what was received to the canonical text, and the comparison of
//! two such texts.

mod json;
mod table;
mod text;
mod xml;

use rakis_model::{Difference, Failure, Message};

pub(crate) use table::excel_moment;

use super::{Form, Identities, Rules, Window};
use crate::Table;

/// What the run knows that a document does not say.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'i> {
    /// The people of the scenario.
    pub identities: &'i Identities,
    /// From the start of the scenario until now.
    pub window: Window,
}

/// A document brought to its canonical text.
#[derive(Debug)]
pub(crate) struct Canonicalised {
    /// The text, without white space at its end.
    pub(crate) text: String,
    /// Values that lack the shape a rule demands.
    pub(crate) broken: Vec<Difference>,
    /// Fields of the rules that matched nothing.
    pub(crate) unused: Vec<String>,
}

/// Brings what was received to its canonical text.
pub(crate) fn canonicalise(
    body: &[u8],
    rules: &Rules,
    setting: &Setting<'_>,
) -> Result<Canonicalised, Box<Failure>> {
    match rules.form() {
        Form::Json => json::canonicalise(json::read(body)?, rules, setting),
        Form::Text => text::canonicalise(body, rules, setting),
        Form::Xml => xml::canonicalise(body, rules, setting),
        Form::Csv | Form::Xlsx | Form::Table => {
            table::canonicalise(table::read(rules.form(), body)?, rules, setting)
        }
    }
}

/// Brings a JSON value to its canonical text.
pub(crate) fn canonicalise_json(
    value: serde_json::Value,
    rules: &Rules,
    setting: &Setting<'_>,
) -> Result<Canonicalised, Box<Failure>> {
    json::canonicalise(value, rules, setting)
}

/// Brings a table to its canonical text.
pub(crate) fn canonicalise_table(
    table: &Table,
    rules: &Rules,
    setting: &Setting<'_>,
) -> Result<Canonicalised, Box<Failure>> {
    table::canonicalise(vec![table::Sheet::of(table)], rules, setting)
}

/// Every deviation of one canonical text from another.
///
/// # Errors
/// [`Failure`] of kind invalid when the expected text is no document of this form any more.
pub(crate) fn compare(
    expected: &str,
    actual: &str,
    rules: &Rules,
) -> Result<Vec<Difference>, Box<Failure>> {
    if expected == actual {
        return Ok(Vec::new());
    }
    match rules.form() {
        Form::Json => json::compare(expected, actual, rules),
        Form::Text => Ok(text::compare(expected, actual)),
        Form::Xml => xml::compare(expected, actual, rules),
        Form::Csv | Form::Xlsx | Form::Table => table::compare(expected, actual, rules),
    }
}

/// A text without its byte order mark.
pub(crate) fn utf8(body: &[u8]) -> Result<&str, Box<Failure>> {
    let body = body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body);
    std::str::from_utf8(body)
        .map_err(|_| Box::new(Failure::failed(Message::new("compare-snapshot-not-utf8"))))
}
