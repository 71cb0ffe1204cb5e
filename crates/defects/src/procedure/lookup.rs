//! What the procedure says: states by name, what may be taken, where a defect goes.

use super::{
    ANYBODY, Class, Illegal, Party, Procedure, Role, Route, Severity, State, Transition, Trigger,
};

impl Procedure {
    /// May somebody approve a snapshot in this role?
    pub fn may_approve(&self, who: &str, role: &str) -> bool {
        let named = match self.approvers.is_empty() {
            false => self.approvers.iter().any(|one| one == role),
            true => self.role(role).is_some_and(|one| one.members.iter().all(|m| m != ANYBODY)),
        };
        named && self.has_role(who, role)
    }

    /// The state every defect begins in.
    pub fn initial(&self) -> &State {
        // `read` gives no procedure without states.
        &self.states[0]
    }

    /// A state by its name.
    pub fn state(&self, name: &str) -> Option<&State> {
        self.states.iter().find(|one| one.name == name)
    }

    /// A role by its name.
    pub fn role(&self, name: &str) -> Option<&Role> {
        self.roles.iter().find(|one| one.name == name)
    }

    /// A severity by its name.
    pub fn severity(&self, name: &str) -> Option<&Severity> {
        self.severities.iter().find(|one| one.name == name)
    }

    /// A priority by its name.
    pub fn priority(&self, name: &str) -> Option<&Class> {
        self.priorities.iter().find(|one| one.name == name)
    }

    /// A class of causes by its name.
    pub fn cause(&self, name: &str) -> Option<&Class> {
        self.causes.iter().find(|one| one.name == name)
    }

    /// A party by its name.
    pub fn party(&self, name: &str) -> Option<&Party> {
        self.parties.iter().find(|one| one.name == name)
    }

    /// Does this person have this role?
    pub fn has_role(&self, who: &str, role: &str) -> bool {
        self.role(role).is_some_and(|role| role.has(who))
    }

    /// All roles a person has, in the order of the file.
    pub fn roles_of(&self, who: &str) -> Vec<&Role> {
        self.roles.iter().filter(|role| role.has(who)).collect()
    }

    /// Everything that leads out of a state.
    pub fn leading_from(&self, state: &str) -> impl Iterator<Item = &Transition> {
        self.transitions.iter().filter(move |one| one.leads_from(state))
    }

    /// What this role may take out of a state.
    pub fn permitted(&self, state: &str, role: &str) -> Vec<&Transition> {
        self.leading_from(state).filter(|one| one.permits(role)).collect()
    }

    /// The transition by which this role may bring a defect from one state to another.
    ///
    /// # Errors
    /// When there is none: what would be legal, for this role and for others.
    pub fn legal(&self, state: &str, to: &str, role: &str) -> Result<&Transition, Box<Illegal>> {
        let found = self.leading_from(state).find(|one| one.to == to && one.permits(role));
        found.ok_or_else(|| Box::new(Illegal::new(self, state, to, role)))
    }

    /// As [`Procedure::legal`], for a person: the first transition that one of the person's roles
    /// may take, with that role.
    ///
    /// # Errors
    /// As [`Procedure::legal`]; what is legal for any of the person's roles counts as the person's.
    pub fn legal_for(
        &self,
        state: &str,
        to: &str,
        who: &str,
    ) -> Result<(&Transition, &Role), Box<Illegal>> {
        let roles = self.roles_of(who);
        let found = self.leading_from(state).filter(|one| one.to == to).find_map(|one| {
            roles.iter().find(|role| one.permits(&role.name)).map(|role| (one, *role))
        });
        found.ok_or_else(|| Box::new(Illegal::for_person(self, state, to, who)))
    }

    /// What the program itself takes out of a state when this happens.
    pub fn by_trigger(&self, state: &str, trigger: Trigger) -> Option<&Transition> {
        self.leading_from(state).find(|one| one.trigger == Some(trigger))
    }

    /// Where a defect of this system, area and requirement goes.
    pub fn route(&self, system: &str, area: &str, requirement: Option<&str>) -> &Route {
        let found = self.routes.iter().find(|one| one.fits(system, area, requirement));
        // `read` gives no procedure whose last route does not fit everything.
        found.unwrap_or(&self.routes[self.routes.len() - 1])
    }
}
