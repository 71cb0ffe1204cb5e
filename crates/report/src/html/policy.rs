//! The content security policy: nothing is loaded, and only our own style and script are obeyed.

use sha2::{Digest as _, Sha256};

/// The style of the page.
pub(super) const CSS: &str = include_str!("../../resources/report.css");
/// The script of the page: filter, search, copy. The page reads without it.
pub(super) const JS: &str = include_str!("../../resources/report.js");

/// The policy. Style and script are allowed by their hashes, so that a script which found its way
/// into the text of an answer would not run even if escaping failed.
pub(super) fn policy() -> String {
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; \
         form-action 'none'",
        hash(CSS),
        hash(JS)
    )
}

/// SHA-256 in base64, as CSP level 2 §4.2.5 wants it.
fn hash(text: &str) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in Sha256::digest(text.as_bytes()).chunks(3) {
        let word = chunk
            .iter()
            .enumerate()
            .fold(0_u32, |word, (at, byte)| word | u32::from(*byte) << (16 - 8 * at));
        for at in 0..4 {
            out.push(match at <= chunk.len() {
                true => char::from(LETTERS[(word >> (18 - 6 * at)) as usize & 63]),
                false => '=',
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_what_browsers_compute() {
        // The example of the CSP specification: `doSomething();`.
        assert_eq!(hash("doSomething();"), "RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc=");
        assert!(!CSS.contains("</") && !JS.contains("</"), "they stand inside elements");
    }
}
