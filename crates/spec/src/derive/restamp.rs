//! Which stamps a derive renews.

use std::collections::{BTreeMap, BTreeSet};

use rakis_model::{Problems, Source};

use super::{
    combine::stands_as_derived,
    feature::{self, Derived},
    plan::{DerivePlan, Project},
};
use crate::{
    linked,
    requirement::Requirement,
    specification::Specification,
    stamp::{FeatureStamps, Stamp},
};

/// Sets the plan's stamps, for derived and hand-written features alike.
///
/// A requirement is stamped where it is first seen, where its scenarios stand exactly as
/// derived, and where a person has reviewed it. Elsewhere the old stamp stays, and a changed
/// requirement is suspect.
pub(super) fn restamp(
    plan: &mut DerivePlan,
    project: &Project,
    specs: &[Specification],
    derived: &BTreeMap<String, Derived>,
    reviewed: &BTreeSet<String>,
    problems: &mut Problems,
) {
    let known: BTreeMap<&str, &Requirement> = specs
        .iter()
        .flat_map(|spec| &spec.requirements)
        .map(|requirement| (requirement.id.as_str(), requirement))
        .collect();
    let paths: BTreeSet<&String> =
        derived.keys().chain(project.features.keys()).chain(project.stamp_texts.keys()).collect();
    for path in paths {
        let one = derived.get(path);
        let text = match one {
            Some(derived) => derived.text.clone(),
            None => project.features.get(path).map(|source| source.text.clone()),
        };
        let old = project.stamps.get(path);
        let stamps = text.and_then(|text| {
            let source = Source::new(path.as_str(), text);
            // A derived feature that does not read has been told of already.
            let mut unread = Problems::new();
            let document = feature::parse(&source, &mut unread);
            if one.is_none() {
                problems.extend(unread);
            }
            let document = document?;
            let named: BTreeSet<&str> = document
                .feature
                .iter()
                .flat_map(linked::scenarios)
                .flat_map(|scenario| scenario.requirements())
                .collect();
            Some(stamps(&named, old, &known, one, reviewed))
        });
        let stamps = stamps.map(|mut stamps| {
            let origin = specs.iter().find(|spec| spec.feature_path() == *path);
            stamps.specification = origin
                .map(|spec| spec.id.clone())
                .or_else(|| old.and_then(|old| old.specification.clone()));
            stamps
        });
        plan.kept.push(project.stamp_file(path, stamps.as_ref()));
        if let Some(stamps) = stamps.filter(|stamps| !stamps.requirements.is_empty()) {
            plan.stamps.insert(path.clone(), stamps);
        }
    }
}

fn stamps(
    named: &BTreeSet<&str>,
    old: Option<&FeatureStamps>,
    known: &BTreeMap<&str, &Requirement>,
    derived: Option<&Derived>,
    reviewed: &BTreeSet<String>,
) -> FeatureStamps {
    let mut stamps = FeatureStamps::default();
    for id in named {
        let stamp = old.and_then(|old| old.requirements.get(*id));
        let as_derived = || {
            derived
                .and_then(|one| one.layouts.as_ref())
                .is_some_and(|(layout, theirs)| stands_as_derived(layout, theirs, id))
        };
        let stamp = match (known.get(id), stamp) {
            (Some(requirement), old) if old.is_none() || reviewed.contains(*id) || as_derived() => {
                Some(Stamp::of(requirement))
            }
            (_, old) => old.cloned(),
        };
        stamps.requirements.extend(stamp.map(|stamp| ((*id).to_owned(), stamp)));
    }
    stamps
}
