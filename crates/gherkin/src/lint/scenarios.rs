//! Scenarios that check nothing, and scenarios that share a name.

use std::collections::{BTreeMap, BTreeSet};

use rakis_model::{Diagnostic, Message, messages::Feature};

use super::entry::{Block, blocks, scenarios};
use crate::Parsed;

/// `vanished`: lines of titles under which a step became free text; that is told already.
pub(super) fn check(
    parsed: &Parsed,
    feature: &Feature,
    vanished: &BTreeSet<usize>,
    found: &mut Vec<Diagnostic>,
) {
    for block in blocks(feature) {
        let (line, empty, diagnostic) = match block {
            Block::Scenario(one) => (
                one.location.line,
                one.steps.is_empty(),
                Diagnostic::error(Message::new("gherkin-no-steps"))
                    .hint(Message::new("gherkin-add-steps")),
            ),
            Block::Background(one) => (
                one.location.line,
                one.steps.is_empty(),
                Diagnostic::warning(Message::new("gherkin-empty-background")),
            ),
        };
        if empty && !vanished.contains(&line) {
            found.push(diagnostic.at(parsed.lines.place(line)));
        }
    }
    let mut names = BTreeMap::new();
    for scenario in scenarios(feature).filter(|scenario| !scenario.name.is_empty()) {
        let line = scenario.location.line;
        let first = *names.entry(scenario.name.as_str()).or_insert(line);
        if first != line {
            let message = Message::new("gherkin-same-name").with("name", &scenario.name);
            found.push(
                Diagnostic::warning(message)
                    .at(parsed.lines.place(line))
                    .related(parsed.lines.place(first), Message::new("gherkin-first-so-named"))
                    .hint(Message::new("gherkin-rename")),
            );
        }
    }
}
