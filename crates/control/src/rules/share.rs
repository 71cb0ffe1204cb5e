//! Shares of a year: insurance share, solidarity share, joint share, and the II pillar.

use rust_decimal::Decimal;

use super::average::positive;
use crate::{Error, exact};

/// The first year of the personified register; until the year before
/// [`FIRST_PENSION_PART_YEAR`] the **whole** social tax is the base.
pub const FIRST_YEAR: u16 = 1999;
/// From this year on the pension part of the social tax is the base.
pub const FIRST_PENSION_PART_YEAR: u16 = 2002;
/// From this year on a joint share is given in place of the insurance share.
pub const FIRST_JOINT_YEAR: u16 = 2021;

/// Decimals of a share.
const PLACES: u32 = 3;

/// K, kindlustusosak: a person's amount of a year over the average of the year, half-up to three
/// decimals; nothing for a negative amount. RPKS §§ 11–13¹, määrus 31.12.2001 nr 164.
///
/// # Errors
/// [`Error::ZeroDivisor`] or [`Error::NegativeDivisor`] for the average; [`Error::Overflow`].
pub fn insurance_share(sum: Decimal, average: Decimal) -> Result<Decimal, Error> {
    positive(average, "keskmine")?;
    exact::divide(sum.max(Decimal::ZERO), average, PLACES, "keskmine")
}

/// Solidaarosak: a person's amount of a year over the tax on twelve minimum wages, half-up to three
/// decimals, at most 1.000; nothing for a negative amount. RPKS §§ 11–13¹.
///
/// # Errors
/// [`Error::ZeroDivisor`] or [`Error::NegativeDivisor`] for the minimum; [`Error::Overflow`].
pub fn solidarity_share(sum: Decimal, minimum: Decimal) -> Result<Decimal, Error> {
    positive(minimum, "miinimum")?;
    if sum >= minimum {
        return exact::round(Decimal::ONE, PLACES);
    }
    exact::divide(sum.max(Decimal::ZERO), minimum, PLACES, "miinimum")
}

/// The share of a member of the II pillar, who has 16 of the 20 points in the I pillar: a share of
/// three decimals × 0.8, half-up to three decimals again. RPKS §§ 11–13¹.
///
/// A solidarity share of at most 1.000 becomes one of at most 0.800.
///
/// # Errors
/// [`Error::Overflow`].
pub fn pillar_share(share: Decimal) -> Result<Decimal, Error> {
    exact::round(exact::multiply(share, Decimal::new(8, 1))?, PLACES)
}

/// Ü, ühendosak, from 2021 on: half the insurance share and half the solidarity share, half-up to
/// three decimals. RPKS §§ 11–13¹.
///
/// # Errors
/// [`Error::Overflow`].
pub fn joint_share(insurance: Decimal, solidarity: Decimal) -> Result<Decimal, Error> {
    let half = Decimal::new(5, 1);
    exact::round(exact::multiply(exact::add(insurance, solidarity)?, half)?, PLACES)
}
