//! Table rows whose last cell is not closed: the parser leaves it out in silence.

use rakis_model::{
    Diagnostic, Message,
    messages::{Feature, TableRow},
};

use super::entry::{Block, blocks};
use crate::Parsed;

pub(super) fn check(parsed: &Parsed, feature: &Feature, found: &mut Vec<Diagnostic>) {
    for row in rows(feature) {
        let Some(line) = parsed.lines.get(row.location.line) else {
            continue;
        };
        let rest = line.after_last_bar();
        if !rest.is_empty() {
            let message = Message::new("gherkin-after-row").with("text", rest);
            found.push(
                Diagnostic::warning(message)
                    .at(parsed.lines.place(line.number))
                    .hint(Message::new("gherkin-close-row")),
            );
        }
    }
}

fn rows(feature: &Feature) -> impl Iterator<Item = &TableRow> {
    blocks(feature).flat_map(|block| {
        let (steps, examples) = match block {
            Block::Background(one) => (&one.steps, &[][..]),
            Block::Scenario(one) => (&one.steps, &one.examples[..]),
        };
        let of_steps = steps.iter().filter_map(|step| step.data_table.as_ref());
        let of_examples =
            examples.iter().flat_map(|one| one.table_header.iter().chain(&one.table_body));
        of_steps.flat_map(|table| &table.rows).chain(of_examples)
    })
}
