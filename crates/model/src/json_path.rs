//! The pieces of a JSON path that captures and rules of snapshots write alike: `name`, `'any key']`,
//! `0]`.

/// One step into a JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A key of an object.
    Key(String),
    /// An item of a list, from 0.
    Index(usize),
}

/// Reads a name after a `.`: letters, digits, `_` and `-`, beginning with a letter or `_`. Gives
/// what follows it; `None` when it is none.
pub fn name(text: &str) -> Option<(Step, &str)> {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let end = text.find(|c| !inside(c)).unwrap_or(text.len());
    let (key, rest) = text.split_at(end);
    let first = key.chars().next()?;
    (first.is_alphabetic() || first == '_').then(|| (Step::Key(key.to_owned()), rest))
}

/// Reads what stands after a `[`: an item, or any key in quotes with `\` before a quote or a
/// backslash. Gives what follows the `]`; `None` when it is neither.
pub fn bracket(text: &str) -> Option<(Step, &str)> {
    let quote = text.chars().next()?;
    if !matches!(quote, '\'' | '"') {
        let (digits, rest) = text.split_once(']')?;
        let index = digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse())?;
        return Some((Step::Index(index.ok()?), rest));
    }
    let mut key = String::new();
    let mut chars = text[1..].char_indices();
    while let Some((at, next)) = chars.next() {
        match next {
            '\\' => key.push(chars.next()?.1),
            end if end == quote => {
                return Some((Step::Key(key), text[at + 2..].strip_prefix(']')?));
            }
            other => key.push(other),
        }
    }
    None
}
