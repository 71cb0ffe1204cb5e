//! Exact decimals as scaled integers: read from a request, written into an answer, divided half-up in SQL.
//!
//! Neither database of ours has an exact decimal type in common, so a column holds cents, thousandths or ten-thousandths.

use crate::error::Failure;

use super::refusals;

/// No number of a request is larger, in any scale: sums and products of the calculation stay far inside 64 bits.
const LARGEST: i64 = 100_000_000_000;

/// Reads `2039.15` or `2039,15` as an integer with so many decimals.
///
/// # Errors
/// When it is no decimal, has more decimals than the scale, or is too large.
pub(super) fn read(text: &str, decimals: usize, field: &str) -> Result<i64, Failure> {
    read_to(text, decimals, LARGEST, field)
}

/// Likewise, with a limit of one's own.
pub(super) fn read_to(
    text: &str,
    decimals: usize,
    largest: i64,
    field: &str,
) -> Result<i64, Failure> {
    let wrong = || {
        Failure::from(refusals::WRONG_NUMBER.saying(format!(
            "Väljal „{field}“ peab olema arv, millel on kuni {decimals} kohta pärast koma ja mis ei ole liiga suur."
        )))
    };
    let text = text.trim();
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    let (whole, fraction) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let dangling = digits.contains(['.', ',']) && fraction.is_empty();
    if whole.is_empty()
        || dangling
        || !plain(whole)
        || !plain(fraction)
        || fraction.len() > decimals
    {
        return Err(wrong());
    }
    let scaled = format!("{whole}{fraction:0<decimals$}");
    let number =
        scaled.parse::<i64>().ok().filter(|number| *number <= largest).ok_or_else(wrong)?;
    Ok(if negative { -number } else { number })
}

/// Writes a scaled integer: `203915` with two decimals is `2039.15`.
pub(super) fn write(number: i64, decimals: usize) -> String {
    let sign = if number < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", number.unsigned_abs(), width = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    if decimals == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

/// How a quotient that is no integer becomes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rounding {
    HalfUp,
    /// Ties to the even neighbour: only a fault rounds so.
    HalfEven,
}

impl Rounding {
    /// The SQL of a rounded quotient of two integer expressions, neither negative.
    pub(super) fn quotient(self, dividend: &str, divisor: &str) -> String {
        let (n, d) = (format!("({dividend})"), format!("({divisor})"));
        match self {
            Self::HalfUp => format!("((2 * {n} + {d}) / (2 * {d}))"),
            Self::HalfEven => format!(
                "({n} / {d} + CASE WHEN 2 * ({n} % {d}) > {d} \
                 OR (2 * ({n} % {d}) = {d} AND ({n} / {d}) % 2 = 1) THEN 1 ELSE 0 END)"
            ),
        }
    }
}

/// The number of decimals of a scale: 10000 has four.
pub(super) fn decimals_of(scale: i64) -> usize {
    std::iter::successors(Some(scale), |rest| (*rest >= 10).then(|| rest / 10)).count() - 1
}

#[cfg(test)]
mod tests {
    use super::{decimals_of, read, write};

    #[test]
    fn decimals_are_read_exactly_or_not_at_all() {
        for (text, decimals, number) in [
            ("2039.15", 2, 203_915),
            ("2039,1", 2, 203_910),
            ("2039", 2, 203_900),
            ("-0.05", 2, -5),
            ("215.5148", 4, 2_155_148),
            ("000000000000000000001", 0, 1),
        ] {
            assert_eq!(read(text, decimals, "x").unwrap(), number, "{text}");
        }
        for text in [
            "",
            "-",
            ".5",
            "5.",
            "1e3",
            "1 000",
            "1.234",
            "--1",
            "+1",
            "1.2.3",
            "٣",
            "99999999999.00",
        ] {
            assert!(read(text, 2, "x").is_err(), "{text}");
        }
    }

    #[test]
    fn integers_are_written_with_all_their_decimals() {
        for (number, decimals, text) in [
            (203_915, 2, "2039.15"),
            (5, 2, "0.05"),
            (-5, 2, "-0.05"),
            (0, 3, "0.000"),
            (12, 0, "12"),
        ] {
            assert_eq!(write(number, decimals), text);
        }
        assert_eq!([1, 10, 10_000].map(decimals_of), [0, 1, 4]);
    }
}
