//! Personal codes among the digits of a text: written together, in groups, padded, as a number.

use std::ops::Range;

use super::written::{Group, after_digit, group_at, is_digit_start};

/// The eleven digits of a code.
pub(super) type Digits = [u8; 11];

/// The digits of a group that is not longer than a padded code may be.
const LONGEST_PADDED: usize = 20;

/// Places to which people and programs group a code, by the digits before each gap, as bits.
/// Any of these: sex, year, month, day, serial number.
const NATURAL: u16 = cuts(&[1, 3, 5, 7, 10]);
/// Or exactly one of these: thousands, threes, fours, pairs, halves, every digit by itself.
const EVEN: [u16; 6] = [
    cuts(&[2, 5, 8]),
    cuts(&[3, 6, 9]),
    cuts(&[4, 8]),
    cuts(&[2, 4, 6, 8, 10]),
    cuts(&[6]),
    cuts(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
];

const fn cuts(places: &[u8]) -> u16 {
    let mut bits = 0;
    let mut at = 0;
    while at < places.len() {
        bits |= 1 << places[at];
        at += 1;
    }
    bits
}

/// Where the wanted codes stand. `open`: the text was cut off at its end, so that what stands
/// there may be the beginning of a code.
pub(super) fn find(
    bytes: &[u8],
    open: bool,
    wanted: &dyn Fn(&Digits) -> bool,
    found: &mut Vec<Range<usize>>,
) {
    let mut at = 0;
    let mut chain = Vec::new();
    while at < bytes.len() {
        if !is_digit_start(bytes[at]) {
            at += 1;
            continue;
        }
        if let Some(end) = after_plain_number(bytes, at) {
            at = end;
            continue;
        }
        let Some(first) = group_at(bytes, at) else {
            at += 1;
            continue;
        };
        at = first.end;
        chain.clear();
        chain.push(first);
        while let Some((gap, start)) = after_digit(bytes, at)
            && let Some(mut next) = group_at(bytes, start)
        {
            next.gap = gap;
            at = next.end;
            chain.push(next);
        }
        for group in &chain {
            together(bytes, group, wanted, found);
        }
        if chain.len() > 1 {
            apart(bytes, &chain, wanted, found);
        }
        let end = after_digit(bytes, at).map_or(at, |(_, end)| end);
        if open && end == bytes.len() {
            begun(&chain, found);
        }
    }
}

/// Where ASCII digits end that neither are a code nor begin one: of another length, and before
/// what stands between no two groups. Most numbers of most texts are such.
fn after_plain_number(bytes: &[u8], at: usize) -> Option<usize> {
    let count = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let ends = match *bytes.get(at + count)? {
        b' ' | b'-' | b'_' | b'+' => false,
        b'.' | b',' => count > 1,
        byte => byte.is_ascii_graphic(),
    };
    (ends && count > 0 && !(11..=LONGEST_PADDED).contains(&count)).then_some(at + count)
}

/// A group by itself: a code, one filled up with zeros, a reference number made of one, or a
/// number in scientific notation.
fn together(
    bytes: &[u8],
    group: &Group,
    wanted: &dyn Fn(&Digits) -> bool,
    found: &mut Vec<Range<usize>>,
) {
    let digits = group.digits();
    let code = match digits.len() {
        11 => digits.try_into().ok(),
        12 if reference_number_check(&digits[..11]) == digits[11] => digits[..11].try_into().ok(),
        _ => None,
    };
    if code.is_some_and(|code| wanted(&code)) {
        found.push(group.start..group.end);
        return;
    }
    if let 12..=LONGEST_PADDED = digits.len() {
        let (zeros, rest) = digits.split_at(digits.len() - 11);
        let code = rest.try_into().ok().filter(|_| zeros.iter().all(|digit| *digit == 0));
        if code.is_some_and(|code: Digits| wanted(&code)) {
            found.push(group.start..group.end);
        }
    }
    if let [first] = digits
        && let Some((code, end)) = scientific(bytes, *first, group.end)
        && wanted(&code)
    {
        found.push(group.start..end);
    }
}

/// `3.7605030299E10`, which is how a program writes a code it took for a number; trailing zeros
/// are lost.
fn scientific(bytes: &[u8], first: u8, at: usize) -> Option<(Digits, usize)> {
    let mut code = [0; 11];
    code[0] = first;
    let rest = bytes.get(at..)?;
    let rest = rest.strip_prefix(b".").or_else(|| rest.strip_prefix(b","))?;
    let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if !(4..=10).contains(&count) {
        return None;
    }
    for (digit, byte) in code[1..].iter_mut().zip(&rest[..count]) {
        *digit = byte - b'0';
    }
    let end = [b"E10".as_slice(), b"e10", b"E+10", b"e+10"].into_iter().find_map(|ending| {
        let after = rest[count..].strip_prefix(ending)?;
        (!after.first().is_some_and(u8::is_ascii_digit)).then_some(at + 1 + count + ending.len())
    })?;
    Some((code, end))
}

/// Groups that make up a code between them.
fn apart(
    bytes: &[u8],
    chain: &[Group],
    wanted: &dyn Fn(&Digits) -> bool,
    found: &mut Vec<Range<usize>>,
) {
    for first in 0..chain.len() {
        let mut code = [0; 11];
        let mut filled = 0;
        let mut layout = 0_u16;
        for last in first..chain.len() {
            let digits = chain[last].digits();
            if filled + digits.len() > 11 {
                break;
            }
            if last > first {
                layout |= 1 << filled;
            }
            code[filled..filled + digits.len()].copy_from_slice(digits);
            filled += digits.len();
            if filled < 11 {
                continue;
            }
            let groups = &chain[first..=last];
            if last > first
                && is_layout(groups, layout, || goes_on(bytes, chain, first, last))
                && stands_alone(bytes, groups)
                && wanted(&code)
            {
                found.push(groups[0].start..chain[last].end);
            }
            break;
        }
    }
}

/// Does a row of even groups go on before or after the code, so that it is one of a table? The
/// last digits of a version or a decimal number are none of it; nor is one digit beside digits
/// written one by one, which may end what stands before: "§ 9 lg 2 3 7 6 …".
fn goes_on(bytes: &[u8], chain: &[Group], first: usize, last: usize) -> bool {
    let length = chain[first + 1].digits().len();
    let joins = |byte: Option<&u8>| byte.is_some_and(|byte| matches!(byte, b'.' | b','));
    let even = |group: &&Group| group.digits().len() == length;
    let joined_before =
        |group: &&Group| group.start.checked_sub(1).is_some_and(|at| joins(bytes.get(at)));
    // Two are looked at and no more: a long row would be read once for every digit of it. A row
    // is one line: the next one says nothing about this.
    let row = chain[..=first].iter().rev().take(2).take_while(|group| !group.gap.is_break).count();
    let before = chain[..first].iter().rev().take(row);
    let before = before.take_while(|group| even(group) && !joined_before(group)).count();
    let after = chain[last + 1..].iter().take(2).take_while(|group| !group.gap.is_break);
    let after = after.take_while(|group| even(group) && !joins(bytes.get(group.end))).count();
    let alone = usize::from(length == 1);
    before > alone || after > alone
}

/// Would somebody write a code so? A line may break anywhere in it, but once only; even groups
/// are also how tables of numbers look, so the row of them must begin and end with the code.
fn is_layout(groups: &[Group], layout: u16, goes_on: impl Fn() -> bool) -> bool {
    let breaks = groups[1..].iter().filter(|group| group.gap.is_break).count();
    match breaks {
        0 => layout & !NATURAL == 0 || (EVEN.contains(&layout) && !goes_on()),
        _ => groups.len() == 2,
    }
}

/// Is it no part of something longer: a word, a decimal number, a time of day?
fn stands_alone(bytes: &[u8], groups: &[Group]) -> bool {
    let (start, end) = (groups[0].start, groups[groups.len() - 1].end);
    let before = &bytes[..start];
    let country = [b"EE".as_slice(), b"ee", b"EST"].iter().any(|code| before.ends_with(code));
    let joins = |byte: &u8| matches!(byte, b'.' | b',' | b':' | b'/');
    let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let open_before = match before {
        [.., far, near] if joins(near) => !far.is_ascii_digit(),
        [.., near] => !near.is_ascii_alphanumeric() || country,
        [] => true,
    };
    let open_after = match bytes.get(end) {
        Some(near) if joins(near) => !digit(bytes.get(end + 1)),
        Some(near) => !near.is_ascii_alphanumeric(),
        None => true,
    };
    open_before && open_after
}

/// Digits enough for a birth date at the end of a text that was cut off there.
fn begun(chain: &[Group], found: &mut Vec<Range<usize>>) {
    let mut digits = Vec::new();
    for group in chain.iter().rev() {
        digits.splice(0..0, group.digits().iter().copied());
        if digits.len() > 10 {
            return;
        }
        if digits.len() >= 7 && crate::personal_code::begins_with_birth_date(&digits) {
            let end = chain[chain.len() - 1].end;
            found.push(group.start..end);
            return;
        }
    }
}

/// The last digit of a viitenumber (weights 7, 3, 1 from the right): one made of a personal code
/// shows the person as well as the code itself does.
fn reference_number_check(digits: &[u8]) -> u8 {
    let weights = [7, 3, 1].into_iter().cycle();
    let sum: u32 =
        digits.iter().rev().zip(weights).map(|(digit, weight)| u32::from(*digit) * weight).sum();
    u8::try_from((10 - sum % 10) % 10).unwrap_or_default()
}
