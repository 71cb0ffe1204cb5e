//! `rakis check`: everything that can be found wrong without running anything.

use std::collections::BTreeSet;

use rakis_model::{Exit, Message, Problems, Severity};
use rakis_runner::Selection;

use super::run::{check_operations, definition};
use crate::{args::Acting, context::Context, desk, project::Project, settings, snapshots};

/// Checks the whole project.
pub(super) fn check(context: &Context) -> Exit {
    let mut problems = Problems::new();
    let project = Project::read(&context.folder, &mut problems);
    if let Some(project) = &project {
        let plan = project.plan(&Selection::default(), &mut problems);
        problems.extend(project.trace.diagnostics());
        problems.extend(project.out_of_step());
        let settings = &project.settings;
        let mut names: BTreeSet<String> =
            rakis_environment::names(&settings.root).into_iter().collect();
        names.insert(settings.environment.clone());
        for name in names {
            // Another environment's secrets need not be here; its bindings must be right all the same.
            let found = match name == settings.environment {
                true => definition(&name, settings, &mut problems).map(|found| found.operations),
                false => rakis_environment::operations_of(&settings.root, &name, &mut problems),
            };
            if let Some(operations) = found {
                check_operations(project, &plan, &name, &operations, &mut problems);
            }
        }
        let used = snapshots::used(project, &plan, &mut problems);
        if project.sound {
            snapshots::check(settings, &used, &mut problems);
        }
        problems.extend(snapshots::unsafe_switches(settings));
        // A project may do without a procedure, but not without one that it names.
        let there = settings.root.join(&settings.procedure).is_file();
        if there || settings.procedure != settings::PROCEDURE {
            desk::procedure(settings, &mut problems);
        }
        problems.extend(desk::wrong_address(&desk::address(&Acting::default(), settings)));
        summary(project, plan.len(), context);
    }
    let count = |severity| problems.iter().filter(|one| one.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    context.show(problems);
    if errors > 0 {
        context.line(&context.words.count("cli-check-errors", errors));
    }
    if warnings > 0 {
        context.line(&context.words.count("cli-check-warnings", warnings));
    }
    if errors + warnings == 0 {
        context.line(&context.word("cli-check-clean"));
    }
    if errors > 0 { Exit::Invalid } else { Exit::Passed }
}

fn summary(project: &Project, scenarios: usize, context: &Context) {
    let requirements = project.specifications.iter().flat_map(|one| &one.requirements);
    let criteria: usize = requirements.clone().map(|one| one.criteria.len()).sum();
    let steps = project.catalogue.definitions();
    let message = Message::new("cli-check-summary")
        .with("specifications", project.specifications.len())
        .with("requirements", requirements.count())
        .with("criteria", criteria)
        .with("features", project.features.len())
        .with("scenarios", scenarios)
        .with("steps", steps.len())
        .with("phrases", steps.iter().filter(|step| step.is_phrase()).count());
    context.say(&message);
}
