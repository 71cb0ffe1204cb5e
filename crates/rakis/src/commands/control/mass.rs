//! `rakis control massarvutus`: shares and pensions of a whole population from CSV files, or one
//! person explained.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
};

use rakis_control::mass::{Files, MassError, Outputs, Pass, Prepared, Settings, Wrong};
use rakis_model::{Diagnostic, Exit, Message, PersonalCode, Problems};

use super::super::{runtime, signal};
use crate::{args, commands::control::report, context::Context, render::Work, settings};

/// Computes, writes what is wanted, and prints averages, rates and totals as JSON.
pub(super) fn mass(args: &args::Mass, context: &Context) -> Exit {
    let registered = registered(context);
    if let Some(diagnostic) = overwritten(args, context) {
        context.show_one(&diagnostic);
        return Exit::Usage;
    }
    let accepts = |code: &PersonalCode| code.is_synthetic() || registered.contains(code);
    let stop = interrupted();
    let bar = Bar::new(context);
    let watch = |pass, done, all| {
        bar.at(pass, done, all);
        !stop.load(Ordering::Relaxed)
    };
    let settings = Settings {
        year: args.aasta,
        service_decimals: args.staazi_kumnendkohti,
        jobs: args.jobs.map_or_else(threads, usize::from),
        accepts: &accepts,
        watch: &watch,
    };
    let result = compute(args, settings, context);
    bar.clear();
    match result {
        Ok(json) => {
            context.line(&format!("{json:#}"));
            Exit::Passed
        }
        Err(error) => {
            context.show_one(&error.diagnostic());
            match error.wrong {
                Wrong::Stopped => Exit::Interrupted,
                // A file that cannot be read is as wrong as one that has a wrong row.
                Wrong::Io(_) if is_output(args, context, &error.file) => Exit::Broken,
                _ => Exit::Invalid,
            }
        }
    }
}

fn compute(
    args: &args::Mass,
    settings: Settings<'_>,
    context: &Context,
) -> Result<serde_json::Value, Box<MassError>> {
    let path = |file: &PathBuf| context.folder.join(file);
    let files = Files {
        persons: path(&args.isikud),
        entries: path(&args.kanded),
        years: path(&args.aastad),
        rates: path(&args.maarad),
    };
    let mut prepared = Prepared::read(files, settings)?;
    let outputs =
        Outputs { pensions: args.valja.as_ref().map(path), shares: args.osakud.as_ref().map(path) };
    // Who is not there is told before the long work.
    let explained = args.isik.as_ref().map(|code| prepared.explain(code)).transpose()?;
    let wanted = outputs.pensions.is_some() || outputs.shares.is_some();
    let totals = match (&explained, wanted) {
        (Some(_), false) => None,
        _ => Some(prepared.write(&outputs)?),
    };
    let words = &context.words;
    Ok(match (&args.isik, &explained) {
        (Some(code), Some(explained)) => report::explained(code, explained, words),
        _ => report::totals(args.aasta, &prepared, &totals.unwrap_or_default(), words),
    })
}

/// The project's own synthetic people; outside a project there are none.
pub(in crate::commands) fn registered(context: &Context) -> BTreeSet<PersonalCode> {
    let Some(settings) = settings::read(&context.folder, &mut Problems::new()) else {
        return BTreeSet::new();
    };
    context.hide(settings.redactor());
    settings.synthetic.into_iter().collect()
}

/// A result must not replace what it is computed from, nor the other result.
fn overwritten(args: &args::Mass, context: &Context) -> Option<Diagnostic> {
    let place = |file: &PathBuf| context.place(file);
    let mut taken: Vec<PathBuf> =
        [&args.isikud, &args.kanded, &args.aastad, &args.maarad].map(place).into();
    for output in [&args.valja, &args.osakud].into_iter().flatten() {
        if taken.contains(&place(output)) {
            let message = Message::new("cli-control-overwritten").with("file", output.display());
            return Some(Diagnostic::error(message));
        }
        taken.push(place(output));
    }
    None
}

fn is_output(args: &args::Mass, context: &Context, file: &Path) -> bool {
    let outputs = [&args.valja, &args.osakud].into_iter().flatten();
    outputs.into_iter().any(|output| context.folder.join(output) == file)
}

pub(in crate::commands) fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, Into::into)
}

/// Becomes true when somebody asks to stop; then nothing half-written stays.
fn interrupted() -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&stop);
    std::thread::spawn(move || {
        if runtime().is_ok_and(|runtime| runtime.block_on(signal())) {
            told.store(true, Ordering::Relaxed);
        }
    });
    stop
}

/// The bar of the pass that runs.
pub(in crate::commands) struct Bar {
    shown: bool,
    labels: [String; 2],
    drawn: Mutex<Option<(Pass, Work)>>,
}

impl Bar {
    pub(in crate::commands) fn new(context: &Context) -> Self {
        let labels = ["cli-control-averages", "cli-control-pensions"].map(|key| context.word(key));
        Self { shown: context.progress, labels, drawn: Mutex::new(None) }
    }

    /// Draws how far a pass is.
    pub(in crate::commands) fn at(&self, pass: Pass, done: u64, all: u64) {
        let Ok(mut drawn) = self.drawn.lock() else { return };
        if drawn.as_ref().is_none_or(|(before, _)| *before != pass) {
            let label = &self.labels[usize::from(pass == Pass::Pensions)];
            *drawn = Some((pass, Work::new(all, self.shown, label)));
        }
        if let Some((_, bar)) = drawn.as_ref() {
            bar.at(done);
        }
    }

    /// The bar goes, so that what is told stands alone.
    pub(in crate::commands) fn clear(&self) {
        drop(self.drawn.lock().map(|mut drawn| drawn.take()));
    }
}
