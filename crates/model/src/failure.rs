//! Why a step did not hold, as data: reports and the defect register read this, not prose.

use serde::{Deserialize, Serialize};

use crate::{Message, Outcome};

/// Media type of a [`Failure`] attached to a step in the run record.
pub const FAILURE_MEDIA_TYPE: &str = "application/vnd.rakis.failure+json";
/// Media type of an [`Exchange`] attached to a step in the run record.
pub const EXCHANGE_MEDIA_TYPE: &str = "application/vnd.rakis.exchange+json";

/// Whose fault it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FailureKind {
    /// A value differs from what was required.
    Failed,
    /// The environment could not be reached or answered what no check could read.
    Broken,
    /// The test is wrong (a panic, a missing variable, a table of the wrong shape).
    Invalid,
}

impl FailureKind {
    /// The outcome of the scenario whose step failed so.
    pub const fn outcome(self) -> Outcome {
        match self {
            Self::Failed => Outcome::Failed,
            Self::Broken => Outcome::Broken,
            Self::Invalid => Outcome::Invalid,
        }
    }

    /// `exception.type` in the run record.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Failed => "Failed",
            Self::Broken => "Broken",
            Self::Invalid => "Invalid",
        }
    }
}

/// One structured deviation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// Where in the compared thing: a JSON path (`$.rollid[0]`), or a table's row and column.
    pub path: String,
    /// What sort of deviation.
    pub kind: DifferenceKind,
    /// What was required; absent when it should not be there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// What was found; absent when it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual: Option<String>,
}

/// The sort of a [`Difference`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DifferenceKind {
    /// Both there, not equal.
    Changed,
    /// Required, not there.
    Missing,
    /// There, not required.
    Extra,
    /// Of another type (a text where a number was required).
    Type,
}

/// A step that did not hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// Failed, broken or invalid.
    pub kind: FailureKind,
    /// What was checked or tried, e.g. "the decision of the request".
    pub message: Message,
    /// The whole required value, as people read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// The whole value found, as people read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual: Option<String>,
    /// Every deviation, not the first only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub differences: Vec<Difference>,
    /// What to do, where the harness knows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<Message>,
    /// The snapshot that was compared with, if the check was one of a snapshot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snapshot: Option<SnapshotNote>,
}

/// Which snapshot a failing check compared with, and how it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotNote {
    /// Its name, e.g. `rights/rollide-funktsioonid`.
    pub name: String,
    /// How it stands.
    pub standing: SnapshotStanding,
}

/// How a snapshot stands when a check of it fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SnapshotStanding {
    /// There is none yet; somebody must approve the first.
    New,
    /// There is one that nobody approved, or its text is not the approved one.
    Unapproved,
    /// There is an approved one, and the answer differs from it.
    Differs,
}

impl Failure {
    /// A failure of the given kind.
    pub const fn new(kind: FailureKind, message: Message) -> Self {
        Self {
            kind,
            message,
            expected: None,
            actual: None,
            differences: Vec::new(),
            hints: Vec::new(),
            snapshot: None,
        }
    }

    /// Is it a deviation from something agreed, so that it becomes a defect? A broken environment
    /// and a wrong test are none, nor is a snapshot that still waits for its approval.
    pub fn is_deviation(&self) -> bool {
        let approved = |note: &SnapshotNote| note.standing == SnapshotStanding::Differs;
        self.kind == FailureKind::Failed && self.snapshot.as_ref().is_none_or(approved)
    }

    /// Values differ.
    pub const fn failed(message: Message) -> Self {
        Self::new(FailureKind::Failed, message)
    }

    /// The environment is to blame.
    pub const fn broken(message: Message) -> Self {
        Self::new(FailureKind::Broken, message)
    }

    /// The test is to blame.
    pub const fn invalid(message: Message) -> Self {
        Self::new(FailureKind::Invalid, message)
    }

    /// Adds the two values.
    #[must_use]
    pub fn values(mut self, expected: impl Into<String>, actual: impl Into<String>) -> Self {
        self.expected = Some(expected.into());
        self.actual = Some(actual.into());
        self
    }

    /// Adds the deviations.
    #[must_use]
    pub fn differences(mut self, differences: Vec<Difference>) -> Self {
        self.differences = differences;
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn hint(mut self, hint: Message) -> Self {
        self.hints.push(hint);
        self
    }
}

/// One request to the system under test and what came back, already redacted and cut to size.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exchange {
    /// The operation that was performed (`taotle rolli`).
    pub operation: String,
    /// Method and address, e.g. `POST`.
    pub method: String,
    /// Full address.
    pub url: String,
    /// Header names and values as sent; secrets replaced.
    pub request_headers: Vec<(String, String)>,
    /// Body as sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_body: Option<String>,
    /// Status of the answer; absent when none came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// Headers of the answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub response_headers: Vec<(String, String)>,
    /// Body of the answer, as text, cut after [`EXCHANGE_BODY_LIMIT`] bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response_body: Option<String>,
    /// Bytes of the whole answer, when more than is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response_bytes: Option<u64>,
    /// Why no usable answer came (time-out, refused, cut off).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<Message>,
    /// Milliseconds from the request to the last byte.
    pub millis: u64,
}

/// At most this many bytes of a body go to the record.
pub const EXCHANGE_BODY_LIMIT: usize = 64 * 1024;
