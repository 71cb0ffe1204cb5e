//! All checks of a file together.

use rakis_model::{
    Diagnostic,
    messages::{Background, Feature, FeatureChild, RuleChild, Scenario},
};

use super::{examples, file, scenarios, tables, vanished};
use crate::{Parsed, dialect::Dialect};

/// What looks wrong in a file that read without errors, in the order of lines.
pub fn lint(parsed: &Parsed) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let Some(dialect) = Dialect::get(&parsed.language) else {
        return found;
    };
    let vanished = vanished::check(parsed, &dialect, &mut found);
    file::check(parsed, &mut found);
    if let Some(feature) = &parsed.document.feature {
        scenarios::check(parsed, feature, &vanished, &mut found);
        examples::check(parsed, feature, &dialect, &mut found);
        tables::check(parsed, feature, &mut found);
    }
    found.sort_by_key(|one| one.place.as_ref().map(|place| place.span.start));
    found
}

/// A part of a feature that holds steps.
pub(super) enum Block<'a> {
    Background(&'a Background),
    Scenario(&'a Scenario),
}

/// All backgrounds and scenarios, also those of rules, in order.
pub(super) fn blocks(feature: &Feature) -> impl Iterator<Item = Block<'_>> {
    feature.children.iter().flat_map(|child| match child {
        FeatureChild::Background(one) => vec![Block::Background(one)],
        FeatureChild::Scenario(one) => vec![Block::Scenario(one)],
        FeatureChild::Rule(rule) => rule
            .children
            .iter()
            .map(|child| match child {
                RuleChild::Background(one) => Block::Background(one),
                RuleChild::Scenario(one) => Block::Scenario(one),
            })
            .collect(),
    })
}

/// All scenarios, in order.
pub(super) fn scenarios(feature: &Feature) -> impl Iterator<Item = &Scenario> {
    blocks(feature).filter_map(|block| match block {
        Block::Scenario(scenario) => Some(scenario),
        Block::Background(_) => None,
    })
}
