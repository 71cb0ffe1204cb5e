//! Isikukood, the Estonian personal code: its form, its checksum, and which ones are synthetic.
//!
//! G YYMMDD SSS C; the check digit uses weights 1…9,1 and, if the remainder is 10, 3…9,1,2,3
//! (EVS 585:2007; domain page §9).

use std::{fmt, ops::RangeInclusive};

use jiff::civil::Date;

/// A valid personal code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PersonalCode(String);

/// Published test codes that belong to nobody (domain page §9).
const PUBLISHED_TEST_CODES: [&str; 4] =
    ["60001019906", "60001018800", "60001017869", "50001018865"];

/// Birth dates of these years mark a synthetic person: nobody alive was born in them. The last one alone gives 730,000
/// codes; a population as large as the register (1.7 million) needs more, and five years give 3,652,000. The reference
/// system keeps a table of its own (`crates/reference-system/src/personal_code.rs`).
const SYNTHETIC_YEARS: RangeInclusive<i16> = 2095..=2099;
/// The year of the codes made here.
const MADE_IN: i16 = *SYNTHETIC_YEARS.end();

impl PersonalCode {
    /// A code whose date exists and whose check digit fits.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = digits(text)?;
        birth_date(&digits)?;
        (check_digit(&digits) == digits[10]).then(|| Self(text.to_owned()))
    }

    /// Are these bytes a code? For millions of them: nothing is kept.
    pub fn is_valid(text: &[u8]) -> bool {
        let known = std::str::from_utf8(text).ok().and_then(digits);
        known.is_some_and(|digits| {
            birth_date(&digits).is_some() && check_digit(&digits) == digits[10]
        })
    }

    /// The `n`-th synthetic code: born in 2099, both sexes, every day, serials 000 to 999.
    ///
    /// There are 730,000; `n` beyond that starts again.
    pub fn synthetic(n: u32) -> Self {
        let day_of_year = i16::try_from(n / 2 % 365 + 1).unwrap_or(1);
        let date = Date::constant(MADE_IN, 1, 1)
            .with()
            .day_of_year(day_of_year)
            .build()
            .unwrap_or(Date::constant(MADE_IN, 1, 1));
        let sex = if n.is_multiple_of(2) { 5 } else { 6 };
        let serial = n / 730 % 1000;
        let stem = format!("{sex}99{:02}{:02}{serial:03}0", date.month(), date.day());
        let mut digits = digits(&stem).unwrap_or_default();
        digits[10] = check_digit(&digits);
        Self(digits.iter().map(|digit| char::from(b'0' + digit)).collect())
    }

    /// Does it belong to nobody, by birth date or by publication?
    pub fn is_synthetic(&self) -> bool {
        PUBLISHED_TEST_CODES.contains(&self.0.as_str())
            || digits(&self.0).and_then(|digits| birth_date(&digits)).is_some_and(is_synthetic_date)
    }

    /// The eleven digits as a number.
    pub(crate) fn number(&self) -> u64 {
        digits(&self.0).map_or(0, |digits| number(&digits))
    }

    /// The eleven digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PersonalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Are these digits a code that may belong to somebody?
pub(crate) fn may_be_real(digits: &[u8; 11]) -> bool {
    let date = || birth_date(digits).filter(|date| !is_synthetic_date(*date));
    let published = || PUBLISHED_TEST_CODES.iter().any(|code| as_number(code) == number(digits));
    check_digit(digits) == digits[10] && date().is_some() && !published()
}

/// Do sex, century and a date that exists stand at the beginning of these digits, and is it not
/// the date of a synthetic person?
pub(crate) fn begins_with_birth_date(beginning: &[u8]) -> bool {
    let mut digits = [0; 11];
    for (digit, known) in digits.iter_mut().zip(beginning) {
        *digit = *known;
    }
    beginning.len() >= 7 && birth_date(&digits).is_some_and(|date| !is_synthetic_date(date))
}

/// Eleven digits as a number, which is how codes are looked up.
pub(crate) fn number(digits: &[u8; 11]) -> u64 {
    digits.iter().fold(0, |number, digit| number * 10 + u64::from(*digit))
}

fn as_number(code: &str) -> u64 {
    code.parse().unwrap_or_default()
}

fn digits(text: &str) -> Option<[u8; 11]> {
    let bytes: [u8; 11] = text.as_bytes().try_into().ok()?;
    bytes.iter().all(u8::is_ascii_digit).then(|| bytes.map(|byte| byte - b'0'))
}

fn birth_date(digits: &[u8; 11]) -> Option<Date> {
    let century = match digits[0] {
        1 | 2 => 1800,
        3 | 4 => 1900,
        5 | 6 => 2000,
        7 | 8 => 2100,
        _ => return None,
    };
    let pair = |at: usize| digits[at] * 10 + digits[at + 1];
    Date::new(century + i16::from(pair(1)), pair(3).cast_signed(), pair(5).cast_signed()).ok()
}

fn is_synthetic_date(date: Date) -> bool {
    SYNTHETIC_YEARS.contains(&date.year())
}

fn check_digit(digits: &[u8; 11]) -> u8 {
    let remainder = |weights: [u8; 10]| {
        let sum: u16 = weights.iter().zip(digits).map(|(w, d)| u16::from(*w) * u16::from(*d)).sum();
        u8::try_from(sum % 11).unwrap_or_default()
    };
    match remainder([1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) {
        10 => remainder([3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 10,
        digit => digit,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_codes_of_each_stage_are_valid() {
        for code in [
            "60001019906",
            "60001018800",
            "60001017869",
            "50001018865",
            "69901010008",
            "69901010019",
            "69901010030",
            "69901010020",
            "69901010148",
            "69901011050",
        ] {
            assert!(PersonalCode::parse(code).is_some_and(|c| c.is_synthetic()), "{code}");
        }
    }

    #[test]
    fn a_valid_code_of_a_living_generation_is_not_synthetic() {
        assert!(PersonalCode::parse("37605030299").is_some_and(|code| !code.is_synthetic()));
    }

    #[test]
    fn only_births_of_the_last_five_years_of_the_century_are_synthetic() {
        for (code, synthetic) in [
            ("69501010007", true),
            ("69912310002", true),
            ("69412310009", false),
            ("80001010009", false),
            ("49501010005", false),
        ] {
            let parsed = PersonalCode::parse(code).unwrap_or_else(|| panic!("{code}"));
            assert_eq!(parsed.is_synthetic(), synthetic, "{code}");
            let digits = digits(code).unwrap();
            assert_eq!(may_be_real(&digits), !synthetic, "{code}");
            assert_eq!(begins_with_birth_date(&digits[..7]), !synthetic, "{code}");
        }
    }

    #[test]
    fn wrong_codes_are_refused() {
        for code in [
            "",
            "3760503029",
            "376050302999",
            "37605030298",
            "97605030299",
            "37613030299",
            "37602300299",
            "3760503029a",
            "３７６０５０３０２９９",
        ] {
            assert_eq!(PersonalCode::parse(code), None, "{code}");
            assert!(!PersonalCode::is_valid(code.as_bytes()), "{code}");
        }
    }

    #[test]
    fn synthetic_codes_are_valid_and_differ() {
        let codes: std::collections::BTreeSet<_> =
            (0..730_000).map(PersonalCode::synthetic).collect();
        assert_eq!(codes.len(), 730_000);
        for n in (0..730_000).step_by(997) {
            let code = PersonalCode::synthetic(n);
            assert!(PersonalCode::parse(code.as_str()).is_some_and(|c| c.is_synthetic()), "{code}");
        }
    }
}
