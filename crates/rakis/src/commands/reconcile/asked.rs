//! What a table on the command line is: a file, or by its prefix something that gives rows.

use std::path::{Path, PathBuf};

use rakis_model::{Diagnostic, Message, suggest};

use super::population;
use crate::args;

/// A table as it was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked<'a> {
    /// A CSV file or a workbook.
    File(&'a str),
    /// An operation of an environment, bound to SQL.
    Operation(&'a str),
    /// A file with one SQL statement for a database of an environment.
    Query(&'a str),
    /// A folder with the files of the control calculation.
    Control(&'a str),
}

const PREFIXES: [&str; 5] = ["toiming", "operation", "sql", "kontrollarvutus", "control"];

impl<'a> Asked<'a> {
    /// Reads it; a letter before the colon is a drive.
    pub(super) fn parse(name: &'a str, folder: &Path) -> Result<Self, Box<Diagnostic>> {
        let Some((prefix, rest)) = name.split_once(':') else { return Ok(Self::File(name)) };
        let one = match prefix {
            "toiming" | "operation" => Self::Operation(rest),
            "sql" => Self::Query(rest),
            "kontrollarvutus" | "control" => Self::Control(rest),
            _ => {
                let word = prefix.chars().count() > 1 && prefix.chars().all(char::is_alphabetic);
                return match word && !folder.join(name).exists() {
                    true => Err(Box::new(unknown(name, prefix))),
                    false => Ok(Self::File(name)),
                };
            }
        };
        if rest.trim().is_empty() {
            let message = Message::new("cli-reconcile-prefix-alone").with("name", name);
            return Err(Box::new(hinted(message, "cli-reconcile-prefix-hint")));
        }
        Ok(one)
    }

    /// Does an environment give it?
    pub(super) const fn of_environment(self) -> bool {
        matches!(self, Self::Operation(_) | Self::Query(_))
    }

    /// Is it the control calculation?
    pub(super) const fn is_control(self) -> bool {
        matches!(self, Self::Control(_))
    }

    /// The files it is read from, which must not be written over.
    pub(super) fn files(self, folder: &Path) -> Vec<PathBuf> {
        match self {
            Self::File(name) => vec![folder.join(file_and_sheet(name).0)],
            Self::Query(file) => vec![folder.join(file)],
            Self::Operation(_) => Vec::new(),
            Self::Control(data) => {
                population::FILES.iter().map(|file| folder.join(data).join(file)).collect()
            }
        }
    }
}

/// `FILE.xlsx#Sheet` is a file and a sheet.
pub(super) fn file_and_sheet(name: &str) -> (&str, Option<&str>) {
    match name.split_once(".xlsx#") {
        Some((file, sheet)) => (&name[..file.len() + ".xlsx".len()], Some(sheet)),
        None => (name, None),
    }
}

fn unknown(name: &str, prefix: &str) -> Diagnostic {
    let message = Message::new("cli-reconcile-prefix").with("name", name).with("prefix", prefix);
    let diagnostic = Diagnostic::error(message);
    let diagnostic = match suggest::nearest(prefix, PREFIXES) {
        Some(near) => diagnostic.hint(Message::new("did-you-mean").with("word", near)),
        None => diagnostic,
    };
    diagnostic.hint(Message::new("cli-reconcile-prefix-hint"))
}

fn hinted(message: Message, hint: &'static str) -> Diagnostic {
    Diagnostic::error(message).hint(Message::new(hint))
}

/// Both tables, and the options that only some of them take: without effect they would be
/// silently wrong.
pub(super) fn both<'a>(
    args: &'a args::Reconcile,
    folder: &Path,
) -> Result<[Asked<'a>; 2], Vec<Diagnostic>> {
    let (left, right) = (Asked::parse(&args.left, folder), Asked::parse(&args.right, folder));
    let both = match (left, right) {
        (Ok(left), Ok(right)) => [left, right],
        (left, right) => {
            let wrong = [left.err(), right.err()].into_iter().flatten();
            return Err(wrong.map(|one| *one).collect());
        }
    };
    let any = |is: fn(Asked<'a>) -> bool| both.into_iter().any(is);
    let remote = any(Asked::of_environment);
    let query = any(|one| matches!(one, Asked::Query(_)));
    let control = any(Asked::is_control);
    let options = [
        ("--env", !args.env.is_empty(), remote, "toiming:, sql:"),
        ("--value", !args.value.is_empty(), remote, "toiming:, sql:"),
        ("--database", !args.database.is_empty(), query, "sql:"),
        ("--year", args.year.is_some(), control, "kontrollarvutus:"),
        ("--service-decimals", args.service_decimals.is_some(), control, "kontrollarvutus:"),
    ];
    let idle = options.into_iter().filter(|(_, given, used, _)| *given && !used);
    let mut wrong: Vec<Diagnostic> = idle
        .map(|(option, .., of)| {
            let message = Message::new("cli-reconcile-idle").with("option", option);
            Diagnostic::error(message.with("of", of))
        })
        .collect();
    if control && args.year.is_none() {
        wrong.push(hinted(Message::new("cli-reconcile-no-year"), "cli-reconcile-no-year-hint"));
    }
    if wrong.is_empty() { Ok(both) } else { Err(wrong) }
}
