//! Workbooks, from the bytes to the differences.

use rakis_compare::snapshot::{Canonical, Form, Identities, Rules, Setting, Window};
use rust_xlsxwriter::Workbook;

/// A workbook of sheets: a name, and rows of which a number is one when it reads as one.
fn workbook(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).expect("a name");
        for (row, cells) in (0..).zip(*rows) {
            for (column, cell) in (0..).zip(*cells) {
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number),
                    Err(_) => sheet.write_string(row, column, cell.trim_start_matches('\'')),
                }
                .expect("written");
            }
        }
    }
    book.save_to_buffer().expect("a workbook")
}

fn canonical(sheets: &[(&str, &[&[&str]])]) -> Canonical {
    let rules = [("kood", "võti"), ("summa", "lubatud erinevus 0,01")];
    let rules = Rules::from_pairs(Form::Xlsx, rules).expect("rules");
    let identities = Identities::default();
    let at = |text: &str| text.parse().expect("a moment");
    let window = Window { from: at("2026-03-02T07:00:00Z"), to: at("2026-03-02T07:01:00Z") };
    let setting = Setting { identities: &identities, window };
    Canonical::of(&workbook(sheets), &rules, &setting).expect("a workbook")
}

#[test]
fn sheets_are_compared_by_name_rows_by_key() {
    const PAID: &[&[&str]] =
        &[&["kood", "summa", "isik"], &["b", "1.5", "60001019906"], &["a", "2", ""]];
    let approved = canonical(&[("Maksed", PAID), ("Õied", &[&["x"], &["'7"]])]);
    assert_eq!(
        approved.text(),
        "leht „Maksed“\n| kood | summa | isik     |\n| a    | 2     |          |\n\
         | b    | 1.5   | [ISIK-1] |\n\nleht „Õied“\n| x  |\n| '7 |"
    );
    let check = |sheets: &[(&str, &[&[&str]])], expected: &[&str]| {
        let found = canonical(sheets).compare(approved.text()).expect("readable");
        let lines = found.iter().map(|one| {
            let part = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
            format!("{}: {} → {}", one.path, part(&one.expected), part(&one.actual))
        });
        assert_eq!(lines.collect::<Vec<_>>(), expected);
    };
    let turned: &[&[&str]] =
        &[&["kood", "summa", "isik"], &["a", "2.01", ""], &["b", "1.49", "60001018800"]];
    check(&[("Maksed", turned), ("Õied", &[&["x"], &["'7"]])], &[]);
    check(
        &[("Õied", &[&["x"], &["7"]]), ("Maksed", PAID)],
        &["leht „Õied“, rida 1, veerg „x“: '7 → 7"],
    );
    check(
        &[("Õied", &[&["x"], &["'7"]]), ("Maksed", PAID)],
        &["lehtede järjekord: Maksed, Õied → Õied, Maksed"],
    );
    let less: &[&[&str]] = &[&["summa", "kood", "isik"], &["2.02", "a", ""]];
    check(
        &[("Maksed", less), ("Uus", &[])],
        &[
            "leht „Maksed“, veergude järjekord: kood, summa, isik → summa, kood, isik",
            "leht „Maksed“, rida „a“, veerg „summa“: 2 → 2.02",
            "leht „Maksed“, rida „b“: | b | 1.5 | [ISIK-1] | → –",
            "leht „Õied“, tabel: leht „Õied“\n| x  |\n| '7 | → –",
            "leht „Uus“, tabel: – → leht „Uus“",
        ],
    );
}
