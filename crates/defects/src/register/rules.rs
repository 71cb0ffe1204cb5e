//! What the register asks the procedure.

use crate::{
    Actor, RegisterError,
    defect::Defect,
    event::Moved,
    procedure::{Need, Phase, Procedure, Route, State, Transition, Trigger},
};

/// The state every defect begins in.
pub(super) fn initial(procedure: &Procedure) -> Option<&State> {
    procedure.states.first()
}

pub(super) fn state<'p>(procedure: &'p Procedure, name: &str) -> Option<&'p State> {
    procedure.states.iter().find(|state| state.name == name)
}

/// The roles somebody may act in.
pub(super) fn roles<'p>(
    procedure: &'p Procedure,
    actor: &Actor,
) -> Result<Vec<&'p str>, RegisterError> {
    let has = |members: &[String]| {
        !actor.who.trim().is_empty() && members.iter().any(|one| one == "*" || *one == actor.who)
    };
    let all = procedure.roles.iter().filter(|role| has(&role.members));
    let wanted = all
        .map(|role| role.name.as_str())
        .filter(|name| actor.role.as_deref().is_none_or(|role| role == *name));
    let roles: Vec<_> = wanted.collect();
    if roles.is_empty() {
        let role = actor.role.clone().unwrap_or_default();
        return Err(RegisterError::NotInRole { who: actor.who.clone(), role });
    }
    Ok(roles)
}

/// The transitions one of the roles may take, each with that role.
pub(super) fn legal<'p>(
    procedure: &'p Procedure,
    from: &str,
    to: &str,
    roles: &[&'p str],
) -> Vec<(&'p Transition, &'p str)> {
    let leads = |one: &&Transition| one.from.iter().any(|state| state == from) && one.to == to;
    let by = |one: &'p Transition| {
        roles
            .iter()
            .find(|role| one.roles.iter().any(|name| name == *role))
            .map(|role| (one, *role))
    };
    procedure.transitions.iter().filter(leads).filter_map(by).collect()
}

pub(super) fn by_trigger<'p>(
    procedure: &'p Procedure,
    from: &str,
    trigger: Trigger,
) -> Option<&'p Transition> {
    procedure
        .transitions
        .iter()
        .find(|one| one.trigger == Some(trigger) && one.from.iter().any(|state| state == from))
}

/// Where a defect goes at first.
pub(super) fn route<'p>(
    procedure: &'p Procedure,
    system: &str,
    area: &str,
    requirement: Option<&str>,
) -> Option<&'p Route> {
    let fits =
        |wanted: &Option<String>, value: &str| wanted.as_ref().is_none_or(|one| one == value);
    procedure.routes.iter().find(|route| {
        fits(&route.system, system)
            && fits(&route.area, area)
            && route
                .requirement
                .as_ref()
                .is_none_or(|prefix| requirement.is_some_and(|id| id.starts_with(prefix.as_str())))
    })
}

/// A step the program or a person takes, nothing else filled in.
pub(super) fn step(procedure: &Procedure, from: &str, transition: &Transition) -> Moved {
    Moved {
        transition: transition.name.clone(),
        from: from.to_owned(),
        to: transition.to.clone(),
        phase: state(procedure, &transition.to).map_or(Phase::Open, |state| state.phase),
        procedure: procedure.revision,
        reason: None,
        severity: None,
        priority: None,
        party: None,
        assignee: None,
        fixed_in: None,
        cause: None,
        duplicate_of: None,
        run: None,
        delivery: None,
    }
}

/// What a transition asks for and neither the defect nor the step has.
pub(super) fn missing(transition: &Transition, defect: &Defect, moved: &Moved) -> Vec<Need> {
    let has = |need: &Need| match need {
        Need::Reason => moved.reason.is_some() || moved.run.is_some(),
        Need::Severity => moved.severity.is_some() || defect.severity.is_some(),
        Need::Priority => moved.priority.is_some() || defect.priority.is_some(),
        Need::Party => moved.party.is_some() || defect.party.is_some(),
        Need::Assignee => moved.assignee.is_some() || defect.assignee.is_some(),
        Need::FixedIn => moved.fixed_in.is_some() || defect.fixed_in.is_some(),
        Need::Cause => moved.cause.is_some() || defect.cause.is_some(),
        Need::Regression => defect.regression.is_some(),
        Need::Duplicate => moved.duplicate_of.is_some() || defect.duplicate_of.is_some(),
    };
    transition.needs.iter().copied().filter(|need| !has(need)).collect()
}

/// The step that closes a defect by itself, when everything it asks for is there.
pub(super) fn completion(procedure: &Procedure, defect: &Defect) -> Option<Moved> {
    let transition = by_trigger(procedure, &defect.state, Trigger::Complete)?;
    let moved = step(procedure, &defect.state, transition);
    let needs = missing(transition, defect, &moved);
    // The program's reason is that everything is there.
    needs.iter().all(|need| *need == Need::Reason).then_some(moved)
}
