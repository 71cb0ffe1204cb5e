//! `rakis reconcile` as people use it.

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
