//! Procedures that do not hold together, one file each: what is told, and where.
//!
//! A file holds only the parts that differ from `data/small.yaml`; the others are added behind, so
//! that places are those of the file. Its last lines tell what is expected: key, place, the text
//! pointed at, keys of the hints. `UPDATE=1` writes them anew.

use std::{
    fs,
    path::{Path, PathBuf},
};

use rakis_defects::Procedure;
use rakis_model::{
    Diagnostic, Message, Problems, Source,
    words::{Language, Words},
};

use crate::common::{sound, update};

const EXPECTED: &str = "# => ";

fn data() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/procedure/data")
}

fn small() -> String {
    fs::read_to_string(data().join("small.yaml")).unwrap()
}

/// The name of a part, when the line begins one.
fn part(line: &str) -> Option<&str> {
    let begins = !line.starts_with([' ', '#', '-', ']', '}']);
    line.split_once(':').map(|(name, _)| name).filter(|_| begins)
}

/// The file, and of the small procedure all parts the file does not have.
fn completed(faulty: &str) -> String {
    let own: Vec<&str> = faulty.lines().filter_map(part).collect();
    let mut text = faulty.to_owned();
    let mut wanted = false;
    for line in small().lines() {
        if let Some(name) = part(line) {
            wanted = !own.contains(&name);
        }
        if wanted {
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

/// One line: key and its arguments, place, the text pointed at, keys of the hints.
fn told(one: &Diagnostic) -> String {
    let place = one.place.as_ref().unwrap();
    let (line, column) = place.line_column();
    let values = one.message.args.iter().filter(|(name, _)| name != "reason");
    let values: Vec<&str> = values.map(|(_, value)| value.as_str()).collect();
    let mut text = format!("{} [{}] {line}:{column}", one.message.key, values.join("; "));
    text.push_str(&format!(" `{}`", &place.source.text[place.span.clone()]));
    if let Some((related, _)) = &one.related {
        text.push_str(&format!(" ~ {}:{}", related.line_column().0, related.line_column().1));
    }
    for hint in &one.hints {
        let word = hint.args.iter().find(|(name, _)| name == "word");
        text.push_str(&format!(" ({})", word.map_or(hint.key.as_ref(), |(_, word)| word)));
    }
    text
}

/// Everything said has words in both languages, with every argument in its place.
fn is_said_in_both_languages(one: &Diagnostic) {
    for language in [Language::Et, Language::En] {
        let words = Words::new(language, &[rakis_model::WORDS, rakis_defects::WORDS]);
        let related = one.related.iter().map(|(_, label)| label);
        for message in [&one.message].into_iter().chain(related).chain(&one.hints) {
            is_said(message, &words);
        }
    }
}

fn is_said(message: &Message, words: &Words) {
    let text = words.find(message).unwrap_or_else(|| panic!("no words for {message:?}"));
    assert!(!text.contains("{$"), "{text}");
}

fn check(path: &Path) {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let text = fs::read_to_string(path).unwrap();
    let (faulty, expected): (Vec<&str>, Vec<&str>) =
        text.lines().partition(|line| !line.starts_with(EXPECTED));
    let faulty: String = faulty.iter().map(|line| format!("{line}\n")).collect();
    let alone = matches!(name.as_str(), "empty.yaml" | "malformed.yaml");
    let source = Source::new("p", if alone { faulty.clone() } else { completed(&faulty) });

    let mut problems = Problems::new();
    assert_eq!(Procedure::read(source, &mut problems), None, "{name}");
    assert!(problems.any_error(), "{name}");
    problems.iter().for_each(is_said_in_both_languages);
    let found: Vec<String> = problems.into_sorted().iter().map(told).collect();
    if update() {
        let lines: String = found.iter().map(|line| format!("{EXPECTED}{line}\n")).collect();
        fs::write(path, format!("{faulty}{lines}")).unwrap();
        return;
    }
    let expected: Vec<&str> =
        expected.iter().map(|line| line.trim_start_matches(EXPECTED)).collect();
    assert_eq!(found, expected, "{name}");
}

#[test]
fn every_fault_is_told_with_its_place_and_gives_no_procedure() {
    let mut files: Vec<PathBuf> =
        fs::read_dir(data().join("faults")).unwrap().map(|one| one.unwrap().path()).collect();
    files.sort();
    assert!(files.len() > 30, "the folder was not found");
    files.iter().for_each(|path| check(path));
}

#[test]
fn what_the_faults_differ_from_is_sound() {
    let procedure = sound(Source::new("p", small()));
    assert_eq!(procedure.title, "Väike kord");
    assert_eq!(procedure.revision, 3);
    assert_eq!(completed(""), small());
}
