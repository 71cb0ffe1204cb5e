//! `rakis review`: what differs from the approved snapshots, in words; approve it, register a
//! defect, or leave it for later.

mod ask;
mod decide;
mod list;
mod show;

use rakis_compare::snapshot::{Entry, Pending, Standing, Store};
use rakis_model::{Diagnostic, Exit, Message, Problems};

use crate::{
    args,
    context::Context,
    settings::{self, Settings},
    snapshots,
};

/// What waits for a decision, with its entry.
struct Case {
    entry: Entry,
    pending: Pending,
}

/// Reviews what waits, or what is named.
pub(super) fn review(args: &args::Review, context: &Context) -> Exit {
    let mut problems = Problems::new();
    let settings = settings::read(&context.folder, &mut problems);
    let invalid = problems.any_error();
    context.show(problems);
    let Some(settings) = settings.filter(|_| !invalid) else { return Exit::Invalid };
    context.hide(settings.redactor());
    if let Some(refused) = snapshots::unsafe_switches(&settings) {
        context.show_one(&refused);
        return Exit::Invalid;
    }
    let store = snapshots::store(&settings);
    let done = match (args.obsolete, args.list) {
        (true, _) => list::obsolete(args, &store, context),
        (_, true) => list::list(args, &store, context),
        _ => waiting(args, &settings, &store, context),
    };
    done.unwrap_or_else(|exit| exit)
}

/// Tells a problem; the exit code remains.
fn told<T>(result: Result<T, Box<Diagnostic>>, context: &Context) -> Result<T, Exit> {
    result.map_err(|diagnostic| {
        context.show_one(&diagnostic);
        Exit::Invalid
    })
}

/// The snapshots that are named, or all.
fn entries(args: &args::Review, store: &Store, context: &Context) -> Result<Vec<Entry>, Exit> {
    let mut entries = told(store.entries(), context)?;
    for name in &args.names {
        if !entries.iter().any(|entry| &entry.name == name) {
            let told = Diagnostic::error(Message::new("cli-snapshot-unknown").with("name", name));
            let names = entries.iter().map(|entry| entry.name.as_str());
            context.show_one(&match rakis_model::suggest::nearest(name, names) {
                Some(near) => told.hint(Message::new("did-you-mean").with("word", near)),
                None => told.hint(Message::new("cli-snapshot-list-hint")),
            });
            return Err(Exit::Usage);
        }
    }
    if !args.names.is_empty() {
        entries.retain(|entry| args.names.contains(&entry.name));
    }
    Ok(entries)
}

fn waiting(
    args: &args::Review,
    settings: &Settings,
    store: &Store,
    context: &Context,
) -> Result<Exit, Exit> {
    let mut cases = Vec::new();
    let mut damaged = false;
    for entry in entries(args, store, context)? {
        let pending = store.pending(&entry.name);
        if let Some(problem) = &entry.problem {
            context.show_one(problem);
            damaged = true;
            // The answer that waits beside a damaged file can be looked at, and take its place.
            if let Ok(Some(pending)) = pending {
                cases.push(Case { entry, pending });
            }
        } else if let Some(pending) = told(pending, context)? {
            cases.push(Case { entry, pending });
        } else if (args.approve || args.reject) && !args.names.is_empty() {
            let message = Message::new("cli-review-decided").with("name", &entry.name);
            context.show_one(&Diagnostic::error(message));
            return Err(Exit::Usage);
        }
    }
    let done = decide::all(args, settings, store, &cases, context)?;
    // An approval puts a sound file in the place of a damaged one.
    let damaged = damaged
        && entries(args, store, context)?.iter().any(|entry| entry.standing == Standing::Damaged);
    Ok(if damaged && done == Exit::Passed { Exit::Invalid } else { done })
}
