//! Applying the rules to a received document, and bringing free siblings into an order.

use std::collections::BTreeMap;

use rakis_model::Failure;

use super::element::{Child, Element, Value};
use crate::snapshot::{
    identities::Naming,
    moment::Window,
    number, order,
    rules::{At, Edge, Rule, Used},
};

/// Marks volatile values, leaves out what is ignored, sorts elements whose order is free.
pub(crate) struct Applying<'u, 'n, 'i> {
    pub(crate) window: Window,
    pub(crate) used: &'u mut Used,
    pub(crate) naming: &'n Naming<'i>,
}

impl Applying<'_, '_, '_> {
    /// The element under its rules.
    ///
    /// # Errors
    /// [`Failure`] of kind invalid when two rules name one value.
    pub(crate) fn element(
        &mut self,
        element: Element,
        at: &At<'_>,
    ) -> Result<Element, Box<Failure>> {
        if at.is_idle() {
            return Ok(element);
        }
        let Element { name, attributes, children } = element;
        let mut kept = Vec::with_capacity(attributes.len());
        for (name, value) in attributes {
            let rule = at.go(Edge::Attribute(&name.local)).rule()?;
            if let Some(value) = self.value(value, rule) {
                kept.push((name, value));
            }
        }
        let rule = at.rule()?;
        let leaf = children.iter().all(|child| matches!(child, Child::Text(_)));
        let children =
            if leaf { self.leaf(children, rule) } else { self.inner(children, at, rule)? };
        Ok(Element { name, attributes: kept, children })
    }

    fn leaf(&mut self, children: Vec<Child>, rule: Option<(usize, &Rule)>) -> Vec<Child> {
        let text = match children.into_iter().next() {
            Some(Child::Text(value)) => value,
            _ => Value::Text(String::new()),
        };
        let value = self.value(text, rule);
        let kept = value.filter(|value| !matches!(value, Value::Text(text) if text.is_empty()));
        kept.map(Child::Text).into_iter().collect()
    }

    fn inner(
        &mut self,
        children: Vec<Child>,
        at: &At<'_>,
        rule: Option<(usize, &Rule)>,
    ) -> Result<Vec<Child>, Box<Failure>> {
        if let Some((number, Rule::Shape { shape, .. })) = rule {
            self.used.note(number);
            // Elements stand where one value should; they stay, and the place is told.
            let mut children = children;
            children.push(Child::Text(Value::Wrong(String::new(), shape.word())));
            return Ok(children);
        }
        let mut out = Vec::with_capacity(children.len());
        for child in children {
            let Child::Element(element) = child else {
                out.push(child);
                continue;
            };
            let below = at.go(Edge::Key(&element.name.local));
            match below.rule()? {
                Some((number, Rule::Ignore(_))) => self.used.note(number),
                _ => out.push(Child::Element(self.element(element, &below)?)),
            }
        }
        self.sort(&mut out, at);
        Ok(out)
    }

    /// The value under its rule; `None` when it is left out.
    fn value(&mut self, value: Value, rule: Option<(usize, &Rule)>) -> Option<Value> {
        let Some((number, rule)) = rule else { return Some(value) };
        let Value::Text(text) = value else { return Some(value) };
        match rule {
            Rule::Ignore(_) => {
                self.used.note(number);
                None
            }
            Rule::Tolerance(_) => {
                if number::parse(&text).is_some() {
                    self.used.note(number);
                }
                Some(Value::Text(text))
            }
            Rule::Shape { shape, or_empty } => {
                self.used.note(number);
                if text.is_empty() && *or_empty {
                    return Some(Value::Text(text));
                }
                if !shape.fits(&text, self.window) {
                    return Some(Value::Wrong(text, shape.word()));
                }
                Some(Value::Mark(shape.word(), shape.keeps_identity().then_some(text)))
            }
            Rule::Key(_) | Rule::AnyOrder => Some(Value::Text(text)),
        }
    }

    /// Sorts siblings of one name whose order is free within the places they take.
    fn sort(&mut self, children: &mut [Child], at: &At<'_>) {
        let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, child) in children.iter().enumerate() {
            if let Child::Element(element) = child {
                groups.entry(element.name.local.clone()).or_default().push(index);
            }
        }
        for (name, places) in groups {
            let below = at.go(Edge::Key(&name));
            let fields: &[String] = match below.rule() {
                Ok(Some((_, Rule::Key(fields)))) => fields,
                Ok(Some((_, Rule::AnyOrder))) => &[],
                _ => continue,
            };
            let mut items: Vec<Child> = Vec::with_capacity(places.len());
            for &place in &places {
                let nothing = Child::Text(Value::Text(String::new()));
                items.push(std::mem::replace(&mut children[place], nothing));
            }
            let has = |field: &String| items.iter().any(|item| self.key(item, field).is_some());
            if let (Ok(Some((number, _))), true) = (below.rule(), fields.iter().all(has)) {
                self.used.note(number);
            }
            let key = |item: &Child| -> Vec<String> {
                fields.iter().map(|field| self.key(item, field).unwrap_or_default()).collect()
            };
            let items = order::by_key(items, key, |item| self.shown(item));
            for (place, item) in places.into_iter().zip(items) {
                children[place] = item;
            }
        }
    }

    fn key(&self, item: &Child, field: &str) -> Option<String> {
        let Child::Element(element) = item else { return None };
        element.field(field).map(|value| self.blank(value))
    }

    /// A text to sort by, without what differs from run to run.
    fn shown(&self, child: &Child) -> String {
        match child {
            Child::Text(value) => self.blank(value),
            Child::Element(element) => {
                let mut out = format!("<{}", element.name.local);
                for (name, value) in &element.attributes {
                    out.push_str(&format!(" {}={}", name.local, self.blank(value)));
                }
                out.push('>');
                for child in &element.children {
                    out.push_str(&self.shown(child));
                }
                out
            }
        }
    }

    fn blank(&self, value: &Value) -> String {
        match value {
            Value::Text(text) | Value::Wrong(text, _) => {
                let whole = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
                match whole && text.len() != 11 {
                    true => format!("{:04}{text}", text.len()),
                    false => self.naming.blank(text),
                }
            }
            Value::Name(name) => name.local.clone(),
            Value::Mark(word, _) => (*word).to_owned(),
        }
    }
}
