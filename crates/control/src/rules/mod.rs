//! The rules of the acts, each a function in exact decimals that names its paragraph.
//!
//! Acts: RPKS (riikliku pensionikindlustuse seadus); VVm 10.01.2002 nr 5 (the yearly average);
//! määrus 31.12.2001 nr 164 (shares). What the acts were not seen to say is a parameter.

mod average;
mod index;
mod pension;
mod service;
mod share;

pub use average::{average, preliminary_average, year_service, year_sum};
pub use index::{Rates, Weights, applied_index, index, indexed, indexed_rates, raised_rates};
pub(crate) use index::{is_weighted, places};
pub use pension::{Kind, Pension, formula, pension};
pub use service::Service;
pub use share::{
    FIRST_JOINT_YEAR, FIRST_PENSION_PART_YEAR, FIRST_YEAR, insurance_share, joint_share,
    pillar_share, solidarity_share,
};

/// A rule as it is cited beside a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Key of its name in the words.
    pub name: &'static str,
    /// The formula, in the letters of the acts.
    pub formula: &'static str,
    /// Act and paragraph.
    pub basis: &'static str,
}

const AVERAGE: &str = "RPKS § 13; VVm 10.01.2002 nr 5";
const SHARES: &str = "RPKS §§ 11–13¹; määrus 31.12.2001 nr 164";
const PENSION: &str = "RPKS §§ 11–13¹";
const INDEX: &str = "RPKS § 26";

/// [`year_sum`]
pub const YEAR_SUM: Rule =
    Rule { name: "control-rule-year-sum", formula: "P = Σ kanne", basis: AVERAGE };
/// [`year_service`]
pub const YEAR_SERVICE: Rule = Rule {
    name: "control-rule-year-service",
    formula: "S = min(1; P / miinimum), P ≤ 0 korral 0",
    basis: AVERAGE,
};
/// [`average`]
pub const YEAR_AVERAGE: Rule =
    Rule { name: "control-rule-average", formula: "keskmine = ΣP / ΣS", basis: AVERAGE };
/// An average that is taken as confirmed.
pub const CONFIRMED_AVERAGE: Rule = Rule {
    name: "control-rule-confirmed-average",
    formula: "keskmine = kinnitatud keskmine",
    basis: AVERAGE,
};
/// [`preliminary_average`]
pub const PRELIMINARY_AVERAGE: Rule = Rule {
    name: "control-rule-preliminary-average",
    formula: "arvestuslik keskmine = üle-eelmise aasta keskmine × koefitsient",
    basis: AVERAGE,
};
/// [`insurance_share`]
pub const INSURANCE_SHARE: Rule = Rule {
    name: "control-rule-insurance-share",
    formula: "K = P / keskmine, P ≤ 0 korral 0",
    basis: SHARES,
};
/// [`solidarity_share`]
pub const SOLIDARITY_SHARE: Rule = Rule {
    name: "control-rule-solidarity-share",
    formula: "solidaarosak = min(1,000; P / miinimum), P ≤ 0 korral 0",
    basis: SHARES,
};
/// [`pillar_share`]
pub const PILLAR_SHARE: Rule =
    Rule { name: "control-rule-pillar-share", formula: "osak = osak × 0,8", basis: SHARES };
/// [`joint_share`]
pub const JOINT_SHARE: Rule = Rule {
    name: "control-rule-joint-share",
    formula: "Ü = 0,5 · K + 0,5 · solidaarosak",
    basis: SHARES,
};
/// [`Service::whole_years`]
pub const SERVICE_YEARS: Rule = Rule {
    name: "control-rule-service-years",
    formula: "aastaid = täisaastad, ≥ 6 kuu korral + 1",
    basis: PENSION,
};
/// [`Service::qualifies`]
pub const QUALIFYING: Rule = Rule {
    name: "control-rule-qualifying",
    formula: "täisaastad (ümardamata) ≥ 15",
    basis: PENSION,
};
/// [`index`]
pub const YEAR_INDEX: Rule = Rule {
    name: "control-rule-index",
    formula: "i = 0,2 · THI₁ / THI₂ + 0,8 · T₁ / T₂",
    basis: INDEX,
};
/// [`index`] of a year before 2008.
pub const MEAN_INDEX: Rule = Rule {
    name: "control-rule-mean-index",
    formula: "i = (THI₁ / THI₂ + T₁ / T₂) / 2",
    basis: INDEX,
};
/// [`applied_index`]
pub const APPLIED_INDEX: Rule = Rule {
    name: "control-rule-applied-index",
    formula: "rakendatud i = max(1,000; i)",
    basis: INDEX,
};
/// [`indexed`] for the base.
pub const INDEXED_BASE: Rule = Rule {
    name: "control-rule-indexed-base",
    formula: "baasosa × (1 + kordaja · (i − 1))",
    basis: INDEX,
};
/// [`indexed`] for the value of a year.
pub const INDEXED_YEAR: Rule = Rule {
    name: "control-rule-indexed-year",
    formula: "aastahinne × (1 + kordaja · (i − 1))",
    basis: INDEX,
};
/// [`indexed`] for the national pension.
pub const INDEXED_NATIONAL: Rule =
    Rule { name: "control-rule-indexed-national", formula: "rahvapension × i", basis: INDEX };
/// [`raised_rates`]
pub const EXTRAORDINARY: Rule = Rule {
    name: "control-rule-extraordinary",
    formula: "indekseeritud määr + erakorraline tõus",
    basis: INDEX,
};
/// The sum of shares.
pub const SHARES_SUM: Rule = Rule {
    name: "control-rule-shares-sum",
    formula: "ΣK (1999–2020), ΣÜ (alates 2021)",
    basis: PENSION,
};
/// [`pension`] before the floor.
pub const FORMULA: Rule =
    Rule {
        name: "control-rule-formula", formula: "baasosa + S·a + ΣK·a + ΣÜ·a", basis: PENSION
    };
/// [`pension`], what is paid.
pub const FLOOR: Rule = Rule {
    name: "control-rule-floor",
    formula: "pension = max(rahvapension; arvutatud)",
    basis: PENSION,
};
/// [`pension`] of kind rahvapension.
pub const NATIONAL: Rule =
    Rule { name: "control-rule-national", formula: "pension = rahvapension", basis: PENSION };
