//! No input panics, hangs or grows out of proportion.

use proptest::prelude::*;
use rakis_gherkin::{Ids, lint, pickles};

use super::{estonian, read};

/// Everything there is to do with a text.
fn all(text: &str, language: &str) {
    match read(text, language) {
        Ok(parsed) => {
            lint(&parsed);
            pickles(&parsed, &mut Ids::new());
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            for one in problems.iter() {
                let place = one.place.as_ref().unwrap();
                assert!(text.get(place.span.clone()).is_some(), "{place} {one:?}");
                assert_ne!(place.line_column().0, 0);
            }
        }
    }
}

fn line() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "",
        "# language: et",
        "# language: zz",
        "# kommentaar",
        "@a @b",
        "@a b",
        "@",
        "Omadus: õ",
        "Reegel: r",
        "Taust:",
        "Stsenaarium: <a>",
        "Raamstsenaarium:",
        "Juhtumid:",
        "Eeldades <a>",
        "Kui",
        "kui x",
        "Ja ž",
        "* x",
        "| a | b |",
        "| <a>\\| |",
        "| a \\",
        "\"\"\"",
        "```xml",
        "\\\"\\\"\\\"",
        "Feature: x",
        "Given x",
        "Siis: ",
        "Stsenarium: x",
        "\u{FEFF}",
        "\u{A0}\u{85}",
    ]);
    (" {0,4}|\t", prop_oneof![8 => known.prop_map(str::to_owned), 1 => ".*"], "\n|\r\n|\r|")
        .prop_map(|(indent, text, end)| format!("{indent}{text}{end}"))
}

proptest! {
    #[test]
    fn any_text_reads_or_says_why(text in "(?s).*", language in "et|en|zz") {
        all(&text, &language);
    }

    #[test]
    fn any_soup_of_lines_reads_or_says_why(lines in prop::collection::vec(line(), 0..60)) {
        all(&lines.concat(), "et");
    }
}

#[test]
fn a_file_of_ten_thousand_scenarios_reads() {
    let mut text = "Omadus: suur\n".to_owned();
    for number in 0..10_000 {
        text.push_str(&format!(
            "\n@märgend-{number}\nStsenaarium: {number}\n  Kui x\n  Siis y\n    | a | b |\n"
        ));
    }
    let parsed = estonian(&text).unwrap();
    let mut ids = Ids::new();
    assert_eq!(pickles(&parsed, &mut ids).len(), 10_000);
    // Each pickle and each of its two steps takes one id, and nothing else does.
    assert_eq!(ids.next_id(), "30000");
    assert!(lint(&parsed).is_empty());
}

#[test]
fn ten_thousand_errors_are_all_told() {
    let text = format!("Omadus: o\nStsenaarium: s\n Kui x\n{}", "@a\nprügi\n".repeat(10_000));
    let problems = estonian(&text).unwrap_err();
    // Each rubbish line; tags at the end of the file are none, for rubbish ends it.
    assert_eq!(problems.len(), 10_001);
}
