//! PostgreSQL's binary `numeric` as the exact text of it.

/// The digits as they stand: `1234.50`, `NaN`, `-Infinity`; `None` when the bytes are none.
///
/// Four big-endian 16-bit numbers (count of digits, weight of the first, sign, digits after the
/// point), then the digits to base 10,000: `numeric_send` in PostgreSQL's `numeric.c`.
pub(super) fn text(bytes: &[u8]) -> Option<String> {
    let mut words = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    let count = usize::from(words.next()?);
    let weight = i32::from(words.next()?.cast_signed());
    let sign = match words.next()? {
        0x0000 => "",
        0x4000 => "-",
        0xC000 => return Some("NaN".to_owned()),
        0xD000 => return Some("Infinity".to_owned()),
        0xF000 => return Some("-Infinity".to_owned()),
        _ => return None,
    };
    let scale = usize::from(words.next()?);
    let digits: Vec<u16> = words.collect();
    if digits.len() != count || digits.iter().any(|digit| *digit > 9999) {
        return None;
    }
    let digit = |position: i32| {
        let at = usize::try_from(weight - position).ok();
        at.and_then(|at| digits.get(at)).copied().unwrap_or(0)
    };
    let mut whole: String =
        (0..=weight.max(0)).rev().map(|at| format!("{:04}", digit(at))).collect();
    let leading = whole.len() - whole.trim_start_matches('0').len();
    whole.drain(..leading.min(whole.len() - 1));
    if scale == 0 {
        return Some(format!("{sign}{whole}"));
    }
    let groups = i32::try_from(scale.div_ceil(4)).ok()?;
    let mut fraction: String = (1..=groups).map(|at| format!("{:04}", digit(-at))).collect();
    fraction.truncate(scale);
    Some(format!("{sign}{whole}.{fraction}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &[u16], expected: Option<&str>) {
        let bytes: Vec<u8> = words.iter().flat_map(|word| word.to_be_bytes()).collect();
        assert_eq!(text(&bytes).as_deref(), expected, "{words:?}");
    }

    #[test]
    fn every_digit_is_kept() {
        check(&[0, 0, 0, 0], Some("0"));
        check(&[0, 0, 0, 2], Some("0.00"));
        check(&[2, 0, 0, 2, 1234, 5000], Some("1234.50"));
        check(&[2, 0, 0x4000, 1, 1, 5000], Some("-1.5"));
        check(&[1, 1, 0, 0, 1], Some("10000"));
        check(&[1, 0xFFFF, 0, 4, 1], Some("0.0001"));
        check(&[1, 0xFFFE, 0, 8, 1], Some("0.00000001"));
        check(&[1, 0xFFFF, 0, 3, 1230], Some("0.123"));
        check(&[2, 2, 0, 3, 1, 2], Some("100020000.000"));
        check(&[0, 0, 0xC000, 0], Some("NaN"));
        check(&[0, 0, 0xF000, 0], Some("-Infinity"));
    }

    #[test]
    fn other_bytes_are_none() {
        check(&[], None);
        check(&[1, 0, 0, 0], None);
        check(&[1, 0, 0, 0, 10_000], None);
        check(&[0, 0, 1, 0], None);
    }
}
