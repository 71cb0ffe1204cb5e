//! One person explained: every intermediate value and paragraph on the way to the pension, by the
//! exact decimals of [`crate::rules`] and not by the whole numbers of the mass calculation.

use rust_decimal::Decimal;

use super::{
    Prepared,
    fault::{Fault, MassError, Which, Wrong},
    lines::Lines,
    parse::{self, Entry, Person},
    tables::RateCheck,
};
use crate::{
    Error, exact,
    rules::{self, Pension},
    steps::Steps,
    traced::{self, YearShares},
};

/// A person's pension and the way to it.
#[derive(Clone, Debug)]
pub struct Explained {
    /// S in years.
    pub service: u16,
    /// ΣK.
    pub insurance: Decimal,
    /// ΣÜ.
    pub joint: Decimal,
    /// The shares of each year.
    pub years: Vec<(u16, YearShares)>,
    /// By the rates before 1 April.
    pub before: Pension,
    /// By the rates from 1 April on.
    pub after: Pension,
    /// The way.
    pub steps: Steps,
}

impl Prepared<'_> {
    /// Explains the pension of one person.
    ///
    /// # Errors
    /// [`Wrong::NoPerson`] when the file of persons does not have the code; else as
    /// [`Prepared::read`].
    pub fn explain(&mut self, code: &str) -> Result<Explained, Box<MassError>> {
        let found = self.person_and_entries(code);
        let explained = found.and_then(|(person, entries)| {
            let explained = self.explained(&person, &entries);
            let wrong = |error| match error {
                Explaining::Year(year) => Wrong::NoYear(year),
                Explaining::Average(year, why) => Wrong::NoAverage(year, why),
                Explaining::Overflow => Wrong::Overflow,
            };
            explained.map_err(|error| Fault::new(Which::Persons, 0, 0, wrong(error)))
        });
        explained.map_err(|fault| fault.named(&self.files))
    }

    /// The files were walked through to the end, so they are sorted and can be looked up.
    fn person_and_entries(&mut self, text: &str) -> Result<(Person, Vec<Entry>), Fault> {
        let nobody = || Fault::new(Which::Persons, 0, 0, Wrong::NoPerson);
        let code = parse::code(text.as_bytes()).ok_or_else(nobody)?;
        let part = self.chunks.part_of(code)?;
        let (persons, entries) = self.chunks.opened()?;
        let mut lines = Lines::new(persons, part.persons, 1)?;
        let line = lines.next()?.ok_or_else(nobody)?;
        let (person, _) = parse::person(line, 0)?;
        let mut lines = Lines::new(entries, part.entries, 1)?;
        let mut found = Vec::new();
        while let Some(line) = lines.next()? {
            found.push(parse::entry(line, 0)?);
        }
        found.retain(|entry| entry.year < self.settings.year);
        Ok((person, found))
    }

    fn explained(&self, person: &Person, entries: &[Entry]) -> Result<Explained, Explaining> {
        let mut steps = Steps::default();
        let mut years = Vec::new();
        let (mut insurance, mut joint) = (Decimal::ZERO, Decimal::ZERO);
        for of_year in entries.chunk_by(|left, right| left.year == right.year) {
            let year = of_year[0].year;
            let pillar = year >= person.pillar_from;
            let shares = self.year(&mut steps, year, of_year, pillar)?;
            match shares.joint {
                Some(share) => joint = exact::add(joint, share)?,
                None => insurance = exact::add(insurance, shares.insurance)?,
            }
            years.push((year, shares));
        }
        let (insurance, joint) = (exact::round(insurance, 3)?, exact::round(joint, 3)?);
        let sums = format!("{insurance}; {joint}");
        steps.note(rules::SHARES_SUM, None, [("aastaid", &years.len())], &sums);
        let service = person.service.whole_years();
        steps.note(rules::SERVICE_YEARS, None, [("staaz_1998", &person.service)], &service);
        let (before, after) = (&self.calculator.before, &self.calculator.after);
        for check in self.rate_checks()?.iter().filter(|check| check.year == after.year) {
            rates(&mut steps, check)?;
        }
        let (kind, both) = (person.kind, (insurance, joint));
        let before =
            traced::pension(&mut steps, (kind, Some(before.year)), before.rates(), service, both)?;
        let after =
            traced::pension(&mut steps, (kind, Some(after.year)), after.rates(), service, both)?;
        Ok(Explained { service, insurance, joint, years, before, after, steps })
    }

    /// The way to the shares of a year.
    fn year(
        &self,
        steps: &mut Steps,
        year: u16,
        entries: &[Entry],
        pillar: bool,
    ) -> Result<YearShares, Explaining> {
        let amounts: Vec<Decimal> =
            entries.iter().map(|entry| Decimal::new(entry.cents, 2)).collect();
        let sum = exact::round(rules::year_sum(&amounts)?, 2)?;
        let shown: Vec<String> = amounts.iter().map(ToString::to_string).collect();
        steps.note(rules::YEAR_SUM, Some(year), [("kanded", &shown.join("; "))], &sum);
        let minimum = self.calculator.facts.of(year).minimum.ok_or(Explaining::Year(year))?;
        let minimum = Decimal::new(minimum, 2);
        let places = self.settings.service_decimals;
        let service = rules::year_service(sum, minimum, places)?;
        let values: [(&str, &dyn std::fmt::Display); 2] = [("P", &sum), ("miinimum", &minimum)];
        steps.note(rules::YEAR_SERVICE, Some(year), values, &service);
        let Some(average) = self.average(steps, year, sum)? else {
            let zero = exact::round(Decimal::ZERO, 3)?;
            let joint = (year >= rules::FIRST_JOINT_YEAR).then_some(zero);
            return Ok(YearShares { insurance: zero, solidarity: zero, joint });
        };
        Ok(traced::shares(steps, year, sum, (average, minimum), pillar)?)
    }

    /// The average of a year; a year without one gives no share to an amount that is not positive.
    fn average(
        &self,
        steps: &mut Steps,
        year: u16,
        sum: Decimal,
    ) -> Result<Option<Decimal>, Explaining> {
        let cents = match self.calculator.facts.of(year).average {
            Ok(cents) => cents,
            Err(_) if sum <= Decimal::ZERO => return Ok(None),
            Err(why) => return Err(Explaining::Average(year, why)),
        };
        let average = Decimal::new(cents, 2);
        let of_year = self.averages.iter().find(|one| one.year == year);
        match of_year {
            Some(of_year) if of_year.confirmed.is_none() => {
                let values: [(&str, &dyn std::fmt::Display); 2] =
                    [("ΣP", &of_year.total), ("ΣS", &of_year.service)];
                steps.note(rules::YEAR_AVERAGE, Some(year), values, &average);
            }
            _ => steps.note(rules::CONFIRMED_AVERAGE, Some(year), [], &average),
        }
        Ok(Some(average))
    }
}

/// The way to the rates of the year; what the file has beyond indexation is an extraordinary rise.
fn rates(steps: &mut Steps, check: &RateCheck) -> Result<(), Error> {
    let rise = rules::Rates {
        base: exact::subtract(check.given.base, check.indexed.base)?,
        year: exact::subtract(check.given.year, check.indexed.year)?,
        national: exact::subtract(check.given.national, check.indexed.national)?,
    };
    let before = (check.before, check.index);
    traced::rates(steps, check.year, before, rules::Weights::default(), rise).map(drop)
}

/// Why a person cannot be explained.
enum Explaining {
    Year(u16),
    Average(u16, Error),
    Overflow,
}

impl From<Error> for Explaining {
    /// The divisors were looked at before: a rule can only run out of digits.
    fn from(_: Error) -> Self {
        Self::Overflow
    }
}
