//! The rules in whole numbers: cents, thousandths of shares, ten-thousandths of the base.
//!
//! The same as [`crate::rules`], for 46 million entries in less than a minute. A product that
//! would not fit is `None`, never a wrapped number.

use super::{
    fault::{Fault, Wrong},
    tables::{ByYear, RateRow},
    walk::{Walk, YearSum},
};
use crate::{
    Error,
    rules::{FIRST_JOINT_YEAR, Kind},
};

/// A share of 1.000.
const WHOLE: i64 = 1000;

/// Half-up division of what is not negative.
pub(super) const fn quotient(above: i64, below: i64) -> i64 {
    let (whole, rest) = (above / below, above % below);
    if rest >= below - rest { whole + 1 } else { whole }
}

/// S of a year in the last decimal of a fraction: `scale` is a whole year.
pub(super) const fn service_of(cents: i64, minimum: i64, scale: i64) -> Option<i64> {
    if cents <= 0 {
        return Some(0);
    }
    if cents >= minimum {
        return Some(scale);
    }
    match cents.checked_mul(scale) {
        Some(above) => Some(quotient(above, minimum)),
        None => None,
    }
}

/// Minimum and average of a year, in cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Facts {
    pub(super) minimum: Option<i64>,
    pub(super) average: Result<i64, Error>,
}

impl Default for Facts {
    fn default() -> Self {
        Self { minimum: None, average: Err(Error::ZeroDivisor("staaz")) }
    }
}

/// A row of `osakud.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShareRow {
    /// Isikukood.
    pub code: u64,
    /// The year.
    pub year: u16,
    /// P in cents.
    pub cents: i64,
    /// S in the last decimal of a fraction.
    pub service: i64,
    /// K in thousandths.
    pub insurance: i64,
    /// Solidaarosak in thousandths.
    pub solidarity: i64,
    /// Ü in thousandths, from 2021 on.
    pub joint: Option<i64>,
}

/// A row of `pensionid.csv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PensionRow {
    /// Isikukood.
    pub code: u64,
    /// S in years.
    pub service: u16,
    /// ΣK in thousandths.
    pub insurance: i64,
    /// ΣÜ in thousandths.
    pub joint: i64,
    /// The pension by the rates before 1 April, in cents.
    pub before: i64,
    /// The pension by the rates from 1 April on, in cents.
    pub after: i64,
}

/// Everything a person's pension depends on besides the person.
#[derive(Clone, Debug)]
pub(super) struct Calculator {
    pub(super) facts: ByYear<Facts>,
    pub(super) scale: i64,
    pub(super) before: RateRow,
    pub(super) after: RateRow,
}

impl Calculator {
    /// The pension of the person the walk is at; each share is given to `share`.
    pub(super) fn person(
        &self,
        walk: &Walk<'_>,
        mut share: impl FnMut(&ShareRow),
    ) -> Result<PensionRow, Fault> {
        let person = &walk.person;
        let (mut insurance, mut joint) = (0, 0);
        for sum in &walk.sums {
            let row = self.shares(walk, sum)?;
            // Thousandths of at most 2^63 / 1000: the sum of a hundred years cannot overflow.
            match row.joint {
                Some(of_year) => joint += of_year,
                None => insurance += row.insurance,
            }
            share(&row);
        }
        let service = person.service.whole_years();
        let pension = |rates: &RateRow| {
            monthly(person.kind, rates, service, insurance, joint)
                .ok_or_else(|| walk.fault(Wrong::Overflow))
        };
        let (before, after) = (pension(&self.before)?, pension(&self.after)?);
        Ok(PensionRow { code: person.code, service, insurance, joint, before, after })
    }

    fn shares(&self, walk: &Walk<'_>, sum: &YearSum) -> Result<ShareRow, Fault> {
        let year = sum.year;
        let facts = self.facts.of(year);
        let minimum = facts.minimum.ok_or_else(|| walk.fault(Wrong::NoYear(year)))?;
        let mut row = ShareRow {
            code: walk.person.code,
            year,
            cents: sum.cents,
            service: 0,
            insurance: 0,
            solidarity: 0,
            joint: (year >= FIRST_JOINT_YEAR).then_some(0),
        };
        if sum.cents <= 0 {
            return Ok(row);
        }
        let average = facts.average.map_err(|why| walk.fault(Wrong::NoAverage(year, why)))?;
        let too_large = || walk.fault(Wrong::Overflow);
        row.service = service_of(sum.cents, minimum, self.scale).ok_or_else(too_large)?;
        let thousandths = sum.cents.checked_mul(WHOLE).ok_or_else(too_large)?;
        row.insurance = quotient(thousandths, average);
        row.solidarity = if sum.cents >= minimum { WHOLE } else { quotient(thousandths, minimum) };
        if year >= walk.person.pillar_from {
            row.insurance = quotient(row.insurance.checked_mul(8).ok_or_else(too_large)?, 10);
            row.solidarity = quotient(row.solidarity * 8, 10);
        }
        let both = row.insurance.checked_add(row.solidarity).ok_or_else(too_large)?;
        row.joint = row.joint.map(|_| quotient(both, 2));
        Ok(row)
    }
}

/// baasosa + S·a + ΣK·a + ΣÜ·a in millionths, half-up to cents, at least the national pension; a
/// national pension is its rate.
fn monthly(kind: Kind, rates: &RateRow, service: u16, insurance: i64, joint: i64) -> Option<i64> {
    let years = insurance.checked_add(joint)?.checked_add(i64::from(service) * 1000)?;
    let millionths = rates.base.checked_mul(100)?.checked_add(years.checked_mul(rates.value)?)?;
    Some(match kind {
        Kind::OldAge => quotient(millionths, 10_000).max(rates.national),
        Kind::National => rates.national,
    })
}
