//! `rakis env check`: is an environment complete, permitted and reachable?

use rakis_environment::Environment;
use rakis_model::{Exit, Message, Problems};
use rakis_runner::Selection;

use super::{
    run::{System, check_operations, definition, reachable, unusable},
    runtime,
};
use crate::{
    args::{self, EnvWhat},
    context::Context,
    project::Project,
};

/// Checks one environment.
pub(super) fn env(args: args::Env, context: &Context) -> Exit {
    let EnvWhat::Check(args) = args.what;
    let mut problems = Problems::new();
    let found = Project::read(&context.folder, &mut problems).and_then(|project| {
        let name = args.name.unwrap_or_else(|| project.settings.environment.clone());
        let definition = definition(&name, &project.settings, &mut problems)?;
        // Steps that cannot be resolved are the business of `check`; here only bindings count.
        let plan = project.plan(&Selection::default(), &mut Problems::new());
        check_operations(&project, &plan, &name, &definition.operations, &mut problems);
        Some(definition)
    });
    let invalid = problems.any_error();
    context.show(problems);
    let Some(definition) = found.filter(|_| !invalid) else { return Exit::Invalid };
    context.hide(definition.redactor());
    let bound = definition.operations.len();
    let runtime = match runtime() {
        Ok(runtime) => runtime,
        Err(error) => {
            context.say(&Message::new("cli-no-runtime").with("reason", error));
            return Exit::Broken;
        }
    };
    let _inside = runtime.enter();
    let system = match runtime.block_on(System::start(definition, None, None)) {
        Ok(system) => system,
        Err(diagnostic) => {
            context.show_one(&diagnostic);
            return Exit::Broken;
        }
    };
    let mut up = runtime.block_on(reachable(&system.environment, context));
    if up {
        up = runtime.block_on(databases(&system.environment, context));
    }
    if up {
        context.say(
            &Message::new("cli-env-ready")
                .with("environment", system.environment.title())
                .with("address", system.environment.address())
                .with("count", bound),
        );
    }
    runtime.block_on(system.stop());
    if up { Exit::Passed } else { Exit::Broken }
}

/// Opens every database of the environment and tells what came of it.
async fn databases(environment: &Environment, context: &Context) -> bool {
    let mut all = true;
    for database in environment.check_databases(|_| true).await {
        if let Some(diagnostic) = unusable(&database) {
            all = false;
            context.show_one(&diagnostic);
        } else {
            let key =
                if database.writable { "cli-env-database-writable" } else { "cli-env-database" };
            let message = Message::new(key).with("name", database.name);
            context.say(&message.with("kind", database.kind));
        }
    }
    all
}
