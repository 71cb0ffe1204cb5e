//! The monthly pension.

use rust_decimal::Decimal;

use super::Rates;
use crate::{Error, exact};

/// Which pension a person has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Vanaduspension: by the formula, at least the national pension.
    #[default]
    OldAge,
    /// Rahvapension: the national pension itself.
    National,
}

impl Kind {
    /// By its name in files.
    pub fn from_name(name: &[u8]) -> Option<Self> {
        match name {
            b"vanaduspension" => Some(Self::OldAge),
            b"rahvapension" => Some(Self::National),
            _ => None,
        }
    }
}

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

/// The monthly pension: the formula half-up to cents, at least the national pension; a national
/// pension is its rate, whatever the formula gives. RPKS §§ 11–13¹.
///
/// # Errors
/// [`Error::Overflow`].
pub fn pension(
    kind: Kind,
    rates: Rates,
    service: u16,
    insurance: Decimal,
    joint: Decimal,
) -> Result<Pension, Error> {
    let computed = exact::round(formula(rates, service, insurance, joint)?, 2)?;
    let national = exact::round(rates.national, 2)?;
    let payable = match kind {
        Kind::OldAge => computed.max(national),
        Kind::National => national,
    };
    Ok(Pension { computed, payable })
}
