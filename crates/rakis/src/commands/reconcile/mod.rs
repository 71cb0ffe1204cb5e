//! `rakis reconcile`: two tables, row by row by their key, at any size.

mod asked;
mod out;
mod population;
mod refusal;
mod remote;
mod show;
mod values;
mod way;

use std::path::{Path, PathBuf};

use asked::{Asked, file_and_sheet};
use population::{Population, Way};
use rakis_compare::reconcile::{
    Encoding, Error, Kind, Number, Options, Out, Outcome, Source, reconcile as compare, workbook,
};
use rakis_control::mass::Settings;
use rakis_model::{Diagnostic, Exit, Message, PersonalCode};
use refusal::Refusal;
use remote::Remote;

use super::control;
use crate::{args, context::Context, render::Bytes};

/// Compares two tables; exit code 6 when they differ, 2 when they cannot be compared, 3 when an
/// environment cannot be reached.
pub(super) fn reconcile(args: &args::Reconcile, context: &Context) -> Exit {
    compared(args, context).unwrap_or_else(|refusal| refusal.tell(args.json, context))
}

fn compared(args: &args::Reconcile, context: &Context) -> Result<Exit, Refusal> {
    // Within a project its own synthetic people may be shown; without one, those of everybody.
    let registered = control::registered(context);
    let both =
        asked::both(args, &context.folder).map_err(|wrong| Refusal::all(Exit::Usage, wrong))?;
    let usage = |message| Refusal::one(Exit::Usage, Diagnostic::error(message));
    let mut options = options(args, context).map_err(usage)?;
    let files = both.into_iter().flat_map(|table| table.files(&context.folder));
    out::check(args, files, context)?;
    let remotes = remote::wanted(args, both, context)?;
    values::check(args, &remotes)?;
    out::check(args, remotes.iter().flatten().flat_map(Remote::files), context)?;
    options.redactor = context.redactor();
    let accepts = |code: &PersonalCode| code.is_synthetic() || registered.contains(code);
    let bar = control::Bar::new(context);
    let watch = |pass, done, all| {
        bar.at(pass, done, all);
        true
    };
    let settings = || Settings {
        year: args.year.unwrap_or_default(),
        service_decimals: args.service_decimals.unwrap_or(4),
        jobs: control::threads(),
        accepts: &accepts,
        watch: &watch,
    };
    let read = tables(args, both, remotes, &options.scratch, settings, context);
    bar.clear();
    let (tables, mut populations) = read?;
    let bar = Bytes::new(context.progress && !args.json);
    let outcome = compare(&tables[0], &tables[1], &options, &|done, total| bar.at(done, total));
    bar.clear();
    let outcome = outcome?;
    let mut ways = Vec::new();
    for (hand, population) in &mut populations {
        ways.extend(population.ways(&outcome, |name| column(args, name, *hand))?);
    }
    Ok(told(args, &outcome, &ways, context))
}

/// A population and on which side it is.
type Computed<'s> = (usize, Population<'s>);

/// Both tables ready to be compared.
fn tables<'s>(
    args: &args::Reconcile,
    both: [Asked<'_>; 2],
    remotes: [Option<Remote>; 2],
    scratch: &Path,
    settings: impl Fn() -> Settings<'s>,
    context: &Context,
) -> Result<(Vec<Source>, Vec<Computed<'s>>), Refusal> {
    let (mut tables, mut populations) = (Vec::new(), Vec::new());
    for (hand, remote) in remotes.into_iter().enumerate() {
        let table = match (both[hand], remote) {
            (_, Some(remote)) => remote.read(scratch)?,
            (Asked::Control(folder), None) => {
                let name = if hand == 0 { &args.left } else { &args.right };
                let path = context.folder.join(folder);
                let population = Population::read(name, &path, folder, settings())?;
                let table = population.spool(scratch)?;
                populations.push((hand, population));
                table
            }
            (Asked::File(name), None) => file(args, name, hand, context)?,
            // An environment that is not there was told already.
            (Asked::Operation(_) | Asked::Query(_), None) => {
                return Err(Refusal::all(Exit::Invalid, []));
            }
        };
        tables.push(table);
    }
    Ok((tables, populations))
}

/// What a column that is called so on the left is called in a table.
fn column(args: &args::Reconcile, name: &str, hand: usize) -> String {
    let mapped = args.map.iter().find(|(left, _)| hand == 1 && left == name);
    mapped.map_or(name, |(_, right)| right).to_owned()
}

fn told(args: &args::Reconcile, outcome: &Outcome, ways: &[Way], context: &Context) -> Exit {
    if args.json {
        let mut text = serde_json::to_string_pretty(outcome).unwrap_or_default();
        if !ways.is_empty() {
            let mut json = serde_json::to_value(outcome).unwrap_or_default();
            json["explained"] = way::as_json(ways, &context.words);
            text = format!("{json:#}");
        }
        context.line(&text);
    } else {
        context.print(&show::outcome(outcome, &context.words));
        if !ways.is_empty() {
            context.print(&way::shown(ways, &context.words));
        }
        if let Some(out) = &args.out {
            context.say(&Message::new("cli-reconcile-out").with("file", out.display()));
        }
    }
    if outcome.equal() { Exit::Passed } else { Exit::Differences }
}

fn options(args: &args::Reconcile, context: &Context) -> Result<Options, Message> {
    let mut options = Options::new(args.key.iter().cloned(), std::env::temp_dir());
    options.key_is_code = args.key_kind.is_some();
    options.map.clone_from(&args.map);
    options.ignore.clone_from(&args.ignore);
    options.nulls.clone_from(&args.null);
    options.null_is_empty = args.null_is_empty;
    options.first = usize::from(args.first);
    options.memory = u64::from(args.memory) << 20;
    options.workers = std::thread::available_parallelism().map_or(2, |cores| cores.get().min(8));
    for (column, limit) in &args.tolerance {
        let value = Number::parse(limit).ok_or_else(|| {
            Message::new("cli-reconcile-tolerance").with("column", column).with("value", limit)
        })?;
        options.tolerance.insert(column.clone(), value);
    }
    let kinds = [(&args.number, Kind::Number), (&args.date, Kind::Date), (&args.text, Kind::Text)];
    for (columns, kind) in kinds {
        for column in columns {
            if options.kinds.insert(column.clone(), kind).is_some_and(|other| other != kind) {
                return Err(Message::new("cli-reconcile-kinds").with("column", column));
            }
        }
    }
    if let Some(out) = &args.out {
        options.out = Some(Out::new(context.folder.join(out), &context.words));
    }
    Ok(options)
}

fn file(
    args: &args::Reconcile,
    name: &str,
    hand: usize,
    context: &Context,
) -> Result<Source, Error> {
    let (file, sheet) = file_and_sheet(name);
    let path: PathBuf = context.folder.join(file);
    if Path::new(file).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
        return workbook(&path, file, sheet, &std::env::temp_dir());
    }
    let mut source = Source::csv(path, name);
    // Once: for both tables; twice: for the left and the right one.
    let encoding = args.encoding.get(hand).or(args.encoding.last());
    source.encoding = encoding.and_then(|name| Encoding::from_name(name));
    source.delimiter = args.delimiter.get(hand).or(args.delimiter.last()).copied();
    Ok(source)
}
