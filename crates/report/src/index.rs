//! Which specification and requirement a case belongs to.

use std::collections::BTreeMap;

use rakis_model::record::{Case, CriterionInfo, RequirementInfo, RunInfo, SpecificationInfo};

/// Finds the requirement behind an id.
#[derive(Debug)]
pub(crate) struct Index<'a> {
    requirements: BTreeMap<&'a str, (&'a SpecificationInfo, &'a RequirementInfo)>,
}

impl<'a> Index<'a> {
    /// Of the specifications of a run; the first of two equal ids counts.
    pub(crate) fn new(info: &'a RunInfo) -> Self {
        let mut requirements = BTreeMap::new();
        for specification in &info.specifications {
            for requirement in &specification.requirements {
                requirements.entry(requirement.id.as_str()).or_insert((specification, requirement));
            }
        }
        Self { requirements }
    }

    /// The specification a case is linked to.
    pub(crate) fn specification(&self, case: &Case) -> Option<&'a SpecificationInfo> {
        self.found(case).map(|(specification, _)| specification)
    }

    /// The requirement a case is linked to.
    pub(crate) fn requirement(&self, case: &Case) -> Option<&'a RequirementInfo> {
        self.found(case).map(|(_, requirement)| requirement)
    }

    /// The criterion a case is linked to.
    pub(crate) fn criterion(&self, case: &Case) -> Option<&'a CriterionInfo> {
        let id = case.criterion.as_deref()?;
        self.requirement(case)?.criteria.iter().find(|criterion| criterion.id == id)
    }

    fn found(&self, case: &Case) -> Option<(&'a SpecificationInfo, &'a RequirementInfo)> {
        self.requirements.get(case.requirement.as_deref()?).copied()
    }
}
