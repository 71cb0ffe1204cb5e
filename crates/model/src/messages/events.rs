//! What happens in a run.

use serde::{Deserialize, Serialize};

use super::Time;

message! {
    /// A run begins.
    TestRunStarted {
        /// When.
        timestamp: Time,
        /// Id of the run.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        id: Option<String>,
    }
}
message! {
    /// A pickle with its steps resolved.
    TestCase {
        /// Id.
        id: String,
        /// Pickle.
        pickle_id: String,
        /// Steps.
        test_steps: Vec<TestStep>,
        /// Run.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        test_run_started_id: Option<String>,
    }
}
message! {
    /// A resolved step.
    TestStep {
        /// Id.
        id: String,
        /// Step of the pickle.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pickle_step_id: Option<String>,
        /// The definitions that match: exactly one in a plan that may run.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        step_definition_ids: Option<Vec<String>>,
    }
}
message! {
    /// An attempt begins.
    TestCaseStarted {
        /// 0 for the first.
        attempt: u32,
        /// Id of the attempt.
        id: String,
        /// Test case.
        test_case_id: String,
        /// Which worker ran it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        worker_id: Option<String>,
        /// When.
        timestamp: Time,
    }
}
message! {
    /// A step begins.
    TestStepStarted {
        /// Attempt.
        test_case_started_id: String,
        /// Step.
        test_step_id: String,
        /// When.
        timestamp: Time,
    }
}
message! {
    /// Data that belongs to a run or a step.
    Attachment {
        /// Text.
        body: String,
        /// Always `IDENTITY`: text as it is.
        content_encoding: String,
        /// What it is.
        media_type: String,
        /// Attempt.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        test_case_started_id: Option<String>,
        /// Step.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        test_step_id: Option<String>,
        /// Run.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        test_run_started_id: Option<String>,
    }
}

/// How a step ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Status {
    /// Not told.
    #[default]
    Unknown,
    /// It held.
    Passed,
    /// Not run, because an earlier step failed or the scenario is skipped.
    Skipped,
    /// Not decided.
    Pending,
    /// No definition.
    Undefined,
    /// More than one definition.
    Ambiguous,
    /// It did not hold.
    Failed,
}

message! {
    /// Why a step failed.
    Exception {
        /// `Failed`, `Broken` or `Invalid`.
        #[serde(rename = "type")]
        exception_type: String,
        /// In words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        message: Option<String>,
    }
}
message! {
    /// How a step ended.
    TestStepResult {
        /// How long it took.
        duration: Time,
        /// How it ended.
        status: Status,
        /// In words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        message: Option<String>,
        /// Why it failed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        exception: Option<Exception>,
    }
}
message! {
    /// A step ended.
    TestStepFinished {
        /// Attempt.
        test_case_started_id: String,
        /// Step.
        test_step_id: String,
        /// How.
        test_step_result: TestStepResult,
        /// When.
        timestamp: Time,
    }
}
message! {
    /// An attempt ended.
    TestCaseFinished {
        /// Attempt.
        test_case_started_id: String,
        /// When.
        timestamp: Time,
        /// Is another attempt to come?
        will_be_retried: bool,
    }
}
message! {
    /// The run ended.
    TestRunFinished {
        /// Did everything pass?
        success: bool,
        /// When.
        timestamp: Time,
        /// Why it ended early.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        message: Option<String>,
        /// Run.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        test_run_started_id: Option<String>,
    }
}
