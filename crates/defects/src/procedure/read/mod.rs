//! Reading `procedure.yaml`: typed values out, every problem told at once, with its place.

mod keys;
mod parts;
mod terms;
mod time;
mod value;
mod written;

use std::sync::Arc;

use rakis_model::{
    Problems, Source,
    yaml::{Document, Fields},
};

pub(super) use written::{At, Listed, Written, WrittenEscalation, WrittenTransition};

use super::{Procedure, check};
use crate::WorkingTime;

impl Procedure {
    /// Reads and checks a procedure.
    ///
    /// Every problem goes to `problems`. A file with an error gives no procedure, so that no
    /// defect ever follows half of one.
    pub fn read(source: Arc<Source>, problems: &mut Problems) -> Option<Self> {
        let mut own = Problems::new();
        let written = own.note(Document::parse(source)).and_then(|document| {
            let fields = document.root().map(keys::FILE_KEYS, &mut own)?;
            Some(written(&fields, &mut own))
        });
        if let Some(written) = &written {
            check::check(written, &mut own);
        }
        let sound = !own.any_error();
        problems.extend(own);
        written.filter(|_| sound)?.procedure()
    }
}

fn written(fields: &Fields<'_>, problems: &mut Problems) -> Written {
    let title = fields.text(keys::TITLE, problems);
    let revision = fields
        .required(keys::REVISION, problems)
        .and_then(|cursor| value::number(cursor, 1..=1_000_000, problems));
    let before = problems.len();
    let working_time = time::working_time(fields, problems);
    // What is wrong with the week has been told; times in working days are not wrong for it.
    let any = WorkingTime::default().week.day_minutes();
    let day = if problems.len() == before { working_time.week.day_minutes() } else { any };
    Written {
        title,
        revision,
        states: parts::listed(fields, keys::STATES, problems, parts::state),
        transitions: parts::listed(fields, keys::TRANSITIONS, problems, parts::transition),
        roles: parts::listed(fields, keys::ROLES, problems, parts::role),
        severities: parts::listed(fields, keys::SEVERITIES, problems, |cursor, problems| {
            terms::severity(cursor, day, problems)
        }),
        priorities: parts::listed(fields, keys::PRIORITIES, problems, terms::class),
        causes: parts::listed(fields, keys::CAUSES, problems, terms::class),
        parties: parts::listed(fields, keys::PARTIES, problems, terms::party),
        routes: parts::listed(fields, keys::ROUTES, problems, terms::route),
        waiver: terms::waiver(fields, problems),
        approvers: terms::approvers(fields, problems),
        working_time,
        escalation: match fields.get(keys::ESCALATION) {
            Some(_) => parts::listed(fields, keys::ESCALATION, problems, terms::escalation),
            None => Listed::absent(),
        },
    }
}
