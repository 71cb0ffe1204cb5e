//! JSON on one line laid out over several, for reading.
//!
//! Only white space is added between tokens: numbers, order and escapes stay as the system wrote
//! them, which parsing and writing again would not keep (`1.10` would become `1.1`).

/// JSON written without line breaks, indented; any other text as it is.
pub(crate) fn readable(text: &str) -> String {
    let trimmed = text.trim();
    if !trimmed.starts_with(['{', '[']) || trimmed.contains('\n') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(trimmed.len() * 2);
    let mut depth = 0_usize;
    let mut chars = trimmed.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '"' => {
                out.push('"');
                copy_string(&mut chars, &mut out);
            }
            '{' | '[' => {
                out.push(char);
                while chars.next_if(|next| *next == ' ').is_some() {}
                if let Some(close) = chars.next_if(|next| matches!(next, '}' | ']')) {
                    out.push(close);
                } else {
                    depth += 1;
                    new_line(&mut out, depth);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                new_line(&mut out, depth);
                out.push(char);
            }
            ',' => {
                out.push(',');
                new_line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            ' ' => {}
            _ => out.push(char),
        }
    }
    out
}

fn copy_string(chars: &mut impl Iterator<Item = char>, out: &mut String) {
    while let Some(char) = chars.next() {
        out.push(char);
        match char {
            '"' => return,
            '\\' => out.extend(chars.next()),
            _ => {}
        }
    }
}

fn new_line(out: &mut String, depth: usize) {
    // Deeper levels share one indent: a page of nothing but brackets must not grow without bound.
    const DEEPEST: usize = 12;
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth.min(DEEPEST)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_laid_out_and_its_values_stay() {
        let text = r#"{"summa":1.10, "a":[1,{"õ":"x, {\" y"}],"t":{},"n":[ ]}"#;
        let shown = "{\n  \"summa\": 1.10,\n  \"a\": [\n    1,\n    {\n      \"õ\": \"x, {\\\" \
                     y\"\n    }\n  ],\n  \"t\": {},\n  \"n\": []\n}";
        assert_eq!(readable(text), shown);
        for same in ["", "tekst: {a}", "{\n\"a\":1}", "<a/>"] {
            assert_eq!(readable(same), same);
        }
        assert!(readable(&"[".repeat(10_000)).len() < 400_000);
    }
}
