//! Digits as people and programs write them: ASCII, full-width and other digits, what may stand
//! between them without being seen, and what people put between groups.

/// Digits of other scripts, by their zero: Arabic, Persian, Devanagari, full-width, mathematical.
const ZEROS: [char; 9] = [
    '\u{660}',
    '\u{6F0}',
    '\u{966}',
    '\u{FF10}',
    '\u{1D7CE}',
    '\u{1D7D8}',
    '\u{1D7E2}',
    '\u{1D7EC}',
    '\u{1D7F6}',
];

/// At most this many signs stand between two groups (` - `).
const LONGEST_GAP: usize = 3;

/// Digits of a longer group are not kept: it is no code.
const KEPT: usize = 20;

/// Digits with nothing visible between them.
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// First byte.
    pub(super) start: usize,
    /// After the last digit.
    pub(super) end: usize,
    /// What stands before it, if another group does.
    pub(super) gap: Gap,
    digits: [u8; KEPT],
    count: usize,
}

/// What stands between two groups.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Gap {
    /// Is it the end of a line?
    pub(super) is_break: bool,
}

impl Group {
    /// The values of the digits; none when there are more than a code may have.
    pub(super) fn digits(&self) -> &[u8] {
        self.digits.get(..self.count).unwrap_or_default()
    }
}

/// May a digit begin with this byte?
pub(super) const fn is_digit_start(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | 0xD9 | 0xDB | 0xE0 | 0xEF | 0xF0)
}

/// The longest group that begins here.
pub(super) fn group_at(bytes: &[u8], start: usize) -> Option<Group> {
    let mut group = Group { start, end: start, gap: Gap::default(), digits: [0; KEPT], count: 0 };
    let mut at = start;
    loop {
        let from = at;
        // Most digits are ASCII and stand side by side.
        let plain = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        for (place, byte) in group.digits.iter_mut().skip(group.count).zip(&bytes[at..at + plain]) {
            *place = byte - b'0';
        }
        group.count += plain;
        at += plain;
        if let Some((digit, length)) = foreign_digit_at(bytes, at) {
            if let Some(place) = group.digits.get_mut(group.count) {
                *place = digit;
            }
            group.count += 1;
            at += length;
        }
        if at == from {
            break;
        }
        group.end = at;
        while let Some(length) = unseen_at(bytes, at) {
            at += length;
        }
    }
    (group.count > 0).then_some(group)
}

/// The gap that begins here and where it ends, if a digit may follow it.
pub(super) fn after_digit(bytes: &[u8], start: usize) -> Option<(Gap, usize)> {
    let mut gap = Gap::default();
    let mut at = start;
    let mut signs = 0;
    loop {
        if let Some(length) = unseen_at(bytes, at) {
            at += length;
            continue;
        }
        let Some((length, is_break)) = sign_at(bytes, at) else { break };
        signs += 1;
        if signs > LONGEST_GAP {
            return None;
        }
        gap.is_break |= is_break;
        at += length;
    }
    (signs > 0).then_some((gap, at))
}

/// A digit of another script.
fn foreign_digit_at(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    let byte = *bytes.get(at)?;
    if byte.is_ascii() || !is_digit_start(byte) {
        return None;
    }
    let letter = char_at(bytes, at)?;
    ZEROS.iter().find_map(|zero| {
        let digit = u32::from(letter).checked_sub(u32::from(*zero)).filter(|digit| *digit < 10)?;
        Some((u8::try_from(digit).ok()?, letter.len_utf8()))
    })
}

/// NUL (UTF-16 read as bytes), signs without width, soft hyphen, byte order mark.
fn unseen_at(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at..)? {
        [0, ..] => Some(1),
        [0xC2, 0xAD, ..] => Some(2),
        [0xE2, 0x80, 0x8B..=0x8F, ..]
        | [0xE2, 0x80, 0xAA..=0xAE, ..]
        | [0xE2, 0x81, 0xA0, ..]
        | [0xEF, 0xBB, 0xBF, ..] => Some(3),
        _ => None,
    }
}

/// A space, dash or line break of any kind, and whether it is the end of a line.
fn sign_at(bytes: &[u8], at: usize) -> Option<(usize, bool)> {
    match bytes.get(at..)? {
        [b'\r', b'\n', ..] => Some((2, true)),
        [b'\n' | b'\r', ..] => Some((1, true)),
        [b' ' | b'\t' | b'-' | b'_' | b'+', ..] => Some((1, false)),
        // No-break space; the same in the bytes of a one-byte code page.
        [0xC2, 0xA0, ..] => Some((2, false)),
        [0xA0 | 0x96 | 0x97, ..] => Some((1, false)),
        // Spaces of all widths, hyphens and dashes, line and paragraph separators, minus.
        [0xE2, 0x80, 0x80..=0x8A | 0x90..=0x95 | 0xAF, ..]
        | [0xE2, 0x81, 0x9F, ..]
        | [0xE2, 0x88, 0x92, ..]
        | [0xE3, 0x80, 0x80, ..] => Some((3, false)),
        [0xE2, 0x80, 0xA8 | 0xA9, ..] => Some((3, true)),
        _ => None,
    }
}

/// The letter that begins here, if the bytes are UTF-8.
fn char_at(bytes: &[u8], at: usize) -> Option<char> {
    let bytes = bytes.get(at..bytes.len().min(at + 4))?;
    let valid = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).ok()?,
    };
    valid.chars().next()
}
