//! `rakis` alone: what to do next, in this project's state.

use std::io::BufReader;

use rakis_compare::snapshot::Standing;
use rakis_model::{Exit, Message, Problems, Severity, record::Run};
use rakis_runner::Selection;

use super::report::newest;
use crate::{context::Context, project::Project, record::FILE, snapshots};

/// Says where the project stands and the one command that takes it further.
pub(super) fn next(context: &Context) -> Exit {
    if crate::settings::find_root(&context.folder).is_none() {
        context.line(&context.word("cli-next-no-project"));
        return Exit::Invalid;
    }
    let mut problems = Problems::new();
    let Some(project) = Project::read(&context.folder, &mut problems) else {
        context.show(problems);
        return Exit::Invalid;
    };
    context.say(&Message::new("cli-next-title").with("project", &project.settings.name));
    let (state, command) = state(&project, &mut problems, context);
    context.line("");
    context.line(&state);
    context.say(&Message::new("cli-next-do").with("command", command));
    context.line(&context.word("cli-next-help"));
    Exit::Passed
}

/// What stands first in the way, and the command that deals with it.
fn state(project: &Project, problems: &mut Problems, context: &Context) -> (String, String) {
    let words = &context.words;
    if project.specifications.is_empty() && problems.is_empty() {
        let command = "rakis new spec STAR-2026-02 --title \"…\"";
        return (words.word("cli-next-no-specs"), command.to_owned());
    }
    if !problems.any_error() && project.out_of_step().is_some() {
        return (words.word("cli-next-out-of-sync"), "rakis derive".to_owned());
    }
    project.plan(&Selection::default(), problems);
    problems.extend(project.trace.diagnostics());
    let errors = problems.iter().filter(|one| one.severity == Severity::Error).count();
    if errors > 0 {
        return (words.count("cli-next-problems", errors), "rakis check".to_owned());
    }
    if let Some(suspect) = project.trace.suspect.first() {
        let count = project.trace.suspect.len();
        let command = format!("rakis derive --reviewed {}", suspect.requirement);
        return (words.count("cli-next-suspect", count), command);
    }
    let entries = snapshots::store(&project.settings).entries().unwrap_or_default();
    let waiting = entries.iter().filter(|entry| entry.standing != Standing::Approved).count();
    if waiting > 0 {
        return (words.count("cli-next-snapshots", waiting), "rakis review".to_owned());
    }
    last_run(project, context)
}

fn last_run(project: &Project, context: &Context) -> (String, String) {
    let settings = &project.settings;
    let reports = settings.root.join(&settings.reports);
    let run = newest(settings).and_then(|name| {
        let file = std::fs::File::open(reports.join(&name).join(FILE)).ok()?;
        Some((name, Run::read(BufReader::new(file)).ok()?))
    });
    let Some((name, run)) = run else {
        return (context.word("cli-next-never-run"), "rakis run".to_owned());
    };
    let bad: Vec<_> = run.cases.iter().filter(|case| case.outcome.is_bad()).collect();
    match bad.first() {
        None => {
            let message = Message::new("cli-next-passed");
            let message = message.with("run", name).with("scenarios", run.cases.len());
            (context.text(&message), "rakis run".to_owned())
        }
        Some(first) => {
            let message =
                Message::new("cli-next-failed").with("run", name).with("count", bad.len());
            (context.text(&message), format!("rakis run {}", first.address()))
        }
    }
}
