//! How a document is canonicalised and compared: the table of fields and rules of a step.

mod path;
mod rule;
mod shape;
mod walk;

use rakis_model::{Failure, Message};
use regex::Regex;

pub(crate) use path::Edge;
use path::Step;
pub(crate) use rule::Rule;
pub(crate) use shape::Shape;
pub(crate) use walk::{At, Used};

use super::{Form, codes};
use crate::Table;

/// The form of a document and the rules of its fields.
///
/// # Rules
/// | rule | English | what it says |
/// |---|---|---|
/// | `võti: roll, asutus` | `key: …` | items of the list are paired by these fields, their order is free; on a column (`võti`): it belongs to the key |
/// | `järjekord vaba` | `any order` | the list counts as a bag |
/// | `lubatud erinevus 0,01` | `tolerance 0.01` | numbers may differ by so much, exact decimals |
/// | `kuupäev`, `aeg` | `date`, `time` | a day, a moment |
/// | `aeg käivituse ajal` | `time of the run` | a moment between the start of the scenario and now |
/// | `uuid`, `tunnus` | `uuid`, `id` | any, but the same one stays the same |
/// | `arv`, `summa` | `number`, `amount` | a number; an amount with two decimals |
/// | `muster /…/` | `pattern /…/` | a text that matches as a whole |
/// | `… või tühi` | `… or empty` | after a shape: or null or an empty text, which stay as they are |
/// | `eirata: põhjus` | `ignore: reason` | left out |
///
/// # Fields
/// JSON: a path (`$.read[*].aeg`, `$..aeg`); a key may lie deeper (`võti: isik.kood`). XML: a path of local names (`/a/b/@c`, `//aeg`);
/// `võti` (`@kood`, `kood`, `isik/kood`) and `järjekord vaba` stand at the repeated element. Tables: the name of a column, or `*`
/// for the whole table. Texts: `/regex/`, whose first group (or the whole match) is the value.
#[derive(Clone, Debug)]
pub struct Rules {
    form: Form,
    list: Vec<Entry>,
}

/// One row of the table.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) field: String,
    pub(crate) place: Place,
    pub(crate) rule: Rule,
}

/// What a field names.
#[derive(Clone, Debug)]
pub(crate) enum Place {
    /// Values at a path.
    Path(Vec<Step>),
    /// Parts of lines.
    Lines(Regex),
}

impl Rules {
    /// No rule: everything is compared exactly.
    pub const fn none(form: Form) -> Self {
        Self { form, list: Vec::new() }
    }

    /// Reads a step's table with the columns `väli` and `reegel` (or `field` and `rule`).
    ///
    /// # Errors
    /// [`Failure`] of kind invalid: other columns, a field that is none in this form, an unknown
    /// rule, one that this form does not have, two rules for one field.
    pub fn read(form: Form, table: &Table) -> Result<Self, Box<Failure>> {
        let column = |et: &str, en: &str| table.column(et).or_else(|| table.column(en));
        let (Some(field), Some(rule), 2) =
            (column("väli", "field"), column("reegel", "rule"), table.header().len())
        else {
            let message = Message::new("compare-rules-columns");
            return Err(Box::new(Failure::invalid(message)));
        };
        let pairs = table.rows().iter().map(|row| (row[field].as_str(), row[rule].as_str()));
        Self::from_pairs(form, pairs)
    }

    /// Reads fields and their rules.
    ///
    /// # Errors
    /// As [`Rules::read`].
    pub fn from_pairs<'p>(
        form: Form,
        pairs: impl IntoIterator<Item = (&'p str, &'p str)>,
    ) -> Result<Self, Box<Failure>> {
        let mut list: Vec<Entry> = Vec::new();
        for (field, rule) in pairs {
            if !codes::find(field).is_empty() || !codes::find(rule).is_empty() {
                // Rules are stored beside the text.
                return Err(Box::new(Failure::invalid(Message::new("compare-rules-code"))));
            }
            let entry = entry(form, field.trim(), rule)?;
            if list.iter().any(|other| other.field == entry.field) {
                return Err(invalid("compare-rules-twice", &entry.field, &entry.rule));
            }
            list.push(entry);
        }
        list.sort_by(|left, right| left.field.cmp(&right.field));
        Ok(Self { form, list })
    }

    /// The form of the document.
    pub const fn form(&self) -> Form {
        self.form
    }

    /// Fields and rules in their normal writing, by field: what an approval covers.
    pub fn pairs(&self) -> Vec<(String, String)> {
        self.list.iter().map(|entry| (entry.field.clone(), entry.rule.to_string())).collect()
    }

    /// The rows.
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.list
    }
}

fn entry(form: Form, field: &str, rule: &str) -> Result<Entry, Box<Failure>> {
    let rule = Rule::parse(rule)?;
    let place = match form {
        Form::Text => lines(field).map(Place::Lines),
        _ => path::parse(form, field).map(Place::Path),
    };
    let Some(place) = place else {
        let message = Message::new("compare-rules-field").with("field", field).with("form", form);
        let hint = Message::new(match form {
            Form::Json => "compare-rules-field-json",
            Form::Xml => "compare-rules-field-xml",
            Form::Text => "compare-rules-field-text",
            Form::Csv | Form::Xlsx | Form::Table => "compare-rules-field-table",
        });
        return Err(Box::new(Failure::invalid(message).hint(hint)));
    };
    if !stands(form, &place, &rule) {
        return Err(invalid("compare-rules-not-here", field, &rule));
    }
    Ok(Entry { field: field.to_owned(), place, rule })
}

/// Can this rule hold at such a place?
fn stands(form: Form, place: &Place, rule: &Rule) -> bool {
    let whole_table = form.is_table() && matches!(place, Place::Path(steps) if steps.is_empty());
    match rule {
        Rule::Key(fields) if form.is_table() => fields.is_empty() != whole_table,
        Rule::Key(fields) => !fields.is_empty() && form != Form::Text,
        Rule::AnyOrder => form != Form::Text && (whole_table || !form.is_table()),
        Rule::Tolerance(_) => form != Form::Text && !whole_table,
        Rule::Shape { .. } | Rule::Ignore(_) => !whole_table,
    }
}

/// `/regex/`.
fn lines(field: &str) -> Option<Regex> {
    let source = field.strip_prefix('/')?.strip_suffix('/')?;
    (!source.is_empty()).then(|| Regex::new(source).ok())?
}

pub(crate) fn invalid(key: &'static str, field: &str, rule: &Rule) -> Box<Failure> {
    let message = Message::new(key).with("field", field).with("rule", rule);
    Box::new(Failure::invalid(message))
}
