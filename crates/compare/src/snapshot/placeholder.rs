//! The words in brackets that stand for volatile values, and how a text that looks like one is
//! told apart.

use std::collections::BTreeSet;

/// Words that stand for a checked shape, or for something a table cannot show.
const WORDS: [&str; 10] = [
    "kuupäev",
    "aeg",
    "aeg käivituse ajal",
    "arv",
    "arv tekstina",
    "summa",
    "summa tekstina",
    "muster",
    "eiratud",
    "puudub",
];
/// Beginnings of numbered placeholders.
const NUMBERED: [&str; 4] = ["ISIK-", "IBAN-", "UUID-", "TUNNUS-"];
/// Bytes of the longest text in brackets.
pub(crate) const LONGEST: usize = 250;
/// What follows a placeholder of a value that was a JSON number and not a text.
pub(crate) const AS_NUMBER: &str = " arvuna";

/// Is it, without the brackets, a placeholder that this crate could write?
pub(crate) fn is_reserved(inner: &str) -> bool {
    let inner = inner.strip_suffix(AS_NUMBER).unwrap_or(inner);
    if WORDS.contains(&inner) {
        return true;
    }
    if let Some(hex) = inner.strip_prefix("U+") {
        return hex.len() >= 4 && hex.bytes().all(|byte| byte.is_ascii_hexdigit());
    }
    let digits = |rest: &str| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit());
    NUMBERED.iter().any(|start| inner.strip_prefix(start).is_some_and(digits))
}

/// Adds to `out` a text as it was received, with `\` before the bracket of whatever would read
/// as a placeholder: `[ISIK-1]` sent by the system under test is not the person of that number.
///
/// Backslashes that already stand before such a bracket are kept, so no two texts become one.
pub(crate) fn escape(text: &str, names: &BTreeSet<String>, out: &mut String) {
    let mut rest = text;
    while let Some(at) = memchr::memchr(b'[', rest.as_bytes()) {
        let (before, bracket) = rest.split_at(at);
        out.push_str(before);
        // Looking further would make a text of brackets quadratic.
        let near = &bracket.as_bytes()[1..bracket.len().min(LONGEST + 2)];
        let inner = near.iter().position(|&byte| byte == b']').map(|end| &bracket[1..=end]);
        let plain = |inner: &str| inner.strip_suffix(AS_NUMBER).unwrap_or(inner).to_owned();
        if inner.is_some_and(|inner| is_reserved(inner) || names.contains(&plain(inner))) {
            out.push('\\');
        }
        out.push('[');
        rest = &bracket[1..];
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_looks_like_a_placeholder_is_marked() {
        let names = BTreeSet::from(["Mari Maasikas".to_owned()]);
        for (text, expected) in [
            ("", ""),
            ("[a] [ISIK] [ISIK-x] [] ][ [", "[a] [ISIK] [ISIK-x] [] ][ ["),
            ("[ISIK-1]", "\\[ISIK-1]"),
            ("\\[ISIK-1]", "\\\\[ISIK-1]"),
            ("[[kuupäev]]", "[\\[kuupäev]]"),
            ("õ [Mari Maasikas], [Mari]", "õ \\[Mari Maasikas], [Mari]"),
            ("[Mari Maasikas arvuna] [U+000D]", "\\[Mari Maasikas arvuna] \\[U+000D]"),
        ] {
            let mut out = String::new();
            escape(text, &names, &mut out);
            assert_eq!(out, expected);
        }
    }
}
