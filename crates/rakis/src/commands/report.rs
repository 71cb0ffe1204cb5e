//! `rakis report`: makes the reports of a run from its record, without running anything.

use std::{
    io::BufReader,
    path::{Path, PathBuf},
};

use rakis_model::{Diagnostic, Exit, Message, Problems, record::Run};
use rakis_report::{Flavour, Style};
use serde_json::json;

use crate::{
    args::{self, Junit},
    context::Context,
    record::{FILE, write_whole},
    settings::{self, Settings},
};

/// Name of the JUnit file within a run's folder.
const JUNIT: &str = "junit.xml";
/// Name of the HTML report within a run's folder.
const HTML: &str = "report.html";
/// Failures shown in full on the terminal; all of them are in the reports.
const FAILURES_SHOWN: usize = 10;

/// Makes the reports again; the exit code is the run's verdict.
pub(super) fn report(args: &args::Report, context: &Context) -> Exit {
    let record = match record_path(args, context) {
        Ok(path) => path,
        Err(diagnostic) => {
            context.show_one(&diagnostic);
            return Exit::Invalid;
        }
    };
    let run = std::fs::File::open(&record).map_err(Into::into);
    let run = match run.and_then(|file| Run::read(BufReader::new(file))) {
        Ok(run) => run,
        Err(error) => {
            let message = Message::new("cli-record-unreadable")
                .with("file", record.display())
                .with("reason", context.text(&error.message()));
            context.show_one(&Diagnostic::error(message));
            return Exit::Invalid;
        }
    };
    let beside = record.parent().map(Path::to_path_buf).unwrap_or_default();
    let folder = args.out.clone().unwrap_or(beside);
    let written =
        std::fs::create_dir_all(&folder).and_then(|()| write(&run, &folder, args.junit, context));
    if let Err(error) = written {
        let message = Message::new("cli-report-not-written")
            .with("folder", folder.display())
            .with("reason", error);
        context.show_one(&Diagnostic::error(message));
        return Exit::Broken;
    }
    summary(&run, &folder, context);
    run.exit()
}

fn record_path(args: &args::Report, context: &Context) -> Result<PathBuf, Box<Diagnostic>> {
    if let Some(from) = &args.from {
        return Ok(from.clone());
    }
    let mut problems = Problems::new();
    let Some(settings) = settings::read(&context.folder, &mut problems) else {
        let first = problems.into_sorted().into_iter().next();
        return Err(Box::new(first.unwrap_or_else(|| no_run(None))));
    };
    let name = args.run.clone().or_else(|| newest(&settings));
    let path = name.as_ref().map(|name| reports(&settings).join(name).join(FILE));
    path.filter(|path| path.is_file()).ok_or_else(|| Box::new(no_run(name.as_deref())))
}

fn no_run(name: Option<&str>) -> Diagnostic {
    let message = match name {
        Some(name) => Message::new("cli-run-unknown").with("run", name),
        None => Message::new("cli-no-run-yet"),
    };
    Diagnostic::error(message).hint(Message::new("cli-no-run-hint"))
}

fn reports(settings: &Settings) -> PathBuf {
    settings.root.join(&settings.reports)
}

/// The newest run with a record; names begin with the time.
pub(crate) fn newest(settings: &Settings) -> Option<String> {
    let entries = std::fs::read_dir(reports(settings)).ok()?;
    let names = entries.flatten().filter(|entry| entry.path().join(FILE).is_file());
    names.map(|entry| entry.file_name().to_string_lossy().into_owned()).max()
}

/// Writes all report files of a run, each whole or not at all.
pub(crate) fn write(
    run: &Run,
    folder: &Path,
    junit: Junit,
    context: &Context,
) -> std::io::Result<()> {
    let flavour = match junit {
        Junit::Full => Flavour::Full,
        Junit::Jenkins => Flavour::Jenkins,
    };
    let about = about(context);
    write_whole(&folder.join(JUNIT), rakis_report::junit(run, &about, flavour))?;
    write_whole(&folder.join(HTML), rakis_report::html(run, &about))
}

fn about(context: &Context) -> rakis_report::Context<'_> {
    rakis_report::Context { words: &context.words, rerun_command: "cargo run -- run" }
}

/// Prints the summary and where the reports are.
pub(crate) fn summary(run: &Run, folder: &Path, context: &Context) {
    let style = Style { color: context.color, width: context.width, failures: FAILURES_SHOWN };
    context.print(&rakis_report::summary(run, &about(context), style));
    let shown = folder.strip_prefix(&context.folder).unwrap_or(folder);
    let file = shown.join(HTML);
    context.say(&Message::new("cli-report-at").with("file", file.display()));
    context.say(&Message::new(exit_key(run)).with("code", run.exit().code()));
}

/// The run for programs: what a script wants to know without reading Messages.
pub(crate) fn as_json(run: &Run, folder: &Path, context: &Context) {
    let counts: serde_json::Map<String, serde_json::Value> = rakis_model::Outcome::ALL
        .into_iter()
        .map(|outcome| (code(outcome), run.count(outcome).into()))
        .collect();
    let cases = run.cases.iter().filter(|case| case.outcome != rakis_model::Outcome::Passed);
    let cases: Vec<serde_json::Value> = cases
        .map(|case| {
            let failure = case.failing_step().and_then(|step| step.failure.as_ref());
            json!({
                "address": case.address(), "scenario": case.name, "outcome": code(case.outcome),
                "requirement": case.requirement, "criterion": case.criterion,
                "failure": failure.map(|failure| context.text(&failure.message)),
                "defects": case.defects,
            })
        })
        .collect();
    let told = json!({
        "run": run.info.name, "folder": folder.display().to_string(),
        "delivery": run.info.delivery, "build": run.info.build,
        "environment": run.info.environment.name,
        "exit": run.exit().code(), "outcomes": counts, "scenarios": cases,
        "register": run.judgement.as_ref().map(|judgement| json!({
            "address": judgement.register, "recorded": judgement.recorded,
            "events": judgement.events, "head": judgement.head,
        })),
    });
    context.line(&format!("{told:#}"));
}

/// An outcome as the record writes it.
fn code(outcome: rakis_model::Outcome) -> String {
    serde_json::to_value(outcome)
        .ok()
        .and_then(|v| v.as_str().map(str::to_owned))
        .unwrap_or_default()
}

fn exit_key(run: &Run) -> &'static str {
    let remarks = [rakis_model::Outcome::Known, rakis_model::Outcome::UnexpectedPass];
    match run.exit() {
        Exit::Passed if remarks.into_iter().any(|outcome| run.count(outcome) > 0) => {
            "cli-verdict-remarks"
        }
        Exit::Passed => "cli-verdict-passed",
        Exit::Failed => "cli-verdict-failed",
        Exit::Broken => "cli-verdict-broken",
        Exit::Interrupted => "cli-verdict-interrupted",
        Exit::Usage | Exit::Invalid | Exit::OutOfSync | Exit::Differences => "cli-verdict-invalid",
    }
}
