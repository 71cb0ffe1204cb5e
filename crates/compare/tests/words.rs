//! Both languages know every key this crate uses.

use std::collections::BTreeSet;

fn keys(text: &str) -> BTreeSet<&str> {
    let lines = text.lines().filter(|line| !line.starts_with(['#', ' ']));
    lines.filter_map(|line| line.split_once(" = ")).map(|(key, _)| key).collect()
}

#[test]
fn both_languages_know_every_key_used() {
    let words = rakis_compare::WORDS;
    assert_eq!(keys(words.et), keys(words.en));
    let sources =
        [include_str!("../src/table.rs"), include_str!("../src/table_compare.rs")].concat();
    let used: BTreeSet<&str> =
        sources.split('"').filter(|text| text.starts_with("compare-")).collect();
    assert_eq!(used, keys(words.et));
}
