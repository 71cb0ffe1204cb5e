//! The summary for the terminal and the text of a defect.

mod sample;

use rakis_model::{
    Outcome,
    record::Run,
    words::{Language, Words},
};
use rakis_report::{Context, Style, WORDS, failure_text, summary};

fn words(language: Language) -> Words {
    Words::new(language, &[rakis_model::WORDS, WORDS])
}

fn context(words: &Words) -> Context<'_> {
    Context { words, rerun_command: "rakis run" }
}

#[test]
fn summaries_in_both_languages() {
    for language in [Language::Et, Language::En] {
        let words = words(language);
        let style = Style { failures: 5, ..Style::default() };
        let text = summary(&sample::run(), &context(&words), style);
        insta::assert_snapshot!(format!("summary_{}", language.code()), text);
    }
    let words = words(Language::Et);
    let text = summary(&sample::passed_run(), &context(&words), Style::default());
    insta::assert_snapshot!("summary_passed_et", text);
}

#[test]
fn defects_in_plain_text() {
    let words = words(Language::Et);
    let run = sample::run();
    let texts: Vec<String> = run
        .cases
        .iter()
        .filter(|case| case.outcome != Outcome::Passed)
        .map(|case| failure_text(&run, case, &context(&words)))
        .collect();
    insta::assert_snapshot!("failure_texts_et", texts.join("\n========\n\n"));
    let hostile = sample::hostile_run(sample::HOSTILE, 500_000);
    let text = failure_text(&hostile, &hostile.cases[2], &context(&words));
    insta::assert_snapshot!(
        "failure_text_hostile_et",
        text.replace(&"õ".repeat(9_000), "[õ × 9000]")
    );
}

#[test]
fn nothing_a_system_says_reaches_the_terminal_as_a_command() {
    let words = words(Language::Et);
    let run = sample::hostile_run(sample::HOSTILE, 500_000);
    for color in [false, true] {
        let style = Style { color, width: 80, failures: 4 };
        let mut text = summary(&run, &context(&words), style);
        assert!(text.len() < 100_000, "{} bytes", text.len());
        for code in ["0", "1", "2", "34", "32", "1;31", "1;33", "1;35"] {
            text = text.replace(&format!("\u{1b}[{code}m"), "");
        }
        let control = text.chars().find(|char| char.is_control() && *char != '\n');
        assert_eq!(control, None, "{text}");
        assert!(text.contains("␛[31mpunane"), "shown as symbols");
    }
}

#[test]
fn lines_keep_to_the_width_except_what_people_copy() {
    let words = words(Language::Et);
    let runs = [sample::run(), sample::judged::judged_run()];
    for (run, width) in runs.iter().flat_map(|run| [0, 60, 80, 120].map(|width| (run, width))) {
        let text = summary(run, &context(&words), Style { width, ..Style::default() });
        let end = text.trim_end().rfind('\n').unwrap();
        for part in text[..end].split("\n\n") {
            let table = width < 80 && part.contains("lähteülesanne");
            for line in part.lines() {
                let copied = ["-->", "korda:", "http:", "features/", "rakis review"]
                    .iter()
                    .any(|mark| line.contains(mark));
                let fits = line.chars().count() <= width.max(40);
                assert!(copied || table || fits, "{width}: {line}");
            }
        }
    }
}

#[test]
fn failures_beyond_the_wanted_number_get_a_line_and_the_last_line_is_the_verdict() {
    let words = words(Language::Et);
    let mut run = sample::run();
    let failed = run.cases[2].clone();
    run.cases.extend(std::iter::repeat_n(failed, 40));
    let text = summary(&run, &context(&words), Style { failures: 0, ..Style::default() });
    assert!(text.starts_with("Veel 46 stsenaariumi:\n"), "{text}");
    assert!(text.contains("ja veel 26 stsenaariumi, vt aruannet"));
    assert!(text.lines().last().unwrap().contains("44 stsenaariumi ebaõnnestus"));
    let empty = summary(&Run::default(), &context(&words), Style::default());
    assert!(empty.ends_with("ühtegi stsenaariumi ei käivitatud\n"), "{empty}");
}

#[test]
fn both_languages_have_the_same_words() {
    let keys = |text: &'static str| -> Vec<&str> {
        let mut keys: Vec<_> = text
            .lines()
            .filter(|line| !line.starts_with([' ', '#']))
            .filter_map(|line| line.split_once(" ="))
            .map(|(key, _)| key)
            .collect();
        keys.sort_unstable();
        keys
    };
    assert_eq!(keys(WORDS.et), keys(WORDS.en));
    let count = keys(WORDS.et).len();
    let mut unique = keys(WORDS.et);
    unique.dedup();
    assert_eq!(unique.len(), count, "a word is defined twice");
}
