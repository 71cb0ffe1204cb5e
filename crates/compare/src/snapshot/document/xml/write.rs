//! The canonical text: two spaces a level, attributes by name, all namespaces declared at the
//! root.

use super::{
    element::{Child, Element, Value},
    prefixes::Prefixes,
};
use crate::snapshot::identities::Naming;

/// What was written.
#[derive(Debug, Default)]
pub(crate) struct Written {
    pub(crate) text: String,
    /// Where a value lacks its shape.
    pub(crate) wrong: Vec<Wrong>,
}

/// A value that lacks its shape.
#[derive(Debug)]
pub(crate) struct Wrong {
    /// The way down, by position among the elements.
    pub(crate) way: Vec<usize>,
    /// The attribute's local name, if it is one.
    pub(crate) attribute: Option<String>,
    /// The word of the shape.
    pub(crate) word: &'static str,
    /// The value as written.
    pub(crate) actual: String,
}

/// The canonical text of a document.
pub(crate) fn write(document: &Element, naming: &mut Naming<'_>) -> Written {
    let prefixes = Prefixes::of(document);
    let mut writing = Writing { prefixes, naming, out: Written::default(), way: Vec::new() };
    for (index, element) in document.elements().enumerate() {
        if index > 0 {
            writing.out.text.push('\n');
        }
        writing.way.push(index);
        writing.element(element, false);
        writing.way.pop();
    }
    writing.out
}

struct Writing<'n, 'i> {
    prefixes: Prefixes,
    naming: &'n mut Naming<'i>,
    out: Written,
    way: Vec<usize>,
}

impl Writing<'_, '_> {
    /// `inline`: white space would become part of a text.
    fn element(&mut self, element: &Element, inline: bool) {
        let name = self.prefixes.name(&element.name);
        if name.starts_with('?') {
            let mut text = String::new();
            self.naming.text(element.text(), &mut text);
            self.out.text.push_str(format!("<{name} {text}").trim_end());
            return self.out.text.push_str("?>");
        }
        self.out.text.push('<');
        self.out.text.push_str(&name);
        if self.way.len() == 1 {
            for (name, namespace) in self.prefixes.declarations() {
                self.out.text.push_str(&format!(" {name}=\"{}\"", attribute_text(namespace)));
            }
        }
        for (name, value) in &element.attributes {
            let text = self.value(value, Some(&name.local));
            let name = self.prefixes.name(name);
            self.out.text.push_str(&format!(" {name}=\"{}\"", attribute_text(&text)));
        }
        if element.children.is_empty() {
            return self.out.text.push_str("/>");
        }
        self.out.text.push('>');
        self.children(element, inline || element.is_leaf() || element.is_mixed());
        self.out.text.push_str(&format!("</{name}>"));
    }

    fn children(&mut self, element: &Element, inline: bool) {
        let mut at = 0;
        for child in &element.children {
            match child {
                Child::Text(value) => {
                    let text = self.value(value, None);
                    self.out.text.push_str(&content_text(&text));
                }
                Child::Element(child) => {
                    if !inline {
                        self.line(self.way.len());
                    }
                    self.way.push(at);
                    self.element(child, inline);
                    self.way.pop();
                    at += 1;
                }
            }
        }
        if !inline {
            self.line(self.way.len() - 1);
        }
    }

    fn line(&mut self, depth: usize) {
        self.out.text.push('\n');
        for _ in 0..depth {
            self.out.text.push_str("  ");
        }
    }

    fn value(&mut self, value: &Value, attribute: Option<&str>) -> String {
        let mut text = String::new();
        match value {
            Value::Text(raw) => self.naming.text(raw, &mut text),
            Value::Name(name) => text = self.prefixes.name(name),
            Value::Mark(word, None) => text = format!("[{word}]"),
            Value::Mark(word, Some(raw)) => text = format!("[{}]", self.naming.identity(word, raw)),
            Value::Wrong(raw, word) => {
                self.naming.text(raw, &mut text);
                self.out.wrong.push(Wrong {
                    way: self.way.clone(),
                    attribute: attribute.map(str::to_owned),
                    word,
                    actual: text.clone(),
                });
            }
        }
        text
    }
}

/// A text between tags.
fn content_text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\r', "&#13;")
}

/// The text of an attribute; a reader would make a blank of a line end.
fn attribute_text(text: &str) -> String {
    content_text(text).replace('"', "&quot;").replace('\t', "&#9;").replace('\n', "&#10;")
}
