//! Bringing keys and unordered lists into an order that does not depend on what changes.

use serde_json::Number;

use super::node::{Node, Order};
use crate::{
    decimal,
    snapshot::{identities::Naming, order},
};

/// Keys sorted by name, lists with a free order by their keys or items.
pub(crate) fn sort(node: Node, naming: &Naming<'_>) -> Node {
    match node {
        Node::Object(pairs) => {
            let mut pairs: Vec<(String, Node)> =
                pairs.into_iter().map(|(key, value)| (key, sort(value, naming))).collect();
            // Only a long key can hold a code.
            if pairs.iter().all(|(key, _)| key.len() < 11) {
                pairs.sort_by(|(left, _), (right, _)| left.cmp(right));
            } else {
                pairs.sort_by_cached_key(|(key, value)| {
                    let blank = naming.blank(key);
                    let tie = if blank == *key { String::new() } else { shown(value, naming) };
                    (blank, tie)
                });
            }
            Node::Object(pairs)
        }
        Node::List(items, order) => {
            let mut items: Vec<Node> = items.into_iter().map(|item| sort(item, naming)).collect();
            match &order {
                Order::Kept => {}
                Order::Free => items.sort_by_cached_key(|item| shown(item, naming)),
                Order::ByKey(fields) => {
                    let key = |item: &Node| -> Vec<String> {
                        let value = |field| item.field(field).map(|value| shown(value, naming));
                        fields.iter().map(|field| value(field).unwrap_or_default()).collect()
                    };
                    items = order::by_key(items, key, |item| shown(item, naming));
                }
            }
            Node::List(items, order)
        }
        Node::Wrong(inner, word) => Node::Wrong(Box::new(sort(*inner, naming)), word),
        leaf => leaf,
    }
}

/// A text to sort by. Whole numbers are in their order, and what would differ from run to run is
/// left out.
fn shown(node: &Node, naming: &Naming<'_>) -> String {
    let mut out = String::new();
    show(node, naming, &mut out);
    out
}

fn show(node: &Node, naming: &Naming<'_>, out: &mut String) {
    match node {
        Node::Null => out.push_str("null"),
        Node::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Node::Number(number) => out.push_str(&show_number(number, naming)),
        Node::Text(text) => {
            out.push('"');
            out.push_str(&naming.blank(text));
            out.push('"');
        }
        Node::Mark(mark) => {
            out.push('[');
            out.push_str(mark.word);
            out.push_str(mark.suffix);
            out.push(']');
        }
        Node::Wrong(inner, _) => show(inner, naming, out),
        Node::List(items, _) => {
            out.push('[');
            for item in items {
                show(item, naming, out);
                out.push(',');
            }
            out.push(']');
        }
        Node::Object(pairs) => {
            out.push('{');
            for (key, value) in pairs {
                out.push_str(&naming.blank(key));
                out.push(':');
                show(value, naming, out);
                out.push(',');
            }
            out.push('}');
        }
    }
}

/// However a number is written, it has one place; whole ones are in the order of their size.
fn show_number(number: &Number, naming: &Naming<'_>) -> String {
    let text = decimal::normal(number.as_str());
    let whole = text.bytes().all(|byte| byte.is_ascii_digit());
    match whole && text.len() != 11 {
        true => format!("{:04}{text}", text.len()),
        false => naming.blank(&text),
    }
}
