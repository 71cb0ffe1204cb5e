//! The pension index (RPKS § 26): 0.2 · growth of prices + 0.8 · growth of the pension part of social tax, to three decimals.
//!
//! It is a handful of numbers, not a table, so it is computed here, exactly, and not in SQL.

use serde::{Deserialize, Serialize};

use crate::call::Call;
use crate::error::Failure;

use super::input::{Written, decimal_or};
use super::rates::Rates;
use super::refusals;

/// What an indexation is asked to do.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Asked {
    thi: Option<Written>,
    thi_enne: Option<Written>,
    maks: Option<Written>,
    maks_enne: Option<Written>,
    erakorraline_baasosa: Option<Written>,
    erakorraline_aastahinne: Option<Written>,
    erakorraline_rahvapension: Option<Written>,
}

/// The index and the extraordinary rise after it, as kept with the job: thousandths, and the scales of the rates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Settings {
    pub(super) published: i64,
    pub(super) applied: i64,
    pub(super) rise_base: i64,
    pub(super) rise_value: i64,
    pub(super) rise_national: i64,
    /// Base part, value of a year, national pension before.
    pub(super) before: (i64, i64, i64),
    /// The same from 1 April.
    pub(super) after: (i64, i64, i64),
    /// Base part and value of a year from 1 April, unrounded.
    pub(super) after_long: (i64, i64),
}

impl Asked {
    /// The settings before the rates are known.
    ///
    /// # Errors
    /// When an input of the index is missing or no number.
    pub(super) fn settings(&self, call: &Call) -> Result<Settings, Failure> {
        let growth = |now: &Option<Written>, before: &Option<Written>, field: &str| {
            let Some(now) = now else {
                let text = format!("Indeksi sisend „{field}“ on puudu.");
                return Err(Failure::from(refusals::DATA_MISSING.saying(text)));
            };
            let before = before.as_ref().map_or(Ok(1_000_000), |before| part(before, field))?;
            Ok((part(now, field)?, before))
        };
        let (prices, tax) = (
            growth(&self.thi, &self.thi_enne, "thi")?,
            growth(&self.maks, &self.maks_enne, "maks")?,
        );
        let published = self
            .published(call, prices, tax)
            .filter(|index| (1..=10_000).contains(index))
            .ok_or_else(|| {
                Failure::from(
                    refusals::WRONG_NUMBER
                        .saying("Indeks peab olema suurem kui 0 ja kõige rohkem 10."),
                )
            })?;
        let lowers = call.fault("mass_calculation.index-below-one-lowers");
        Ok(Settings {
            published,
            applied: if lowers { published } else { published.max(1_000) },
            rise_base: decimal_or(
                self.erakorraline_baasosa.as_ref(),
                0,
                4,
                "erakorraline_baasosa",
            )?,
            rise_value: decimal_or(
                self.erakorraline_aastahinne.as_ref(),
                0,
                3,
                "erakorraline_aastahinne",
            )?,
            rise_national: decimal_or(
                self.erakorraline_rahvapension.as_ref(),
                0,
                2,
                "erakorraline_rahvapension",
            )?,
            before: (0, 0, 0),
            after: (0, 0, 0),
            after_long: (0, 0),
        })
    }
}

impl Asked {
    /// The index as it is to be published, with the faults of its rounding: each is about growths in a form of their own.
    fn published(&self, call: &Call, prices: (i64, i64), tax: (i64, i64)) -> Option<i64> {
        let exact = index(prices, tax, 1_000);
        let (given, growing) = (self.thi_enne.is_none() && prices != tax, prices.0 >= prices.1);
        if given && growing && call.fault("mass_calculation.index-two-decimals") {
            return index(prices, tax, 100);
        }
        if call.fault("mass_calculation.growth-rounded-first") {
            let growth = |growth: (i64, i64)| Some((index(growth, growth, 1_000)?, 1_000));
            return index(growth(prices)?, growth(tax)?, 1_000);
        }
        exact
    }
}

impl Settings {
    /// The rates that begin on 1 April of a year.
    pub(super) fn rates(&self, year: i64) -> Rates {
        let ((base, value, national), (base_long, value_long)) = (self.after, self.after_long);
        Rates {
            year,
            published: self.published,
            applied: self.applied,
            base,
            value,
            national,
            base_long,
            value_long,
        }
    }
}

/// An input of the index in millionths; receipts in whole euros have ten digits.
fn part(written: &Written, field: &str) -> Result<i64, Failure> {
    let number = written.long_decimal(6, field)?;
    if number > 0 {
        Ok(number)
    } else {
        Err(refusals::WRONG_NUMBER
            .saying(format!("Väli „{field}“ peab olema suurem kui 0."))
            .into())
    }
}

/// The index in thousandths, rounded half-up at 1/`scale`: (2·a·d + 8·c·b) / (10·b·d).
fn index((a, b): (i64, i64), (c, d): (i64, i64), scale: i128) -> Option<i64> {
    let [a, b, c, d] = [a, b, c, d].map(i128::from);
    let product = |factors: [i128; 3]| factors.into_iter().try_fold(1_i128, i128::checked_mul);
    let dividend = product([2, a, d])?.checked_add(product([8, c, b])?)?.checked_mul(2 * scale)?;
    let divisor = product([10, b, d])?;
    let rounded = dividend.checked_add(divisor)? / divisor.checked_mul(2)?;
    i64::try_from(rounded * (1_000 / scale)).ok()
}

#[cfg(test)]
mod tests {
    use super::index;

    #[test]
    fn the_index_is_rounded_half_up_to_three_decimals() {
        let one = 1_000_000;
        for (prices, tax, thousandths) in [
            ((1_034_000, one), (1_097_000, one), Some(1_084)), // 2019: 1.0844
            ((1_000_000, one), (1_000_625, one), Some(1_001)), // 1.0005
            ((1_000_000, one), (1_000_624, one), Some(1_000)),
            ((950_000, one), (975_000, one), Some(970)),
            ((23_145, 22_004), (2_930_456_789_000_000, 2_671_234_567_000_000), Some(1_088)),
            ((i64::MAX, 1), (i64::MAX, 1), None),
        ] {
            assert_eq!(index(prices, tax, 1_000), thousandths, "{prices:?} {tax:?}");
        }
        assert_eq!(index((1_034_000, one), (1_097_000, one), 100), Some(1_080));
    }
}
