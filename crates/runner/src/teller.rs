//! Telling what happens to a scenario, as messages, by one clock.

use std::{sync::mpsc, time::Instant};

use rakis_model::{
    Message,
    distribution::DISTRIBUTION_MEDIA_TYPE,
    failure::{EXCHANGE_MEDIA_TYPE, FAILURE_MEDIA_TYPE},
    messages::{
        Attachment, Envelope, Exception, Status, TestCaseFinished, TestCaseStarted,
        TestStepFinished, TestStepResult, TestStepStarted, Time,
    },
    words::Words,
};

use crate::{head::step_id, job::StepEnd};

/// Id of the run within its record.
pub(crate) const RUN_ID: &str = "run";

/// Where messages go.
pub(crate) type Events = mpsc::Sender<Envelope>;

/// One clock for the whole run: the wall's at its start, then never backwards.
#[derive(Clone, Copy)]
pub(crate) struct Clock {
    base: i128,
    began: Instant,
}

impl Clock {
    /// A clock that starts now, at the wall's time.
    pub(crate) fn start(wall: fn() -> i128) -> Self {
        Self { base: wall(), began: Instant::now() }
    }

    pub(crate) fn now(&self) -> Time {
        let passed = i128::try_from(self.began.elapsed().as_nanos()).unwrap_or_default();
        Time::from_nanos(self.base + passed)
    }
}

/// Tells what happens to one scenario.
pub(crate) struct Teller<'t> {
    pub(crate) events: &'t Events,
    pub(crate) clock: Clock,
    pub(crate) words: &'t Words,
    pub(crate) case: usize,
}

impl Teller<'_> {
    fn tell(&self, envelope: Envelope) {
        // Only a receiver that gave up (a full disk) is not there any more.
        let _ = self.events.send(envelope);
    }

    fn attempt(&self) -> String {
        format!("attempt-{}", self.case)
    }

    pub(crate) fn started(&self, worker: usize) {
        self.tell(Envelope::TestCaseStarted(TestCaseStarted {
            attempt: 0,
            id: self.attempt(),
            test_case_id: format!("case-{}", self.case),
            worker_id: Some(worker.to_string()),
            timestamp: self.clock.now(),
        }));
    }

    pub(crate) fn finished(&self) {
        self.tell(Envelope::TestCaseFinished(TestCaseFinished {
            test_case_started_id: self.attempt(),
            timestamp: self.clock.now(),
            will_be_retried: false,
        }));
    }

    pub(crate) fn step_started(&self, step: usize) {
        self.tell(Envelope::TestStepStarted(TestStepStarted {
            test_case_started_id: self.attempt(),
            test_step_id: step_id(self.case, step),
            timestamp: self.clock.now(),
        }));
    }

    pub(crate) fn step_skipped(&self, step: usize, reason: Option<Message>) {
        self.step_started(step);
        let message = reason.map(|reason| self.words.text(&reason));
        self.step_finished(
            step,
            TestStepResult { status: Status::Skipped, message, ..TestStepResult::default() },
        );
    }

    pub(crate) fn step_ended(&self, step: usize, end: &StepEnd) {
        for exchange in &end.evidence.exchanges {
            self.attach(step, EXCHANGE_MEDIA_TYPE, json(exchange));
        }
        for distribution in &end.evidence.distributions {
            self.attach(step, DISTRIBUTION_MEDIA_TYPE, json(distribution));
        }
        let duration = Time::from_nanos(i128::try_from(end.took.as_nanos()).unwrap_or_default());
        let Some(failure) = &end.failure else {
            let result =
                TestStepResult { duration, status: Status::Passed, ..TestStepResult::default() };
            return self.step_finished(step, result);
        };
        self.attach(step, FAILURE_MEDIA_TYPE, json(failure));
        let message = self.words.text(&failure.message);
        let exception = Exception {
            exception_type: failure.kind.name().to_owned(),
            message: Some(message.clone()),
        };
        self.step_finished(
            step,
            TestStepResult {
                duration,
                status: Status::Failed,
                message: Some(message),
                exception: Some(exception),
            },
        );
    }

    fn step_finished(&self, step: usize, result: TestStepResult) {
        self.tell(Envelope::TestStepFinished(TestStepFinished {
            test_case_started_id: self.attempt(),
            test_step_id: step_id(self.case, step),
            test_step_result: result,
            timestamp: self.clock.now(),
        }));
    }

    fn attach(&self, step: usize, media_type: &str, body: String) {
        self.tell(Envelope::Attachment(Attachment {
            body,
            content_encoding: "IDENTITY".to_owned(),
            media_type: media_type.to_owned(),
            test_case_started_id: Some(self.attempt()),
            test_step_id: Some(step_id(self.case, step)),
            test_run_started_id: None,
        }));
    }
}

/// Our own types are plain data: they always become JSON.
pub(crate) fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
