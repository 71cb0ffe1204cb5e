//! Tables of steps as inputs of operations: a column for each value, an empty cell for none.

use cucumber::gherkin::Step;
use rakis_compare::Table;
use rakis_model::{Failure, Message, date, suggest};
use serde_json::Value;

use super::numbers;
use crate::{or_fail::OrFail, rows};

/// A column of a step's table and the variable of the operation it fills.
pub(super) type Known = (&'static str, &'static str);

/// The values of an operation.
pub(super) type Inputs = Vec<(&'static str, Value)>;

/// Each row of the table below a step as inputs.
pub(super) fn inputs(step: &Step, known: &[Known]) -> Vec<Inputs> {
    read(&rows::table(step), known).or_fail()
}

/// The table (väli, väärtus) below a step as inputs.
pub(super) fn fields(step: &Step, known: &[Known]) -> Inputs {
    let table = rows::table(step);
    let names = rows::column(&table, "väli").into_iter();
    let pairs = names.zip(rows::column(&table, "väärtus"));
    let one = |(name, cell): (&str, &str)| Ok((variable(name, known)?, value(cell)));
    pairs.map(|pair| one(pair).or_fail()).collect()
}

fn read(table: &Table, known: &[Known]) -> Result<Vec<Inputs>, Box<Failure>> {
    let variables: Vec<&'static str> =
        table.header().iter().map(|name| variable(name, known)).collect::<Result<_, _>>()?;
    let row = |cells: &Vec<String>| {
        let pairs = variables.iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
        pairs.map(|(name, cell)| (*name, value(cell))).collect()
    };
    Ok(table.rows().iter().map(row).collect())
}

fn variable(name: &str, known: &[Known]) -> Result<&'static str, Box<Failure>> {
    if let Some((_, variable)) = known.iter().find(|(column, _)| *column == name) {
        return Ok(variable);
    }
    let columns: Vec<&str> = known.iter().map(|(column, _)| *column).collect();
    let message = Message::new("step-unknown-column").with("column", name);
    let failure = Failure::invalid(message).values(columns.join(", "), name);
    Err(Box::new(match suggest::nearest(name, columns.iter().copied()) {
        Some(word) => failure.hint(Message::new("did-you-mean").with("word", word)),
        None => failure,
    }))
}

/// A cell as interfaces carry it: a decimal point, an ISO day, all else as it stands.
pub(super) fn value(cell: &str) -> Value {
    let number = || numbers::parse(cell).map(|_| cell.replace('−', "-").replace(',', "."));
    let day = || date::parse(cell).map(|day| day.to_string());
    number().or_else(day).unwrap_or_else(|| cell.to_owned()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [Known; 2] = [("isik", "nimi"), ("summa", "summa")];

    #[test]
    fn a_row_gives_its_filled_cells_as_interfaces_carry_them() {
        let table = Table::parse("| isik | summa |\n| Õie | -1,50 |\n| Ülo | |").unwrap();
        let read = read(&table, &KNOWN).unwrap();
        assert_eq!(read[0], [("nimi", "Õie".into()), ("summa", "-1.50".into())]);
        assert_eq!(read[1], [("nimi", "Ülo".into())]);
        assert_eq!(value("31.03.2026"), Value::from("2026-03-31"));
        assert_eq!(value("P12Y7M3D"), Value::from("P12Y7M3D"));
    }

    #[test]
    fn a_misspelt_column_is_told_with_the_nearest_one() {
        let table = Table::parse("| isik | suma |\n| Õie | 1 |").unwrap();
        let failure = read(&table, &KNOWN).unwrap_err();
        assert_eq!(failure.message.key, "step-unknown-column");
        assert_eq!(failure.hints.len(), 1);
    }
}
