//! Words in a statement that no test can decide on.

use rakis_model::{Diagnostic, Message, Problems, yaml::Cursor};

use super::value;

/// What is missing where such a word stands.
const CONDITION: &str = "spec-vague-condition";
const MEASURE: &str = "spec-vague-measure";
const LIST: &str = "spec-vague-list";
const LIMIT: &str = "spec-vague-limit";

/// Stems and the reason each is told for.
const STEMS: [(&str, &str); 14] = [
    ("vajadusel", CONDITION),
    ("võimalusel", CONDITION),
    ("üldjuhul", CONDITION),
    ("reeglina", CONDITION),
    ("tavaliselt", CONDITION),
    ("piisav", MEASURE),
    ("kiire", MEASURE),
    ("mugav", MEASURE),
    ("sobiv", MEASURE),
    ("optimaal", MEASURE),
    ("mõistlik", MEASURE),
    ("kasutajasõbralik", MEASURE),
    ("võimalikult", MEASURE),
    ("umbes", LIMIT),
];

/// Whole words: as stems they would hit others.
const WORDS: [(&str, &str); 2] = [("jne", LIST), ("jms", LIST)];

/// Warns of each vague word in a statement.
pub(super) fn check(cursor: &Cursor<'_>, statement: &str, problems: &mut Problems) {
    for word in statement.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let Some(reason) = reason(&word.to_lowercase()) else { continue };
        problems.push(
            Diagnostic::warning(Message::new("spec-vague").with("word", word))
                .at(value::part_place(cursor, word))
                .hint(Message { key: reason.into(), args: Vec::new() }),
        );
    }
}

fn reason(word: &str) -> Option<&'static str> {
    let stem = STEMS.iter().find(|(stem, _)| word.starts_with(stem));
    stem.or_else(|| WORDS.iter().find(|(whole, _)| *whole == word)).map(|(_, reason)| *reason)
}
