//! The rules that several calculations apply one after another, with every intermediate value noted.

use rust_decimal::Decimal;

use crate::{
    Error, exact,
    rules::{self, FIRST_JOINT_YEAR, Kind, Pension, Rates, Weights},
    steps::Steps,
};

/// What a person's amount of a year gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearShares {
    /// K, for a member of the II pillar × 0.8.
    pub insurance: Decimal,
    /// Solidaarosak, for a member of the II pillar × 0.8.
    pub solidarity: Decimal,
    /// Ü, from 2021 on.
    pub joint: Option<Decimal>,
}

/// The insurance share, × 0.8 for a member of the II pillar.
pub(crate) fn insurance(
    steps: &mut Steps,
    year: u16,
    sum: Decimal,
    average: Decimal,
    pillar: bool,
) -> Result<Decimal, Error> {
    let share = rules::insurance_share(sum, average)?;
    let values: [(&str, &dyn std::fmt::Display); 2] = [("P", &sum), ("keskmine", &average)];
    steps.note(rules::INSURANCE_SHARE, Some(year), values, &share);
    in_pillar(steps, year, share, pillar)
}

/// The solidarity share, × 0.8 for a member of the II pillar.
pub(crate) fn solidarity(
    steps: &mut Steps,
    year: u16,
    sum: Decimal,
    minimum: Decimal,
    pillar: bool,
) -> Result<Decimal, Error> {
    let share = rules::solidarity_share(sum, minimum)?;
    let values: [(&str, &dyn std::fmt::Display); 2] = [("P", &sum), ("miinimum", &minimum)];
    steps.note(rules::SOLIDARITY_SHARE, Some(year), values, &share);
    in_pillar(steps, year, share, pillar)
}

fn in_pillar(steps: &mut Steps, year: u16, share: Decimal, pillar: bool) -> Result<Decimal, Error> {
    if !pillar {
        return Ok(share);
    }
    let reduced = rules::pillar_share(share)?;
    steps.note(rules::PILLAR_SHARE, Some(year), [("osak", &share)], &reduced);
    Ok(reduced)
}

/// All shares of a year.
pub(crate) fn shares(
    steps: &mut Steps,
    year: u16,
    sum: Decimal,
    (average, minimum): (Decimal, Decimal),
    pillar: bool,
) -> Result<YearShares, Error> {
    let insurance = insurance(steps, year, sum, average, pillar)?;
    let solidarity = solidarity(steps, year, sum, minimum, pillar)?;
    if year < FIRST_JOINT_YEAR {
        return Ok(YearShares { insurance, solidarity, joint: None });
    }
    let joint = rules::joint_share(insurance, solidarity)?;
    let values: [(&str, &dyn std::fmt::Display); 2] =
        [("K", &insurance), ("solidaarosak", &solidarity)];
    steps.note(rules::JOINT_SHARE, Some(year), values, &joint);
    Ok(YearShares { insurance, solidarity, joint: Some(joint) })
}

/// Indexation of the rates of a year, and an extraordinary rise after it.
pub(crate) fn rates(
    steps: &mut Steps,
    year: u16,
    (before, index): (Rates, Decimal),
    weights: Weights,
    rise: Rates,
) -> Result<Rates, Error> {
    let applied = rules::applied_index(index)?;
    steps.note(rules::APPLIED_INDEX, Some(year), [("i", &index)], &applied);
    let after = rules::indexed_rates(year, before, index, weights)?;
    let whole = Decimal::ONE;
    for (rule, name, rate, weight, result) in [
        (rules::INDEXED_BASE, "baasosa", before.base, weights.base, after.base),
        (rules::INDEXED_YEAR, "aastahinne", before.year, weights.year, after.year),
        (rules::INDEXED_NATIONAL, "rahvapension", before.national, whole, after.national),
    ] {
        steps.note(
            rule,
            Some(year),
            [(name, &rate), ("kordaja", &weight), ("i", &applied)],
            &result,
        );
    }
    let raised = rules::raised_rates(after, rise)?;
    for (name, rate, more, result) in [
        ("baasosa", after.base, rise.base, raised.base),
        ("aastahinne", after.year, rise.year, raised.year),
        ("rahvapension", after.national, rise.national, raised.national),
    ] {
        if !more.is_zero() {
            let values: [(&str, &dyn std::fmt::Display); 2] = [(name, &rate), ("tõus", &more)];
            steps.note(rules::EXTRAORDINARY, Some(year), values, &result);
        }
    }
    Ok(raised)
}

/// The pension of a month.
pub(crate) fn pension(
    steps: &mut Steps,
    (kind, year): (Kind, Option<u16>),
    rates: Rates,
    service: u16,
    (insurance, joint): (Decimal, Decimal),
) -> Result<Pension, Error> {
    let pension = rules::pension(kind, rates, service, insurance, joint)?;
    let exactly = rules::formula(rates, service, insurance, joint)?;
    steps.note(
        rules::FORMULA,
        year,
        [
            ("baasosa", &rates.base),
            ("a", &rates.year),
            ("S", &service),
            ("ΣK", &insurance),
            ("ΣÜ", &joint),
            ("ümardamata", &exactly),
        ],
        &pension.computed,
    );
    let national = exact::round(rates.national, 2)?;
    let values: [(&str, &dyn std::fmt::Display); 2] =
        [("arvutatud", &pension.computed), ("rahvapension", &national)];
    let rule = match kind {
        Kind::OldAge => rules::FLOOR,
        Kind::National => rules::NATIONAL,
    };
    steps.note(rule, year, values, &pension.payable);
    Ok(pension)
}
