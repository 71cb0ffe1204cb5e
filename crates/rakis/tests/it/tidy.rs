//! The tree holds to its plan: allowed arrows, file sizes, module heads, words, the map.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    process::Command,
};

/// Which room may see which; what is not here is forbidden (ARCHITECTURE.md draws it).
const ARROWS: &[(&str, &[&str])] = &[
    ("rakis-model", &[]),
    ("rakis-reference-system", &[]),
    ("rakis-gherkin", &["rakis-model"]),
    ("rakis-environment", &["rakis-model"]),
    ("rakis-compare", &["rakis-model"]),
    ("rakis-control", &["rakis-model"]),
    ("rakis-defects", &["rakis-model"]),
    ("rakis-report", &["rakis-model"]),
    ("rakis-spec", &["rakis-model", "rakis-gherkin"]),
    ("rakis-runner", &["rakis-model", "rakis-gherkin"]),
    ("rakis-steps", &["rakis-model", "rakis-environment", "rakis-compare", "rakis-control"]),
    (
        "rakis",
        &[
            "rakis-model",
            "rakis-gherkin",
            "rakis-environment",
            "rakis-compare",
            "rakis-control",
            "rakis-defects",
            "rakis-report",
            "rakis-spec",
            "rakis-runner",
            "rakis-reference-system",
            "rakis-steps",
        ],
    ),
];

/// A file longer than this before its tests hides something.
const LONGEST_FILE: usize = 500;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .expect("the workspace is there")
}

fn rust_files() -> Vec<PathBuf> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() && path.file_name().is_some_and(|name| name != "target") {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join("crates"), &mut found);
    walk(&root().join("steps"), &mut found);
    assert!(found.len() > 50, "the tree was not found");
    found.sort();
    found
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

#[test]
fn rooms_see_only_what_the_table_allows() {
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    let metadata: serde_json::Value =
        serde_json::from_slice(&metadata.stdout).expect("cargo metadata is JSON");
    let allowed: BTreeMap<&str, BTreeSet<&str>> =
        ARROWS.iter().map(|(room, sees)| (*room, sees.iter().copied().collect())).collect();
    let packages = metadata["packages"].as_array().expect("packages");
    assert_eq!(packages.len(), ARROWS.len(), "every crate stands in the table");
    for package in packages {
        let room = package["name"].as_str().expect("a name");
        let sees: BTreeSet<&str> = package["dependencies"]
            .as_array()
            .expect("dependencies")
            .iter()
            .filter(|dependency| dependency["kind"].is_null() && dependency["path"].is_string())
            .filter_map(|dependency| dependency["name"].as_str())
            .collect();
        assert_eq!(Some(&sees), allowed.get(room), "{room}: the arrows differ from the table");
    }
}

#[test]
fn files_say_what_they_are_for_and_stay_short() {
    let mut wrong = Vec::new();
    for path in rust_files() {
        let text = std::fs::read_to_string(&path).expect("a readable file");
        if !text.starts_with("//! ") {
            wrong.push(format!("{}: no `//!` head", shown(&path)));
        }
        let lines = code(&text).lines().count();
        if lines > LONGEST_FILE {
            wrong.push(format!("{}: {lines} lines", shown(&path)));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn the_map_names_every_room_and_no_other() {
    let map = std::fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let mut rooms: Vec<String> = std::fs::read_dir(root().join("crates"))
        .expect("crates")
        .flatten()
        .map(|entry| format!("crates/{}", entry.file_name().to_string_lossy()))
        .collect();
    rooms.push("steps".to_owned());
    for room in &rooms {
        assert!(map.contains(&format!("`{room}`")), "ARCHITECTURE.md does not name {room}");
    }
    for named in map.split('`').filter(|word| word.starts_with("crates/")) {
        let folder = named.trim_end_matches('/');
        assert!(root().join(folder).exists(), "ARCHITECTURE.md names {named}, which is not there");
    }
}

#[test]
fn both_languages_have_the_same_words() {
    for texts in rakis::ALL_WORDS {
        assert_eq!(keys(texts.et), keys(texts.en));
    }
}

/// Fluent takes a line that begins with one of these signs, outside a choice, for the end of the text, and drops it
/// and what follows.
#[test]
fn no_line_of_a_text_is_lost() {
    let mut lost = Vec::new();
    for text in rakis::ALL_WORDS.iter().flat_map(|texts| [texts.et, texts.en]) {
        let mut in_choice = false;
        for line in text.lines() {
            let begins =
                |signs: &[char]| line.starts_with(' ') && line.trim_start().starts_with(signs);
            if begins(&['[', '*', '.']) && !in_choice {
                lost.push(line);
            }
            in_choice = (in_choice || line.ends_with("->")) && !begins(&['}']);
        }
    }
    assert_eq!(lost, Vec::<&str>::new(), "begin these lines with another word");
}

#[test]
fn every_word_used_is_there_and_every_word_there_is_used() {
    let known: BTreeSet<String> =
        rakis::ALL_WORDS.iter().flat_map(|texts| keys(texts.et)).collect();
    let prefixes = [
        "cli", "plan", "run", "yaml", "source", "spec", "gherkin", "env", "compare", "control",
        "step", "report", "outcome", "exit", "failure", "date", "record", "did-you",
    ];
    let mut used = BTreeSet::new();
    let mut unknown = BTreeSet::new();
    for path in rust_files().into_iter().chain(templates()) {
        let text = std::fs::read_to_string(&path).expect("a readable file");
        for word in text.split('"') {
            let is_key = word.contains('-')
                && prefixes.iter().any(|prefix| {
                    word.strip_prefix(prefix).is_some_and(|rest| rest.starts_with('-'))
                })
                && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            if known.contains(word) {
                used.insert(word.to_owned());
            } else if is_key && code(&text).contains(&format!("new(\"{word}\")")) {
                unknown.insert(format!("{}: {word}", shown(&path)));
            }
        }
    }
    assert_eq!(unknown, BTreeSet::new(), "keys without words");
    // Help texts are looked up by the names of commands and arguments, areas by their folders.
    let looked_up = ["cli-about", "cli-arg", "cli-more", "cli-value", "area-"];
    let unused: Vec<&String> = known
        .iter()
        .filter(|key| !used.contains(*key) && !looked_up.iter().any(|start| key.starts_with(start)))
        .collect();
    assert_eq!(unused, Vec::<&String>::new(), "words nobody uses");
}

/// A file without its unit tests.
fn code(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests").next().unwrap_or(text)
}

fn templates() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![root().join("crates/report")];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "html" || ending == "js") {
                found.push(path);
            }
        }
    }
    found
}

fn keys(text: &str) -> BTreeSet<String> {
    text.lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key.to_owned())
        .collect()
}
