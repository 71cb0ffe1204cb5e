//! Numbers as people and programs write them, exact: `1 234,56`, `-0.01`, `12`.

use std::{cmp::Ordering, fmt};

/// More digits than this are no number to compute with; they are compared as texts.
const MOST_DIGITS: usize = 36;

/// An exact decimal: `mantissa` / 10^`scale`.
#[derive(Clone, Copy, Debug)]
pub struct Number {
    pub(crate) mantissa: i128,
    pub(crate) scale: u32,
}

/// What a cell's text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Number(Number),
    /// Meant as a number, but in a writing that can be misread: `1e3`, `1.234,56`, `12 34`.
    Odd,
    Text,
}

impl Number {
    /// Reads `1 234,56`, with any kind of space between groups of three, or `1234.56`.
    pub fn parse(text: &str) -> Option<Self> {
        match shape(text.as_bytes()) {
            Shape::Number(number) => Some(number),
            _ => None,
        }
    }

    /// This number less another; `None` where the digits would not fit.
    pub(crate) fn minus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let mantissa = self.at(scale)?.checked_sub(other.at(scale)?)?;
        Some(Self { mantissa, scale })
    }

    pub(crate) const fn abs(self) -> Self {
        Self { mantissa: self.mantissa.abs(), ..self }
    }

    /// The mantissa at a larger scale.
    pub(crate) fn at(self, scale: u32) -> Option<i128> {
        self.mantissa.checked_mul(10_i128.checked_pow(scale.checked_sub(self.scale)?)?)
    }

    /// Without zeros at the end of the fraction.
    pub(crate) const fn normal(mut self) -> Self {
        while self.scale > 0 && self.mantissa % 10 == 0 {
            self.mantissa /= 10;
            self.scale -= 1;
        }
        self
    }

    /// With this decimal mark, as many decimals as it has.
    pub(crate) fn written(self, mark: char) -> String {
        let digits = self.mantissa.unsigned_abs().to_string();
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let places = self.scale as usize;
        if places == 0 {
            return format!("{sign}{digits}");
        }
        let padded = format!("{digits:0>width$}", width = places + 1);
        let (whole, fraction) = padded.split_at(padded.len() - places);
        format!("{sign}{whole}{mark}{fraction}")
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written('.'))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        let scale = self.scale.max(other.scale);
        match (self.at(scale), other.at(scale)) {
            (Some(left), Some(right)) => left.cmp(&right),
            // One is so long that it cannot be brought to the other's scale: it is the farther.
            (None, _) => self.mantissa.cmp(&0),
            (_, None) => 0.cmp(&other.mantissa),
        }
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Number {}

/// What these bytes are. `007` is a text: its zeros mean something.
pub(crate) fn shape(text: &[u8]) -> Shape {
    match plain(text) {
        Some(number) => Shape::Number(number),
        None => slow(text),
    }
}

/// The writing of nearly all numbers: at most 18 digits, one mark, nothing else.
#[inline]
fn plain(text: &[u8]) -> Option<Number> {
    let (negative, digits) = match text.split_first() {
        Some((b'-', rest)) => (true, rest),
        _ => (false, text),
    };
    if digits.is_empty() || digits.len() > 18 {
        return None;
    }
    let (mut value, mut mark) = (0_i64, usize::MAX);
    for (at, &byte) in digits.iter().enumerate() {
        let digit = byte.wrapping_sub(b'0');
        if digit < 10 {
            value = value * 10 + i64::from(digit);
        } else if (byte == b'.' || byte == b',') && mark == usize::MAX {
            mark = at;
        } else {
            return None;
        }
    }
    let whole = if mark == usize::MAX { digits.len() } else { mark };
    if whole == 0 || whole + 1 == digits.len() || (whole > 1 && digits[0] == b'0') {
        return None;
    }
    let scale = digits.len().saturating_sub(whole + 1) as u32;
    let mantissa = i128::from(if negative { -value } else { value });
    Some(Number { mantissa, scale })
}

fn slow(bytes: &[u8]) -> Shape {
    // A number begins with a sign or digit, or with a space or a mark before them.
    if !bytes.iter().any(u8::is_ascii_digit) {
        return Shape::Text;
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return Shape::Text };
    let text = text.trim().trim_end_matches('€').trim_end();
    let (negative, rest) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    if let Some(number) = grouped(negative, rest) {
        return Shape::Number(number);
    }
    if odd(text) { Shape::Odd } else { Shape::Text }
}

fn grouped(negative: bool, text: &str) -> Option<Number> {
    let (whole, fraction) = match text.split_once([',', '.']) {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (text, ""),
    };
    let groups: Vec<&str> = whole.split(is_space).collect();
    let right = groups.len() == 1
        || (matches!(groups[0].len(), 1..=3) && groups[1..].iter().all(|group| group.len() == 3));
    let all = format!("{}{fraction}", groups.concat());
    let digits = !all.is_empty() && all.bytes().all(|byte| byte.is_ascii_digit());
    let zeros = groups[0].len() > 1 && whole.starts_with('0');
    if !right || !digits || zeros || groups[0].is_empty() || all.len() > MOST_DIGITS {
        return None;
    }
    let mantissa: i128 = all.parse().ok()?;
    let mantissa = if negative { -mantissa } else { mantissa };
    Some(Number { mantissa, scale: fraction.len() as u32 })
}

/// The spaces people and programs put between thousands.
fn is_space(sign: char) -> bool {
    matches!(sign, ' ' | '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}')
}

fn odd(text: &str) -> bool {
    let exponent = |(mantissa, power): (&str, &str)| {
        let power = power.strip_prefix(['+', '-']).unwrap_or(power);
        let all = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let mantissa = mantissa.strip_prefix(['-', '−', '+']).unwrap_or(mantissa);
        all(power) && all(&mantissa.replace(['.', ','], ""))
    };
    if text.split_once(['e', 'E']).is_some_and(exponent) {
        return true;
    }
    let rest = text.strip_prefix(['-', '−', '+']).unwrap_or(text);
    let signs = rest
        .chars()
        .all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | ',' | '\'') || is_space(sign));
    // `007` and dates are texts; a mark or a space too many makes an unclear number.
    let marks = rest.contains([',', '\'']) || rest.contains(is_space) || rest.starts_with('.');
    let plus = text.starts_with('+') && !rest.is_empty();
    signs && (marks || plus || rest.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_exactly_in_both_writings() {
        for (text, expected) in [
            ("1 234,56", "1234.56"),
            ("1\u{a0}234\u{202f}567,5", "1234567.5"),
            ("1\u{2009}234,56 €", "1234.56"),
            ("-0,01", "-0.01"),
            ("−12", "-12"),
            ("0", "0"),
            ("0.500", "0.500"),
            (" 12 ", "12"),
            ("123456789012345678901234567890.12", "123456789012345678901234567890.12"),
        ] {
            assert_eq!(Number::parse(text).map(|one| one.to_string()).as_deref(), Some(expected));
        }
        for odd in ["1e3", "1,5E-3", "1.234,56", "12 34", "1,", ",5", "+5", "1,234,567", "1'000"] {
            assert_eq!(shape(odd.as_bytes()), Shape::Odd, "{odd}");
        }
        for text in
            ["", "-", "007", "31.12.2026", "2026-12-31", "1.2.3", "abc", "A1", "-01", "1a", "1 a"]
        {
            assert_eq!(shape(text.as_bytes()), Shape::Text, "{text}");
        }
    }

    #[test]
    fn order_and_difference_are_exact() {
        let number = |text: &str| Number::parse(text).unwrap();
        assert_eq!(number("1.0"), number("1,000"));
        assert!(number("0.1") < number("0.10001"));
        assert_eq!(number("191.6496").minus(number("191.64")).unwrap().to_string(), "0.0096");
        let long = "9".repeat(36);
        assert!(number(&long) > number("0.123456"));
        assert!(number(&format!("-{long}")) < number("0.123456"));
    }
}
