//! Amounts of money: exact decimals, written `1 234,56 €` for people.

use rust_decimal::Decimal;

/// Reads `1 234,56 €`, `1234,56`, `-0,01 €` (any space between groups of three) or `1234.56`.
///
/// Money has at most two decimals; more are refused, never rounded.
pub fn parse(text: &str) -> Option<Decimal> {
    let text = text.trim().trim_end_matches('€').trim_end();
    let (negative, text) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, cents) = text.split_once([',', '.']).unwrap_or((text, ""));
    let groups: Vec<&str> = whole.split([' ', '\u{a0}', '\u{202f}']).collect();
    let grouped = groups.len() == 1
        || (matches!(groups[0].len(), 1..=3) && groups[1..].iter().all(|group| group.len() == 3));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let whole = groups.concat();
    if !grouped || whole.is_empty() || !digits(&whole) || !digits(cents) || cents.len() > 2 {
        return None;
    }
    if text.contains([',', '.']) && cents.is_empty() {
        return None;
    }
    let value: Decimal = format!("{whole}.{cents:0<2}").parse().ok()?;
    Some(if negative { -value } else { value })
}

/// As people read it: `1 234,56 €`, with no-break spaces.
pub fn show(amount: Decimal) -> String {
    let text = format!("{:.2}", amount.abs());
    let (whole, cents) = text.split_once('.').unwrap_or((&text, "00"));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            grouped.push('\u{a0}');
        }
        grouped.push(digit);
    }
    let sign = if amount.is_sign_negative() && !amount.is_zero() { "−" } else { "" };
    format!("{sign}{grouped},{cents}\u{a0}€")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_exactly_or_refused() {
        for (text, cents) in [
            ("1 234,56 €", 123_456),
            ("1\u{a0}234,56\u{a0}€", 123_456),
            ("1234,5", 123_450),
            ("0", 0),
            ("-0,01 €", -1),
            ("−12 €", -1_200),
            ("1234.56", 123_456),
        ] {
            assert_eq!(parse(text), Some(Decimal::new(cents, 2)), "{text}");
        }
        for wrong in ["", "€", "1,234,56", "12 34,56", "1e3", "1,", "0,005", "1 2345", "üks"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
        assert_eq!(show(Decimal::new(123_456_789, 2)), "1\u{a0}234\u{a0}567,89\u{a0}€");
        assert_eq!(show(Decimal::new(-1, 2)), "−0,01\u{a0}€");
    }
}
