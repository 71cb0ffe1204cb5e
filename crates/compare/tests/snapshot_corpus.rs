//! Documents with their canonical texts, and other documents with their differences: data in
//! `corpus/*.yaml`.

use std::{fs, path::Path};

use rakis_compare::snapshot::{Canonical, Form, Identities, Rules, Setting, Window};
use rakis_model::{Difference, PersonalCode};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    form: String,
    #[serde(default)]
    rules: Vec<(String, String)>,
    /// Personal code and name.
    #[serde(default)]
    people: Vec<(String, String)>,
    received: String,
    canonical: String,
    /// Values that lack their shape.
    #[serde(default)]
    broken: Vec<String>,
    /// Rules that match nothing.
    #[serde(default)]
    unused: Vec<String>,
    /// The same in other writings: no difference, and the same canonical text.
    #[serde(default)]
    same: Vec<String>,
    /// No difference, though the canonical text is another.
    #[serde(default)]
    near: Vec<String>,
    #[serde(default)]
    other: Vec<Other>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Other {
    received: String,
    differences: Vec<String>,
}

fn canonical(case: &Case, received: &str) -> Canonical {
    let form = Form::from_name(&case.form).expect("a form");
    let pairs = case.rules.iter().map(|(field, rule)| (field.as_str(), rule.as_str()));
    let rules = Rules::from_pairs(form, pairs).expect("rules");
    let people: Vec<(PersonalCode, &str)> = case
        .people
        .iter()
        .map(|(code, name)| (PersonalCode::parse(code).expect("a code"), name.as_str()))
        .collect();
    let identities = Identities::new(people.iter().map(|(code, name)| (code, *name)));
    let at = |text: &str| text.parse().expect("a moment");
    let window = Window { from: at("2026-03-02T07:00:00Z"), to: at("2026-03-02T07:01:00Z") };
    let setting = Setting { identities: &identities, window };
    Canonical::of(received.as_bytes(), &rules, &setting)
        .unwrap_or_else(|failure| panic!("{received}: {failure:?}"))
}

fn lines(differences: &[Difference]) -> Vec<String> {
    let part = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
    let line =
        |one: &Difference| format!("{}: {} → {}", one.path, part(&one.expected), part(&one.actual));
    differences.iter().map(line).collect()
}

/// Everything about a case that does not hold.
fn problems(case: &Case) -> Vec<String> {
    let mut problems = Vec::new();
    let mut hold = |what: &str, found: &[String], expected: &[String]| {
        if found != expected {
            let (found, expected) = (found.join("\n"), expected.join("\n"));
            problems.push(format!("{what}\n--- expected\n{expected}\n--- found\n{found}\n"));
        }
    };
    let one = |text: &str| [text.trim_end().to_owned()];
    let approved = canonical(case, &case.received);
    hold("canonical", &one(approved.text()), &one(&case.canonical));
    hold("broken", &lines(approved.broken()), &case.broken);
    hold("unused", approved.unused(), &case.unused);
    let again = canonical(case, &case.received);
    hold("twice", &[again.hash()], &[approved.hash()]);
    let compare = |other: &Canonical| lines(&other.compare(approved.text()).expect("readable"));
    hold("itself", &compare(&again), &case.broken);
    for same in &case.same {
        let other = canonical(case, same);
        hold("same", &one(other.text()), &one(approved.text()));
        hold(same, &compare(&other), &[]);
    }
    for near in &case.near {
        hold(near, &compare(&canonical(case, near)), &[]);
    }
    for other in &case.other {
        hold(&other.received, &compare(&canonical(case, &other.received)), &other.differences);
    }
    problems
}

#[test]
fn the_corpus_holds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("the corpus is there")
        .map(|file| file.expect("an entry").path())
        .collect();
    files.sort();
    assert!(files.len() >= 5, "every form of text has its file");
    let mut all = String::new();
    for file in files {
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&file).expect("UTF-8");
        let cases: Vec<Case> =
            serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        for (index, case) in cases.iter().enumerate() {
            for problem in problems(case) {
                all.push_str(&format!("=== {name}, case {}: {problem}", index + 1));
            }
        }
    }
    assert!(all.is_empty(), "{all}");
}
