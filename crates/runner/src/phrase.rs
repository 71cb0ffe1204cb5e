//! Phrases: steps made of other steps, written in YAML without any Rust.
//!
//! ```yaml
//! fraasid:
//!   asutuses töötab isik, kellel on roll {string}:
//!     - asutuses töötab isik
//!     - isikule taotletakse rolli {1}
//! ```

use std::sync::Arc;

use rakis_model::{
    Diagnostic, Message, Problems, Source,
    yaml::{Cursor, Document, Key},
};
use regex::Regex;

use crate::definition::{Body, Definition, Parameter};

const KEYS: &[Key] = &[Key::new("fraasid", "phrases")];

/// Holes every phrase may use besides the project's own.
const BUILT_IN: [(&str, &str); 3] =
    [("string", r#""[^"]*""#), ("int", r"-?\d+"), ("word", r"[^\s]+")];

/// Reads one file of phrases.
pub(crate) fn read<W>(
    source: &Arc<Source>,
    parameters: &[Parameter],
    problems: &mut Problems,
) -> Vec<Definition<W>> {
    let Some(document) = problems.note(Document::parse(Arc::clone(source))) else {
        return Vec::new();
    };
    let Some(fields) = document.root().map(KEYS, problems) else { return Vec::new() };
    let Some(phrases) = fields.required("fraasid", problems) else { return Vec::new() };
    let entries = phrases.entries(problems);
    entries
        .into_iter()
        .filter_map(|(sentence, cursor)| phrase(sentence, &cursor, parameters, problems))
        .collect()
}

fn phrase<W>(
    sentence: &str,
    cursor: &Cursor<'_>,
    parameters: &[Parameter],
    problems: &mut Problems,
) -> Option<Definition<W>> {
    let place = cursor.key_place();
    let (regex, samples) = match pattern(sentence, parameters) {
        Ok(pattern) => pattern,
        Err(message) => {
            problems.push(Diagnostic::error(message).at(place));
            return None;
        }
    };
    let holes = samples.len();
    let items = cursor.list(problems);
    if items.is_empty() {
        problems.push(Diagnostic::error(Message::new("plan-phrase-empty")).at(place.clone()));
    }
    let mut sentences = Vec::new();
    for item in &items {
        let Some(text) = item.text(problems) else { continue };
        if let Some(number) = numbers(&text).find(|number| *number == 0 || *number > holes) {
            problems.push(item.error(
                Message::new("plan-phrase-hole").with("number", number).with("holes", holes),
            ));
        }
        sentences.push(text);
    }
    Some(Definition {
        sentence: sentence.to_owned(),
        file: place.source.name.clone(),
        line: place.line_column().0,
        place: Some(place),
        regex,
        body: Body::Phrase { parts: sentences.into(), samples: samples.into() },
    })
}

/// Values of every sort a hole may take; a phrase is tried with the first that fits.
const SAMPLES: [&str; 7] = ["\"x\"", "1", "31.12.2026", "09:00", "1,00 €", "60001019906", "x"];

/// The regex of a sentence with holes, one group a hole, and a sample value for each hole.
fn pattern(sentence: &str, parameters: &[Parameter]) -> Result<(Regex, Vec<String>), Message> {
    let mut regex = String::from("^");
    let mut samples = Vec::new();
    let mut rest = sentence;
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}').map(|at| open + at) else { break };
        let name = &rest[open + 1..close];
        let own = parameters.iter().find(|own| own.name == name).map(|own| own.regex);
        let built_in = BUILT_IN.iter().find(|(known, _)| *known == name).map(|(_, regex)| *regex);
        let hole = own
            .or(built_in)
            .ok_or_else(|| Message::new("plan-phrase-parameter").with("name", name))?;
        regex.push_str(&regex::escape(&rest[..open]));
        let whole = Regex::new(&format!("^(?:{hole})$"));
        let fits = |sample: &&str| whole.as_ref().is_ok_and(|whole| whole.is_match(sample));
        samples.push(SAMPLES.into_iter().find(fits).unwrap_or_default().to_owned());
        let holes = samples.len();
        // Groups inside a parameter's own regex are not holes: only ours carry this name.
        regex.push_str(&format!("(?P<hole{holes}>{})", hole.replace("(?P<", "(?P<inner")));
        rest = &rest[close + 1..];
    }
    regex.push_str(&regex::escape(rest));
    regex.push('$');
    let regex = Regex::new(&regex)
        .map_err(|error| Message::new("plan-phrase-pattern").with("reason", error))?;
    Ok((regex, samples))
}

/// The numbers of the holes a sentence uses.
fn numbers(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.split('{').skip(1).filter_map(|part| part.split_once('}')?.0.parse().ok())
}

/// A sentence of a phrase with the holes of the whole filled in.
pub(crate) fn fill(template: &str, captures: &[(Option<String>, String)]) -> String {
    let holes = captures.iter().filter_map(|(name, value)| {
        name.as_deref()?.strip_prefix("hole")?.parse::<usize>().ok().map(|n| (n, value))
    });
    // Later holes first, so that a value that looks like a hole is not filled again.
    let mut filled = template.to_owned();
    let mut places: Vec<(usize, usize, &String)> = Vec::new();
    for (number, value) in holes {
        let hole = format!("{{{number}}}");
        places.extend(template.match_indices(&hole).map(|(at, _)| (at, hole.len(), value)));
    }
    places.sort_by_key(|(at, _, _)| std::cmp::Reverse(*at));
    for (at, length, value) in places {
        filled.replace_range(at..at + length, value);
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrases(text: &str) -> (Vec<Definition<()>>, Vec<String>) {
        let mut problems = Problems::new();
        let own = [Parameter { name: "isik", regex: r#""[^"]+""# }];
        let found = read(&Source::new("f.yaml", text), &own, &mut problems);
        let told = problems.into_sorted().into_iter().map(|one| {
            format!(
                "{} {}",
                one.place.map(|place| place.to_string()).unwrap_or_default(),
                one.message.key
            )
        });
        (found, told.collect())
    }

    #[test]
    fn holes_are_filled_as_written() {
        let (found, told) = phrases(
            "fraasid:\n  '{isik} saab rolli {string} {int} korda':\n    - annan {2} isikule {1}\n    - kordan {3} korda {1}\n",
        );
        assert_eq!(told, Vec::<String>::new());
        let captures =
            found[0].matches("\"Õie {1}\" saab rolli \"a, b\" 3 korda").expect("it matches");
        assert_eq!(fill("annan {2} isikule {1}", &captures), "annan \"a, b\" isikule \"Õie {1}\"");
        assert!(found[0].matches("\"Õie\" saab rolli \"a\" kolm korda").is_none());
    }

    #[test]
    fn wrong_phrases_are_told_with_their_places() {
        let (_, told) = phrases(
            "fraasid:\n  a {tundmatu}:\n    - b\n  c {int}:\n    - d {2}\n  e: []\n  f: tekst\n",
        );
        assert_eq!(
            told,
            [
                "f.yaml:2:3 plan-phrase-parameter",
                "f.yaml:5:7 plan-phrase-hole",
                "f.yaml:6:3 plan-phrase-empty",
                "f.yaml:7:3 plan-phrase-empty",
                "f.yaml:7:6 yaml-not-a-list",
            ]
        );
    }
}
