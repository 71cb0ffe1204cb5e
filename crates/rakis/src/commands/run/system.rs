//! The system under test of a run: its environment read and guarded, the embedded one started.

use rakis_environment::{
    CheckedDatabase, Definition, Environment, Kind, MailSink, Operations, Started,
};
use rakis_model::{Diagnostic, Message, Problems};
use rakis_reference_system::{Options, Running};
use rakis_runner::Plan;
use rakis_steps::World;

use crate::{
    args,
    context::{self, Context},
    docs,
    project::Project,
    settings::Settings,
};

/// Reads an environment; production is refused here, before anything is sent.
pub(crate) fn definition(
    name: &str,
    settings: &Settings,
    problems: &mut Problems,
) -> Option<Definition> {
    let lookup = |name: &str| context::variable(name);
    let hosts = &settings.production_hosts;
    let mut definition = rakis_environment::load(&settings.root, name, hosts, &lookup, problems)?;
    definition.synthetic.clone_from(&settings.synthetic);
    Some(definition)
}

/// Every operation a selected step performs must be bound in the environment.
pub(crate) fn check_operations(
    project: &Project,
    plan: &Plan<World>,
    environment: &str,
    operations: &Operations,
    problems: &mut Problems,
) {
    for used in project.operations(plan) {
        if let Some(operation) = operations.get(&used.operation) {
            if let Some(message) = operation.unavailable.clone() {
                let hint = Message::new("cli-operation-unavailable-hint");
                problems.push(Diagnostic::error(message).at(used.place).hint(hint));
            }
            continue;
        }
        let message = Message::new("cli-operation-unbound")
            .with("operation", &used.operation)
            .with("environment", environment);
        let known = operations.keys().map(String::as_str);
        let mut diagnostic = Diagnostic::error(message).at(used.place);
        if let Some(near) = rakis_model::suggest::nearest(&used.operation, known) {
            diagnostic = diagnostic.hint(Message::new("did-you-mean").with("word", near));
        }
        problems.push(diagnostic.hint(Message::new("cli-operation-unbound-hint")));
    }
}

/// Faults and databases are the embedded system's; elsewhere they would be silently without effect.
pub(super) fn check_arguments(args: &args::Run, definition: &Definition, problems: &mut Problems) {
    if definition.kind != Kind::Embedded && (args.fault.is_some() || args.database.is_some()) {
        problems.push(Diagnostic::error(
            Message::new("cli-only-embedded").with("environment", &definition.name),
        ));
    }
    problems.extend(args.fault.as_deref().and_then(unknown_fault));
}

/// A fault that does not exist, with the one that was probably meant.
pub(crate) fn unknown_fault(name: &str) -> Option<Diagnostic> {
    let known: Vec<&str> =
        rakis_reference_system::faults().iter().map(|fault| fault.name).collect();
    if known.contains(&name) {
        return None;
    }
    let diagnostic = Diagnostic::error(Message::new("cli-fault-unknown").with("name", name));
    Some(match rakis_model::suggest::nearest(name, known) {
        Some(near) => diagnostic.hint(Message::new("did-you-mean").with("word", near)),
        None => diagnostic.hint(Message::new("cli-fault-list")),
    })
}

/// Opens the databases that the operations of a plan ask, before the first scenario: one that is
/// not there would break scenarios one by one, and others would have changed data by then.
pub(super) async fn databases_open(
    environment: &Environment,
    used: &[docs::Use],
    context: &Context,
) -> bool {
    let definition = environment.definition();
    let asks = |name: &str, used: &docs::Use| definition.database_of(&used.operation) == Some(name);
    let wanted = |name: &str| used.iter().any(|used| asks(name, used));
    let mut all = true;
    for database in environment.check_databases(wanted).await {
        let Some(diagnostic) = unusable(&database) else { continue };
        all = false;
        let first = used.iter().find(|used| asks(&database.name, used));
        context.show_one(&match first {
            Some(first) => diagnostic.related(
                first.place.clone(),
                Message::new("cli-database-used").with("operation", &first.operation),
            ),
            None => diagnostic,
        });
    }
    all
}

/// Why a database that was opened cannot be used; `None` when it can.
pub(crate) fn unusable(database: &CheckedDatabase) -> Option<Diagnostic> {
    let failure = database.result.as_ref().err()?;
    let diagnostic = Diagnostic::error(failure.message.clone());
    let diagnostic = match &database.place {
        Some(place) => diagnostic.at(place.clone()),
        None => diagnostic,
    };
    Some(failure.hints.iter().cloned().fold(diagnostic, Diagnostic::hint))
}

/// The environment ready to be asked, and what rakis started for it.
pub(crate) struct System {
    pub(crate) environment: Environment,
    running: Option<Running>,
    /// Takes the letters of the embedded system as long as it runs.
    mail: Option<MailSink>,
}

impl System {
    /// Starts what is to be started and connects.
    pub(crate) async fn start(
        definition: Definition,
        fault: Option<String>,
        database: Option<String>,
    ) -> Result<Self, Box<Diagnostic>> {
        if definition.kind != Kind::Embedded {
            let environment = Environment::connect(definition, None)?;
            return Ok(Self { environment, running: None, mail: None });
        }
        let not_started = |key, error: &dyn std::fmt::Display| {
            Box::new(Diagnostic::error(Message::new(key).with("reason", error)))
        };
        let mail = MailSink::start(jiff::Timestamp::now).await;
        let mail = mail.map_err(|error| not_started("cli-mail-not-started", &error))?;
        let listen = std::net::SocketAddr::from(([127, 0, 0, 1], 0));
        let options = Options { listen, database, fault, plant: None, mail: Some(mail.address()) };
        let running = rakis_reference_system::start(options).await;
        let running = running.map_err(|error| not_started("cli-reference-not-started", &error))?;
        let address = running.base_url();
        let started = Started {
            address: Some(&address),
            database: Some(running.database_url()),
            mail: Some(&mail),
        };
        let environment = Environment::connect_started(definition, started)?;
        Ok(Self { environment, running: Some(running), mail: Some(mail) })
    }

    /// Stops what was started; letters are taken until the system is done.
    pub(crate) async fn stop(self) {
        if let Some(running) = self.running {
            running.stop().await;
        }
        drop(self.mail);
    }
}
