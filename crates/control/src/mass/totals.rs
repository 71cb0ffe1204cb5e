//! The first pass: sums of amounts and service by year, and the averages they give.

use rust_decimal::Decimal;

use super::{
    calculate::service_of,
    chunks::Work,
    fault::{Fault, Wrong},
    tables::{ByYear, Year},
    walk::Walk,
};
use crate::{Error, exact};

/// The sums of a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sum {
    persons: u64,
    /// ΣP in cents.
    cents: i128,
    /// ΣS in the last decimal of a year's fraction.
    service: i128,
}

/// The sums of all years.
#[derive(Clone, Debug, Default)]
pub(super) struct Sums {
    years: ByYear<Sum>,
}

/// How the sums are made.
pub(super) struct Summing<'t> {
    pub(super) years: &'t ByYear<Year>,
    pub(super) scale: i64,
}

impl Work for Summing<'_> {
    type Result = Sums;

    fn run(&self, walk: &mut Walk<'_>, _keep: bool) -> Result<Sums, Fault> {
        let mut sums = Sums::default();
        while walk.advance()? {
            for of in &walk.sums {
                let minimum = self.years.of(of.year).minimum;
                let minimum = minimum.ok_or_else(|| walk.fault(Wrong::NoYear(of.year)))?;
                let service = service_of(of.cents, minimum, self.scale);
                let sum = sums.years.of_mut(of.year);
                sum.persons += 1;
                sum.cents += i128::from(of.cents);
                sum.service += i128::from(service.ok_or_else(|| walk.fault(Wrong::Overflow))?);
            }
        }
        Ok(sums)
    }
}

impl Sums {
    /// With those of more persons.
    pub(super) fn add(&mut self, more: &Self) {
        for (year, of) in more.years.iter() {
            let sum = self.years.of_mut(year);
            sum.persons += of.persons;
            sum.cents += of.cents;
            sum.service += of.service;
        }
    }

    /// The averages of the years that have entries, or a confirmed average.
    pub(super) fn averages(
        &self,
        years: &ByYear<Year>,
        places: u32,
    ) -> Result<Vec<Average>, Error> {
        let known = self.years.iter().zip(years.iter());
        let known =
            known.filter(|((_, sum), (_, year))| sum.persons > 0 || year.confirmed.is_some());
        known
            .map(|((year, sum), (_, known))| {
                let exactly = |digits, scale| {
                    Decimal::try_from_i128_with_scale(digits, scale).map_err(|_| Error::Overflow)
                };
                Ok(Average {
                    year,
                    persons: sum.persons,
                    total: exactly(sum.cents, 2)?,
                    service: exactly(sum.service, places)?,
                    computed: sum.average(places),
                    confirmed: known.confirmed.map(|cents| Decimal::new(cents, 2)),
                })
            })
            .collect()
    }
}

impl Sum {
    fn average(&self, places: u32) -> Result<Decimal, Error> {
        if self.service == 0 {
            return Err(Error::ZeroDivisor("staaz"));
        }
        let above = 10_i128.checked_pow(places).and_then(|scale| self.cents.checked_mul(scale));
        let cents = exact::divide_whole(above.ok_or(Error::Overflow)?, self.service);
        let cents = cents.and_then(|cents| i64::try_from(cents).ok()).ok_or(Error::Overflow)?;
        Ok(Decimal::new(cents, 2))
    }
}

/// The average of a year and what it is made of (VVm 10.01.2002 nr 5, RPKS § 13).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Average {
    /// The year.
    pub year: u16,
    /// Persons with entries.
    pub persons: u64,
    /// ΣP.
    pub total: Decimal,
    /// ΣS.
    pub service: Decimal,
    /// ΣP / ΣS, or why there is none.
    pub computed: Result<Decimal, Error>,
    /// The confirmed one, which is used where there is one.
    pub confirmed: Option<Decimal>,
}

impl Average {
    /// The one that is used, above zero.
    pub(super) fn used(&self) -> Result<i64, Error> {
        let average = self.confirmed.map_or(self.computed, Ok)?;
        match i64::try_from(average.mantissa()) {
            Ok(cents @ 1..) => Ok(cents),
            Ok(0) => Err(Error::ZeroDivisor("keskmine")),
            Ok(_) => Err(Error::NegativeDivisor("keskmine")),
            Err(_) => Err(Error::Overflow),
        }
    }
}

/// What was computed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Persons.
    pub persons: u64,
    /// Entries, those that do not count yet among them.
    pub entries: u64,
    /// Entries of the year of calculation or later.
    pub later: u64,
    /// Sum of the pensions before, in cents.
    pub before: i128,
    /// Sum of the pensions after, in cents.
    pub after: i128,
    /// Persons whose pension is not what it was.
    pub changed: u64,
}
