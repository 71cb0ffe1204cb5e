//! Sentences that index the rates and all pensions on 1 April.

use cucumber::{gherkin::Step, when};

use super::{
    cells::{self, Inputs, Known},
    job::{compute, kind},
};
use crate::World;

/// This file, for the documentation of its sentences.
pub(crate) const SOURCE: (&str, &str) = (file!(), include_str!("indexation.rs"));

/// What an index is computed from, and what is added after it.
const INPUTS: [Known; 7] = [
    ("tarbijahinnad", "thi"),
    ("tarbijahinnad enne", "thi enne"),
    ("laekumine", "maks"),
    ("laekumine enne", "maks enne"),
    ("erakorraline baasosa", "erakorraline baasosa"),
    ("erakorraline aastahinne", "erakorraline aastahinne"),
    ("erakorraline rahvapension", "erakorraline rahvapension"),
];

/// Pensions are indexed on 1 April of a year, first as a dry run, by a table (väli, väärtus): the
/// growth of consumer prices (`tarbijahinnad`) and of tax receipts (`laekumine`), or two values of
/// each (`… enne`), and extraordinary rises.
/// Näide: pensionid indekseeritakse 2019. aastal:
/// Toiming: käivita massarvutus
/// Toiming: vaata tööd
#[when(expr = "pensionid indekseeritakse {int}. aastal:")]
async fn by_growth(world: &mut World, year: u16, step: &Step) {
    let growth = cells::fields(step, &INPUTS);
    compute(world, job(year, growth)).await;
}

/// Pensions are indexed with an index: both growths are equal to it, and so is their weighted mean.
/// Näide: pensionid indekseeritakse 2019. aastal indeksiga "1,084"
/// Toiming: käivita massarvutus
/// Toiming: vaata tööd
#[when(expr = "pensionid indekseeritakse {int}. aastal indeksiga {string}")]
async fn by_index(world: &mut World, year: u16, index: String) {
    compute(world, job(year, growth(&index))).await;
}

/// What gives this index.
pub(super) fn growth(index: &str) -> Inputs {
    let index = cells::value(index);
    vec![("thi", index.clone()), ("maks", index)]
}

/// The job that indexes on 1 April of a year.
pub(super) fn job(year: u16, growth: Inputs) -> Inputs {
    kind("indekseerimine", year).into_iter().chain(growth).collect()
}
