//! The system under test of a run: its environment read and guarded, the embedded one started.

use rakis_environment::{Definition, Environment, Kind, Operations};
use rakis_model::{Diagnostic, Message, Problems};
use rakis_reference_system::{Options, Running};
use rakis_runner::Plan;
use rakis_steps::World;

use crate::{args, context, project::Project};

/// Reads an environment; production is refused here, before anything is sent.
pub(crate) fn definition(
    name: &str,
    project: &Project,
    problems: &mut Problems,
) -> Option<Definition> {
    let settings = &project.settings;
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
        if operations.contains_key(&used.operation) {
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

/// The environment ready to be asked, and the embedded system when rakis started it.
pub(crate) struct System {
    pub(crate) environment: Environment,
    running: Option<Running>,
}

impl System {
    /// Starts what is to be started and connects.
    pub(crate) async fn start(
        definition: Definition,
        fault: Option<String>,
        database: Option<String>,
    ) -> Result<Self, Box<Diagnostic>> {
        let running = match definition.kind {
            Kind::Embedded => Some(embedded(fault, database).await?),
            Kind::Test | Kind::Development | Kind::Staging | Kind::Production => None,
        };
        let address = running.as_ref().map(Running::base_url);
        let environment = Environment::connect(definition, address)?;
        Ok(Self { environment, running })
    }

    /// Stops what was started.
    pub(crate) async fn stop(self) {
        if let Some(running) = self.running {
            running.stop().await;
        }
    }
}

async fn embedded(
    fault: Option<String>,
    database: Option<String>,
) -> Result<Running, Box<Diagnostic>> {
    let listen = std::net::SocketAddr::from(([127, 0, 0, 1], 0));
    rakis_reference_system::start(Options { listen, database, fault, plant: None, mail: None }).await.map_err(
        |error| {
            Box::new(Diagnostic::error(
                Message::new("cli-reference-not-started").with("reason", error),
            ))
        },
    )
}
