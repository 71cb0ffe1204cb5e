//! What a run was about, as its record tells it.

use serde::{Deserialize, Serialize};

use crate::failure::Failure;

/// Media type of the [`RunInfo`] attached to a run.
pub const RUN_INFO_MEDIA_TYPE: &str = "application/vnd.rakis.run+json";

/// What was run, where, against which requirements.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunInfo {
    /// Name of the run, also of its folder: `2026-11-22T10-15-00-3f2a`.
    pub name: String,
    /// Name of the project (`rakis.yaml`).
    pub project: String,
    /// Version of rakis.
    pub version: String,
    /// The command line, secrets replaced.
    pub command: String,
    /// Where it ran.
    pub environment: EnvironmentInfo,
    /// Fault of the reference system that was switched on, to test the tests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fault: Option<String>,
    /// The delivery under acceptance, as `--delivery` names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<String>,
    /// The build of it that was tested, as `--build` names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub build: Option<String>,
    /// Scenarios run at once.
    pub jobs: usize,
    /// Seed of the order and of the synthetic people.
    pub seed: u64,
    /// The specifications whose requirements the scenarios name.
    pub specifications: Vec<SpecificationInfo>,
}

/// Where a run took place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnvironmentInfo {
    /// Name of its file without `.yaml`.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// Base address.
    pub address: String,
}

/// A specification, as far as a report tells of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpecificationInfo {
    /// Id, e.g. `STAR-2026-01`.
    pub id: String,
    /// Title.
    pub title: String,
    /// `STAR` or `SKAIS`.
    pub system: String,
    /// Area, e.g. `rights`.
    pub area: String,
    /// Revision.
    pub revision: i64,
    /// Status in words.
    pub status: String,
    /// File.
    pub file: String,
    /// Legal basis.
    pub legal_basis: Vec<String>,
    /// What it is to reach.
    pub goal: String,
    /// Requirements.
    pub requirements: Vec<RequirementInfo>,
}

/// A requirement, as far as a report tells of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequirementInfo {
    /// Id, e.g. `STAR-2026-01.3`.
    pub id: String,
    /// The statement.
    pub statement: String,
    /// Priority in words (`peab`, `peaks`, `võib`).
    pub priority: String,
    /// Criteria.
    pub criteria: Vec<CriterionInfo>,
    /// Did its text change since its scenarios were derived or reviewed? Then they prove nothing.
    #[serde(default)]
    pub suspect: bool,
}

/// A criterion of a requirement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriterionInfo {
    /// Id within its requirement, e.g. `a`.
    pub id: String,
    /// Title.
    pub title: String,
}

/// A failure as it is written into the record; kept apart so that its shape is versioned.
pub(super) fn read_failure(body: &str) -> Option<Failure> {
    serde_json::from_str(body).ok()
}
