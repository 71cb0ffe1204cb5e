//! `rakis reconcile`: two tables, row by row by their key, at any size.

mod show;

use std::path::{Path, PathBuf};

use rakis_compare::reconcile::{
    Encoding, Error, Kind, Number, Options, Out, Problem, Source, reconcile as compare, workbook,
};
use rakis_model::{Diagnostic, Exit, Message, Problems, redact::Redactor};

use crate::{args, context::Context, render::Bytes, settings};

/// Compares two tables; exit code 6 when they differ, 2 when they cannot be compared.
pub(super) fn reconcile(args: &args::Reconcile, context: &Context) -> Exit {
    hide(context);
    let options = match options(args, context) {
        Ok(options) => options,
        Err(message) => {
            context.show_one(&Diagnostic::error(message));
            return Exit::Usage;
        }
    };
    let bar = Bytes::new(context.progress && !args.json);
    let outcome = source(args, &args.left, 0, context).and_then(|left| {
        let right = source(args, &args.right, 1, context)?;
        compare(&left, &right, &options, &|done, total| bar.at(done, total))
    });
    bar.clear();
    let outcome = match outcome {
        Ok(outcome) => outcome,
        Err(error) => return refused(error, args.json, context),
    };
    if args.json {
        let text = serde_json::to_string_pretty(&outcome).unwrap_or_default();
        context.line(&text);
    } else {
        context.print(&show::outcome(&outcome, &context.words));
        if let Some(out) = &args.out {
            context.say(&Message::new("cli-reconcile-out").with("file", out.display()));
        }
    }
    if outcome.equal() { Exit::Passed } else { Exit::Differences }
}

/// Within a project its own synthetic people may be shown; without one, those of everybody.
fn hide(context: &Context) {
    if settings::find_root(&context.folder).is_some() {
        let mut unheard = Problems::new();
        if let Some(settings) = settings::read(&context.folder, &mut unheard) {
            context.hide(Redactor::default().with_synthetic(settings.synthetic));
        }
    }
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
    options.redactor = context.redactor();
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
        let path = context.folder.join(out);
        let table = |name: &String| context.folder.join(file_and_sheet(name).0);
        if [&args.left, &args.right].into_iter().any(|name| table(name) == path) {
            return Err(Message::new("cli-reconcile-out-is-table").with("file", out.display()));
        }
        options.out = Some(Out::new(path, &context.words));
    }
    Ok(options)
}

/// `FILE.xlsx#Sheet` is a file and a sheet.
fn file_and_sheet(name: &str) -> (&str, Option<&str>) {
    match name.split_once(".xlsx#") {
        Some((file, sheet)) => (&name[..file.len() + ".xlsx".len()], Some(sheet)),
        None => (name, None),
    }
}

fn source(
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

/// Tells why nothing was compared.
fn refused(error: Error, json: bool, context: &Context) -> Exit {
    let message = error.message();
    match &error {
        Error::File { .. } => {
            context.show_one(&Diagnostic::error(message));
            Exit::Invalid
        }
        Error::Input { problems, count } => {
            if json {
                let told: Vec<_> = problems.iter().map(|one| as_json(one, context)).collect();
                context.line(&format!(
                    "{:#}",
                    serde_json::json!({ "problems": told, "count": count })
                ));
            }
            for problem in problems {
                context.error(&format!("{}\n", show::problem(problem, &context.words)));
            }
            context.show_one(&Diagnostic::error(message));
            Exit::Invalid
        }
    }
}

fn as_json(problem: &Problem, context: &Context) -> serde_json::Value {
    serde_json::json!({
        "file": problem.file,
        "row": problem.row,
        "column": problem.column,
        "message": context.text(&problem.message),
        "hint": problem.hint.as_ref().map(|hint| context.text(hint)),
    })
}
