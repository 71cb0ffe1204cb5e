//! Both languages know every key this crate uses, and every sentence gets what it asks for.

use std::{collections::BTreeSet, path::Path};

use rakis_environment::WORDS;
use rakis_model::{
    Message,
    words::{Language, Words},
};

fn keys(text: &str) -> BTreeSet<&str> {
    let lines = text.lines().filter(|line| !line.starts_with(['#', ' ']));
    lines.filter_map(|line| line.split_once(" = ")).map(|(key, _)| key).collect()
}

fn read(folder: &Path, sources: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => read(&path, sources),
            false => sources.push_str(&std::fs::read_to_string(path).unwrap()),
        }
    }
}

#[test]
fn both_languages_know_every_key_used() {
    assert_eq!(keys(WORDS.et), keys(WORDS.en));
    let mut sources = String::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut sources);
    let used: BTreeSet<&str> =
        sources.split('"').filter(|text| text.starts_with("env-") && !text.contains(' ')).collect();
    assert_eq!(used, keys(WORDS.et));
}

#[test]
fn braces_are_written_as_people_type_them() {
    for language in [Language::Et, Language::En] {
        let words = Words::new(language, &[WORDS]);
        for key in keys(WORDS.et) {
            let text = words.text(&Message::new("x").with("n", key));
            assert!(text.contains(key));
        }
        let hint = words.word("env-placeholder-hint");
        assert!(hint.contains("{{") && hint.contains(":N") && !hint.contains("\"{\""), "{hint}");
        let hint = words.text(&Message::new("env-secret-undeclared-hint").with("name", "VÕTI"));
        assert!(hint.contains("{ VÕTI: { muutuja:"), "{hint}");
    }
}
