//! Specifications as a run record tells of them.

use std::collections::BTreeSet;

use rakis_model::record::{CriterionInfo, RequirementInfo, SpecificationInfo};

use crate::{requirement::Requirement, specification::Specification};

/// What reports need of the specifications; `suspects` are ids of requirements.
pub fn info(specs: &[Specification], suspects: &BTreeSet<String>) -> Vec<SpecificationInfo> {
    specs
        .iter()
        .map(|spec| SpecificationInfo {
            id: spec.id.clone(),
            title: spec.title.clone(),
            system: spec.system.clone(),
            area: spec.area.clone(),
            revision: spec.revision,
            status: spec.status.word().to_owned(),
            file: spec.file.clone(),
            legal_basis: spec.legal_basis.clone(),
            goal: spec.goal.clone(),
            requirements: spec.requirements.iter().map(|one| requirement(one, suspects)).collect(),
        })
        .collect()
}

fn requirement(requirement: &Requirement, suspects: &BTreeSet<String>) -> RequirementInfo {
    RequirementInfo {
        id: requirement.id.clone(),
        statement: requirement.statement.clone(),
        priority: requirement.priority.word().to_owned(),
        criteria: requirement
            .criteria
            .iter()
            .map(|one| CriterionInfo { id: one.id.clone(), title: one.title.clone() })
            .collect(),
        suspect: suspects.contains(&requirement.id),
    }
}
