//! What is typed after `rakis reconcile`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

#[derive(Debug, ClapArgs)]
pub(crate) struct Reconcile {
    #[arg(value_name = "TABLE")]
    pub(crate) left: String,
    #[arg(value_name = "TABLE")]
    pub(crate) right: String,
    #[arg(long, value_name = "COLUMN", required = true, value_delimiter = ',')]
    pub(crate) key: Vec<String>,
    #[arg(long, value_name = "isikukood", value_enum)]
    pub(crate) key_kind: Option<KeyKind>,
    #[arg(long, value_name = "PAIR", value_parser = pair)]
    pub(crate) map: Vec<(String, String)>,
    #[arg(long, value_name = "COLUMN")]
    pub(crate) ignore: Vec<String>,
    #[arg(long, value_name = "LIMIT", value_parser = pair)]
    pub(crate) tolerance: Vec<(String, String)>,
    #[arg(long, value_name = "COLUMN")]
    pub(crate) number: Vec<String>,
    #[arg(long, value_name = "COLUMN")]
    pub(crate) date: Vec<String>,
    #[arg(long, value_name = "COLUMN")]
    pub(crate) text: Vec<String>,
    #[arg(long, value_name = "TEXT", value_delimiter = ',')]
    pub(crate) null: Vec<String>,
    #[arg(long)]
    pub(crate) null_is_empty: bool,
    #[arg(long, value_name = "ENCODING", value_parser = ["utf-8", "windows-1257"])]
    pub(crate) encoding: Vec<String>,
    #[arg(long, value_name = "SIGN", value_parser = sign)]
    pub(crate) delimiter: Vec<u8>,
    #[arg(long, value_name = "NAME")]
    pub(crate) env: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) database: Vec<String>,
    #[arg(long, value_name = "VARIABLE", value_parser = assignment)]
    pub(crate) value: Vec<(String, String)>,
    #[arg(long, alias = "aasta", value_name = "YEAR",
        value_parser = clap::value_parser!(u16).range(2000..=2100))]
    pub(crate) year: Option<u16>,
    #[arg(long, alias = "staazi-kumnendkohti", value_name = "N",
        value_parser = clap::value_parser!(u32).range(0..=6))]
    pub(crate) service_decimals: Option<u32>,
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, value_name = "N", default_value_t = 20,
        value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub(crate) first: u16,
    #[arg(long, value_name = "N", default_value_t = 1280,
        value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub(crate) memory: u32,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum KeyKind {
    Isikukood,
}

/// `a=b`; the last sign of equality parts, since a name of a column may hold one.
fn pair(text: &str) -> Result<(String, String), String> {
    match text.rsplit_once('=') {
        Some((name, value)) if !name.is_empty() && !value.is_empty() => {
            Ok((name.to_owned(), value.to_owned()))
        }
        _ => Err("a=b".to_owned()),
    }
}

/// `name=value`; the first sign of equality parts, since a value may hold more.
fn assignment(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err("a=b".to_owned()),
    }
}

/// What may stand between cells: one sign, or `TAB`.
fn sign(text: &str) -> Result<u8, String> {
    match text.as_bytes() {
        b"TAB" | b"\\t" => Ok(b'\t'),
        [one @ (b' '..=b'~' | b'\t')] if *one != b'"' && !one.is_ascii_alphanumeric() => Ok(*one),
        _ => Err("; , TAB |".to_owned()),
    }
}
