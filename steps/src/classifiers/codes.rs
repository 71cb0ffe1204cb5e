//! Sentences about codes of the version that is being drafted: adding, changing, closing, opening again.

use cucumber::{gherkin::Step, given, when};
use rakis_compare::Table;
use rakis_model::date;
use serde_json::Value;

use crate::{
    World,
    parameters::{Day, Person},
    rows,
};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("codes.rs"));

/// A logged-in person adds the codes of the table (kood, nimetus; if need be ülemkood, kehtib alates,
/// kehtib kuni, jääkkood), one after another; each must be taken. No day is the version's first.
/// Näide: töötaja "Kadri Kask" lisab klassifikaatorisse koodid:
/// Toiming: lisa kood
#[given(expr = "töötaja {isik} lisab klassifikaatorisse koodid:")]
async fn add_all(world: &mut World, who: Person, step: &Step) {
    for mut code in objects(&rows::table(step)) {
        code.push(("sessioon".to_owned(), world.session(&who.0)));
        world.perform("lisa kood", pairs(&code)).await;
    }
}

/// A logged-in person tries to add a code, valid from a day on without end.
/// Näide: töötaja "Kadri Kask" lisab koodi "VP" nimetusega "Vanaduspension" alates 01.04.2026
/// Toiming: lisa kood
#[when(expr = "töötaja {isik} lisab koodi {string} nimetusega {string} alates {kuupäev}")]
async fn add(world: &mut World, who: Person, code: String, name: String, from: Day) {
    let inputs = act(world, &who, code, from).into_iter().chain([("nimetus", name.into())]);
    world.attempt("lisa kood", inputs).await;
}

/// A logged-in person tries to add one code with the values of a table (väli, väärtus).
/// Näide: töötaja "Kadri Kask" lisab koodi andmetega:
/// Toiming: lisa kood
#[when(expr = "töötaja {isik} lisab koodi andmetega:")]
async fn add_with(world: &mut World, who: Person, step: &Step) {
    let table = rows::table(step);
    let names = rows::column(&table, "väli").into_iter();
    let mut code: Vec<_> = names
        .zip(rows::column(&table, "väärtus"))
        .filter_map(|(name, cell)| value(name, cell))
        .collect();
    code.push(("sessioon".to_owned(), world.session(&who.0)));
    world.attempt("lisa kood", pairs(&code)).await;
}

/// A logged-in person tries to give a code another name from a day on.
/// Näide: töötaja "Kadri Kask" muudab koodi "VP" nimetuseks "Vanaduspension" alates 01.05.2026
/// Toiming: muuda koodi
#[when(expr = "töötaja {isik} muudab koodi {string} nimetuseks {string} alates {kuupäev}")]
async fn rename(world: &mut World, who: Person, code: String, name: String, from: Day) {
    let inputs = act(world, &who, code, from).into_iter().chain([("nimetus", name.into())]);
    world.attempt("muuda koodi", inputs).await;
}

/// A logged-in person tries to move a code below another from a day on.
/// Näide: töötaja "Kadri Kask" viib koodi "VP-S" koodi "VP" alla alates 01.05.2026
/// Toiming: muuda koodi
#[when(expr = "töötaja {isik} viib koodi {string} koodi {string} alla alates {kuupäev}")]
async fn move_below(world: &mut World, who: Person, code: String, parent: String, from: Day) {
    let inputs = act(world, &who, code, from).into_iter().chain([("ülemkood", parent.into())]);
    world.attempt("muuda koodi", inputs).await;
}

/// A logged-in person tries to close a code: from this day on it is not valid.
/// Näide: töötaja "Kadri Kask" sulgeb koodi "VP-E" alates 01.06.2026
/// Toiming: sulge kood
#[when(expr = "töötaja {isik} sulgeb koodi {string} alates {kuupäev}")]
async fn close(world: &mut World, who: Person, code: String, from: Day) {
    let inputs = act(world, &who, code, from);
    world.attempt("sulge kood", inputs).await;
}

/// A logged-in person tries to open a closed code again from a day on.
/// Näide: töötaja "Kadri Kask" avab koodi "VP-E" uuesti alates 01.07.2026
/// Toiming: ava kood uuesti
#[when(expr = "töötaja {isik} avab koodi {string} uuesti alates {kuupäev}")]
async fn reopen(world: &mut World, who: Person, code: String, from: Day) {
    let inputs = act(world, &who, code, from);
    world.attempt("ava kood uuesti", inputs).await;
}

/// Who does something to which code, and the day from which it is to hold.
fn act(world: &mut World, who: &Person, code: String, from: Day) -> [(&'static str, Value); 3] {
    let session = world.session(&who.0);
    [("sessioon", session), ("kood", code.into()), ("kehtib alates", from.0.to_string().into())]
}

/// The rows of a table as the operation takes them.
fn objects(table: &Table) -> Vec<Vec<(String, Value)>> {
    let object = |row: &Vec<String>| {
        table.header().iter().zip(row).filter_map(|(name, cell)| value(name, cell)).collect()
    };
    table.rows().iter().map(object).collect()
}

/// One value of a code: a day as interfaces carry it, an empty one not at all; `jah` as true.
fn value(name: &str, cell: &str) -> Option<(String, Value)> {
    let value = match name {
        "kehtib alates" | "kehtib kuni" if cell.is_empty() => return None,
        "kehtib alates" | "kehtib kuni" => {
            date::parse(cell).map_or_else(|| cell.into(), |day| day.to_string().into())
        }
        "jääkkood" => (cell == "jah").into(),
        _ => cell.into(),
    };
    Some((name.to_owned(), value))
}

fn pairs(inputs: &[(String, Value)]) -> impl Iterator<Item = (&str, Value)> {
    inputs.iter().map(|(name, value)| (name.as_str(), value.clone()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_row_is_carried_as_interfaces_do() {
        let table = Table::parse(
            "| kood | nimetus | kehtib alates | kehtib kuni | jääkkood |\n\
             | MUU | | 01.04.2026 | | jah |\n\
             | A | Esimene | kevadel | 31.12.2026 | ei |",
        );
        let carried: Vec<Value> = objects(&table.unwrap())
            .into_iter()
            .map(|row| Value::Object(row.into_iter().collect()))
            .collect();
        assert_eq!(
            carried,
            [
                json!({"kood": "MUU", "nimetus": "", "kehtib alates": "2026-04-01", "jääkkood": true}),
                json!({"kood": "A", "nimetus": "Esimene", "kehtib alates": "kevadel",
                       "kehtib kuni": "2026-12-31", "jääkkood": false}),
            ]
        );
    }
}
