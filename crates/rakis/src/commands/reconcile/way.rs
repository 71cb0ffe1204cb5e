//! The way to an expected pension, as the terminal and JSON show it.

use rakis_model::{Message, words::Words};
use serde_json::{Value, json};

use super::population::Way;
use crate::render::plain;

/// Every intermediate value with its formula and paragraph.
pub(super) fn shown(ways: &[Way], words: &Words) -> String {
    let mut lines = Vec::new();
    for way in ways {
        lines.push(String::new());
        let message = Message::new("cli-reconcile-way");
        let message = message.with("person", &way.person).with("source", &way.source);
        lines.push(words.text(&message));
        for step in way.explained.steps.iter() {
            let year = step.year.map(|year| format!("{year}  ")).unwrap_or_default();
            let name = words.word(step.rule.name);
            lines.push(format!("  {year}{name} = {} [{}]", step.result, step.rule.basis));
            let values = step.values.iter().map(|(name, value)| format!("{name} = {value}"));
            let values = values.collect::<Vec<_>>().join("; ");
            let with = if values.is_empty() { "" } else { ": " };
            lines.push(format!("      {}{with}{values}", step.rule.formula));
        }
    }
    plain(&lines.join("\n")) + "\n"
}

/// The same as data.
pub(super) fn as_json(ways: &[Way], words: &Words) -> Value {
    let one = |way: &Way| {
        json!({
            "person": way.person,
            "source": way.source,
            "sammud": way.explained.steps.to_json(words),
        })
    };
    ways.iter().map(one).collect()
}
