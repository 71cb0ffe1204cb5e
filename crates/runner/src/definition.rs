//! A known step: its sentence, how a text matches it, and what it does.

use std::sync::Arc;

use cucumber::{
    World,
    codegen::{StepConstructor, WorldInventory, inventory},
    step,
};
use rakis_model::Place;
use regex::Regex;

/// A typed hole of a sentence: `{isik}`, `{int}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Name without braces.
    pub name: &'static str,
    /// What it matches.
    pub regex: &'static str,
}

/// What a step does.
pub(crate) enum Body<W> {
    /// A Rust function.
    Native(step::Step<W>),
    /// Other sentences, written in YAML; `{1}` is the first hole as written.
    Phrase {
        /// The sentences.
        parts: Arc<[String]>,
        /// A value for each hole, to try the parts with.
        samples: Arc<[String]>,
    },
}

impl<W> Clone for Body<W> {
    fn clone(&self) -> Self {
        match self {
            Self::Native(function) => Self::Native(*function),
            Self::Phrase { parts, samples } => {
                Self::Phrase { parts: Arc::clone(parts), samples: Arc::clone(samples) }
            }
        }
    }
}

/// A known step.
pub struct Definition<W> {
    /// The sentence as people write it, holes by name: `asutus on {string}`.
    pub sentence: String,
    /// Where it is defined: file and line.
    pub file: String,
    /// Line from 1.
    pub line: usize,
    /// For a phrase: its place, so that its own sentences can be pointed at.
    pub place: Option<Place>,
    pub(crate) regex: Regex,
    pub(crate) body: Body<W>,
}

impl<W> std::fmt::Debug for Definition<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({}:{})", self.sentence, self.file, self.line)
    }
}

impl<W> Definition<W> {
    /// Is it a phrase, made of other steps?
    pub const fn is_phrase(&self) -> bool {
        matches!(self.body, Body::Phrase { .. })
    }

    /// Which group of the regex holds the value of this hole, the first of its name; the whole
    /// text is group 0.
    pub(crate) fn group_of(&self, hole: &str) -> Option<usize> {
        let (before, _) = self.sentence.split_once(&format!("{{{hole}}}"))?;
        let groups = |name: &str| if name.starts_with("string}") { 2 } else { 1 };
        Some(1 + before.split('{').skip(1).map(groups).sum::<usize>())
    }

    /// The captured values when `text` is this sentence: the whole text first, then the groups,
    /// as the functions made by cucumber's macros want them.
    pub(crate) fn matches(&self, text: &str) -> Option<Vec<(Option<String>, String)>> {
        let captures = self.regex.captures(text)?;
        let names = self.regex.capture_names().map(|name| name.map(str::to_owned));
        let values = captures.iter().map(|group| group.map_or("", |g| g.as_str()).to_owned());
        Some(names.zip(values).collect())
    }
}

/// All definitions the macros registered, whatever their keyword, in the order of their places.
pub(crate) fn registered<W: World + WorldInventory>(
    parameters: &[Parameter],
) -> Vec<Definition<W>> {
    let given = inventory::iter::<W::Given>.into_iter().map(StepConstructor::inner);
    let when = inventory::iter::<W::When>.into_iter().map(StepConstructor::inner);
    let then = inventory::iter::<W::Then>.into_iter().map(StepConstructor::inner);
    let known = expansions(parameters);
    let mut definitions: Vec<Definition<W>> = given
        .chain(when)
        .chain(then)
        .map(|(location, regex, function)| {
            let regex = regex();
            Definition {
                sentence: sentence(regex.as_str(), &known),
                file: location.path.to_owned(),
                line: location.line as usize,
                place: None,
                regex,
                body: Body::Native(function),
            }
        })
        .collect();
    definitions.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    definitions
}

/// What each hole becomes in a regex made from a Cucumber Expression.
///
/// The macros keep the regex and drop the expression, so the sentence is read back from it.
fn expansions(parameters: &[Parameter]) -> Vec<(String, String)> {
    let built_in = [
        (
            "{string}",
            r#"(?:"(?P<__#_0>[^"\\]*(?:\\.[^"\\]*)*)"|'(?P<__#_1>[^'\\]*(?:\\.[^'\\]*)*)')"#,
        ),
        ("{int}", r"((?:-?\d+)|(?:\d+))"),
        ("{word}", r"([^\s]+)"),
        ("{}", "(.*)"),
    ];
    let own =
        parameters.iter().map(|own| (format!("{{{}}}", own.name), format!("({})", own.regex)));
    let built_in = built_in.into_iter().map(|(name, regex)| (name.to_owned(), regex.to_owned()));
    let mut known: Vec<_> = own.chain(built_in).collect();
    known.sort_by_key(|(_, regex)| std::cmp::Reverse(regex.len()));
    known
}

/// The sentence behind a regex: `^asutus on (?:"(…)…)$` → `asutus on {string}`.
fn sentence(regex: &str, known: &[(String, String)]) -> String {
    let mut text = regex.trim_start_matches('^').trim_end_matches('$').to_owned();
    for hole in 0..20 {
        text = text.replace(&format!("(?P<__{hole}_"), "(?P<__#_");
    }
    for (name, expansion) in known {
        text = text.replace(expansion.as_str(), name);
        // The macros number the groups of an own parameter; the numbers say nothing to people.
        let with_inner_groups = expansion.replace("(?P<__0_", "(?P<__#_");
        text = text.replace(&with_inner_groups, name);
    }
    unescape(&text)
}

fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => plain.extend(chars.next()),
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_read_back_from_its_regex() {
        let parameters = [Parameter { name: "kuupaev", regex: r"\d{1,2}\.\d{1,2}\.\d{4}" }];
        let known = expansions(&parameters);
        let regex = cucumber::codegen::Expression::regex("asutus on {string} ja {int} \\(uus\\)")
            .expect("a valid expression");
        assert_eq!(sentence(regex.as_str(), &known), "asutus on {string} ja {int} (uus)");
        assert_eq!(sentence(r"^täna on (\d{1,2}\.\d{1,2}\.\d{4})$", &known), "täna on {kuupaev}");
    }
}
