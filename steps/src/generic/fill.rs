//! Values kept earlier, put into later texts: `{nimi}`.

use serde_json::Value;

use crate::{World, rows::Reader};

/// The text with every `{nimi}` replaced by the text of that variable.
///
/// Braces around anything that is not a name (JSON, for one) stay as they are.
pub(crate) fn text(world: &World, text: &str) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        match after.split_once('}').filter(|(name, _)| is_name(name)) {
            Some((name, after)) => {
                filled.push_str(&plain(world.variable(name)));
                rest = after;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled + rest
}

/// A cell as a value: `=…` is JSON, `{nimi}` alone the variable's own value, all else a text.
///
/// `None` when what follows `=` is no JSON.
pub(crate) fn value(world: &World, cell: &str) -> Option<Value> {
    if let Some(json) = cell.strip_prefix('=') {
        return serde_json::from_str(&text(world, json)).ok();
    }
    let alone = cell.strip_prefix('{').and_then(|cell| cell.strip_suffix('}'));
    match alone.filter(|name| is_name(name)) {
        Some(name) => Some(world.variable(name).clone()),
        None => Some(Value::String(text(world, cell))),
    }
}

/// A value without quotes, exactly as it is carried: nothing is turned into people's form.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The value as people read it, for comparing with a text of a step.
pub(crate) fn shown(world: &World, value: &Value) -> String {
    Reader::new(world.persons()).value(value)
}

fn is_name(text: &str) -> bool {
    text.split(' ').all(|word| {
        !word.is_empty()
            && word.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
    })
}
