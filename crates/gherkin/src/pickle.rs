//! Pickles: every scenario to run, examples filled in and backgrounds put before.

use rakis_model::messages::{
    Feature, FeatureChild, KeywordType, Pickle, PickleDocString, PickleStep, PickleStepArgument,
    PickleStepType, PickleTable, PickleTableCell, PickleTableRow, PickleTag, RuleChild, Scenario,
    Step, TableCell, TableRow, Tag,
};

use crate::{Ids, Parsed};

/// The scenarios of a file, in its order; a scenario with examples once for each row.
///
/// `location` is the scenario's line, or the row's. A scenario without steps gives a pickle
/// without steps, as the official compiler does; [`crate::lint`] calls it an error.
pub fn pickles(parsed: &Parsed, ids: &mut Ids) -> Vec<Pickle> {
    let Some(feature) = &parsed.document.feature else {
        return Vec::new();
    };
    let mut compiler = Compiler { uri: &parsed.source.name, feature, ids, pickles: Vec::new() };
    let mut before = Vec::new();
    let tags: Vec<_> = feature.tags.iter().collect();
    for child in &feature.children {
        match child {
            FeatureChild::Background(background) => before.extend(&background.steps),
            FeatureChild::Scenario(scenario) => compiler.scenario(scenario, &tags, &before),
            FeatureChild::Rule(rule) => {
                let mut before = before.clone();
                let tags: Vec<_> = tags.iter().copied().chain(&rule.tags).collect();
                for child in &rule.children {
                    match child {
                        RuleChild::Background(background) => before.extend(&background.steps),
                        RuleChild::Scenario(scenario) => {
                            compiler.scenario(scenario, &tags, &before);
                        }
                    }
                }
            }
        }
    }
    compiler.pickles
}

struct Compiler<'a> {
    uri: &'a str,
    feature: &'a Feature,
    ids: &'a mut Ids,
    pickles: Vec<Pickle>,
}

/// A row of examples: what to put in place of what.
#[derive(Clone, Copy)]
struct Row<'a> {
    header: &'a [TableCell],
    row: &'a TableRow,
}

impl Row<'_> {
    /// The text with the values of this row. Columns are filled in one after another, as the
    /// official compiler does, so that a value may hold the placeholder of a later column.
    fn fill(this: Option<Self>, text: &str) -> String {
        let mut text = text.to_owned();
        if let Some(Row { header, row }) = this
            && text.contains('<')
        {
            for (column, value) in header.iter().zip(&row.cells) {
                text = text.replace(&format!("<{}>", column.value), &value.value);
            }
        }
        text
    }
}

impl<'a> Compiler<'a> {
    fn scenario(&mut self, scenario: &'a Scenario, tags: &[&'a Tag], before: &[&'a Step]) {
        let tags: Vec<_> = tags.iter().copied().chain(&scenario.tags).collect();
        if scenario.examples.is_empty() {
            self.pickle(scenario, &tags, before, None);
        }
        for examples in &scenario.examples {
            let tags: Vec<_> = tags.iter().copied().chain(&examples.tags).collect();
            let header = examples.table_header.as_ref().map_or(&[][..], |row| &row.cells);
            for row in &examples.table_body {
                self.pickle(scenario, &tags, before, Some(Row { header, row }));
            }
        }
    }

    fn pickle(
        &mut self,
        scenario: &Scenario,
        tags: &[&Tag],
        before: &[&Step],
        row: Option<Row<'_>>,
    ) {
        let mut last = KeywordType::Unknown;
        let mut steps = Vec::new();
        // A background before nothing would be no scenario either.
        let before = if scenario.steps.is_empty() { &[] } else { before };
        let all = before.iter().copied().map(|step| (step, None));
        for (step, row) in all.chain(scenario.steps.iter().map(|step| (step, row))) {
            if step.keyword_type != KeywordType::Conjunction {
                last = step.keyword_type;
            }
            steps.push(self.step(step, row, last));
        }
        let (location, row_id) = match row {
            Some(Row { row, .. }) => (&row.location, Some(row.id.clone())),
            None => (&scenario.location, None),
        };
        let tag = |tag: &&Tag| PickleTag { name: tag.name.clone(), ast_node_id: tag.id.clone() };
        self.pickles.push(Pickle {
            id: self.ids.next_id(),
            uri: self.uri.to_owned(),
            location: Some(location.clone()),
            name: Row::fill(row, &scenario.name),
            language: self.feature.language.clone(),
            steps,
            tags: tags.iter().map(tag).collect(),
            ast_node_ids: std::iter::once(scenario.id.clone()).chain(row_id).collect(),
        });
    }

    fn step(&mut self, step: &Step, row: Option<Row<'_>>, kind: KeywordType) -> PickleStep {
        let row_id = row.map(|row| row.row.id.clone());
        PickleStep {
            id: self.ids.next_id(),
            ast_node_ids: std::iter::once(step.id.clone()).chain(row_id).collect(),
            step_type: Some(match kind {
                KeywordType::Context => PickleStepType::Context,
                KeywordType::Action => PickleStepType::Action,
                KeywordType::Outcome => PickleStepType::Outcome,
                KeywordType::Unknown | KeywordType::Conjunction => PickleStepType::Unknown,
            }),
            text: Row::fill(row, &step.text),
            argument: argument(step, row),
        }
    }
}

fn argument(step: &Step, row: Option<Row<'_>>) -> Option<PickleStepArgument> {
    let doc_string = step.doc_string.as_ref().map(|text| PickleDocString {
        media_type: text.media_type.as_ref().map(|kind| Row::fill(row, kind)),
        content: Row::fill(row, &text.content),
    });
    let cell = |cell: &TableCell| PickleTableCell { value: Row::fill(row, &cell.value) };
    let data_table = step.data_table.as_ref().map(|table| PickleTable {
        rows: table
            .rows
            .iter()
            .map(|row| PickleTableRow { cells: row.cells.iter().map(cell).collect() })
            .collect(),
    });
    let any = doc_string.is_some() || data_table.is_some();
    any.then_some(PickleStepArgument { doc_string, data_table })
}
