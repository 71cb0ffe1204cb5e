//! `rakis reference`: the embedded STAR/SKAIS by itself, and the list of its faults.

use rakis_model::{Diagnostic, Exit, Message};
use rakis_reference_system::{Options, faults};

use super::{run::unknown_fault, runtime, signal};
use crate::{args, context::Context};

/// Runs the reference system until Ctrl-C, or lists its faults.
pub(super) fn reference(args: args::Reference, context: &Context) -> Exit {
    if args.faults {
        list(context);
        return Exit::Passed;
    }
    if let Some(diagnostic) = args.fault.as_deref().and_then(unknown_fault) {
        context.show_one(&diagnostic);
        return Exit::Usage;
    }
    let runtime = match runtime() {
        Ok(runtime) => runtime,
        Err(error) => return not_started(context, &error),
    };
    let fault = args.fault.clone();
    let options = Options {
        listen: args.listen,
        database: args.database,
        fault: args.fault,
        plant: args.plant,
        mail: args.mail,
    };
    runtime.block_on(async {
        let running = match rakis_reference_system::start(options).await {
            Ok(running) => running,
            Err(error) => return not_started(context, &error),
        };
        let message = Message::new("cli-reference-running").with("address", running.base_url());
        context.say(&message);
        if let Some(fault) = fault {
            context.say(&Message::new("cli-reference-fault").with("name", fault));
        }
        signal().await;
        running.stop().await;
        context.line(&context.word("cli-reference-stopped"));
        Exit::Passed
    })
}

fn not_started(context: &Context, error: &impl std::fmt::Display) -> Exit {
    let message = Message::new("cli-reference-not-started").with("reason", error);
    context.show_one(&Diagnostic::error(message));
    Exit::Broken
}

fn list(context: &Context) {
    use rakis_model::words::Language;
    for fault in faults() {
        let description = match context.words.language() {
            Language::Et => fault.description_et,
            Language::En => fault.description_en,
        };
        context.line(&format!("{}\n    {}\n    {}", fault.name, description, {
            context.text(&Message::new("cli-fault-caught-by").with("criterion", fault.criterion))
        }));
    }
}
