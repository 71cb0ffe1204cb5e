//! Tables of steps against what a system answered, both as people read them.

use std::collections::BTreeMap;

use cucumber::gherkin::Step;
use rakis_compare::{Order, Table};
use rakis_model::{Difference, Failure, Message, PersonalCode, date, failure::DifferenceKind};
use serde_json::{Map, Value};

use crate::{clock, or_fail::OrFail};

/// The table below a step.
pub(crate) fn table(step: &Step) -> Table {
    let none = || Box::new(Failure::invalid(Message::new("step-no-table")));
    let rows = step.table.as_ref().map(|table| table.rows.clone()).ok_or_else(none).or_fail();
    Table::from_rows(rows).or_fail()
}

/// The cells of one column of a step's table.
pub(crate) fn column<'t>(table: &'t Table, name: &str) -> Vec<&'t str> {
    let none = || {
        let message = Message::new("step-no-column").with("column", name);
        Box::new(Failure::invalid(message).values(name, table.header().join(", ")))
    };
    let at = table.column(name).ok_or_else(none).or_fail();
    table.rows().iter().map(|row| row[at].as_str()).collect()
}

/// How people read values: a known person's code as the name, moments and days in Estonian form.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'a> {
    persons: &'a BTreeMap<String, PersonalCode>,
}

impl<'a> Reader<'a> {
    /// With the people of the scenario.
    pub(crate) const fn new(persons: &'a BTreeMap<String, PersonalCode>) -> Self {
        Self { persons }
    }

    /// A text as people read it.
    pub(crate) fn text(&self, text: &str) -> String {
        let person = self.persons.iter().find(|(_, code)| code.as_str() == text);
        let day = || text.contains('-').then(|| date::parse(text).map(date::show)).flatten();
        person
            .map(|(name, _)| name.clone())
            .or_else(|| clock::show_moment(text))
            .or_else(day)
            .unwrap_or_else(|| text.to_owned())
    }

    /// A JSON value as people read it: `jah`/`ei`, a list with commas, nothing for `null`.
    pub(crate) fn value(&self, value: &Value) -> String {
        match value {
            Value::Null => String::new(),
            Value::Bool(true) => "jah".to_owned(),
            Value::Bool(false) => "ei".to_owned(),
            Value::String(text) => self.text(text),
            Value::Array(items) => {
                items.iter().map(|item| self.value(item)).collect::<Vec<_>>().join(", ")
            }
            Value::Number(_) | Value::Object(_) => value.to_string(),
        }
    }

    /// The rows of a step's table as people read them.
    fn required(&self, expected: &Table) -> Vec<Vec<String>> {
        let cells = |row: &Vec<String>| row.iter().map(|cell| self.text(cell)).collect();
        expected.rows().iter().map(cells).collect()
    }

    /// The same columns of a JSON list of objects. Keys are found whatever their case, spaces and
    /// dots over letters: the column `vajab ülevaatust` is the key `vajab_ulevaatust`.
    ///
    /// # Errors
    /// Failed when the value is no list of objects, or no object has a column.
    fn found(&self, list: &Value, header: &[String]) -> Result<Vec<Vec<String>>, Box<Failure>> {
        let no_list = || {
            let message = Message::new("step-no-list");
            Box::new(Failure::failed(message).values("[{…}]", list.to_string()))
        };
        let items: Option<Vec<&Map<String, Value>>> =
            list.as_array().and_then(|items| items.iter().map(Value::as_object).collect());
        let items = items.ok_or_else(no_list)?;
        // A misspelt column must not read as empty cells.
        let missing = header.iter().find(|name| items.iter().all(|item| get(item, name).is_none()));
        if let (Some(name), Some(first)) = (missing, items.first()) {
            let keys: Vec<_> = first.keys().map(String::as_str).collect();
            let message = Message::new("step-no-key").with("column", name);
            return Err(Box::new(Failure::failed(message).values(name, keys.join(", "))));
        }
        let cell = |item: &Map<String, Value>, name: &String| {
            get(item, name).map(|value| self.value(value)).unwrap_or_default()
        };
        Ok(items.iter().map(|item| header.iter().map(|name| cell(item, name)).collect()).collect())
    }

    /// These columns of a list as a table, as people read them.
    ///
    /// # Errors
    /// As [`Reader::found`]; invalid when a column is named twice or not at all.
    pub(crate) fn table(&self, list: &Value, columns: &[String]) -> Result<Table, Box<Failure>> {
        Table::new(columns.to_vec(), self.found(list, columns)?)
    }

    /// The columns of a step's table in a list must be exactly its rows, told apart by `key`.
    ///
    /// # Errors
    /// Failed with every deviation.
    pub(crate) fn exactly(
        &self,
        message: Message,
        expected: &Table,
        actual: &Value,
        key: &[&str],
        order: Order,
    ) -> Result<(), Box<Failure>> {
        let header = expected.header().to_vec();
        let required = Table::new(header.clone(), self.required(expected))?;
        let found = Table::new(header.clone(), self.found(actual, &header)?)?;
        let differences = rakis_compare::table(&required, &found, key, order)?;
        verdict(message, &required, found.rows(), differences)
    }

    /// Every row of a step's table must be in a list, each in a row of its own.
    ///
    /// # Errors
    /// Failed; each missing row is told by how it differs from the nearest one.
    pub(crate) fn among(
        &self,
        message: Message,
        expected: &Table,
        actual: &Value,
    ) -> Result<(), Box<Failure>> {
        let required = Table::new(expected.header().to_vec(), self.required(expected))?;
        let found = self.found(actual, expected.header())?;
        let mut left: Vec<&Vec<String>> = found.iter().collect();
        let mut missing = Vec::new();
        for (at, row) in required.rows().iter().enumerate() {
            match left.iter().position(|candidate| *candidate == row) {
                Some(same) => drop(left.remove(same)),
                None => missing.push((at, row)),
            }
        }
        let differences = missing
            .into_iter()
            .flat_map(|(at, row)| nearest(at, row, &left, expected.header()))
            .collect();
        verdict(message, &required, &found, differences)
    }

    /// The fields of an object must be as in a step's table with the columns `väli` and `väärtus`.
    ///
    /// # Errors
    /// Failed with every field that differs.
    pub(crate) fn fields(
        &self,
        message: Message,
        table: &Table,
        actual: &Value,
    ) -> Result<(), Box<Failure>> {
        let names: Vec<String> = column(table, "väli").into_iter().map(str::to_owned).collect();
        let values = column(table, "väärtus").into_iter().map(str::to_owned).collect();
        let expected = Table::new(names, vec![values])?;
        self.among(message, &expected, &Value::Array(vec![actual.clone()]))
    }
}

/// How a required row differs from the nearest found one; with none alike, it is missing.
fn nearest(
    at: usize,
    row: &[String],
    found: &[&Vec<String>],
    header: &[String],
) -> Vec<Difference> {
    let alike = |other: &Vec<String>| row.iter().zip(other).filter(|(a, b)| a == b).count();
    let line = format!("rida {}", at + 1);
    let best = found.iter().max_by_key(|other| alike(other)).filter(|other| alike(other) > 0);
    let Some(best) = best.or(found.first().filter(|_| found.len() == 1)) else {
        let (kind, expected) = (DifferenceKind::Missing, Some(show(row)));
        return vec![Difference { path: line, kind, expected, actual: None }];
    };
    let cells = header.iter().zip(row).zip(best.iter());
    cells
        .filter(|((_, required), found)| required != found)
        .map(|((name, required), found)| Difference {
            path: format!("{line}, veerg „{name}“"),
            kind: DifferenceKind::Changed,
            expected: Some(required.clone()),
            actual: Some(found.clone()),
        })
        .collect()
}

fn verdict(
    message: Message,
    required: &Table,
    found: &[Vec<String>],
    differences: Vec<Difference>,
) -> Result<(), Box<Failure>> {
    if differences.is_empty() {
        return Ok(());
    }
    let text = |rows: &[Vec<String>]| {
        let all = std::iter::once(required.header()).chain(rows.iter().map(Vec::as_slice));
        all.map(show).collect::<Vec<_>>().join("\n")
    };
    let failure = Failure::failed(message).values(text(required.rows()), text(found));
    Err(Box::new(failure.differences(differences)))
}

fn show(cells: &[String]) -> String {
    format!("| {} |", cells.join(" | "))
}

fn get<'v>(object: &'v Map<String, Value>, name: &str) -> Option<&'v Value> {
    let name = folded(name);
    object
        .get(&name)
        .or_else(|| object.iter().find(|(key, _)| folded(key) == name).map(|(_, value)| value))
}

/// A name without what differs between a sentence and an interface.
pub(crate) fn folded(name: &str) -> String {
    let name = name.to_lowercase();
    let plain = name.chars().filter_map(|letter| match letter {
        'õ' | 'ö' => Some('o'),
        'ä' => Some('a'),
        'ü' => Some('u'),
        'š' => Some('s'),
        'ž' => Some('z'),
        other => other.is_alphanumeric().then_some(other),
    });
    plain.collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn persons() -> BTreeMap<String, PersonalCode> {
        let code = PersonalCode::parse("69901010008").unwrap();
        BTreeMap::from([("Õie Õunapuu".to_owned(), code)])
    }

    fn told(result: Result<(), Box<Failure>>) -> Vec<String> {
        let Err(failure) = result else { return vec![] };
        if failure.differences.is_empty() {
            return vec![failure.message.key.into_owned()];
        }
        let text = |value: Option<String>| value.unwrap_or_else(|| "-".to_owned());
        let line = |one: Difference| {
            format!("{}: {} / {}", one.path, text(one.expected), text(one.actual))
        };
        failure.differences.into_iter().map(line).collect()
    }

    fn among(table: &str, actual: &Value) -> Vec<String> {
        let expected = Table::parse(table).unwrap();
        told(Reader::new(&persons()).among(Message::new("step-log"), &expected, actual))
    }

    #[test]
    fn values_are_compared_as_people_read_them() {
        let log = json!([
            {"kes": "süsteem", "aeg": "2026-03-02T07:00:00Z", "vajab_ulevaatust": false, "pohjus": null},
            {"kes": "69901010008", "aeg": "2026-03-02T09:00:00+02:00", "vajab_ulevaatust": true, "pohjus": ""},
        ]);
        let table = "| kes | aeg | vajab ülevaatust | põhjus |\n\
                     | Õie Õunapuu | 02.03.2026 09:00 | jah | |";
        assert_eq!(among(table, &log), Vec::<String>::new());
        let code = table.replace("Õie Õunapuu", "69901010008");
        assert_eq!(among(&code, &log), Vec::<String>::new(), "a code reads as its name");
    }

    #[test]
    fn every_row_that_is_missing_is_told_by_the_nearest_one() {
        let log =
            json!([{"tegevus": "avamine", "uus": "a"}, {"tegevus": "lukustamine", "uus": "b"}]);
        let table = "| tegevus | uus |\n| avamine | x |\n| lukustamine | b |\n| lukustamine | b |";
        assert_eq!(
            among(table, &log),
            [
                "rida 1, veerg „uus“: x / a",
                "rida 3, veerg „tegevus“: lukustamine / avamine",
                "rida 3, veerg „uus“: b / a"
            ]
        );
        assert_eq!(among("| tegevus |\n| avamine |", &json!([])), ["rida 1: | avamine | / -"]);
    }

    #[test]
    fn a_misspelt_column_is_no_empty_cell() {
        let log = json!([{"tegevus": "avamine"}]);
        assert_eq!(among("| tegevus | pohjsu |\n| avamine | |", &log), ["step-no-key"]);
        assert_eq!(among("| tegevus |\n| avamine |", &json!({"a": 1})), ["step-no-list"]);
        assert_eq!(among("| tegevus |\n| avamine |", &json!([1])), ["step-no-list"]);
    }

    #[test]
    fn fields_of_an_object_are_compared_by_name() {
        let table = Table::parse(
            "| väli | väärtus |\n| täitja | Õie Õunapuu |\n| rollid | a, b |\n| e-post | c |",
        );
        let actual = json!({"taitja": "69901010008", "rollid": ["a"], "epost": "c", "muu": 1});
        let result =
            Reader::new(&persons()).fields(Message::new("step-problem"), &table.unwrap(), &actual);
        assert_eq!(told(result), ["rida 1, veerg „rollid“: a, b / a"]);
    }
}
