//! `rakis procedure`: the agreed procedure of defects, checked and shown.

use rakis_model::{Exit, Message, Problems};
use serde_json::json;

use crate::{
    args::{self, ProcedureWhat},
    context::Context,
    desk, settings,
};

/// Checks the procedure, or shows its states and transitions.
pub(super) fn procedure(args: &args::Procedure, context: &Context) -> Exit {
    let mut problems = Problems::new();
    let settings = settings::read(&context.folder, &mut problems);
    let procedure = settings.as_ref().and_then(|settings| desk::procedure(settings, &mut problems));
    let invalid = problems.any_error();
    context.show(problems);
    let Some(procedure) = procedure.filter(|_| !invalid) else { return Exit::Invalid };
    match &args.what {
        ProcedureWhat::Diagram(diagram) if diagram.mermaid => {
            let drawn = rakis_defects::procedure::mermaid(&procedure);
            match args.json {
                true => context.line(&format!("{:#}", json!({ "mermaid": drawn }))),
                false => context.print(&drawn),
            }
        }
        ProcedureWhat::Diagram(_) if !args.json => {
            let text = rakis_defects::procedure::text(&procedure, context.width, &context.words);
            context.print(&text);
        }
        ProcedureWhat::Check | ProcedureWhat::Diagram(_) if args.json => {
            context.line(&format!("{:#}", as_json(&procedure)));
        }
        ProcedureWhat::Check | ProcedureWhat::Diagram(_) => {
            let message = Message::new("cli-procedure-right")
                .with("title", &procedure.title)
                .with("revision", procedure.revision)
                .with("states", procedure.states.len())
                .with("transitions", procedure.transitions.len())
                .with("roles", procedure.roles.len());
            context.say(&message);
        }
    }
    Exit::Passed
}

fn as_json(procedure: &rakis_defects::Procedure) -> serde_json::Value {
    json!({
        "title": procedure.title,
        "revision": procedure.revision,
        "states": procedure.states.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(),
        "transitions": procedure.transitions.iter().map(|one| json!({
            "name": one.name, "from": one.from, "to": one.to, "roles": one.roles,
            "automatic": one.trigger.is_some(),
        })).collect::<Vec<_>>(),
        "roles": procedure.roles.iter().map(|one| json!({
            "name": one.name, "members": one.members,
        })).collect::<Vec<_>>(),
        "severities": procedure.severities.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(),
        "parties": procedure.parties.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(),
    })
}
