//! The one redactor: no secret and no personal code outside the synthetic range reaches a file,
//! a log or the terminal.

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
    /// Hides these values, also as JSON text, in URLs (percent-encoded) and as base64.
    pub fn new(secrets: impl IntoIterator<Item = String>) -> Self {
        let mut needles = Vec::new();
        for secret in secrets {
            if secret.len() < SHORTEST_SECRET {
                continue;
            }
            let json = serde_json::Value::from(secret.as_str()).to_string();
            needles.push(json[1..json.len() - 1].to_owned());
            needles.push(percent_encoded(&secret));
            needles.push(base64(secret.as_bytes()));
            needles.push(secret);
        }
        needles.sort_by_key(|needle| std::cmp::Reverse(needle.len()));
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

fn percent_encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    bytes
        .chunks(3)
        .flat_map(|chunk| {
            let word =
                chunk.iter().enumerate().fold(0_u32, |w, (i, b)| w | u32::from(*b) << (16 - 8 * i));
            (0..4).map(move |i| match i <= chunk.len() {
                true => char::from(LETTERS[(word >> (18 - 6 * i)) as usize & 63]),
                false => '=',
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_go_in_every_form_they_may_be_written() {
        let redactor = Redactor::new(["pa\"ss/wörd".to_owned()]);
        for form in ["pa\"ss/wörd", "pa\\\"ss/wörd", "pa%22ss%2Fw%C3%B6rd", "cGEic3Mvd8O2cmQ="] {
            assert_eq!(redactor.apply(&format!("x={form};")), "x=[saladus];", "{form}");
        }
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
