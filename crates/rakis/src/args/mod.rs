//! What was typed. Words of help are in the word files, so that they are Estonian and English.

mod control;
mod defects;
mod reconcile;

use std::{ffi::OsString, net::SocketAddr, path::PathBuf};

use clap::{Args as ClapArgs, FromArgMatches as _, Parser, Subcommand, ValueEnum};
use rakis_model::Exit;

pub(crate) use control::{Control, ControlWhat, Mass};
pub(crate) use defects::{
    Acting, Attach, Defects, DefectsWhat, Export, Filter, Format, Merge, Move, Procedure,
    ProcedureWhat, Record, Retire, Review, Show, Split, Trend, TrendBy, Verify, Waive,
};

pub(crate) use reconcile::Reconcile;

use crate::{context::Context, help};

#[derive(Debug, Parser)]
#[command(name = "rakis", version, disable_help_subcommand = true)]
pub(crate) struct Args {
    #[arg(long, global = true, value_name = "et|en", value_parser = ["et", "en"])]
    lang: Option<String>,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    New(New),
    Check,
    Derive(Derive),
    Run(Run),
    Report(Report),
    Review(Review),
    Defects(Defects),
    Procedure(Procedure),
    Control(Control),
    Steps(Steps),
    Env(Env),
    Reconcile(Reconcile),
    Reference(Reference),
    Doctor,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct New {
    #[command(subcommand)]
    pub(crate) what: NewWhat,
}

#[derive(Debug, Subcommand)]
pub(crate) enum NewWhat {
    Spec(NewSpec),
}

#[derive(Debug, ClapArgs)]
pub(crate) struct NewSpec {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: String,
    #[arg(long, value_name = "STAR|SKAIS")]
    pub(crate) system: Option<String>,
    #[arg(long, value_name = "AREA", default_value = "rights")]
    pub(crate) area: String,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Derive {
    #[arg(long, conflicts_with = "dry_run")]
    pub(crate) check: bool,
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[arg(long, value_name = "ID")]
    pub(crate) reviewed: Vec<String>,
}

#[derive(Debug, Default, ClapArgs)]
pub(crate) struct Run {
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) env: Option<String>,
    #[arg(long, value_name = "EXPRESSION")]
    pub(crate) tags: Option<String>,
    #[arg(long, value_name = "ID")]
    pub(crate) req: Vec<String>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) jobs: Option<u16>,
    // Ten digits at most: eleven could read as a personal code.
    #[arg(long, value_name = "SEED", num_args = 0..=1, require_equals = true,
        value_parser = clap::value_parser!(u64).range(..10_000_000_000))]
    pub(crate) shuffle: Option<Option<u64>>,
    #[arg(long, value_name = "NAME")]
    pub(crate) delivery: Option<String>,
    #[arg(long, value_name = "ID")]
    pub(crate) build: Option<String>,
    #[arg(long)]
    pub(crate) record: bool,
    #[arg(long, conflicts_with = "record")]
    pub(crate) no_record: bool,
    #[command(flatten)]
    pub(crate) acting: Acting,
    #[arg(long, value_name = "NAME")]
    pub(crate) fault: Option<String>,
    #[arg(long, value_name = "URL")]
    pub(crate) database: Option<String>,
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[arg(long, value_name = "full|jenkins", value_enum, default_value_t)]
    pub(crate) junit: Junit,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Junit {
    #[default]
    Full,
    Jenkins,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Report {
    #[arg(value_name = "RUN")]
    pub(crate) run: Option<String>,
    #[arg(long, value_name = "FILE", conflicts_with = "run")]
    pub(crate) from: Option<PathBuf>,
    #[arg(long, value_name = "FOLDER")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, value_name = "full|jenkins", value_enum, default_value_t)]
    pub(crate) junit: Junit,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Steps {
    #[arg(value_name = "WORD")]
    pub(crate) words: Vec<String>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Env {
    #[command(subcommand)]
    pub(crate) what: EnvWhat,
}

#[derive(Debug, Subcommand)]
pub(crate) enum EnvWhat {
    Check(EnvCheck),
}

#[derive(Debug, ClapArgs)]
pub(crate) struct EnvCheck {
    #[arg(value_name = "NAME")]
    pub(crate) name: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Reference {
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:0")]
    pub(crate) listen: SocketAddr,
    #[arg(long, value_name = "URL")]
    pub(crate) database: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) fault: Option<String>,
    /// A personal code to plant in every answer, for the test that none gets through.
    #[arg(long, value_name = "CODE", hide = true)]
    pub(crate) plant: Option<String>,
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) mail: Option<SocketAddr>,
    #[arg(long)]
    pub(crate) faults: bool,
}

/// Reads the command line; help and errors are told here, with their exit code.
pub(crate) fn parse(arguments: &[OsString], context: &Context) -> Result<Args, Exit> {
    let command = help::localised(context);
    let matches =
        command.try_get_matches_from(arguments).map_err(|error| help::tell(&error, context))?;
    Args::from_arg_matches(&matches).map_err(|error| help::tell(&error, context))
}
