//! Everything the second pass needs: averages from the first one, rates before and after.

use std::sync::Arc;

use super::{
    Files, Outputs, Pass, Settings,
    calculate::{Calculator, Facts},
    chunks::Chunks,
    fault::{Fault, MassError, Which, Wrong},
    tables::{self, ByYear, RateCheck, RateRow},
    totals::{Average, Summing, Sums, Totals},
    write,
};
use crate::Error;

/// A population whose averages are known.
#[derive(Debug)]
pub struct Prepared<'s> {
    pub(super) files: Arc<Files>,
    pub(super) settings: Settings<'s>,
    pub(super) chunks: Chunks,
    pub(super) calculator: Calculator,
    pub(super) averages: Vec<Average>,
    rates: Vec<RateRow>,
}

impl<'s> Prepared<'s> {
    /// The first pass. It reads all of both large files, so that whatever is wrong with them is
    /// known before anything is written.
    ///
    /// # Errors
    /// The first thing wrong, with file, line and column.
    pub fn read(files: Files, settings: Settings<'s>) -> Result<Self, Box<MassError>> {
        let files = Arc::new(files);
        let named = Arc::clone(&files);
        Self::of(files, settings).map_err(|fault| fault.named(&named))
    }

    fn of(files: Arc<Files>, settings: Settings<'s>) -> Result<Self, Fault> {
        let chunks = Chunks::new(&files)?;
        Self::of_chunks(files, settings, chunks)
    }

    /// As [`Prepared::read`] with parts of so many bytes.
    #[cfg(test)]
    pub(super) fn with_parts_of(
        files: Files,
        settings: Settings<'s>,
        bytes: u64,
    ) -> Result<Self, Box<MassError>> {
        let files = Arc::new(files);
        let named = Arc::clone(&files);
        let chunks = Chunks::with_parts_of(&files, bytes, bytes);
        let prepared = chunks.and_then(|chunks| Self::of_chunks(files, settings, chunks));
        prepared.map_err(|fault| fault.named(&named))
    }

    fn of_chunks(files: Arc<Files>, settings: Settings<'s>, chunks: Chunks) -> Result<Self, Fault> {
        let years = tables::years(&files.years)?;
        let rates = tables::rates(&files.rates)?;
        let (before, after) = around(&rates, settings.year)?;
        let scale = 10_i64.pow(settings.service_decimals.min(6));
        let mut sums = Sums::default();
        let summing = Summing { years: &years, scale };
        chunks.run(&settings, Pass::Averages, &summing, |more| {
            sums.add(&more);
            Ok(())
        })?;
        let overflow = |_: Error| Fault::new(Which::Entries, 0, 0, Wrong::Overflow);
        let averages = sums.averages(&years, settings.service_decimals).map_err(overflow)?;
        let mut facts = ByYear::<Facts>::default();
        for (year, known) in years.iter() {
            facts.of_mut(year).minimum = known.minimum;
        }
        for average in &averages {
            facts.of_mut(average.year).average = average.used();
        }
        let calculator = Calculator { facts, scale, before, after };
        Ok(Self { files, settings, chunks, calculator, averages, rates })
    }

    /// The averages of the years that count.
    pub fn averages(&self) -> &[Average] {
        &self.averages
    }

    /// The rates before and from 1 April of the year.
    pub const fn rates(&self) -> (&RateRow, &RateRow) {
        (&self.calculator.before, &self.calculator.after)
    }

    /// Indexation of every row of rates whose index is known, against what the file has.
    ///
    /// # Errors
    /// [`Error::Overflow`].
    pub fn rate_checks(&self) -> Result<Vec<RateCheck>, Error> {
        tables::checks(&self.rates)
    }

    /// The second pass: everybody's shares and pension, written beside and then renamed; without
    /// outputs it only counts.
    ///
    /// # Errors
    /// The first thing wrong; then no file was changed.
    pub fn write(&self, outputs: &Outputs) -> Result<Totals, Box<MassError>> {
        write::write(self, outputs)
    }
}

/// The rates before and from 1 April of a year.
fn around(rates: &[RateRow], year: u16) -> Result<(RateRow, RateRow), Fault> {
    let day = u32::from(year) * 10_000 + 401;
    let missing = |wrong| Fault::new(Which::Rates, 0, 0, wrong);
    let at = rates.iter().position(|row| row.from == day);
    let at = at.ok_or_else(|| missing(Wrong::NoRates(year)))?;
    let before = at.checked_sub(1).and_then(|at| rates.get(at));
    let before = before.ok_or_else(|| missing(Wrong::NoRatesBefore(year)))?;
    Ok((*before, rates[at]))
}
