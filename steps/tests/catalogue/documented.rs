//! Every sentence is documented, and its example is it and no other.

use std::collections::BTreeSet;

use regex::Regex;

use crate::support::{definitions, files, phrases, yaml};

#[test]
fn every_definition_has_a_source_a_text_and_an_example_that_only_it_matches() {
    let all = definitions();
    let phrases = phrases();
    assert!(all.len() > 50, "definitions are linked in: {}", all.len());
    for one in &all {
        let place = format!("{}:{}", one.file, one.line);
        let docs = rakis_steps::documentation(one.file, one.line);
        let docs = docs.unwrap_or_else(|| panic!("{place} is in no source"));
        assert!(docs.text.len() > 20, "{place} says what it does: {}", docs.text);
        assert!(one.regex.is_match(&docs.example), "{place}: {} ~ {}", one.regex, docs.example);
        let others = all.iter().filter(|other| other.regex.is_match(&docs.example)).count();
        let as_phrase = phrases.iter().filter(|phrase| phrase.regex.is_match(&docs.example));
        assert_eq!(others + as_phrase.count(), 1, "{place}: only one matches {}", docs.example);
    }
}

#[test]
fn the_operations_told_are_those_done_and_all_are_bound() {
    let call = Regex::new(r#"(?:perform|attempt)\(\s*"([^"]+)""#).unwrap();
    let done: BTreeSet<String> = rakis_steps::sources()
        .iter()
        .flat_map(|(_, source)| call.captures_iter(source).map(|found| found[1].to_owned()))
        .collect();
    let told: BTreeSet<String> = definitions()
        .iter()
        .filter_map(|one| rakis_steps::documentation(one.file, one.line))
        .flat_map(|docs| docs.operations)
        // An operation that the sentence itself names.
        .filter(|operation| operation != "{1}")
        .collect();
    assert_eq!(done, told);
    let bindings: Vec<_> =
        files("environments/bindings/reference").iter().map(|file| yaml(file)).collect();
    for operation in told {
        let times =
            bindings.iter().filter(|one| one["toimingud"].get(operation.as_str()).is_some());
        assert_eq!(times.count(), 1, "{operation} is bound");
    }
}

#[test]
fn each_function_tells_the_operations_of_its_own_body() {
    let call = Regex::new(r#"(?:perform|attempt)\(\s*"([^"]+)""#).unwrap();
    for one in definitions() {
        let (_, source) =
            rakis_steps::sources().iter().find(|(file, _)| *file == one.file).unwrap();
        let body: Vec<&str> =
            source.lines().skip(one.line - 1).take_while(|line| *line != "}").collect();
        let docs = rakis_steps::documentation(one.file, one.line).unwrap();
        for found in call.captures_iter(&body.join("\n")) {
            let operation = found[1].to_owned();
            assert!(docs.operations.contains(&operation), "{}:{} {operation}", one.file, one.line);
        }
        assert!(body.len() <= 14, "{}:{} has {} lines", one.file, one.line, body.len());
    }
}
