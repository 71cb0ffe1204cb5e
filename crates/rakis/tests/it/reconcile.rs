//! `rakis reconcile` as people use it.

use std::fmt::Write as _;

use rakis_model::PersonalCode;

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

/// So many persons, by their codes.
pub(crate) fn people(count: u32) -> Vec<String> {
    let mut codes: Vec<String> =
        (0..count).map(|n| PersonalCode::synthetic(n).as_str().to_owned()).collect();
    codes.sort();
    codes
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
