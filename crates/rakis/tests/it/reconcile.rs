//! `rakis reconcile` as people use it.

use std::fmt::Write as _;

use rakis_environment::{Environment, Variables};
use rakis_model::{PersonalCode, Problems};

use crate::program::Project;

const LEFT: &str =
    "isikukood;aastahinne;märkus\n69901010008;7,10;a\n69901010019;7,10;b\n37605030299;7,10;c\n";
const RIGHT: &str =
    "isikukood;aastahinne;märkus\n37605030299;7.11;c\n69901010008;7.11;a\n69901010020;1;d\n";

#[test]
fn differences_are_shown_written_and_told_by_the_exit_code() {
    let project = Project::empty();
    project.write("oodatud.csv", LEFT).write("tegelik.csv", RIGHT);
    let same = ["reconcile", "oodatud.csv", "oodatud.csv", "--key", "isikukood"];
    let equal = project.rakis(&same).code(0);
    assert!(equal.out.contains("Võrdseid ridu 3"), "{}", equal.out);
    let all = ["reconcile", "oodatud.csv", "tegelik.csv", "--key", "isikukood"];
    let told = project.rakis(&[&all[..], &["--out", "erinevused.csv"]].concat()).code(6);
    for part in [
        "ridu 3, utf-8, eraldaja „;“",
        "2: „aastahinne“ erineb 0,01 võrra (",
        "puudub paremal: 69901010019 (vasakul rida 3)",
        "puudub vasakul: 69901010020 (paremal rida 4)",
        "erineb: [isikukood] (read 4 ja 2): aastahinne 7,10 → 7.11 (0,01)",
        "Kõik erinevused: erinevused.csv",
    ] {
        assert!(told.out.contains(part), "missing “{part}” in\n{}", told.out);
    }
    let file = project.read("erinevused.csv");
    assert!(file.contains("erineb;[isikukood];aastahinne;7,10;7,11;0,01;4;2\r\n"), "{file}");
    assert!(!file.contains("37605030299") && !told.out.contains("37605030299"));
    let english = project.rakis(&[&all[..], &["--lang", "en"]].concat()).code(6);
    assert!(english.out.contains("2: “aastahinne” is off by 0.01 ("), "{}", english.out);
    let near = [&all[..], &["--tolerance", "aastahinne=0,01", "--json"]].concat();
    let json: serde_json::Value =
        serde_json::from_str(&project.rakis(&near).code(6).out).expect("JSON");
    assert_eq!(json["counts"]["changed"], 0);
    assert_eq!(json["totals"][0]["difference"], "-6.08");
}

#[test]
fn what_cannot_be_compared_is_named_and_nothing_is_written() {
    let project = Project::empty();
    let broken = "isikukood;aastahinne;märkus\n69901010009;1e3;a\n69901010008;2;\"b\n";
    project.write("oodatud.csv", LEFT).write("tegelik.csv", broken);
    let all = ["reconcile", "oodatud.csv", "tegelik.csv", "--key", "isikukood"];
    let with_out = [&all[..], &["--out", "erinevused.csv"]].concat();
    project.rakis(&with_out).code(2).tells(&[
        "tegelik.csv: rida 2, veerg „isikukood“: „69901010009“ ei ole isikukood",
        "tegelik.csv: rida 3: 3. real algav jutumärkides lahter ei lõpe",
        "leitud vigu: 3",
    ]);
    assert!(!project.path("erinevused.csv").exists());
    let json = project.rakis(&[&all[..], &["--json"]].concat()).code(2).out;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!((&json["count"], &json["problems"][0]["row"]), (&3.into(), &2.into()));
    project
        .rakis(&["reconcile", "oodatud.csv", "puudub.csv", "--key", "isikukood"])
        .code(2)
        .tells(&["puudub.csv"]);
    project
        .rakis(&["reconcile", "oodatud.csv", "oodatud.csv", "--key", "isikukod"])
        .code(2)
        .tells(&["isikukood"]);
    project.rakis(&["reconcile", "oodatud.csv", "oodatud.csv"]).code(1);
    project.rakis(&[&all[..], &["--out", "tegelik.csv"]].concat()).code(1);
    project.rakis(&[&all[..], &["--tolerance", "aastahinne=palju"]].concat()).code(1);
    project.rakis(&[&all[..], &["--delimiter", "ab"]].concat()).code(1);
    assert_eq!(project.read("tegelik.csv"), broken, "a table is never written over");
}

const ENVIRONMENT: &str = "\
nimetus: Proov
liik: test
aadress: http://127.0.0.1:1
seosed: [bindings/proov]
andmebaasid:
  põhi: { aadress: \"sqlite:pensionid.db\", kirjutamine: jah }
";
const OPERATIONS: &str = "\
toimingud:
  loo tabel:
    sql: >
      CREATE TABLE pension AS
      SELECT value ->> 0 AS isikukood, value ->> 1 AS summa, value ->> 2 AS liik
      FROM json_each({read})
    andmebaas: põhi
  loe pensionid:
    sql: SELECT isikukood, summa FROM pension WHERE liik = {liik}
    andmebaas: põhi
";

/// So many persons, by their codes.
fn people(count: u32) -> Vec<String> {
    let mut codes: Vec<String> =
        (0..count).map(|n| PersonalCode::synthetic(n).as_str().to_owned()).collect();
    codes.sort();
    codes
}

/// A project whose environment `proov` has a database with so many pensions, and as many that a
/// statement must leave out; `oodatud.csv` has the same.
fn with_database(count: u32) -> Project {
    let project = Project::empty();
    project
        .write("environments/proov.yaml", ENVIRONMENT)
        .write("environments/bindings/proov/pension.yaml", OPERATIONS)
        .write("pensionid.db", "");
    let (mut rows, mut expected) = (Vec::new(), "isikukood;summa\n".to_owned());
    for (n, code) in people(count).into_iter().enumerate() {
        let sum = format!("{}.{:02}", 300 + n % 700, n % 100);
        writeln!(expected, "{code};{sum}").expect("text");
        rows.push([code.clone(), sum, "vanaduspension".to_owned()]);
        rows.push([code, "1.00".to_owned(), "muu".to_owned()]);
    }
    project.write("oodatud.csv", expected);
    let mut problems = Problems::new();
    let definition =
        rakis_environment::load(&project.path(""), "proov", &[], &|_: &str| None, &mut problems)
            .unwrap_or_else(|| panic!("{problems:?}"));
    let values = Variables::from([("read".to_owned(), serde_json::json!(rows).to_string().into())]);
    let made = tokio::runtime::Runtime::new().expect("a runtime").block_on(async {
        let environment = Environment::connect(definition, None).expect("an environment");
        environment.perform("loo tabel", &values).await
    });
    made.result.expect("the table is made");
    project
}

const READ: &str = "toiming:loe pensionid";
const OF_KIND: [&str; 6] =
    ["--key", "isikukood", "--env", "proov", "--value", "liik=vanaduspension"];

#[test]
fn the_rows_of_an_environment_are_compared_with_a_file() {
    let project = with_database(3000);
    let reconcile =
        |left, right| project.rakis(&[&["reconcile", left, right], &OF_KIND[..]].concat());
    let equal = reconcile("oodatud.csv", READ).code(0).out;
    assert!(equal.contains("Võrdseid ridu 3000") && equal.contains(READ), "{equal}");
    project.write(
        "päring.sql",
        "-- kes saab\nSELECT isikukood AS Isik, summa AS Summa, NULL AS alates FROM pension\n\
         WHERE liik = {liik} AND summa <> '307.07'",
    );
    let mapped = ["--map", "isikukood=Isik", "--map", "summa=Summa", "--ignore", "alates"];
    let query = ["reconcile", "operation:loe pensionid", "sql:päring.sql", "--database", "põhi"];
    let told = project.rakis(&[&query[..], &OF_KIND, &mapped].concat()).code(6).out;
    assert!(told.contains("puudub paremal 5, puudub vasakul 0"), "{told}");
    let person = &people(3000)[7];
    assert!(told.contains(&format!("puudub paremal: {person}")), "{told}");
    // Nothing found is nothing compared.
    let none = ["--key", "isikukood", "--env", "proov", "--value", "liik=puudub"];
    project
        .rakis(&[&["reconcile", "oodatud.csv", READ], &none[..]].concat())
        .code(2)
        .tells(&["toiming:loe pensionid", "ridu ei ole"]);
}

#[test]
fn two_environments_are_compared_and_the_secrets_of_both_are_hidden() {
    let project = with_database(5);
    std::fs::copy(project.path("pensionid.db"), project.path("uued-pensionid.db")).expect("a copy");
    for name in ["vana", "uus"] {
        let secret = format!("saladused: {{ BAAS: {{ muutuja: BAAS_{name} }} }}\n");
        let text = ENVIRONMENT.replace("sqlite:pensionid.db", "{saladus:BAAS}") + &secret;
        project.write(&format!("environments/{name}.yaml"), text);
    }
    let ask = |old: &str| {
        let table = ["reconcile", READ, READ, "--key", "isikukood"];
        let rest = ["--env", "vana", "--env", "uus", "--value", "liik=vanaduspension"];
        let mut command = project.command(&[&table[..], &rest].concat());
        command.env("BAAS_vana", format!("sqlite:{old}.db"));
        command.env("BAAS_uus", "sqlite:uued-pensionid.db");
        let output = command.output().expect("rakis runs");
        let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
        (output.status.code(), text(&output.stdout) + &text(&output.stderr))
    };
    let (code, told) = ask("pensionid");
    assert!(code == Some(0) && told.contains("Võrdseid ridu 5"), "{told}");
    let (code, told) = ask("puudub-salajane");
    assert!(code == Some(3) && !told.contains("puudub-salajane"), "{told}");
}

#[test]
fn what_an_environment_cannot_give_is_told_with_its_place() {
    let project = with_database(2);
    let with = |table: &str, more: &[&str]| {
        project.rakis(&[&["reconcile", "oodatud.csv", table, "--key", "isikukood"], more].concat())
    };
    let proov = ["--env", "proov"];
    with("toming:loe", &[]).code(1).tells(&["„toming:“", "„toiming“", "kontrollarvutus:KAUST"]);
    with("sql:", &proov).code(1).tells(&["kooloni järel"]);
    with("oodatud.csv", &proov).code(1).tells(&["--env", "toiming:, sql:"]);
    with(READ, &["--env", "prov"]).code(2).tells(&["prov", "proov"]);
    with("toiming:loe pension", &proov).code(2).tells(&["loe pension", "loe pensionid"]);
    with(READ, &proov).code(2).tells(&["liik", "bindings/proov/pension.yaml:"]);
    with("sql:puudub.sql", &proov).code(2).tells(&["puudub.sql"]);
    project.write("vale.sql", "SELECT isikukod FROM pension");
    with("sql:vale.sql", &proov).code(2).tells(&["isikukod", "vale.sql:1:1"]);
    with("sql:vale.sql", &[&proov[..], &["--database", "pohi"]].concat())
        .code(2)
        .tells(&["„pohi“", "põhi"]);
    // The environment allows writing; a comparison only reads.
    project.write("kustuta.sql", "DELETE FROM pension");
    with("sql:kustuta.sql", &proov).code(2).tells(&["DELETE", "ainult lugemiseks"]);
    let of_kind = ["--env", "proov", "--value", "liik=vanaduspension"];
    with(READ, &of_kind).code(0);
    let several = format!("{ENVIRONMENT}  teine: \"sqlite:teine.db\"\n");
    project.write("environments/proov.yaml", &several);
    with("sql:vale.sql", &proov).code(2).tells(&["põhi, teine", "--database"]);
    with("sql:vale.sql", &[&proov[..], &["--database", "teine"]].concat())
        .code(3)
        .tells(&["ei saa ühendust"]);
    project.write("environments/proov.yaml", ENVIRONMENT.replace("test", "toodang"));
    with(READ, &of_kind).code(2).tells(&["toodang"]);
}

/// A project with a folder of so many persons for the control calculation, and with the pensions
/// that follow from it.
fn with_population(count: u32) -> Project {
    let project = Project::empty();
    let mut persons = "isikukood;staaz_1998;ii_sammas;liik\n".to_owned();
    let mut entries = "isikukood;aasta;liik;summa\n".to_owned();
    for code in people(count) {
        writeln!(persons, "{code};P30Y0M0D;;vanaduspension").expect("text");
        for sum in ["2838.48", "-10.00"] {
            writeln!(entries, "{code};2018;pensioniosa;{sum}").expect("text");
        }
    }
    project
        .write("andmed/isikud.csv", persons)
        .write("andmed/kanded.csv", entries)
        .write("andmed/aastad.csv", "aasta;miinimum;keskmine\n2018;1200.00;2838.48\n")
        .write(
            "andmed/maarad.csv",
            "alates;indeks;baasosa;aastahinne;rahvapension\n\
             2019-04-01;1.084;191.6496;6.627;205.21\n\
             2020-04-01;1.080;215.5148;7.104;221.63\n",
        );
    let mut pensions = "isikukood;staaz_aastaid;kindlustusosakud;uhendosakud;pension_enne;\
                        pension_parast\n"
        .to_owned();
    for code in people(count) {
        // By hand: 191.6496 + (30 + 0.996) × 6.627, and 215.5148 + (30 + 0.996) × 7.104.
        writeln!(pensions, "{code};30;0.996;0.000;397.06;435.71").expect("text");
    }
    project.write("pensionid.csv", pensions);
    project
}

const CONTROL: &str = "kontrollarvutus:andmed";

#[test]
fn the_control_calculation_names_the_one_wrong_person_and_the_way_to_the_right_amount() {
    let project = with_population(4000);
    let options = ["--key", "isikukood", "--year", "2020"];
    let ask = |left: &str, right: &str, more: &[&str]| {
        project.rakis(&[&["reconcile", left, right], &options[..], more].concat())
    };
    let equal = ask(CONTROL, "pensionid.csv", &[]).code(0).out;
    assert!(equal.contains("Võrdseid ridu 4000") && !equal.contains("RPKS"), "{equal}");
    let wrong = &people(4000)[2718];
    let right = format!("{wrong};30;0.996;0.000;397.06;435.71");
    let pensions = project.read("pensionid.csv");
    project.write("pensionid.csv", pensions.replace(&right, &right.replace(".71", ".17")));
    let told = ask(CONTROL, "pensionid.csv", &[]).code(6).out;
    for part in [
        &format!("erineb: {wrong} (read 2720 ja 2720): pension_parast 435.71 → 435.17 (-0,54)"),
        &format!("Kontrollarvutuse käik, {wrong} ({CONTROL}):"),
        "2018  Aasta summa = 2828.48 [",
        "kanded = 2838.48; -10.00",
        "2018  Kindlustusosak = 0.996 [RPKS §§ 11–13¹; määrus 31.12.2001 nr 164]",
        "P = 2828.48; keskmine = 2838.48",
        "= 435.71 [RPKS §§ 11–13¹]",
    ] {
        assert!(told.contains(part), "missing “{part}” in\n{told}");
    }
    assert_eq!(told.matches("Kontrollarvutuse käik").count(), 1);
    // On the right, under another name of the key, in English, as data.
    let renamed = project.read("pensionid.csv").replacen("isikukood", "isik", 1);
    project.write("pensionid.csv", renamed);
    let args = ["reconcile", "pensionid.csv", "control:andmed", "--key", "isik", "--aasta", "2020"];
    let args = [&args[..], &["--map", "isik=isikukood", "--lang", "en", "--json"]].concat();
    let json: serde_json::Value =
        serde_json::from_str(&project.rakis(&args).code(6).out).expect("JSON");
    assert_eq!((&json["counts"]["equal"], &json["counts"]["changed"]), (&3999.into(), &1.into()));
    assert_eq!(json["explained"][0]["person"], wrong.as_str());
    let steps = json["explained"][0]["sammud"].as_array().expect("steps");
    assert_eq!(steps.last().expect("a step")["tulemus"], "435.71");
}

#[test]
fn a_population_that_cannot_be_computed_is_told_before_anything_is_compared() {
    let project = with_population(3);
    let ask = |left: &str, more: &[&str]| {
        let options = ["--key", "isikukood"];
        project.rakis(&[&["reconcile", left, "pensionid.csv"], &options[..], more].concat())
    };
    let year = ["--year", "2020"];
    ask("kontrollarvutus:puudub", &year).code(2).tells(&["puudub", "kanded.csv", "maarad.csv"]);
    ask(CONTROL, &[]).code(1).tells(&["--year 2026"]);
    ask("pensionid.csv", &year).code(1).tells(&["--year", "kontrollarvutus:"]);
    ask(CONTROL, &["--year", "2026"]).code(2).tells(&["maarad.csv", "2026"]);
    let isikud = project.read("andmed/isikud.csv");
    ask(CONTROL, &[&year[..], &["--out", "andmed/isikud.csv"]].concat()).code(1);
    assert_eq!(project.read("andmed/isikud.csv"), isikud, "a table is never written over");
    project
        .write("andmed/kanded.csv", project.read("andmed/kanded.csv").replace("-10.00", "-10,00"));
    ask(CONTROL, &[&year[..], &["--out", "erinevused.csv"]].concat())
        .code(2)
        .tells(&["kanded.csv:3:", "kümnendpunktiga"]);
    assert!(!project.path("erinevused.csv").exists());
}
