//! What happened in a register: one link of the chain.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rakis_model::Exchange;
use serde::{Deserialize, Serialize};

use crate::{
    canonical,
    defect::{AttachmentNote, Cause, Regression, Report, Sighting},
    fingerprint::Fingerprint,
    phase_name,
    procedure::Phase,
};

/// `prev` of the first event.
pub const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// One link of the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Number from 1, without gaps.
    pub seq: i64,
    /// The defect it is about; none when it is about a whole run.
    pub defect: Option<String>,
    /// When.
    pub at: Timestamp,
    /// Who did it, or whose run did.
    pub who: String,
    /// In which role; [`PROGRAM`] when the program did it by itself.
    pub role: String,
    /// What.
    pub what: What,
    /// Hash of the event before.
    pub prev: String,
    /// SHA-256 over everything above.
    pub hash: String,
}

/// The role of what the program does by itself.
pub const PROGRAM: &str = "rakis";

/// What happened. Kind and body are columns of the log; both are read back by this type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", rename_all = "kebab-case")]
pub enum What {
    /// A defect was found, by a run or by hand.
    Found(Box<Found>),
    /// It went from one state to another.
    Moved(Box<Moved>),
    /// Somebody else has it.
    Assigned(Assigned),
    /// Its text or class was changed.
    Edited(Edited),
    /// Somebody said something.
    Commented {
        /// What.
        text: String,
    },
    /// A file was added.
    Attached(AttachmentNote),
    /// A delivery may pass with it, for a time.
    Waived {
        /// Why.
        reason: String,
        /// Last day.
        until: jiff::civil::Date,
        /// What had been seen of it until then, sorted: the waiver covers nothing else.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        symptoms: Vec<String>,
    },
    /// It counts again before its time is up.
    WaiverWithdrawn {
        /// Why.
        reason: String,
    },
    /// It was found to be the same as another, which has its fingerprints from now on.
    MergedInto {
        /// The other.
        into: String,
    },
    /// The other side of `MergedInto`.
    TookOver {
        /// The one that was merged.
        from: String,
        /// What came with it.
        share: Share,
    },
    /// A fingerprint was found to be another fault: it is a defect of its own now.
    SplitOff {
        /// The new defect.
        into: String,
        /// What went with it.
        share: Share,
    },
    /// Every scenario of it passed in a build at or after the fix.
    Retested(Regression),
    /// A scenario that failed by it is gone, so that nobody waits for it to pass.
    ScenarioRetired {
        /// Its key.
        scenario: String,
        /// Its name, for people.
        title: String,
        /// Why.
        reason: String,
    },
    /// A run was written into the register.
    RunRecorded(Box<RunRecorded>),
}

/// Fingerprints and what was counted for them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// Strict fingerprints.
    pub fingerprints: Vec<String>,
    /// Occurrences.
    pub occurrences: i64,
    /// The last of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_seen: Option<Sighting>,
}

/// A defect as it began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// What is wrong.
    pub report: Report,
    /// Its first state.
    pub state: String,
    /// What the state means.
    #[serde(with = "phase_name")]
    pub phase: Phase,
    /// Revision of the procedure.
    pub procedure: i64,
    /// Severity at first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<String>,
    /// Priority at first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<String>,
    /// Competence asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub competence: Option<String>,
    /// Who is to mend.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    /// The person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<String>,
    /// By what it is known; none for a defect that no scenario has found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<Fingerprint>,
    /// Key of the scenario that found it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scenario: Option<String>,
    /// How exactly the failure looked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symptom: Option<String>,
    /// What was sent and answered in the failing step.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Exchange>,
    /// The defect it was split from, with the occurrences it brings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub split: Option<(String, Share)>,
}

/// A way taken from one state to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// Name of the transition.
    pub transition: String,
    /// State before.
    pub from: String,
    /// State after.
    pub to: String,
    /// What the state after means.
    #[serde(with = "phase_name")]
    pub phase: Phase,
    /// Revision of the procedure that permits it.
    pub procedure: i64,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// New severity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<String>,
    /// New priority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<String>,
    /// New party.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    /// New person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<String>,
    /// Build with the fix.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed_in: Option<String>,
    /// Cause.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Cause>,
    /// The defect it repeats.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duplicate_of: Option<String>,
    /// The run that made the program do it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run: Option<String>,
    /// The delivery of that run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<String>,
}

/// Who has it now; what is absent stays as it was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assigned {
    /// Who is to mend.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    /// The person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<String>,
}

/// What was changed; what is absent stays as it was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edited {
    /// Title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Description.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Severity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<String>,
    /// Priority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<String>,
    /// Cause.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Cause>,
}

/// A run, as the chain remembers it. Its occurrences are rows; their digest is here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunRecorded {
    /// Name, delivery, build, environment.
    pub run: Sighting,
    /// Project.
    pub project: String,
    /// When it ended.
    pub finished: Timestamp,
    /// Scenarios by outcome, names as in the record.
    pub counts: BTreeMap<String, i64>,
    /// Digest of what the record says of every scenario.
    pub record: String,
    /// Number of occurrence rows.
    pub rows: i64,
    /// Digest of the occurrence rows.
    pub digest: String,
    /// Digest of what was said of single scenarios.
    pub notes: String,
    /// How often each defect was seen.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub seen: BTreeMap<String, i64>,
}

impl Edited {
    /// Does it change words only, and not how the defect counts?
    pub const fn is_text_only(&self) -> bool {
        self.severity.is_none() && self.priority.is_none() && self.cause.is_none()
    }
}

impl What {
    /// Kind and canonical body, as the log keeps them.
    pub(crate) fn columns(&self) -> (String, String) {
        let value = serde_json::to_value(self).unwrap_or_default();
        let kind = value["kind"].as_str().unwrap_or_default().to_owned();
        (kind, canonical::json(&value["body"]))
    }

    /// From the columns of the log.
    pub(crate) fn read(kind: &str, body: &str) -> Result<Self, serde_json::Error> {
        let body: serde_json::Value = serde_json::from_str(body)?;
        serde_json::from_value(serde_json::json!({ "kind": kind, "body": body }))
    }
}

/// The columns of a link that its hash covers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Link<'a> {
    pub(crate) seq: i64,
    pub(crate) defect: Option<&'a str>,
    pub(crate) at: &'a str,
    pub(crate) who: &'a str,
    pub(crate) role: &'a str,
    pub(crate) kind: &'a str,
    pub(crate) body: &'a str,
    pub(crate) prev: &'a str,
}

impl Link<'_> {
    /// SHA-256 over the hash before and every column.
    pub(crate) fn hash(&self) -> String {
        canonical::hash(&(
            self.prev,
            self.seq,
            self.defect,
            self.at,
            self.who,
            self.role,
            self.kind,
            self.body,
        ))
    }
}
