//! What a snapshot's file says of itself, under `info:`, which `cargo insta` keeps.

use serde::{Deserialize, Serialize};

/// The version of what stands under `info:` and of the canonical texts.
pub(crate) const FORMAT: u32 = 1;

/// Where a snapshot comes from, how it is compared, and its hash. Keys are Estonian in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Info {
    /// Version of this format.
    #[serde(rename = "vorming")]
    pub format: u32,
    /// Name of the [`Form`](super::Form).
    #[serde(rename = "kuju", default)]
    pub form: String,
    /// Fields and their rules.
    #[serde(rename = "reeglid", default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<Ruled>,
    /// Hash of form, rules and text; see [`Canonical::hash`](super::Canonical::hash).
    #[serde(rename = "räsi", default)]
    pub hash: String,
    /// The requirement.
    #[serde(rename = "nõue", default, skip_serializing_if = "Option::is_none")]
    pub requirement: Option<String>,
    /// Its criterion.
    #[serde(rename = "kriteerium", default, skip_serializing_if = "Option::is_none")]
    pub criterion: Option<String>,
    /// The scenario that compared it.
    #[serde(rename = "stsenaarium", default)]
    pub scenario: String,
    /// The step.
    #[serde(rename = "samm", default)]
    pub step: String,
    /// The run that wrote the pending text; only in `.snap.new`.
    #[serde(rename = "käivitus", default, skip_serializing_if = "Option::is_none")]
    pub run: Option<String>,
    /// How many values lack the shape that a rule demands. Such a text cannot be approved.
    #[serde(rename = "vale kujuga väärtusi", default, skip_serializing_if = "is_zero")]
    pub broken: usize,
}

/// A field and its rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruled {
    /// The field.
    #[serde(rename = "väli")]
    pub field: String,
    /// The rule, in its normal writing.
    #[serde(rename = "reegel")]
    pub rule: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_zero(number: &usize) -> bool {
    *number == 0
}

impl Info {
    /// Fields and rules as pairs.
    pub fn pairs(&self) -> Vec<(String, String)> {
        self.rules.iter().map(|one| (one.field.clone(), one.rule.clone())).collect()
    }
}
