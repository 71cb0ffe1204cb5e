//! The Estonian personal code (isikukood) and which codes this system takes as persons: synthetic ones only.
//!
//! Form: G YYMMDD SSS C. G gives century and sex (1/2 the 1800s … 7/8 the 2100s), C is a check digit in two stages.

use jiff::civil::Date;

/// Published test codes; no living person bears them.
const PUBLISHED_TEST_CODES: [&str; 4] =
    ["60001019906", "60001018800", "60001017869", "50001018865"];
const FIRST_STAGE: [u32; 10] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1];
const SECOND_STAGE: [u32; 10] = [3, 4, 5, 6, 7, 8, 9, 1, 2, 3];

/// What a text is, taken as a personal code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CodeKind {
    /// Born in 2099, or a published test code.
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
    } else if year == 2099 || PUBLISHED_TEST_CODES.contains(&text) {
        CodeKind::Synthetic
    } else {
        CodeKind::MayBeReal
    }
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
    use super::{CodeKind, kind_of};

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
