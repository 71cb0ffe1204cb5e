//! Which scenarios to run: paths, `FILE:LINE`, tags, requirements.

use cucumber::gherkin::tagexpr::TagOperation;
use rakis_model::{
    Message,
    messages::{FeatureChild, GherkinDocument, Pickle, RuleChild, Scenario, Tag},
};

/// A path typed by the user, with the line if one was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathSelector {
    /// Folder or file, relative to the project, with `/`.
    pub path: String,
    /// Line from 1: the scenario or example that stands there.
    pub line: Option<usize>,
}

impl PathSelector {
    /// Reads `features/a.feature:24`.
    pub fn parse(text: &str) -> Self {
        let text = text.replace('\\', "/");
        match text.rsplit_once(':').map(|(path, line)| (path, line.parse())) {
            Some((path, Ok(line))) => Self { path: path.to_owned(), line: Some(line) },
            _ => Self { path: text.trim_end_matches('/').to_owned(), line: None },
        }
    }

    /// Does this file fall under it?
    pub fn covers(&self, file: &str) -> bool {
        let path = self.path.trim_start_matches("./");
        file == path || path == "." || path.is_empty() || file.starts_with(&format!("{path}/"))
    }
}

/// What to run; nothing given means everything.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Paths; a scenario is selected by any of them.
    pub paths: Vec<PathSelector>,
    tags: Option<TagOperation>,
    /// Requirement ids; a specification's id selects all of its requirements.
    pub requirements: Vec<String>,
}

impl Selection {
    /// Everything at these paths that stands for these requirements.
    pub const fn new(paths: Vec<PathSelector>, requirements: Vec<String>) -> Self {
        Self { paths, tags: None, requirements }
    }

    /// Adds a tag expression (`@req-X and not @manual`).
    ///
    /// # Errors
    /// When it does not follow the grammar of tag expressions.
    pub fn with_tags(mut self, expression: &str) -> Result<Self, Message> {
        let tags = expression.trim().parse().map_err(|error| {
            Message::new("plan-tags-invalid").with("expression", expression).with("reason", error)
        })?;
        self.tags = Some(tags);
        Ok(self)
    }

    /// Is anything left out on purpose?
    pub fn is_everything(&self) -> bool {
        self.paths.is_empty() && self.tags.is_none() && self.requirements.is_empty()
    }

    /// Is this scenario wanted?
    pub(crate) fn wants(&self, file: &str, document: &GherkinDocument, pickle: &Pickle) -> bool {
        self.by_path(file, document, pickle) && self.by_tags(pickle) && self.by_requirement(pickle)
    }

    fn by_path(&self, file: &str, document: &GherkinDocument, pickle: &Pickle) -> bool {
        let here = |selector: &PathSelector| {
            selector.covers(file)
                && selector.line.is_none_or(|line| stands_at(line, document, pickle))
        };
        self.paths.is_empty() || self.paths.iter().any(here)
    }

    fn by_tags(&self, pickle: &Pickle) -> bool {
        let names: Vec<&str> =
            pickle.tags.iter().map(|tag| tag.name.trim_start_matches('@')).collect();
        self.tags.as_ref().is_none_or(|tags| holds(tags, &names))
    }

    fn by_requirement(&self, pickle: &Pickle) -> bool {
        let linked = |wanted: &String| {
            pickle.tags.iter().filter_map(|tag| tag.name.strip_prefix("@req-")).any(|id| {
                id == wanted
                    || id.strip_prefix(wanted.as_str()).is_some_and(|rest| rest.starts_with('.'))
            })
        };
        self.requirements.is_empty() || self.requirements.iter().any(linked)
    }
}

fn holds(expression: &TagOperation, tags: &[&str]) -> bool {
    match expression {
        TagOperation::And(a, b) => holds(a, tags) && holds(b, tags),
        TagOperation::Or(a, b) => holds(a, tags) || holds(b, tags),
        TagOperation::Not(a) => !holds(a, tags),
        TagOperation::Tag(name) => tags.contains(&name.trim_start_matches('@')),
    }
}

/// Does the pickle stand at this line? A row's line is that row; a line elsewhere in a scenario
/// is all of its examples; a line before the first scenario of a rule is the whole rule, and one
/// before everything the whole file.
fn stands_at(line: usize, document: &GherkinDocument, pickle: &Pickle) -> bool {
    let spans = spans(document);
    // The span that begins last before the line holds it.
    let Some(span) = spans.iter().rev().find(|span| span.from <= line) else { return true };
    let ids = &pickle.ast_node_ids;
    match span.rows.iter().find(|(row_line, _)| *row_line == line) {
        Some((_, row)) => ids.contains(row),
        None => span.scenarios.iter().any(|scenario| ids.contains(scenario)),
    }
}

struct Span {
    from: usize,
    scenarios: Vec<String>,
    rows: Vec<(usize, String)>,
}

fn spans(document: &GherkinDocument) -> Vec<Span> {
    let mut spans = Vec::new();
    for child in document.feature.iter().flat_map(|feature| &feature.children) {
        match child {
            FeatureChild::Background(_) => {}
            FeatureChild::Scenario(scenario) => spans.push(span(scenario)),
            FeatureChild::Rule(rule) => {
                let inner: Vec<&Scenario> = rule
                    .children
                    .iter()
                    .filter_map(|child| match child {
                        RuleChild::Scenario(scenario) => Some(scenario),
                        RuleChild::Background(_) => None,
                    })
                    .collect();
                spans.push(Span {
                    from: first_line(&rule.tags, rule.location.line),
                    scenarios: inner.iter().map(|scenario| scenario.id.clone()).collect(),
                    rows: Vec::new(),
                });
                spans.extend(inner.into_iter().map(span));
            }
        }
    }
    spans
}

fn span(scenario: &Scenario) -> Span {
    let rows = scenario.examples.iter().flat_map(|examples| &examples.table_body);
    Span {
        from: first_line(&scenario.tags, scenario.location.line),
        scenarios: vec![scenario.id.clone()],
        rows: rows.map(|row| (row.location.line, row.id.clone())).collect(),
    }
}

fn first_line(tags: &[Tag], keyword: usize) -> usize {
    tags.iter().map(|tag| tag.location.line).chain([keyword]).min().unwrap_or(keyword)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_and_lines_are_told_apart() {
        let line = PathSelector::parse("features/a.feature:24");
        assert_eq!(line, PathSelector { path: "features/a.feature".to_owned(), line: Some(24) });
        assert!(PathSelector::parse("features/").covers("features/rights/a.feature"));
        assert!(!PathSelector::parse("features/right").covers("features/rights/a.feature"));
        assert!(PathSelector::parse("./features").covers("features/a.feature"));
    }

    #[test]
    fn a_requirement_selects_itself_and_a_specification_all_of_its_own() {
        let pickle = |tag: &str| Pickle {
            tags: vec![rakis_model::messages::PickleTag {
                name: tag.to_owned(),
                ..Default::default()
            }],
            ..Pickle::default()
        };
        let by = |wanted: &str, tag: &str| {
            Selection { requirements: vec![wanted.to_owned()], ..Selection::default() }
                .by_requirement(&pickle(tag))
        };
        assert!(by("STAR-2026-01", "@req-STAR-2026-01.1"));
        assert!(by("STAR-2026-01.1", "@req-STAR-2026-01.1"));
        assert!(!by("STAR-2026-01.1", "@req-STAR-2026-01.11"));
        assert!(!by("STAR-2026-0", "@req-STAR-2026-01.1"));
    }
}
