//! The one redactor: no secret and no personal code outside the synthetic register reaches a file,
//! a log or the terminal.
//!
//! A code is found in whatever way it is written: [`people`] looks at the text as it stands and at
//! what it becomes when escapes ([`escapes`]), base64 and hex ([`encoded`]) are resolved, again and
//! again; [`digits`] knows how digits make up a code, [`written`] how digits are written.

mod digits;
mod encoded;
mod escapes;
mod forms;
mod people;
mod view;
mod written;

use std::{borrow::Cow, collections::BTreeSet, ops::Range, sync::Arc};

use crate::PersonalCode;

/// What is put in place of a secret.
const SECRET: &str = "[saladus]";
/// What is put in place of a personal code that may belong to somebody: as long as the code, so
/// that what points at it still does.
pub const PERSON: &str = "[isikukood]";
/// Shorter values would take innocent words with them; the environment refuses such secrets.
pub const SHORTEST_SECRET: usize = 6;

/// Knows the secrets of a run, in each form they may be written, and its synthetic people.
#[derive(Clone, Default)]
pub struct Redactor {
    needles: Vec<String>,
    synthetic: Arc<BTreeSet<u64>>,
}

impl std::fmt::Debug for Redactor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (secrets, people) = (self.needles.len(), self.synthetic.len());
        write!(f, "Redactor({secrets} secrets, {people} synthetic people)")
    }
}

impl Redactor {
    /// Hides these values, in every form a system may write them: JSON within JSON, URLs, forms,
    /// base64 at any offset, HTML, hex.
    pub fn new(secrets: impl IntoIterator<Item = String>) -> Self {
        let mut needles: Vec<String> = secrets
            .into_iter()
            .filter(|secret| secret.len() >= SHORTEST_SECRET)
            .flat_map(|secret| forms::of(&secret))
            .collect();
        needles.sort_by(|a, b| (b.len(), a).cmp(&(a.len(), b)));
        needles.dedup();
        Self { needles, synthetic: Arc::default() }
    }

    /// Leaves these codes as well: people of the project's own synthetic register. Those born in
    /// 2095 to 2099 and the published test codes are left in any case.
    #[must_use]
    pub fn with_synthetic(mut self, codes: impl IntoIterator<Item = PersonalCode>) -> Self {
        Arc::make_mut(&mut self.synthetic).extend(codes.into_iter().map(|code| code.number()));
        self
    }

    /// The text without secrets and without personal codes of real people.
    pub fn apply<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.clean(text, false)
    }

    /// As [`Redactor::apply`], for a text of which only the beginning is known: a code that was
    /// cut through at its end goes too, if a birth date is left of it.
    pub fn apply_to_beginning<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.clean(text, true)
    }

    fn clean<'t>(&self, text: &'t str, open: bool) -> Cow<'t, str> {
        let mut text = Cow::Borrowed(text);
        for needle in &self.needles {
            if text.contains(needle.as_str()) {
                text = Cow::Owned(text.replace(needle.as_str(), SECRET));
            }
        }
        let people = people::find(text.as_bytes(), open, &self.synthetic);
        if people.is_empty() {
            return text;
        }
        Cow::Owned(replaced(&text, &people))
    }
}

/// The text with each of these parts, which are in order and apart, replaced.
fn replaced(text: &str, people: &[Range<usize>]) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut copied = 0;
    for part in people {
        clean.push_str(&text[copied..text.floor_char_boundary(part.start)]);
        clean.push_str(PERSON);
        copied = text.ceil_char_boundary(part.end);
    }
    clean + &text[copied..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_go_in_every_form_they_may_be_written() {
        let redactor = Redactor::new(["s3cr\"et/vaga+salajane %20<x> õ".to_owned()]);
        for form in [
            "s3cr\"et/vaga+salajane %20<x> õ",
            "S3CR\"ET/VAGA+SALAJANE %20<X> Õ",
            r#"s3cr\"et/vaga+salajane %20<x> õ"#,
            r#"s3cr\"et\/vaga+salajane %20<x> õ"#,
            r#"s3cr\"et/vaga+salajane %20\u003cx\u003e \u00f5"#,
            r#"s3cr\\\"et/vaga+salajane %20<x> õ"#,
            "s3cr%22et%2Fvaga%2Bsalajane%20%2520%3Cx%3E%20%C3%B5",
            "s3cr%22et%2fvaga%2bsalajane%20%2520%3cx%3e%20%c3%b5",
            "s3cr%22et/vaga%2Bsalajane%20%2520%3Cx%3E%20%C3%B5",
            "s3cr%22et%2Fvaga%2Bsalajane+%2520%3Cx%3E+%C3%B5",
            "s3cr&quot;et/vaga+salajane %20&lt;x&gt; õ",
            "s3cr\"et/vaga+salajane %20<x> Ãµ",
            "733363722265742f766167612b73616c616a616e65202532303c783e20c3b5",
            "czNjciJldC92YWdhK3NhbGFqYW5lICUyMDx4PiDDt",
        ] {
            let shown = redactor.apply(&format!("x={form};")).into_owned();
            assert!(shown.starts_with("x=[saladus]") && shown.len() < 20, "{form}: {shown}");
        }
    }

    #[test]
    fn base64_hides_a_secret_behind_any_beginning() {
        let redactor = Redactor::new(["salasõna-123".to_owned()]);
        for encoded in
            ["azpzYWxhc8O1bmEtMTIz", "a2s6c2FsYXPDtW5hLTEyMw==", "a2trOnNhbGFzw7VuYS0xMjM="]
        {
            let shown = redactor.apply(encoded).into_owned();
            assert!(shown.contains("[saladus]"), "{encoded}: {shown}");
        }
        assert_eq!(redactor.apply("salasonum azpzYWxh"), "salasonum azpzYWxh");
    }

    #[test]
    fn codes_of_real_people_go_and_synthetic_ones_stay() {
        let real = "37605030299";
        let redactor = Redactor::default();
        assert_eq!(
            redactor.apply(&format!("/isik/{real}?a={real}")),
            "/isik/[isikukood]?a=[isikukood]"
        );
        assert_eq!(redactor.apply("ä69901010008 60001019906"), "ä69901010008 60001019906");
        assert_eq!(redactor.apply(&format!("1{real}")), format!("1{real}"), "a longer number");
    }
}
