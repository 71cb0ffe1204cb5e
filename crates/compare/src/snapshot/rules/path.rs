//! Places that a rule names: JSON paths, XML paths, columns.

use rakis_model::json_path;

use super::super::Form;

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// A key of an object, an element, a column.
    Key(String),
    /// Any key or element.
    AnyKey,
    /// An item of a list, from 0.
    Index(usize),
    /// Any item.
    AnyIndex,
    /// Any number of steps, also none.
    Deep,
    /// An attribute of an element.
    Attribute(String),
}

/// A way down from the whole.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Edge<'e> {
    /// Into a key, an element, a column.
    Key(&'e str),
    /// Into an item; `None` where the order of the items is free.
    Item(Option<usize>),
    /// To an attribute.
    Attribute(&'e str),
}

impl Step {
    /// Does this step go along this edge?
    pub(crate) fn takes(&self, edge: Edge<'_>) -> bool {
        match (self, edge) {
            (Self::Key(name), Edge::Key(key)) => name == key,
            (Self::AnyKey, Edge::Key(_)) | (Self::AnyIndex, Edge::Item(_)) => true,
            (Self::Index(wanted), Edge::Item(at)) => at == Some(*wanted),
            (Self::Attribute(name), Edge::Attribute(key)) => name == key,
            _ => false,
        }
    }
}

/// The path a field names in a document of this form; `None` when it is none.
///
/// For a table `*` is the whole and all else the name of a column. A text has no paths.
pub(crate) fn parse(form: Form, field: &str) -> Option<Vec<Step>> {
    match form {
        Form::Json => json(field.strip_prefix('$')?),
        Form::Xml => xml(field),
        Form::Csv | Form::Xlsx | Form::Table => match field {
            "" => None,
            "*" => Some(Vec::new()),
            column => Some(vec![Step::Key(column.to_owned())]),
        },
        Form::Text => None,
    }
}

fn json(mut rest: &str) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix("..") {
            steps.push(Step::Deep);
            // After `..` a name or a bracket follows at once.
            rest = after;
            if !rest.starts_with('[') {
                let (step, after) = name(rest)?;
                steps.push(step);
                rest = after;
            }
            continue;
        }
        let (step, after) = match rest.strip_prefix('.') {
            Some(after) => name(after)?,
            None => bracket(rest.strip_prefix('[')?)?,
        };
        steps.push(step);
        rest = after;
    }
    (steps.last() != Some(&Step::Deep)).then_some(steps)
}

fn name(text: &str) -> Option<(Step, &str)> {
    if let Some(rest) = text.strip_prefix('*') {
        return Some((Step::AnyKey, rest));
    }
    json_path::name(text).map(own)
}

fn bracket(text: &str) -> Option<(Step, &str)> {
    if let Some(rest) = text.strip_prefix("*]") {
        return Some((Step::AnyIndex, rest));
    }
    json_path::bracket(text).map(own)
}

fn own((step, rest): (json_path::Step, &str)) -> (Step, &str) {
    let step = match step {
        json_path::Step::Key(key) => Step::Key(key),
        json_path::Step::Index(at) => Step::Index(at),
    };
    (step, rest)
}

/// `/a/b/@c`, `//b`, `/a/*`; local names.
fn xml(field: &str) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    let mut rest = field;
    while !rest.is_empty() {
        rest = rest.strip_prefix('/')?;
        if let Some(after) = rest.strip_prefix('/') {
            steps.push(Step::Deep);
            rest = after;
        }
        let (part, after) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        rest = after;
        let plain = |name: &str| !name.is_empty() && !name.contains(['@', ':', '[', ' ']);
        steps.push(match part.strip_prefix('@') {
            // Nothing is below an attribute.
            Some(name) => {
                (plain(name) && rest.is_empty()).then(|| Step::Attribute(name.to_owned()))?
            }
            None if part == "*" => Step::AnyKey,
            None => plain(part).then(|| Step::Key(part.to_owned()))?,
        });
    }
    (!steps.is_empty()).then_some(steps)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str) -> Step {
        Step::Key(name.to_owned())
    }

    #[test]
    fn paths_of_each_form_are_read() {
        for (form, field, expected) in [
            (Form::Json, "$", vec![]),
            (Form::Json, "$.read[*].õ-1", vec![key("read"), Step::AnyIndex, key("õ-1")]),
            (Form::Json, "$..aeg", vec![Step::Deep, key("aeg")]),
            (Form::Json, "$..[0].*", vec![Step::Deep, Step::Index(0), Step::AnyKey]),
            (Form::Json, r"$['it\'s']", vec![key("it's")]),
            (Form::Xml, "/a/b/@c", vec![key("a"), key("b"), Step::Attribute("c".to_owned())]),
            (Form::Xml, "//b/*", vec![Step::Deep, key("b"), Step::AnyKey]),
            (Form::Table, "*", vec![]),
            (Form::Csv, "Summa, €", vec![key("Summa, €")]),
        ] {
            assert_eq!(parse(form, field), Some(expected), "{field}");
        }
    }

    #[test]
    fn what_is_no_path_is_refused() {
        for field in
            ["", "a", ".a", "$a", "$.", "$..", "$[", "$[x]", "$['a'", "$.1", "$.a..", "$[-1]"]
        {
            assert_eq!(parse(Form::Json, field), None, "{field}");
        }
        for field in ["", "a", "/", "//", "/a/", "/@a/b", "/a:b", "/a[1]", "/@"] {
            assert_eq!(parse(Form::Xml, field), None, "{field}");
        }
        assert_eq!(parse(Form::Table, ""), None);
        assert_eq!(parse(Form::Text, "a"), None);
    }
}
