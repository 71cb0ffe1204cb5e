//! Both languages know every key this crate uses.

use std::{collections::BTreeSet, fs, path::Path};

fn keys(text: &str) -> BTreeSet<&str> {
    let lines = text.lines().filter(|line| !line.starts_with(['#', ' ']));
    lines.filter_map(|line| line.split_once(" = ")).map(|(key, _)| key).collect()
}

/// All sources without their tests, which name keys only to look at them.
fn sources(folder: &Path, out: &mut String) {
    for file in fs::read_dir(folder).expect("the sources are there") {
        let path = file.expect("an entry").path();
        if path.is_dir() {
            sources(&path, out);
        } else {
            let text = fs::read_to_string(&path).expect("a source is UTF-8");
            out.push_str(text.split("#[cfg(test)]").next().unwrap_or_default());
        }
    }
}

#[test]
fn both_languages_know_every_key_used() {
    let words = rakis_compare::WORDS;
    assert_eq!(keys(words.et), keys(words.en));
    let mut text = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut text);
    let is_key = |text: &&str| {
        let letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        text.starts_with("compare-") && text.chars().all(letter)
    };
    let used: BTreeSet<&str> = text.split('"').filter(is_key).collect();
    assert_eq!(used, keys(words.et));
}
