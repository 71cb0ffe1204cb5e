//! Finding personal codes and Estonian account numbers in any text.

use std::ops::Range;

use rakis_model::PersonalCode;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum CodeKind {
    /// A valid personal code.
    Person,
    /// A valid Estonian IBAN, with or without spaces between groups of four.
    Iban,
}

/// A code in a text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Code {
    /// Which sort.
    pub(crate) kind: CodeKind,
    /// Where it stands, in bytes.
    pub(crate) at: Range<usize>,
    /// The code without spaces, in capitals.
    pub(crate) value: String,
}

/// Bytes of the shortest code.
const SHORTEST: usize = 11;

/// Every code of a text, in its order: runs of exactly eleven digits that are a personal code,
/// and `EE` with eighteen digits whose check digits fit (ISO 13616).
pub(crate) fn find(text: &str) -> Vec<Code> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = if bytes.len() < SHORTEST { bytes.len() } else { 0 };
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        if let Some(code) = iban(bytes, at) {
            at = code.at.end;
            found.push(code);
            continue;
        }
        let end = at + bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if end - at == SHORTEST
            && let Some(code) = PersonalCode::parse(&text[at..end])
        {
            let value = code.as_str().to_owned();
            found.push(Code { kind: CodeKind::Person, at: at..end, value });
        }
        at = end;
    }
    found
}

/// An account number whose first digit stands at `digit`.
fn iban(bytes: &[u8], digit: usize) -> Option<Code> {
    let start = digit.checked_sub(2)?;
    let [b'E' | b'e', b'E' | b'e'] = bytes[start..digit] else { return None };
    if start > 0 && bytes[start - 1].is_ascii_alphanumeric() {
        return None;
    }
    let mut digits = [0; 18];
    let mut at = digit;
    for (place, kept) in digits.iter_mut().enumerate() {
        // One space may stand before each group of four, `EE` being half of the first.
        if bytes.get(at) == Some(&b' ') && (place + 2).is_multiple_of(4) {
            at += 1;
        }
        *kept = *bytes.get(at).filter(|byte| byte.is_ascii_digit())?;
        at += 1;
    }
    let ended = bytes.get(at).is_none_or(|byte| !byte.is_ascii_alphanumeric());
    if !ended || !fits(&digits) {
        return None;
    }
    let digits = digits.iter().map(|digit| char::from(*digit));
    let value = "EE".chars().chain(digits).collect();
    Some(Code { kind: CodeKind::Iban, at: start..at, value })
}

/// Modulo 97 of the digits with `EE` (14 14) and the check digits moved to the end is 1.
fn fits(digits: &[u8; 18]) -> bool {
    let (check, account) = digits.split_at(2);
    let moved = account.iter().chain(b"1414").chain(check);
    moved.fold(0_u32, |rest, byte| (rest * 10 + u32::from(byte - b'0')) % 97) == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = find(text)
            .iter()
            .map(|one| format!("{:?} {}", one.kind, &text[one.at.clone()]))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn codes_are_found_wherever_they_stand() {
        check("60001019906", &["Person 60001019906"]);
        check("EE60001019906, õ60001019906õ", &["Person 60001019906", "Person 60001019906"]);
        check("160001019906 600010199061 60001019905 6000101990", &[]);
        check("EE382200221020145685", &["Iban EE382200221020145685"]);
        check("konto ee38 2200 2210 2014 5685.", &["Iban ee38 2200 2210 2014 5685"]);
        check("EE382200221020145686 XEE382200221020145685 EE3822002210201456851", &[]);
        check("EE38220022102014568 EE38  2200 2210 2014 5685", &[]);
        check("", &[]);
        assert_eq!(find("ee38 2200 2210 2014 5685")[0].value, "EE382200221020145685");
    }
}
