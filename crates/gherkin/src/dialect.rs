//! The keywords of one language, from the official `languages.json`.

use std::{
    collections::BTreeMap,
    fmt,
    sync::{Arc, LazyLock, Mutex, PoisonError},
};

use rakis_model::messages::KeywordType;
use serde::{
    Deserialize, Deserializer as _,
    de::{IgnoredAny, MapAccess, Visitor},
};

/// Copied from the official Gherkin repository (`gherkin-languages.json`, MIT).
const LANGUAGES: &str = include_str!("../languages.json");

/// Dialects already read: a run usually needs one or two of the eighty.
static READ: LazyLock<Mutex<BTreeMap<String, Option<Arc<Dialect>>>>> =
    LazyLock::new(Mutex::default);

/// The keyword that fits any step.
pub(crate) const STAR: &str = "* ";

/// The keywords of one language.
#[derive(Debug)]
pub(crate) struct Dialect {
    /// Code, e.g. `et`.
    pub(crate) code: String,
    pub(crate) feature: Vec<String>,
    pub(crate) rule: Vec<String>,
    pub(crate) background: Vec<String>,
    /// Keywords of scenarios, then of outlines.
    pub(crate) scenario: Vec<String>,
    pub(crate) outline: Vec<String>,
    pub(crate) examples: Vec<String>,
    /// Step keywords with what they say, the longest first, so that a keyword which begins like
    /// another is found. Most carry their trailing space.
    pub(crate) steps: Vec<(String, KeywordType)>,
}

impl Dialect {
    /// The dialect of a language code, read once.
    pub(crate) fn get(code: &str) -> Option<Arc<Self>> {
        // A poisoned lock only means that another thread panicked; the map is whole.
        let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = read.get(code) {
            return known.clone();
        }
        let found = find(code).map(|raw| Arc::new(raw.into_dialect(code)));
        // Unknown codes are not remembered: they come from files and have no bound.
        if found.is_some() {
            read.insert(code.to_owned(), found.clone());
        }
        found
    }

    /// Every keyword that ends with a colon.
    pub(crate) fn titles(&self) -> impl Iterator<Item = &str> {
        [&self.feature, &self.rule, &self.background, &self.scenario, &self.outline, &self.examples]
            .into_iter()
            .flatten()
            .map(String::as_str)
    }
}

/// The code meant by a word that is no code: a name (`eesti keel`, `Estonian`), another case
/// (`ET`), a locale (`et-EE`).
pub(crate) fn suggest(word: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Names {
        name: String,
        native: String,
    }
    let all: BTreeMap<String, Names> = serde_json::from_str(LANGUAGES).unwrap_or_default();
    let word = word.to_lowercase();
    let primary = word.split(['-', '_']).next().unwrap_or_default();
    let named = |names: &Names| {
        let native = names.native.to_lowercase();
        names.name.to_lowercase() == word
            || native == word
            || native.split(' ').next() == Some(word.as_str())
    };
    all.iter()
        .find(|(code, names)| code.to_lowercase() == word || named(names))
        .or_else(|| all.iter().find(|(code, _)| *code == primary))
        .map(|(code, _)| code.clone())
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Raw {
    feature: Vec<String>,
    rule: Vec<String>,
    background: Vec<String>,
    scenario: Vec<String>,
    scenario_outline: Vec<String>,
    examples: Vec<String>,
    given: Vec<String>,
    when: Vec<String>,
    then: Vec<String>,
    and: Vec<String>,
    but: Vec<String>,
}

impl Raw {
    fn into_dialect(self, code: &str) -> Dialect {
        let mut steps: Vec<(String, KeywordType)> = Vec::new();
        let kinds = [
            (self.given, KeywordType::Context),
            (self.when, KeywordType::Action),
            (self.then, KeywordType::Outcome),
            (self.and, KeywordType::Conjunction),
            (self.but, KeywordType::Conjunction),
        ];
        for (keywords, kind) in kinds {
            for keyword in keywords {
                match steps.iter_mut().find(|(known, _)| *known == keyword) {
                    // A keyword of two kinds, like the star, says nothing.
                    Some((_, known)) if *known != kind => *known = KeywordType::Unknown,
                    Some(_) => {}
                    None => steps.push((keyword, kind)),
                }
            }
        }
        steps.sort_by_key(|(keyword, _)| std::cmp::Reverse(keyword.chars().count()));
        Dialect {
            code: code.to_owned(),
            feature: self.feature,
            rule: self.rule,
            background: self.background,
            scenario: self.scenario,
            outline: self.scenario_outline,
            examples: self.examples,
            steps,
        }
    }
}

/// Reads one language of the file and skips over the others.
struct One<'a>(&'a str);

impl<'de> Visitor<'de> for One<'_> {
    type Value = Option<Raw>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map of languages")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        while let Some(code) = map.next_key::<String>()? {
            if code == self.0 {
                found = Some(map.next_value()?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }
}

fn find(code: &str) -> Option<Raw> {
    // The file is a part of the program and a test reads every language of it.
    serde_json::Deserializer::from_str(LANGUAGES).deserialize_map(One(code)).ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_reads_with_its_longest_keywords_first() {
        let all: BTreeMap<String, IgnoredAny> = serde_json::from_str(LANGUAGES).unwrap();
        assert!(all.len() >= 80, "{}", all.len());
        for code in all.keys() {
            let dialect = Dialect::get(code).unwrap_or_else(|| panic!("{code}"));
            assert!(dialect.titles().count() >= 6, "{code}");
            let lengths: Vec<_> = dialect.steps.iter().map(|(k, _)| k.chars().count()).collect();
            assert!(lengths.is_sorted_by(|a, b| a >= b), "{code}");
            // Some joke dialects have no star.
            let star = dialect.steps.iter().find(|(keyword, _)| keyword == STAR);
            assert!(star.is_none_or(|(_, kind)| *kind == KeywordType::Unknown), "{code}");
        }
        assert!(Dialect::get("ET").is_none() && Dialect::get("").is_none());
    }

    #[test]
    fn a_name_or_locale_finds_its_code() {
        for (word, code) in [
            ("ET", Some("et")),
            ("eesti", Some("et")),
            ("Estonian", Some("et")),
            ("et-EE", Some("et")),
            ("en_us", Some("en")),
            ("zz", None),
            ("", None),
        ] {
            assert_eq!(suggest(word).as_deref(), code, "{word}");
        }
    }
}
