//! The monthly pension.

use rust_decimal::Decimal;

use super::Rates;
use crate::{Error, exact};

/// A monthly pension and what the formula gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pension {
    /// By the formula, to cents.
    pub computed: Decimal,
    /// What is paid.
    pub payable: Decimal,
}

/// The amount by the formula before it is rounded: baasosa + S·a + ΣK·a + ΣÜ·a. RPKS §§ 11–13¹.
///
/// `service` in whole years, the shares as sums of three-decimal shares.
///
/// # Errors
/// [`Error::Overflow`].
pub fn formula(
    rates: Rates,
    service: u16,
    insurance: Decimal,
    joint: Decimal,
) -> Result<Decimal, Error> {
    let years = exact::add(Decimal::from(service), exact::add(insurance, joint)?)?;
    exact::add(rates.base, exact::multiply(years, rates.year)?)
}

/// The monthly pension: the formula half-up to cents, at least the national pension. RPKS §§ 11–13¹.
///
/// # Errors
/// [`Error::Overflow`].
pub fn pension(
    rates: Rates,
    service: u16,
    insurance: Decimal,
    joint: Decimal,
) -> Result<Pension, Error> {
    let computed = exact::round(formula(rates, service, insurance, joint)?, 2)?;
    let payable = computed.max(exact::round(rates.national, 2)?);
    Ok(Pension { computed, payable })
}
