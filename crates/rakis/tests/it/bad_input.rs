//! Bad input: an excerpt with file:line:column, what is wrong and what to do, everything of a
//! file at once, exit code 2, nothing run and nothing written.

use crate::program::Project;

const SPEC: &str = "\
lähteülesanne: STAR-2026-09
pealkiri: Proov
süsteem: STAR
valdkond: proov
redaktsioon: 1
olek: kavand
õiguslik alus: [STARi põhimäärus]
eesmärk: Proovida.
analüüs: { andmeobjektid: [kasutaja], liidesed: [taotlused] }
nõuded:
  - tunnus: STAR-2026-09.1
    nõue: Süsteem vastab.
    tähtsus: peab
    põhjendus: Muidu ei saa testida.
    kriteeriumid:
      - tunnus: a
        pealkiri: Süsteem vastab
        kui: ['teen päringu GET \"/tervis\"']
        siis: [vastuse olek on 200]
";

/// Runs with this specification and looks for what must be told.
fn spec_tells(change: (&str, &str), parts: &[&str]) {
    let project = Project::empty();
    let text = SPEC.replace(change.0, change.1);
    assert_ne!(text, SPEC, "the change must change something: {change:?}");
    project.write("specs/proov/proov.yaml", text);
    for command in ["check", "run", "derive"] {
        project.rakis(&[command]).code(2).tells(parts);
    }
    assert!(project.runs().is_empty(), "nothing was run");
    assert!(!project.path("features").exists(), "nothing was derived");
}

#[test]
fn the_specification_of_these_tests_is_right_by_itself() {
    let project = Project::empty();
    project.write("specs/proov/proov.yaml", SPEC);
    project.rakis(&["derive"]).code(0);
    project.rakis(&["run"]).code(0);
}

#[test]
fn specifications() {
    spec_tells(
        ("pealkiri: Proov", "pealkirri: Proov"),
        &["proov.yaml:2:1", "pealkirri", "kas mõtlesid „pealkiri“"],
    );
    spec_tells(("nõuded:\n", "nõuded: [\n"), &["proov.yaml:", "YAML on vigane"]);
    spec_tells(("        siis: [vastuse olek on 200]\n", ""), &["proov.yaml:16:", "siis"]);
    spec_tells(
        ("redaktsioon: 1", "redaktsioon: 1\nkuupäev: 31.02.2026"),
        &["proov.yaml:6:", "31.02.2026"],
    );
    spec_tells(
        ("    põhjendus", "    seotud: [STAR-2026-09.7]\n    põhjendus"),
        &["proov.yaml:14:", "STAR-2026-09.7"],
    );
    spec_tells(("Süsteem vastab\n", "Vastab <kood>\n"), &["proov.yaml:17:", "kood"]);
}

#[test]
fn all_faults_of_a_file_are_told_at_once() {
    spec_tells(
        (
            "süsteem: STAR\nvaldkond: proov\nredaktsioon: 1",
            "süsteem: STAAR\nvaldkond: muu\nredaktsioon: null",
        ),
        &["proov.yaml:3:", "proov.yaml:4:", "proov.yaml:5:"],
    );
}

#[test]
fn one_fault_of_a_specification_does_not_raise_others() {
    let project = Project::whole();
    let file = "specs/rights/star-kasutajaoigused.yaml";
    project.write(file, project.read(file).replace("olek: kinnitatud", "olek: kinitatud"));
    let told = project.rakis(&["run", "--req", "STAR-2026-01.3"]).code(2).tells(&["kinitatud"]);
    assert_eq!(told.err.matches("viga:").count(), 1, "{}", told.err);
}

#[test]
fn an_agreed_requirement_without_a_scenario_never_passes() {
    let project = Project::whole();
    project.write("features/rights/star-kasutajaoigused.feature", "");
    project.rakis(&["run"]).code(2).tells(&["star-kasutajaoigused.feature:1:1", "STAR-2026-01.8"]);
    assert!(project.runs().is_empty());
}

#[test]
fn what_is_no_file_or_too_much_of_one_ends_with_a_word() {
    let project = Project::empty();
    project.write("specs/proov/suur.yaml", "a: b\n".repeat(1_000_000));
    project.write("specs/proov/sügav.yaml", "{a: ".repeat(50_000));
    project.write("features/proov/suur.feature", " ".repeat(20_000_000));
    let pipe = project.path("specs/proov/toru.yaml");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    project.rakis(&["check"]).code(2).tells(&["suur.yaml:1:", "sügav.yaml:1:", "suur.feature"]);
    if made.is_ok_and(|status| status.success()) {
        project.rakis(&["check"]).code(2).tells(&["toru.yaml"]);
    }
}

#[test]
fn one_id_in_two_files() {
    let project = Project::empty();
    project.write("specs/proov/a.yaml", SPEC).write("specs/proov/b.yaml", SPEC);
    project.rakis(&["check"]).code(2).tells(&["a.yaml", "b.yaml", "STAR-2026-09"]);
}

#[test]
fn encodings() {
    let project = Project::empty();
    project.write("specs/proov/bom.yaml", format!("\u{FEFF}{SPEC}"));
    project.write("specs/proov/latin.yaml", b"l\xE4hte\xFClesanne: X\n");
    project.write("features/proov/utf16.feature", b"\xFF\xFEO\0m\0");
    project.rakis(&["run"]).code(2).tells(&[
        "bom.yaml:1:1",
        "BOM",
        "latin.yaml:1:2",
        "0xE4",
        "utf16.feature",
        "UTF-16",
        "salvesta fail uuesti",
    ]);
    assert!(project.runs().is_empty());
}

/// Runs with this feature and looks for what must be told.
fn feature_tells(feature: &str, parts: &[&str]) {
    let project = Project::empty();
    project.write("features/proov/proov.feature", feature);
    for command in ["check", "run"] {
        project.rakis(&[command]).code(2).tells(parts);
    }
    assert!(project.runs().is_empty(), "nothing was run");
}

#[test]
fn features() {
    let head = "# language: et\n@no-story-or-req @mod-STAR\nOmadus: Proov\n\n  Stsenaarium: Üks\n";
    feature_tells(
        &format!("{head}    Kui teen päringu GET \"/tervis\"\n    Siis vastuse olekk on 200\n"),
        &["proov.feature:7:10", "vastuse olekk on 200", "lähim tuntud samm", "vastuse olek on"],
    );
    feature_tells(
        &format!("{head}    kui teen päringu GET \"/tervis\"\n    Siis vastuse olek on 200\n"),
        &["proov.feature:6:", "Kui"],
    );
    feature_tells(
        &format!("{head}    Kui teen päringu GET \"/tervis\"\n      | a | b |\n      | 1 |\n"),
        &["proov.feature:8:"],
    );
    feature_tells(
        "# language: et\nOmadus: Proov\n\n  Stsenaarium: Üks\n    Mida see on\n  Reegel\n",
        &["proov.feature:"],
    );
    feature_tells(
        &format!("{head}    Kui teen toimingu \"anna kõik õigused\"\n"),
        &["proov.feature:6:", "anna kõik õigused", "environments/bindings"],
    );
    feature_tells(
        "# language: et\n@req-STAR-2026-99.1\nOmadus: Proov\n\n  Stsenaarium: Üks\n    Kui teen päringu GET \"/tervis\"\n",
        &["proov.feature:2:1", "STAR-2026-99.1"],
    );
}

#[test]
fn an_ambiguous_step_names_all_that_match() {
    let project = Project::empty();
    project.write(
        "steps/phrases/a.yaml",
        "fraasid:\n  süsteem on {string} korras:\n    - 'teen päringu GET \"/tervis\"'\n",
    );
    project.write(
        "steps/phrases/b.yaml",
        "fraasid:\n  süsteem on {word} korras:\n    - 'teen päringu GET \"/tervis\"'\n",
    );
    project.write(
        "features/proov/proov.feature",
        "# language: et\n@no-story-or-req\nOmadus: Proov\n\n  Stsenaarium: Üks\n    Kui süsteem on \"täna\" korras\n",
    );
    project.rakis(&["run"]).code(2).tells(&["proov.feature:6:9", "a.yaml:2", "b.yaml:2"]);
}

#[test]
fn environments() {
    let project = Project::empty();
    project.write("specs/proov/proov.yaml", SPEC);
    project.rakis(&["derive"]).code(0);
    let environment = "nimetus: Test\nliik: test\naadress: https://test.example\nseosed: [bindings/reference]\nsaladused:\n  PAROOL: { muutuja: RAKIS_TEST_PUUDUV }\n";
    project.write("environments/kaug.yaml", environment);
    project.rakis(&["run", "--env", "kaug"]).code(2).tells(&["kaug.yaml:6:", "RAKIS_TEST_PUUDUV"]);
    project.rakis(&["run", "--env", "kauk"]).code(2).tells(&["kauk", "kaug"]);
    for production in [
        environment.replace("liik: test", "liik: toodang"),
        environment.replace("test.example", "star.sotsiaalkindlustusamet.ee"),
        environment.replace("test.example", "STAR.Sotsiaalkindlustusamet.ee."),
    ] {
        project.write("environments/kaug.yaml", production);
        project.rakis(&["run", "--env", "kaug"]).code(2).tells(&["kaug.yaml:", "toodang"]);
        project.rakis(&["env", "check", "kaug"]).code(2).tells(&["toodang"]);
    }
    assert!(project.runs().is_empty());
}

#[test]
fn command_lines() {
    let project = Project::empty();
    project.rakis(&["run", "--taggs", "@a"]).code(1).tells(&["--taggs", "--tags", "rakis --help"]);
    project.rakis(&["runn"]).code(1).tells(&["runn", "run"]);
    project.rakis(&["run", "--jobs", "0"]).code(1).tells(&["--jobs"]);
    project.rakis(&["run", "features/puudub"]).code(2).tells(&["features/puudub"]);
    project.rakis(&["run", ""]).code(2).tells(&["tühi tee"]);
    project
        .rakis(&["run", "--fault", "rights.leaver-keeps-acces"])
        .code(2)
        .tells(&["rights.leaver-keeps-access"]);
    let nowhere = tempfile::tempdir().expect("a folder");
    let mut command = project.command(&["run"]);
    let output = command.current_dir(nowhere.path()).output().expect("rakis runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("rakis.yaml"));
}
