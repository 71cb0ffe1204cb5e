//! A personal code planted in every answer, in every way it may be written, to test that the harness lets none through.
//!
//! It is a layer over all routes: every text of a JSON body, a name and a number beside them, headers and their names, the
//! address of what was made, the name of a file, error texts and the technical log. What the answers mean is lost by it, so
//! scenarios fail; the database is not touched.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, Response, header};
use axum::middleware::map_response;
use serde_json::{Map, Value};

/// Stands in a text for the code with JSON's own escapes until the body is written out.
const ESCAPED: &str = "\u{E000}";
/// Longer bodies this system does not write.
const BODY_LIMIT: usize = 64 * 1024 * 1024;

/// The routes with the code planted in their answers.
pub(crate) fn planted(router: Router, code: &str) -> Router {
    let plant =
        Arc::new(Plant { forms: forms(code), code: code.to_owned(), next: AtomicUsize::new(0) });
    router.layer(map_response(move |response: Response<Body>| {
        let plant = Arc::clone(&plant);
        async move { plant.answer(response).await }
    }))
}

#[derive(Debug)]
struct Plant {
    code: String,
    forms: Vec<String>,
    /// Which form is next: they differ from text to text and from answer to answer.
    next: AtomicUsize,
}

impl Plant {
    async fn answer(&self, response: Response<Body>) -> Response<Body> {
        let (mut parts, body) = response.into_parts();
        // A body of ours that cannot be read was never written.
        let bytes = axum::body::to_bytes(body, BODY_LIMIT).await.unwrap_or_default();
        let body = self.body(&bytes);
        if body.len() != bytes.len() {
            parts.headers.remove(header::CONTENT_LENGTH);
        }
        for (name, value) in self.headers() {
            let (name, value) = (name.parse::<HeaderName>(), HeaderValue::from_str(&value));
            if let (Ok(name), Ok(value)) = (name, value) {
                parts.headers.append(name, value);
            }
        }
        Response::from_parts(parts, Body::from(body))
    }

    fn body(&self, bytes: &[u8]) -> Vec<u8> {
        if bytes.is_empty() {
            return Vec::new();
        }
        if let Ok(value) = serde_json::from_slice::<Value>(bytes) {
            let text = self.value(value).to_string();
            let escaped: String = self.code.bytes().map(|byte| format!("\\u{byte:04x}")).collect();
            return text.replace(ESCAPED, &escaped).into_bytes();
        }
        // With a NUL in it a text is none any more, and would be shown as bytes.
        let form = || self.form().replace('\0', "");
        let text = String::from_utf8_lossy(bytes);
        text.lines().map(|line| format!("{line} {}\n", form())).collect::<String>().into_bytes()
    }

    fn value(&self, value: Value) -> Value {
        match value {
            Value::String(text) => Value::from(format!("{text} {}", self.form())),
            Value::Array(items) => items.into_iter().map(|item| self.value(item)).collect(),
            Value::Object(fields) => {
                let mut planted: Map<String, Value> =
                    fields.into_iter().map(|(name, value)| (name, self.value(value))).collect();
                planted.insert(format!("isik {}", self.form()), Value::from(1));
                // As a number, if it is one.
                planted.insert(
                    "kood".to_owned(),
                    self.code.parse::<u64>().map_or(Value::Null, Value::from),
                );
                planted.insert(
                    "teade".to_owned(),
                    Value::from(format!("Isikut {} ei leitud.", self.form())),
                );
                Value::Object(planted)
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => value,
        }
    }

    fn form(&self) -> &str {
        let next = self.next.fetch_add(1, Ordering::Relaxed);
        self.forms.get(next % self.forms.len().max(1)).map_or("", String::as_str)
    }

    fn headers(&self) -> Vec<(String, String)> {
        let code = &self.code;
        let percent: String = code.bytes().map(|byte| format!("%{byte:02X}")).collect();
        vec![
            ("x-isik".to_owned(), format!("EE{code}")),
            ("x-kasutaja".to_owned(), base64(format!("{{\"sub\":\"{code}\"}}").as_bytes(), true)),
            ("x-vorm".to_owned(), self.form().replace(['\n', '\0'], "")),
            (format!("x-isik-{code}"), "1".to_owned()),
            ("location".to_owned(), format!("/star/kasutajad/{percent}?isik={code}")),
            ("link".to_owned(), format!("</star/kasutajad/%20{code}>; rel=\"isik\"")),
            (
                "content-disposition".to_owned(),
                format!(
                    "attachment; filename=\"toend_{code}.pdf\"; filename*=UTF-8''t%C3%B5end{code}.pdf"
                ),
            ),
            ("etag".to_owned(), format!("\"v1-{code}\"")),
            (
                "www-authenticate".to_owned(),
                format!(
                    "Bearer realm=\"{} {}\"",
                    &code[..code.len().min(7)],
                    code.get(7..).unwrap_or_default()
                ),
            ),
        ]
    }
}

/// The code as people and programs write it.
fn forms(code: &str) -> Vec<String> {
    let each = |write: &dyn Fn(u8) -> String| code.bytes().map(write).collect::<String>();
    let (date, serial) = code.split_at(code.len().min(7));
    let utf16: Vec<u8> = code.encode_utf16().flat_map(u16::to_le_bytes).collect();
    vec![
        code.to_owned(),
        format!("fail_{code}_v2.pdf"),
        each(&|byte| format!("%{byte:02X}")),
        each(&|byte| format!("%25{byte:02x}")),
        format!("http://127.0.0.1/isik?nimi=%C3%B5{code}&a=%20{code}"),
        each(&|byte| format!("&#{byte};")),
        each(&|byte| format!("&amp;#x{byte:x};")),
        each(&|byte| format!("\\u{byte:04x}")),
        each(&|byte| format!("{byte:02x}")),
        ESCAPED.to_owned(),
        base64(code.as_bytes(), false),
        base64(format!("x{code}").as_bytes(), true),
        format!(
            "eyJhbGciOiJub25lIn0.{}.",
            base64(format!("{{\"sub\":\"EE{code}\"}}").as_bytes(), true)
        ),
        format!("data:text/plain;base64,{}", base64(format!("õ{code}").as_bytes(), false)),
        base64(base64(format!("isik {code}").as_bytes(), false).as_bytes(), false),
        base64(&utf16, false),
        format!("{date} {serial}"),
        format!("{date}-{serial}"),
        format!("{date}\u{A0}{serial}"),
        format!("{date}\n{serial}"),
        each(&|byte| format!("{} ", char::from(byte))),
        code.chars().flat_map(|letter| [letter, '\0']).collect(),
        code.chars().flat_map(|letter| [letter, '\u{200B}']).collect(),
        code.bytes()
            .filter_map(|byte| char::from_u32(0xFF10 + u32::from(byte.wrapping_sub(b'0'))))
            .collect(),
        format!("0000{code}"),
        format!("<isik kood=\"{code}\">{code}</isik>"),
        format!("{{\"isik\":{{\"{code}\":[{code}]}}}}"),
        format!("ORA-00001: unique constraint (ISIK.{code}) violated"),
    ]
}

/// Base64 of RFC 4648, in the alphabet for addresses without padding.
fn base64(bytes: &[u8], for_addresses: bool) -> String {
    let letters: Vec<char> = ('A'..='Z')
        .chain('a'..='z')
        .chain('0'..='9')
        .chain(if for_addresses { ['-', '_'] } else { ['+', '/'] })
        .collect();
    let mut out = String::new();
    for group in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, at| {
            bits << 8 | usize::from(group.get(at).copied().unwrap_or_default())
        });
        out.extend((0..=group.len()).map(|at| letters[bits >> (18 - 6 * at) & 63]));
        if !for_addresses {
            out.extend((group.len()..3).map(|_| '='));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Plant, base64, forms};

    #[test]
    fn every_text_of_an_answer_holds_the_code_in_some_form() {
        let code = "69901010008";
        let plant = Plant { code: code.to_owned(), forms: forms(code), next: 0.into() };
        let body = plant.body(br#"{"a":["b",{"c":"d","n":1}],"e":null}"#);
        let value: serde_json::Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(value["kood"], 69_901_010_008_u64);
        assert!(
            value["a"][0].as_str().is_some_and(|text| text.starts_with("b ") && text.len() > 10)
        );
        assert!(value["a"][1]["c"].as_str().is_some_and(|text| text.contains("6")));
        assert_eq!(value["a"][1]["n"], 1, "numbers stay");
        assert_eq!(plant.body(b""), b"");
        assert!(plant.body(b"rida\nteine\n").split(|byte| *byte == b'\n').count() > 2);
        assert!(plant.headers().iter().all(|(_, value)| !value.is_empty()));
        assert!(!plant.body(b"[\"x\"]").contains(&0xEE), "no mark is left in a body");
    }

    #[test]
    fn base64_is_that_of_the_standard() {
        for (text, expected) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")]
        {
            assert_eq!(base64(text.as_bytes(), false), expected);
            assert_eq!(base64(text.as_bytes(), true), expected.trim_end_matches('='));
        }
        assert_eq!(base64(&[0xFB, 0xFF], true), "-_8");
    }
}
