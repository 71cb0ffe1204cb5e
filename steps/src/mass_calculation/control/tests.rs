//! A small population by hand: what is right passes, and each deviation is named.

use super::*;

fn control() -> Control {
    let text = |lines: &[&str]| lines.iter().map(|line| format!("{line}\n")).collect::<String>();
    Control {
        year: 2022,
        persons: text(&[
            "isikukood;staaz_1998;ii_sammas;liik",
            "69901010008;P10Y;;vanaduspension",
            "69901010019;P0D;2010;vanaduspension",
        ]),
        entries: text(&[
            "isikukood;aasta;liik;summa",
            "69901010008;2020;pensioniosa;1000.00",
            "69901010008;2021;pensioniosa;3000.00",
            "69901010019;2021;pensioniosa;1000.00",
        ]),
        // The average of 2021 in the file is wrong: it is computed anew, 4000.00 : (1 + 0.5).
        years: text(&["aasta;miinimum;keskmine", "2020;2000.00;2000.00", "2021;2000.00;9999.99"]),
        rates: text(&[
            "alates;indeks;baasosa;aastahinne;rahvapension",
            "2021-04-01;;200.0000;8.000;190.00",
            "2022-04-01;1.000;200.0000;8.000;190.00",
        ]),
    }
}

// 2021: 3000 : 2666.67 = 1.125, (1.125 + 1) : 2 = 1.0625 → 1.063; 200 + 80 + 0.5·8 + 1.063·8 = 292.504.
// The second: 1000 : 2666.67 = 0.375·0.8 = 0.300, 0.5·0.8 = 0.400, Ü 0.350; 200 + 0.35·8 = 202.80.
const PENSIONS: &str = "isikukood;staaz_aastaid;kindlustusosakud;uhendosakud;pension_enne;pension_parast\n\
                        69901010008;10;0.500;1.063;292.50;292.50\n\
                        69901010019;0;0.000;0.350;202.80;202.80\n";
const SHARES: &str = "isikukood;aasta;summa;staaz;kindlustusosak;solidaarosak;uhendosak\n\
                      69901010008;2020;1000.00;0.5000;0.500;0.500;\n\
                      69901010008;2021;3000.00;1.0000;1.125;1.000;1.063\n\
                      69901010019;2021;1000.00;0.5000;0.300;0.400;0.350\n";

fn compared(table: Table, text: &str) -> Result<(), Box<Failure>> {
    let key = match table {
        Table::Pensions => vec!["isikukood".to_owned()],
        Table::Shares => vec!["isikukood".to_owned(), "aasta".to_owned()],
    };
    control().compare(&Results { table, text, key: &key }, &mut |_| {})
}

#[test]
fn results_that_are_right_pass_in_any_order() {
    compared(Table::Pensions, PENSIONS).unwrap();
    compared(Table::Shares, SHARES).unwrap();
    let mut lines: Vec<&str> = PENSIONS.lines().collect();
    lines.swap(1, 2);
    compared(Table::Pensions, &format!("{}\n", lines.join("\n"))).unwrap();
}

#[test]
fn a_wrong_cell_is_named_with_the_way_to_the_right_one() {
    let wrong = SHARES.replace("1.125;1.000;1.063", "1.125;1.000;1.062");
    let failure = compared(Table::Shares, &wrong).unwrap_err();
    assert_eq!(failure.differences.len(), 1);
    let difference = &failure.differences[0];
    assert_eq!(difference.path, "isikukood 69901010008, aasta 2021, uhendosak");
    assert_eq!(difference.expected.as_deref(), Some("1.063"));
    assert_eq!(difference.actual.as_deref(), Some("1.062"));
    let hint = format!("{:?}", failure.hints);
    for part in ["69901010008", "2021 ", "1.125", "RPKS §"] {
        assert!(hint.contains(part), "{part}: {hint}");
    }
    assert!(!hint.contains("2020 "), "another year is no reason: {hint}");
}

#[test]
fn how_results_deviate_is_shown() {
    let wrong = PENSIONS.replace("292.50\n", "292.51\n").replace("202.80\n", "202.78\n");
    let key = ["isikukood".to_owned()];
    let results = Results { table: Table::Pensions, text: &wrong, key: &key };
    let mut shown = Vec::new();
    control().compare(&results, &mut |one| shown.push(one)).unwrap_err();
    assert_eq!(shown.len(), 1, "{shown:?}");
    assert_eq!(shown[0].total(), 2);
    assert_eq!(shown[0].bins[0].from, "-0.02");
}

#[test]
fn who_is_missing_doubled_or_a_stranger_is_named() {
    let lines: Vec<&str> = PENSIONS.lines().collect();
    let stranger = lines[2].replace("69901010019", "69901010030");
    let text = format!("{}\n{}\n{}\n{stranger}\n", lines[0], lines[1], lines[1]);
    let failure = compared(Table::Pensions, &text).unwrap_err();
    let mut kinds: Vec<_> =
        failure.differences.iter().map(|one| (one.path.clone(), one.kind)).collect();
    kinds.sort();
    assert_eq!(
        kinds,
        [
            ("isikukood 69901010008".to_owned(), DifferenceKind::Changed),
            ("isikukood 69901010019".to_owned(), DifferenceKind::Missing),
            ("isikukood 69901010030".to_owned(), DifferenceKind::Extra),
        ]
    );
}

#[test]
fn rates_must_be_what_the_index_gives() {
    let mut control = control();
    control.rates = control.rates.replace("1.000;200.0000", "1.050;200.0000");
    let key = ["isikukood".to_owned()];
    let results = Results { table: Table::Pensions, text: PENSIONS, key: &key };
    let failure = control.compare(&results, &mut |_| {}).unwrap_err();
    let first = &failure.differences[0];
    assert_eq!(
        (first.path.as_str(), first.expected.as_deref()),
        ("määrad 2022, baasosa", Some("211.0000"))
    );
}

#[test]
fn a_file_that_is_not_as_agreed_is_a_failure_with_its_place() {
    let mut control = control();
    control.entries = control.entries.replace("1000.00", "1 000,00");
    let key = ["isikukood".to_owned()];
    let results = Results { table: Table::Pensions, text: PENSIONS, key: &key };
    let failure = control.compare(&results, &mut |_| {}).unwrap_err();
    assert_eq!(failure.message.key, "step-control-file");
    let empty = compared(Table::Pensions, "").unwrap_err();
    assert_eq!(empty.kind, rakis_model::FailureKind::Failed);
}
