//! Snapshots as a list: how each stands, and which no scenario asks for.

use std::collections::BTreeSet;

use rakis_compare::snapshot::{Entry, Standing, Store};
use rakis_model::{Exit, Message, Problems};
use rakis_runner::Selection;
use serde_json::{Value, json};

use super::{entries, show, told};
use crate::{args, context::Context, project::Project, render, snapshots};

/// `rakis review --list`.
pub(super) fn list(args: &args::Review, store: &Store, context: &Context) -> Result<Exit, Exit> {
    let entries = entries(args, store, context)?;
    if args.acting.json {
        let all: Vec<Value> = entries.iter().map(as_json).collect();
        context.line(&format!("{:#}", json!({ "snapshots": all })));
        return Ok(Exit::Passed);
    }
    let header = ["cli-review-column-name", "cli-review-column-standing", "cli-review-column-by"]
        .map(|key| context.word(key));
    let rows: Vec<[String; 3]> = entries
        .iter()
        .map(|entry| {
            let by = entry.approvals.last().map_or_else(String::new, |last| {
                format!("{}, {}, {}", last.who, last.role, show::day(last.at))
            });
            [entry.name.clone(), context.word(key(entry.standing)), by]
        })
        .collect();
    match rows.is_empty() {
        true => context.line(&context.word("cli-review-no-snapshots")),
        false => context.print(&render::table(&header, &rows, context.width)),
    }
    Ok(Exit::Passed)
}

/// Key of the words for a standing.
pub(super) const fn key(standing: Standing) -> &'static str {
    match standing {
        Standing::New => "cli-standing-new",
        Standing::Unapproved => "cli-standing-unapproved",
        Standing::Approved => "cli-standing-approved",
        Standing::Differs => "cli-standing-differs",
        Standing::Lost => "cli-standing-lost",
        Standing::Damaged => "cli-standing-damaged",
    }
}

/// A standing for programs.
pub(super) const fn code(standing: Standing) -> &'static str {
    match standing {
        Standing::New => "new",
        Standing::Unapproved => "unapproved",
        Standing::Approved => "approved",
        Standing::Differs => "differs",
        Standing::Lost => "lost",
        Standing::Damaged => "damaged",
    }
}

fn as_json(entry: &Entry) -> Value {
    json!({
        "name": entry.name, "standing": code(entry.standing), "pending": entry.pending,
        "info": entry.info, "approvals": entry.approvals,
    })
}

/// `rakis review --obsolete`: what no scenario asks for, deleted only when that is asked.
pub(super) fn obsolete(
    args: &args::Review,
    store: &Store,
    context: &Context,
) -> Result<Exit, Exit> {
    let mut problems = Problems::new();
    let project = Project::read(&context.folder, &mut problems);
    let used: Option<BTreeSet<String>> = project.as_ref().map(|project| {
        let plan = project.plan(&Selection::default(), &mut problems);
        snapshots::used(project, &plan, &mut problems)
    });
    // With a feature that cannot be read, its snapshots would look as if nobody asked for them.
    let invalid = problems.any_error();
    context.show(problems);
    let (Some(used), false) = (used, invalid) else { return Err(Exit::Invalid) };
    let found = told(store.obsolete(&used), context)?;
    if args.acting.json {
        let names: Vec<&String> = found.iter().map(|entry| &entry.name).collect();
        context.line(&format!("{:#}", json!({ "obsolete": names, "deleted": args.delete })));
    }
    let key = if args.delete { "cli-snapshot-deleted" } else { "cli-snapshot-obsolete-line" };
    for entry in &found {
        if args.delete {
            told(store.remove(&entry.name), context)?;
        }
        if !args.acting.json {
            context.say(&Message::new(key).with("name", &entry.name));
        }
    }
    if found.is_empty() && !args.acting.json {
        context.line(&context.word("cli-snapshot-none-obsolete"));
    }
    Ok(Exit::Passed)
}
