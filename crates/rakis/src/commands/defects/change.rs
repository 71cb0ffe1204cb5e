//! What people do to a defect: move, assign, edit, waive, merge, split, comment, attach.

use jiff::civil::Date;
use rakis_defects::{
    ATTACHMENT_LIMIT, Actor, Defect, Edit, Move, RegisterError,
    procedure::{Need, Transition},
};
use rakis_model::{Diagnostic, Exit, Message, date};
use serde_json::json;

use super::list::is_over;
use crate::{
    args::{self, DefectsWhat},
    context::Context,
    desk::Desk,
    render::plain,
};

/// Carries out one change and tells how the defect stands now.
pub(super) fn change(desk: &Desk<'_>, actor: &Actor, what: &DefectsWhat) -> Result<Exit, Exit> {
    let (register, procedure) = (&desk.register, &desk.procedure);
    let now = Context::timestamp();
    match what {
        DefectsWhat::Move(args) => {
            if let Some(original) = &args.duplicate_of {
                not_into_a_waiver(desk, &args.id, original)?;
            }
        }
        DefectsWhat::Merge(args) => not_into_a_waiver(desk, &args.id, &args.into)?,
        _ => {}
    }
    let changed = match what {
        DefectsWhat::Move(args) if args.dry_run => return dry_move(desk, actor, args),
        DefectsWhat::Move(args) => {
            let with = asked(args);
            desk.ask(register.move_to(&args.id, &args.state, with, procedure, actor, now))?
        }
        DefectsWhat::Assign(args) => {
            let (party, person) = (args.party.clone(), args.assignee.clone());
            let given =
                desk.ask(register.assign(&args.id, party, person, procedure, actor, now))?;
            match &args.why {
                Some(why) => desk.ask(register.comment(&args.id, why, procedure, actor, now))?,
                None => given,
            }
        }
        DefectsWhat::Edit(args) => {
            let edit = Edit {
                title: args.title.clone(),
                description: args.description.clone(),
                severity: args.severity.clone(),
                priority: args.priority.clone(),
                cause: cause(args.cause.as_ref(), args.cause_text.as_ref()),
            };
            desk.ask(register.edit(&args.id, edit, procedure, actor, now))?
        }
        DefectsWhat::Waive(args) => waive(desk, actor, args)?,
        DefectsWhat::Merge(args) if args.dry_run => return dry_merge(desk, args),
        DefectsWhat::Merge(args) => {
            if let Some(why) = &args.why {
                desk.ask(register.comment(&args.id, why, procedure, actor, now))?;
            }
            desk.ask(register.merge(&args.id, &args.into, procedure, actor, now))?
        }
        DefectsWhat::Split(args) => split(desk, actor, args)?,
        DefectsWhat::Retire(args) => retire(desk, actor, args)?,
        DefectsWhat::Comment(args) => {
            desk.ask(register.comment(&args.id, &args.text, procedure, actor, now))?
        }
        DefectsWhat::Attach(args) => attach(desk, actor, args)?,
        // These change nothing and are carried out elsewhere.
        DefectsWhat::List(_)
        | DefectsWhat::Show(_)
        | DefectsWhat::Record(_)
        | DefectsWhat::Export(_)
        | DefectsWhat::Trend(_)
        | DefectsWhat::Verify(_) => return Ok(Exit::Usage),
    };
    tell(desk, &changed);
    Ok(Exit::Passed)
}

/// A failure is excused only by the one who may waive, for the defect that was looked at: a defect
/// that is joined to a waived one would be excused by anybody, whatever its severity.
fn not_into_a_waiver(desk: &Desk<'_>, id: &str, into: &str) -> Result<(), Exit> {
    let waived_until = |id| {
        let waiver = desk.ask(desk.register.get(id))?.waiver.map(|waiver| waiver.until);
        Ok(waiver.filter(|until| !is_over(*until)))
    };
    match (waived_until(id)?, waived_until(into)?) {
        (own, Some(until)) if own.is_none_or(|own| own < until) => {
            let message = Message::new("cli-join-waived").with("id", id).with("into", into);
            let message = message.with("until", date::show(until));
            let hint = Message::new("cli-join-waived-hint").with("into", into);
            desk.context.show_one(&Diagnostic::error(message).hint(hint));
            Err(Exit::Usage)
        }
        _ => Ok(()),
    }
}

fn asked(args: &args::Move) -> Move {
    Move {
        reason: args.why.clone(),
        severity: args.severity.clone(),
        priority: args.priority.clone(),
        party: args.party.clone(),
        assignee: args.assignee.clone(),
        fixed_in: args.fixed_in.clone(),
        cause: cause(args.cause.as_ref(), args.cause_text.as_ref()),
        duplicate_of: args.duplicate_of.clone(),
    }
}

fn cause(class: Option<&String>, text: Option<&String>) -> Option<(String, String)> {
    class.map(|class| (class.clone(), text.cloned().unwrap_or_default()))
}

/// How the defect stands now.
fn tell(desk: &Desk<'_>, defect: &Defect) {
    if desk.json {
        desk.context.line(&format!("{:#}", json!({ "defect": defect })));
        return;
    }
    let message = Message::new("cli-defect-now")
        .with("id", &defect.id)
        .with("state", &defect.state)
        .with("owner", defect.owner())
        .with("title", &defect.report.title);
    desk.context.line(&plain(&desk.context.text(&message)));
}

/// What a move would do, and what it lacks; nothing is written.
fn dry_move(desk: &Desk<'_>, actor: &Actor, args: &args::Move) -> Result<Exit, Exit> {
    let (defect, procedure) = (desk.ask(desk.register.get(&args.id))?, &desk.procedure);
    let found = match &actor.role {
        Some(role) if !procedure.has_role(&actor.who, role) => {
            let (who, role) = (actor.who.clone(), role.clone());
            return desk.ask(async { Err(RegisterError::NotInRole { who, role }) });
        }
        Some(role) => {
            procedure.legal(&defect.state, &args.state, role).map(|way| (way, role.as_str()))
        }
        None => procedure
            .legal_for(&defect.state, &args.state, &actor.who)
            .map(|(way, role)| (way, role.name.as_str())),
    };
    let id = defect.id.clone();
    let (way, role) = match found {
        Ok(found) => found,
        Err(illegal) => {
            return desk.ask(async { Err(RegisterError::Illegal { id, illegal }) });
        }
    };
    let missing = missing(way, &defect, &asked(args));
    if !missing.is_empty() {
        let transition = way.name.clone();
        return desk.ask(async { Err(RegisterError::Needs { id, transition, missing }) });
    }
    if desk.json {
        let told = json!({ "would_move": {
            "id": defect.id, "from": defect.state, "to": way.to, "transition": way.name, "role": role,
        } });
        desk.context.line(&format!("{told:#}"));
        return Ok(Exit::Passed);
    }
    let message = Message::new("cli-defect-would-move")
        .with("id", &defect.id)
        .with("from", &defect.state)
        .with("to", &way.to)
        .with("transition", &way.name)
        .with("role", role);
    desk.context.say(&message);
    Ok(Exit::Passed)
}

/// What a transition asks for that neither the defect has nor the command says.
fn missing(way: &Transition, defect: &Defect, said: &Move) -> Vec<Need> {
    let is_said = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
    let has = |need: &Need| match need {
        Need::Reason => is_said(&said.reason),
        Need::Severity => said.severity.is_some() || defect.severity.is_some(),
        Need::Priority => said.priority.is_some() || defect.priority.is_some(),
        Need::Party => said.party.is_some() || defect.party.is_some(),
        Need::Assignee => is_said(&said.assignee) || defect.assignee.is_some(),
        Need::FixedIn => is_said(&said.fixed_in) || defect.fixed_in.is_some(),
        Need::Cause => match &said.cause {
            Some((_, text)) => !text.trim().is_empty(),
            None => defect.cause.is_some(),
        },
        Need::Regression => defect.regression.is_some(),
        Need::Duplicate => said.duplicate_of.is_some(),
    };
    way.needs.iter().copied().filter(|need| !has(need)).collect()
}

fn waive(desk: &Desk<'_>, actor: &Actor, args: &args::Waive) -> Result<Defect, Exit> {
    let (register, procedure) = (&desk.register, &desk.procedure);
    let now = Context::timestamp();
    let Some(until) = &args.until else {
        let withdrawn = register.withdraw_waiver(&args.id, &args.why, procedure, actor, now);
        return desk.ask(withdrawn);
    };
    let until: Date = date::parse(until).ok_or_else(|| {
        let told = Diagnostic::error(Message::new("date-invalid").with("value", until));
        desk.context.show_one(&told.hint(Message::new("date-hint")));
        Exit::Usage
    })?;
    desk.ask(register.waive(&args.id, &args.why, until, procedure, actor, now))
}

fn dry_merge(desk: &Desk<'_>, args: &args::Merge) -> Result<Exit, Exit> {
    let (one, other) =
        (desk.ask(desk.register.get(&args.id))?, desk.ask(desk.register.get(&args.into))?);
    if desk.json {
        let told = json!({ "would_merge": {
            "id": one.id, "into": other.id, "fingerprints": one.fingerprints.len(),
            "occurrences": one.occurrences,
        } });
        desk.context.line(&format!("{told:#}"));
        return Ok(Exit::Passed);
    }
    let message = Message::new("cli-defect-would-merge")
        .with("id", &one.id)
        .with("title", &one.report.title)
        .with("into", &other.id)
        .with("other", &other.report.title)
        .with("fingerprints", one.fingerprints.len())
        .with("occurrences", one.occurrences);
    desk.context.say(&message);
    Ok(Exit::Passed)
}

/// A fingerprint may be named by its beginning, as `show` tells it.
fn split(desk: &Desk<'_>, actor: &Actor, args: &args::Split) -> Result<Defect, Exit> {
    let defect = desk.ask(desk.register.get(&args.id))?;
    let mut meant = defect.fingerprints.iter().filter(|one| one.starts_with(&args.fingerprint));
    let fingerprint = match (meant.next(), meant.next()) {
        (Some(one), None) => one.clone(),
        // Unknown or ambiguous: the register says so.
        _ => args.fingerprint.clone(),
    };
    let (register, procedure) = (&desk.register, &desk.procedure);
    let now = Context::timestamp();
    let new = desk.ask(register.split(&args.id, &fingerprint, procedure, actor, now))?;
    match &args.why {
        Some(why) => desk.ask(register.comment(&new.id, why, procedure, actor, now)),
        None => Ok(new),
    }
}

/// A scenario may be named by the beginning of its key, as `show` tells it.
fn retire(desk: &Desk<'_>, actor: &Actor, args: &args::Retire) -> Result<Defect, Exit> {
    let known = desk.ask(desk.register.scenarios(&args.id))?;
    let mut meant = known.iter().filter(|one| one.key.starts_with(&args.scenario));
    let key = match (meant.next(), meant.next()) {
        (Some(one), None) => one.key.clone(),
        // Unknown or ambiguous: the register says so.
        _ => args.scenario.clone(),
    };
    let (register, procedure) = (&desk.register, &desk.procedure);
    let now = Context::timestamp();
    desk.ask(register.retire_scenario(&args.id, &key, &args.why, procedure, actor, now))
}

fn attach(desk: &Desk<'_>, actor: &Actor, args: &args::Attach) -> Result<Defect, Exit> {
    let unreadable = |reason: String| {
        let message = Message::new("source-unreadable").with("file", args.file.display());
        desk.context.show_one(&Diagnostic::error(message.with("reason", reason)));
        Exit::Usage
    };
    let path = desk.context.folder.join(&args.file);
    let about = std::fs::metadata(&path).map_err(|error| unreadable(error.to_string()))?;
    if !about.is_file() || about.len() > ATTACHMENT_LIMIT as u64 {
        let message = Message::new("cli-attach-limit")
            .with("file", args.file.display())
            .with("limit", ATTACHMENT_LIMIT / 1024 / 1024);
        desk.context.show_one(&Diagnostic::error(message));
        return Err(Exit::Usage);
    }
    let content = std::fs::read(&path).map_err(|error| unreadable(error.to_string()))?;
    let name = args.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let content = clean(desk, &name, content);
    let (register, procedure) = (&desk.register, &desk.procedure);
    let kind = media_type(&name);
    let now = Context::timestamp();
    desk.ask(register.attach(&args.id, &name, kind, &content, procedure, actor, now))
}

/// A text without secrets and personal codes, whatever its encoding. What is no text stays as it
/// is, and that is said: nobody has looked into it.
fn clean(desk: &Desk<'_>, name: &str, content: Vec<u8>) -> Vec<u8> {
    let hide = |text: &str| desk.context.redactor().apply(text).into_owned();
    if let Some(text) = utf16(&content) {
        return hide(&text).into_bytes();
    }
    match String::from_utf8(content) {
        Ok(text) => hide(&text).into_bytes(),
        // Windows-1257 and its like: every byte is a sign, and codes and digits are ASCII.
        Err(error) if media_type(name).starts_with("text/") => {
            let signs: String = error.as_bytes().iter().copied().map(char::from).collect();
            hide(&signs).chars().map(|sign| u8::try_from(sign).unwrap_or(b'?')).collect()
        }
        Err(error) => {
            let message = Message::new("cli-attach-not-text").with("file", name);
            desk.context.show_one(&Diagnostic::warning(message));
            error.into_bytes()
        }
    }
}

/// The text of a file in UTF-16, which begins with its byte order mark.
fn utf16(content: &[u8]) -> Option<String> {
    let unit: fn([u8; 2]) -> u16 = match content.get(..2)? {
        [0xFF, 0xFE] => u16::from_le_bytes,
        [0xFE, 0xFF] => u16::from_be_bytes,
        _ => return None,
    };
    let units: Vec<u16> =
        content[2..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
    String::from_utf16(&units).ok()
}

/// What browsers and mail programs take a file for, by its ending.
fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).as_deref() {
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("pdf") => "application/pdf",
        Some("json") => "application/json",
        Some("xml") => "text/xml",
        Some("csv") => "text/csv",
        Some("html") => "text/html",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Some("txt" | "log" | "md" | "feature" | "yaml") => "text/plain",
        _ => "application/octet-stream",
    }
}
