//! Prefixes that do not depend on those the sender chose.

use std::collections::BTreeMap;

use super::element::{Element, Name, Value, XML, XSI};

/// Namespaces whose usual prefix everybody knows.
const KNOWN: [(&str, &str); 8] = [
    (XML, "xml"),
    (XSI, "xsi"),
    ("http://www.w3.org/2001/XMLSchema", "xs"),
    ("http://schemas.xmlsoap.org/soap/envelope/", "soap"),
    ("http://www.w3.org/2003/05/soap-envelope", "soap12"),
    ("http://x-road.eu/xsd/xroad.xsd", "xrd"),
    ("http://x-road.eu/xsd/identifiers", "id"),
    ("http://www.w3.org/2000/09/xmldsig#", "ds"),
];

/// The prefix of each namespace of a document; empty for the default one.
#[derive(Debug, Default)]
pub(crate) struct Prefixes {
    given: BTreeMap<String, String>,
    numbered: usize,
}

impl Prefixes {
    /// Known prefixes, and `ns1`, `ns2`, … in the order of appearance. The root's namespace is the
    /// default one if it has no known prefix, every element has a namespace, and no attribute or
    /// value needs a prefix for it.
    pub(crate) fn of(document: &Element) -> Self {
        let root = document.elements().find(|element| !element.name.local.starts_with('?'));
        let mut prefixes = Self::default();
        if let Some(root) = root {
            let own = &root.name.namespace;
            if !own.is_empty() && known(own).is_none() && !needs_prefix(root, own) {
                prefixes.given.insert(own.clone(), String::new());
            }
            prefixes.collect(root);
        }
        prefixes
    }

    /// A name with its prefix.
    pub(crate) fn name(&self, name: &Name) -> String {
        match self.given.get(&name.namespace).map(String::as_str) {
            None | Some("") => name.local.clone(),
            Some(prefix) => format!("{prefix}:{}", name.local),
        }
    }

    /// The declarations of the root, by prefix.
    pub(crate) fn declarations(&self) -> Vec<(String, &str)> {
        let declared = self.given.iter().filter(|(_, prefix)| *prefix != "xml");
        let mut all: Vec<(String, &str)> = declared
            .map(|(namespace, prefix)| {
                let colon = if prefix.is_empty() { "" } else { ":" };
                (format!("xmlns{colon}{prefix}"), namespace.as_str())
            })
            .collect();
        all.sort();
        all
    }

    fn collect(&mut self, element: &Element) {
        self.give(&element.name);
        for (name, value) in &element.attributes {
            self.give(name);
            if let Value::Name(name) = value {
                self.give(name);
            }
        }
        element.elements().for_each(|element| self.collect(element));
    }

    fn give(&mut self, name: &Name) {
        if name.namespace.is_empty() || self.given.contains_key(&name.namespace) {
            return;
        }
        let prefix = known(&name.namespace).map_or_else(
            || {
                self.numbered += 1;
                format!("ns{}", self.numbered)
            },
            str::to_owned,
        );
        self.given.insert(name.namespace.clone(), prefix);
    }
}

fn known(namespace: &str) -> Option<&'static str> {
    KNOWN.iter().find(|(known, _)| *known == namespace).map(|(_, prefix)| *prefix)
}

/// Is there an element without a namespace, or an attribute or a value in this one?
fn needs_prefix(element: &Element, namespace: &str) -> bool {
    let is_instruction = element.name.local.starts_with('?');
    let own = |(name, value): &(Name, Value)| {
        let unbound = matches!(value, Value::Name(name) if name.namespace.is_empty());
        let named = matches!(value, Value::Name(name) if name.namespace == namespace);
        name.namespace == namespace || unbound || named
    };
    (element.name.namespace.is_empty() && !is_instruction)
        || element.attributes.iter().any(own)
        || element.elements().any(|element| needs_prefix(element, namespace))
}
