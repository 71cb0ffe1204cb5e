//! Pictures for the report: what the index does to pensions, and how results deviate.

use rakis_compare::reconcile::Outcome;
use rakis_model::{Distribution, Message, distribution::Bin};
use rust_decimal::Decimal;

/// Bars that a picture has at most.
const BINS: usize = 25;

/// By how much each pension changes, from the results of a job (`pension_enne`, `pension_parast`).
/// Rows that cannot be read are left to the comparison, which names them.
pub(super) fn effect(results: &str) -> Option<Distribution> {
    let mut lines = results.lines().map(|line| line.split(';').collect::<Vec<_>>());
    let header = lines.next()?;
    let place = |name: &str| header.iter().position(|column| *column == name);
    let (before, after) = (place("pension_enne")?, place("pension_parast")?);
    let change = |row: Vec<&str>| -> Option<Decimal> {
        let number = |at: usize| row.get(at)?.parse::<Decimal>().ok();
        number(after)?.checked_sub(number(before)?)
    };
    Some(Distribution::of(Message::new("step-effect"), lines.filter_map(change), BINS))
}

/// How far the numbers of each column are from what they must be.
pub(super) fn deviations(outcome: &Outcome) -> impl Iterator<Item = Distribution> {
    outcome.columns.iter().map(|column| Distribution {
        title: Message::new("step-deviations").with("column", &column.column),
        bins: column.bins.iter().map(bin).collect(),
    })
}

fn bin(bin: &rakis_compare::reconcile::Bin) -> Bin {
    Bin { from: bin.from.clone(), to: bin.to.clone(), count: bin.rows }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_effect_is_what_each_pension_gains() {
        let results = "isikukood;pension_enne;pension_parast\na;100.00;105.30\nb;200.00;210.60\n\
                       c;100.10;105.40\nd;x;1\ne;5.00\n";
        let found = effect(results).unwrap();
        let bins: Vec<_> = found.bins.iter().map(|bin| (bin.from.as_str(), bin.count)).collect();
        assert_eq!(bins, [("5.3", 2), ("10.6", 1)]);
        assert!(effect("").is_none() && effect("isikukood;summa\na;1\n").is_none());
    }
}
