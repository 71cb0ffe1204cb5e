//! Who mends, and which party gets what.

/// Somebody who mends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Its name: `TEHIK`.
    pub name: String,
    /// Of the own house, of the state, or by contract, in words.
    pub description: String,
    /// Where it is told.
    pub contact: String,
}

/// One rule of routing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// System it fits, any when absent: `STAR`.
    pub system: Option<String>,
    /// Area it fits, any when absent: `rights`.
    pub area: Option<String>,
    /// Requirement or specification whose id begins so, any when absent. A part of the id counts
    /// only whole: `STAR-2026-03` fits `STAR-2026-03.1`, not `STAR-2026-031`.
    pub requirement: Option<String>,
    /// The competence asked for: `õiguste haldus`.
    pub competence: String,
    /// Party that gets it.
    pub party: String,
    /// Person it goes to at first, if agreed.
    pub assignee: Option<String>,
    /// Severity it begins with.
    pub severity: String,
}

impl Route {
    /// Does it fit everything?
    pub const fn is_catch_all(&self) -> bool {
        self.system.is_none() && self.area.is_none() && self.requirement.is_none()
    }

    /// Does it fit a defect of this system, area and requirement?
    pub fn fits(&self, system: &str, area: &str, requirement: Option<&str>) -> bool {
        let same =
            |wanted: &Option<String>, given: &str| wanted.as_deref().is_none_or(|w| w == given);
        same(&self.system, system)
            && same(&self.area, area)
            && match (&self.requirement, requirement) {
                (None, _) => true,
                (Some(_), None) => false,
                (Some(prefix), Some(id)) => begins(id, prefix),
            }
    }

    /// Does it fit all that the other fits, so that the other, standing after it, never comes up?
    pub fn covers(&self, other: &Self) -> bool {
        let same = |mine: &Option<String>, its: &Option<String>| mine.is_none() || mine == its;
        same(&self.system, &other.system)
            && same(&self.area, &other.area)
            && match (&self.requirement, &other.requirement) {
                (None, _) => true,
                (Some(_), None) => false,
                (Some(mine), Some(its)) => begins(its, mine),
            }
    }
}

/// Does the id begin with whole parts `prefix`?
fn begins(id: &str, prefix: &str) -> bool {
    let Some(rest) = id.strip_prefix(prefix) else { return false };
    let cut = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    cut(rest.chars().next()) || cut(prefix.chars().next_back())
}
