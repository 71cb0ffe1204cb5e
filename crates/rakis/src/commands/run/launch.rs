//! A run on its way: folder, record, Ctrl-C, reports, summary, exit code.

use std::{
    io::BufReader,
    path::{Path, PathBuf},
    sync::Arc,
};

use rakis_defects::Procedure;
use rakis_environment::{Definition, Environment};
use rakis_model::{
    Diagnostic, Exit, Message,
    messages::{Envelope, Status},
    record::{Run, RunInfo},
};
use rakis_runner::{Evidence, Harness, Options, Order, Plan, RunMeta, Stop};
use rakis_steps::{Approved, People, Scene, World};
use tokio::sync::watch;

use super::{
    judge::{self, Wish},
    system::{System, databases_open},
};
use crate::{
    args,
    commands::{report, runtime, signal},
    context::Context,
    project::Project,
    record::{FILE, RecordWriter},
    render::Progress,
    snapshots,
};

/// Runs the plan and returns the verdict of its record.
pub(super) fn launch(
    args: &args::Run,
    context: &Context,
    project: &Project,
    plan: &Plan<World>,
    definition: Definition,
    procedure: Option<&Procedure>,
) -> Exit {
    let runtime = match runtime() {
        Ok(runtime) => runtime,
        Err(error) => return broken(context, Message::new("cli-no-runtime").with("reason", error)),
    };
    let _inside = runtime.enter();
    let system = System::start(definition, args.fault.clone(), args.database.clone());
    let system = match runtime.block_on(system) {
        Ok(system) => system,
        Err(diagnostic) => {
            context.show_one(&diagnostic);
            return Exit::Broken;
        }
    };
    let ready = async {
        reachable(&system.environment, context).await
            && databases_open(&system.environment, &project.operations(plan), context).await
    };
    let ended = match runtime.block_on(ready) {
        true => carry_out(args, context, project, plan, &system.environment),
        false => Err(Exit::Broken),
    };
    runtime.block_on(system.stop());
    // The register has a runtime of its own.
    drop(_inside);
    match ended {
        Ok(folder) => conclude(args, context, project, procedure, &folder),
        Err(exit) => exit,
    }
}

fn broken(context: &Context, message: Message) -> Exit {
    context.show_one(&Diagnostic::error(message));
    Exit::Broken
}

/// Does the environment answer, and is it no production? Asked once, before the first scenario.
pub(crate) async fn reachable(environment: &Environment, context: &Context) -> bool {
    let performed = environment.check().await;
    let Err(failure) = performed.result else { return true };
    let mut diagnostic = Diagnostic::error(
        Message::new("cli-environment-unreachable")
            .with("environment", environment.title())
            .with("reason", context.text(&failure.message)),
    );
    let exchange = performed.exchange;
    if !exchange.method.is_empty() {
        let status = exchange.status.map_or_else(|| "–".to_owned(), |status| status.to_string());
        diagnostic = diagnostic.hint(
            Message::new("cli-exchange")
                .with("request", format!("{} {}", exchange.method, exchange.url))
                .with("status", status)
                .with("millis", exchange.millis),
        );
    }
    for hint in failure.hints {
        diagnostic = diagnostic.hint(hint);
    }
    context.show_one(&diagnostic);
    false
}

fn carry_out(
    args: &args::Run,
    context: &Context,
    project: &Project,
    plan: &Plan<World>,
    environment: &Environment,
) -> Result<PathBuf, Exit> {
    let info = info(args, project, environment);
    let folder = project.settings.root.join(&project.settings.reports).join(&info.name);
    let written = record(args, context, project, plan, environment, info, &folder);
    if let Err(error) = written {
        let message = Message::new("cli-record-not-written")
            .with("file", folder.display())
            .with("reason", error);
        return Err(broken(context, message));
    }
    Ok(folder)
}

fn info(args: &args::Run, project: &Project, environment: &Environment) -> RunInfo {
    let now = Context::now();
    let seed = match args.shuffle {
        Some(Some(seed)) => seed,
        // The clock's low digits differ from run to run; the record keeps the seed.
        Some(None) | None => u64::try_from(now.rem_euclid(1 << 32)).unwrap_or_default(),
    };
    let time = jiff::Timestamp::from_nanosecond(now).unwrap_or_default();
    let name = format!("{}-{:04x}", time.strftime("%Y-%m-%dT%H-%M-%SZ"), seed & 0xFFFF);
    RunInfo {
        name,
        project: project.settings.name.clone(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        command: command_line(args),
        environment: environment.info(),
        fault: args.fault.clone(),
        delivery: args.delivery.clone(),
        build: args.build.clone(),
        jobs: jobs(args),
        seed,
        specifications: project.info(),
    }
}

/// What was asked, as one would type it again.
fn command_line(args: &args::Run) -> String {
    let mut line = vec!["rakis".to_owned(), "run".to_owned()];
    line.extend(args.paths.iter().cloned());
    let mut option = |name: &str, value: Option<&String>| {
        line.extend(value.map(|value| format!("--{name} {value}")));
    };
    option("env", args.env.as_ref());
    option("tags", args.tags.as_ref());
    for id in &args.req {
        option("req", Some(id));
    }
    option("fault", args.fault.as_ref());
    option("delivery", args.delivery.as_ref());
    option("build", args.build.as_ref());
    line.join(" ")
}

/// Scenarios at once: they mostly wait, so twice the processors.
fn jobs(args: &args::Run) -> usize {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    args.jobs.map_or(processors * 2, usize::from)
}

fn record(
    args: &args::Run,
    context: &Context,
    project: &Project,
    plan: &Plan<World>,
    environment: &Environment,
    info: RunInfo,
    folder: &Path,
) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let mut writer = RecordWriter::create(folder, environment.redactor().clone())?;
    let people = Arc::new(People::new(info.seed));
    let options = Options {
        jobs: info.jobs,
        step_limit: project.settings.step_limit,
        scenario_limit: project.settings.scenario_limit,
        order: if args.shuffle.is_some() { Order::Shuffled } else { Order::Files },
        now: Context::now,
    };
    let meta = RunMeta { info, words: &context.words };
    let approved = Approved {
        store: Arc::new(snapshots::store(&project.settings)),
        run: meta.info.name.clone(),
        now: Context::timestamp,
    };
    let harness = harness(environment.clone(), people, approved);
    let stop = stop_on_signal();
    let label = context.word("cli-running");
    let mut progress = Progress::new(plan.len(), context.progress, &label);
    let mut held = Held::default();
    let mut emit = |envelope: Envelope| {
        if let Some(held) = held.case_ended(&envelope) {
            progress.ended(held, |count| context.words.count("cli-progress-failed", count));
        }
        writer.write(&envelope)
    };
    let ran =
        rakis_runner::run(plan, &project.catalogue, &harness, &options, &meta, &stop, &mut emit);
    progress.clear();
    ran.and(writer.close())
}

fn harness(environment: Environment, people: Arc<People>, approved: Approved) -> Harness<World> {
    Harness {
        world: Box::new(move |scene| {
            let scene = Scene {
                file: scene.file.to_owned(),
                line: scene.line,
                name: scene.name.to_owned(),
                tags: scene.tags.to_vec(),
            };
            World::start(environment.clone(), Arc::clone(&people), approved.clone(), scene)
        }),
        evidence: |world| Evidence {
            exchanges: world.take_exchanges(),
            distributions: world.take_distributions(),
        },
        finish: World::finish,
    }
}

/// Ctrl-C (or a polite kill): once, finish what runs; twice, break it off.
fn stop_on_signal() -> watch::Receiver<Stop> {
    let (sender, receiver) = watch::channel(Stop::No);
    tokio::spawn(async move {
        for stop in [Stop::Soon, Stop::Now] {
            if !signal().await {
                return;
            }
            let _ = sender.send(stop);
        }
        // Keeps the channel open: a closed one would read as the last value anyway.
        std::future::pending::<()>().await;
    });
    receiver
}

/// Which scenarios have had a failed step, for the progress bar.
#[derive(Default)]
struct Held {
    failed: std::collections::BTreeSet<String>,
}

impl Held {
    /// For the end of a scenario: did every step hold?
    fn case_ended(&mut self, envelope: &Envelope) -> Option<bool> {
        match envelope {
            Envelope::TestStepFinished(step) => {
                if step.test_step_result.status == Status::Failed {
                    self.failed.insert(step.test_case_started_id.clone());
                }
                None
            }
            Envelope::TestCaseFinished(case) => {
                Some(!self.failed.remove(&case.test_case_started_id))
            }
            _ => None,
        }
    }
}

/// Reports, summary and verdict, all from the record just written.
fn conclude(
    args: &args::Run,
    context: &Context,
    project: &Project,
    procedure: Option<&Procedure>,
    folder: &Path,
) -> Exit {
    let path: PathBuf = folder.join(FILE);
    let mut run = match std::fs::File::open(&path)
        .map_err(Into::into)
        .and_then(|f| Run::read(BufReader::new(f)))
    {
        Ok(run) => run,
        Err(error) => {
            let message = Message::new("cli-record-unreadable")
                .with("file", path.display())
                .with("reason", context.text(&error.message()));
            return broken(context, message);
        }
    };
    let wish = Wish::of(args, context);
    let judged = judge::judge(wish, args, &project.settings, procedure, &mut run, folder, context);
    if let Err(error) = report::write(&run, folder, args.junit, context) {
        let message = Message::new("cli-report-not-written")
            .with("folder", folder.display())
            .with("reason", error);
        return broken(context, message);
    }
    match args.acting.json {
        true => report::as_json(&run, folder, context),
        false => report::summary(&run, folder, context),
    }
    // A verdict stands, but a run whose defects could not be recorded is no clean pass.
    match judged {
        Err(exit) if run.exit() == Exit::Passed => {
            context.say(&Message::new("cli-not-recorded").with("code", exit.code()));
            exit
        }
        _ => run.exit(),
    }
}
