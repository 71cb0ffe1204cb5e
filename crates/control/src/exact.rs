//! Exact arithmetic: what cannot be kept to the last digit is an error, never a rounding.
//!
//! Rounding happens only where a rule asks for it, and always half-up: a half goes away from zero
//! (0,005 → 0,01 and −0,005 → −0,01), as the acts and SQL's `round(numeric)` do.

use rust_decimal::Decimal;

use crate::Error;

/// Digits after the point that a decimal holds.
const MOST_PLACES: u32 = 28;

/// Whole-number division, half-up; `None` when the divisor is zero or the result does not fit.
pub const fn divide_whole(numerator: i128, divisor: i128) -> Option<i128> {
    let Some(quotient) = numerator.checked_div(divisor) else { return None };
    let rest = (numerator % divisor).unsigned_abs();
    // `rest * 2 >= divisor` without its overflow.
    if rest < divisor.unsigned_abs() - rest {
        return Some(quotient);
    }
    quotient.checked_add(if (numerator < 0) == (divisor < 0) { 1 } else { -1 })
}

/// The sum.
///
/// # Errors
/// [`Error::Overflow`] when it has more digits than a decimal holds.
pub fn add(left: Decimal, right: Decimal) -> Result<Decimal, Error> {
    let (left, right) = (left.normalize(), right.normalize());
    let scale = left.scale().max(right.scale());
    let sum = raised(left, scale)?.checked_add(raised(right, scale)?).ok_or(Error::Overflow)?;
    made(sum, scale)
}

/// The difference.
///
/// # Errors
/// As [`add`].
pub fn subtract(left: Decimal, right: Decimal) -> Result<Decimal, Error> {
    add(left, -right)
}

/// The product.
///
/// # Errors
/// As [`add`].
pub fn multiply(left: Decimal, right: Decimal) -> Result<Decimal, Error> {
    let (left, right) = (left.normalize(), right.normalize());
    let product = left.mantissa().checked_mul(right.mantissa()).ok_or(Error::Overflow)?;
    made(product, left.scale() + right.scale())
}

/// The quotient, rounded half-up once, to exactly so many decimals. `what` names the divisor.
///
/// # Errors
/// [`Error::ZeroDivisor`]; [`Error::Overflow`] as for [`add`].
pub fn divide(
    numerator: Decimal,
    divisor: Decimal,
    places: u32,
    what: &'static str,
) -> Result<Decimal, Error> {
    if divisor.is_zero() {
        return Err(Error::ZeroDivisor(what));
    }
    let (numerator, divisor) = (numerator.normalize(), divisor.normalize());
    let above = raised(numerator, numerator.scale() + divisor.scale() + places)?;
    let below = raised(divisor, divisor.scale() + numerator.scale())?;
    made(divide_whole(above, below).ok_or(Error::Overflow)?, places)
}

/// The value half-up with exactly so many decimals.
///
/// # Errors
/// As [`add`].
pub fn round(value: Decimal, places: u32) -> Result<Decimal, Error> {
    match value.scale().checked_sub(places) {
        Some(more @ 1..) => {
            let rounded = divide_whole(value.mantissa(), power(more)?).ok_or(Error::Overflow)?;
            made(rounded, places)
        }
        _ => made(raised(value, places)?, places),
    }
}

/// Reads a number as it is written, with a point or a comma: `1234.56`, `-0,01`, `.5` is none.
/// `None` when it is no number or cannot be held exactly.
pub fn parse(text: &str) -> Option<Decimal> {
    let (negative, rest) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, fraction) = match rest.split_once(['.', ',']) {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (rest, ""),
    };
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(fraction) {
        return None;
    }
    let scale = u32::try_from(fraction.len()).ok()?;
    let mantissa: i128 = format!("{whole}{fraction}").parse().ok()?;
    made(if negative { -mantissa } else { mantissa }, scale).ok()
}

/// Reads a number as JSON writes it, a power of ten (`1E-3`) included.
pub(crate) fn parse_json(text: &str) -> Option<Decimal> {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else { return parse(text) };
    let mantissa = parse(mantissa)?;
    let exponent: i32 = exponent.parse().ok()?;
    let factor = power(exponent.unsigned_abs()).ok()?;
    match exponent < 0 {
        true => made(mantissa.mantissa(), mantissa.scale().checked_add(exponent.unsigned_abs())?),
        false => made(mantissa.mantissa().checked_mul(factor)?, mantissa.scale()),
    }
    .ok()
}

/// The digits of a value as if it had so many decimals, which are not fewer than it has.
fn raised(value: Decimal, scale: u32) -> Result<i128, Error> {
    let more = scale.checked_sub(value.scale()).ok_or(Error::Overflow)?;
    value.mantissa().checked_mul(power(more)?).ok_or(Error::Overflow)
}

fn power(exponent: u32) -> Result<i128, Error> {
    10_i128.checked_pow(exponent).ok_or(Error::Overflow)
}

fn made(mut digits: i128, mut scale: u32) -> Result<Decimal, Error> {
    while scale > MOST_PLACES && digits % 10 == 0 {
        digits /= 10;
        scale -= 1;
    }
    Decimal::try_from_i128_with_scale(digits, scale).map_err(|_| Error::Overflow)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        parse(text).unwrap_or_else(|| panic!("{text} is a number"))
    }

    #[test]
    fn halves_go_away_from_zero() {
        for (value, places, expected) in [
            ("0.005", 2, "0.01"),
            ("0.00499999", 2, "0.00"),
            ("-0.005", 2, "-0.01"),
            ("1.0005", 3, "1.001"),
            ("2.5", 0, "3"),
            ("-2.5", 0, "-3"),
            ("7", 3, "7.000"),
        ] {
            assert_eq!(round(number(value), places).map(|it| it.to_string()), Ok(expected.into()));
        }
    }

    #[test]
    fn a_quotient_is_rounded_once() {
        // 28 digits of it would end in …5000 and go up; the true quotient lies below the half.
        let below = number("0.00499999999999999999999");
        assert_eq!(divide(below, number("1"), 2, "x"), Ok(number("0.00")));
        assert_eq!(divide(number("1"), number("-8"), 2, "x"), Ok(number("-0.13")));
        assert_eq!(divide(number("1"), number("0.00"), 2, "x"), Err(Error::ZeroDivisor("x")));
    }

    #[test]
    fn what_does_not_fit_is_an_error() {
        let large = Decimal::MAX;
        assert_eq!(add(large, Decimal::ONE), Err(Error::Overflow));
        assert_eq!(multiply(large, number("10")), Err(Error::Overflow));
        assert_eq!(divide(large, number("0.01"), 3, "x"), Err(Error::Overflow));
        assert_eq!(round(large, 1), Err(Error::Overflow));
        let small = number("0.0000000000000000000000000001");
        assert_eq!(multiply(small, number("0.1")), Err(Error::Overflow));
        assert_eq!(add(large, number("0.1")), Err(Error::Overflow), "no digit is dropped");
        assert_eq!(divide_whole(1, 0), None);
        assert_eq!(divide_whole(i128::MIN, -1), None);
        assert_eq!(divide_whole(i128::MAX, i128::MAX), Some(1));
        assert_eq!(divide_whole(i128::MIN, i128::MIN), Some(1));
    }

    #[test]
    fn numbers_are_read_exactly_or_refused() {
        for (text, expected) in
            [("1234,56", "1234.56"), ("-0.01", "-0.01"), ("−7", "-7"), ("1.10", "1.10")]
        {
            assert_eq!(parse(text).map(|it| it.to_string()), Some(expected.to_owned()));
        }
        let too_long = "0.12345678901234567890123456789";
        for wrong in ["", "-", ".5", "5.", "1e3", "+1", "1.2.3", "1,2,3", "NaN", "١", too_long] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
        for (text, expected) in
            [("1E-3", Some("0.001")), ("1.25e+2", Some("125.00")), ("1e400", None), ("1e-40", None)]
        {
            assert_eq!(parse_json(text).map(|it| it.to_string()), expected.map(str::to_owned));
        }
    }
}
