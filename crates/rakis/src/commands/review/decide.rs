//! Deciding on what waits: at the terminal one by one, or by the command's own words.

use std::io::BufReader;

use rakis_compare::snapshot::{Approval, Pending, Store};
use rakis_defects::{Actor, NewDefect, OpenMode, defect::Report};
use rakis_model::{
    Diagnostic, Exit, Message, Problems,
    record::{Run, SpecificationInfo},
};
use serde_json::{Value, json};

use super::{
    Case,
    ask::{Answer, ask},
    show, told,
};
use crate::{
    args,
    context::Context,
    desk::{self, Desk},
    record::FILE,
    settings::Settings,
};

/// What came of a review.
#[derive(Default)]
struct Done {
    approved: usize,
    rejected: usize,
    later: usize,
    decisions: Vec<Value>,
}

impl Done {
    fn tell(&self, json: bool, context: &Context) {
        if json {
            context.line(&format!("{:#}", json!({ "decisions": self.decisions })));
            return;
        }
        let message = Message::new("cli-review-done")
            .with("approved", self.approved)
            .with("rejected", self.rejected)
            .with("later", self.later);
        context.say(&message);
    }
}

/// Goes through all that waits. What is left waiting fails acceptance, so the exit code says so.
pub(super) fn all(
    args: &args::Review,
    settings: &Settings,
    store: &Store,
    cases: &[Case],
    context: &Context,
) -> Result<Exit, Exit> {
    let decided = args.approve || args.reject;
    if args.acting.json && !decided {
        let waiting: Vec<Value> = cases.iter().map(show::as_json).collect();
        context.line(&format!("{:#}", json!({ "waiting": waiting })));
        return Ok(exit(cases.len()));
    }
    if cases.is_empty() {
        context.line(&context.word("cli-review-nothing"));
        return Ok(Exit::Passed);
    }
    if args.approve && args.names.is_empty() {
        // Approving unseen what happens to wait is what snapshots must not allow.
        context.show_one(&Diagnostic::error(Message::new("cli-review-name-it")));
        return Err(Exit::Usage);
    }
    let specifications = specifications(context);
    let reviewer = Reviewer { args, settings, store, context, specifications: &specifications };
    let mut done = Done::default();
    let mut failed = None;
    for (index, case) in cases.iter().enumerate() {
        let went_on = reviewer.one(case, (index + 1, cases.len()), &mut done);
        if !*went_on.as_ref().unwrap_or(&false) {
            done.later += cases.len() - index;
            failed = went_on.err();
            break;
        }
    }
    // What was decided before something went wrong is decided all the same.
    done.tell(args.acting.json, context);
    failed.map_or_else(|| Ok(exit(done.later)), Err)
}

const fn exit(waiting: usize) -> Exit {
    if waiting == 0 { Exit::Passed } else { Exit::Failed }
}

/// Requirements by id, for the words beside a snapshot; a project that cannot be read has none.
fn specifications(context: &Context) -> Vec<SpecificationInfo> {
    let mut unheard = Problems::new();
    let project = crate::project::Project::read(&context.folder, &mut unheard);
    project.map(|project| project.info()).unwrap_or_default()
}

struct Reviewer<'r> {
    args: &'r args::Review,
    settings: &'r Settings,
    store: &'r Store,
    context: &'r Context,
    specifications: &'r [SpecificationInfo],
}

impl Reviewer<'_> {
    /// Decides on one; `false` is to stop here.
    fn one(&self, case: &Case, place: (usize, usize), done: &mut Done) -> Result<bool, Exit> {
        let mut whole = false;
        loop {
            if !self.args.acting.json {
                show::case(case, place, self.specifications, whole, self.context);
                self.context.line("");
            }
            let answer = match (self.args.approve, self.args.reject) {
                (true, _) => Answer::Approve,
                (_, true) => Answer::Reject,
                // Nobody can be asked: it is shown, and waits.
                _ if !self.context.asks => Answer::Later,
                _ => ask(self.context),
            };
            match answer {
                Answer::Whole => whole = true,
                Answer::Quit => return Ok(false),
                Answer::Later => {
                    done.later += 1;
                    return Ok(true);
                }
                Answer::Approve => {
                    self.approve(&case.pending)?;
                    done.approved += 1;
                    done.decisions.push(json!({ "name": case.pending.name, "approved": true }));
                    return Ok(true);
                }
                Answer::Reject => {
                    let id = self.reject(&case.pending)?;
                    done.rejected += 1;
                    done.decisions.push(json!({ "name": case.pending.name, "defect": id }));
                    return Ok(true);
                }
            }
        }
    }

    fn why(&self, key: &'static str) -> Result<String, Exit> {
        let asked = || self.context.ask(&self.context.word(key));
        let said = self.args.why.clone().or_else(asked).filter(|why| !why.trim().is_empty());
        said.ok_or_else(|| {
            self.context.show_one(&Diagnostic::error(Message::new("cli-review-why-missing")));
            Exit::Usage
        })
    }

    /// Who decides, in which role; approving is for some roles only.
    fn actor(&self, approving: bool) -> Result<(Actor, String), Exit> {
        let actor = desk::actor(&self.args.acting, self.settings, self.context)?;
        let role =
            actor.role.clone().or_else(|| self.context.ask(&self.context.word("cli-ask-role")));
        let Some(role) = role else {
            let told = Diagnostic::error(Message::new("cli-role-unknown"));
            self.context.show_one(&told.hint(Message::new("cli-who-hint")));
            return Err(Exit::Usage);
        };
        self.holds(&actor.who, &role, approving)?;
        Ok((actor.in_role(role.clone()), role))
    }

    /// The procedure says who has which role, and which may approve.
    fn holds(&self, who: &str, role: &str, approving: bool) -> Result<(), Exit> {
        let mut problems = Problems::new();
        let procedure = desk::procedure(self.settings, &mut problems);
        self.context.show(problems);
        let Some(procedure) = procedure else { return Err(Exit::Invalid) };
        let has = procedure.has_role(who, role);
        if has && approving && !procedure.may_approve(who, role) {
            let message = Message::new("cli-review-role").with("role", role);
            let roles = procedure.approvers.join(", ");
            let hint = Message::new("cli-review-role-hint").with("roles", roles);
            self.context.show_one(&Diagnostic::error(message).hint(hint));
            return Err(Exit::Usage);
        }
        if has {
            return Ok(());
        }
        let message = Message::new("register-not-in-role").with("who", who).with("role", role);
        let roles: Vec<&str> =
            procedure.roles_of(who).iter().map(|role| role.name.as_str()).collect();
        let hint = Message::new("cli-roles-held").with("who", who).with("roles", roles.join(", "));
        self.context.show_one(&Diagnostic::error(message).hint(hint));
        Err(Exit::Usage)
    }

    fn approve(&self, pending: &Pending) -> Result<(), Exit> {
        let (actor, role) = self.actor(true)?;
        let why = self.why("cli-ask-why-right")?;
        let clean = |text: String| self.context.redactor().apply(&text).into_owned();
        let approval = Approval {
            who: actor.who,
            role,
            at: Context::timestamp(),
            why: clean(why),
            run: pending.info.run.clone(),
        };
        // A run may have put another answer in its place while this one was being read.
        let hash = &pending.info.hash;
        told(self.store.approve_seen(&pending.name, hash, approval), self.context)?;
        if !self.args.acting.json {
            self.context.say(&Message::new("cli-review-approved-now").with("name", &pending.name));
        }
        Ok(())
    }

    /// Registers a defect, and only then forgets the text that waited.
    fn reject(&self, pending: &Pending) -> Result<String, Exit> {
        let (actor, _) = self.actor(false)?;
        let why = self.why("cli-ask-why-wrong")?;
        let desk = Desk::open(&self.args.acting, OpenMode::Create, self.context)?;
        let mut new = self.defect(pending);
        new.report.description = Some(why);
        let now = Context::timestamp();
        let opened = desk.ask(desk.register.open_by_hand(new, &desk.procedure, &actor, now));
        desk.close();
        let opened = opened?;
        self.forget(pending);
        if !self.args.acting.json {
            let key = if opened.new { "cli-review-defect-new" } else { "cli-review-defect-known" };
            self.context.say(&Message::new(key).with("id", &opened.id).with("name", &pending.name));
        }
        Ok(opened.id)
    }

    /// Removes the text that was rejected, and no other that a run wrote meanwhile: that one has
    /// not been looked at. One that was accepted by hand has no text that waits.
    fn forget(&self, pending: &Pending) {
        let waiting = self.store.pending(&pending.name).ok().flatten();
        let name = &pending.name;
        let key = match waiting {
            Some(other) if other.info.hash != pending.info.hash => "cli-review-another-waits",
            _ if self.store.reject(name).is_err() => "cli-review-still-unapproved",
            _ => return,
        };
        self.context.show_one(&Diagnostic::warning(Message::new(key).with("name", name)));
    }

    /// The defect as recording the same failure would know it, when its run is still there.
    fn defect(&self, pending: &Pending) -> NewDefect {
        let info = &pending.info;
        let run = info.run.as_ref().and_then(|name| self.run(name));
        let case = run.as_ref().and_then(|run| {
            let of_this = |note: &rakis_model::failure::SnapshotNote| note.name == pending.name;
            let failed = |case: &rakis_model::record::Case| {
                let failure = case.failing_step().and_then(|step| step.failure.as_ref());
                failure.and_then(|failure| failure.snapshot.as_ref()).is_some_and(of_this)
            };
            NewDefect::from_case(run, run.cases.iter().position(failed)?)
        });
        case.unwrap_or_else(|| {
            let message = Message::new("cli-review-run-gone").with("name", &pending.name);
            self.context.show_one(&Diagnostic::warning(message));
            self.of_snapshot(pending)
        })
    }

    /// What the snapshot itself tells of a defect; its requirement tells the system, by which the
    /// procedure finds who is to mend it.
    fn of_snapshot(&self, pending: &Pending) -> NewDefect {
        let info = &pending.info;
        let id = info.requirement.as_deref().unwrap_or_default();
        let has = |one: &&SpecificationInfo| one.requirements.iter().any(|own| own.id == id);
        let specification = self.specifications.iter().find(has);
        let report = Report {
            title: info.scenario.clone(),
            system: specification.map(|one| one.system.clone()).unwrap_or_default(),
            requirement: info.requirement.clone(),
            criterion: info.criterion.clone(),
            scenario: info.scenario.clone(),
            area: pending.name.split('/').next().unwrap_or_default().to_owned(),
            expected: pending.old.clone(),
            actual: Some(pending.new.clone()),
            differences: pending.differences.clone(),
            snapshot: Some(pending.name.clone()),
            ..Report::default()
        };
        NewDefect { report, ..NewDefect::default() }
    }

    fn run(&self, name: &str) -> Option<Run> {
        // A name from a file: it must not lead out of the folder of reports.
        let plain = !name.is_empty() && !name.contains(['/', '\\']) && name != "..";
        let folder = self.settings.root.join(&self.settings.reports).join(name);
        let file = plain.then(|| std::fs::File::open(folder.join(FILE)).ok())??;
        Run::read(BufReader::new(file)).ok()
    }
}
