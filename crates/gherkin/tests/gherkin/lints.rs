//! What a file may hold although its writer did not mean it.

use rakis_gherkin::lint;
use rakis_model::{
    Severity,
    words::{Language, Words},
};

use super::{at, estonian};

/// Findings as `rida:veerg võti`, a warning with `?`.
fn findings(text: &str) -> Vec<String> {
    let parsed = estonian(text).unwrap_or_else(|problems| panic!("{text}\n{problems:?}"));
    let mark = |severity| if severity == Severity::Warning { "?" } else { "" };
    lint(&parsed).iter().map(|one| format!("{}{}", at(one), mark(one.severity))).collect()
}

/// The same of lines put above the first step of a scenario.
fn in_scenario(lines: &str) -> Vec<String> {
    findings(&format!("Omadus: o\nStsenaarium: s\n{lines}\n\n  Kui tuleb\n"))
}

/// The same of lines put under the feature.
fn in_feature(lines: &str) -> Vec<String> {
    findings(&format!("Omadus: o\n{lines}\n\nStsenaarium: s\n  Kui tuleb\n"))
}

#[test]
fn a_good_file_has_no_findings() {
    let text = "# language: et\n@a\nOmadus: o\n  Et inimene saaks pensioni õigel ajal,\n  ja õiges summas, on vaja kontrolli.\n\n  Kui midagi on valesti, siis\n  tuleb sellest teada anda.\n\n  Taust:\n    Eeldades asutus on\n\n  Reegel: r\n    Stsenaarium: a\n      Siin kontrollitakse õigusi.\n      Kui x > 1 ja y < 2\n      * <b> \n        | a |\n\n    Raamstsenaarium: <nimi>\n      Kui <nimi> on\n        \"\"\"\n        <xml/> <liik>\n        \"\"\"\n\n      Juhtumid: kõik\n        Kõik liigid.\n        | nimi | liik |\n        | õ    | 1    |\n";
    assert_eq!(findings(text), ["17:9 unknown-placeholder?"]);
    assert_eq!(findings(&text.replace("<b>", "b")), [""; 0]);
}

#[test]
fn steps_that_became_description_are_errors() {
    for line in [
        "  kui isik tuleb",
        "  KUI isik tuleb",
        "  Kui: isik tuleb",
        "  Kui\u{A0}isik tuleb",
        "  Kui",
        "  Eeldaes isik on olemas.",
        "  Eeldades, et isik on olemas",
        "  ja isik tuleb",
        "  Sis isik tuleb",
    ] {
        assert_eq!(in_scenario(line), ["3:3 vanished-step"], "{line}");
    }
    for line in ["  Jah, isik tuleb", "  Siin on kirjas.", "  Kuidas see käib", "  Õigused antakse"]
    {
        assert_eq!(in_scenario(line), [""; 0], "{line}");
    }
    let text = "Omadus: o\nTaust:\n  eeldades x\n  Ja y\nStsenaarium: s\n  Kui z\n";
    assert_eq!(findings(text), ["3:3 vanished-step"]);
}

#[test]
fn one_cause_is_told_once() {
    let text = "Omadus: o\nStsenaarium: s\n  kui x\n  siis y\n";
    assert_eq!(findings(text), ["3:3 vanished-step", "4:3 vanished-step"]);
    assert_eq!(findings("Omadus: o\nStsenaarium: s\n  jutt\n"), ["2:1 no-steps"]);
}

#[test]
fn prose_above_the_scenarios_is_left_alone() {
    assert_eq!(
        in_feature("  Kui isik tuleb\n  siis ta lahkub"),
        ["2:3 vanished-step?", "3:3 vanished-step?"]
    );
    assert_eq!(in_feature("  Kui isik tuleb, siis\n  ta lahkub."), [""; 0]);
    assert_eq!(in_feature("  Ametnik vaatab taotlust\n  ja otsustab selle üle"), [""; 0]);
    assert_eq!(in_feature("  Kui isik tuleb, siis ta lahkub."), [""; 0]);
    assert_eq!(in_feature("  Siin on jutt"), [""; 0]);
}

#[test]
fn titles_that_became_description() {
    assert_eq!(in_feature("  stsenaarium: a\n    Kui x"), ["2:3 vanished-title"]);
    assert_eq!(in_feature("  Stsenaarium : a"), ["2:3 vanished-title"]);
    assert_eq!(in_feature("  Stsenarium: a"), ["2:3 vanished-title?"]);
    assert_eq!(in_scenario("  Stsenarium: a"), ["3:3 vanished-title"]);
    assert_eq!(in_scenario("  Taust:"), ["3:3 vanished-title"]);
    assert_eq!(in_scenario("  Omadus: p"), ["3:3 vanished-title"]);
    assert_eq!(in_feature("  Juhtumite haldus: kõik"), [""; 0]);
    assert_eq!(in_scenario("  Scenario: a"), ["3:3 foreign-keyword"]);
    assert_eq!(in_scenario("  Given a"), ["3:3 foreign-keyword"]);
    assert_eq!(in_feature("  Given a"), [""; 0]);
}

#[test]
fn what_never_runs() {
    assert_eq!(findings(""), ["1:1 no-feature"]);
    assert_eq!(findings("# x\nOmadus: o\nReegel: r\n"), ["2:1 no-scenarios?"]);
    assert_eq!(
        findings("Omadus: o\nTaust:\nRaamstsenaarium: s\nKui <a>\n"),
        ["2:1 empty-background?", "3:1 no-examples", "4:5 unknown-placeholder?"]
    );
    assert_eq!(
        findings("Omadus: o\nStsenaarium: s\nKui <a>\nJuhtumid:\n|a|\nJuhtumid: teine\n"),
        ["4:1 no-rows", "6:1 no-rows"]
    );
}

#[test]
fn placeholders_and_columns() {
    let text = "Omadus: o\nTaust:\n Kui <a>\nStsenaarium: <a> <õ>\n Kui <b>\n  | <c> | d\n  | <a> |\nJuhtumid:\n| a | b | e | b |\n| 1 | 2 | 3 | 4 |\nJuhtumid:\n| a | b | õ | c |\n| 1 | 2 | 3 | 4 |\n";
    assert_eq!(
        findings(text),
        [
            "3:6 unknown-placeholder?",
            "4:18 unknown-placeholder?",
            "6:3 after-row?",
            "6:5 unknown-placeholder?",
            "9:11 unused-column?",
            "9:15 same-column?"
        ]
        .map(str::to_owned)
    );
}

#[test]
fn names_and_languages() {
    let text = "Omadus: o\nStsenaarium: a\nKui x\n# language: en\nReegel: r\nStsenaarium: a\nKui y\nStsenaarium:\nKui y\nStsenaarium:\nKui y\n";
    assert_eq!(findings(text), ["4:1 language-ignored?", "6:1 same-name?"]);
}

#[test]
fn a_finding_reads_as_a_sentence() {
    let parsed = estonian("Omadus: o\nStsenaarium: s\n  kui x\n").unwrap();
    let found = lint(&parsed);
    let words = Words::new(Language::Et, &[rakis_gherkin::WORDS]);
    assert_eq!(
        words.text(&found[0].message),
        "see rida ei ole samm, vaid jääb kirjelduseks ja seda ei kontrollita"
    );
    assert_eq!(
        words.text(&found[0].hints[0]),
        "kui see on samm, alusta rida sõnaga „Kui“ (täpselt nii) ja jäta selle järele tühik"
    );
}
