//! Every sentence is there, in both languages, and none is left over.

use std::{collections::BTreeSet, fs, path::Path};

use rakis_gherkin::WORDS;

fn keys(text: &str) -> BTreeSet<&str> {
    text.lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(key, _)| key)
        .filter(|key| !key.starts_with('#'))
        .collect()
}

fn used(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            used(&path, found);
        } else {
            let text = fs::read_to_string(&path).unwrap();
            let quoted = text.split('"').filter(|word| word.starts_with("gherkin-"));
            found.extend(quoted.map(str::to_owned));
        }
    }
}

#[test]
fn both_languages_have_the_keys_the_source_uses() {
    let mut source = BTreeSet::new();
    used(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut source);
    let source: BTreeSet<_> = source.iter().map(String::as_str).collect();
    assert!(source.len() > 30);
    assert_eq!(keys(WORDS.et), source);
    assert_eq!(keys(WORDS.en), source);
}

#[test]
fn both_languages_use_the_same_arguments() {
    let arguments = |text: &'static str| -> Vec<BTreeSet<&str>> {
        let of = |line: &'static str| line.split("{ $").skip(1).filter_map(|a| a.split(' ').next());
        text.lines().filter(|line| line.contains(" = ")).map(|line| of(line).collect()).collect()
    };
    assert_eq!(arguments(WORDS.et), arguments(WORDS.en));
}
