//! How often values occur: what a picture in a report is drawn from.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::Message;

/// Media type of the attachment that carries a [`Distribution`] in a run record.
pub const DISTRIBUTION_MEDIA_TYPE: &str = "application/vnd.rakis.distribution+json";

/// How often values occur, in bins from the smallest to the largest, none left out between them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Distribution {
    /// What is counted.
    pub title: Message,
    /// The bins.
    pub bins: Vec<Bin>,
}

/// How many values lie in a range.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bin {
    /// The smallest value of the range, with a decimal point.
    pub from: String,
    /// The end of the range, which is not in it; equal to `from` when the bin is of one value.
    pub to: String,
    /// Values in it.
    pub count: u64,
}

impl Distribution {
    /// Counts values. Up to `most` different ones each have a bin; of more, bins of equal width
    /// are made (1, 2 or 5 times a power of ten), at most so many, and two are always allowed. Exact: no float is involved.
    ///
    /// Values so far apart that their range is no decimal any more have one bin between them.
    pub fn of(title: Message, values: impl IntoIterator<Item = Decimal>, most: usize) -> Self {
        let mut counted: BTreeMap<Decimal, u64> = BTreeMap::new();
        for value in values {
            *counted.entry(value.normalize()).or_default() += 1;
        }
        if counted.len() <= most.max(2) {
            let one = |(value, count): (Decimal, u64)| {
                let text = value.to_string();
                Bin { from: text.clone(), to: text, count }
            };
            return Self { title, bins: counted.into_iter().map(one).collect() };
        }
        let bins = ranges(&counted, most.max(2)).unwrap_or_else(|| whole(&counted));
        Self { title, bins }
    }

    /// All that was counted.
    pub fn total(&self) -> u64 {
        self.bins.iter().fold(0, |sum, bin| sum.saturating_add(bin.count))
    }
}

/// Bins of one width; `None` when a border is beyond what a decimal holds.
fn ranges(counted: &BTreeMap<Decimal, u64>, most: usize) -> Option<Vec<Bin>> {
    let (low, high) = (*counted.keys().next()?, *counted.keys().next_back()?);
    let width = width(high.checked_sub(low)?, low, high, most)?;
    let mut start = low.checked_div(width)?.floor().checked_mul(width)?;
    let mut bins = Vec::new();
    while start <= high {
        let end = start.checked_add(width)?;
        let count = counted.range(start..end).map(|(_, count)| count).sum();
        bins.push(Bin { from: text(start), to: text(end), count });
        start = end;
    }
    Some(bins)
}

/// The narrowest of 1, 2, 5, 10, … by which so many bins are enough.
fn width(range: Decimal, low: Decimal, high: Decimal, most: usize) -> Option<Decimal> {
    let bins = |width: Decimal| -> Option<Decimal> {
        let first = low.checked_div(width)?.floor();
        high.checked_div(width)?.floor().checked_sub(first)?.checked_add(Decimal::ONE)
    };
    let most = Decimal::from(most);
    let mut power = Decimal::new(1, 10);
    while power <= range.checked_mul(Decimal::TEN)? {
        for times in [1, 2, 5] {
            let width = power.checked_mul(Decimal::from(times))?;
            // A quotient beyond the decimals is one of too many bins.
            if bins(width).is_some_and(|count| count <= most) {
                return Some(width);
            }
        }
        power = power.checked_mul(Decimal::TEN)?;
    }
    None
}

fn whole(counted: &BTreeMap<Decimal, u64>) -> Vec<Bin> {
    let ends = counted.keys().next().zip(counted.keys().next_back());
    let all = counted.values().sum();
    ends.map(|(low, high)| Bin { from: text(*low), to: text(*high), count: all })
        .into_iter()
        .collect()
}

fn text(value: Decimal) -> String {
    value.normalize().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bins(values: &[&str], most: usize) -> Vec<(String, String, u64)> {
        let values = values.iter().map(|value| value.parse().unwrap());
        let found = Distribution::of(Message::new("x"), values, most);
        found.bins.into_iter().map(|bin| (bin.from, bin.to, bin.count)).collect()
    }

    fn check(values: &[&str], most: usize, expected: &[(&str, &str, u64)]) {
        let expected: Vec<_> =
            expected.iter().map(|(a, b, n)| ((*a).to_owned(), (*b).to_owned(), *n)).collect();
        assert_eq!(bins(values, most), expected, "{values:?}");
    }

    #[test]
    fn few_values_each_have_a_bin_and_many_share() {
        check(&[], 5, &[]);
        check(&["0.01", "-0.01", "0.010"], 5, &[("-0.01", "-0.01", 1), ("0.01", "0.01", 2)]);
        check(&["0", "1", "2", "9.99", "10"], 3, &[("0", "5", 3), ("5", "10", 1), ("10", "15", 1)]);
        check(&["-3", "-1", "0.5", "4"], 2, &[("-5", "0", 2), ("0", "5", 2)]);
        check(
            &["0.001", "0.002", "0.003", "0.0119"],
            3,
            &[("0", "0.005", 3), ("0.005", "0.01", 0), ("0.01", "0.015", 1)],
        );
        let far = ["-79228162514264337593543950335", "79228162514264337593543950335", "0"];
        check(&far, 2, &[(far[0], far[1], 3)]);
    }

    proptest::proptest! {
        #[test]
        fn every_value_is_in_one_bin(
            values in proptest::collection::vec((-1_000_000_i64..1_000_000, 0_u32..6), 1..80),
            most in 2_usize..20,
        ) {
            let values: Vec<Decimal> =
                values.into_iter().map(|(digits, scale)| Decimal::new(digits, scale)).collect();
            let found = Distribution::of(Message::new("x"), values.iter().copied(), most);
            proptest::prop_assert_eq!(found.total(), values.len() as u64);
            proptest::prop_assert!(found.bins.len() <= most, "{:?}", found);
            for bin in &found.bins {
                let (from, to): (Decimal, Decimal) =
                    (bin.from.parse().unwrap(), bin.to.parse().unwrap());
                let inside = |value: &&Decimal| match from == to {
                    true => **value == from,
                    false => from <= **value && **value < to,
                };
                proptest::prop_assert_eq!(values.iter().filter(inside).count() as u64, bin.count);
            }
        }
    }
}
