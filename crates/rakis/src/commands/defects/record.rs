//! `rakis defects record`: writes an earlier run into the register.

use std::{io::BufReader, path::PathBuf};

use rakis_model::{Diagnostic, Exit, Message, Problems, record::Run};
use serde_json::json;

use crate::{
    args::{self, Acting},
    commands::{report, run::judge},
    context::Context,
    desk::{self, Desk},
    record::FILE,
    settings::{self, Settings},
};

/// Is there a run to record?
pub(super) fn there(args: &args::Record, context: &Context) -> Result<(), Exit> {
    let mut unheard = Problems::new();
    match settings::read(&context.folder, &mut unheard) {
        Some(settings) => read(args, &settings, context).map(drop),
        // Opening the desk tells what is wrong.
        None => Ok(()),
    }
}

/// The run that is named, the newest by default.
fn read(
    args: &args::Record,
    settings: &Settings,
    context: &Context,
) -> Result<(String, PathBuf, Run), Exit> {
    let Some(name) = args.run.clone().or_else(|| report::newest(settings)) else {
        context.show_one(
            &Diagnostic::error(Message::new("cli-no-run-yet"))
                .hint(Message::new("cli-no-run-hint")),
        );
        return Err(Exit::Usage);
    };
    if !is_name(&name) {
        context.show_one(&Diagnostic::error(Message::new("cli-run-name").with("run", name)));
        return Err(Exit::Usage);
    }
    let folder = settings.root.join(&settings.reports).join(&name);
    let read = std::fs::File::open(folder.join(FILE)).map_err(Into::into);
    let run = read.and_then(|file| Run::read(BufReader::new(file))).map_err(|error| {
        let message = Message::new("cli-record-unreadable")
            .with("file", folder.join(FILE).display())
            .with("reason", context.text(&error.message()));
        context.show_one(&Diagnostic::error(message));
        Exit::Usage
    })?;
    // The defects of a fault that was switched on are nobody's, and a register forgets nothing.
    if let (None, Some(fault)) = (&args.run, &run.info.fault) {
        let message = Message::new("cli-record-fault").with("run", &name).with("fault", fault);
        let hint = Message::new("cli-record-fault-hint").with("run", &name);
        context.show_one(&Diagnostic::error(message).hint(hint));
        return Err(Exit::Usage);
    }
    Ok((name, folder, run))
}

/// A run's name is that of a folder among the reports, and leads nowhere else.
pub(super) fn is_name(name: &str) -> bool {
    !name.trim().is_empty() && !name.contains(['/', '\\']) && !matches!(name, "." | "..")
}

/// Records a run by its name, the newest by default, and makes its reports anew: they name the
/// defects now.
pub(super) fn record(desk: &Desk<'_>, acting: &Acting, args: &args::Record) -> Result<Exit, Exit> {
    let context = desk.context;
    let settings = &desk.settings;
    let (name, folder, mut run) = read(args, settings, context)?;
    // What an earlier look at the register said must not change what is recorded.
    run.unjudge();
    let actor = desk::recorder(acting, settings, context)?;
    let now = Context::timestamp();
    let judgement = desk.ask(desk.register.record(&run, &desk.procedure, &actor, now))?;
    if desk.json {
        context.line(&format!("{:#}", json!({ "run": name, "judgement": judgement })));
    }
    judge::keep(&mut run, judgement, settings, &folder, context)?;
    if let Err(error) = report::write(&run, &folder, args::Junit::default(), context) {
        let message = Message::new("cli-report-not-written")
            .with("folder", folder.display())
            .with("reason", error);
        context.show_one(&Diagnostic::error(message));
        return Err(Exit::Broken);
    }
    if !desk.json {
        judge::tell(&run, context);
    }
    Ok(Exit::Passed)
}
