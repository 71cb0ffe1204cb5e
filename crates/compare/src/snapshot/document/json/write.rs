//! Writing the canonical text; numbers of identities are given in the order of the text.

use super::node::Node;
use crate::snapshot::{codes, identities::Naming, placeholder};

/// What was written.
#[derive(Debug, Default)]
pub(crate) struct Written {
    /// The canonical text, without a line end at its end.
    pub(crate) text: String,
    /// Values that lack their shape, in the order of the text.
    pub(crate) wrong: Vec<Wrong>,
}

/// A value that lacks its shape.
#[derive(Debug)]
pub(crate) struct Wrong {
    /// The way down, by position.
    pub(crate) way: Vec<usize>,
    /// The word of the shape.
    pub(crate) word: &'static str,
}

/// The canonical text of a sorted value.
pub(crate) fn write(node: &Node, naming: &mut Naming<'_>) -> Written {
    let mut writing =
        Writing { naming, out: Written::default(), way: Vec::new(), buffer: String::new() };
    writing.node(node);
    writing.out
}

struct Writing<'n, 'i> {
    naming: &'n mut Naming<'i>,
    out: Written,
    way: Vec<usize>,
    buffer: String,
}

impl Writing<'_, '_> {
    fn node(&mut self, node: &Node) {
        match node {
            Node::Null => self.push("null"),
            Node::Bool(value) => self.push(if *value { "true" } else { "false" }),
            Node::Number(number) => self.number(number.as_str()),
            Node::Text(text) => self.text(text),
            Node::Mark(mark) => {
                let word = match &mark.identity {
                    Some(raw) => self.naming.identity(mark.word, raw),
                    None => mark.word.to_owned(),
                };
                quote(&format!("[{word}{}]", mark.suffix), &mut self.out.text);
            }
            Node::Wrong(inner, word) => {
                self.out.wrong.push(Wrong { way: self.way.clone(), word });
                self.node(inner);
            }
            Node::List(items, _) => {
                self.block('[', ']', items, |writing, item| writing.node(item));
            }
            Node::Object(pairs) => self.block('{', '}', pairs, |writing, (key, value)| {
                writing.text(key);
                writing.push(": ");
                writing.node(value);
            }),
        }
    }

    fn block<T>(&mut self, open: char, close: char, parts: &[T], each: impl Fn(&mut Self, &T)) {
        self.out.text.push(open);
        for (index, part) in parts.iter().enumerate() {
            self.push(if index == 0 { "\n" } else { ",\n" });
            self.way.push(index);
            self.indent();
            each(self, part);
            self.way.pop();
        }
        if !parts.is_empty() {
            self.out.text.push('\n');
            self.indent();
        }
        self.out.text.push(close);
    }

    fn indent(&mut self) {
        for _ in 0..self.way.len() {
            self.push("  ");
        }
    }

    fn text(&mut self, text: &str) {
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.clear();
        self.naming.text(text, &mut buffer);
        quote(&buffer, &mut self.out.text);
        self.buffer = buffer;
    }

    /// A number that holds a code becomes a text, marked as having been a number.
    fn number(&mut self, number: &str) {
        if codes::find(number).is_empty() {
            return self.push(number);
        }
        let mut text = String::new();
        self.naming.text(number, &mut text);
        let bracket =
            text.strip_suffix(']').map(|inner| format!("{inner}{}]", placeholder::AS_NUMBER));
        quote(&bracket.unwrap_or_else(|| text + placeholder::AS_NUMBER), &mut self.out.text);
    }

    fn push(&mut self, text: &str) {
        self.out.text.push_str(text);
    }
}

/// A text as JSON.
fn quote(text: &str, out: &mut String) {
    let plain = |byte: u8| byte >= 0x20 && byte != b'"' && byte != b'\\';
    if text.bytes().all(plain) {
        out.push('"');
        out.push_str(text);
        out.push('"');
    } else {
        out.push_str(&serde_json::Value::from(text).to_string());
    }
}
