//! Escapes resolved, one level of them: `%33`, `\u0033`, `\x33`, `&#51;`, `&nbsp;`, `=33`.

use super::view::View;

/// Names of HTML for what people put between digits, and for what begins another escape.
const ENTITIES: [(&[u8], char); 14] = [
    (b"nbsp;", '\u{A0}'),
    (b"amp;", '&'),
    (b"percnt;", '%'),
    (b"bsol;", '\\'),
    (b"num;", '#'),
    (b"ensp;", '\u{2002}'),
    (b"emsp;", '\u{2003}'),
    (b"thinsp;", '\u{2009}'),
    (b"NewLine;", '\n'),
    (b"shy;", '\u{AD}'),
    (b"ndash;", '\u{2013}'),
    (b"minus;", '\u{2212}'),
    (b"zwnj;", '\u{200C}'),
    (b"zwj;", '\u{200D}'),
];

/// Longer than this, `\u003` and `&#x3`, an escape is not without being whole.
const LONGEST_UNFINISHED: usize = 6;

/// So many bytes are looked over at once.
const CHUNK: usize = 64;

/// The text with its escapes resolved; `None` when there is none.
pub(super) fn resolve(bytes: &[u8]) -> Option<View> {
    let mut view: Option<View> = None;
    let mut copied = 0;
    let mut at = 0;
    while let Some(next) = next_mark(bytes, at) {
        at = next;
        let Some((read, length)) = escape_at(bytes, at) else {
            // All backslashes of a row at once: each would count the others again.
            at += bytes[at..].iter().take_while(|byte| **byte == b'\\').count().max(1);
            continue;
        };
        let view = view.get_or_insert_with(|| View::with_room(bytes.len()));
        view.copy(&bytes[copied..at], copied);
        match read {
            Read::Byte(byte) => view.push(byte, at),
            Read::Char(letter) => view.push_char(letter, at),
            Read::Nothing => {}
        }
        at += length;
        copied = at;
    }
    let mut view = view?;
    view.copy(&bytes[copied..], copied);
    view.close(bytes.len());
    Some(view)
}

/// May an escape begin with this byte?
const fn is_mark(byte: u8) -> bool {
    matches!(byte, b'%' | b'\\' | b'&' | b'=')
}

/// The next byte from here on that an escape may begin with.
fn next_mark(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    // Most texts have none, and many bytes are looked over at once where no one asks which it is.
    while let Some(chunk) = bytes.get(at..at + CHUNK)
        && !chunk.iter().fold(false, |any, byte| any | is_mark(*byte))
    {
        at += CHUNK;
    }
    let next = bytes.get(at..)?.iter().position(|byte| is_mark(*byte))?;
    Some(at + next)
}

/// Where an escape begins that the end of the text cuts off, else the end.
pub(super) fn before_unfinished(bytes: &[u8]) -> usize {
    let tail = bytes.len().saturating_sub(LONGEST_UNFINISHED);
    let Some(at) = bytes[tail..].iter().rposition(|byte| is_mark(*byte)).map(|at| tail + at) else {
        return bytes.len();
    };
    let after = &bytes[at + 1..];
    let (mark, longest) = match (bytes[at], after.first()) {
        (b'%' | b'=', _) => (0, 1),
        (b'\\', Some(b'u')) => (1, 3),
        (b'\\', _) => (1, 1),
        _ => (1, 4),
    };
    let digits = after.get(mark..).unwrap_or_default();
    let unfinished = digits.len() <= longest
        && digits.iter().all(|byte| byte.is_ascii_hexdigit() || *byte == b'x')
        && escape_at(bytes, at).is_none();
    if !unfinished {
        return bytes.len();
    }
    at - bytes[..at].iter().rev().take_while(|byte| **byte == b'\\').count()
}

enum Read {
    Byte(u8),
    Char(char),
    Nothing,
}

/// What the escape that begins here stands for, and its length.
fn escape_at(bytes: &[u8], at: usize) -> Option<(Read, usize)> {
    let (before, bytes) = bytes.split_at_checked(at)?;
    match bytes.first()? {
        b'%' => Some((Read::Byte(hex_byte(bytes.get(1..3)?)?), 3)),
        b'\\' => backslash(bytes),
        b'&' => entity(bytes),
        b'=' => quoted_printable(before, bytes),
        _ => None,
    }
}

/// JSON, JSON within JSON, and the languages that write likewise: any number of backslashes, then
/// what they escape. Quotes and letters that stand for nothing between digits stay as they are.
fn backslash(bytes: &[u8]) -> Option<(Read, usize)> {
    let slashes = bytes.iter().take_while(|byte| **byte == b'\\').count();
    let after = &bytes[slashes..];
    let (read, length) = match after.first()? {
        b'u' | b'U' if after.get(1) == Some(&b'{') => {
            let digits = after[2..].iter().take(6).take_while(|b| b.is_ascii_hexdigit()).count();
            (after.get(2 + digits) == Some(&b'}')).then_some(())?;
            (Read::Char(hex_char(&after[2..2 + digits])?), digits + 3)
        }
        b'u' => (Read::Char(hex_char(after.get(1..5)?)?), 5),
        b'U' => (Read::Char(hex_char(after.get(1..9)?)?), 9),
        b'x' => (Read::Byte(hex_byte(after.get(1..3)?)?), 3),
        b'n' => (Read::Byte(b'\n'), 1),
        b'r' => (Read::Byte(b'\r'), 1),
        b't' => (Read::Byte(b'\t'), 1),
        b'0' if !after.get(1).is_some_and(u8::is_ascii_digit) => (Read::Byte(0), 1),
        b'/' => (Read::Byte(b'/'), 1),
        _ => return None,
    };
    Some((read, slashes + length))
}

fn entity(bytes: &[u8]) -> Option<(Read, usize)> {
    let after = &bytes[1..];
    let Some(number) = after.strip_prefix(b"#") else {
        let (name, letter) = ENTITIES.iter().find(|(name, _)| after.starts_with(name))?;
        return Some((Read::Char(*letter), 1 + name.len()));
    };
    let (digits, radix, prefix) = match number.first()? {
        b'x' | b'X' => (&number[1..], 16, 3),
        _ => (number, 10, 2),
    };
    let is_digit = |byte: &&u8| char::from(**byte).is_digit(radix);
    let count = digits.iter().take(8).take_while(is_digit).count();
    let text = std::str::from_utf8(&digits[..count]).ok()?;
    let letter = char::from_u32(u32::from_str_radix(text, radix).ok()?)?;
    // HTML has no others below; and `&#5` at the end of a text that was cut off is half a digit.
    (letter >= '\t').then_some(())?;
    // A reader of HTML takes it without the semicolon too.
    let length = prefix + count + usize::from(digits.get(count) == Some(&b';'));
    Some((Read::Char(letter), length))
}

/// Mail: only digits in a row, blanks and line ends, because `=` stands in many texts that are none.
fn quoted_printable(before: &[u8], bytes: &[u8]) -> Option<(Read, usize)> {
    let digit = |bytes: &[u8]| matches!(bytes, [b'=', b'3', b'0'..=b'9']);
    let in_a_row = || {
        let last = before.last_chunk::<3>().is_some_and(|bytes| digit(bytes));
        last || bytes.get(3..6).is_some_and(digit)
    };
    match bytes.get(1..)? {
        [b'\r', b'\n', ..] => Some((Read::Nothing, 3)),
        [b'\n', ..] => Some((Read::Nothing, 2)),
        [b'2', b'0' | b'D', ..] | [b'A', b'0', ..] => {
            Some((Read::Byte(hex_byte(&bytes[1..3])?), 3))
        }
        [_, _, ..] if digit(&bytes[..3]) && in_a_row() => {
            Some((Read::Byte(hex_byte(&bytes[1..3])?), 3))
        }
        _ => None,
    }
}

fn hex_byte(digits: &[u8]) -> Option<u8> {
    u8::try_from(hex(digits)?).ok()
}

fn hex_char(digits: &[u8]) -> Option<char> {
    char::from_u32(hex(digits)?)
}

fn hex(digits: &[u8]) -> Option<u32> {
    (!digits.is_empty()).then_some(())?;
    digits.iter().try_fold(0_u32, |value, digit| {
        Some(value.checked_mul(16)? + char::from(*digit).to_digit(16)?)
    })
}
