//! `rakis defects verify`: has anybody changed the register past the procedure?

use std::io::BufReader;

use rakis_model::{
    Diagnostic, Exit, Message,
    record::{Judgement, Run},
};
use serde_json::{Value, json};

use crate::{args, desk::Desk, record::FILE};

/// Flaws told on the terminal; JSON has all.
const SHOWN: usize = 50;

/// Recomputes the chain and everything derived from it.
pub(super) fn verify(desk: &Desk<'_>, args: &args::Verify) -> Result<Exit, Exit> {
    let kept = args.run.as_ref().map(|name| kept(desk, name)).transpose()?;
    let head = kept.as_ref().map(|kept| kept.head.as_str());
    let found = desk.ask(desk.register.verify(head))?;
    let context = desk.context;
    if let Some(other) = kept.filter(|kept| kept.register != desk.register.address()) {
        // Moved since, or never the same: then a missing event is no sign of a change.
        let message = Message::new("cli-verify-other-register").with("register", other.register);
        context.show_one(&Diagnostic::warning(message));
    }
    let exit = if found.wrong.is_empty() { Exit::Passed } else { Exit::Failed };
    if desk.json {
        let wrong: Vec<Value> = found
            .wrong
            .iter()
            .map(|one| {
                json!({ "table": one.table, "row": one.row, "flaw": context.text(&one.message()) })
            })
            .collect();
        let told = json!({ "events": found.events, "head": found.head, "wrong": wrong });
        context.line(&format!("{told:#}"));
        return Ok(exit);
    }
    for one in found.wrong.iter().take(SHOWN) {
        context.show_one(&Diagnostic::error(one.message()));
    }
    if let Some(more @ 1..) = found.wrong.len().checked_sub(SHOWN) {
        context.error(&format!("{}\n", context.words.count("cli-more-problems", more)));
    }
    let key = if found.wrong.is_empty() { "cli-verify-clean" } else { "cli-verify-wrong" };
    let message = Message::new(key).with("events", found.events).with("head", &found.head);
    context.say(&message);
    Ok(exit)
}

/// What a run's record keeps of the register: it must still hold the event of that hash.
fn kept(desk: &Desk<'_>, name: &str) -> Result<Judgement, Exit> {
    let settings = &desk.settings;
    let file = settings.root.join(&settings.reports).join(name).join(FILE);
    let file = super::record::is_name(name).then_some(file);
    let file = file.and_then(|file| std::fs::File::open(file).ok());
    let run = file.and_then(|file| Run::read(BufReader::new(file)).ok());
    let judgement = run.and_then(|run| run.judgement);
    judgement.ok_or_else(|| {
        let message = Message::new("cli-verify-no-head").with("run", name);
        desk.context.show_one(&Diagnostic::error(message));
        Exit::Usage
    })
}
