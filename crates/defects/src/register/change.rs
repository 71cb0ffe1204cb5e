//! What people do to a defect.

use jiff::Timestamp;

use super::{
    Register, findings,
    ledger::Ledger,
    log::{self, Head, micros},
    record, rules,
    table::Work,
};
use crate::{
    Actor, Procedure, RegisterError,
    defect::{Cause, Defect},
    event::{Assigned, Edited, Event, Moved, PROGRAM, What},
    procedure::Transition,
};

/// What somebody says when moving a defect to another state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Move {
    /// Why.
    pub reason: Option<String>,
    /// New severity.
    pub severity: Option<String>,
    /// New priority.
    pub priority: Option<String>,
    /// New party.
    pub party: Option<String>,
    /// New person.
    pub assignee: Option<String>,
    /// Build the fix is or will be in.
    pub fixed_in: Option<String>,
    /// Class of the cause and a sentence about it.
    pub cause: Option<(String, String)>,
    /// The defect it repeats.
    pub duplicate_of: Option<String>,
}

/// What somebody changes of a defect's text and classes; what is absent stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edit {
    /// Title.
    pub title: Option<String>,
    /// Description.
    pub description: Option<String>,
    /// Severity.
    pub severity: Option<String>,
    /// Priority.
    pub priority: Option<String>,
    /// Class of the cause and a sentence about it.
    pub cause: Option<(String, String)>,
}

/// A change in the making: the transaction, and what it concerns.
pub(super) struct Change<'a> {
    pub(super) work: Work,
    pub(super) ledger: Ledger,
    head: Head,
    events: Vec<Event>,
    who: &'a str,
    at: Timestamp,
}

impl<'a> Change<'a> {
    pub(super) fn happen(&mut self, id: &str, role: &str, what: What) {
        let event = self.head.link(Some(id.to_owned()), self.at, (self.who, role), what);
        self.ledger.apply(&event, &[]);
        self.events.push(event);
    }

    /// The defect, which has not been merged.
    pub(super) fn defect(&self, id: &str) -> Result<&Defect, RegisterError> {
        let found = self.ledger.defects.get(id);
        let defect = found.ok_or_else(|| RegisterError::UnknownDefect(id.to_owned()))?;
        match &defect.merged_into {
            Some(into) => Err(RegisterError::Merged { id: id.to_owned(), into: into.clone() }),
            None => Ok(defect),
        }
    }

    /// Closes it when that was the last thing closing waited for.
    fn complete(&mut self, id: &str, procedure: &Procedure) {
        let defect = self.ledger.defects.get(id);
        if let Some(moved) = defect.and_then(|one| rules::completion(procedure, one)) {
            self.happen(id, PROGRAM, What::Moved(Box::new(moved)));
        }
    }

    pub(super) async fn commit(mut self) -> Result<Ledger, RegisterError> {
        log::append(&mut self.work, &self.events).await?;
        self.ledger.flush(&mut self.work).await?;
        self.work.commit().await?;
        Ok(self.ledger)
    }
}

impl Register {
    /// Begins a change of some defects; other writers wait until it ends.
    pub(super) async fn change<'a>(
        &self,
        actor: &'a Actor,
        now: Timestamp,
        ids: &[&str],
    ) -> Result<Change<'a>, RegisterError> {
        let mut work = self.begin().await?;
        let mut ledger = Ledger::default();
        let wanted = ids.iter().map(|id| (*id).to_owned()).collect();
        record::load_defects(&mut work, &mut ledger, wanted).await?;
        record::load_builds(&mut work, &mut ledger).await?;
        let head = Head::read(&mut work).await?;
        Ok(Change { work, ledger, head, events: Vec::new(), who: &actor.who, at: micros(now) })
    }

    /// Moves a defect to another state, as the procedure permits.
    ///
    /// # Errors
    /// When it is not permitted (with what would be), something it needs is missing, or a word is
    /// not one of the procedure's.
    pub async fn move_to(
        &self,
        id: &str,
        to: &str,
        with: Move,
        procedure: &Procedure,
        actor: &Actor,
        now: Timestamp,
    ) -> Result<Defect, RegisterError> {
        self.within(async {
            let roles = rules::roles(procedure, actor)?;
            let original = with.duplicate_of.clone();
            let ids: Vec<&str> = [id].into_iter().chain(original.as_deref()).collect();
            let mut change = self.change(actor, now, &ids).await?;
            let defect = change.defect(id)?;
            let ways = rules::legal(procedure, &defect.state, to, &roles);
            if ways.is_empty() {
                return Err(illegal(procedure, defect, to, actor));
            }
            let mut said = rules::step(procedure, &defect.state, ways[0].0);
            self.fill(&mut said, with, procedure)?;
            let (moved, role) = chosen(&ways, defect, said)?;
            if let Some(original) = &original {
                not_in_circle(&change, id, original)?;
            }
            change.happen(id, role, What::Moved(Box::new(moved)));
            change.complete(id, procedure);
            take(change.commit().await?, id)
        })
        .await
    }

    fn fill(
        &self,
        moved: &mut Moved,
        with: Move,
        procedure: &Procedure,
    ) -> Result<(), RegisterError> {
        moved.reason = self.text(with.reason);
        moved.severity = known_severity(procedure, with.severity)?;
        moved.priority = known_priority(procedure, with.priority)?;
        moved.party = known_party(procedure, with.party)?;
        moved.assignee = self.text(with.assignee);
        moved.fixed_in = self.text(with.fixed_in);
        moved.cause = self.cause(procedure, with.cause)?;
        moved.duplicate_of = with.duplicate_of;
        Ok(())
    }

    /// Gives a defect to a party, a person, or both; what is absent stays as it is.
    ///
    /// # Errors
    /// When nothing is said, or the party is not one of the procedure's.
    pub async fn assign(
        &self,
        id: &str,
        party: Option<String>,
        assignee: Option<String>,
        procedure: &Procedure,
        actor: &Actor,
        now: Timestamp,
    ) -> Result<Defect, RegisterError> {
        let assigned =
            Assigned { party: known_party(procedure, party)?, assignee: self.text(assignee) };
        if assigned == Assigned::default() {
            return Err(RegisterError::Empty("register-empty-change"));
        }
        self.happen(id, What::Assigned(assigned), procedure, actor, now).await
    }

    /// Changes title, description, severity, priority or cause. The cause may be the last thing
    /// that closing waits for.
    ///
    /// # Errors
    /// When nothing is said, or a word is not one of the procedure's.
    pub async fn edit(
        &self,
        id: &str,
        edit: Edit,
        procedure: &Procedure,
        actor: &Actor,
        now: Timestamp,
    ) -> Result<Defect, RegisterError> {
        let edited = Edited {
            title: self.text(edit.title).map(|title| findings::cut_title(&title)),
            description: self.text(edit.description),
            severity: known_severity(procedure, edit.severity)?,
            priority: known_priority(procedure, edit.priority)?,
            cause: self.cause(procedure, edit.cause)?,
        };
        if edited == Edited::default() {
            return Err(RegisterError::Empty("register-empty-change"));
        }
        self.happen(id, What::Edited(edited), procedure, actor, now).await
    }

    /// Says something about a defect.
    ///
    /// # Errors
    /// When nothing is said.
    pub async fn comment(
        &self,
        id: &str,
        text: &str,
        procedure: &Procedure,
        actor: &Actor,
        now: Timestamp,
    ) -> Result<Defect, RegisterError> {
        let text = self.text(Some(text.to_owned()));
        let text = text.ok_or(RegisterError::Empty("register-empty-comment"))?;
        self.happen(id, What::Commented { text }, procedure, actor, now).await
    }

    /// One event of one defect, by somebody with any role.
    async fn happen(
        &self,
        id: &str,
        what: What,
        procedure: &Procedure,
        actor: &Actor,
        now: Timestamp,
    ) -> Result<Defect, RegisterError> {
        self.within(async {
            let role = match &what {
                // Anybody who may write a defect down may also add to it.
                What::Commented { .. } => rules::roles(procedure, actor)?[0],
                What::Edited(edited) if edited.is_text_only() => rules::roles(procedure, actor)?[0],
                _ => rules::trusted(procedure, actor)?,
            };
            let mut change = self.change(actor, now, &[id]).await?;
            change.defect(id)?;
            change.happen(id, role, what);
            change.complete(id, procedure);
            take(change.commit().await?, id)
        })
        .await
    }

    /// What somebody typed, without secrets and outer blanks; nothing when nothing is left.
    pub(super) fn text(&self, typed: Option<String>) -> Option<String> {
        let clean = self.redactor.apply(typed.as_deref()?.trim()).replace('\0', "");
        (!clean.is_empty()).then_some(clean)
    }

    /// The reason somebody gave, which must not be empty.
    pub(super) fn reason(&self, typed: &str) -> Result<String, RegisterError> {
        let reason = self.text(Some(typed.to_owned()));
        reason.ok_or(RegisterError::Empty("register-empty-reason"))
    }

    fn cause(
        &self,
        procedure: &Procedure,
        cause: Option<(String, String)>,
    ) -> Result<Option<Cause>, RegisterError> {
        let Some((class, text)) = cause else { return Ok(None) };
        let known = procedure.causes.iter().map(|one| &one.name);
        let class = known_word("register-unknown-cause", known, class)?;
        let text = self.text(Some(text));
        let text = text.ok_or(RegisterError::Empty("register-empty-cause"))?;
        Ok(Some(Cause { class, text }))
    }
}

pub(super) fn take(mut ledger: Ledger, id: &str) -> Result<Defect, RegisterError> {
    ledger.defects.remove(id).ok_or_else(|| RegisterError::UnknownDefect(id.to_owned()))
}

/// A duplicate repeats another defect, and not one that repeats it.
fn not_in_circle(change: &Change<'_>, id: &str, original: &str) -> Result<(), RegisterError> {
    let mut at = original.to_owned();
    for _ in 0..=change.ledger.defects.len() {
        if at == id {
            return Err(RegisterError::Circle(id.to_owned(), original.to_owned()));
        }
        match change.defect(&at)?.duplicate_of.clone() {
            Some(next) => at = next,
            None => break,
        }
    }
    Ok(())
}

/// Of several ways to one state, the first for which everything is there.
fn chosen<'p>(
    ways: &[(&Transition, &'p str)],
    defect: &Defect,
    said: Moved,
) -> Result<(Moved, &'p str), RegisterError> {
    let lacks = |(way, _): &(&Transition, &str)| rules::missing(way, defect, &said);
    match ways.iter().find(|way| lacks(way).is_empty()) {
        Some((way, role)) => Ok((Moved { transition: way.name.clone(), ..said }, role)),
        None => Err(RegisterError::Needs {
            id: defect.id.clone(),
            transition: ways[0].0.name.clone(),
            missing: lacks(&ways[0]),
        }),
    }
}

/// What is illegal, and what would be legal for this person.
fn illegal(procedure: &Procedure, defect: &Defect, to: &str, actor: &Actor) -> RegisterError {
    let illegal = match &actor.role {
        Some(role) => procedure.legal(&defect.state, to, role).err(),
        None => procedure.legal_for(&defect.state, to, &actor.who).err(),
    };
    match illegal {
        Some(illegal) => RegisterError::Illegal { id: defect.id.clone(), illegal },
        None => RegisterError::UnknownDefect(defect.id.clone()),
    }
}

pub(super) fn known_severity(
    procedure: &Procedure,
    name: Option<String>,
) -> Result<Option<String>, RegisterError> {
    let known = procedure.severities.iter().map(|one| &one.name);
    name.map(|name| known_word("register-unknown-severity", known, name)).transpose()
}

pub(super) fn known_priority(
    procedure: &Procedure,
    name: Option<String>,
) -> Result<Option<String>, RegisterError> {
    let known = procedure.priorities.iter().map(|one| &one.name);
    name.map(|name| known_word("register-unknown-priority", known, name)).transpose()
}

fn known_party(
    procedure: &Procedure,
    name: Option<String>,
) -> Result<Option<String>, RegisterError> {
    let known = procedure.parties.iter().map(|one| &one.name);
    name.map(|name| known_word("register-unknown-party", known, name)).transpose()
}

fn known_word<'p>(
    what: &'static str,
    known: impl Iterator<Item = &'p String>,
    name: String,
) -> Result<String, RegisterError> {
    let known: Vec<String> = known.cloned().collect();
    if known.contains(&name) {
        Ok(name)
    } else {
        Err(RegisterError::UnknownWord { what, name, known })
    }
}
