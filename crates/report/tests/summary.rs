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
fn summaries_of_a_run_held_against_the_register() {
    for language in [Language::Et, Language::En] {
        let words = words(language);
        let style = Style { failures: 20, ..Style::default() };
        let text = summary(&sample::judged::judged_run(), &context(&words), style);
        for missing in ["report-", "outcome-", "defect-effect-"] {
            assert!(!text.contains(missing), "a word is missing: {missing}");
        }
        insta::assert_snapshot!(format!("summary_judged_{}", language.code()), text);
        let text = summary(&sample::judged::remarks_run(), &context(&words), Style::default());
        insta::assert_snapshot!(format!("summary_remarks_{}", language.code()), text);
    }
}

#[test]
fn long_lists_of_defects_are_cut_and_say_so() {
    let words = words(Language::Et);
    let mut run = sample::judged::remarks_run();
    let known = run.cases.iter().find(|case| case.outcome == Outcome::Known).unwrap().clone();
    for number in 0..30 {
        let mut case = known.clone();
        case.defects[0].defect = format!("VIGA-2025-{number:04}");
        run.cases.extend(std::iter::repeat_n(case, 6));
    }
    let text = summary(&run, &context(&words), Style::default());
    assert!(text.contains("ja veel 11 viga, vt aruannet"), "{text}");
    assert_eq!(text.matches("ja veel 3 stsenaariumi").count(), 20, "{text}");
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
fn the_whole_defect_says_what_the_register_says() {
    let words = words(Language::Et);
    let run = sample::judged::judged_run();
    let told = |case: &&rakis_model::record::Case| {
        case.outcome == Outcome::Known || case.name.contains("rollide-funktsioonid")
    };
    let texts: Vec<String> = run
        .cases
        .iter()
        .filter(told)
        .map(|case| failure_text(&run, case, &context(&words)))
        .collect();
    insta::assert_snapshot!("failure_texts_judged_et", texts.join("\n========\n\n"));
}

#[test]
fn nothing_a_system_says_reaches_the_terminal_as_a_command() {
    let words = words(Language::Et);
    let runs = [
        sample::hostile_run(sample::HOSTILE, 500_000),
        sample::judged::hostile_judged_run(sample::HOSTILE, 100_000),
    ];
    for (run, color) in runs.iter().flat_map(|run| [(run, false), (run, true)]) {
        let style = Style { color, width: 80, failures: 4 };
        let mut text = summary(run, &context(&words), style);
        assert!(text.len() < 100_000, "{} bytes", text.len());
        for code in ["0", "1", "2", "34", "32", "33", "36", "1;31", "1;33", "1;35"] {
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
