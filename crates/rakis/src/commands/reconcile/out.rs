//! The file of differences must not replace what is read, nor any database.

use std::{fs::File, io::Read as _, path::PathBuf};

use rakis_model::{Diagnostic, Exit, Message};

use super::Refusal;
use crate::{args, context::Context};

/// The first bytes of every file of SQLite.
const SQLITE: &[u8; 16] = b"SQLite format 3\0";

/// Refuses `--out` that is one of these files, or a database.
pub(super) fn check(
    args: &args::Reconcile,
    read: impl IntoIterator<Item = PathBuf>,
    context: &Context,
) -> Result<(), Refusal> {
    let Some(out) = &args.out else { return Ok(()) };
    let place = context.place(out);
    let key = if read.into_iter().any(|file| context.place(&file) == place) {
        "cli-reconcile-out-is-read"
    } else if place.is_file() && is_database(place) {
        "cli-reconcile-out-is-database"
    } else {
        return Ok(());
    };
    let diagnostic = Diagnostic::error(Message::new(key).with("file", out.display()));
    Err(Refusal::one(Exit::Usage, diagnostic.hint(Message::new("cli-reconcile-out-hint"))))
}

fn is_database(path: PathBuf) -> bool {
    let mut begin = [0; SQLITE.len()];
    File::open(path).is_ok_and(|mut file| file.read_exact(&mut begin).is_ok() && begin == *SQLITE)
}
