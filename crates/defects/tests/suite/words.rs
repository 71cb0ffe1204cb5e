//! Both languages say the same things, and everything the register says is there.

use std::{collections::BTreeSet, fs, path::Path};

fn keys(text: &str) -> BTreeSet<String> {
    let lines = text.lines().filter(|line| line.starts_with("register-"));
    lines.filter_map(|line| line.split_once(" =")).map(|(key, _)| key.to_owned()).collect()
}

fn spoken(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            spoken(&path, found);
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let quoted = text.split('"').filter(|one| one.starts_with("register-"));
        found.extend(quoted.map(str::to_owned));
    }
}

#[test]
fn every_key_is_in_both_languages_and_used() {
    let et = keys(rakis_defects::WORDS.et);
    assert_eq!(et, keys(rakis_defects::WORDS.en));
    let mut used = BTreeSet::new();
    spoken(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut used);
    assert_eq!(used, et);
}
