//! Every sentence for people is there in both languages.

use std::{collections::BTreeSet, fs, path::Path};

use rakis_steps::WORDS;
use regex::Regex;

use crate::support::path;

#[test]
fn both_languages_have_every_key_that_is_used_and_no_other() {
    let key = Regex::new(r"(?m)^(step-[a-z-]+) = (.+)$").unwrap();
    let keys = |text: &str| -> BTreeSet<String> {
        key.captures_iter(text).map(|found| found[1].to_owned()).collect()
    };
    let used = used(&path("steps/src"));
    assert_eq!(keys(WORDS.et), used);
    assert_eq!(keys(WORDS.en), used);
}

fn used(folder: &Path) -> BTreeSet<String> {
    let key = Regex::new(r#""(step-[a-z-]+)""#).unwrap();
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(used(&path));
        } else {
            let text = fs::read_to_string(&path).unwrap();
            found.extend(key.captures_iter(&text).map(|found| found[1].to_owned()));
        }
    }
    found
}
