//! Sentences that compare the results of a whole population with the control calculation.

use cucumber::then;

use super::{
    control::{Control, Results, Table},
    pictures,
};
use crate::{World, or_fail::OrFail, parameters::List};

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("reconciled.rs"));

/// Everybody's pension by the job that was started last equals the control calculation, which
/// computes it from the population's persons, entries, years and rates by the acts alone. The
/// rates of the year equal those that its index gives. Rows are told apart by the columns named.
/// The report draws how the pensions change, and how wrong results deviate.
/// Näide: võrdlen 2026. aasta pensione kontrollarvutusega võtmega "isikukood"
/// Toiming: laadi tulemused
/// Toiming: laadi isikud
/// Toiming: laadi kanded
/// Toiming: laadi aastad
/// Toiming: laadi määrad
#[then(expr = "võrdlen {int}. aasta pensione kontrollarvutusega võtmega {loetelu}")]
async fn pensions(world: &mut World, year: u16, key: List) {
    let results = world.perform("laadi tulemused", []).await.text;
    pictures::effect(&results).into_iter().for_each(|effect| world.show(effect));
    let results = Results { table: Table::Pensions, text: &results, key: &key.0 };
    let control = downloaded(world, year).await;
    control.compare(&results, &mut |picture| world.show(picture)).or_fail();
}

/// Everybody's shares, of all years before this one, that were kept under a name equal the control
/// calculation.
/// Näide: võrdlen 2026. aastaks arvutatud osakuid "osakud" kontrollarvutusega võtmega "isikukood, aasta"
/// Toiming: laadi isikud
/// Toiming: laadi kanded
/// Toiming: laadi aastad
/// Toiming: laadi määrad
#[then(
    expr = "võrdlen {int}. aastaks arvutatud osakuid {string} kontrollarvutusega võtmega {loetelu}"
)]
async fn shares(world: &mut World, year: u16, name: String, key: List) {
    let results = world.variable(&name).as_str().unwrap_or_default().to_owned();
    let results = Results { table: Table::Shares, text: &results, key: &key.0 };
    let control = downloaded(world, year).await;
    control.compare(&results, &mut |picture| world.show(picture)).or_fail();
}

/// The inputs of the population, as the system gives them out.
async fn downloaded(world: &mut World, year: u16) -> Control {
    let persons = world.perform("laadi isikud", []).await.text;
    let entries = world.perform("laadi kanded", []).await.text;
    let years = world.perform("laadi aastad", []).await.text;
    let rates = world.perform("laadi määrad", []).await.text;
    Control { year, persons, entries, years, rates }
}
