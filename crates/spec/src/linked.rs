//! Which requirement and criterion a rule or a scenario of a feature stands for: its tags.

use rakis_model::messages::{Feature, FeatureChild, Rule, RuleChild, Scenario, Tag};

/// Tag of what is no longer in a specification.
pub(crate) const WITHDRAWN: &str = "@kehtetu";
/// Tag of a scenario that stands for no requirement on purpose.
pub(crate) const NO_REQUIREMENT: &str = "@no-story-or-req";
/// Tags of a requirement begin so.
pub(crate) const REQUIREMENT: &str = "@req-";
/// Tags of a criterion begin so.
pub(crate) const CRITERION: &str = "@kriteerium-";

/// A scenario with the rule it stands in.
#[derive(Clone, Copy)]
pub(crate) struct Linked<'f> {
    pub(crate) feature: &'f Feature,
    pub(crate) rule: Option<&'f Rule>,
    pub(crate) scenario: &'f Scenario,
}

/// All scenarios of a feature, in order.
pub(crate) fn scenarios(feature: &Feature) -> Vec<Linked<'_>> {
    let mut found = Vec::new();
    for child in &feature.children {
        match child {
            FeatureChild::Scenario(scenario) => {
                found.push(Linked { feature, rule: None, scenario });
            }
            FeatureChild::Rule(rule) => found.extend(rule.children.iter().filter_map(|child| {
                let RuleChild::Scenario(scenario) = child else { return None };
                Some(Linked { feature, rule: Some(rule), scenario })
            })),
            FeatureChild::Background(_) => {}
        }
    }
    found
}

/// What follows a prefix in the first such tag.
pub(crate) fn value<'f>(tags: &'f [Tag], prefix: &str) -> Option<&'f str> {
    tags.iter().find_map(|tag| tag.name.strip_prefix(prefix))
}

impl<'f> Linked<'f> {
    /// Its tags, then those of its rule and feature.
    pub(crate) fn tags(&self) -> impl Iterator<Item = &'f Tag> + use<'f> {
        let rule = self.rule.map(|rule| rule.tags.iter()).into_iter().flatten();
        self.scenario.tags.iter().chain(rule).chain(&self.feature.tags)
    }

    /// Does it carry the tag, itself or by its rule or feature?
    pub(crate) fn has(&self, name: &str) -> bool {
        self.tags().any(|tag| tag.name == name)
    }

    /// The requirements it stands for.
    pub(crate) fn requirements(&self) -> Vec<&'f str> {
        let mut ids: Vec<&str> =
            self.tags().filter_map(|tag| tag.name.strip_prefix(REQUIREMENT)).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }
}
