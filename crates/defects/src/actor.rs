//! Who does something to the register.

/// A person, or the account a run is started by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Name as the procedure has it among the members of roles.
    pub who: String,
    /// Role to act in; without one, any role the person has that permits it.
    pub role: Option<String>,
}

impl Actor {
    /// Somebody in any of their roles.
    pub fn new(who: impl Into<String>) -> Self {
        Self { who: who.into(), role: None }
    }

    /// In this role and no other.
    #[must_use]
    pub fn in_role(mut self, role: impl Into<String>) -> Self {
        self.role = Some(role.into());
        self
    }
}
