//! Numbers within texts: exact decimals as people and systems write them.

use rust_decimal::Decimal;

/// Reads `1 234,56`, `1234.56`, `-0,01 €` or JSON's `1.5e3`, exactly; `None` when it is no number
/// or has more digits than can be kept (28).
pub(crate) fn parse(text: &str) -> Option<Decimal> {
    let text = text.strip_suffix('€').map_or(text, str::trim_end);
    let (negative, digits) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    if !digits.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let plain = ungrouped(digits)?;
    let value = match plain.contains(['e', 'E']) {
        true => Decimal::from_scientific(&plain).ok()?,
        false => Decimal::from_str_exact(&plain).ok()?,
    };
    Some(if negative { -value } else { value })
}

/// Is it an amount of money with exactly two decimals?
pub(crate) fn is_amount(text: &str) -> bool {
    let bare = text.strip_suffix('€').map_or(text, str::trim_end);
    let cents = bare.rsplit_once(['.', ',']).map(|(_, cents)| cents.len());
    cents == Some(2) && !bare.contains(['e', 'E']) && parse(text).is_some()
}

/// Without spaces between groups of three, with a decimal point.
fn ungrouped(text: &str) -> Option<String> {
    let (whole, fraction) = match text.find([',', '.']) {
        Some(at) => (&text[..at], Some(&text[at + 1..])),
        None => (text, None),
    };
    let groups: Vec<&str> = whole.split([' ', '\u{a0}', '\u{202f}']).collect();
    let grouped = groups.len() == 1
        || (matches!(groups[0].len(), 1..=3) && groups[1..].iter().all(|group| group.len() == 3));
    let inside = |c: char| c.is_ascii_digit() || matches!(c, 'e' | 'E' | '+' | '-');
    let fraction_fits = fraction.is_none_or(|part| {
        part.starts_with(|c: char| c.is_ascii_digit()) && part.chars().all(inside)
    });
    if !grouped || !fraction_fits {
        return None;
    }
    let whole = groups.concat();
    Some(match fraction {
        Some(fraction) => format!("{whole}.{fraction}"),
        None => whole,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_exactly_or_refused() {
        for (text, expected) in [
            ("0", "0"),
            ("1 234,56 €", "1234.56"),
            ("1\u{a0}234\u{202f}567", "1234567"),
            ("-0,005", "-0.005"),
            ("−12", "-12"),
            ("1.5e3", "1500"),
            ("1E-2", "0.01"),
            ("191.6496", "191.6496"),
        ] {
            assert_eq!(parse(text), Some(expected.parse().unwrap()), "{text}");
        }
        for wrong in [
            "",
            "€",
            "-",
            "1,",
            ",5",
            "1,2,3",
            "12 34",
            "1 2345",
            "+1",
            "--1",
            "1e",
            "üks",
            " 1",
            "NaN",
            "0.12345678901234567890123456789012345",
            "1e999",
            "0x10",
        ] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn an_amount_has_two_decimals() {
        for (text, expected) in [
            ("12.50", true),
            ("1 234,56 €", true),
            ("-0,01", true),
            ("12.5", false),
            ("12", false),
            ("12.500", false),
            ("1.5e2", false),
            ("12,5o", false),
        ] {
            assert_eq!(is_amount(text), expected, "{text}");
        }
    }
}
