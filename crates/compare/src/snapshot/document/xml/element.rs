//! XML as a tree in which prefixes are resolved and insignificant white space is gone.

/// Namespace of `xsi:type`.
pub(crate) const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";
/// Namespace of the prefix `xml`.
pub(crate) const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// A name in its namespace; the namespace is empty where there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Name {
    pub(crate) namespace: String,
    pub(crate) local: String,
}

/// A value on its way to the canonical text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// As received.
    Text(String),
    /// A name, as the value of `xsi:type` is.
    Name(Name),
    /// Stands for a volatile value: its word, and the value where it must stay the same one.
    Mark(&'static str, Option<String>),
    /// Lacks the shape with this word.
    Wrong(String, &'static str),
}

/// What an element holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Child {
    Element(Element),
    Text(Value),
}

/// An element, or a processing instruction: then the local name begins with `?`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Element {
    pub(crate) name: Name,
    /// By name.
    pub(crate) attributes: Vec<(Name, Value)>,
    pub(crate) children: Vec<Child>,
}

impl Element {
    /// The elements within, in their order.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Child::Element(element) => Some(element),
            Child::Text(_) => None,
        })
    }

    /// Has it no element within?
    pub(crate) fn is_leaf(&self) -> bool {
        self.elements().next().is_none()
    }

    /// Is there text between its elements?
    pub(crate) fn is_mixed(&self) -> bool {
        !self.is_leaf() && self.children.iter().any(|child| matches!(child, Child::Text(_)))
    }

    /// The text of a leaf as received.
    pub(crate) fn text(&self) -> &str {
        match self.children.as_slice() {
            [Child::Text(Value::Text(text) | Value::Wrong(text, _))] => text,
            _ => "",
        }
    }

    /// A field of an item: `@kood`, `kood`, `isik/kood`.
    pub(crate) fn field(&self, field: &str) -> Option<&Value> {
        const NOTHING: &Value = &Value::Text(String::new());
        let (first, rest) = field.split_once('/').map_or((field, None), |(a, b)| (a, Some(b)));
        if let Some(name) = first.strip_prefix('@') {
            let mut attributes = self.attributes.iter();
            return attributes.find(|(own, _)| own.local == name).map(|(_, value)| value);
        }
        let element = self.elements().find(|element| element.name.local == first)?;
        match (rest, element.children.as_slice()) {
            (Some(rest), _) => element.field(rest),
            (None, [Child::Text(value)]) => Some(value),
            (None, []) => Some(NOTHING),
            (None, _) => None,
        }
    }
}
