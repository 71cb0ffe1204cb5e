//! What is typed after `rakis control`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Subcommand};

#[derive(Debug, ClapArgs)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Control {
    // Under a heading of its own clap would sort them by name.
    #[arg(value_name = "NAME", display_order = 1)]
    pub(crate) name: Option<String>,
    #[arg(value_name = "FILE", display_order = 2)]
    pub(crate) file: Option<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) mass: Option<ControlWhat>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ControlWhat {
    Massarvutus(Mass),
}

/// The files and their columns are Estonian, so the options that name them are; each has an English
/// alias.
#[derive(Debug, ClapArgs)]
pub(crate) struct Mass {
    #[arg(long, alias = "persons", value_name = "FILE")]
    pub(crate) isikud: PathBuf,
    #[arg(long, alias = "entries", value_name = "FILE")]
    pub(crate) kanded: PathBuf,
    #[arg(long, alias = "years", value_name = "FILE")]
    pub(crate) aastad: PathBuf,
    #[arg(long, alias = "rates", value_name = "FILE")]
    pub(crate) maarad: PathBuf,
    #[arg(long, alias = "year", value_name = "YEAR",
        value_parser = clap::value_parser!(u16).range(2000..=2100))]
    pub(crate) aasta: u16,
    #[arg(long, alias = "out", value_name = "FILE")]
    pub(crate) valja: Option<PathBuf>,
    #[arg(long, alias = "shares", value_name = "FILE")]
    pub(crate) osakud: Option<PathBuf>,
    #[arg(long, alias = "person", value_name = "CODE")]
    pub(crate) isik: Option<String>,
    #[arg(long, alias = "service-decimals", value_name = "N", default_value_t = 4,
        value_parser = clap::value_parser!(u32).range(0..=6))]
    pub(crate) staazi_kumnendkohti: u32,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) jobs: Option<u16>,
}
