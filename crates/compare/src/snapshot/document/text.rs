//! Plain texts: line by line.

use std::borrow::Cow;

use rakis_model::{Difference, Failure, Message, failure::DifferenceKind};

use super::{Canonicalised, Setting};
use crate::snapshot::{
    Rules,
    identities::Naming,
    lines::{self, Step},
    rules::{Place, Rule, Used},
};

/// The canonical text: line ends as `\n`, no blanks at the ends of lines, none at the end of all.
pub(crate) fn canonicalise(
    body: &[u8],
    rules: &Rules,
    setting: &Setting<'_>,
) -> Result<Canonicalised, Box<Failure>> {
    let text = super::utf8(body)?;
    let text = match memchr::memchr(b'\r', text.as_bytes()).is_some() {
        true => Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")),
        false => Cow::Borrowed(text),
    };
    let mut one = One {
        rules,
        setting,
        naming: Naming::new(setting.identities),
        used: Used::none(rules),
        broken: Vec::new(),
        out: String::with_capacity(text.len()),
    };
    for (index, line) in lines::of(text.trim_end()).into_iter().enumerate() {
        if index > 0 {
            one.out.push('\n');
        }
        one.line(index, line.trim_end())?;
    }
    // The whole at once: what is encoded may go on over the end of a line.
    one.naming.redact(&mut one.out, 0);
    Ok(Canonicalised { unused: one.used.unused(rules), text: one.out, broken: one.broken })
}

/// Every deviation, line by line; a line that stands in the place of another is changed.
pub(crate) fn compare(expected: &str, actual: &str) -> Vec<Difference> {
    let (left, right) = (split(expected), split(actual));
    let mut out = Vec::new();
    for step in lines::steps(&left, &right) {
        let (kind, old, new) = match step {
            Step::Same(..) => continue,
            Step::Changed(old, new) => (DifferenceKind::Changed, Some(old), Some(new)),
            Step::Missing(old) => (DifferenceKind::Missing, Some(old), None),
            Step::Extra(new) => (DifferenceKind::Extra, None, Some(new)),
        };
        let line = |lines: &[&str], at: Option<usize>| at.map(|at| lines[at].to_owned());
        out.push(Difference {
            path: path(old.or(new).unwrap_or_default()),
            kind,
            expected: line(&left, old),
            actual: line(&right, new),
        });
    }
    out
}

fn split(text: &str) -> Vec<&str> {
    // An empty text has no line.
    if text.is_empty() { Vec::new() } else { lines::of(text) }
}

fn path(index: usize) -> String {
    format!("rida {}", index + 1)
}

struct One<'a, 'i> {
    rules: &'a Rules,
    setting: &'a Setting<'i>,
    naming: Naming<'i>,
    used: Used,
    broken: Vec<Difference>,
    out: String,
}

impl One<'_, '_> {
    fn line(&mut self, index: usize, line: &str) -> Result<(), Box<Failure>> {
        let mut from = 0;
        for (start, end, rule) in self.parts(line)? {
            self.naming.named(&line[from..start], &mut self.out);
            self.value(index, &line[start..end], rule);
            from = end;
        }
        self.naming.named(&line[from..], &mut self.out);
        Ok(())
    }

    /// The values that rules name in a line, in their order.
    fn parts(&mut self, line: &str) -> Result<Vec<(usize, usize, usize)>, Box<Failure>> {
        let mut parts = Vec::new();
        for (number, entry) in self.rules.entries().iter().enumerate() {
            let Place::Lines(regex) = &entry.place else { continue };
            for found in regex.captures_iter(line) {
                let value = found.get(1).or_else(|| found.get(0));
                parts.extend(value.map(|value| (value.start(), value.end(), number)));
            }
        }
        parts.sort_unstable();
        for (_, _, rule) in &parts {
            self.used.note(*rule);
        }
        if let Some(pair) = parts.windows(2).find(|pair| pair[0].1 > pair[1].0) {
            let field = |at: usize| self.rules.entries()[pair[at].2].field.clone();
            let message = Message::new("compare-rules-overlap")
                .with("first", field(0))
                .with("second", field(1));
            return Err(Box::new(Failure::invalid(message)));
        }
        Ok(parts)
    }

    fn value(&mut self, index: usize, value: &str, rule: usize) {
        let (shape, or_empty) = match &self.rules.entries()[rule].rule {
            Rule::Shape { shape, or_empty } => (shape, *or_empty),
            _ => return self.out.push_str("[eiratud]"),
        };
        if value.is_empty() && or_empty {
            return;
        }
        if shape.fits(value, self.setting.window) {
            let word = match shape.keeps_identity() {
                true => self.naming.identity(shape.word(), value),
                false => shape.word().to_owned(),
            };
            return self.out.push_str(&format!("[{word}]"));
        }
        let mut actual = String::new();
        self.naming.named(value, &mut actual);
        self.out.push_str(&actual);
        self.naming.redact(&mut actual, 0);
        self.broken.push(Difference {
            path: path(index),
            kind: DifferenceKind::Changed,
            expected: Some(format!("[{}]", shape.word())),
            actual: Some(actual),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::{Form, Identities, Window};

    fn check(expected: &str, actual: &str, lines: &[&str]) {
        let found: Vec<String> = compare(expected, actual)
            .iter()
            .map(|one| {
                let part = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
                format!("{}: {} → {}", one.path, part(&one.expected), part(&one.actual))
            })
            .collect();
        assert_eq!(found, lines);
    }

    #[test]
    fn a_code_that_goes_on_over_the_end_of_a_line_is_hidden() {
        let rules = Rules::from_pairs(Form::Text, []).unwrap();
        let identities = Identities::default();
        let at = |text: &str| text.parse().unwrap();
        let window = Window { from: at("2026-03-02T07:00:00Z"), to: at("2026-03-02T07:01:00Z") };
        let setting = Setting { identities: &identities, window };
        for (text, expected) in [
            ("isik 3760503\n0299 lõpp", "isik [isikukood] lõpp"),
            // "Isik 37605030299 sai" in base64, as mail breaks it.
            ("SXNpayAzNzYwN\r\nTAzMDI5OSBzYWk=", "SXNpay[isikukood]BzYWk="),
            ("37 60 50 30 29 9\n37 60 50 30 29 9", "[isikukood]\n[isikukood]"),
        ] {
            let found = canonicalise(text.as_bytes(), &rules, &setting).unwrap().text;
            assert!(found == expected, "{text}: {found}");
        }
    }

    #[test]
    fn lines_are_told_by_number() {
        check("a\nb\nc", "a\nb\nc", &[]);
        check("a\nb\nc", "a\nõ\nc\nd", &["rida 2: b → õ", "rida 4: – → d"]);
        check("a\nb\nc", "b\nc", &["rida 1: a → –"]);
        check("", "a", &["rida 1: – → a"]);
        check("a", "", &["rida 1: a → –"]);
    }
}
