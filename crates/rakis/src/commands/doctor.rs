//! `rakis doctor`: is everything here that the work needs?

use std::time::Instant;

use rakis_model::{Exit, Message, Problems};

use super::{
    run::{System, definition},
    runtime,
};
use crate::{context::Context, project::Project, settings::Settings};

/// Looks at the project, its folders, the default environment and the tools beside it.
pub(super) fn doctor(context: &Context) -> Exit {
    let mut problems = Problems::new();
    let project = Project::read(&context.folder, &mut problems);
    let Some(project) = project else {
        context.show(problems);
        return Exit::Invalid;
    };
    let settings = &project.settings;
    let name = Message::new("cli-doctor-project")
        .with("name", &settings.name)
        .with("root", settings.root.display());
    let mut well = tell(context, true, &name, None);
    let files = Message::new("cli-doctor-files");
    well &= tell(context, !problems.any_error(), &files, Some("cli-doctor-see-check"));
    let reports = Message::new("cli-doctor-reports").with("folder", &settings.reports);
    well &= tell(context, can_write(settings), &reports, None);
    well &= environment(context, &project);
    let git = std::process::Command::new("git").arg("--version").output();
    let git = git.is_ok_and(|output| output.status.success());
    well &= tell(context, git, &Message::new("cli-doctor-git"), Some("cli-doctor-git-hint"));
    if well {
        context.line(&context.word("cli-doctor-all"));
        Exit::Passed
    } else {
        Exit::Invalid
    }
}

/// One line of the examination; the hint only when something is missing.
fn tell(context: &Context, well: bool, what: &Message, hint: Option<&'static str>) -> bool {
    let mark = context.word(if well { "cli-doctor-ok" } else { "cli-doctor-bad" });
    context.line(&format!("{mark:8} {}", context.text(what)));
    if let Some(hint) = hint.filter(|_| !well) {
        context.line(&format!("{:8} {}", "", context.word(hint)));
    }
    well
}

fn can_write(settings: &Settings) -> bool {
    let folder = settings.root.join(&settings.reports);
    let probe = folder.join(format!(".doctor-{}", std::process::id()));
    let written = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&probe, ""));
    let _ = std::fs::remove_file(&probe);
    written.is_ok()
}

fn environment(context: &Context, project: &Project) -> bool {
    let name = &project.settings.environment;
    let mut problems = Problems::new();
    let found = definition(name, &project.settings, &mut problems);
    let message = Message::new("cli-doctor-environment").with("environment", name);
    let well = tell(
        context,
        found.is_some() && !problems.any_error(),
        &message,
        Some("cli-doctor-see-env"),
    );
    let Some(definition) = found.filter(|_| well) else { return false };
    let Ok(runtime) = runtime() else { return false };
    let _inside = runtime.enter();
    let began = Instant::now();
    let Ok(system) = runtime.block_on(System::start(definition, None, None)) else { return false };
    let answered = runtime.block_on(system.environment.check()).result.is_ok();
    let millis = began.elapsed().as_millis();
    runtime.block_on(system.stop());
    let message = Message::new("cli-doctor-reference").with("millis", millis);
    tell(context, answered, &message, Some("cli-doctor-see-env"))
}
