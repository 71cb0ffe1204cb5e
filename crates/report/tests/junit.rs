//! JUnit XML: what it says, that it reads, that it is valid.

#![expect(clippy::unwrap_used, reason = "what reads the reports fails by panicking")]

mod sample;

use std::{collections::BTreeSet, fs, path::Path, process::Command};

use proptest::prelude::*;
use quick_xml::{Reader, events::Event};
use rakis_model::{
    Outcome,
    record::{Case, Run},
    words::{Language, Words},
};
use rakis_report::{Context, Flavour, WORDS, junit};

fn write(run: &Run, language: Language, flavour: Flavour) -> String {
    let words = Words::new(language, &[rakis_model::WORDS, WORDS]);
    junit(run, &Context { words: &words, rerun_command: "rakis run" }, flavour)
}

#[derive(Debug)]
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
}

impl Element {
    fn get(&self, name: &str) -> &str {
        self.attributes.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    fn number(&self, name: &str) -> usize {
        self.get(name).parse().unwrap_or_else(|_| panic!("{name} of {self:?}"))
    }
}

/// Reads the file as strictly as a reader of XML 1.0 must.
fn read(xml: &str) -> Vec<Element> {
    let forbidden = |char: char| matches!(char, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    assert!(!xml.contains(forbidden), "a character XML 1.0 forbids");
    let mut reader = Reader::from_str(xml);
    let (mut elements, mut open): (Vec<Element>, Vec<usize>) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            event @ (Event::Start(_) | Event::Empty(_)) => {
                let (Event::Start(start) | Event::Empty(start)) = &event else { unreachable!() };
                let attributes = start.attributes().map(|one| {
                    let one = one.unwrap();
                    let raw = std::str::from_utf8(&one.value).unwrap();
                    let value = quick_xml::escape::unescape(raw).unwrap().into_owned();
                    (String::from_utf8(one.key.as_ref().to_vec()).unwrap(), value)
                });
                let name = String::from_utf8(start.name().as_ref().to_vec()).unwrap();
                elements.push(Element {
                    name,
                    attributes: attributes.collect(),
                    text: String::new(),
                });
                if matches!(event, Event::Start(_)) {
                    open.push(elements.len() - 1);
                }
            }
            Event::End(_) => drop(open.pop()),
            Event::CData(data) => {
                elements[*open.last().unwrap()].text += std::str::from_utf8(&data).unwrap();
            }
            _ => {}
        }
    }
    assert!(open.is_empty());
    elements
}

fn named<'e>(elements: &'e [Element], name: &str) -> Vec<&'e Element> {
    elements.iter().filter(|element| element.name == name).collect()
}

#[test]
fn both_flavours_as_they_are() {
    insta::assert_snapshot!("junit_full_et", write(&sample::run(), Language::Et, Flavour::Full));
    insta::assert_snapshot!(
        "junit_jenkins_en",
        write(&sample::run(), Language::En, Flavour::Jenkins)
    );
}

#[test]
fn a_run_held_against_the_register_as_it_is() {
    let run = sample::judged::judged_run();
    insta::assert_snapshot!("junit_judged_full_et", write(&run, Language::Et, Flavour::Full));
    let run = sample::judged::remarks_run();
    insta::assert_snapshot!(
        "junit_remarks_jenkins_en",
        write(&run, Language::En, Flavour::Jenkins)
    );
}

/// The element, and what stands in it up to the next test case.
fn inside<'e>(elements: &'e [Element], name_has: &str) -> Vec<&'e Element> {
    let at = elements
        .iter()
        .position(|one| one.name == "testcase" && one.get("name").contains(name_has))
        .unwrap();
    let rest = elements[at + 1..].iter().take_while(|one| !one.name.starts_with("testcase"));
    rest.filter(|one| one.name != "testsuite").collect()
}

#[test]
fn a_developer_has_the_whole_defect() {
    let run = sample::judged::judged_run();
    let elements = read(&write(&run, Language::Et, Flavour::Full));
    let failed = inside(&elements, "Kinnipidamine");
    let failure = failed.iter().find(|one| one.name == "failure").unwrap();
    assert!(failure.get("message").starts_with("VIGA-2026-0004: väljamakse summa"), "{failure:?}");
    assert!(failure.text.starts_with(
        "Viga VIGA-2026-0004 (määratud, Arendaja AS) – uuesti nähtud, erand on aegunud; oli lubatud kuni 31.10.2026\n"
    ));
    for told in [
        "Baasosa korrutatakse indeksi",
        "Kui makstakse pension välja",
        "250,00",
        "249,99",
        "Raskusaste: oluline",
        "Kelle käes: Arendaja AS",
        "Tarne: STAR 2026.11",
        "Versioon: 2026.11.3",
        "rakis defects show VIGA-2026-0004",
        "rakis run features/mass_calculation/indekseerimine.feature:110",
    ] {
        assert!(failure.text.contains(told), "{told}");
    }
}

#[test]
fn a_case_of_two_defects_names_both() {
    let mut run = sample::judged::judged_run();
    let case = run.cases.iter_mut().find(|case| case.name.starts_with("Pühapäevane")).unwrap();
    let mut other = case.defects[0].clone();
    other.defect = "VIGA-2026-0099".to_owned();
    other.effect = rakis_model::record::DefectEffect::Opened;
    case.defects.push(other);
    let elements = read(&write(&run, Language::Et, Flavour::Full));
    let failed = inside(&elements, "Pühapäevane");
    assert_eq!(property(&failed, "defect"), "VIGA-2026-0009; VIGA-2026-0099");
    assert_eq!(property(&failed, "defect-effect"), "masked; opened");
    let failure = failed.iter().find(|one| one.name == "failure").unwrap();
    assert!(failure.get("message").starts_with("VIGA-2026-0009: VIGA-2026-0099: väljamakse"));
    let first: Vec<&str> = failure.text.lines().take(2).collect();
    assert!(first[0].ends_with("ebaõnnestus muul viisil"), "{first:?}");
    assert!(first[1].ends_with("uus viga"), "{first:?}");
}

/// The value of a property, empty without it.
fn property(case: &[&Element], name: &str) -> String {
    let found = case.iter().find(|one| one.name == "property" && one.get("name") == name);
    found.map_or_else(String::new, |one| one.get("value").to_owned())
}

#[test]
fn programs_read_the_defect_as_properties() {
    let elements = read(&write(&sample::judged::judged_run(), Language::Et, Flavour::Full));
    let failed = inside(&elements, "Kinnipidamine");
    for (name, value) in [
        ("outcome", "failed"),
        ("defect", "VIGA-2026-0004"),
        ("defect-state", "määratud"),
        ("defect-owner", "Arendaja AS"),
        ("defect-severity", "oluline"),
        ("defect-effect", "waiver_expired"),
        ("snapshot", ""),
    ] {
        assert_eq!(property(&failed, name), value, "{name}");
    }
    let passed = inside(&elements, "Raamat klapib");
    assert_eq!(property(&passed, "outcome"), "unexpected_pass");
    assert_eq!(property(&passed, "defect-effect"), "unexpected_pass");
    assert_eq!(property(&inside(&elements, "Baasosa 2019"), "outcome"), "known");
    assert_eq!(property(&inside(&elements, "rights/profiilid"), "snapshot"), "rights/profiilid");
    let suite = named(&elements, "property");
    for (name, value) in [("delivery", "STAR 2026.11"), ("build", "2026.11.3")] {
        let found = suite.iter().filter(|one| one.get("name") == name);
        assert!(found.clone().count() == 2 && found.clone().all(|one| one.get("value") == value));
    }
}

#[test]
fn a_known_defect_is_skipped_and_whole_and_an_unexpected_pass_is_passed_and_says_so() {
    for flavour in [Flavour::Full, Flavour::Jenkins] {
        let elements = read(&write(&sample::judged::judged_run(), Language::Et, flavour));
        let known = inside(&elements, "Baasosa 2019");
        let skipped = known.iter().find(|one| one.name == "skipped").unwrap();
        let said = "VIGA-2026-0003 (määratud, TEHIK, Mari Maasikas) – teadaolev, ajutiselt lubatud; lubatud kuni 31.12.2026: baasosa alates";
        assert!(skipped.text.starts_with(said), "{skipped:?}");
        if flavour == Flavour::Full {
            assert_eq!(skipped.get("type"), "Known");
            assert!(skipped.get("message").starts_with(said));
        } else {
            assert!(skipped.attributes.is_empty());
        }
        let out = known.iter().find(|one| one.name == "system-out").unwrap();
        assert!(out.text.contains("191,6496 €") && out.text.contains("rakis defects show"));
        let passed = inside(&elements, "Raamat klapib");
        let verdicts = ["failure", "error", "skipped"];
        assert!(!passed.iter().any(|one| verdicts.contains(&one.name.as_str())), "{passed:?}");
        let out = passed.iter().find(|one| one.name == "system-out").unwrap();
        assert!(out.text.starts_with("Stsenaarium läbiti, kuigi viga on lahendamata."));
        assert!(out.text.contains("VIGA-2026-0010 (määratud, Arendaja AS)"));
    }
}

#[test]
fn counts_add_up_in_suites_and_root() {
    let judged = [sample::judged::judged_run(), sample::judged::remarks_run()];
    for run in [sample::run(), sample::passed_run(), Run::default()].into_iter().chain(judged) {
        let elements = read(&write(&run, Language::Et, Flavour::Full));
        let count = |name| named(&elements, name).len();
        assert_eq!(count("testcase"), run.cases.len());
        assert_eq!(count("failure"), run.count(Outcome::Failed));
        assert_eq!(count("error"), run.count(Outcome::Broken) + run.count(Outcome::Invalid));
        let skipped = [Outcome::Skipped, Outcome::NotRun, Outcome::Known];
        assert_eq!(
            count("skipped"),
            skipped.map(|outcome| run.count(outcome)).iter().sum::<usize>()
        );
        let root = named(&elements, "testsuites")[0];
        for (attribute, all) in [
            ("tests", count("testcase")),
            ("failures", count("failure")),
            ("errors", count("error")),
            ("skipped", count("skipped")),
        ] {
            assert_eq!(root.number(attribute), all);
            let suites = named(&elements, "testsuite");
            let sum: usize = suites.iter().map(|suite| suite.number(attribute)).sum();
            assert_eq!(sum, all, "{attribute} of the suites");
        }
    }
}

#[test]
fn names_are_unique_and_the_same_in_every_language_and_on_every_line() {
    let mut run = sample::run();
    let again: Vec<Case> = run.cases.to_vec();
    run.cases.extend(again);
    let names = |run: &Run, language| -> Vec<(String, String)> {
        let elements = read(&write(run, language, Flavour::Full));
        let name =
            |case: &&Element| (case.get("classname").to_owned(), case.get("name").to_owned());
        named(&elements, "testcase").iter().map(name).collect()
    };
    let et = names(&run, Language::Et);
    assert_eq!(et.iter().collect::<BTreeSet<_>>().len(), run.cases.len(), "{et:#?}");
    assert_eq!(et, names(&run, Language::En));
    for case in &mut run.cases {
        case.line += 100;
    }
    assert_eq!(et, names(&run, Language::Et));
}

#[test]
fn hostile_text_is_readable_and_nothing_of_it_is_lost() {
    let xml = write(&sample::hostile_run(sample::HOSTILE, 500_000), Language::Et, Flavour::Full);
    assert!(xml.len() < 2_000_000, "{} bytes", xml.len());
    let elements = read(&xml);
    let failure = named(&elements, "failure")[0];
    assert!(failure.text.contains("␛[31mpunane␛[0m ␀␈‹U+009B› ]]> </script><script>alert('1')"));
    assert!(failure.text.contains("‹U+202E› ‹U+FFFE›‹U+FFFF› &amp; \"'`"), "{}", failure.text);
    assert!(failure.text.contains("KiB, kokku on 976 KiB"), "a note of the cut");
    for element in named(&elements, "failure").iter().chain(&named(&elements, "error")) {
        assert!(element.get("message").chars().count() <= 500);
        assert!(!element.get("message").contains('\n'));
    }
}

#[test]
fn an_answer_cannot_order_the_ci_server_about() {
    let order = "[[ATTACHMENT|../../etc/passwd]] [[[ATTACHMENT|x]] [[PROPERTY|outcome=passed]]";
    for run in [sample::hostile_run(order, 0), sample::judged::hostile_judged_run(order, 0)] {
        for flavour in [Flavour::Full, Flavour::Jenkins] {
            let xml = write(&run, Language::Et, flavour);
            for element in read(&xml) {
                assert!(!element.text.contains("[[ATTACHMENT|"), "{element:?}");
                assert!(!element.text.contains("[[PROPERTY|"), "{element:?}");
            }
            assert!(xml.contains("[ [ATTACHMENT|"), "it is still to be read");
        }
    }
}

#[test]
fn damaged_times_are_written_as_times() {
    let mut run = sample::run();
    for (case, seconds) in run.cases.iter_mut().zip([i64::MAX, i64::MIN, -1, 1]) {
        case.duration.seconds = seconds;
        case.started.seconds = seconds;
        case.started.nanos = u32::MAX;
    }
    for element in named(&read(&write(&run, Language::Et, Flavour::Full)), "testcase") {
        let (seconds, millis) = element.get("time").split_once('.').unwrap();
        assert!(seconds.parse::<u64>().is_ok() && millis.len() == 3, "{element:?}");
    }
}

/// The folder of the published schemas: given, or `shared/data/schemas` beside the project.
fn schemas() -> Option<std::path::PathBuf> {
    #[expect(clippy::disallowed_methods, reason = "where the schemas are is no setting of rakis")]
    let given =
        std::env::var_os("RAKIS_SHARED").map(|shared| Path::new(&shared).join("data/schemas"));
    let beside = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|folder| folder.join("shared/data/schemas"));
    given.into_iter().chain(beside).find(|folder| folder.is_dir())
}

#[test]
#[expect(clippy::print_stderr, reason = "a check that did not take place must say so")]
fn the_jenkins_flavour_is_valid_against_both_schemas() {
    let Some(schemas) = schemas() else {
        eprintln!("not checked: no folder shared/data/schemas beside the project");
        return;
    };
    if Command::new("xmllint").arg("--version").output().is_err() {
        eprintln!("not checked: xmllint is not installed");
        return;
    }
    let runs = [
        ("run", sample::run()),
        ("hostile", sample::hostile_run(sample::HOSTILE, 10)),
        ("empty", Run::default()),
        ("judged", sample::judged::judged_run()),
        ("judged-hostile", sample::judged::hostile_judged_run(sample::HOSTILE, 10)),
    ];
    for (name, run) in runs {
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("junit-{name}.xml"));
        fs::write(&file, write(&run, Language::Et, Flavour::Jenkins)).unwrap();
        for schema in ["jenkins-junit.xsd", "junit-10.xsd"] {
            let mut lint = Command::new("xmllint");
            lint.args(["--nonet", "--noout", "--schema"]).arg(schemas.join(schema)).arg(&file);
            let output = lint.output().unwrap();
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{name}, {schema}: {said}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_yields_well_formed_xml(text in any::<String>(), flavour in any::<bool>()) {
        let flavour = if flavour { Flavour::Full } else { Flavour::Jenkins };
        let run = sample::hostile_run(&text, 0);
        let elements = read(&write(&run, Language::En, flavour));
        prop_assert_eq!(named(&elements, "testcase").len(), run.cases.len());
        let run = sample::judged::hostile_judged_run(&text, 0);
        let elements = read(&write(&run, Language::Et, flavour));
        prop_assert_eq!(named(&elements, "testcase").len(), run.cases.len());
    }
}
