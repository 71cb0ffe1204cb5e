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
        let mut unread = Problems::new();
        let named = text.and_then(|text| named(path, text, &mut unread));
        // A derived feature that does not read has been told of already.
        if one.is_none() {
            problems.extend(unread);
        }
        let stamps = named.map(|named| {
            let origin = specs.iter().find(|spec| spec.feature_path() == *path);
            let specification = origin.map(|spec| spec.id.clone());
            let specification =
                specification.or_else(|| old.and_then(|old| old.specification.clone()));
            FeatureStamps { specification, ..stamps(&named, old, &known, one, reviewed) }
        });
        plan.kept.push(project.stamp_file(path, stamps.as_ref()));
        if let Some(stamps) = stamps.filter(|stamps| !stamps.requirements.is_empty()) {
            plan.stamps.insert(path.clone(), stamps);
        }
    }
}

/// The requirements a feature's scenarios name.
fn named(path: &str, text: String, problems: &mut Problems) -> Option<BTreeSet<String>> {
    let document = feature::parse(&Source::new(path, text), problems)?;
    let scenarios = document.feature.iter().flat_map(linked::scenarios);
    Some(scenarios.flat_map(|one| one.requirements()).map(str::to_owned).collect())
}

fn stamps(
    named: &BTreeSet<String>,
    old: Option<&FeatureStamps>,
    known: &BTreeMap<&str, &Requirement>,
    derived: Option<&Derived>,
    reviewed: &BTreeSet<String>,
) -> FeatureStamps {
    let mut stamps = FeatureStamps::default();
    for id in named {
        let stamp = old.and_then(|old| old.requirements.get(id));
        let as_derived = || {
            derived
                .and_then(|one| one.layouts.as_ref())
                .is_some_and(|(layout, theirs)| stands_as_derived(layout, theirs, id))
        };
        let stamp = match (known.get(id.as_str()), stamp) {
            (Some(requirement), old) if old.is_none() || reviewed.contains(id) || as_derived() => {
                Some(Stamp::of(requirement))
            }
            (_, old) => old.cloned(),
        };
        stamps.requirements.extend(stamp.map(|stamp| (id.clone(), stamp)));
    }
    stamps
}
