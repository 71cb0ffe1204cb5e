//! Agreement with the official parser, on its own test data.
//!
//! Deliberate deviations:
//! - `argumentIndex` of pickle arguments is left out of the comparison: the model has no place for
//!   the order of a step's table and text block.
//! - An error at the end of a file has no column officially and stands on the line after the last;
//!   ours points at the end of the text, because a place is a span of it.
//! - After tags at the end of a file the official parser names only tags and rules as expected; ours
//!   names scenarios and examples too, which are as good.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use rakis_gherkin::{Ids, Options, parse, pickles};
use rakis_model::{Source, messages::Envelope};
use serde_json::Value;

#[expect(clippy::disallowed_methods, reason = "a test may be told where the data is")]
fn data() -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shared = std::env::var_os("RAKIS_SHARED").map(PathBuf::from);
    let all = shared.into_iter().chain(here.ancestors().map(|folder| folder.join("shared")));
    all.map(|shared| shared.join("data/gherkin-testdata")).find(|folder| folder.is_dir())
}

/// Calls with each feature file of a folder; fewer than `least` would be no test.
#[expect(clippy::print_stderr, reason = "a test that did not run says so")]
fn each(folder: &str, least: usize, check: impl Fn(&Path)) {
    let Some(data) = data() else {
        eprintln!(
            "not run: no official Gherkin test data (set RAKIS_SHARED, or put shared/data/gherkin-testdata beside the project)"
        );
        return;
    };
    let entries = fs::read_dir(data.join(folder)).unwrap();
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "feature"));
    files.sort();
    assert!(files.len() >= least, "{folder}: {}", files.len());
    files.iter().for_each(|file| check(file));
}

fn messages(file: &Path, kind: &str) -> Vec<Value> {
    let name = format!("{}.{kind}.ndjson", file.display());
    let text = fs::read_to_string(&name).unwrap_or_else(|error| panic!("{name}: {error}"));
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn name(file: &Path) -> String {
    let parts: Vec<_> = file.iter().rev().take(2).map(|part| part.to_str().unwrap()).collect();
    format!("../testdata/{}/{}", parts[1], parts[0])
}

fn without(key: &str, value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.retain(|name, _| name != key);
            map.values_mut().for_each(|one| without(key, one));
        }
        Value::Array(all) => all.iter_mut().for_each(|one| without(key, one)),
        _ => {}
    }
}

#[test]
fn good_files_give_the_official_trees_and_pickles() {
    each("good", 45, |file| {
        let source = Source::new(name(file), fs::read_to_string(file).unwrap());
        let mut ids = Ids::new();
        let parsed = parse(&source, &Options { default_language: "en" }, &mut ids)
            .unwrap_or_else(|problems| panic!("{}: {problems:?}", file.display()));
        let tree = Envelope::GherkinDocument(parsed.document.clone());
        let tree = vec![serde_json::to_value(tree).unwrap()];
        assert_eq!(tree, messages(file, "ast"), "{}", file.display());

        let own: Vec<_> = pickles(&parsed, &mut ids)
            .into_iter()
            .map(|pickle| serde_json::to_value(Envelope::Pickle(pickle)).unwrap())
            .collect();
        let mut official = messages(file, "pickles");
        official.iter_mut().for_each(|one| without("argumentIndex", one));
        assert_eq!(own, official, "{}", file.display());
    });
}

#[test]
fn bad_files_give_the_official_errors() {
    each("bad", 11, |file| {
        let source = Source::new(name(file), fs::read_to_string(file).unwrap());
        let problems = parse(&source, &Options { default_language: "en" }, &mut Ids::new());
        let problems = problems.expect_err(&file.display().to_string());
        let lines = source.text.lines().count();
        let own: Vec<_> = problems
            .iter()
            .map(|one| {
                let place = one.place.as_ref().unwrap();
                let end = place.span.start == source.text.len();
                if end { (lines + 1, 0) } else { place.line_column() }
            })
            .collect();
        let official = messages(file, "errors");
        let number = |one: &Value, name: &str| {
            let value = one["parseError"]["source"]["location"].get(name);
            value.map_or(0, |value| usize::try_from(value.as_u64().unwrap()).unwrap())
        };
        let places: Vec<_> =
            official.iter().map(|one| (number(one, "line"), number(one, "column"))).collect();
        assert_eq!(own, places, "{}", file.display());

        for (own, official) in problems.iter().zip(&official) {
            let text = official["parseError"]["message"].as_str().unwrap();
            let args = &own.message.args;
            let Some((_, forms)) = args.iter().find(|(n, _)| n == "expected") else { continue };
            if own.message.key == "gherkin-cell-count" {
                continue;
            }
            let forms: BTreeSet<_> = forms.split(", ").collect();
            let end = text.contains("end of file");
            for (token, form) in FORMS {
                let expected = text.contains(&format!("#{token}"));
                let named = forms.contains(form);
                assert!(named == expected || end && named, "{}: {token}", file.display());
            }
        }
    });
}

const FORMS: [(&str, &str); 9] = [
    ("Language", "# language: en"),
    ("TagLine", "@…"),
    ("FeatureLine", "Feature:"),
    ("RuleLine", "Rule:"),
    ("ScenarioLine", "Scenario:"),
    ("ExamplesLine", "Examples:"),
    ("StepLine", "Given …"),
    ("TableRow", "| … |"),
    ("DocStringSeparator", "\"\"\""),
];
