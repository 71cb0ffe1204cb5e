//! Differences by pattern, and how differing numbers are distributed.

use std::collections::BTreeMap;

use super::{Bin, Distribution, Number, Pattern, cells::Change};

/// More patterns than this are no help; further ones are counted as others of their column.
const MOST_PATTERNS: usize = 10_000;
/// A longer text is no pattern.
const LONGEST_TEXT: usize = 60;
/// More different differences than this are counted in coarser steps.
const MOST_STEPS: usize = 4_096;
/// Bins of a distribution, so that it can be drawn.
const MOST_BINS: i128 = 20;

/// A column, a pattern, how many rows have it, the key of the first.
pub(crate) type Counted = (u32, Pattern, u64, Vec<u8>);

/// Counts of patterns by column, each with the key of the first row.
#[derive(Debug, Default)]
pub(crate) struct Groups {
    found: BTreeMap<(u32, Pattern), (u64, Vec<u8>)>,
    steps: BTreeMap<u32, Steps>,
}

impl Groups {
    /// One differing cell.
    pub(crate) fn add(&mut self, column: u32, change: Change, texts: [&str; 2], key: &[u8]) {
        let [left, right] = texts;
        let pattern = match change {
            Change::Number(difference) => {
                self.steps.entry(column).or_default().add(difference);
                Pattern::Number(difference.to_string())
            }
            Change::Days(days) => Pattern::Days(days),
            Change::NoLeft => Pattern::NoLeft,
            Change::NoRight => Pattern::NoRight,
            Change::Text if left.len().max(right.len()) <= LONGEST_TEXT => {
                Pattern::Text(left.to_owned(), right.to_owned())
            }
            Change::Text => Pattern::Other,
        };
        let mut place = (column, pattern);
        if self.found.len() >= MOST_PATTERNS && !self.found.contains_key(&place) {
            place.1 = Pattern::Other;
        }
        self.found.entry(place).or_insert_with(|| (0, key.to_vec())).0 += 1;
    }

    /// The patterns, most frequent first, and the differing numbers of each column.
    pub(crate) fn sorted(self) -> (Vec<Counted>, BTreeMap<u32, Steps>) {
        let found = self.found.into_iter();
        let mut all: Vec<_> =
            found.map(|((column, pattern), (rows, key))| (column, pattern, rows, key)).collect();
        all.sort_by_key(|one| std::cmp::Reverse(one.2));
        (all, self.steps)
    }
}

/// Differences of one column in steps of a power of ten: exact, until there are too many.
#[derive(Debug, Default)]
pub(crate) struct Steps {
    /// A step is 10^-scale.
    scale: i32,
    coarse: bool,
    counts: BTreeMap<i128, u64>,
    range: Option<(Number, Number)>,
    rows: u64,
}

impl Steps {
    fn add(&mut self, difference: Number) {
        self.rows += 1;
        let (least, greatest) = self.range.unwrap_or((difference, difference));
        self.range = Some((least.min(difference), greatest.max(difference)));
        let scale = difference.scale as i32;
        if scale > self.scale && !self.coarse {
            self.finer(scale);
        }
        let step = self.step(difference);
        *self.counts.entry(step).or_default() += 1;
        while self.counts.len() > MOST_STEPS {
            self.coarse = true;
            self.scale -= 1;
            let counts = std::mem::take(&mut self.counts);
            for (step, rows) in counts {
                *self.counts.entry(step.div_euclid(10)).or_default() += rows;
            }
        }
    }

    fn finer(&mut self, scale: i32) {
        let factor = 10_i128.pow((scale - self.scale).unsigned_abs());
        self.scale = scale;
        let counts = std::mem::take(&mut self.counts);
        self.counts =
            counts.into_iter().map(|(step, rows)| (step.saturating_mul(factor), rows)).collect();
    }

    /// The step a difference lies in.
    fn step(&self, difference: Number) -> i128 {
        let power = self.scale - difference.scale as i32;
        let factor = 10_i128.saturating_pow(power.unsigned_abs());
        if power >= 0 {
            difference.mantissa.saturating_mul(factor)
        } else {
            difference.mantissa.div_euclid(factor)
        }
    }

    /// As at most 20 bins of a round width.
    pub(crate) fn distribution(&self, column: String) -> Option<Distribution> {
        let (least, greatest) = self.range?;
        let (first, last) = (*self.counts.keys().next()?, *self.counts.keys().next_back()?);
        let span = last.saturating_sub(first);
        let mut widths = (0..38).flat_map(|power| [1, 2, 5].map(|n| n * 10_i128.pow(power)));
        // Both ends may lie in a bin of their own.
        let width = widths.find(|width| span / width < MOST_BINS - 1).unwrap_or(i128::MAX / 4);
        let start = first.div_euclid(width);
        let mut bins = vec![0; usize::try_from(last.div_euclid(width) - start + 1).ok()?];
        for (step, rows) in &self.counts {
            bins[usize::try_from(step.div_euclid(width) - start).ok()?] += rows;
        }
        let limit = |bin: i128| self.number((start + bin).saturating_mul(width)).to_string();
        let bins = (0..)
            .zip(bins)
            .map(|(at, rows)| Bin { from: limit(at), to: limit(at + 1), rows })
            .collect();
        let (least, greatest) = (least.to_string(), greatest.to_string());
        Some(Distribution { column, rows: self.rows, least, greatest, bins })
    }

    fn number(&self, step: i128) -> Number {
        match u32::try_from(self.scale) {
            Ok(scale) => Number { mantissa: step, scale }.normal(),
            Err(_) => {
                let factor = 10_i128.saturating_pow(self.scale.unsigned_abs());
                Number { mantissa: step.saturating_mul(factor), scale: 0 }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(differences: impl Iterator<Item = i128>, scale: u32) -> Distribution {
        let mut steps = Steps::default();
        for mantissa in differences {
            steps.add(Number { mantissa, scale });
        }
        steps.distribution("summa".to_owned()).unwrap()
    }

    #[test]
    fn bins_are_exact_and_hold_everything() {
        let one = of([1, 1, -1].into_iter(), 2);
        let bins: Vec<_> =
            one.bins.iter().map(|bin| (bin.from.as_str(), bin.to.as_str(), bin.rows)).collect();
        assert_eq!(bins, [("-0.01", "0", 1), ("0", "0.01", 0), ("0.01", "0.02", 2)]);
        assert_eq!((one.least.as_str(), one.greatest.as_str(), one.rows), ("-0.01", "0.01", 3));
        let many = of(-50_000..50_000, 3);
        assert!(many.bins.len() <= 20, "{}", many.bins.len());
        assert_eq!(many.bins.iter().map(|bin| bin.rows).sum::<u64>(), 100_000);
        assert_eq!((many.bins[0].from.as_str(), many.greatest.as_str()), ("-50", "49.999"));
        let far = of([1, 10_i128.pow(35)].into_iter(), 0);
        assert_eq!(far.bins.iter().map(|bin| bin.rows).sum::<u64>(), 2);
    }
}
