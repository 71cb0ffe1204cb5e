//! Lines that look like a step or a title, but are none: another case, a letter amiss, a colon
//! too many, a no-break space.

use crate::{dialect::Dialect, line::is_space, token::step_words};

/// The keyword a line was probably meant to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Near<'a> {
    /// As it should be written, without its trailing space.
    pub(crate) keyword: &'a str,
    /// The same word but for case and punctuation; else one letter differs.
    pub(crate) same: bool,
}

/// Shorter step keywords have too many neighbours that are common words.
const STEP_LETTERS: usize = 4;
const TITLE_LETTERS: usize = 5;

/// The step keyword at the start of the line, or almost.
pub(crate) fn step<'a>(text: &str, dialect: &'a Dialect) -> Option<Near<'a>> {
    let mut near = None;
    for written in step_words(dialect) {
        let keyword = written.trim_end_matches(is_space);
        let head = head(text, keyword);
        let same = if written.len() == keyword.len() {
            // A keyword that takes no space after it (Chinese, a French apostrophe).
            begins(text, keyword)
        } else {
            same(&head, keyword)
        };
        if same {
            return Some(Near { keyword, same: true });
        }
        if near.is_none() && differs_by_one(&head, keyword, STEP_LETTERS) {
            near = Some(Near { keyword, same: false });
        }
    }
    near
}

/// The title keyword before the line's first colon, or almost.
pub(crate) fn title<'a>(text: &str, dialect: &'a Dialect) -> Option<Near<'a>> {
    let head = text.split_once(':')?.0.trim_matches(is_space);
    let exact = dialect.titles().find(|keyword| *keyword == head);
    if let Some(keyword) = exact.or_else(|| dialect.titles().find(|keyword| same(head, keyword))) {
        return Some(Near { keyword, same: true });
    }
    let keyword = dialect.titles().find(|keyword| differs_by_one(head, keyword, TITLE_LETTERS))?;
    Some(Near { keyword, same: false })
}

/// As many words of the text as the keyword has, without the punctuation after them.
fn head(text: &str, keyword: &str) -> String {
    let count = keyword.split(is_space).count();
    let words: Vec<_> = text.split(is_space).filter(|word| !word.is_empty()).take(count).collect();
    let joined = words.join(" ");
    let end = joined.find([':', ',', ';']).unwrap_or(joined.len());
    joined[..end].trim_end_matches(['.', '…', '-', '–', '!', '?']).to_owned()
}

fn same(head: &str, keyword: &str) -> bool {
    head.to_lowercase() == keyword.to_lowercase()
}

fn begins(text: &str, keyword: &str) -> bool {
    let start: String = text.chars().take(keyword.chars().count()).collect();
    same(&start, keyword)
}

fn differs_by_one(head: &str, keyword: &str, letters: usize) -> bool {
    let (length, of_head) = (keyword.chars().count(), head.chars().count());
    // The lengths are compared first: the distance costs their product, and a line may be huge.
    length >= letters
        && of_head.abs_diff(length) <= 1
        && strsim::osa_distance(&head.to_lowercase(), &keyword.to_lowercase()) == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn estonian_steps_and_their_neighbours() {
        let et = Dialect::get("et").unwrap();
        let found = |text| step(text, &et).map(|near| (near.keyword, near.same));
        for (text, expected) in [
            ("kui ta tuleb", Some(("Kui", true))),
            ("Kui\u{A0}ta tuleb", Some(("Kui", true))),
            ("KUI: ta tuleb", Some(("Kui", true))),
            ("Kui", Some(("Kui", true))),
            ("Eeldades, et", Some(("Eeldades", true))),
            ("Eeldadse ta", Some(("Eeldades", false))),
            ("Eeldaes ta", Some(("Eeldades", false))),
            ("Sis on", Some(("Siis", false))),
            ("Kuu on täis", None),
            ("Jah", None),
            ("Õigused on", None),
            ("", None),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn estonian_titles_and_their_neighbours() {
        let et = Dialect::get("et").unwrap();
        let found = |text| title(text, &et).map(|near| (near.keyword, near.same));
        for (text, expected) in [
            ("stsenaarium: a", Some(("Stsenaarium", true))),
            ("Stsenaarium : a", Some(("Stsenaarium", true))),
            ("Stsenarium: a", Some(("Stsenaarium", false))),
            ("Juhtumid: a", Some(("Juhtumid", true))),
            ("Juhtumite haldus: a", None),
            ("Reegel ütleb", None),
            ("Näide: a", None),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn keywords_of_several_words_and_without_space() {
        let ht = Dialect::get("ht").unwrap();
        assert_eq!(step("le sa a li", &ht).map(|near| near.keyword), Some("Le sa a"));
        let fr = Dialect::get("fr").unwrap();
        let near = step("étant donné qu'il pleut", &fr);
        assert_eq!(near.map(|near| near.keyword), Some("Étant donné qu'"));
    }
}
