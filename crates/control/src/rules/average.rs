//! The yearly average of the personified social tax and what it is made of.

use rust_decimal::Decimal;

use crate::{Error, exact};

/// P, a person's amount of a year: the sum of **all** entries, corrections and negative ones too;
/// euros in cents. VVm 10.01.2002 nr 5, RPKS § 13.
///
/// # Errors
/// [`Error::Overflow`].
pub fn year_sum(entries: &[Decimal]) -> Result<Decimal, Error> {
    entries.iter().try_fold(Decimal::ZERO, |sum, entry| exact::add(sum, *entry))
}

/// S, a person's service of a year: a year when the amount reaches `minimum` (the pension part on
/// January's minimum wage × 12; for 1999–2001 the whole tax), else that fraction of it, half-up to
/// `decimals`; nothing when the amount is not positive. VVm 10.01.2002 nr 5, RPKS § 13.
///
/// The rounding of the fraction was not seen in the act: that is why it is a parameter.
///
/// # Errors
/// [`Error::ZeroDivisor`] or [`Error::NegativeDivisor`] for the minimum; [`Error::Overflow`].
pub fn year_service(sum: Decimal, minimum: Decimal, decimals: u32) -> Result<Decimal, Error> {
    positive(minimum, "miinimum")?;
    if sum <= Decimal::ZERO {
        return exact::round(Decimal::ZERO, decimals);
    }
    if sum >= minimum {
        return exact::round(Decimal::ONE, decimals);
    }
    exact::divide(sum, minimum, decimals, "miinimum")
}

/// The average of a year: the sum of all amounts over the sum of all **service in years** (not
/// over the head count), half-up to cents. VVm 10.01.2002 nr 5, RPKS § 13.
///
/// A negative amount counts with its sign in the total and gives no service.
///
/// # Errors
/// [`Error::ZeroDivisor`] or [`Error::NegativeDivisor`] for the service; [`Error::Overflow`].
pub fn average(total: Decimal, service: Decimal) -> Result<Decimal, Error> {
    positive(service, "staaz")?;
    exact::divide(total, service, 2, "staaz")
}

/// The preliminary (arvestuslik) average: that of the year before the previous one × the forecast
/// coefficient of the Ministry of Finance, half-up to cents. VVm 10.01.2002 nr 5, RPKS § 13.
///
/// # Errors
/// [`Error::Overflow`].
pub fn preliminary_average(average: Decimal, coefficient: Decimal) -> Result<Decimal, Error> {
    exact::round(exact::multiply(average, coefficient)?, 2)
}

/// A divisor that a share can be taken of.
pub(super) fn positive(divisor: Decimal, what: &'static str) -> Result<(), Error> {
    match divisor {
        zero if zero.is_zero() => Err(Error::ZeroDivisor(what)),
        negative if negative.is_sign_negative() => Err(Error::NegativeDivisor(what)),
        _ => Ok(()),
    }
}
