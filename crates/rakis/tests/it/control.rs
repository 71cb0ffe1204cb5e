//! `rakis control` as people use it: the list, one calculation, the mass calculation, wrong input.

use std::{
    io::Write as _,
    process::{Output, Stdio},
};

use serde_json::Value;

use crate::program::Project;

/// Runs with this on standard input.
fn asked(project: &Project, arguments: &[&str], input: &str) -> Output {
    let mut command = project.command(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("rakis runs");
    child.stdin.take().expect("its input").write_all(input.as_bytes()).expect("it reads");
    child.wait_with_output().expect("rakis ends")
}

fn computed(name: &str, input: &str) -> Value {
    let output = asked(&Project::empty(), &["control", name], input);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{name} {input}: {told}");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[test]
fn the_list_tells_every_calculation_and_runs_outside_a_project() {
    let folder = tempfile::tempdir().expect("a folder");
    let project = Project::empty();
    let mut command = project.command(&["control", "--json", "--lang", "en"]);
    let output = command.current_dir(folder.path()).output().expect("rakis runs");
    assert_eq!(output.status.code(), Some(0));
    let list: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let names: Vec<&str> =
        list.as_array().expect("a list").iter().filter_map(|one| one["nimi"].as_str()).collect();
    assert_eq!(names.len(), 14);
    let told = project.rakis(&["control"]).code(0).out;
    for name in names {
        assert!(told.contains(&format!("{name} – ")), "{name} in {told}");
    }
    assert!(told.contains("    thi_enne: nullist suurem arv (vaikimisi 1)\n"), "{told}");
}

#[test]
fn one_calculation_tells_every_intermediate_value_with_its_paragraph() {
    let index = computed("indeks", r#"{"aasta": 2019, "thi": 1.034, "maks": "1,097"}"#);
    assert_eq!(index["tulemus"]["indeks"], "1.084");
    let first = &index["sammud"][0];
    assert_eq!(first["alus"], "RPKS § 26");
    assert_eq!(first["väärtused"]["T₁"], "1.097");
    assert_eq!(first["nimetus"], "Indeks");
    let chain = computed(
        "indekseerimise-ahel",
        r#"{"baasosa": 175.4390, "aastahinne": 6.161, "rahvapension": 189.31, "aastad": [
            {"aasta": 2019, "indeks": 1.084},
            {"aasta": 2020, "indeks": 1.080, "erakorraline_baasosa": 7}]}"#,
    );
    let last = &chain["tulemus"][1];
    assert_eq!(
        (&last["baasosa"], &last["aastahinne"], &last["rahvapension"]),
        (&"215.5148".into(), &"7.104".into(), &"221.63".into())
    );
    let rise = chain["sammud"].as_array().expect("steps").last().expect("a step");
    assert_eq!((&rise["väärtused"]["tõus"], &rise["tulemus"]), (&"7".into(), &"215.5148".into()));
    // Estonian letters or plain ones; no 17 digits of a float.
    let pension = computed(
        "pension",
        r#"{"baasosa": 153.3035, "aastahinne": 5.514, "rahvapension": 167.40, "staaž": "P43Y6M",
            "kindlustusosakud": [0.1, 0.2]}"#,
    );
    assert_eq!(pension["tulemus"]["pension"], "397.57");
    assert_eq!(pension["sammud"][1]["väärtused"]["ΣK"], "0.300");
    let average = computed(
        "keskmine-kannetest",
        r#"{"miinimum": 1000, "isikud": [{"kanded": [1500.00, -0.10]}, {"kanded": [250, 250]}, {"kanded": [-9]}]}"#,
    );
    assert_eq!(average["tulemus"]["summa"], "1990.90");
    assert_eq!(average["tulemus"]["staaz"], "1.5000");
    assert_eq!(average["tulemus"]["keskmine"], "1327.27");
    let joint = computed(
        "Ühendosak",
        r#"{"aasta": 2021, "summa": 4679.68, "keskmine": 4679.68, "miinimum": 1401.6, "ii_sammas": true}"#,
    );
    assert_eq!(joint["tulemus"]["uhendosak"], "0.800");
}

#[test]
fn everything_wrong_is_told_at_once_with_its_path() {
    let project = Project::empty();
    let wrong = |name: &str, input: &str, parts: &[&str]| {
        let output = asked(&project, &["control", name], input);
        assert_eq!(output.status.code(), Some(2), "{input}");
        assert!(output.stdout.is_empty());
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        for part in parts {
            assert!(told.contains(part), "missing “{part}” in\n{told}");
        }
    };
    wrong(
        "uhendosak",
        r#"{"aasta": 2020, "sumna": 1, "keskmine": 0, "miinimum": "kaks", "ii_sammas": "jah", "aasta": 2021}"#,
        &[
            "$.aasta: väli on kaks korda",
            "$.sumna: sellist välja ei ole",
            "kas mõtlesid „summa“",
            "$.summa: väli puudub",
            "$.keskmine: 0 ei sobi",
            "nullist suurem arv kuni kahe kümnendkohaga",
            "$.miinimum: \"kaks\" ei sobi",
            "$.ii_sammas: \"jah\" ei sobi",
            "true või false",
        ],
    );
    wrong(
        "keskmine-kannetest",
        r#"{"miinimum": 1, "isikud": [{"kanded": [1, 0.001]}, 7]}"#,
        &["$.isikud[0].kanded[1]: 0.001 ei sobi", "$.isikud[1]: 7 ei sobi"],
    );
    wrong("staaz", "[]", &["$: […] ei sobi", "staaz"]);
    wrong("staaz", "{\"staaz\": \"P1Y\",}", &["standardsisend:1:", "ei ole korrektne JSON"]);
    wrong("staaz", "", &["ei ole korrektne JSON"]);
    let large = "9".repeat(28);
    wrong(
        "kindlustusosak",
        &format!(r#"{{"aasta": 2020, "summa": {large}, "keskmine": 0.01}}"#),
        &["arv on liiga suur"],
    );
    project
        .rakis(&["control", "indekseermine"])
        .code(1)
        .tells(&["indekseermine", "indekseerimine"]);
    project.rakis(&["control", "indeks", "ei-ole.json"]).code(2).tells(&["ei-ole.json"]);
}

const FILES: [&str; 8] = [
    "--isikud",
    "isikud.csv",
    "--kanded",
    "kanded.csv",
    "--aastad",
    "aastad.csv",
    "--maarad",
    "maarad.csv",
];

fn population() -> Project {
    let project = Project::empty();
    project
        .write(
            "isikud.csv",
            "isikukood;staaz_1998;ii_sammas;liik\n69901010008;P30Y0M0D;;vanaduspension\n\
             69901010019;P0D;2003;rahvapension\n",
        )
        .write(
            "kanded.csv",
            "isikukood;aasta;liik;summa\n69901010008;2018;pensioniosa;2838.48\n\
             69901010008;2018;pensioniosa;-10.00\n69901010019;2018;pensioniosa;1000.00\n",
        )
        .write("aastad.csv", "aasta;miinimum;keskmine\n2018;1200.00;2838.48\n")
        .write(
            "maarad.csv",
            "alates;indeks;baasosa;aastahinne;rahvapension\n2019-04-01;1.084;191.6496;6.627;205.21\n\
             2020-04-01;1.080;215.5148;7.104;221.63\n",
        );
    project
}

fn mass(project: &Project, more: &[&str]) -> crate::program::Ended {
    let arguments = [&["control", "massarvutus", "--aasta", "2020"], &FILES[..], more].concat();
    project.rakis(&arguments)
}

#[test]
fn the_mass_calculation_writes_its_results_and_explains_one_person() {
    let project = population();
    let ended = mass(&project, &["--valja", "pensionid.csv", "--osakud", "osakud.csv"]).code(0);
    let summary: Value = serde_json::from_str(&ended.out).expect("JSON");
    assert_eq!(summary["tulemus"]["isikuid"], 2);
    assert_eq!(summary["keskmised"][0]["arvutatud"], "2088.30");
    assert_eq!(summary["keskmised"][0]["kinnitatud"], "2838.48");
    assert_eq!(summary["maarad"]["indekseeritud"]["baasosa"], "208.5148");
    let pensions = project.read("pensionid.csv");
    assert!(pensions.contains("69901010008;30;0.996;0.000;397.06;435.71\n"), "{pensions}");
    assert!(project.read("osakud.csv").contains("69901010019;2018;1000.00;0.8333;0.282;0.666;\n"));
    let explained = mass(&project, &["--isik", "69901010008"]).code(0).out;
    let explained: Value = serde_json::from_str(&explained).expect("JSON");
    assert_eq!(explained["tulemus"]["pension_parast"], "435.71");
    let steps = explained["sammud"].as_array().expect("steps");
    assert_eq!(steps[0]["väärtused"]["kanded"], "2838.48; -10.00");
    assert_eq!(steps.last().expect("a step")["alus"], "RPKS §§ 11–13¹");
    // Both at once.
    let both = mass(&project, &["--isik", "69901010008", "--valja", "uus.csv"]).code(0).out;
    assert_eq!(serde_json::from_str::<Value>(&both).expect("JSON"), explained);
    assert_eq!(project.read("uus.csv"), pensions);
    // The same by the English names, without writing anything.
    let english = [
        "control",
        "massarvutus",
        "--year",
        "2020",
        "--persons",
        "isikud.csv",
        "--entries",
        "kanded.csv",
        "--years",
        "aastad.csv",
        "--rates",
        "maarad.csv",
    ];
    assert_eq!(project.rakis(&english).code(0).out, ended.out);
}

#[test]
fn wrong_files_are_told_with_their_place_and_results_stay_as_they_were() {
    let project = population();
    project.write("pensionid.csv", "vana\n");
    let kanded = project.read("kanded.csv");
    project.write("kanded.csv", kanded.replace("1000.00", "1000,00"));
    mass(&project, &["--valja", "pensionid.csv"])
        .code(2)
        .tells(&["kanded.csv:4:30", "kümnendpunktiga"]);
    assert_eq!(project.read("pensionid.csv"), "vana\n");
    project.write("kanded.csv", &kanded);
    mass(&project, &["--isik", "69901010030"]).code(2).tells(&["isikut ei ole"]);
    mass(&project, &["--valja", "kanded.csv"]).code(1).tells(&["kanded.csv"]);
    assert_eq!(project.read("kanded.csv"), kanded);
    mass(&project, &["--valja", "ei-ole/pensionid.csv"]).code(3).tells(&["ei-ole/pensionid.csv"]);
    // A code that may be of somebody is neither computed with nor shown.
    let real = "37605030299";
    let rows = "isikukood;staaz_1998;ii_sammas;liik\n37605030299;P1Y;;vanaduspension\n";
    project.write("isikud.csv", rows).write("kanded.csv", "isikukood;aasta;liik;summa\n");
    let told = mass(&project, &["--valja", "pensionid.csv"]).code(2).tells(&["isikud.csv:2:1"]);
    assert!(!told.err.contains(real) && !told.out.contains(real));
    assert_eq!(project.read("pensionid.csv"), "vana\n");
    // The project's own register of invented people allows it.
    let settings = project.read("rakis.yaml");
    project.write("rakis.yaml", format!("{settings}\nsünteetilised isikukoodid: [\"{real}\"]\n"));
    mass(&project, &["--valja", "pensionid.csv"]).code(0);
    assert!(project.read("pensionid.csv").contains(real));
}
