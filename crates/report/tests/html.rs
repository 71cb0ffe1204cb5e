//! The HTML page: complete, self-contained, safe.

#![expect(clippy::unwrap_used, reason = "what reads the reports fails by panicking")]

mod sample;

use proptest::prelude::*;
use quick_xml::{Reader, events::Event};
use rakis_model::{
    Outcome,
    record::Run,
    words::{Language, Words},
};
use rakis_report::{Context, WORDS, html};

fn page(run: &Run, language: Language) -> String {
    let words = Words::new(language, &[rakis_model::WORDS, WORDS]);
    html(run, &Context { words: &words, rerun_command: "rakis run" })
}

/// The text a reader sees, and that every element is closed where it should be.
fn text(page: &str) -> String {
    // The script is not XML; `is_safe` holds that there is one.
    let (before, rest) = page.split_once("<script>").unwrap();
    let page = format!("{before}<script>{}", &rest[rest.find("</script>").unwrap()..]);
    let mut reader = Reader::from_str(&page);
    let mut text = String::new();
    let mut skipping = false;
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return text,
            Event::Start(start) => skipping = start.name().as_ref() == b"style",
            Event::End(_) => skipping = false,
            Event::Text(part) if !skipping => text += std::str::from_utf8(&part).unwrap(),
            Event::GeneralRef(reference) => {
                let reference = format!("&{};", std::str::from_utf8(&reference).unwrap());
                text += &quick_xml::escape::unescape(&reference).unwrap();
            }
            _ => {}
        }
    }
}

/// Only our own elements, no control character, nothing loaded.
fn is_safe(page: &str) {
    let lower = page.to_lowercase();
    assert_eq!(lower.matches("<script").count(), 1, "our own script only");
    assert_eq!(lower.matches("</script").count(), 1);
    assert_eq!(lower.matches("<style").count(), 1);
    for element in ["<img", "<link", "<iframe", "<object", "<form", "<base", " style=", " onclick="]
    {
        assert!(!lower.split("<script").next().unwrap().contains(element), "{element}");
    }
    let hidden = |char: char| char.is_control() && !matches!(char, '\n' | '\t');
    assert!(!page.contains(hidden), "a control character");
}

#[test]
fn the_page_tells_everything_without_javascript() {
    for language in [Language::Et, Language::En] {
        let page = page(&sample::run(), language);
        is_safe(&page);
        assert!(page.starts_with("<!doctype html>\n"));
        assert!(page.contains(&format!("<html lang=\"{}\">", language.code())));
        assert!(page.contains("content=\"default-src &#39;none&#39;; style-src &#39;sha256-"));
        let text = text(&page);
        for told in [
            "22.11.2026 10:15:00",
            "20261122",
            "rights.role-ignores-institution",
            "STAR-2026-03.2",
            "kõik asutused",
            "rakis run features/rights/star-kasutajaoigused.feature:24",
            "\"summa\": 1.10",
        ] {
            assert!(text.contains(told), "{told}");
        }
        assert!(!text.contains("report-") && !text.contains("outcome-"), "a word is missing");
        assert_eq!(page.matches("<details class=\"case").count(), 11);
        let open = page.matches("data-outcome=\"failed\" open>").count();
        assert_eq!(open, sample::run().count(Outcome::Failed), "failures are open");
    }
}

fn verdict(run: &Run) -> String {
    let page = page(run, Language::Et);
    let start = page.find("<title>").unwrap() + "<title>".len();
    page[start..].split(" · ").next().unwrap().to_owned()
}

#[test]
fn verdicts_read_right() {
    let mut run = sample::passed_run();
    assert_eq!(verdict(&run), "Kõik 3 stsenaariumi on läbitud");
    run.cases.truncate(1);
    assert_eq!(verdict(&run), "Ainus stsenaarium on läbitud");
    run.cases
        .extend(sample::run().cases.into_iter().filter(|case| case.outcome == Outcome::Skipped));
    assert_eq!(verdict(&run), "Ainus käivitatud stsenaarium on läbitud");
    run.cases.remove(0);
    assert_eq!(verdict(&run), "Vastuvõttu ei saa otsustada: ühtegi stsenaariumi ei käivitatud");
    run = sample::passed_run();
    run.cases[0].outcome = Outcome::Failed;
    assert_eq!(verdict(&run), "Vastuvõtt ebaõnnestus: 1 stsenaarium ebaõnnestus");
    run.cases[1].outcome = Outcome::Failed;
    assert_eq!(verdict(&run), "Vastuvõtt ebaõnnestus: 2 stsenaariumi ebaõnnestus");
    run = sample::passed_run();
    run.cut_off = true;
    assert_eq!(verdict(&run), "Käivitus katkestati enne lõppu");
}

#[test]
fn verdicts_with_known_defects_never_read_as_simply_passed() {
    let mut run = sample::judged::remarks_run();
    assert_eq!(
        verdict(&run),
        "Läbitud märkustega: 5 stsenaariumi on läbitud, 2 stsenaariumis esines teadaolev viga, \
         1 stsenaarium läbiti ootamatult"
    );
    assert!(page(&run, Language::Et).contains("<header class=\"top is-known\">"));
    run.cases.retain(|case| case.outcome != Outcome::Known);
    assert_eq!(
        verdict(&run),
        "Läbitud märkustega: 5 stsenaariumi on läbitud, 1 stsenaarium läbiti ootamatult"
    );
    let mut run = sample::judged::judged_run();
    run.cases.retain(|case| case.outcome == Outcome::Known);
    assert_eq!(
        verdict(&run),
        "Vastuvõtt ebaõnnestus: ükski stsenaarium ei ole läbitud, 2 stsenaariumis esines teadaolev viga"
    );
    run.cases.extend(
        sample::judged::judged_run()
            .cases
            .into_iter()
            .filter(|case| case.outcome == Outcome::Failed)
            .take(1),
    );
    assert_eq!(verdict(&run), "Vastuvõtt ebaõnnestus: 1 stsenaarium ebaõnnestus");
}

#[test]
fn every_failure_names_its_defect_its_state_and_who_has_it() {
    for language in [Language::Et, Language::En] {
        let run = sample::judged::judged_run();
        let page = page(&run, language);
        is_safe(&page);
        let text = text(&page);
        for missing in ["report-", "outcome-", "defect-effect-"] {
            assert!(!text.contains(missing), "a word is missing: {missing}");
        }
        for told in [
            "STAR 2026.11",
            "2026.11.3",
            "1284",
            "9f3c51d0a7b2",
            "sqlite:reports/vead.sqlite",
            "TEHIK, Mari Maasikas",
            "31.12.2026",
            "rakis defects show VIGA-2026-0003",
            "rakis review rights/rollide-funktsioonid",
            "rakis review rights/menüü",
        ] {
            assert!(text.contains(told), "{told}");
        }
        assert!(!text.contains("9f3c51d0a7b24"), "the head is cut");
        let wrong = page.split("id=\"h-wrong\"").nth(1).unwrap();
        let wrong = wrong.split("</section>").next().unwrap();
        for case in run.cases.iter().filter(|case| case.outcome.is_bad()) {
            for note in &case.defects {
                let at = wrong.find(&format!("</svg>{}</a>", note.defect)).unwrap();
                let about = &wrong[at..at + 200];
                assert!(about.contains(&note.state) && about.contains(&note.owner), "{about}");
            }
        }
    }
}

#[test]
fn every_link_leads_somewhere() {
    let page = page(&sample::judged::judged_run(), Language::Et);
    let values = |start: &str| -> Vec<&str> {
        page.split(start).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
    };
    let (ids, links) = (values(" id=\""), values("href=\"#"));
    assert!(links.len() > 50, "{links:?}");
    for link in links {
        assert_eq!(ids.iter().filter(|id| **id == link).count(), 1, "#{link}");
    }
}

#[test]
fn outcomes_of_the_register_have_tiles_filters_and_details() {
    let run = sample::judged::judged_run();
    let page = page(&run, Language::Et);
    for (code, outcome) in [("known", Outcome::Known), ("unexpected-pass", Outcome::UnexpectedPass)]
    {
        let count = run.count(outcome);
        assert!(count > 0);
        assert!(page.contains(&format!("<symbol id=\"i-{code}\"")));
        assert!(page.contains(&format!("<li class=\"is-{code}\"><span class=\"number\">{count}<")));
        assert!(page.contains(&format!("name=\"outcome\" value=\"{code}\"")));
        assert_eq!(page.matches(&format!("data-outcome=\"{code}\">")).count(), count, "closed");
    }
    // Beyond what a browser bears, details of what the register speaks of stay.
    let mut large = run;
    large.cases.extend(std::iter::repeat_n(sample::run().cases[0].clone(), 3_000));
    let page = self::page(&large, Language::Et);
    let told = |case: &&rakis_model::record::Case| {
        case.outcome.is_bad() || case.outcome == Outcome::Known || !case.defects.is_empty()
    };
    let told = large.cases.iter().filter(told).count();
    assert_eq!(page.matches("<details class=\"case").count(), told);
}

#[test]
fn distributions_are_drawn_and_read_without_a_picture() {
    let shown = page(&sample::run(), Language::Et);
    assert_eq!(shown.matches("<figure>").count(), 1);
    assert!(shown.contains("<rect x=\"0\" y=\"0\" width=\"1000\""), "the longest is whole");
    let shown = text(&shown);
    for part in
        ["Jaotused", "pensionide tõus", "1\u{a0}851", "0 … 20", "1\u{a0}234", "20 … 40", "617"]
    {
        assert!(shown.contains(part), "{part}");
    }
    assert!(!text(&page(&sample::passed_run(), Language::Et)).contains("Jaotused"));
}

#[test]
fn a_run_the_register_was_not_asked_about_has_nothing_of_it() {
    let page = page(&sample::run(), Language::Et);
    for part in [
        "class=\"badges\"",
        "class=\"defects\"",
        "h-defects",
        "h-snapshots",
        "class=\"wide\"",
        ">Tarne<",
    ] {
        assert!(!page.contains(part), "{part}");
    }
    assert!(!text(&page).contains("Vearegister"));
}

#[test]
fn a_requirement_is_as_good_as_its_worst_scenario() {
    let mut run = sample::judged::remarks_run();
    let told = [Outcome::UnexpectedPass, Outcome::Known];
    run.cases.retain(|case| told.contains(&case.outcome));
    for case in &mut run.cases {
        case.requirement = Some("SKAIS-2026-07.1".to_owned());
    }
    let page = page(&run, Language::Et);
    assert!(page.contains("<details class=\"specification is-known\""));
    assert!(page.contains("2 teadaoleva veaga"));
}

#[test]
fn a_hostile_system_is_shown_and_not_obeyed() {
    let page = page(&sample::hostile_run(sample::HOSTILE, 500_000), Language::Et);
    is_safe(&page);
    assert!(page.len() < 3_000_000, "{} bytes", page.len());
    let text = text(&page);
    assert!(text.contains("␛[31mpunane␛[0m ␀␈‹U+009B› ]]> </script><script>alert('1')</script>"));
    assert!(text.contains("kokku on 976 KiB"), "a note of the cut");
}

#[test]
fn a_hostile_register_is_shown_and_not_obeyed() {
    let page = page(&sample::judged::hostile_judged_run(sample::HOSTILE, 100_000), Language::Et);
    is_safe(&page);
    assert!(page.len() < 1_000_000, "{} bytes", page.len());
    assert!(text(&page).contains("␛[31mpunane␛[0m ␀␈‹U+009B›"));
}

#[test]
fn a_large_run_leaves_out_the_details_of_passed_scenarios_and_says_so() {
    let mut run = sample::run();
    let passed = run.cases[0].clone();
    run.cases.extend(std::iter::repeat_n(passed, 3_000));
    let page = page(&run, Language::Et);
    assert!(text(&page).contains("Stsenaariume on üle 3000"));
    assert_eq!(page.matches("class=\"case flat").count(), 3_005, "passed, skipped, not run");
    assert_eq!(page.matches("<details class=\"case").count(), 6, "what went wrong");
}

#[test]
fn an_empty_run_has_a_page() {
    let page = page(&Run::default(), Language::En);
    is_safe(&page);
    assert!(text(&page).contains("There was no scenario in the run."));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_text_yields_a_safe_page(any in any::<String>(), tail in "(</?[sS][cC]ript>|\"|'|&|[<>\u{0}-\u{1f}])*") {
        let page = page(&sample::hostile_run(&format!("{any}{tail}"), 0), Language::Et);
        is_safe(&page);
        prop_assert!(!text(&page).is_empty());
        let judged = sample::judged::hostile_judged_run(&format!("{any}{tail}"), 0);
        is_safe(&self::page(&judged, Language::En));
    }
}
