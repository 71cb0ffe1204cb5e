//! Reading environments and bindings: what is right reads, what is wrong is told all at once.

use std::collections::BTreeSet;

use rakis_environment::{Kind, missing, names, operations_of};
use rakis_model::Problems;

use crate::common::{load_test, project, variables};

const GOOD: &str = "\
nimetus: Testkeskkond
liik: test
aadress: https://star-test.example.ee/api/
seosed: [bindings/a.yaml, bindings]
saladused:
  VÕTI: { muutuja: TEST_VÕTI }
  fail-1: { fail: saladused/võti.txt }
päised:
  X-Api-Key: \"{saladus:VÕTI}\"
  Authorization: \"Bearer {sessioon?}\"
piirid: { ühendus_s: 1, päring_s: 600, vastus_mb: 2, korraga: 3 }
muutujad: { süsteem: star, number: 1.5, loetelu: [a, õ] }
tervis: tervis
";
const A: &str = "\
toimingud:
  tervis: { päring: GET /tervis, oodatud: 200 }
  taotle rolli:
    kirjeldus: Taotlus
    päring: POST /{süsteem}/taotlused?vana={vana?}
    päised: { X-Fail: \"{saladus:fail-1}\" }
    keha: { isikukood: \"{isik}\", rollid: \"{rollid}\" }
    oodatud: [201, 200]
    vastus: { taotlus: $.id, otsus: \"$['otsus']\" }
  otsi: { päring: POST /otsi, oodatud: 200, muudab: ei }
";
const B: &str = "toimingud:\n  kustuta: { request: DELETE /x, expected: 204 }\n";

fn good() -> tempfile::TempDir {
    project(&[
        ("environments/test.yaml", GOOD),
        ("environments/kaug.example.yaml", "vigane"),
        ("environments/embedded.yaml", "nimetus: S\nliik: embedded\nseosed: [bindings/b.yaml]\n"),
        ("environments/bindings/a.yaml", A),
        ("environments/bindings/b.yaml", B),
        ("environments/bindings/loemind.txt", "ei ole YAML"),
        ("saladused/võti.txt", "failis olev saladus\r\n"),
    ])
}

#[test]
fn an_environment_reads_with_its_bindings_and_secrets() {
    let project = good();
    assert_eq!(names(project.path()), ["embedded", "test"]);
    let (definition, lines) = load_test(project.path(), &["*.sotsiaalkindlustusamet.ee"]);
    assert_eq!(lines, [""; 0]);
    let definition = definition.unwrap();
    assert_eq!((definition.kind, definition.title.as_str()), (Kind::Test, "Testkeskkond"));
    let known: Vec<_> = definition.operations.keys().map(String::as_str).collect();
    assert_eq!(known, ["kustuta", "otsi", "taotle rolli", "tervis"]);
    let operation = &definition.operations["taotle rolli"];
    assert_eq!((operation.method(), operation.writes), ("POST", true));
    assert_eq!(operation.variables(), BTreeSet::from(["isik", "rollid", "süsteem"]));
    assert!(definition.operations["kustuta"].writes && !definition.operations["otsi"].writes);
    let place = definition.operation_place("taotle rolli").unwrap().to_string();
    assert_eq!(place, "environments/bindings/a.yaml:3:3");
    assert_eq!(definition.variables["number"].to_string(), "1.5");
    assert_eq!(definition.limits.response_bytes, 2 * 1024 * 1024);
    let redactor = definition.redactor();
    let hidden = "x väga salajane/võti y failis olev saladus z";
    assert_eq!(redactor.apply(hidden), "x [saladus] y [saladus] z");
    let shown = format!("{definition:?}");
    assert!(!shown.contains("salajane") && !shown.contains("failis olev"), "{shown}");
}

#[test]
fn operations_are_known_without_secrets_and_missing_ones_are_named() {
    let project = good();
    let mut problems = Problems::new();
    let operations = operations_of(project.path(), "embedded", &mut problems).unwrap();
    assert!(problems.is_empty());
    let used = ["kustuta", "taotle rolli", "otsi"].map(str::to_owned).into();
    assert_eq!(missing(&operations, &used), ["otsi", "taotle rolli"]);
    std::fs::remove_file(project.path().join("saladused/võti.txt")).unwrap();
    let operations = operations_of(project.path(), "test", &mut problems).unwrap();
    assert!(problems.is_empty() && missing(&operations, &used).is_empty());
    assert_eq!(load_test(project.path(), &[]).1, ["test.yaml:7:19 env-secret-file"]);
}

fn check(name: &str, expected: &[&str]) {
    let project = good();
    let mut problems = Problems::new();
    assert!(
        rakis_environment::load(project.path(), name, &[], &variables, &mut problems).is_none()
    );
    let found: Vec<_> = problems
        .iter()
        .map(|one| format!("{} {}", one.message.key, one.hints[0].args[0].1))
        .collect();
    assert_eq!(found, expected, "{name}");
}

#[test]
fn an_unknown_environment_is_told_with_the_known_ones() {
    check("tst", &["env-unknown test"]);
    check("kaug.example", &["env-unknown embedded, test"]);
    check("../environments/test", &["env-unknown embedded, test"]);
    check("", &["env-unknown embedded, test"]);
}

/// Checks one environment file, with good bindings beside it.
fn check_file(text: &str, expected: &[&str]) {
    let project = good();
    std::fs::write(project.path().join("environments/test.yaml"), text).unwrap();
    let (definition, lines) =
        load_test(project.path(), &["*.sotsiaalkindlustusamet.ee", "10.1.2.3"]);
    assert_eq!(lines, expected, "{text}");
    assert_eq!(definition.is_none(), !expected.is_empty(), "{text}");
}

#[test]
fn every_problem_of_an_environment_is_told_with_its_place() {
    check_file(
        "\
nimetus: \"\"
liik: tets
aadres: http://x
seosed: []
päised: { Host: a, X Y: b, a: \"{\", A: \"1\", b: \"{saladus:EI}\" }
piirid: { ühendus_s: 0, päring_s: kaua, vastus_mb: 5000 }
muutujad: { parool: Suvi2026, \"a{b\": 1 }
tervis: tervis
",
        &[
            "test.yaml:1:10 yaml-empty",
            "test.yaml:2:7 env-kind-unknown (test)",
            "test.yaml:3:1 yaml-unknown-key (aadress)",
            "test.yaml:4:1 env-bindings-empty",
            "test.yaml:5:1 env-secret-undeclared",
            "test.yaml:5:11 env-header-reserved",
            "test.yaml:5:20 env-header-name",
            "test.yaml:5:31 env-placeholder-open",
            "test.yaml:6:22 env-limit-range",
            "test.yaml:6:35 yaml-not-a-number",
            "test.yaml:6:52 env-limit-range",
            "test.yaml:7:13 env-secret-literal",
            "test.yaml:7:31 env-variable-name",
            "test.yaml:8:9 env-health-unknown",
        ],
    );
    let base = "nimetus: T\nliik: test\naadress: http://a.ee\n";
    for (more, expected) in [
        (
            "seosed: [bindings/c.yaml, ../environments/saladused]",
            vec!["test.yaml:4:10 env-bindings-absent", "test.yaml:4:27 env-bindings-absent"],
        ),
        (
            "seosed: [bindings/b.yaml]\ntervis: kustua",
            vec!["test.yaml:5:9 env-health-unknown (kustuta)"],
        ),
        ("seosed: [bindings/b.yaml]\ntervis: kustuta", vec!["test.yaml:5:9 env-health-writes"]),
        (
            "seosed: [bindings/b.yaml]\npäised: { a: \"{x}\", c: \"{y?}\" }\ntervis: kustuta",
            vec!["test.yaml:6:9 env-health-writes", "test.yaml:6:9 env-health-variable"],
        ),
        ("", vec!["test.yaml:1:1 yaml-missing-key"]),
        ("seosed: bindings", vec!["test.yaml:4:9 yaml-not-a-list"]),
    ] {
        check_file(&format!("{base}{more}\n"), &expected);
    }
}

#[test]
fn production_is_refused_by_kind_and_by_host() {
    let with = |kind: &str, address: &str| {
        format!("nimetus: T\nliik: {kind}\naadress: {address}\nseosed: [bindings/b.yaml]\n")
    };
    check_file(&with("toodang", "http://a.ee"), &["test.yaml:3:10 env-production-kind"]);
    check_file(&with("production", "http://a.ee"), &["test.yaml:3:10 env-production-kind"]);
    for address in [
        "https://star.sotsiaalkindlustusamet.ee",
        "https://STAR.SOTSIAALKINDLUSTUSAMET.EE./tee",
        "http://10.1.2.3:8080",
        "http://0x0a010203",
    ] {
        check_file(&with("test", address), &["test.yaml:3:10 env-production-host"]);
    }
    check_file(&with("test", "http://u:p@a.ee"), &["test.yaml:3:10 env-address-user"]);
    check_file(&with("embedded", "http://a.ee"), &["test.yaml:3:1 env-embedded-address"]);
    check_file(&with("test", "http://10.1.2.4"), &[]);
}

#[test]
fn secrets_are_never_written_out_missing_or_short() {
    let text = "\
nimetus: T
liik: test
aadress: http://a.ee
seosed: [bindings/b.yaml]
saladused:
  A: Suvi2026-salajane
  B: { muutuja: TEST_PUUDUB }
  C: { muutuja: TEST_LYHIKE }
  D: { muutuja: TEST_TÜHI }
  E: { fail: puudub.txt }
  F: { muutuja: X, fail: y }
  G: {}
päised:
  Authorization: Bearer Suvi2026-salajane
";
    check_file(
        text,
        &[
            "test.yaml:6:3 env-secret-literal",
            "test.yaml:7:17 env-secret-variable-unset",
            "test.yaml:8:17 env-secret-short",
            "test.yaml:9:17 env-secret-short",
            "test.yaml:10:14 env-secret-file",
            "test.yaml:11:3 env-secret-one-origin",
            "test.yaml:12:3 env-secret-one-origin",
            "test.yaml:14:3 env-secret-literal",
        ],
    );
    let project = good();
    std::fs::write(project.path().join("environments/test.yaml"), text).unwrap();
    let mut problems = Problems::new();
    rakis_environment::load(project.path(), "test", &[], &variables, &mut problems);
    for one in problems.iter().filter(|one| one.message.key == "env-secret-literal") {
        let place = one.place.as_ref().unwrap();
        let excerpt = &place.source.text[place.source.line_range(place.line_column().0)];
        assert!(excerpt.contains("[saladus]") && !excerpt.contains("Suvi2026"), "{excerpt}");
        assert!(!format!("{:?}{:?}", one.message, one.hints).contains("Suvi2026"));
    }
}

/// Checks one binding file.
fn check_bindings(text: &str, expected: &[&str]) {
    let project = project(&[
        (
            "environments/test.yaml",
            "nimetus: T\nliik: test\naadress: http://a.ee\nseosed: [b.yaml]\nsaladused: { V1: { muutuja: TEST_VÕTI } }\n",
        ),
        ("environments/b.yaml", text),
    ]);
    let (definition, lines) = load_test(project.path(), &[]);
    assert_eq!(lines, expected, "{text}");
    assert_eq!(definition.is_none(), !expected.is_empty(), "{text}");
}

#[test]
fn every_problem_of_a_binding_is_told_with_its_place() {
    check_bindings("", &["b.yaml:1:1 yaml-not-a-map"]);
    check_bindings("toimingud: [a]", &["b.yaml:1:12 yaml-not-a-map"]);
    check_bindings(
        "toiming: {}",
        &["b.yaml:1:1 yaml-unknown-key (toimingud)", "b.yaml:1:1 yaml-missing-key"],
    );
    check_bindings("toimingud: { a: [", &["b.yaml:1:18 yaml-malformed"]);
    for (operation, expected) in [
        ("{ päring: GET /x, oodatud: 200 }", vec![]),
        ("{ paring: GET /x, oodatud: 200 }", vec!["unknown", "missing"]),
        ("{ päring: GTE /x, oodatud: 200 }", vec!["b.yaml:2:16 env-method-unknown (GET)"]),
        ("{ päring: get /x, oodatud: 200 }", vec!["b.yaml:2:16 env-method-unknown (GET)"]),
        ("{ päring: /x, oodatud: 200 }", vec!["b.yaml:2:16 env-request-form"]),
        ("{ päring: GET x, oodatud: 200 }", vec!["b.yaml:2:16 env-path-no-slash"]),
        ("{ päring: GET http://b.ee/x, oodatud: 200 }", vec!["b.yaml:2:16 env-path-no-slash"]),
        ("{ päring: \"GET /{x\", oodatud: 200 }", vec!["b.yaml:2:16 env-placeholder-open"]),
        ("{ päring: \"GET /{$x}\", oodatud: 200 }", vec!["b.yaml:2:16 env-placeholder-wrong"]),
        ("{ päring: \"GET /?token=abc\", oodatud: 200 }", vec!["b.yaml:2:8 env-secret-literal"]),
        ("{ päring: GET /x, oodatud: [] }", vec!["b.yaml:2:24 env-expected-empty"]),
        ("{ päring: GET /x, oodatud: [200, 99] }", vec!["b.yaml:2:39 env-status-wrong"]),
        ("{ päring: GET /x, oodatud: ok }", vec!["b.yaml:2:33 yaml-not-a-number"]),
        (
            "{ päring: GET /x, oodatud: 200, vastus: { a: id } }",
            vec!["b.yaml:2:51 env-json-path-wrong"],
        ),
        (
            "{ päring: GET /x, oodatud: 200, vastus: { a: \"$.x[*]\" } }",
            vec!["b.yaml:2:51 env-json-path-wrong"],
        ),
        (
            "{ päring: HEAD /x, oodatud: 200, vastus: { a: $.x } }",
            vec!["b.yaml:2:3 env-head-captures"],
        ),
        (
            "{ päring: \"GET /x?a={saladus:V2}\", oodatud: 200 }",
            vec!["b.yaml:2:3 env-secret-undeclared (V1)"],
        ),
        (
            "{ päring: PUT /x, oodatud: 200, keha: { a: {isik} } }",
            vec!["b.yaml:2:49 env-placeholder-unquoted"],
        ),
        (
            "{ päring: PUT /x, oodatud: 200, päised: { Authorization: Basic YWJj } }",
            vec!["b.yaml:2:48 env-secret-literal"],
        ),
        ("{ päring: PUT /x, oodatud: 200, muudab: vist }", vec!["b.yaml:2:46 yaml-not-a-bool"]),
    ] {
        let text = format!("toimingud:\n  a: {operation}\n");
        match expected.as_slice() {
            ["unknown", "missing"] => check_bindings(
                &text,
                &["b.yaml:2:1 yaml-missing-key", "b.yaml:2:8 yaml-unknown-key (päring)"],
            ),
            expected => check_bindings(&text, expected),
        }
    }
}

#[test]
fn an_operation_bound_in_two_files_is_told_with_both_places() {
    let project = good();
    std::fs::write(
        project.path().join("environments/bindings/c.yaml"),
        "toimingud:\n  x: { päring: GET /, oodatud: 200 }\n  kustuta: { päring: GET /, oodatud: 200 }\n",
    )
    .unwrap();
    let mut problems = Problems::new();
    operations_of(project.path(), "test", &mut problems);
    let problems = problems.into_sorted();
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].message.key, "env-operation-twice");
    assert_eq!(problems[0].place.as_ref().unwrap().to_string(), "environments/bindings/c.yaml:3:3");
    let (first, _) = problems[0].related.as_ref().unwrap();
    assert_eq!(first.to_string(), "environments/bindings/b.yaml:2:3");
}
