//! A defect: what is wrong, where it stands, and how events make it so.

use jiff::{Timestamp, civil::Date};
use rakis_model::{Difference, Message};
use serde::{Deserialize, Serialize};

use crate::{
    event::{Edited, Event, Found, Moved, RunRecorded, Share, What},
    phase_name,
    procedure::Phase,
};

/// What is wrong, in the fields of a defect report (ISTQB CTFL 4.0, 5.5).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Report {
    /// One line for lists.
    pub title: String,
    /// What people add in their own words.
    pub description: Option<String>,
    /// System under test: `STAR`, `SKAIS`.
    pub system: String,
    /// Area: `rights`.
    pub area: String,
    /// Requirement that is not met.
    pub requirement: Option<String>,
    /// Its statement.
    pub requirement_text: Option<String>,
    /// Criterion that is not met.
    pub criterion: Option<String>,
    /// Its title.
    pub criterion_title: Option<String>,
    /// Feature.
    pub feature: String,
    /// Scenario.
    pub scenario: String,
    /// Where it stands: `features/rights/star.feature:24`.
    pub address: String,
    /// Preconditions and steps, up to the one that did not hold.
    pub steps: Vec<ReportStep>,
    /// What was checked.
    pub check: Option<Message>,
    /// What was required.
    pub expected: Option<String>,
    /// What was found.
    pub actual: Option<String>,
    /// Every deviation.
    pub differences: Vec<Difference>,
    /// Snapshot it differs from.
    pub snapshot: Option<String>,
    /// Where and when it was found.
    pub found_in: Sighting,
}

/// A step of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportStep {
    /// Keyword as written.
    pub keyword: String,
    /// Sentence.
    pub text: String,
    /// Table.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub table: Vec<Vec<String>>,
    /// Text block.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doc_string: Option<String>,
}

/// Where and when something was seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sighting {
    /// Run.
    pub run: String,
    /// Delivery.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivery: Option<String>,
    /// Build.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub build: Option<String>,
    /// Environment.
    pub environment: String,
    /// When the run began; when it was written down, for what people found.
    pub at: Timestamp,
}

/// Why the defect came to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    /// Class, as the procedure names it.
    pub class: String,
    /// A sentence.
    pub text: String,
}

/// A scenario that failed before the fix and passed after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Regression {
    /// Scenario, for people.
    pub scenario: String,
    /// Where it stands.
    pub address: String,
    /// Run in which it failed.
    pub red: String,
    /// Run in which it passed.
    pub green: String,
    /// Build of that run.
    pub build: String,
    /// Its delivery.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<String>,
}

/// Permission to pass with the defect, for a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiver {
    /// Who gave it.
    pub by: String,
    /// In which role.
    pub role: String,
    /// Why.
    pub reason: String,
    /// When it was given.
    pub at: Timestamp,
    /// Its last day.
    pub until: Date,
    /// The [symptoms](crate::symptom) it covers, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub symptoms: Vec<String>,
}

impl Waiver {
    /// Does it hold on this day? The last day is one of them.
    pub fn in_force(&self, today: Date) -> bool {
        today <= self.until
    }

    /// Had a failure been seen like this when the waiver was given?
    pub fn covers(&self, symptom: Option<&str>) -> bool {
        symptom
            .is_some_and(|one| self.symptoms.binary_search_by(|known| (**known).cmp(one)).is_ok())
    }
}

/// A file kept with a defect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachmentNote {
    /// Name, unique within the defect.
    pub name: String,
    /// Media type.
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of the content.
    pub sha256: String,
}

/// Since when a defect is in a state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StateChange {
    /// When it came into it.
    pub at: Timestamp,
    /// The state.
    pub state: String,
}

/// A defect as its events have made it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Defect {
    /// Id for people: `VIGA-2026-0001`.
    pub id: String,
    /// What is wrong.
    pub report: Report,
    /// State, in the words of the procedure.
    pub state: String,
    /// What the state means.
    #[serde(with = "phase_name")]
    pub phase: Phase,
    /// Severity.
    pub severity: Option<String>,
    /// Priority.
    pub priority: Option<String>,
    /// Competence asked for.
    pub competence: Option<String>,
    /// Who is to mend.
    pub party: Option<String>,
    /// The person.
    pub assignee: Option<String>,
    /// Build with the fix, or that will have it.
    pub fixed_in: Option<String>,
    /// Why it came to be.
    pub cause: Option<Cause>,
    /// The scenario that failed before the fix and passed after it.
    pub regression: Option<Regression>,
    /// Permission to pass with it; it may have run out.
    pub waiver: Option<Waiver>,
    /// The defect it repeats.
    pub duplicate_of: Option<String>,
    /// The defect it was merged into.
    pub merged_into: Option<String>,
    /// The defect it was split from.
    pub split_from: Option<String>,
    /// Strict fingerprints it is known by.
    pub fingerprints: Vec<String>,
    /// Files.
    pub attachments: Vec<AttachmentNote>,
    /// How often it was seen.
    pub occurrences: i64,
    /// How often it came back.
    pub reopened: i64,
    /// Where and when it was seen last.
    pub last_seen: Sighting,
    /// When it was written down.
    pub opened_at: Timestamp,
    /// When anything but an occurrence was added last.
    pub changed_at: Timestamp,
    /// When it was closed or dismissed.
    pub closed_at: Option<Timestamp>,
    /// Every state it was in.
    pub states: Vec<StateChange>,
}

impl Defect {
    /// The defect that an event began.
    pub fn found(id: &str, at: Timestamp, found: &Found) -> Self {
        let (split_from, share) = found.split.clone().unzip();
        let share = share.unwrap_or_default();
        let own = found.fingerprint.iter().map(|one| one.strict.clone());
        let fingerprints =
            if share.fingerprints.is_empty() { own.collect() } else { share.fingerprints };
        Self {
            id: id.to_owned(),
            report: found.report.clone(),
            state: found.state.clone(),
            phase: found.phase,
            severity: found.severity.clone(),
            priority: found.priority.clone(),
            competence: found.competence.clone(),
            party: found.party.clone(),
            assignee: found.assignee.clone(),
            fixed_in: None,
            cause: None,
            regression: None,
            waiver: None,
            duplicate_of: None,
            merged_into: None,
            split_from,
            fingerprints,
            attachments: Vec::new(),
            occurrences: share.occurrences,
            reopened: 0,
            last_seen: share.last_seen.unwrap_or_else(|| found.report.found_in.clone()),
            opened_at: at,
            changed_at: at,
            closed_at: None,
            states: vec![StateChange { at, state: found.state.clone() }],
        }
    }

    /// Takes one event in. An event of another defect, or a second beginning, changes nothing.
    pub fn apply(&mut self, event: &Event) {
        if let What::RunRecorded(recorded) = &event.what {
            self.seen(recorded);
            return;
        }
        if event.defect.as_ref() != Some(&self.id) {
            return;
        }
        self.changed_at = event.at;
        match &event.what {
            What::Found(_)
            | What::RunRecorded(_)
            | What::Commented { .. }
            | What::ScenarioRetired { .. } => {}
            What::Moved(moved) => self.moved(event.at, moved),
            What::Assigned(assigned) => {
                replace(&mut self.party, &assigned.party);
                replace(&mut self.assignee, &assigned.assignee);
            }
            What::Edited(edited) => self.edited(edited),
            What::Attached(note) => self.attachments.push(note.clone()),
            What::Waived { reason, until, symptoms } => {
                self.waiver = Some(Waiver {
                    by: event.who.clone(),
                    role: event.role.clone(),
                    reason: reason.clone(),
                    at: event.at,
                    until: *until,
                    symptoms: symptoms.clone(),
                });
            }
            What::WaiverWithdrawn { .. } => self.waiver = None,
            What::MergedInto { into } => self.merged(event.at, into),
            What::TookOver { share, .. } => self.took_over(share),
            What::SplitOff { share, .. } => {
                self.fingerprints.retain(|one| !share.fingerprints.contains(one));
                self.occurrences -= share.occurrences;
            }
            What::Retested(regression) => self.regression = Some(regression.clone()),
        }
    }

    fn seen(&mut self, recorded: &RunRecorded) {
        let Some(times) = recorded.seen.get(&self.id) else { return };
        self.occurrences += times;
        // Records may come in later than others that began later.
        if recorded.run.at >= self.last_seen.at {
            self.last_seen = recorded.run.clone();
        }
    }

    fn moved(&mut self, at: Timestamp, moved: &Moved) {
        let came_back = comes_back(self.phase, moved.phase);
        if came_back {
            // The fix was none: what proved it, and what let it pass, holds no longer.
            self.reopened += 1;
            self.fixed_in = None;
            self.regression = None;
            self.cause = None;
            self.waiver = None;
            self.duplicate_of = None;
        }
        self.state.clone_from(&moved.to);
        self.phase = moved.phase;
        replace(&mut self.severity, &moved.severity);
        replace(&mut self.priority, &moved.priority);
        replace(&mut self.party, &moved.party);
        replace(&mut self.assignee, &moved.assignee);
        replace(&mut self.fixed_in, &moved.fixed_in);
        replace(&mut self.cause, &moved.cause);
        replace(&mut self.duplicate_of, &moved.duplicate_of);
        self.closed_at = phase_name::is_over(moved.phase).then_some(at);
        self.states.push(StateChange { at, state: moved.to.clone() });
    }

    fn edited(&mut self, edited: &Edited) {
        if let Some(title) = &edited.title {
            self.report.title.clone_from(title);
        }
        replace(&mut self.report.description, &edited.description);
        replace(&mut self.severity, &edited.severity);
        replace(&mut self.priority, &edited.priority);
        replace(&mut self.cause, &edited.cause);
    }

    fn merged(&mut self, at: Timestamp, into: &str) {
        self.merged_into = Some(into.to_owned());
        self.phase = Phase::Dismissed;
        self.closed_at = Some(at);
        self.fingerprints.clear();
        self.occurrences = 0;
        self.waiver = None;
    }

    fn took_over(&mut self, share: &Share) {
        self.fingerprints.extend(share.fingerprints.iter().cloned());
        self.fingerprints.sort();
        self.fingerprints.dedup();
        self.occurrences += share.occurrences;
        if let Some(seen) = &share.last_seen
            && (seen.at, &seen.run) > (self.last_seen.at, &self.last_seen.run)
        {
            self.last_seen = seen.clone();
        }
    }

    /// Party and person, for people.
    pub fn owner(&self) -> String {
        let parts = [self.party.as_deref(), self.assignee.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// Everything it shares with the one it is merged into.
    pub(crate) fn share(&self) -> Share {
        Share {
            fingerprints: self.fingerprints.clone(),
            occurrences: self.occurrences,
            last_seen: Some(self.last_seen.clone()),
        }
    }
}

/// Does the way from one phase to another mean that the defect came back?
pub(crate) const fn comes_back(from: Phase, to: Phase) -> bool {
    let done = matches!(from, Phase::Fixed | Phase::Confirmed | Phase::Closed | Phase::Dismissed);
    done && matches!(to, Phase::New | Phase::Open | Phase::Waiting)
}

fn replace<T: Clone>(value: &mut Option<T>, new: &Option<T>) {
    if new.is_some() {
        value.clone_from(new);
    }
}
