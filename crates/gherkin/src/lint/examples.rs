//! Examples without rows, outlines without examples, placeholders and columns that do not meet.

use std::collections::BTreeSet;

use rakis_model::{
    Diagnostic, Message,
    messages::{Examples, Feature, Scenario, Step},
};

use super::entry::{Block, blocks};
use crate::{Parsed, dialect::Dialect};

pub(super) fn check(
    parsed: &Parsed,
    feature: &Feature,
    dialect: &Dialect,
    found: &mut Vec<Diagnostic>,
) {
    for block in blocks(feature) {
        match block {
            Block::Background(background) => {
                for Use { name, line } in uses("", 0, &background.steps) {
                    found.push(
                        unknown(parsed, name, line).hint(Message::new("gherkin-not-in-background")),
                    );
                }
            }
            Block::Scenario(scenario) => {
                rows(parsed, scenario, dialect, found);
                placeholders(parsed, scenario, found);
                columns(parsed, scenario, found);
            }
        }
    }
}

/// What never runs, or runs with its placeholders unfilled.
fn rows(parsed: &Parsed, scenario: &Scenario, dialect: &Dialect, found: &mut Vec<Diagnostic>) {
    let outline = dialect.outline.contains(&scenario.keyword)
        && !dialect.scenario.contains(&scenario.keyword);
    if scenario.examples.is_empty() && outline {
        let hint = Message::new("gherkin-add-examples").with("keyword", first(&dialect.examples));
        found.push(
            Diagnostic::error(Message::new("gherkin-no-examples"))
                .at(parsed.lines.place(scenario.location.line))
                .hint(hint),
        );
    }
    for examples in scenario.examples.iter().filter(|examples| examples.table_body.is_empty()) {
        found.push(
            Diagnostic::error(Message::new("gherkin-no-rows"))
                .at(parsed.lines.place(examples.location.line))
                .hint(Message::new("gherkin-add-rows")),
        );
    }
}

/// Placeholders that no column fills.
fn placeholders(parsed: &Parsed, scenario: &Scenario, found: &mut Vec<Diagnostic>) {
    let tables: Vec<_> =
        scenario.examples.iter().filter(|one| one.table_header.is_some()).collect();
    if tables.is_empty() && !scenario.examples.is_empty() {
        return;
    }
    for Use { name, line } in uses(&scenario.name, scenario.location.line, &scenario.steps) {
        let missing = tables.iter().find(|table| !header(table).any(|column| column == name));
        match missing {
            Some(table) => {
                let known: Vec<_> = header(table).map(|column| format!("<{column}>")).collect();
                let place = parsed.lines.place(table.location.line);
                let hint = Message::new("gherkin-known-columns").with("columns", known.join(", "));
                found.push(
                    unknown(parsed, name, line)
                        .related(place, Message::new("gherkin-no-such-column"))
                        .hint(hint),
                );
            }
            None if tables.is_empty() => {
                found
                    .push(unknown(parsed, name, line).hint(Message::new("gherkin-needs-examples")));
            }
            None => {}
        }
    }
}

/// Columns that nothing uses, and columns of one name.
fn columns(parsed: &Parsed, scenario: &Scenario, found: &mut Vec<Diagnostic>) {
    for header in scenario.examples.iter().filter_map(|one| one.table_header.as_ref()) {
        let mut seen = BTreeSet::new();
        for (cell, place) in header.cells.iter().zip(parsed.lines.cell_places(header)) {
            let key = if !seen.insert(&cell.value) {
                "gherkin-same-column"
            } else if cell.value.is_empty() || mentions(scenario, &format!("<{}>", cell.value)) {
                continue;
            } else {
                "gherkin-unused-column"
            };
            let message = Message::new(key).with("column", &cell.value);
            found.push(Diagnostic::warning(message).at(place));
        }
    }
}

fn header(examples: &Examples) -> impl Iterator<Item = &str> {
    examples.table_header.iter().flat_map(|row| &row.cells).map(|cell| cell.value.as_str())
}

fn first(keywords: &[String]) -> String {
    keywords.first().map(|keyword| format!("{keyword}:")).unwrap_or_default()
}

fn unknown(parsed: &Parsed, name: &str, line: usize) -> Diagnostic {
    Diagnostic::warning(Message::new("gherkin-unknown-placeholder").with("name", name))
        .at(parsed.lines.place_of(line, &format!("<{name}>")))
}

/// Does any text that is filled in hold the placeholder?
fn mentions(scenario: &Scenario, placeholder: &str) -> bool {
    scenario.name.contains(placeholder)
        || scenario.steps.iter().any(|step| {
            let text = step
                .doc_string
                .iter()
                .flat_map(|text| std::iter::once(&text.content).chain(&text.media_type));
            let cells = step.data_table.iter().flat_map(|table| &table.rows);
            let cells = cells.flat_map(|row| &row.cells).map(|cell| &cell.value);
            std::iter::once(&step.text)
                .chain(text)
                .chain(cells)
                .any(|one| one.contains(placeholder))
        })
}

/// A placeholder and the line it stands on.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Use<'a> {
    line: usize,
    name: &'a str,
}

/// The placeholders of a name, of steps and of their tables, each once a line. Text blocks are
/// left out: what stands in angle brackets there is mostly XML.
fn uses<'a>(name: &'a str, line: usize, steps: &'a [Step]) -> BTreeSet<Use<'a>> {
    let cells = steps.iter().filter_map(|step| step.data_table.as_ref());
    let cells = cells.flat_map(|table| &table.rows).flat_map(|row| &row.cells);
    let cells = cells.map(|cell| (cell.location.line, cell.value.as_str()));
    let texts = steps.iter().map(|step| (step.location.line, step.text.as_str()));
    std::iter::once((line, name))
        .chain(texts)
        .chain(cells)
        .flat_map(|(line, text)| names(text).map(move |name| Use { line, name }))
        .collect()
}

/// The names in `<…>`; "a < b > c" is no placeholder.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split('<').skip(1).filter_map(|after| {
        let name = after.split_once('>')?.0;
        (!name.is_empty() && name.trim() == name && !name.contains('\n')).then_some(name)
    })
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn placeholders_are_told_from_comparisons() {
        let all = |text| names(text).collect::<Vec<_>>();
        assert_eq!(all("<liik> ja <asutuse liik>"), ["liik", "asutuse liik"]);
        assert_eq!(all("a < b > c, <>, <x"), [""; 0]);
        assert_eq!(all("<<õ>>"), ["õ"]);
    }
}
