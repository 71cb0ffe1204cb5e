//! What one scenario knows: its environment, its people and their sessions, the test clock and the
//! values kept on the way.

use std::{
    collections::BTreeMap,
    fmt,
    path::{Component, Path},
    sync::Arc,
};

use rakis_compare::{Table, snapshot::Window};
use rakis_environment::{Environment, FreeRequest, Performed, Reply, Variables};
use rakis_model::{
    Distribution, Exchange, Failure, Message, PersonalCode, redact::Redactor, suggest,
};
use serde_json::Value;

use crate::{
    People,
    attempt::Attempt,
    clock::TestClock,
    or_fail::{OrFail, fail},
    snapshots::{self, Approved, Scene},
};

/// Variable that names the system of the scenario in addresses: `star` or `skais`.
const SYSTEM: &str = "süsteem";
/// Variable with the moment of the test clock.
const CLOCK: &str = "katseaeg";
/// Tag that names the system: `@mod-STAR`.
const SYSTEM_TAG: &str = "mod-";

/// The world of one scenario.
#[derive(Debug, cucumber::World)]
#[world(init = Self::new)]
pub struct World {
    environment: Environment,
    people: Arc<People>,
    approved: Approved,
    scene: Scene,
    /// When the scenario began, by the computer's clock.
    began: jiff::Timestamp,
    /// Values for the templates of operations and, as `{name}`, for texts of steps.
    pub(crate) variables: Variables,
    persons: BTreeMap<String, PersonalCode>,
    sessions: BTreeMap<String, Value>,
    clock: Option<TestClock>,
    /// The first moment the test clock was set to.
    clock_began: Option<TestClock>,
    attempt: Option<Attempt>,
    /// Was the outcome of the last attempt looked at?
    checked: bool,
    reply: Option<Reply>,
    exchanges: Vec<Exchange>,
    distributions: Vec<Distribution>,
    /// The table of functions that was tried last.
    tried: Option<Table>,
}

/// A world cannot be made out of nothing; see [`World::start`].
#[derive(Clone, Copy, Debug)]
struct NotStarted;

impl fmt::Display for NotStarted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a world is started with an environment: World::start")
    }
}

impl std::error::Error for NotStarted {}

impl World {
    fn new() -> Result<Self, NotStarted> {
        Err(NotStarted)
    }

    /// The world at the start of a scenario; the tag `@mod-STAR` chooses the system.
    pub fn start(
        environment: Environment,
        people: Arc<People>,
        approved: Approved,
        scene: Scene,
    ) -> Self {
        let mut variables = Variables::new();
        let system =
            scene.tags.iter().find_map(|tag| tag.trim_start_matches('@').strip_prefix(SYSTEM_TAG));
        if let Some(system) = system {
            variables.insert(SYSTEM.to_owned(), system.to_lowercase().into());
        }
        Self {
            environment,
            people,
            began: (approved.now)(),
            approved,
            scene,
            variables,
            persons: BTreeMap::new(),
            sessions: BTreeMap::new(),
            clock: None,
            clock_began: None,
            attempt: None,
            checked: true,
            reply: None,
            exchanges: Vec::new(),
            distributions: Vec::new(),
            tried: None,
        }
    }

    /// What was sent and answered since the last call, for the run record.
    pub fn take_exchanges(&mut self) -> Vec<Exchange> {
        std::mem::take(&mut self.exchanges)
    }

    /// Lets people see the shape of what was found, in the report.
    pub(crate) fn show(&mut self, distribution: Distribution) {
        self.distributions.push(distribution);
    }

    /// What was shown since the last call, for the run record.
    pub fn take_distributions(&mut self) -> Vec<Distribution> {
        std::mem::take(&mut self.distributions)
    }

    /// How many exchanges wait for the run record.
    pub(crate) const fn exchange_count(&self) -> usize {
        self.exchanges.len()
    }

    /// Of the exchanges after the first `kept` only the last stays: a question asked again and
    /// again, of which the last answer counts.
    pub(crate) fn forget_exchanges(&mut self, kept: usize) {
        let end = self.exchanges.len().saturating_sub(1).max(kept);
        self.exchanges.drain(kept.min(end)..end);
    }

    /// At the end of a scenario: a refusal that no step asked about, if there is one.
    pub fn finish(&mut self) -> Option<Failure> {
        if std::mem::replace(&mut self.checked, true) {
            return None;
        }
        let refusal = self.attempt.as_ref().and_then(Attempt::refusal).cloned();
        refusal.map(|failure| failure.hint(Message::new("step-refused-earlier")))
    }

    /// Does an act that must be allowed; its values are kept. A refusal ends the step.
    pub(crate) async fn perform<'a>(
        &mut self,
        operation: &str,
        inputs: impl IntoIterator<Item = (&'a str, Value)>,
    ) -> Reply {
        self.send(operation, inputs).await.result.or_fail()
    }

    /// Tries an act that may be refused. A refusal that no step asks about ends the scenario at its
    /// next act, or at its end (see [`World::finish`]).
    pub(crate) async fn attempt<'a>(
        &mut self,
        operation: &str,
        inputs: impl IntoIterator<Item = (&'a str, Value)>,
    ) {
        let performed = self.send(operation, inputs).await;
        self.attempt = Some(Attempt::of(operation, &performed).or_fail());
        self.checked = false;
    }

    /// The outcome of the last attempt; from now on it counts as looked at.
    pub(crate) fn last_attempt(&mut self) -> &Attempt {
        self.checked = true;
        let none = || Box::new(Failure::invalid(Message::new("step-no-attempt")));
        self.attempt.as_ref().ok_or_else(none).or_fail()
    }

    /// Keeps what came of trying a table of functions.
    pub(crate) fn keep_tried(&mut self, table: Table) {
        self.tried = Some(table);
    }

    /// What came of trying a table of functions.
    pub(crate) fn tried(&self) -> &Table {
        let none = || Box::new(Failure::invalid(Message::new("step-nothing-tried")));
        self.tried.as_ref().ok_or_else(none).or_fail()
    }

    /// Sends a request that no operation names.
    pub(crate) async fn request(&mut self, request: FreeRequest) {
        self.settle();
        let performed = self.environment.request(request, &self.variables).await;
        let performed = self.note(performed);
        performed.result.or_fail();
    }

    /// The answer that came last.
    pub(crate) fn reply(&self) -> &Reply {
        let none = || Box::new(Failure::invalid(Message::new("step-no-reply")));
        self.reply.as_ref().ok_or_else(none).or_fail()
    }

    async fn send<'a>(
        &mut self,
        operation: &str,
        inputs: impl IntoIterator<Item = (&'a str, Value)>,
    ) -> Performed {
        self.settle();
        let mut variables = self.variables.clone();
        variables.extend(inputs.into_iter().map(|(name, value)| (name.to_owned(), value)));
        let performed = self.environment.perform(operation, &variables).await;
        self.note(performed)
    }

    /// A refused attempt that nobody asked about should have been allowed.
    fn settle(&mut self) {
        if let Some(failure) = self.finish() {
            fail(failure);
        }
    }

    fn note(&mut self, performed: Performed) -> Performed {
        // What was refused before it was sent is no exchange.
        if !performed.exchange.method.is_empty() {
            self.exchanges.push(performed.exchange.clone());
        }
        self.reply = performed.result.as_ref().ok().cloned();
        if let Some(reply) = &self.reply {
            self.variables.extend(reply.captures.clone());
        }
        performed
    }

    /// The value of a variable.
    pub(crate) fn variable(&self, name: &str) -> &Value {
        let unknown = || {
            let near = suggest::nearest(name, self.variables.keys().map(String::as_str));
            let failure = Failure::invalid(Message::new("step-no-variable").with("name", name));
            Box::new(match near {
                Some(word) => failure.hint(Message::new("did-you-mean").with("word", word)),
                None => failure,
            })
        };
        self.variables.get(name).ok_or_else(unknown).or_fail()
    }

    /// Goes over to another system: operations are about it from now on.
    pub(crate) fn enter(&mut self, system: &str) {
        self.keep(SYSTEM, system.to_lowercase().into());
    }

    /// Keeps a value for later steps.
    pub(crate) fn keep(&mut self, name: impl Into<String>, value: Value) {
        self.variables.insert(name.into(), value);
    }

    /// Keeps what an attempt captured under a name of its own, if the attempt was allowed.
    pub(crate) fn keep_as(&mut self, captured: &str, name: String) {
        let value = self.reply.as_ref().and_then(|reply| reply.captures.get(captured)).cloned();
        self.variables.extend(value.map(|value| (name, value)));
    }

    /// The personal code of a person of this scenario; a new name gets a new code.
    pub(crate) fn person(&mut self, name: &str) -> Value {
        let people = &self.people;
        let code = self.persons.entry(name.to_owned()).or_insert_with(|| people.next());
        code.as_str().into()
    }

    /// Gives a person a code of the scenario's own choice.
    pub(crate) fn name_person(&mut self, name: String, code: PersonalCode) {
        self.persons.insert(name, code);
    }

    /// The people of this scenario by name.
    pub(crate) const fn persons(&self) -> &BTreeMap<String, PersonalCode> {
        &self.persons
    }

    /// Keeps the session that the last attempt opened, if it did, as this person's.
    pub(crate) fn keep_session(&mut self, person: &str) {
        let session = self.reply.as_ref().and_then(|reply| reply.captures.get("sessioon")).cloned();
        self.sessions.extend(session.map(|session| (person.to_owned(), session)));
    }

    /// The session of a person who has logged in.
    pub(crate) fn session(&mut self, person: &str) -> Value {
        self.settle();
        let none =
            || Box::new(Failure::invalid(Message::new("step-no-session").with("person", person)));
        self.sessions.get(person).cloned().ok_or_else(none).or_fail()
    }

    /// What hides secrets and personal codes of this environment.
    pub(crate) fn redactor(&self) -> &Redactor {
        self.environment.redactor()
    }

    /// The scenario.
    pub(crate) const fn scene(&self) -> &Scene {
        &self.scene
    }

    /// The snapshots of the run.
    pub(crate) const fn approved(&self) -> &Approved {
        &self.approved
    }

    /// In which time a moment of this scenario must lie.
    pub(crate) fn window(&self) -> Window {
        let test = self.clock_began.as_ref().zip(self.clock.as_ref());
        let test = test.map(|(from, to)| (from.timestamp(), to.timestamp()));
        snapshots::window(test, self.began, (self.approved.now)())
    }

    /// The bytes of a file of the project, named from its root.
    pub(crate) fn file(&self, path: &str) -> Result<Vec<u8>, Box<Failure>> {
        let root = self.approved.store.folder().parent().unwrap_or(Path::new("."));
        let inside = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
        let unreadable = |reason: String| {
            let message = Message::new("step-file-unreadable").with("file", path);
            Box::new(Failure::invalid(message.with("reason", reason)))
        };
        if !inside {
            return Err(unreadable("…/".to_owned()));
        }
        std::fs::read(root.join(path)).map_err(|error| unreadable(error.to_string()))
    }

    /// The test clock, once it is set.
    pub(crate) const fn clock(&self) -> Option<&TestClock> {
        self.clock.as_ref()
    }

    /// Sets the test clock.
    pub(crate) fn set_clock(&mut self, clock: TestClock) {
        self.keep(CLOCK, clock.rfc3339().into());
        self.clock_began.get_or_insert_with(|| clock.clone());
        self.clock = Some(clock);
    }

    /// Moves the test clock on.
    pub(crate) fn pass_minutes(&mut self, minutes: i64) {
        let unset = || Box::new(Failure::invalid(Message::new("step-clock-unset")));
        let later = self.clock.as_ref().ok_or_else(unset).or_fail().plus_minutes(minutes).or_fail();
        self.set_clock(later);
    }
}
