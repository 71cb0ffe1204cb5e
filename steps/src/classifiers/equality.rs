//! Sentences about the same classifier in STAR and SKAIS.

use cucumber::{gherkin::Step, then, when};
use rakis_compare::{Order, Table};
use rakis_model::{Failure, Message};
use serde_json::Value;

use super::overview::{self, DAY};
use crate::{
    World,
    or_fail::OrFail,
    parameters::Day,
    rows::{self, Reader},
};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("equality.rs"));

/// STAR takes over what was published in SKAIS.
/// Näide: STAR võtab klassifikaatori üle
/// Toiming: võta klassifikaator üle
#[when(expr = "STAR võtab klassifikaatori üle")]
async fn take_over(world: &mut World) {
    world.attempt("võta klassifikaator üle", []).await;
}

/// The overviews of both systems agree on each day of the table (column `kuupäev`) in every code, its
/// name, place, validity and order. Later sentences go on in the system they were in.
/// Näide: klassifikaator on STARis ja SKAISis ühesugune kuupäevadel:
/// Toiming: vaata klassifikaatorit kuupäeval
#[then(expr = "klassifikaator on STARis ja SKAISis ühesugune kuupäevadel:")]
async fn same(world: &mut World, step: &Step) {
    let before = world.variable("süsteem").clone();
    for day in overview::days(&rows::table(step)) {
        world.enter("SKAIS");
        let required = overview::codes(world, &day).await;
        world.enter("STAR");
        let found = overview::codes(world, &day).await;
        agree(&day, &required, &found).or_fail();
    }
    world.keep("süsteem", before);
}

/// The comparison by the system finds exactly these differences on a day, in any order; the table must
/// have the columns `kood` and `väli`.
/// Näide: STARi ja SKAISi võrdlus näitab 01.06.2026 täpselt erinevusi:
/// Toiming: võrdle klassifikaatorit
#[then(expr = "STARi ja SKAISi võrdlus näitab {kuupäev} täpselt erinevusi:")]
async fn differences(world: &mut World, day: Day, step: &Step) {
    let day = [(DAY, day.0.to_string().into())];
    let reply = world.perform("võrdle klassifikaatorit", day).await;
    let actual = reply.captures.get("erinevused").unwrap_or(&Value::Null);
    let (message, expected) = (Message::new("step-classifier-comparison"), rows::table(step));
    let reader = Reader::new(world.persons());
    reader.exactly(message, &expected, actual, &["kood", "väli"], Order::Free).or_fail();
}

/// The comparison by the system finds these differences on a day, among others.
/// Näide: STARi ja SKAISi võrdluses on 01.06.2026 read:
/// Toiming: võrdle klassifikaatorit
#[then(expr = "STARi ja SKAISi võrdluses on {kuupäev} read:")]
async fn among(world: &mut World, day: Day, step: &Step) {
    let day = [(DAY, day.0.to_string().into())];
    let reply = world.perform("võrdle klassifikaatorit", day).await;
    let actual = reply.captures.get("erinevused").unwrap_or(&Value::Null);
    let message = Message::new("step-classifier-comparison");
    Reader::new(world.persons()).among(message, &rows::table(step), actual).or_fail();
}

/// The comparison by the system finds no difference on a day.
/// Näide: STARi ja SKAISi võrdlus 01.06.2026 erinevusi ei näita
/// Toiming: võrdle klassifikaatorit
#[then(expr = "STARi ja SKAISi võrdlus {kuupäev} erinevusi ei näita")]
async fn no_difference(world: &mut World, day: Day) {
    let day = [(DAY, day.0.to_string().into())];
    let reply = world.perform("võrdle klassifikaatorit", day).await;
    let actual = reply.captures.get("erinevused").unwrap_or(&Value::Null);
    let failure = Failure::failed(Message::new("step-classifier-comparison"));
    let failure = failure.values("[]", actual.to_string());
    let none = actual.as_array().is_some_and(Vec::is_empty).then_some(());
    none.ok_or_else(|| Box::new(failure)).or_fail();
}

fn agree(day: &str, skais: &Table, star: &Table) -> Result<(), Box<Failure>> {
    let differences = rakis_compare::table(skais, star, &["kood"], Order::Kept)?;
    if differences.is_empty() {
        return Ok(());
    }
    let text = |table: &Table| {
        table.rows().iter().map(|row| row.join(" | ")).collect::<Vec<_>>().join("\n")
    };
    let failure = Failure::failed(Message::new("step-classifier-equal").with("date", day));
    Err(Box::new(failure.values(text(skais), text(star)).differences(differences)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn systems_agree_only_in_every_cell_and_in_order() {
        let told = |star: &str| {
            let table = |text: &str| Table::parse(text).unwrap();
            let skais = table("| kood | nimetus |\n| A | Üks |\n| B | Kaks |");
            let failure = agree("2026-06-01", &skais, &table(star)).err();
            failure.map_or_else(Vec::new, |failure| {
                failure.differences.into_iter().map(|one| one.path).collect()
            })
        };
        assert!(told("| kood | nimetus |\n| A | Üks |\n| B | Kaks |").is_empty());
        for star in [
            "| kood | nimetus |\n| A | Üks |\n| B | Kolm |",
            "| kood | nimetus |\n| A | Üks |",
            "| kood | nimetus |\n| B | Kaks |\n| A | Üks |",
            "| kood | nimetus |\n| A | Üks |\n| B | Kaks |\n| C | Kolm |",
        ] {
            assert_eq!(told(star).len(), 1, "{star}: {:?}", told(star));
        }
    }
}
