//! Words of a fixed list, as the file writes them: Estonian, and an English alias.

use rakis_model::words::Language;

/// A value and its two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<T> {
    /// What it stands for.
    pub value: T,
    /// Estonian, the one we write.
    pub et: &'static str,
    /// English, accepted as an alias.
    pub en: &'static str,
}

impl<T> Word<T> {
    pub(super) const fn new(value: T, et: &'static str, en: &'static str) -> Self {
        Self { value, et, en }
    }
}

/// The Estonian word of a value.
pub(super) fn estonian<T: PartialEq>(words: &[Word<T>], value: &T) -> &'static str {
    written(words, value, Language::Et)
}

/// The word of a value in a language.
pub(super) fn written<T: PartialEq>(
    words: &[Word<T>],
    value: &T,
    language: Language,
) -> &'static str {
    let word = words.iter().find(|word| word.value == *value);
    word.map_or("", |word| match language {
        Language::Et => word.et,
        Language::En => word.en,
    })
}
