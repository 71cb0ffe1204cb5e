//! Applying the rules to a received value: shapes checked, volatile values marked.

use rakis_model::Failure;
use serde_json::Value;

use super::node::{Mark, Node, Order};
use crate::snapshot::{
    Rules,
    moment::Window,
    number, placeholder,
    rules::{At, Edge, Rule, Shape, Used},
};

/// The value with its volatile parts marked.
///
/// # Errors
/// [`Failure`] of kind invalid when two rules name one value.
pub(crate) fn apply(
    value: Value,
    rules: &Rules,
    window: Window,
    used: &mut Used,
) -> Result<Node, Box<Failure>> {
    Applying { window, used }.node(value, &At::start(rules))
}

struct Applying<'u> {
    window: Window,
    used: &'u mut Used,
}

impl Applying<'_> {
    fn node(&mut self, value: Value, at: &At<'_>) -> Result<Node, Box<Failure>> {
        if at.is_idle() {
            return Ok(plain(value));
        }
        let rule = at.rule()?;
        if let Some((number, Rule::Shape { shape, or_empty })) = rule {
            self.used.note(number);
            return Ok(shaped(value, shape, *or_empty, self.window));
        }
        if let Some((number, Rule::Ignore(_))) = rule {
            self.used.note(number);
            return Ok(Node::Mark(Mark { word: "eiratud", identity: None, suffix: "" }));
        }
        Ok(match value {
            Value::Array(items) => self.list(items, at, rule)?,
            Value::Object(pairs) => {
                let mut object = Vec::with_capacity(pairs.len());
                for (key, value) in pairs {
                    let below = at.go(Edge::Key(&key));
                    if let Some((number, Rule::Ignore(_))) = below.rule()? {
                        self.used.note(number);
                        continue;
                    }
                    let node = self.node(value, &below)?;
                    object.push((key, node));
                }
                Node::Object(object)
            }
            leaf => {
                if let Some((number, Rule::Tolerance(_))) = rule
                    && is_numeric(&leaf)
                {
                    self.used.note(number);
                }
                plain(leaf)
            }
        })
    }

    fn list(
        &mut self,
        items: Vec<Value>,
        at: &At<'_>,
        rule: Option<(usize, &Rule)>,
    ) -> Result<Node, Box<Failure>> {
        let order = match rule {
            Some((_, Rule::Key(fields))) => Order::ByKey(fields.clone()),
            Some((_, Rule::AnyOrder)) => Order::Free,
            _ => Order::Kept,
        };
        let mut list = Vec::with_capacity(items.len());
        for (index, item) in items.into_iter().enumerate() {
            let place = matches!(order, Order::Kept).then_some(index);
            list.push(self.node(item, &at.go(Edge::Item(place)))?);
        }
        let applies = match &order {
            Order::Kept => false,
            Order::Free => true,
            // A field that no item has pairs nothing.
            Order::ByKey(fields) => {
                list.is_empty()
                    || fields
                        .iter()
                        .all(|field| list.iter().any(|item| item.field(field).is_some()))
            }
        };
        if let (Some((number, _)), true) = (rule, applies) {
            self.used.note(number);
        }
        Ok(Node::List(list, order))
    }
}

fn plain(value: Value) -> Node {
    match value {
        Value::Null => Node::Null,
        Value::Bool(value) => Node::Bool(value),
        Value::Number(number) => Node::Number(number),
        Value::String(text) => Node::Text(text),
        Value::Array(items) => Node::List(items.into_iter().map(plain).collect(), Order::Kept),
        Value::Object(pairs) => {
            Node::Object(pairs.into_iter().map(|(key, value)| (key, plain(value))).collect())
        }
    }
}

fn shaped(value: Value, shape: &Shape, or_empty: bool, window: Window) -> Node {
    let (text, is_number) = match &value {
        Value::Number(number) => (number.to_string(), true),
        Value::String(text) => (text.clone(), false),
        _ => (String::new(), false),
    };
    let empty = value.is_null() || value.as_str() == Some("");
    if empty && or_empty {
        return plain(value);
    }
    let leaf = is_number || value.is_string();
    if !leaf || !shape.fits(&text, window) {
        return Node::Wrong(Box::new(plain(value)), shape.word());
    }
    let suffix = match (shape.is_numeric(), is_number) {
        (true, true) | (false, false) => "",
        (true, false) => " tekstina",
        (false, true) => placeholder::AS_NUMBER,
    };
    Node::Mark(Mark {
        word: shape.word(),
        identity: shape.keeps_identity().then_some(text),
        suffix,
    })
}

/// Can its distance to another be told?
fn is_numeric(value: &Value) -> bool {
    match value {
        Value::Number(_) => true,
        Value::String(text) => number::parse(text).is_some(),
        _ => false,
    }
}
