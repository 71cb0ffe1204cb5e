//! The step as cucumber's definitions take it.

use cucumber::gherkin::{LineCol, Span, Step, StepType, Table};
use rakis_model::messages::{PickleStep, PickleStepType};

/// A step for a definition of the `cucumber` crate: the keyword as the file writes it, the line
/// in the feature file, the text with examples filled in, the text block's content as the
/// official parser gives it (the `gherkin` crate would keep the line breaks at its ends).
pub fn to_cucumber_step(step: &PickleStep, keyword: &str, line: usize) -> Step {
    let position = LineCol { line, col: 1 };
    let argument = step.argument.as_ref();
    let table = argument.and_then(|argument| argument.data_table.as_ref()).map(|table| Table {
        rows: table
            .rows
            .iter()
            .map(|row| row.cells.iter().map(|cell| cell.value.clone()).collect())
            .collect(),
        span: Span::default(),
        position,
    });
    let docstring =
        argument.and_then(|argument| argument.doc_string.as_ref()).map(|text| text.content.clone());
    Step {
        keyword: keyword.trim_end().to_owned(),
        // Definitions are matched whatever the keyword, so a star may count as given.
        ty: match step.step_type.unwrap_or_default() {
            PickleStepType::Unknown | PickleStepType::Context => StepType::Given,
            PickleStepType::Action => StepType::When,
            PickleStepType::Outcome => StepType::Then,
        },
        value: step.text.clone(),
        docstring,
        table,
        span: Span::default(),
        position,
    }
}
