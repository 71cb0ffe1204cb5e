//! `rakis run`: check everything, run the plan against an environment, write the reports.

pub(super) mod judge;
mod launch;
mod system;

pub(super) use launch::reachable;
pub(super) use system::{System, check_operations, definition, unknown_fault, unusable};

use std::path::Path;

use rakis_model::{Exit, Message, Problems};
use rakis_runner::{PathSelector, Plan, Selection};
use rakis_steps::World;

use crate::{
    args,
    context::Context,
    project::{Project, nothing_selected, relative_to_root},
    snapshots,
};

/// Runs the selected scenarios.
pub(super) fn run(args: &args::Run, context: &Context) -> Exit {
    let mut problems = Problems::new();
    let prepared = prepare(args, context, &mut problems);
    let invalid = problems.any_error();
    context.show(problems);
    let Some(Prepared { project, plan, definition, procedure }) = prepared.filter(|_| !invalid)
    else {
        context.line(&context.word("cli-run-refused"));
        return Exit::Invalid;
    };
    if args.dry_run {
        let message = Message::new("cli-run-dry")
            .with("count", plan.len())
            .with("environment", &definition.title);
        context.say(&message);
        return Exit::Passed;
    }
    launch::launch(args, context, &project, &plan, definition, procedure.as_ref())
}

/// Everything read and resolved.
struct Prepared {
    project: Project,
    plan: Plan<World>,
    definition: rakis_environment::Definition,
    procedure: Option<rakis_defects::Procedure>,
}

/// Reads and resolves everything; nothing is sent or written yet.
fn prepare(args: &args::Run, context: &Context, problems: &mut Problems) -> Option<Prepared> {
    let project = Project::read(&context.folder, problems)?;
    let selection = selection(args, &context.folder, &project, problems)?;
    let plan = project.plan(&selection, problems);
    problems.extend(project.trace.diagnostics());
    problems.extend(project.out_of_step());
    if plan.is_empty() && !problems.any_error() {
        problems.push(nothing_selected(selection.is_everything()));
    }
    let name = args.env.as_deref().unwrap_or(&project.settings.environment);
    let definition = definition(name, &project.settings, problems)?;
    context.hide(definition.redactor());
    check_operations(&project, &plan, name, &definition.operations, problems);
    system::check_arguments(args, &definition, problems);
    problems.extend(snapshots::unsafe_switches(&project.settings));
    snapshots::used(&project, &plan, problems);
    let wish = judge::Wish::of(args, context);
    let procedure = judge::procedure(wish, args, &project.settings, problems);
    Some(Prepared { project, plan, definition, procedure })
}

fn selection(
    args: &args::Run,
    folder: &Path,
    project: &Project,
    problems: &mut Problems,
) -> Option<Selection> {
    let paths: Vec<PathSelector> = args
        .paths
        .iter()
        .map(|typed| PathSelector::parse(&relative_to_root(&project.settings, folder, typed)))
        .collect();
    for (typed, selector) in args.paths.iter().zip(&paths) {
        if typed.is_empty() {
            // An unset variable of a script must not mean everything.
            problems.push(rakis_model::Diagnostic::error(Message::new("cli-path-empty")));
            continue;
        }
        problems.extend(line_outside(selector, project));
        if !project.features.iter().any(|(source, _)| selector.covers(&source.name)) {
            problems.push(
                rakis_model::Diagnostic::error(
                    Message::new("cli-path-selects-nothing").with("path", typed),
                )
                .hint(Message::new("cli-path-hint").with("folder", rakis_spec::FEATURES)),
            );
        }
    }
    if !problems.any_error() {
        unknown_requirements(&args.req, project, problems);
    }
    let selection = Selection::new(paths, args.req.clone());
    let Some(tags) = &args.tags else { return Some(selection) };
    match selection.with_tags(tags) {
        Ok(selection) => Some(selection),
        Err(message) => {
            problems
                .push(rakis_model::Diagnostic::error(message).hint(Message::new("cli-tags-hint")));
            None
        }
    }
}

/// A line beyond the file would select its last scenario.
fn line_outside(selector: &PathSelector, project: &Project) -> Option<rakis_model::Diagnostic> {
    let line = selector.line?;
    let (source, _) = project.features.iter().find(|(source, _)| selector.covers(&source.name))?;
    let lines = source.text.lines().count();
    let message = Message::new("cli-line-outside")
        .with("file", &source.name)
        .with("line", line)
        .with("lines", lines);
    (line == 0 || line > lines).then(|| rakis_model::Diagnostic::error(message))
}

/// A requirement that does not exist would select nothing, silently, among others that do.
fn unknown_requirements(wanted: &[String], project: &Project, problems: &mut Problems) {
    let mut known: Vec<&str> = Vec::new();
    for specification in &project.specifications {
        known.push(&specification.id);
        known.extend(specification.requirements.iter().map(|requirement| requirement.id.as_str()));
    }
    for id in wanted.iter().filter(|id| !known.contains(&id.as_str())) {
        let diagnostic =
            rakis_model::Diagnostic::error(Message::new("cli-requirement-unknown").with("id", id));
        problems.push(match rakis_model::suggest::nearest(id, known.iter().copied()) {
            Some(near) => diagnostic.hint(Message::new("did-you-mean").with("word", near)),
            None => diagnostic,
        });
    }
}
