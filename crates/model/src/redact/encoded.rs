//! Bytes written as letters: base64 of both alphabets at any offset, and hex.

use super::view::View;

/// Base64 letters that eleven bytes fill, at the least.
const SHORTEST_BASE64: usize = 15;
/// Groups of four letters in a row that must look like text before anything is decoded.
const TEXTUAL_GROUPS: usize = 3;
/// Letters below this one hold the top of a byte of ASCII.
const TEXTUAL: u8 = 32;
/// Pairs of hex that eleven bytes fill.
const SHORTEST_HEX: usize = 11;

/// The views of every run of base64 that may hold text, each of its four possible beginnings.
pub(super) fn base64(bytes: &[u8], look: &mut dyn FnMut(&View, bool)) {
    let mut at = 0;
    while at < bytes.len() {
        // A run of fifteen letters covers a place in fifteen: the others need not be looked at.
        let probe = at + SHORTEST_BASE64 - 1;
        if !bytes.get(probe).is_some_and(|byte| is_letter_or_break(*byte)) {
            at = probe + 1;
            continue;
        }
        let back = bytes[at..probe].iter().rev().take_while(|b| is_letter_or_break(**b)).count();
        let start = probe - back;
        let ahead = bytes[probe..].iter().take_while(|byte| is_letter_or_break(**byte)).count();
        let end = probe + ahead;
        if end - start >= SHORTEST_BASE64 {
            base64_run(bytes, start, end, look);
        }
        at = end + 1;
    }
}

fn base64_run(bytes: &[u8], start: usize, end: usize, look: &mut dyn FnMut(&View, bool)) {
    let textual = |byte: &&u8| VALUES[usize::from(**byte)].is_some_and(|value| value < TEXTUAL);
    if bytes[start..end].iter().filter(textual).count() < TEXTUAL_GROUPS {
        return;
    }
    let letters: Vec<(u8, usize)> =
        (start..end).filter_map(|at| Some((VALUES[usize::from(bytes[at])]?, at))).collect();
    for offset in 0..4 {
        let Some(letters) = letters.get(offset..) else { continue };
        if looks_textual(letters) {
            look(&decoded(letters, end), end == bytes.len());
        }
    }
}

/// The first letter of a group of four holds the top of a byte: of ASCII text it is one of the
/// first 32, and digits make it one of three.
fn looks_textual(letters: &[(u8, usize)]) -> bool {
    let mut row = 0;
    letters.chunks_exact(4).any(|group| {
        row = if group[0].0 < TEXTUAL { row + 1 } else { 0 };
        row >= TEXTUAL_GROUPS
    })
}

fn decoded(letters: &[(u8, usize)], end: usize) -> View {
    let mut view = View::of_shared_signs(letters.len() * 3 / 4 + 1);
    for group in letters.chunks(4) {
        let bits = group.iter().fold(0_u32, |bits, (value, _)| bits << 6 | u32::from(*value));
        let bits = bits << (6 * (4 - group.len()));
        // The lowest three of the four bytes; of a group cut short only those it fills.
        let bytes = bits.to_be_bytes().into_iter().skip(1).take(group.len() * 6 / 8);
        for (byte, (_, at)) in bytes.zip(group) {
            view.push(byte, *at);
        }
    }
    view.close(end);
    view
}

const fn is_letter_or_break(byte: u8) -> bool {
    VALUES[byte as usize].is_some() || matches!(byte, b'\r' | b'\n')
}

/// What each letter stands for, in both alphabets.
const VALUES: [Option<u8>; 256] = {
    let mut values = [None; 256];
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut at = 0;
    while at < 64 {
        values[letters[at] as usize] = Some(at as u8);
        at += 1;
    }
    values[b'-' as usize] = Some(62);
    values[b'_' as usize] = Some(63);
    values
};

/// The views of every run of hex, pairs written together or with one sign between them.
pub(super) fn hex(bytes: &[u8], look: &mut dyn FnMut(&View, bool)) {
    let mut at = 0;
    while at < bytes.len() {
        // Digits in hex are digits: every second place of a run of theirs is a 3.
        let Some(next) = bytes[at..].iter().position(|byte| *byte == b'3') else { return };
        at += next;
        if !may_begin(bytes, at) {
            at += 1;
            continue;
        }
        let end = [None, Some(b' '), Some(b':'), Some(b'-')]
            .into_iter()
            .find_map(|between| hex_run(bytes, at, between, look));
        at = end.unwrap_or(at + 1);
    }
}

/// Is it a pair for a digit, with the first sign of another one where each way of writing has it?
fn may_begin(bytes: &[u8], at: usize) -> bool {
    let three = |after: usize| bytes.get(at + after) == Some(&b'3');
    bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
        && (three(2) || three(3) || three(4) || three(6))
}

/// A run that begins here with a pair for a digit; `None` when there is none long enough.
fn hex_run(
    bytes: &[u8],
    start: usize,
    between: Option<u8>,
    look: &mut dyn FnMut(&View, bool),
) -> Option<usize> {
    let step = 2 + usize::from(between.is_some());
    // A pair for a digit, then at most one for anything else (NUL in UTF-16), is how a code begins.
    let digit = |at: usize| pair(bytes, at).is_some_and(|byte| byte.is_ascii_digit());
    if !digit(start) || !(digit(start + step) || digit(start + 2 * step)) {
        return None;
    }
    let (view, end) = pairs(bytes, start, between);
    if end - start < SHORTEST_HEX * step - usize::from(between.is_some()) {
        return None;
    }
    look(&view, end == bytes.len());
    if between.is_none() {
        // Where the pairs begin cannot be told from the digits.
        let (view, end) = pairs(bytes, start + 1, between);
        look(&view, end == bytes.len());
    }
    Some(end)
}

/// The pairs from here on, and where they end.
fn pairs(bytes: &[u8], start: usize, between: Option<u8>) -> (View, usize) {
    let mut view = View::default();
    let mut at = start;
    while let Some(byte) = pair(bytes, at) {
        view.push(byte, at);
        at += 2;
        match between {
            Some(sign) if bytes.get(at) == Some(&sign) && pair(bytes, at + 1).is_some() => {
                // As nothing that is seen, so that the sign after the last digit is not its own.
                view.push(0, at);
                at += 1;
            }
            Some(_) => break,
            None => {}
        }
    }
    view.close(at);
    (view, at)
}

fn pair(bytes: &[u8], at: usize) -> Option<u8> {
    let value = |at: usize| char::from(*bytes.get(at)?).to_digit(16);
    u8::try_from(value(at)? * 16 + value(at + 1)?).ok()
}
