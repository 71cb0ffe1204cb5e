//! The Estonian personal code (isikukood) and which codes this system takes as persons: synthetic ones only.
//!
//! Form: G YYMMDD SSS C. G gives century and sex (1/2 the 1800s … 7/8 the 2100s), C is a check digit in two stages.

use jiff::Span;
use jiff::civil::Date;

/// Birth dates in these years mark a synthetic person: nobody alive was born in them. The last year alone gives 730,000
/// codes, which is less than the register's 1.7 million persons; five years give 3,652,000. The harness keeps a table of
/// its own (`crates/model/src/personal_code.rs`).
const SYNTHETIC_YEARS: std::ops::RangeInclusive<i16> = 2095..=2099;
/// Serial numbers a day.
const SERIALS: i64 = 1000;

/// Published test codes; no living person bears them.
const PUBLISHED_TEST_CODES: [&str; 4] =
    ["60001019906", "60001018800", "60001017869", "50001018865"];
const FIRST_STAGE: [u32; 10] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1];
const SECOND_STAGE: [u32; 10] = [3, 4, 5, 6, 7, 8, 9, 1, 2, 3];

/// What a text is, taken as a personal code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CodeKind {
    /// Born in a synthetic year, or a published test code.
    Synthetic,
    /// Valid, so it may belong to somebody: never taken.
    MayBeReal,
    /// Form and date are right, the check digit is not.
    WrongCheckDigit,
    /// Not eleven digits, or no such date.
    Malformed,
}

/// Says what `text` is.
pub(crate) fn kind_of(text: &str) -> CodeKind {
    let Some(digits) = digits_of(text) else { return CodeKind::Malformed };
    let Some(year) = birth_year(&digits) else { return CodeKind::Malformed };
    if check_digit(&digits) != digits[10] {
        CodeKind::WrongCheckDigit
    } else if SYNTHETIC_YEARS.contains(&year) || PUBLISHED_TEST_CODES.contains(&text) {
        CodeKind::Synthetic
    } else {
        CodeKind::MayBeReal
    }
}

/// How many synthetic codes [`synthetic`] knows in all years, or in the last year alone.
pub(crate) fn how_many_synthetic(last_year_only: bool) -> i64 {
    2 * SERIALS * days(last_year_only)
}

/// The synthetic code at this place of their ascending order; `None` beyond the last one.
pub(crate) fn synthetic(place: i64, last_year_only: bool) -> Option<String> {
    let days = days(last_year_only);
    let (sex, rest) = (place.div_euclid(days * SERIALS), place.rem_euclid(days * SERIALS));
    if !(0..2).contains(&sex) {
        return None;
    }
    let date = first_day(last_year_only).checked_add(Span::new().days(rest / SERIALS)).ok()?;
    let stem = format!("{}{}{:03}", 5 + sex, date.strftime("%y%m%d"), rest % SERIALS);
    let check = check_digit(&digits_of(&format!("{stem}0"))?);
    Some(format!("{stem}{check}"))
}

fn first_day(last_year_only: bool) -> Date {
    let year = if last_year_only { SYNTHETIC_YEARS.end() } else { SYNTHETIC_YEARS.start() };
    Date::constant(*year, 1, 1)
}

fn days(last_year_only: bool) -> i64 {
    if last_year_only { 365 } else { 5 * 365 + 1 }
}

fn digits_of(text: &str) -> Option<[u32; 11]> {
    let digits: Vec<u32> = text.chars().map(|letter| letter.to_digit(10)).collect::<Option<_>>()?;
    digits.try_into().ok()
}

/// The year of birth, when the date exists.
fn birth_year(digits: &[u32; 11]) -> Option<i16> {
    let pair = |at: usize| i8::try_from(digits[at] * 10 + digits[at + 1]).ok();
    let century = match digits[0] {
        1 | 2 => 1800,
        3 | 4 => 1900,
        5 | 6 => 2000,
        7 | 8 => 2100,
        _ => return None,
    };
    let date = Date::new(century + i16::from(pair(1)?), pair(3)?, pair(5)?).ok()?;
    Some(date.year())
}

fn check_digit(digits: &[u32; 11]) -> u32 {
    let stage = |weights: [u32; 10]| {
        weights.iter().zip(digits).map(|(weight, digit)| weight * digit).sum::<u32>() % 11
    };
    match stage(FIRST_STAGE) {
        10 => match stage(SECOND_STAGE) {
            10 => 0,
            rest => rest,
        },
        rest => rest,
    }
}

#[cfg(test)]
mod tests {
    use super::{CodeKind, how_many_synthetic, kind_of, synthetic};

    #[test]
    fn synthetic_codes_ascend_are_valid_and_as_many_as_said() {
        for last_year_only in [true, false] {
            let count = how_many_synthetic(last_year_only);
            let mut before = String::new();
            for place in (0..count).step_by(4_999).chain([count - 1]) {
                let code = synthetic(place, last_year_only).unwrap();
                assert_eq!(kind_of(&code), CodeKind::Synthetic, "{code}");
                assert!(before < code, "{before} {code}");
                before = code;
            }
            assert_eq!(&before[..10], "6991231999");
            assert_eq!(
                (synthetic(count, last_year_only), synthetic(-1, last_year_only)),
                (None, None)
            );
        }
        assert_eq!([true, false].map(how_many_synthetic), [730_000, 3_652_000]);
    }

    #[test]
    fn both_stages_of_the_check_digit_and_the_date_count() {
        for (text, kind) in [
            ("69901010008", CodeKind::Synthetic),
            ("69901010019", CodeKind::Synthetic),
            ("69901010030", CodeKind::Synthetic),
            ("69901010020", CodeKind::Synthetic),
            ("69901010148", CodeKind::Synthetic),
            ("69901011050", CodeKind::Synthetic),
            ("60001019906", CodeKind::Synthetic),
            ("60001018800", CodeKind::Synthetic),
            ("60001017869", CodeKind::Synthetic),
            ("50001018865", CodeKind::Synthetic),
            ("69501010007", CodeKind::Synthetic),
            ("69412310009", CodeKind::MayBeReal),
            ("37605030299", CodeKind::MayBeReal),
            ("69901010009", CodeKind::WrongCheckDigit),
            ("69902290000", CodeKind::Malformed),
            ("69913010000", CodeKind::Malformed),
            ("09901010008", CodeKind::Malformed),
            ("99901010008", CodeKind::Malformed),
            ("6990101000", CodeKind::Malformed),
            ("699010100080", CodeKind::Malformed),
            ("6990101000õ", CodeKind::Malformed),
            ("٦٩٩٠١٠١٠٠٠٨", CodeKind::Malformed),
            ("", CodeKind::Malformed),
        ] {
            assert_eq!(kind_of(text), kind, "{text}");
        }
    }
}
