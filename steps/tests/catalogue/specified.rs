//! Every step of every specification is one sentence, and every phrase is used.

use std::collections::BTreeSet;

use regex::Regex;
use serde_yaml::Value;

use crate::support::{definitions, phrases, text, yaml};

const SPECIFICATIONS: [&str; 4] = [
    "specs/rights/star-kasutajaoigused.yaml",
    "specs/rights/skais-kasutajaoigused.yaml",
    "specs/classifiers/star-klassifikaatorid.yaml",
    "specs/classifiers/skais-klassifikaatorid.yaml",
];

#[test]
fn every_step_of_the_specifications_is_exactly_one_sentence() {
    let (definitions, phrases) = (definitions(), phrases());
    let mut used = BTreeSet::new();
    let mut count = 0;
    for file in SPECIFICATIONS {
        for step in steps(&yaml(file)) {
            let native = definitions.iter().filter(|one| one.regex.is_match(&step)).count();
            let own: Vec<_> = phrases.iter().filter(|one| one.regex.is_match(&step)).collect();
            assert_eq!(native + own.len(), 1, "{file}: {step}");
            used.extend(own.iter().map(|phrase| phrase.name.clone()));
            count += 1;
        }
    }
    assert!(count > 300, "steps were read: {count}");
    let known: BTreeSet<String> = phrases.iter().map(|phrase| phrase.name.clone()).collect();
    assert_eq!(used, known, "every phrase is used");
}

#[test]
fn every_sentence_of_a_phrase_is_exactly_one_definition() {
    let definitions = definitions();
    for phrase in phrases() {
        for sentence in &phrase.sentences {
            let matching = definitions.iter().filter(|one| one.regex.is_match(sentence)).count();
            assert_eq!(matching, 1, "{}: {sentence}", phrase.name);
        }
    }
}

/// All steps of a specification, examples filled in.
fn steps(specification: &Value) -> Vec<String> {
    let requirements = specification["nõuded"].as_sequence().unwrap();
    let criteria = requirements.iter().flat_map(|one| one["kriteeriumid"].as_sequence().unwrap());
    criteria.flat_map(steps_of).collect()
}

fn steps_of(criterion: &Value) -> Vec<String> {
    let parts = ["eeldades", "kui", "siis"].into_iter();
    let plain: Vec<String> = parts
        .filter_map(|part| criterion.get(part))
        .flat_map(|steps| steps.as_sequence().unwrap())
        .map(|step| text(step.get("samm").unwrap_or(step)))
        .collect();
    match criterion.get("juhtumid") {
        None => plain,
        Some(Value::Sequence(groups)) => groups
            .iter()
            .flat_map(|group| rows(&text(&group["tabel"])))
            .flat_map(|row| filled(&plain, &row))
            .collect(),
        Some(table) => rows(&text(table)).iter().flat_map(|row| filled(&plain, row)).collect(),
    }
}

fn rows(table: &str) -> Vec<Vec<(String, String)>> {
    let mut lines = table.lines().map(|line| {
        let cells = line.trim().trim_matches('|').split('|');
        cells.map(|cell| cell.trim().to_owned()).collect::<Vec<_>>()
    });
    let header = lines.next().unwrap();
    lines.map(|row| header.iter().cloned().zip(row).collect()).collect()
}

fn filled(steps: &[String], row: &[(String, String)]) -> Vec<String> {
    let open = Regex::new("<[^>]+>").unwrap();
    let fill = |step: &String| {
        let filled = row
            .iter()
            .fold(step.clone(), |text, (name, value)| text.replace(&format!("<{name}>"), value));
        assert!(!open.is_match(&filled), "{filled}: no such column");
        filled
    };
    steps.iter().map(fill).collect()
}
