//! Both languages say the same things, and everything that register and procedure say is there.

use std::{collections::BTreeSet, fs, path::Path};

/// What the keys of this crate begin with.
const OWN: [&str; 2] = ["register-", "procedure-"];

fn keys(text: &str) -> BTreeSet<String> {
    let lines = text.lines().filter(|line| OWN.iter().any(|own| line.starts_with(own)));
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
        let own = |text: &&str| OWN.iter().any(|own| text.starts_with(own));
        let quoted = text.split('"').filter(own);
        found.extend(quoted.map(str::to_owned));
    }
}

#[test]
fn every_key_is_in_both_languages_and_used() {
    let et = keys(rakis_defects::WORDS.et);
    assert_eq!(et, keys(rakis_defects::WORDS.en));
    let mut used = BTreeSet::new();
    spoken(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut used);
    assert!(used.len() > 100, "{used:?}");
    assert_eq!(used, et);
}
