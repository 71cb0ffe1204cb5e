//! Roles, and the people who have them.

/// The member that stands for anybody.
pub const ANYBODY: &str = "*";

/// A role and the people who have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Its name: `veahaldur`.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Who has it; `*` stands for anybody.
    pub members: Vec<String>,
}

impl Role {
    /// Does this person have it? Names are compared as written; a nameless one has no role.
    pub fn has(&self, who: &str) -> bool {
        !who.trim().is_empty() && self.members.iter().any(|one| one == ANYBODY || one == who)
    }
}
