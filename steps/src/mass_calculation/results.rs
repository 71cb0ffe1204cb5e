//! Sentences about the results of a job for a whole population.

use std::collections::BTreeMap;

use cucumber::{then, when};
use rakis_compare::{Order, Table};
use rakis_model::{Difference, Failure, Message, failure::DifferenceKind};

use crate::{World, or_fail::OrFail};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("results.rs"));

/// The column that names a person.
const CODE: &str = "isikukood";
/// How many differences are told.
const TOLD: usize = 20;

/// Keeps the results of the job that was started last under a name.
/// Näide: massarvutuse tulemused jäetakse meelde nimega "katkematu"
/// Toiming: laadi tulemused
#[when(expr = "massarvutuse tulemused jäetakse meelde nimega {string}")]
async fn keep(world: &mut World, name: String) {
    let reply = world.perform("laadi tulemused", []).await;
    world.keep(name, reply.text.into());
}

/// The results of the job are the ones that were kept, row by row.
/// Näide: massarvutuse tulemused on samad mis "katkematu"
/// Toiming: laadi tulemused
#[then(expr = "massarvutuse tulemused on samad mis {string}")]
async fn as_kept(world: &mut World, name: String) {
    let reply = world.perform("laadi tulemused", []).await;
    let kept = world.variable(&name).as_str().unwrap_or_default().to_owned();
    let (expected, actual) = (table(&kept).or_fail(), table(&reply.text).or_fail());
    let differences = rakis_compare::table(&expected, &actual, &[], Order::Kept).or_fail();
    tell(Message::new("step-results"), differences).or_fail();
}

/// Every person of the population is in the results of the job exactly once, and nobody else is.
/// Näide: massarvutuse tulemustes on iga isik täpselt üks kord
/// Toiming: laadi isikud
/// Toiming: laadi tulemused
#[then(expr = "massarvutuse tulemustes on iga isik täpselt üks kord")]
async fn everybody_once(world: &mut World) {
    let people = world.perform("laadi isikud", []).await;
    let results = world.perform("laadi tulemused", []).await;
    let (people, results) = (table(&people.text).or_fail(), table(&results.text).or_fail());
    let counted = counted(&people, &results).or_fail();
    tell(Message::new("step-everybody"), counted).or_fail();
}

/// How often each person stands in either table, where that differs.
fn counted(people: &Table, results: &Table) -> Result<Vec<Difference>, Box<Failure>> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for code in codes(people)? {
        counts.entry(code).or_default().0 += 1;
    }
    for code in codes(results)? {
        counts.entry(code).or_default().1 += 1;
    }
    let differ = counts.into_iter().filter(|(_, (required, found))| required != found);
    Ok(differ.map(|(code, (required, found))| difference(code, required, found)).collect())
}

fn difference(code: &str, required: usize, found: usize) -> Difference {
    let kind = match (required, found) {
        (_, 0) => DifferenceKind::Missing,
        (0, _) => DifferenceKind::Extra,
        _ => DifferenceKind::Changed,
    };
    let text = |count: usize| Some(count.to_string());
    Difference {
        path: format!("{CODE} {code}"),
        kind,
        expected: text(required),
        actual: text(found),
    }
}

fn codes(table: &Table) -> Result<impl Iterator<Item = &str>, Box<Failure>> {
    let message = Message::new("step-no-key").with("column", CODE);
    let none = || Box::new(Failure::failed(message).values(CODE, table.header().join(", ")));
    let at = table.column(CODE).ok_or_else(none)?;
    Ok(table.rows().iter().map(move |row| row[at].as_str()))
}

/// A CSV file of the system: `;` between, no quotes, as its interface says.
fn table(text: &str) -> Result<Table, Box<Failure>> {
    let lines = text.lines().map(|line| line.split(';').map(str::to_owned).collect());
    Table::from_rows(lines.collect())
}

fn tell(message: Message, mut differences: Vec<Difference>) -> Result<(), Box<Failure>> {
    if differences.is_empty() {
        return Ok(());
    }
    let count = differences.len();
    differences.truncate(TOLD);
    let failure = Failure::failed(message).values("0", count.to_string());
    Err(Box::new(failure.differences(differences)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(results: &str) -> Vec<(String, DifferenceKind)> {
        let people = table("isikukood;liik\n1;a\n2;a\n3;a\n").unwrap();
        let found = counted(&people, &table(results).unwrap()).unwrap();
        found.into_iter().map(|one| (one.path, one.kind)).collect()
    }

    #[test]
    fn the_missing_the_doubled_and_the_stranger_are_named() {
        assert_eq!(paths("isikukood;x\n3;0\n1;0\n2;0\n"), []);
        assert_eq!(
            paths("isikukood;x\n1;0\n1;0\n2;0\n4;0\n"),
            [
                ("isikukood 1".to_owned(), DifferenceKind::Changed),
                ("isikukood 3".to_owned(), DifferenceKind::Missing),
                ("isikukood 4".to_owned(), DifferenceKind::Extra),
            ]
        );
    }

    #[test]
    fn all_are_counted_and_the_first_are_told() {
        let many = (0..30).map(|code| difference(&code.to_string(), 1, 0)).collect();
        let failure = tell(Message::new("step-everybody"), many).unwrap_err();
        assert_eq!(failure.actual.as_deref(), Some("30"));
        assert_eq!(failure.differences.len(), TOLD);
    }
}
