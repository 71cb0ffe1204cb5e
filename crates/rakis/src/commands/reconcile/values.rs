//! `--value` against the places of the statements: what fills none would be silently without effect.

use std::collections::BTreeSet;

use rakis_model::{Diagnostic, Exit, Message, suggest};

use super::{Refusal, remote::Remote};
use crate::args;

/// Every value must fill a place on one side at least, and be given once.
pub(super) fn check(args: &args::Reconcile, remotes: &[Option<Remote>; 2]) -> Result<(), Refusal> {
    let mut given = BTreeSet::new();
    let mut wrong: Vec<Diagnostic> = Vec::new();
    for (name, _) in &args.value {
        if !given.insert(name.as_str()) {
            let message = Message::new("cli-reconcile-value-twice").with("name", name);
            wrong.push(Diagnostic::error(message));
        }
    }
    // Of a side that cannot be read the places are not known; it is told by itself.
    let sides: Option<Vec<_>> = remotes.iter().flatten().map(Remote::places).collect();
    if let Some(sides) = sides {
        let known: BTreeSet<&str> = sides.iter().flatten().map(String::as_str).collect();
        wrong.extend(given.difference(&known).map(|name| unknown(name, &known)));
    }
    if wrong.is_empty() { Ok(()) } else { Err(Refusal::all(Exit::Usage, wrong)) }
}

fn unknown(name: &str, known: &BTreeSet<&str>) -> Diagnostic {
    let message = Message::new("cli-reconcile-value-unknown").with("name", name);
    let list = || known.iter().copied().collect::<Vec<_>>().join(", ");
    Diagnostic::error(message).hint(match suggest::nearest(name, known.iter().copied()) {
        Some(near) => Message::new("did-you-mean").with("word", near),
        None if known.is_empty() => Message::new("cli-reconcile-value-none"),
        None => Message::new("cli-reconcile-value-known").with("names", list()),
    })
}
