//! `rakis defects export`: the register for Excel, for programs, and for people who have neither.

use std::path::Path;

use rakis_defects::{Summary, export};
use rakis_model::{Diagnostic, Exit, Message};

use super::list;
use crate::{
    args::{self, Format},
    context::Context,
    desk::Desk,
    record::write_whole,
};

/// Writes the defects that fit to a file, all of them unless a limit is given.
pub(super) fn export(desk: &Desk<'_>, args: &args::Export) -> Result<Exit, Exit> {
    let context = desk.context;
    let Some(format) = args.format.or_else(|| by_ending(&args.out)) else {
        let message = Message::new("cli-export-format").with("file", args.out.display());
        context.show_one(&Diagnostic::error(message));
        return Err(Exit::Usage);
    };
    let path = context.folder.join(&args.out);
    // Under `--format` any name may be typed, and a slip must not cost the register or a feature.
    if by_ending(&path) != Some(format) && path.exists() {
        context.show_one(&Diagnostic::error(
            Message::new("cli-file-exists").with("file", args.out.display()),
        ));
        return Err(Exit::Usage);
    }
    let rows = list::rows(desk, &args.filter, usize::MAX >> 1)?.0;
    let content = content(desk, format, &rows)?;
    write_whole(&path, &content).map_err(|error| {
        let message = Message::new("cli-file-not-written").with("file", path.display());
        context.show_one(&Diagnostic::error(message.with("reason", error)));
        Exit::Broken
    })?;
    let message =
        Message::new("cli-export-done").with("count", rows.len()).with("file", args.out.display());
    if desk.json {
        let told =
            serde_json::json!({ "file": args.out.display().to_string(), "defects": rows.len() });
        context.line(&format!("{told:#}"));
    } else {
        context.say(&message);
    }
    Ok(Exit::Passed)
}

fn by_ending(path: &Path) -> Option<Format> {
    match path.extension()?.to_str()?.to_lowercase().as_str() {
        "xlsx" => Some(Format::Xlsx),
        "csv" => Some(Format::Csv),
        "json" => Some(Format::Json),
        "md" => Some(Format::Md),
        _ => None,
    }
}

fn content(desk: &Desk<'_>, format: Format, rows: &[Summary]) -> Result<Vec<u8>, Exit> {
    let words = &desk.context.words;
    match format {
        Format::Xlsx => desk.ask(async { export::xlsx(rows, words, Context::timestamp()) }),
        Format::Csv => desk.ask(async { export::csv(rows, words) }),
        Format::Json => Ok(export::json(rows).into_bytes()),
        Format::Md => reports(desk, rows).map(String::into_bytes),
    }
}

/// The list, then each defect whole: what is handed to somebody without the register.
fn reports(desk: &Desk<'_>, rows: &[Summary]) -> Result<String, Exit> {
    let words = &desk.context.words;
    let mut text = export::markdown(rows, words);
    for row in rows {
        let defect = desk.ask(desk.register.get(&row.id))?;
        let history = desk.ask(desk.register.history(&row.id))?;
        text.push('\n');
        text.push_str(&export::report(&defect, &history, words));
    }
    Ok(text)
}
