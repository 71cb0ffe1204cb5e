//! Every word the reports ask for is there, in both languages, and none is there for nothing.

#![expect(clippy::unwrap_used, reason = "what reads the sources fails by panicking")]

use std::{collections::BTreeSet, fs, path::Path};

use rakis_model::{
    Message,
    record::DefectEffect,
    words::{Language, Words},
};
use rakis_report::WORDS;

/// The keys `report-…` in the sources and templates.
fn asked(folder: &Path, keys: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            asked(&path, keys);
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for rest in text.split("\"report-").skip(1) {
            let end = rest.find(|char: char| !char.is_ascii_lowercase() && char != '-');
            keys.insert(format!("report-{}", &rest[..end.unwrap_or(rest.len())]));
        }
    }
}

#[test]
fn every_word_asked_for_is_there_and_none_is_left_over() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut keys = BTreeSet::new();
    asked(&root.join("src"), &mut keys);
    asked(&root.join("templates"), &mut keys);
    assert!(keys.len() > 100, "the sources were read");
    for text in [WORDS.et, WORDS.en] {
        let lines = text.lines().filter_map(|line| line.split_once(" ="));
        let known: BTreeSet<String> =
            lines.map(|(key, _)| key.to_owned()).filter(|key| key.starts_with("report-")).collect();
        let missing: Vec<_> = keys.difference(&known).collect();
        let unused: Vec<_> = known.difference(&keys).collect();
        assert!(missing.is_empty() && unused.is_empty(), "{missing:?} {unused:?}");
    }
}

#[test]
fn every_effect_has_a_name_of_its_own() {
    use DefectEffect as E;
    let all = [
        E::Opened,
        E::Seen,
        E::Known,
        E::NotCovered,
        E::WaiverExpired,
        E::Reopened,
        E::OlderBuild,
        E::Masked,
        E::RetestPassed,
        E::Closed,
        E::UnexpectedPass,
    ];
    for language in [Language::Et, Language::En] {
        let words = Words::new(language, &[rakis_model::WORDS]);
        let names: BTreeSet<String> = all
            .iter()
            .map(|effect| {
                words.find(&Message::new(effect.key())).unwrap_or_else(|| panic!("{effect:?}"))
            })
            .collect();
        assert_eq!(names.len(), all.len(), "{names:?}");
    }
}
