//! All known steps, and which of them a text is.

use std::{collections::BTreeMap, sync::Arc};

use cucumber::{World, codegen::WorldInventory};
use rakis_model::{Problems, Source, suggest};

use crate::{
    definition::{Definition, Parameter, registered},
    phrase,
};

/// All known steps, indexed by what their sentences begin with.
#[derive(Debug)]
pub struct Catalogue<W> {
    definitions: Vec<Definition<W>>,
    /// Literal beginnings, and the definitions that have them.
    prefixes: BTreeMap<String, Vec<usize>>,
    longest_prefix: usize,
}

/// What a text is.
pub(crate) enum Match<'c, W> {
    /// No known step.
    None,
    /// One.
    One(usize, &'c Definition<W>, Vec<(Option<String>, String)>),
    /// Several, which is an error.
    Several(Vec<&'c Definition<W>>),
}

impl<W: World + WorldInventory> Catalogue<W> {
    /// The registered Rust steps and the phrases of these files.
    pub fn new(parameters: &[Parameter], phrases: &[Arc<Source>], problems: &mut Problems) -> Self {
        let mut definitions = registered(parameters);
        for source in phrases {
            definitions.extend(phrase::read(source, parameters, problems));
        }
        Self::of(definitions)
    }
}

impl<W> Catalogue<W> {
    fn of(definitions: Vec<Definition<W>>) -> Self {
        let mut prefixes: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, definition) in definitions.iter().enumerate() {
            prefixes.entry(literal_prefix(definition.regex.as_str())).or_default().push(index);
        }
        let longest_prefix = prefixes.keys().map(String::len).max().unwrap_or(0);
        Self { definitions, prefixes, longest_prefix }
    }

    /// All definitions: Rust steps by place, then phrases.
    pub fn definitions(&self) -> &[Definition<W>] {
        &self.definitions
    }

    /// Which definitions a text is; only those whose literal beginning fits are tried.
    pub(crate) fn find(&self, text: &str) -> Match<'_, W> {
        let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        let mut found = Vec::new();
        for end in ends.take_while(|end| *end <= self.longest_prefix) {
            for &index in self.prefixes.get(&text[..end]).into_iter().flatten() {
                let definition = &self.definitions[index];
                if let Some(captures) = definition.matches(text) {
                    found.push((index, definition, captures));
                }
            }
        }
        match found.len() {
            0 => Match::None,
            1 => found
                .pop()
                .map_or(Match::None, |(index, one, captures)| Match::One(index, one, captures)),
            _ => Match::Several(found.into_iter().map(|(_, definition, _)| definition).collect()),
        }
    }

    /// The known sentences nearest to a text that is none, best first, at most three.
    ///
    /// Words in common weigh most: a specialist gets the words right and their form wrong.
    pub fn nearest(&self, text: &str) -> Vec<&Definition<W>> {
        let wanted = stems(text);
        let mut scored: Vec<(usize, &Definition<W>)> = self
            .definitions
            .iter()
            .map(|definition| {
                let known = stems(&definition.sentence);
                let common = wanted.iter().filter(|stem| known.contains(stem)).count();
                (common * 200 / (wanted.len() + known.len()).max(1), definition)
            })
            .filter(|(score, _)| *score >= 40)
            .collect();
        scored.sort_by_key(|(score, definition)| (std::cmp::Reverse(*score), &definition.sentence));
        if scored.is_empty() {
            let all = self.definitions.iter().map(|definition| definition.sentence.as_str());
            let near = suggest::nearest(text, all);
            return self
                .definitions
                .iter()
                .filter(|one| Some(one.sentence.as_str()) == near)
                .collect();
        }
        scored.into_iter().take(3).map(|(_, definition)| definition).collect()
    }
}

/// The beginnings of the words, quoted values and holes left out; Estonian endings vary.
fn stems(text: &str) -> Vec<String> {
    let mut outside = String::new();
    for (index, part) in text.split('"').enumerate() {
        if index % 2 == 0 {
            outside.push_str(part);
        }
    }
    outside
        .split(|c: char| !c.is_alphanumeric() && c != '{' && c != '}')
        .filter(|word| !word.is_empty() && !word.starts_with('{'))
        .map(|word| word.to_lowercase().chars().take(5).collect())
        .collect()
}

/// What every text that matches this regex begins with.
fn literal_prefix(regex: &str) -> String {
    let Some(body) = regex.strip_prefix('^') else { return String::new() };
    let mut prefix = String::new();
    for c in body.chars() {
        if matches!(c, '\\' | '(' | '[' | '{' | '.' | '|' | '$' | '^') {
            break;
        }
        if matches!(c, '?' | '*' | '+') {
            // The character before may be absent or repeated.
            prefix.pop();
            break;
        }
        prefix.push(c);
    }
    // A bar at the top level makes the beginning optional.
    if body.contains('|') && top_level_bar(body) { String::new() } else { prefix }
}

fn top_level_bar(body: &str) -> bool {
    let (mut depth, mut escaped) = (0_usize, false);
    for c in body.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            '|' if depth == 0 => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_literal_beginning_never_excludes_a_match() {
        for (regex, prefix) in [
            ("^asutus on (x)$", "asutus on "),
            ("^täna$", "täna"),
            ("^colou?r$", "colo"),
            ("^a|b$", ""),
            ("^(a|b) c$", ""),
            ("asutus", ""),
            (r"^\d+$", ""),
        ] {
            assert_eq!(literal_prefix(regex), prefix, "{regex}");
        }
    }
}
