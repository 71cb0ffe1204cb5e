//! Two cells: equal, or different in which way.

use rakis_model::date;

use super::{
    Kind, Number, Options,
    layout::Pair,
    number::{Shape, shape},
    tally::is_null,
};

/// In what way two cells differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// Numbers: right less left.
    Number(Number),
    /// Dates: days from left to right.
    Days(i64),
    /// Nothing on the left.
    NoLeft,
    /// Nothing on the right.
    NoRight,
    /// All else.
    Text,
}

/// The change from one value to another; `None` when they agree.
pub(crate) fn change(pair: &Pair, left: &[u8], right: &[u8], options: &Options) -> Option<Change> {
    if left == right {
        return None;
    }
    let (no_left, no_right) = (is_null(left, options), is_null(right, options));
    if no_left && no_right {
        return None;
    }
    match (no_left || left.is_empty(), no_right || right.is_empty()) {
        (true, true) => return Some(Change::Text),
        (true, false) => return Some(Change::NoLeft),
        (false, true) => return Some(Change::NoRight),
        (false, false) => {}
    }
    if matches!(pair.kind, Kind::Auto | Kind::Number)
        && let (Shape::Number(left), Shape::Number(right)) = (shape(left), shape(right))
    {
        return numbers(left, right, pair.tolerance);
    }
    if matches!(pair.kind, Kind::Auto | Kind::Date)
        && let (Some(left), Some(right)) = (day(left), day(right))
    {
        let days = left.until(right).map_or(0, |span| i64::from(span.get_days()));
        return (left != right).then_some(Change::Days(days));
    }
    Some(Change::Text)
}

fn numbers(left: Number, right: Number, tolerance: Option<Number>) -> Option<Change> {
    let Some(difference) = right.minus(left) else {
        // So far apart in size that the difference has too many digits.
        return (left != right).then_some(Change::Text);
    };
    let allowed = tolerance.is_some_and(|limit| difference.abs() <= limit);
    (difference.mantissa != 0 && !allowed).then(|| Change::Number(difference.normal()))
}

fn day(value: &[u8]) -> Option<jiff::civil::Date> {
    date::parse(std::str::from_utf8(value).ok()?)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn check(kind: Kind, left: &str, right: &str, expected: Option<Change>) {
        let tolerance = (kind == Kind::Number).then(|| Number::parse("0,01").unwrap());
        let pair = Pair { name: String::new(), left: 0, right: 0, kind, tolerance };
        let mut options = Options::new(["a"], PathBuf::new());
        options.nulls = vec!["NULL".to_owned()];
        let found = change(&pair, left.as_bytes(), right.as_bytes(), &options);
        assert_eq!(found, expected, "{left} {right}");
        options.null_is_empty = true;
        assert_eq!(change(&pair, b"NULL", b"", &options), None);
    }

    #[test]
    fn values_agree_whatever_their_writing() {
        let number = |text: &str| Some(Change::Number(Number::parse(text).unwrap()));
        check(Kind::Auto, "1234.5", "1\u{a0}234,50", None);
        check(Kind::Auto, "31.12.2026", "2026-12-31", None);
        check(Kind::Auto, "2026-12-31", "2.1.2027", Some(Change::Days(2)));
        check(Kind::Auto, "007", "7", Some(Change::Text));
        check(Kind::Auto, "0.1", "0.10000000000000001", number("0.00000000000000001"));
        check(Kind::Number, "1.00", "1.01", None);
        check(Kind::Number, "1.00", "0.989", number("-0.011"));
        check(Kind::Text, "1.0", "1.00", Some(Change::Text));
        check(Kind::Auto, "NULL", "", Some(Change::Text));
        check(Kind::Auto, "NULL", "1", Some(Change::NoLeft));
        check(Kind::Auto, "1", "", Some(Change::NoRight));
        check(Kind::Auto, "NULL", "NULL", None);
    }
}
