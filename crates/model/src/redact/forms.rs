//! The forms in which a system may write a secret.

/// Every form of a secret, itself first; some are equal.
pub(super) fn of(secret: &str) -> Vec<String> {
    let mut plain = vec![
        secret.to_owned(),
        secret.to_uppercase(),
        secret.to_lowercase(),
        html(secret),
        // UTF-8 read as if it were latin-1.
        secret.bytes().map(char::from).collect(),
    ];
    for kept in ["", "/"] {
        for space in ["%20", "+"] {
            let upper = percent(secret, kept, space, false);
            plain.extend([upper, percent(secret, kept, space, true)]);
        }
    }
    let mut forms = Vec::new();
    for text in plain {
        forms.extend(json_forms(&text));
    }
    forms.push(secret.bytes().map(|byte| format!("{byte:02x}")).collect());
    forms.push(secret.bytes().map(|byte| format!("{byte:02X}")).collect());
    for letters in [STANDARD, URL_SAFE] {
        forms.extend((0..3).map(|offset| base64_within(secret.as_bytes(), offset, letters)));
    }
    forms
}

/// As text, as JSON, and as JSON within JSON up to three levels, which is how deep an answer lies
/// in the record; in each way JSON may be written.
fn json_forms(text: &str) -> Vec<String> {
    let mut forms = vec![text.to_owned()];
    for first in [
        json(text),
        json(text).replace('/', "\\/"),
        json_ascii(text, false),
        json_ascii(text, true),
    ] {
        let second = json(&first);
        let third = json(&second);
        forms.extend([first, second, third]);
    }
    forms
}

fn json(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    quoted[1..quoted.len() - 1].to_owned()
}

/// With everything outside ASCII, and what HTML minds, as `\u00f5`.
fn json_ascii(text: &str, upper: bool) -> String {
    let mut units = [0; 2];
    json(text)
        .chars()
        .map(|c| match c {
            '<' | '>' | '&' | '\'' | '\u{80}'.. => c
                .encode_utf16(&mut units)
                .iter()
                .map(|unit| if upper { format!("\\u{unit:04X}") } else { format!("\\u{unit:04x}") })
                .collect(),
            plain => plain.to_string(),
        })
        .collect()
}

fn html(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

fn percent(text: &str, kept: &str, space: &str, lower: bool) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            b' ' => space.to_owned(),
            _ if kept.as_bytes().contains(&byte) => char::from(byte).to_string(),
            _ if lower => format!("%{byte:02x}"),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const URL_SAFE: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The base64 letters that depend on these bytes alone when they stand `offset` (0 to 2) bytes
/// into a group of three: what precedes and follows does not change them.
fn base64_within(bytes: &[u8], offset: usize, letters: &[u8; 64]) -> String {
    let mut padded = vec![0; offset];
    padded.extend(bytes);
    let first = (offset * 8).div_ceil(6);
    let end = padded.len() * 8 / 6;
    padded.extend([0, 0]);
    (first..end)
        .map(|index| {
            let (byte, bit) = (index * 6 / 8, index * 6 % 8);
            let word = u16::from(padded[byte]) << 8 | u16::from(padded[byte + 1]);
            char::from(letters[usize::from(word >> (10 - bit)) & 63])
        })
        .collect()
}
