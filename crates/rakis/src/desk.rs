//! The desk at which defects are worked on: procedure, register, and who sits there.

use std::sync::Arc;

use rakis_defects::{
    Actor, Filter, OpenMode, Procedure, Register, RegisterError, Sort, procedure::Need,
};
use rakis_model::{Diagnostic, Exit, Message, Problems, Source};
use tokio::runtime::Runtime;

use crate::{
    args::Acting,
    commands::runtime,
    context::{self, Context},
    settings::{self, Settings},
};

/// Who records a run when nobody is named: the account that `procedure.yaml` calls so.
const MACHINE: &str = "ci";
/// Defects among which the one that was meant is looked for.
const NEAR: usize = 1_000;

/// Everything a command about defects needs.
pub(crate) struct Desk<'c> {
    pub(crate) context: &'c Context,
    pub(crate) settings: Settings,
    pub(crate) procedure: Procedure,
    pub(crate) register: Register,
    /// Output as JSON?
    pub(crate) json: bool,
    runtime: Runtime,
}

impl<'c> Desk<'c> {
    /// Reads the procedure and opens the register.
    ///
    /// # Errors
    /// What was wrong has been told; the exit code remains.
    pub(crate) fn open(
        acting: &Acting,
        mode: OpenMode,
        context: &'c Context,
    ) -> Result<Self, Exit> {
        let mut problems = Problems::new();
        let settings = settings::read(&context.folder, &mut problems);
        let procedure = settings.as_ref().and_then(|settings| procedure(settings, &mut problems));
        let invalid = problems.any_error();
        context.show(problems);
        let (Some(settings), Some(procedure), false) = (settings, procedure, invalid) else {
            return Err(Exit::Invalid);
        };
        let runtime = runtime().map_err(|error| {
            context
                .show_one(&Diagnostic::error(Message::new("cli-no-runtime").with("reason", error)));
            Exit::Broken
        })?;
        let address = address(acting, &settings);
        let opened = runtime.block_on(Register::open(&address, mode, context.redactor()));
        match opened {
            Ok(register) => {
                Ok(Self { context, settings, procedure, register, json: acting.json, runtime })
            }
            Err(error) => Err(refused(&error, context)),
        }
    }

    /// Waits for the register.
    ///
    /// # Errors
    /// Its error has been told; the exit code remains.
    pub(crate) fn ask<T>(
        &self,
        work: impl Future<Output = Result<T, RegisterError>>,
    ) -> Result<T, Exit> {
        self.runtime.block_on(work).map_err(|error| {
            let told = diagnostic(&error);
            let hint = match &error {
                RegisterError::UnknownDefect(id) => self.nearest(id),
                RegisterError::NotInRole { who, .. } => Some(self.roles_of(who)),
                _ => None,
            };
            self.context.show_one(&hint.into_iter().fold(told, Diagnostic::hint));
            exit_of(&error)
        })
    }

    /// The defect that was probably meant, else where to look.
    fn nearest(&self, id: &str) -> Option<Message> {
        let every = Filter::default();
        let all = self.register.list(&every, Sort::Seen, &self.procedure, NEAR);
        let all = self.runtime.block_on(all).ok()?;
        let ids = all.iter().map(|one| one.id.as_str());
        let near = rakis_model::suggest::nearest(&id.to_uppercase(), ids);
        Some(match near {
            Some(near) => Message::new("did-you-mean").with("word", near),
            None => Message::new("cli-defects-list-hint"),
        })
    }

    /// Which roles somebody has.
    pub(crate) fn roles_of(&self, who: &str) -> Message {
        let roles = self.procedure.roles_of(who);
        let roles: Vec<&str> = roles.iter().map(|role| role.name.as_str()).collect();
        Message::new("cli-roles-held").with("who", who).with("roles", roles.join(", "))
    }

    /// Leaves the desk: with the register closed, all of it is in its file, and a copy of the file
    /// is a copy of the register.
    pub(crate) fn close(self) {
        self.runtime.block_on(self.register.close());
    }

    /// Who acts here.
    ///
    /// # Errors
    /// Nobody is named and nobody can be asked: told; the exit code remains.
    pub(crate) fn actor(&self, acting: &Acting) -> Result<Actor, Exit> {
        actor(acting, &self.settings, self.context)
    }
}

/// Tells what the register says, and what it means for the shell: a wrong request is a usage
/// error, a register that does not answer is a broken run.
pub(crate) fn refused(error: &RegisterError, context: &Context) -> Exit {
    context.show_one(&diagnostic(error));
    exit_of(error)
}

/// The register's error as every other problem is shown.
pub(crate) fn diagnostic(error: &RegisterError) -> Diagnostic {
    let told = Diagnostic::error(error.message());
    let told = error.hints().into_iter().fold(told, Diagnostic::hint);
    match error {
        RegisterError::Needs { missing, .. } => {
            options(missing).into_iter().fold(told, |told, all| {
                told.hint(Message::new("cli-need-options").with("options", all))
            })
        }
        _ => told,
    }
}

/// The options that give what a transition asks for.
fn options(missing: &[Need]) -> Option<String> {
    let option = |need: &Need| match need {
        Need::Reason => Some("--why"),
        Need::Severity => Some("--severity"),
        Need::Priority => Some("--priority"),
        Need::Party => Some("--party"),
        Need::Assignee => Some("--assignee"),
        Need::FixedIn => Some("--fixed-in"),
        Need::Cause => Some("--cause, --cause-text"),
        Need::Duplicate => Some("--duplicate-of"),
        // Only recorded runs give it.
        Need::Regression => None,
    };
    let options: Vec<&str> = missing.iter().filter_map(option).collect();
    (!options.is_empty()).then(|| options.join(", "))
}

/// What the register's error means for the shell.
pub(crate) const fn exit_of(error: &RegisterError) -> Exit {
    match error {
        RegisterError::Absent(_)
        | RegisterError::Unreachable(_)
        | RegisterError::Late(_)
        | RegisterError::Busy
        | RegisterError::Full(_)
        | RegisterError::ReadOnly(_)
        | RegisterError::Database(_)
        | RegisterError::Export(_) => Exit::Broken,
        RegisterError::Damaged(_) | RegisterError::Newer { .. } => Exit::Invalid,
        _ => Exit::Usage,
    }
}

/// Foreign text for the terminal, which must not obey what stands in a title, a comment or an
/// answer: control characters become visible, line breaks stay.
pub(crate) fn plain(text: &str) -> String {
    let seen = |sign: char| if sign.is_control() && sign != '\n' { '\u{FFFD}' } else { sign };
    text.replace('\t', "    ").chars().map(seen).collect()
}

/// The agreed procedure of a project.
pub(crate) fn procedure(settings: &Settings, problems: &mut Problems) -> Option<Procedure> {
    let path = settings.root.join(&settings.procedure);
    let source: Arc<Source> = problems.note(Source::read(&path, &settings.procedure))?;
    Procedure::read(source, problems)
}

/// Where the register is: named in the command, the environment, or the settings. A file of
/// SQLite lies below the project's root.
pub(crate) fn address(acting: &Acting, settings: &Settings) -> String {
    let named = acting.register.clone().or_else(|| context::variable("RAKIS_REGISTER"));
    let address = named.unwrap_or_else(|| settings.register.clone());
    let Some(file) = address.strip_prefix("sqlite:") else { return address };
    let file = file.strip_prefix("//").unwrap_or(file);
    format!("sqlite://{}", settings.root.join(file).display())
}

/// An error unless it begins as the address of a register does: that can be told before it is
/// opened, and before a run was for nothing.
pub(crate) fn wrong_address(address: &str) -> Option<Diagnostic> {
    let schemes = ["sqlite:", "postgres:", "postgresql:"];
    let wrong = !schemes.iter().any(|scheme| address.starts_with(scheme));
    wrong.then(|| diagnostic(&RegisterError::Address(address.to_owned())))
}

/// Is there a register that could be asked? One of PostgreSQL is taken to be there.
pub(crate) fn is_there(address: &str) -> bool {
    address
        .strip_prefix("sqlite://")
        .is_none_or(|file| std::path::Path::new(file.split('?').next().unwrap_or(file)).is_file())
}

/// Who acts, by name and role: from the command, the environment, `rakis.local.yaml`, or asked.
///
/// # Errors
/// Nobody is named and nobody can be asked: told; the exit code remains.
pub(crate) fn actor(
    acting: &Acting,
    settings: &Settings,
    context: &Context,
) -> Result<Actor, Exit> {
    let who = named(acting.who.as_ref(), "RAKIS_WHO", settings.who.as_ref())
        .or_else(|| context.ask(&context.word("cli-ask-who")));
    let Some(who) = who else {
        let told = Diagnostic::error(Message::new("cli-who-unknown"));
        context.show_one(&told.hint(Message::new("cli-who-hint")));
        return Err(Exit::Usage);
    };
    let role = named(acting.role.as_ref(), "RAKIS_ROLE", settings.role.as_ref());
    let actor = Actor::new(name(who, context)?);
    Ok(match role {
        Some(role) => actor.in_role(role),
        None => actor,
    })
}

/// Who records a run: somebody named, else the machine. Nobody is asked in the middle of CI.
///
/// # Errors
/// The name cannot be written into a register: told; the exit code remains.
pub(crate) fn recorder(
    acting: &Acting,
    settings: &Settings,
    context: &Context,
) -> Result<Actor, Exit> {
    let who = named(acting.who.as_ref(), "RAKIS_WHO", settings.who.as_ref());
    Ok(Actor::new(name(who.unwrap_or_else(|| MACHINE.to_owned()), context)?))
}

/// A name as it may stand in a history for ever: one line, so that nobody can write an event that
/// looks like another person's, and nothing that the redactor would hide.
fn name(who: String, context: &Context) -> Result<String, Exit> {
    if !who.chars().any(char::is_control) && context.redactor().apply(&who) == who {
        return Ok(who);
    }
    let told = Diagnostic::error(Message::new("cli-who-unfit"));
    context.show_one(&told.hint(Message::new("cli-who-unfit-hint")));
    Err(Exit::Usage)
}

fn named(typed: Option<&String>, variable: &str, set: Option<&String>) -> Option<String> {
    let said = typed.cloned().or_else(|| context::variable(variable)).or_else(|| set.cloned());
    said.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}
