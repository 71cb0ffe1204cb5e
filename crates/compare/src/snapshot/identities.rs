//! Who is who: placeholders that keep identity, so that one person stays one person.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use rakis_model::{PersonalCode, redact::Redactor};

use super::{
    codes::{self, CodeKind},
    placeholder,
};

/// The people a scenario knows by name; any other code gets a number of its own.
///
/// In a canonical text a known personal code reads as `[Mari Maasikas]`, any other as `[ISIK-1]`,
/// `[ISIK-2]`, … in the order of first appearance; so do account numbers (`[IBAN-1]`). The
/// numbers begin anew in every document, so that a snapshot depends on its document alone.
#[derive(Clone, Debug, Default)]
pub struct Identities {
    people: BTreeMap<String, String>,
    names: BTreeSet<String>,
    redactor: Redactor,
}

impl Identities {
    /// Identities that know these people. Of two people with one name the second reads as
    /// `Mari Maasikas 2`, in the order given.
    pub fn new<'p>(people: impl IntoIterator<Item = (&'p PersonalCode, &'p str)>) -> Self {
        let mut known = Self::default();
        for (code, name) in people {
            if known.people.contains_key(code.as_str()) {
                continue;
            }
            let name = readable(name);
            let numbered = (2..).map(|number| format!("{name} {number}"));
            let mut candidates = std::iter::once(name.clone()).chain(numbered);
            let free = candidates.find(|one| !known.names.contains(one)).unwrap_or(name);
            known.names.insert(free.clone());
            known.people.insert(code.as_str().to_owned(), free);
        }
        known
    }

    /// Hides besides what this redactor hides: secrets, and codes written in other ways (escaped, in
    /// base64 or hex). These have no identity: nobody could tell by whom they are.
    #[must_use]
    pub fn redacting(mut self, redactor: Redactor) -> Self {
        self.redactor = redactor;
        self
    }

    /// A text for a person's eyes without any personal code or account number: known people by
    /// name, others without a number (`[ISIK]`, `[IBAN]`). For what stands beside a document.
    pub fn hide(&self, text: &str) -> String {
        self.rewrite(text, |kind, _| kind_word(kind).to_owned())
    }

    /// The text with each code replaced, and without marks at look-alikes.
    fn rewrite(&self, text: &str, mut other: impl FnMut(CodeKind, &str) -> String) -> String {
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        for code in codes::find(text) {
            out.push_str(&text[from..code.at.start]);
            let name = self.people.get(&code.value).cloned();
            let name = name.unwrap_or_else(|| other(code.kind, &code.value));
            out.push('[');
            out.push_str(&name);
            out.push(']');
            from = code.at.end;
        }
        out.push_str(&text[from..]);
        match self.redactor.apply(&out) {
            Cow::Owned(clean) => clean,
            Cow::Borrowed(_) => out,
        }
    }
}

/// A name that cannot be taken for another placeholder or break out of its brackets.
fn readable(name: &str) -> String {
    let plain: String = name
        .chars()
        .take(placeholder::LONGEST / 8)
        .map(|c| match c {
            '[' => '(',
            ']' => ')',
            c if c.is_control() => ' ',
            c => c,
        })
        .collect();
    let plain = plain.trim();
    let inner = plain.strip_suffix(placeholder::AS_NUMBER).unwrap_or(plain);
    if inner.is_empty() || placeholder::is_reserved(plain) {
        return format!("nimi {inner}").trim_end().to_owned();
    }
    // A name must carry no code either.
    Identities::default().hide(inner).replace(['[', ']'], "")
}

const fn kind_word(kind: CodeKind) -> &'static str {
    match kind {
        CodeKind::Person => "ISIK",
        CodeKind::Iban => "IBAN",
    }
}

/// Hands out the numbers of one document.
#[derive(Debug)]
pub(crate) struct Naming<'i> {
    known: &'i Identities,
    given: BTreeMap<(&'static str, String), usize>,
    next: BTreeMap<&'static str, usize>,
}

impl<'i> Naming<'i> {
    /// No number is given yet.
    pub(crate) const fn new(known: &'i Identities) -> Self {
        Self { known, given: BTreeMap::new(), next: BTreeMap::new() }
    }

    /// Adds a received text to `out`: codes replaced, look-alikes of placeholders marked.
    pub(crate) fn text(&mut self, text: &str, out: &mut String) {
        let began = out.len();
        self.named(text, out);
        self.redact(out, began);
    }

    /// Hides in what stands from `began` on whatever else the redactor knows.
    pub(crate) fn redact(&self, out: &mut String, began: usize) {
        if let Cow::Owned(clean) = self.known.redactor.apply(&out[began..]) {
            out.truncate(began);
            out.push_str(&clean);
        }
    }

    /// As [`Naming::text`], for a part of what is redacted as a whole afterwards.
    pub(crate) fn named(&mut self, text: &str, out: &mut String) {
        let mut from = 0;
        for code in codes::find(text) {
            placeholder::escape(&text[from..code.at.start], &self.known.names, out);
            let name = match self.known.people.get(&code.value) {
                Some(name) => name.clone(),
                None => self.number(kind_word(code.kind), code.value),
            };
            out.push('[');
            out.push_str(&name);
            out.push(']');
            from = code.at.end;
        }
        placeholder::escape(&text[from..], &self.known.names, out);
    }

    /// The placeholder of an identity (`UUID`, `TUNNUS`), without brackets. A known person who
    /// stands where a rule says `tunnus` is still called by name.
    pub(crate) fn identity(&mut self, word: &'static str, raw: &str) -> String {
        match codes::find(raw).as_slice() {
            [code] if code.at == (0..raw.len()) => match self.known.people.get(&code.value) {
                Some(name) => name.clone(),
                None => self.number(kind_word(code.kind), code.value.clone()),
            },
            _ => self.number(word, raw.to_owned()),
        }
    }

    fn number(&mut self, word: &'static str, raw: String) -> String {
        let next = self.next.entry(word).or_insert(0);
        let number = *self.given.entry((word, raw)).or_insert_with(|| {
            *next += 1;
            *next
        });
        format!("{word}-{number}")
    }

    /// A text by which to sort: codes of unknown people without their number, since which of two
    /// is the smaller would change from run to run.
    pub(crate) fn blank(&self, text: &str) -> String {
        self.known.hide(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_and_codes_in_other_writings_are_hidden_too() {
        let known = Identities::default().redacting(Redactor::new(["võti-123456".to_owned()]));
        let mut naming = Naming::new(&known);
        let mut out = "ees ".to_owned();
        naming.text("?a=%337605030299&k=võti-123456 3337363035303330323939 37605030299", &mut out);
        assert!(out.starts_with("ees ?a=[isikukood]&k=[saladus] "), "{out}");
        assert!(out.ends_with(" [ISIK-1]") && !out.contains("30323939"), "{out}");
        assert_eq!(known.hide("võti-123456"), "[saladus]");
    }

    #[test]
    fn one_person_is_one_placeholder() {
        let code = |text: &str| PersonalCode::parse(text).unwrap();
        let (mari, other) = (code("60001019906"), code("50001018865"));
        let (reserved, bracket) = (code("60001018800"), code("69901010008"));
        let known = Identities::new([
            (&mari, "Mari Maasikas"),
            (&other, "Mari Maasikas"),
            (&reserved, "ISIK-1"),
            (&bracket, " Õie] 60001017869 "),
        ]);
        let mut naming = Naming::new(&known);
        let mut out = String::new();
        naming.text(
            "60001019906 50001018865 60001018800 69901010008 60001017869 EE382200221020145685 \
             60001017869 69901010030 [ISIK-1] [Mari Maasikas] EE38 2200 2210 2014 5685",
            &mut out,
        );
        assert_eq!(
            out,
            "[Mari Maasikas] [Mari Maasikas 2] [nimi ISIK-1] [Õie) ISIK] [ISIK-1] [IBAN-1] \
             [ISIK-1] [ISIK-2] \\[ISIK-1] \\[Mari Maasikas] [IBAN-1]"
        );
        assert_eq!(naming.identity("TUNNUS", "60001019906"), "Mari Maasikas");
        assert_eq!(naming.identity("TUNNUS", "60001017869"), "ISIK-1");
        assert_eq!(naming.identity("TUNNUS", "a1"), "TUNNUS-1");
        assert_eq!(naming.identity("UUID", "a1"), "UUID-1");
        assert_eq!(naming.blank("x 60001017869"), "x [ISIK]");
        assert_eq!(known.hide("isik 60001019906"), "isik [Mari Maasikas]");
    }
}
