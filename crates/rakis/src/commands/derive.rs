//! `rakis derive`: features from specifications; hand edits are kept, conflicts shown.

use rakis_model::{Exit, Message, Problems};
use rakis_spec::{ChangeKind, DerivePlan};

use crate::{args, context::Context, settings};

/// Derives, or says what deriving would change.
pub(super) fn derive(args: &args::Derive, context: &Context) -> Exit {
    let mut problems = Problems::new();
    let planned = settings::read(&context.folder, &mut problems).map(|settings| {
        let folder = &settings.specifications;
        let specifications = rakis_spec::read_all(&settings.root, folder, &mut problems);
        // A specification that cannot be read would look deleted, and its scenarios withdrawn.
        let sound = !problems.any_error();
        let plan = sound.then(|| {
            rakis_spec::plan_derive(&settings.root, &specifications, &args.reviewed, &mut problems)
        });
        (settings, plan)
    });
    let invalid = problems.any_error();
    context.show(problems);
    let Some((settings, Some(plan))) = planned.filter(|_| !invalid) else {
        context.line(&context.word("cli-derive-refused"));
        return Exit::Invalid;
    };
    tell(&plan, args.dry_run || args.check, context);
    if args.check {
        let key = if plan.is_in_sync() { "cli-derive-done" } else { "cli-derive-out-of-sync" };
        context.line(&context.word(key));
        return if plan.is_in_sync() { Exit::Passed } else { Exit::OutOfSync };
    }
    if args.dry_run {
        context.line(&context.word("cli-derive-dry"));
        return Exit::Passed;
    }
    match rakis_spec::write(&plan, &settings.root) {
        Ok(()) => {
            context.line(&context.word("cli-derive-done"));
            Exit::Passed
        }
        Err(error) => {
            let message = Message::new("cli-write-failed").with("reason", error);
            context.show_one(&rakis_model::Diagnostic::error(message));
            Exit::Broken
        }
    }
}

/// One line for each feature; with `differences`, what would change in it.
fn tell(plan: &DerivePlan, differences: bool, context: &Context) {
    for change in &plan.changes {
        let key = match &change.kind {
            ChangeKind::New => "cli-derive-new",
            ChangeKind::Updated => "cli-derive-updated",
            ChangeKind::Unchanged => "cli-derive-unchanged",
            ChangeKind::Conflict { .. } | ChangeKind::Refused => "cli-derive-conflict",
        };
        context.say(&Message::new(key).with("file", &change.path));
        if differences && change.kind == ChangeKind::Updated {
            let old = change.old.as_deref().unwrap_or_default();
            let (now, then) = (context.word("cli-derive-now"), context.word("cli-derive-then"));
            let difference = rakis_compare::text(old, &change.new, (&now, &then));
            context.print(&difference.unwrap_or_default());
        }
    }
    for one in plan.withdrawn.iter().filter(|one| one.newly) {
        let scenario = format!("{} {}", one.requirement, one.criterion);
        let message = Message::new("cli-derive-withdrawn");
        context.say(&message.with("scenario", scenario).with("file", &one.place));
    }
}
