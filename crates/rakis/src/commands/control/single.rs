//! `rakis control NAME [FILE]`: one calculation, JSON in and JSON out.

use std::{
    io::{IsTerminal as _, Read as _},
    path::Path,
    sync::Arc,
};

use rakis_control::calculations;
use rakis_model::{Diagnostic, Exit, Message, Problems, Source};

use crate::context::Context;

/// More than this is no input of one calculation.
const LARGEST: u64 = 16 * 1024 * 1024;

/// Reads the inputs, computes and prints the result with every intermediate value.
pub(super) fn single(name: &str, file: Option<&Path>, context: &Context) -> Exit {
    let calculation = match calculations::find(name) {
        Ok(calculation) => calculation,
        Err(diagnostic) => {
            context.show_one(&diagnostic);
            return Exit::Usage;
        }
    };
    let source = match source(file, context) {
        Ok(source) => source,
        Err(diagnostic) => {
            context.show_one(&diagnostic);
            return Exit::Invalid;
        }
    };
    let mut problems = Problems::new();
    let done = calculation.run(&source, &mut problems);
    context.show(problems);
    let Some(done) = done else { return Exit::Invalid };
    context.line(&format!("{:#}", done.to_json(&context.words)));
    Exit::Passed
}

/// The file, or standard input; `-` is standard input too.
fn source(file: Option<&Path>, context: &Context) -> Result<Arc<Source>, Box<Diagnostic>> {
    if let Some(file) = file.filter(|file| *file != Path::new("-")) {
        return Source::read(&context.folder.join(file), &file.display().to_string());
    }
    let stdin = std::io::stdin();
    if stdin.is_terminal() {
        // Somebody who waits for an answer must know that the program waits too.
        context.error(&format!("{}\n", context.word("cli-control-waits")));
    }
    let name = context.word("cli-control-stdin");
    let mut bytes = Vec::new();
    let read = stdin.lock().take(LARGEST + 1).read_to_end(&mut bytes);
    let wrong = |message: Message| Box::new(Diagnostic::error(message.with("file", &name)));
    match read {
        Err(error) => Err(wrong(Message::new("source-unreadable").with("reason", error))),
        Ok(_) if bytes.len() as u64 > LARGEST => {
            Err(wrong(Message::new("source-too-large").with("limit", LARGEST / 1024 / 1024)))
        }
        Ok(_) => Source::decode(&name, bytes),
    }
}
