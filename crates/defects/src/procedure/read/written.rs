//! The procedure as it is written: every name with its place, for the checks.

use rakis_model::Place;

use crate::{
    WorkingTime,
    procedure::{
        Class, ClockKind, Escalation, Need, Party, Procedure, Role, Route, Severity, State,
        Transition, Trigger, WaiverRule,
    },
};

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(in crate::procedure) struct At<T> {
    pub(in crate::procedure) value: T,
    pub(in crate::procedure) place: Place,
}

/// The items of a list that could be read. Checks that need all of them ask whether all could.
#[derive(Debug)]
pub(in crate::procedure) struct Listed<T> {
    pub(in crate::procedure) items: Vec<T>,
    /// Where the list stands; none when it is not there.
    pub(in crate::procedure) place: Option<Place>,
    /// Could every item be read?
    pub(in crate::procedure) whole: bool,
}

impl<T> Listed<T> {
    /// A list that need not be there.
    pub(super) const fn absent() -> Self {
        Self { items: Vec::new(), place: None, whole: true }
    }
}

/// A transition, every name with its place.
#[derive(Debug)]
pub(in crate::procedure) struct WrittenTransition {
    pub(in crate::procedure) name: At<String>,
    pub(in crate::procedure) from: Vec<At<String>>,
    pub(in crate::procedure) to: At<String>,
    pub(in crate::procedure) roles: Vec<At<String>>,
    pub(in crate::procedure) needs: Vec<At<Need>>,
    pub(in crate::procedure) trigger: Option<At<Trigger>>,
}

/// A route, with the places of what it names.
#[derive(Debug)]
pub(in crate::procedure) struct WrittenRoute {
    pub(in crate::procedure) route: Route,
    pub(in crate::procedure) place: Place,
    pub(in crate::procedure) party: Place,
    pub(in crate::procedure) severity: Place,
}

/// A severity, with the places of its name and times.
#[derive(Debug)]
pub(in crate::procedure) struct WrittenSeverity {
    pub(in crate::procedure) severity: Severity,
    pub(in crate::procedure) name: Place,
    pub(in crate::procedure) fix: Place,
}

/// A level of escalation, with the places of what it names.
#[derive(Debug)]
pub(in crate::procedure) struct WrittenEscalation {
    pub(in crate::procedure) clock: Option<ClockKind>,
    pub(in crate::procedure) percent: At<i64>,
    pub(in crate::procedure) roles: Vec<At<String>>,
    pub(in crate::procedure) party: bool,
}

/// The rule about waivers, with the places of the roles.
#[derive(Debug)]
pub(in crate::procedure) struct WrittenWaiver {
    pub(in crate::procedure) roles: Vec<At<String>>,
    pub(in crate::procedure) longest_days: i64,
}

/// The whole file.
#[derive(Debug)]
pub(in crate::procedure) struct Written {
    pub(in crate::procedure) title: Option<String>,
    pub(in crate::procedure) revision: Option<i64>,
    pub(in crate::procedure) states: Listed<At<State>>,
    pub(in crate::procedure) transitions: Listed<WrittenTransition>,
    pub(in crate::procedure) roles: Listed<At<Role>>,
    pub(in crate::procedure) severities: Listed<WrittenSeverity>,
    pub(in crate::procedure) priorities: Listed<At<Class>>,
    pub(in crate::procedure) causes: Listed<At<Class>>,
    pub(in crate::procedure) parties: Listed<At<Party>>,
    pub(in crate::procedure) routes: Listed<WrittenRoute>,
    pub(in crate::procedure) waiver: Option<WrittenWaiver>,
    pub(in crate::procedure) approvers: Vec<At<String>>,
    pub(in crate::procedure) working_time: WorkingTime,
    pub(in crate::procedure) escalation: Listed<WrittenEscalation>,
}

impl Written {
    /// Without the places; none when something required is missing.
    pub(super) fn procedure(self) -> Option<Procedure> {
        let waiver = self.waiver?;
        let mut levels: Vec<_> = self.escalation.items.into_iter().map(escalation).collect();
        levels.sort_by_key(|one| one.percent);
        Some(Procedure {
            title: self.title?,
            revision: self.revision?,
            states: values(self.states.items),
            transitions: self.transitions.items.into_iter().map(transition).collect(),
            roles: values(self.roles.items),
            severities: self.severities.items.into_iter().map(|one| one.severity).collect(),
            priorities: values(self.priorities.items),
            causes: values(self.causes.items),
            parties: values(self.parties.items),
            routes: self.routes.items.into_iter().map(|one| one.route).collect(),
            waiver: WaiverRule { roles: values(waiver.roles), longest_days: waiver.longest_days },
            approvers: values(self.approvers),
            working_time: self.working_time,
            escalation: levels,
        })
    }
}

fn values<T>(items: Vec<At<T>>) -> Vec<T> {
    items.into_iter().map(|one| one.value).collect()
}

fn transition(written: WrittenTransition) -> Transition {
    Transition {
        name: written.name.value,
        from: values(written.from),
        to: written.to.value,
        roles: values(written.roles),
        needs: values(written.needs),
        trigger: written.trigger.map(|one| one.value),
    }
}

fn escalation(written: WrittenEscalation) -> Escalation {
    Escalation {
        clock: written.clock,
        percent: written.percent.value,
        roles: values(written.roles),
        party: written.party,
    }
}
