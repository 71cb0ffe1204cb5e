//! One file per command; the function is named like the file.

mod check;
mod control;
mod defects;
mod derive;
mod doctor;
mod env;
mod new;
mod next;
mod procedure;
mod reconcile;
mod reference;
mod report;
mod review;
mod run;
mod steps;

use rakis_model::Exit;

use crate::{
    args::{Args, Command},
    context::Context,
};

/// Carries out what was asked; with nothing asked, says what to do next.
pub(crate) fn dispatch(args: Args, context: &Context) -> Exit {
    match args.command {
        None => next::next(context),
        Some(Command::New(args)) => new::new(args, context),
        Some(Command::Check) => check::check(context),
        Some(Command::Derive(args)) => derive::derive(&args, context),
        Some(Command::Run(args)) => run::run(&args, context),
        Some(Command::Report(args)) => report::report(&args, context),
        Some(Command::Review(args)) => review::review(&args, context),
        Some(Command::Defects(args)) => defects::defects(&args, context),
        Some(Command::Procedure(args)) => procedure::procedure(&args, context),
        Some(Command::Control(args)) => control::control(&args, context),
        Some(Command::Steps(args)) => steps::steps(&args, context),
        Some(Command::Env(args)) => env::env(args, context),
        Some(Command::Reconcile(args)) => reconcile::reconcile(&args, context),
        Some(Command::Reference(args)) => reference::reference(args, context),
        Some(Command::Doctor) => doctor::doctor(context),
    }
}

/// A runtime for commands that wait for a network.
pub(crate) fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()
}

/// Waits until somebody asks to stop: Ctrl-C or a polite kill. `false` when that cannot be heard.
#[cfg(unix)]
async fn signal() -> bool {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return false };
    tokio::select! {
        interrupted = tokio::signal::ctrl_c() => interrupted.is_ok(),
        terminated = terminate.recv() => terminated.is_some(),
    }
}

/// Waits until somebody asks to stop: Ctrl-C. `false` when that cannot be heard.
#[cfg(not(unix))]
async fn signal() -> bool {
    tokio::signal::ctrl_c().await.is_ok()
}
