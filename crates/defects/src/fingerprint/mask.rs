//! Takes the values out of sentences and paths, and leaves what names a place.

/// Stands for a value.
const HOLE: char = '#';

/// A step's sentence without its quoted texts and numbers: `taotlus on #`.
pub(super) fn sentence(text: &str) -> String {
    let mut masked = String::new();
    let mut rest = text;
    while let Some((before, quoted, after)) = quoted(rest) {
        masked.push_str(&numbers(before, 1));
        masked.push(HOLE);
        let _ = quoted;
        rest = after;
    }
    masked + &numbers(rest, 1)
}

/// A path without indexes, row numbers, dates and generated ids. What stands in quotes names a
/// row, a column or a key and stays, but for dates and ids of five digits or more.
pub(super) fn path(text: &str) -> String {
    let mut masked = String::new();
    let mut rest = text;
    while let Some((before, quoted, after)) = quoted(rest) {
        masked.push_str(&numbers(before, 1));
        masked.push_str(&numbers(quoted, 5));
        rest = after;
    }
    masked + &numbers(rest, 1)
}

/// The name of a scenario without the values of its example.
pub(super) fn name(text: &str, values: &[(String, String)]) -> String {
    let mut name = text.to_owned();
    for (column, value) in values.iter().filter(|(_, value)| !value.trim().is_empty()) {
        name = name.replace(value.as_str(), &format!("<{column}>"));
    }
    name
}

/// The first quoted part: what stands before it, it with its quotes, what follows.
fn quoted(text: &str) -> Option<(&str, &str, &str)> {
    let (start, open) = text.char_indices().find(|(_, c)| matches!(c, '"' | '„' | '\''))?;
    let closing: &[char] = match open {
        '„' => &['“', '”'],
        '"' => &['"'],
        _ => &['\''],
    };
    let inner = start + open.len_utf8();
    let (end, close) = closing_quote(&text[inner..], closing)?;
    let end = inner + end + close.len_utf8();
    Some((&text[..start], &text[start..end], &text[end..]))
}

/// The first closing quote that no backslash stands before.
fn closing_quote(text: &str, closing: &[char]) -> Option<(usize, char)> {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        if !escaped && closing.contains(&c) {
            return Some((at, c));
        }
        escaped = !escaped && c == '\\';
    }
    None
}

/// UUIDs, dates, and numbers of at least so many digits replaced. A digit that belongs to a name
/// (`periood2`) stays.
fn numbers(text: &str, digits: usize) -> String {
    let mut masked = String::new();
    let mut rest = text;
    let mut before: Option<char> = None;
    while let Some(c) = rest.chars().next() {
        let part_of_name = before.is_some_and(|b| b.is_alphanumeric() || b == '_');
        let length = if part_of_name { 0 } else { value(rest, digits) };
        if length > 0 {
            masked.push(HOLE);
            before = Some('0');
            rest = &rest[length..];
        } else {
            masked.push(c);
            before = Some(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    masked
}

/// Bytes of the value that the text begins with; 0 when it begins with none.
fn value(text: &str, digits: usize) -> usize {
    let bytes = text.as_bytes();
    let shape = |pattern: &str| {
        let fits = |(byte, sign): (&u8, u8)| match sign {
            b'x' => byte.is_ascii_hexdigit(),
            b'9' => byte.is_ascii_digit(),
            plain => *byte == plain,
        };
        bytes.len() >= pattern.len()
            && bytes.iter().zip(pattern.bytes()).all(fits)
            && !bytes.get(pattern.len()).is_some_and(u8::is_ascii_alphanumeric)
    };
    let known = [
        "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
        "9999-99-99T99:99:99",
        "9999-99-99",
        "99.99.9999",
        "9.99.9999",
        "99.9.9999",
        "9.9.9999",
    ];
    if let Some(pattern) = known.into_iter().find(|pattern| shape(pattern)) {
        return pattern.len();
    }
    let run = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let in_name =
        text[run..].chars().next().is_some_and(|next| next.is_alphanumeric() || next == '_');
    if run >= digits && run > 0 && !in_name { run } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lose_what_changes_from_run_to_run() {
        for (text, expected) in [
            (
                "rida „otsuse tegemine“, veerg „arveldaja“",
                "rida „otsuse tegemine“, veerg „arveldaja“",
            ),
            ("rida 26", "rida #"),
            ("rida 26, veerg „2. aste“", "rida #, veerg „2. aste“"),
            ("rida „69901010008“, veerg „roll“", "rida „#“, veerg „roll“"),
            ("rida „2026-12-31, a“", "rida „#, a“"),
            ("$.a[3].b", "$.a[#].b"),
            ("$.a[3]['võti 12'][0]", "$.a[#]['võti 12'][#]"),
            (r"$['a\'12'].x[7]", r"$['a\'12'].x[#]"),
            ("$.periood2.summa_3", "$.periood2.summa_3"),
            ("$.x.3f2a5b6c-0000-4111-8222-abcdefabcdef.y", "$.x.#.y"),
            ("$.31.12.2026", "$.#"),
            ("sotsiaaltöötaja", "sotsiaaltöötaja"),
            ("rida „lahtine 5", "rida „lahtine #"),
            ("", ""),
        ] {
            assert_eq!(path(text), expected, "{text}");
        }
    }

    #[test]
    fn sentences_lose_their_values() {
        for (text, expected) in [
            ("taotlus on \"jäetud rahuldamata\"", "taotlus on #"),
            ("logis on 12 kirjet päevast 1.3.2026", "logis on # kirjet päevast #"),
            ("roll „a“ ja 'b'", "roll # ja #"),
            ("II astme 2b vorm", "II astme 2b vorm"),
        ] {
            assert_eq!(sentence(text), expected, "{text}");
        }
    }
}
