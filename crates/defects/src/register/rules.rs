//! What the register asks the procedure beyond its own look-ups.

use crate::{
    Actor, RegisterError,
    defect::Defect,
    event::Moved,
    procedure::{ANYBODY, Need, Phase, Procedure, Transition, Trigger},
};

/// The roles somebody may act in.
pub(super) fn roles<'p>(
    procedure: &'p Procedure,
    actor: &Actor,
) -> Result<Vec<&'p str>, RegisterError> {
    let all = procedure.roles_of(&actor.who).into_iter().map(|role| role.name.as_str());
    let wanted = all.filter(|name| actor.role.as_deref().is_none_or(|role| role == *name));
    let roles: Vec<_> = wanted.collect();
    if roles.is_empty() {
        let role = actor.role.clone().unwrap_or_default();
        return Err(RegisterError::NotInRole { who: actor.who.clone(), role });
    }
    Ok(roles)
}

/// A role of somebody that is not everybody's: what changes how a defect counts is not for everybody
/// who may write one down.
pub(super) fn trusted<'p>(
    procedure: &'p Procedure,
    actor: &Actor,
) -> Result<&'p str, RegisterError> {
    let given = |name: &str| {
        let role = procedure.role(name);
        role.is_some_and(|role| role.members.iter().all(|member| member != ANYBODY))
    };
    let held = roles(procedure, actor)?.into_iter().find(|name| given(name));
    held.ok_or_else(|| {
        let names = procedure.roles.iter().map(|role| role.name.as_str());
        let role = names.filter(|name| given(name)).collect::<Vec<_>>().join(", ");
        RegisterError::NotInRole { who: actor.who.clone(), role }
    })
}

/// The transitions one of the roles may take, each with that role.
pub(super) fn legal<'p>(
    procedure: &'p Procedure,
    from: &str,
    to: &str,
    roles: &[&'p str],
) -> Vec<(&'p Transition, &'p str)> {
    let by =
        |one: &'p Transition| roles.iter().find(|role| one.permits(role)).map(|role| (one, *role));
    procedure.leading_from(from).filter(|one| one.to == to).filter_map(by).collect()
}

/// A step the program or a person takes, nothing else filled in.
pub(super) fn step(procedure: &Procedure, from: &str, transition: &Transition) -> Moved {
    Moved {
        transition: transition.name.clone(),
        from: from.to_owned(),
        to: transition.to.clone(),
        phase: procedure.state(&transition.to).map_or(Phase::Open, |state| state.phase),
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

/// What a transition asks for and neither the defect nor the step has. A reason, a build and an
/// original belong to the step: what an earlier one said does not count.
pub(super) fn missing(transition: &Transition, defect: &Defect, moved: &Moved) -> Vec<Need> {
    let has = |need: &Need| match need {
        Need::Reason => moved.reason.is_some(),
        Need::Severity => moved.severity.is_some() || defect.severity.is_some(),
        Need::Priority => moved.priority.is_some() || defect.priority.is_some(),
        Need::Party => moved.party.is_some() || defect.party.is_some(),
        Need::Assignee => moved.assignee.is_some() || defect.assignee.is_some(),
        Need::FixedIn => moved.fixed_in.is_some() || defect.fixed_in.is_some(),
        Need::Cause => moved.cause.is_some() || defect.cause.is_some(),
        Need::Regression => defect.regression.is_some(),
        Need::Duplicate => moved.duplicate_of.is_some(),
    };
    transition.needs.iter().copied().filter(|need| !has(need)).collect()
}

/// The step that closes a defect by itself, when everything it asks for is there.
pub(super) fn completion(procedure: &Procedure, defect: &Defect) -> Option<Moved> {
    let transition = procedure.by_trigger(&defect.state, Trigger::Complete)?;
    let moved = step(procedure, &defect.state, transition);
    let needs = missing(transition, defect, &moved);
    // The program's reason is that everything is there.
    needs.iter().all(|need| *need == Need::Reason).then_some(moved)
}
