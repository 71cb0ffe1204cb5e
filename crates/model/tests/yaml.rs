//! Places of values in YAML files: every style of writing, every kind of problem.

use rakis_model::{
    Problems, Source,
    yaml::{Document, Key},
};

const KEYS: &[Key] =
    &[Key::new("nimi", "name"), Key::new("loend", "list"), Key::new("kaart", "map")];

/// The places and keys of what is wrong with a text.
fn problems(text: &str) -> Vec<String> {
    let mut problems = Problems::new();
    if let Some(document) = problems.note(Document::parse(Source::new("a.yaml", text)))
        && let Some(fields) = document.root().map(KEYS, &mut problems)
    {
        fields.text("nimi", &mut problems);
        for item in fields.get("loend").map(|list| list.list(&mut problems)).unwrap_or_default() {
            item.int(&mut problems);
        }
        if let Some(map) = fields.get("kaart") {
            map.map(KEYS, &mut problems);
        }
    }
    let told = problems.into_sorted().into_iter().map(|one| {
        let place = one.place.expect("a place");
        let shown = &place.source.text[place.span.clone()];
        format!("{place} {} {shown:?}", one.message.key)
    });
    told.collect()
}

#[test]
fn every_problem_is_told_at_its_place() {
    let text = "# õ\nnimmi: 1\nloend: [1, kaks, \"3\"]\nkaart:\n  name: a\n  nimi: b\n  võõras: [x]\nloend: 7\n";
    assert_eq!(
        problems(text),
        [
            "a.yaml:2:1 yaml-unknown-key \"nimmi\"",
            "a.yaml:2:1 yaml-missing-key \"nimmi: 1\"",
            "a.yaml:3:12 yaml-not-a-number \"kaks\"",
            "a.yaml:3:18 yaml-not-a-number \"\\\"3\\\"\"",
            "a.yaml:6:3 yaml-duplicate-key \"nimi\"",
            "a.yaml:7:3 yaml-unknown-key \"võõras\"",
            "a.yaml:8:1 yaml-duplicate-key \"loend\"",
        ]
    );
}

#[test]
fn aliases_blocks_and_empty_values_have_places() {
    let text = "nimi: |\n  kaks\n  rida\nloend:\n  - &a 1\n  - *a\n  -\n  - {x: 1}\nkaart: {}\n";
    assert_eq!(
        problems(text),
        ["a.yaml:7:4 yaml-not-a-number \"\"", "a.yaml:8:5 yaml-not-a-number \"{x: 1}\""]
    );
    assert_eq!(problems("nimi:\n"), ["a.yaml:1:6 yaml-empty \"\""]);
    assert_eq!(problems("- a\n"), ["a.yaml:1:3 yaml-not-a-map \"a\""]);
    assert_eq!(problems(""), ["a.yaml:1:1 yaml-not-a-map \"\""]);
    assert_eq!(problems("nimi: 1.10\n"), ["a.yaml:1:7 yaml-number-as-text \"1.10\""]);
}

#[test]
fn malformed_yaml_is_told_where_the_reader_stopped() {
    for text in ["nimi: [1,\n", "nimi: 'a\n", "\tnimi: a\n", "nimi: a\n b: c\n", "nimi: *puudub\n"]
    {
        let told = problems(text);
        assert!(matches!(&told[..], [one] if one.contains("yaml-malformed")), "{text:?}: {told:?}");
    }
}

#[test]
fn a_large_file_with_many_problems_is_told_in_one_reading() {
    let mut text = String::from("nimi: a\nloend:\n");
    for _ in 0..20_000 {
        text.push_str("  - vale\n");
    }
    let told = problems(&text);
    assert_eq!(told.len(), 20_000);
    assert_eq!(told[19_999], "a.yaml:20002:5 yaml-not-a-number \"vale\"");
}
