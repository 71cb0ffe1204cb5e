//! The two small files: years and rates.

use std::path::Path;

use rakis_model::date;
use rust_decimal::Decimal;

use super::{
    fault::{Fault, Which, Wrong},
    lines::{Lines, Opened},
    parse::{Cells, LAST_YEAR, fixed, year},
};
use crate::{
    Error,
    rules::{self, FIRST_YEAR, Rates, Weights},
};

const YEARS_HEADER: &str = "aasta;miinimum;keskmine";
const RATES_HEADER: &str = "alates;indeks;baasosa;aastahinne;rahvapension";

/// Minimum and confirmed average of a year, in cents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Year {
    pub(super) minimum: Option<i64>,
    pub(super) confirmed: Option<i64>,
}

/// Something for each year of the register.
#[derive(Clone, Debug)]
pub(super) struct ByYear<T>(Vec<T>);

impl<T: Clone + Default> Default for ByYear<T> {
    fn default() -> Self {
        Self(vec![T::default(); usize::from(LAST_YEAR - FIRST_YEAR) + 1])
    }
}

impl<T> ByYear<T> {
    /// Of a year, which is one of the register's.
    pub(super) fn of(&self, year: u16) -> &T {
        &self.0[usize::from(year - FIRST_YEAR)]
    }

    /// Of a year, to change.
    pub(super) fn of_mut(&mut self, year: u16) -> &mut T {
        &mut self.0[usize::from(year - FIRST_YEAR)]
    }

    /// All years.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u16, &T)> {
        (FIRST_YEAR..).zip(&self.0)
    }
}

/// Reads `aastad.csv`.
pub(super) fn years(path: &Path) -> Result<ByYear<Year>, Fault> {
    let mut years = ByYear::<Year>::default();
    let mut last = 0;
    rows(Which::Years, path, YEARS_HEADER, 3, |cells| {
        let number = cells.read("control-expected-year", year)?;
        ascending(cells, &mut last, u32::from(number))?;
        let money = |cell: &[u8]| match cell {
            b"" => Some(None),
            cell => fixed(cell, 2).filter(|cents| *cents > 0).map(Some),
        };
        let minimum = cells.read("control-expected-positive-or-empty", money)?;
        let confirmed = cells.read("control-expected-positive-or-empty", money)?;
        *years.of_mut(number) = Year { minimum, confirmed };
        Ok(())
    })?;
    Ok(years)
}

/// A row of `maarad.csv`: rates from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateRow {
    /// The year of the day.
    pub year: u16,
    /// The day as `yyyymmdd`.
    pub from: u32,
    /// The published index in thousandths, if it is known.
    pub index: Option<i64>,
    /// Baasosa in ten-thousandths.
    pub base: i64,
    /// Aastahinne in thousandths.
    pub value: i64,
    /// Rahvapension in cents.
    pub national: i64,
}

impl RateRow {
    /// As decimals.
    pub fn rates(&self) -> Rates {
        Rates {
            base: Decimal::new(self.base, 4),
            year: Decimal::new(self.value, 3),
            national: Decimal::new(self.national, 2),
        }
    }
}

/// Reads `maarad.csv`.
pub(super) fn rates(path: &Path) -> Result<Vec<RateRow>, Fault> {
    let mut found = Vec::new();
    let mut last = 0;
    rows(Which::Rates, path, RATES_HEADER, 5, |cells| {
        let from = cells.read("control-expected-date", day)?;
        ascending(cells, &mut last, from)?;
        let amount = |places| move |cell: &[u8]| fixed(cell, places).filter(|value| *value >= 0);
        let index = |cell: &[u8]| match cell {
            b"" => Some(None),
            cell => fixed(cell, 3).filter(|index| *index > 0).map(Some),
        };
        let row = RateRow {
            year: u16::try_from(from / 10_000).unwrap_or_default(),
            from,
            index: cells.read("control-expected-index", index)?,
            base: cells.read("control-expected-base", amount(4))?,
            value: cells.read("control-expected-value", amount(3))?,
            national: cells.read("control-expected-national", amount(2))?,
        };
        found.push(row);
        Ok(())
    })?;
    Ok(found)
}

fn day(cell: &[u8]) -> Option<u32> {
    let text = std::str::from_utf8(cell).ok().filter(|text| text.len() == 10)?;
    // Only the form of interfaces, `2020-04-01`.
    date::parse(text).filter(|_| text.as_bytes()[4] == b'-')?;
    text.replace('-', "").parse().ok()
}

fn ascending(cells: &Cells<'_>, last: &mut u32, now: u32) -> Result<(), Fault> {
    match now.cmp(last) {
        std::cmp::Ordering::Less => Err(cells.fault(0, Wrong::Unsorted)),
        std::cmp::Ordering::Equal => Err(cells.fault(0, Wrong::Twice)),
        std::cmp::Ordering::Greater => {
            *last = now;
            Ok(())
        }
    }
}

fn rows(
    which: Which,
    path: &Path,
    header: &'static str,
    count: usize,
    mut row: impl FnMut(&mut Cells<'_>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let opened = Opened::open(which, path, header)?;
    let body = opened.body.clone();
    let mut lines = Lines::new(opened, body, 1)?;
    loop {
        let number = lines.line + 1;
        let Some(line) = lines.next()? else { return Ok(()) };
        let mut cells = Cells::new(which, number, line, count);
        row(&mut cells)?;
        cells.end()?;
    }
}

/// Rates as the file has them beside what indexation of the row before gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateCheck {
    /// The year.
    pub year: u16,
    /// The index that was used.
    pub index: Decimal,
    /// The rates before.
    pub before: Rates,
    /// By indexation.
    pub indexed: Rates,
    /// As the file has them; more than indexed is an extraordinary rise.
    pub given: Rates,
}

/// Indexation of every row whose index is known, against what the file has.
pub(super) fn checks(rows: &[RateRow]) -> Result<Vec<RateCheck>, Error> {
    let pairs = rows.windows(2).filter_map(|pair| Some((pair[0], pair[1], pair[1].index?)));
    pairs
        .map(|(before, now, index)| {
            let (index, before) = (Decimal::new(index, 3), before.rates());
            let indexed = rules::indexed_rates(now.year, before, index, Weights::default())?;
            Ok(RateCheck { year: now.year, index, before, indexed, given: now.rates() })
        })
        .collect()
}
