//! The index of a year and indexation of the rates, every 1 April.

use rust_decimal::Decimal;

use super::average::positive;
use crate::{Error, exact};

/// The year from which the index is weighted; before it was the plain mean.
const FIRST_WEIGHTED_YEAR: u16 = 2008;

/// The rates a pension is made of, in euros (before 2011 in kroons).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rates {
    /// Baasosa, four decimals.
    pub base: Decimal,
    /// Aastahinne, the value of a year, three decimals.
    pub year: Decimal,
    /// Rahvapension, the national pension, two decimals.
    pub national: Decimal,
}

/// How strongly the index moves base and value of a year; the act's are 1.1 and 0.9.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weights {
    /// Of the base.
    pub base: Decimal,
    /// Of the value of a year.
    pub year: Decimal,
}

impl Default for Weights {
    fn default() -> Self {
        Self { base: Decimal::new(11, 1), year: Decimal::new(9, 1) }
    }
}

/// Decimals of base, value of a year and national pension: 4, 3, 2; before 2008, in kroons, 2.
pub(crate) const fn places(year: u16) -> (u32, u32, u32) {
    if year < FIRST_WEIGHTED_YEAR { (2, 2, 2) } else { (4, 3, 2) }
}

/// Is the index of this year weighted?
pub(crate) const fn is_weighted(year: u16) -> bool {
    year >= FIRST_WEIGHTED_YEAR
}

/// The index of a year: 0.2 × the growth of consumer prices + 0.8 × the growth of receipts of the
/// pension part of the social tax, half-up to three decimals; before 2008 the plain mean of both.
/// RPKS § 26.
///
/// Each pair is the year before and the one before that; a growth already at hand is `(growth, 1)`.
///
/// # Errors
/// [`Error::ZeroDivisor`] or [`Error::NegativeDivisor`] for a year before; [`Error::Overflow`].
pub fn index(
    year: u16,
    prices: (Decimal, Decimal),
    receipts: (Decimal, Decimal),
) -> Result<Decimal, Error> {
    positive(prices.1, "thi_enne")?;
    positive(receipts.1, "maks_enne")?;
    let of_prices = if is_weighted(year) { Decimal::new(2, 1) } else { Decimal::new(5, 1) };
    let of_receipts = exact::subtract(Decimal::ONE, of_prices)?;
    // One fraction, so that it is rounded once.
    let above = exact::add(
        exact::multiply(of_prices, exact::multiply(prices.0, receipts.1)?)?,
        exact::multiply(of_receipts, exact::multiply(receipts.0, prices.1)?)?,
    )?;
    exact::divide(above, exact::multiply(prices.1, receipts.1)?, 3, "thi_enne")
}

/// The index that is applied: one below 1 changes nothing, pensions never fall. RPKS § 26.
///
/// # Errors
/// [`Error::Overflow`].
pub fn applied_index(index: Decimal) -> Result<Decimal, Error> {
    exact::round(index.max(Decimal::ONE), 3)
}

/// A rate after indexation: × (1 + weight × (index − 1)), half-up to so many decimals. RPKS § 26.
///
/// # Errors
/// [`Error::Overflow`].
pub fn indexed(
    rate: Decimal,
    weight: Decimal,
    index: Decimal,
    places: u32,
) -> Result<Decimal, Error> {
    let growth = exact::multiply(weight, exact::subtract(index, Decimal::ONE)?)?;
    exact::round(exact::multiply(rate, exact::add(Decimal::ONE, growth)?)?, places)
}

/// The rates after the indexation of a year. `rates` are the **rounded** ones of the year before;
/// an index below 1 leaves them as they are. RPKS § 26.
///
/// # Errors
/// [`Error::Overflow`].
pub fn indexed_rates(
    year: u16,
    rates: Rates,
    index: Decimal,
    weights: Weights,
) -> Result<Rates, Error> {
    if index < Decimal::ONE {
        return Ok(rates);
    }
    let (base, value, national) = places(year);
    Ok(Rates {
        base: indexed(rates.base, weights.base, index, base)?,
        year: indexed(rates.year, weights.year, index, value)?,
        national: indexed(rates.national, Decimal::ONE, index, national)?,
    })
}

/// Extraordinary rises, which are added **after** indexation. RPKS § 26.
///
/// # Errors
/// [`Error::Overflow`].
pub fn raised_rates(rates: Rates, rise: Rates) -> Result<Rates, Error> {
    Ok(Rates {
        base: exact::add(rates.base, rise.base)?,
        year: exact::add(rates.year, rise.year)?,
        national: exact::add(rates.national, rise.national)?,
    })
}
