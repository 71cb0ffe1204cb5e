//! The one redactor: no secret and no personal code outside the synthetic range reaches a file,
//! a log or the terminal.

mod forms;

use std::borrow::Cow;

use crate::PersonalCode;

/// What is put in place of a secret.
const SECRET: &str = "[saladus]";
/// What is put in place of a real-looking personal code.
const PERSON: &str = "[isikukood]";
/// Shorter values would take innocent words with them; the environment refuses such secrets.
pub const SHORTEST_SECRET: usize = 6;

/// Knows the secrets of a run, in each form they may be written.
#[derive(Clone, Default)]
pub struct Redactor {
    needles: Vec<String>,
}

impl std::fmt::Debug for Redactor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Redactor({} secrets)", self.needles.len())
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
        Self { needles }
    }

    /// The text without secrets and without personal codes of real people.
    pub fn apply<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut text = Cow::Borrowed(text);
        for needle in &self.needles {
            if text.contains(needle.as_str()) {
                text = Cow::Owned(text.replace(needle.as_str(), SECRET));
            }
        }
        match without_people(&text) {
            Some(clean) => Cow::Owned(clean),
            None => text,
        }
    }
}

/// The text with codes of real people replaced; `None` when there are none.
fn without_people(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let mut clean = String::new();
    let mut copied = 0;
    let mut at = 0;
    while at < bytes.len() {
        let run = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        // A run of exactly eleven digits: longer ones are other numbers (an IBAN, a time stamp).
        if run == 11
            && PersonalCode::parse(&text[at..at + 11]).is_some_and(|code| !code.is_synthetic())
        {
            clean.push_str(&text[copied..at]);
            clean.push_str(PERSON);
            copied = at + 11;
        }
        at += run.max(1);
    }
    (copied > 0).then(|| clean + &text[copied..])
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
