//! Numbers as they are written in JSON, brought to one form: `1`, `1.00` and `10e-1` are one.

/// A decimal of any length: sign, digits without zeros at either end, power of ten.
#[derive(Debug, PartialEq, Eq)]
struct Canonical {
    negative: bool,
    digits: String,
    exponent: i64,
}

/// Are they the same number? Exact, whatever their length; no float is involved.
pub(crate) fn same(left: &str, right: &str) -> bool {
    if left == right {
        return true;
    }
    match (canonical(left), canonical(right)) {
        (Some(left), Some(right)) => left == right,
        // An exponent beyond any use: the same only when written the same.
        _ => left == right,
    }
}

/// One writing for all writings of a number: equal texts are equal numbers.
pub(crate) fn normal(text: &str) -> String {
    match canonical(text) {
        Some(Canonical { negative, digits, exponent }) => {
            let sign = if negative { "-" } else { "" };
            match usize::try_from(exponent) {
                Ok(0) => format!("{sign}{}", if digits.is_empty() { "0" } else { &digits }),
                Ok(zeros @ 1..30) => format!("{sign}{digits}{:0<zeros$}", ""),
                Ok(_) => format!("{sign}{digits}e{exponent}"),
                Err(_) => fraction(sign, &digits, exponent),
            }
        }
        None => text.to_owned(),
    }
}

/// A number below the point as it is usually written, if not too small.
fn fraction(sign: &str, digits: &str, exponent: i64) -> String {
    match usize::try_from(exponent.unsigned_abs()) {
        Ok(places @ 1..60) => {
            let padded = format!("{digits:0>width$}", width = places + 1);
            let (whole, rest) = padded.split_at(padded.len() - places);
            format!("{sign}{whole}.{rest}")
        }
        _ => format!("{sign}{digits}e{exponent}"),
    }
}

fn canonical(text: &str) -> Option<Canonical> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let exponent: i64 = exponent.parse().ok()?;
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{whole}{fraction}");
    let digits = all.trim_end_matches('0');
    let trailing = i64::try_from(all.len() - digits.len()).ok()?;
    let fraction = i64::try_from(fraction.len()).ok()?;
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        // Zero has neither sign nor size.
        return Some(Canonical { negative: false, digits: String::new(), exponent: 0 });
    }
    let exponent = exponent.checked_sub(fraction)?.checked_add(trailing)?;
    Some(Canonical { negative, digits: digits.to_owned(), exponent })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(left: &str, right: &str, expected: bool) {
        assert_eq!(same(left, right), expected, "{left} {right}");
    }

    #[test]
    fn one_number_in_any_writing_is_one_number() {
        for (left, right) in [
            ("1", "1.00"),
            ("0.3", "0.30"),
            ("100", "1e2"),
            ("1E+2", "100.0"),
            ("0.001", "1e-3"),
            ("0", "-0.000"),
            ("0e5", "0"),
            (
                "123456789012345678901234567890123456789012",
                "123456789012345678901234567890123456789012.0",
            ),
        ] {
            check(left, right, true);
            assert_eq!(normal(left), normal(right));
        }
    }

    #[test]
    fn numbers_that_a_float_would_equate_differ() {
        for (left, right) in [
            ("0.3", "0.30000000000000001"),
            ("9007199254740993", "9007199254740992"),
            ("123456789012345678901234567890", "123456789012345678901234567891"),
            ("191.6496", "191.64"),
            ("1", "-1"),
            ("1", "10"),
            ("1e400", "1e401"),
        ] {
            check(left, right, false);
            assert_ne!(normal(left), normal(right));
        }
    }

    #[test]
    fn the_normal_form_is_the_usual_writing() {
        for (text, expected) in [
            ("0.00", "0"),
            ("-0", "0"),
            ("1.50", "1.5"),
            ("-12e1", "-120"),
            ("5e-3", "0.005"),
            ("1e400", "1e400"),
        ] {
            assert_eq!(normal(text), expected);
        }
    }
}
