//! A run before the register of defects: recorded or only held against it, and what the register
//! says kept in the run's own record.

use std::{collections::BTreeSet, io::Write as _, path::Path};

use rakis_defects::{Actor, OpenMode, Procedure, Register, RegisterError};
use rakis_model::{
    Diagnostic, Exit, Message, Problems,
    messages::{Attachment, Envelope},
    record::{DefectEffect, JUDGEMENT_MEDIA_TYPE, Judgement, Run},
};

use crate::{args, commands::runtime, context::Context, desk, record::FILE, settings::Settings};

/// What a run has to do with the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// Write deviations into it.
    Record,
    /// Only ask it, if it is there.
    Ask,
    /// Nothing.
    Nothing,
}

impl Wish {
    /// CI records by itself; a run with a deliberate fault only when that is asked for, since its
    /// defects are nobody's.
    pub(crate) fn of(args: &args::Run, context: &Context) -> Self {
        match (args.record, args.no_record) {
            (true, _) => Self::Record,
            (_, true) => Self::Nothing,
            _ if context.in_ci && args.fault.is_none() => Self::Record,
            _ => Self::Ask,
        }
    }
}

/// The agreed procedure, read before anything runs: a mistake in it must not cost a whole run.
/// A project without one has no register; that is an error only where recording was asked for.
pub(crate) fn procedure(
    wish: Wish,
    args: &args::Run,
    settings: &Settings,
    problems: &mut Problems,
) -> Option<Procedure> {
    let there = settings.root.join(&settings.procedure).is_file();
    if wish != Wish::Nothing && there {
        problems.extend(desk::wrong_address(&desk::address(&args.acting, settings)));
    }
    match wish {
        Wish::Nothing => None,
        _ if there => desk::procedure(settings, problems),
        Wish::Record => {
            let message = Message::new("cli-record-no-procedure").with("file", &settings.procedure);
            let told = if args.record { Diagnostic::error } else { Diagnostic::warning }(message);
            problems.push(told.hint(Message::new("cli-record-no-procedure-hint")));
            None
        }
        Wish::Ask => None,
    }
}

/// Takes the run to the register. An error of the register is told and leaves the run as it was:
/// nothing of it is lost, and it can be recorded later.
pub(crate) fn judge(
    wish: Wish,
    args: &args::Run,
    settings: &Settings,
    procedure: Option<&Procedure>,
    run: &mut Run,
    folder: &Path,
    context: &Context,
) -> Result<(), Exit> {
    let Some(procedure) = procedure else { return Ok(()) };
    let address = desk::address(&args.acting, settings);
    if wish == Wish::Ask && !desk::is_there(&address) {
        return Ok(());
    }
    let runtime = runtime().map_err(|error| {
        let message = Message::new("cli-no-runtime").with("reason", error);
        context.show_one(&Diagnostic::error(message));
        Exit::Broken
    })?;
    let recorder = match wish {
        Wish::Record => Some(desk::recorder(&args.acting, settings, context)?),
        Wish::Ask | Wish::Nothing => None,
    };
    let asked = runtime.block_on(ask(recorder.as_ref(), procedure, run, &address, context));
    match asked {
        Ok(judgement) => keep(run, judgement, settings, folder, context),
        Err(error) if wish == Wish::Ask => {
            // Nobody asked for the register; without it every failure counts as one.
            let told = desk::diagnostic(&error);
            context.show_one(&Diagnostic::warning(told.message));
            Ok(())
        }
        Err(error) => {
            let later = Message::new("cli-record-later").with("run", &run.info.name);
            context.show_one(&desk::diagnostic(&error).hint(later));
            Err(desk::exit_of(&error))
        }
    }
}

/// Records the run when somebody is there who does, else only holds it against the register.
async fn ask(
    recorder: Option<&Actor>,
    procedure: &Procedure,
    run: &Run,
    address: &str,
    context: &Context,
) -> Result<Judgement, RegisterError> {
    let mode = if recorder.is_some() { OpenMode::Create } else { OpenMode::Existing };
    let register = Register::open(address, mode, context.redactor()).await?;
    let now = Context::timestamp();
    let judgement = match recorder {
        Some(actor) => register.record(run, procedure, actor, now).await,
        None => register.judge(run, procedure, now).await,
    };
    register.close().await;
    judgement
}

/// Appends what the register said to the run's record, so that reports are made from it alone,
/// and takes it into the run.
pub(crate) fn keep(
    run: &mut Run,
    mut judgement: Judgement,
    settings: &Settings,
    folder: &Path,
    context: &Context,
) -> Result<(), Exit> {
    judgement.register = desk::shown(&judgement.register, settings);
    let written = serde_json::to_string(&judgement).map_err(Into::into).and_then(|body| {
        let envelope = Envelope::Attachment(Attachment {
            body,
            content_encoding: "IDENTITY".to_owned(),
            media_type: JUDGEMENT_MEDIA_TYPE.to_owned(),
            test_run_started_id: Some("run".to_owned()),
            ..Attachment::default()
        });
        let line = serde_json::to_string(&envelope)?;
        let line = format!("{}\n", context.redactor().apply(&line));
        // One write of one line: a kill leaves it whole, or cut off and then ignored.
        let mut file = std::fs::File::options().append(true).open(folder.join(FILE))?;
        file.write_all(line.as_bytes())
    });
    run.judge(judgement);
    written.map_err(|error: std::io::Error| {
        let message = Message::new("cli-record-not-written")
            .with("file", folder.display())
            .with("reason", error);
        context.show_one(&Diagnostic::error(message));
        Exit::Broken
    })
}

/// What befalls a defect that was open before the run and still is.
const SEEN: [DefectEffect; 4] = [
    DefectEffect::Seen,
    DefectEffect::Known,
    DefectEffect::NotCovered,
    DefectEffect::WaiverExpired,
];

/// Says in short what the register made of a run.
pub(crate) fn tell(run: &Run, context: &Context) {
    let Some(judgement) = &run.judgement else { return };
    let message = Message::new("cli-recorded")
        .with("register", &judgement.register)
        .with("opened", defects(judgement, &[DefectEffect::Opened]))
        .with("seen", defects(judgement, &SEEN))
        .with("reopened", defects(judgement, &[DefectEffect::Reopened]))
        .with("closed", defects(judgement, &[DefectEffect::Closed]));
    context.say(&message);
}

/// How many defects had one of these happen to them: several scenarios may be one defect.
fn defects(judgement: &Judgement, effects: &[DefectEffect]) -> usize {
    let notes = judgement.notes.iter().filter(|note| effects.contains(&note.effect));
    notes.map(|note| &note.defect).collect::<BTreeSet<_>>().len()
}
