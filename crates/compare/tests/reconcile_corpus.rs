//! Small tables for every case of reconciliation: what is found, and what is refused.

use std::{fs, path::Path};

use rakis_compare::reconcile::{
    Encoding, Error, FindingKind, Kind, Number, Options, Out, Outcome, Pattern, Problem, Source,
    Spool, reconcile, workbook,
};
use rakis_model::words::{Language, Words};

const KEY: &str = "isikukood";

struct Case {
    folder: tempfile::TempDir,
    options: Options,
    encoding: Option<Encoding>,
    delimiter: Option<u8>,
}

fn case(key: &[&str]) -> Case {
    let folder = tempfile::tempdir().expect("a folder");
    let options = Options::new(key.iter().copied(), folder.path().to_path_buf());
    Case { folder, options, encoding: None, delimiter: None }
}

impl Case {
    fn run(&self, left: impl AsRef<[u8]>, right: impl AsRef<[u8]>) -> Result<Outcome, Error> {
        let source = |name: &str, bytes: &[u8]| {
            let path = self.folder.path().join(name);
            fs::write(&path, bytes).expect("a file");
            let mut source = Source::csv(path, name);
            source.encoding = self.encoding;
            source.delimiter = self.delimiter;
            source
        };
        let (left, right) =
            (source("vasak.csv", left.as_ref()), source("parem.csv", right.as_ref()));
        reconcile(&left, &right, &self.options, &|_, _| {})
    }

    fn found(&self, left: impl AsRef<[u8]>, right: impl AsRef<[u8]>) -> Outcome {
        self.run(left, right).unwrap_or_else(|error| panic!("{error:?}"))
    }

    fn refused(&self, left: impl AsRef<[u8]>, right: impl AsRef<[u8]>) -> Vec<Problem> {
        match self.run(left, right) {
            Err(Error::Input { problems, .. }) => problems,
            other => panic!("{other:?}"),
        }
    }
}

/// Problems as `file:row:column key`.
fn told(problems: &[Problem]) -> Vec<String> {
    let row = |row: Option<u64>| row.map(|row| row.to_string()).unwrap_or_default();
    let one = |one: &Problem| {
        let column = one.column.clone().unwrap_or_default();
        format!("{}:{}:{column} {}", one.file, row(one.row), one.message.key)
    };
    problems.iter().map(one).collect()
}

/// Findings as `kind key left rows/right rows column left>right difference`.
fn shown(outcome: &Outcome) -> Vec<String> {
    let mut all = Vec::new();
    for one in &outcome.first {
        let mut text = format!(
            "{:?} {} {:?}/{:?}",
            one.kind,
            one.key.join("+"),
            one.left_rows,
            one.right_rows
        );
        for cell in &one.cells {
            let by = cell.difference.as_deref().unwrap_or("-");
            text.push_str(&format!(" {} {}>{} {by}", cell.column, cell.left, cell.right));
        }
        all.push(text);
    }
    all
}

#[test]
fn every_kind_of_difference_is_found_with_its_rows() {
    let left =
        "isikukood;nimi;summa\n69901010008;Õie;10.00\n69901010019;Jaan;5\n69901010030;Mari;7.5\n";
    let right =
        "isikukood;nimi;summa\n69901010020;Uus;1\n69901010030;Mari;7.51\n69901010008;Õie;10\n";
    let outcome = case(&[KEY]).found(left, right);
    assert_eq!(
        shown(&outcome),
        [
            "Missing 69901010019 [3]/[]",
            "Extra 69901010020 []/[2]",
            "Changed 69901010030 [4]/[3] summa 7.5>7.51 0.01",
        ]
    );
    let counts = &outcome.counts;
    assert_eq!((counts.equal, counts.changed, counts.missing, counts.extra), (1, 1, 1, 1));
    let total = &outcome.totals[0];
    assert_eq!(
        (total.left.as_str(), total.right.as_str(), total.difference.as_str()),
        ("22.50", "18.51", "-3.99")
    );
    assert_eq!((total.left_count, total.right_count), (3, 3));
    assert!(!outcome.equal());
    assert!(case(&[KEY]).found(left, left).equal());
}

#[test]
fn duplicates_are_named_on_both_sides_and_matched_with_nothing() {
    let left = "k;v\n1;a\n2;b\n2;b\n3;c\n4;d\n";
    let right = "k;v\n4;d\n4;x\n1;a\n9;q\n9;q\n2;b\n3;x\n";
    let outcome = case(&["k"]).found(left, right);
    assert_eq!(
        shown(&outcome),
        [
            "Duplicate 9 []/[5, 6]",
            "Duplicate 2 [3, 4]/[7]",
            "Duplicate 4 [6]/[2, 3]",
            "Changed 3 [5]/[8] v c>x -",
        ]
    );
    let counts = &outcome.counts;
    assert_eq!((counts.equal, counts.changed, counts.missing, counts.extra), (1, 1, 0, 0));
    assert_eq!((counts.duplicate_keys, counts.duplicate_left, counts.duplicate_right), (3, 3, 5));
}

#[test]
fn totals_hold_whatever_rows_are_missing_changed_or_twice() {
    let left = "k;v\n1;1.5\n2;2\n2;3\n3;4\n5;100\n";
    let right = "k;v\n3;4,01\n1;1.5\n1;1.5\n1;1.6\n2;2\n2;3\n7;0,001\n";
    let total = &case(&["k"]).found(left, right).totals[0];
    assert_eq!((total.left.as_str(), total.right.as_str()), ("110.5", "13.611"));
    assert_eq!((total.left_count, total.right_count, total.difference.as_str()), (5, 7, "-96.889"));
}

#[test]
fn writings_columns_order_and_line_ends_do_not_matter() {
    let left = "kood;kuupäev;summa;märkus\n1;2026-12-31;1234.56;\"a;b\"\n2;2026-01-02;-0.5;x\n";
    let right = "\u{feff}Summa,märkus,kood,kuupäev\r\n\"−0,50\",x,2,02.01.2026\r\n\"1\u{a0}234,56\",\"a;b\",1,31.12.2026\r\n";
    let mut one = case(&["kood"]);
    one.options.map = vec![("summa".to_owned(), "Summa".to_owned())];
    let outcome = one.found(left, right);
    assert!(outcome.equal(), "{outcome:?}");
    assert_eq!((outcome.left.delimiter, outcome.right.delimiter), (';', ','));
    assert_eq!(outcome.totals[0].difference, "0");
}

#[test]
fn keys_of_several_columns_and_of_dates_are_paired() {
    let mut one = case(&["isik", "päev"]);
    one.options.kinds.insert("päev".to_owned(), Kind::Date);
    let outcome = one.found(
        "isik;päev;v\n1;2026-01-02;a\n12;2026-01-02;b\n",
        "isik;päev;v\n12;2.1.2026;b\n1;02.01.2026;c\n",
    );
    assert_eq!(shown(&outcome), ["Changed 1+2026-01-02 [2]/[3] v a>c -"]);
}

#[test]
fn tolerance_ignore_null_and_text_are_obeyed_and_told() {
    let left = "k;summa;aeg;n;kood\n1;1.00;x;NULL;1.0\n2;1.00;x;;2\n";
    let right = "k;summa;n;kood;lisa\n1;1,01;;1.00;q\n2;1.02;NULL;2;q\n";
    let mut one = case(&["k"]);
    one.options.tolerance.insert("summa".to_owned(), Number::parse("0,01").unwrap());
    one.options.ignore = vec!["aeg".to_owned(), "lisa".to_owned()];
    one.options.nulls = vec!["NULL".to_owned()];
    one.options.kinds.insert("kood".to_owned(), Kind::Text);
    let strict = one.found(left, right);
    assert_eq!(
        shown(&strict),
        [
            "Changed 1 [2]/[2] n NULL> - kood 1.0>1.00 -",
            "Changed 2 [3]/[3] summa 1.00>1.02 0.02 n >NULL -"
        ]
    );
    assert_eq!(strict.ignored, ["aeg", "lisa"]);
    one.options.null_is_empty = true;
    one.options.kinds.clear();
    assert_eq!(shown(&one.found(left, right)), ["Changed 2 [3]/[3] summa 1.00>1.02 0.02"]);
}

#[test]
fn differences_are_grouped_by_pattern_and_distributed() {
    let row = |n: u32, hundredths: u32, olek: &str| {
        format!("{n};{}.{:02};{olek}\n", hundredths / 100, hundredths % 100)
    };
    let (mut left, mut right) =
        ("k;aastahinne;olek\n".to_owned(), "k;aastahinne;olek\n".to_owned());
    for n in 1..=128 {
        left.push_str(&row(n, 710, "uus"));
        right.push_str(&row(n, 711, if n > 126 { "vana" } else { "uus" }));
    }
    left.push_str("200;1;uus\n201;2026;\n");
    right.push_str("200;0.5;uus\n201;;uus\n");
    let outcome = case(&["k"]).found(&left, &right);
    let groups: Vec<_> =
        outcome.groups.iter().map(|one| (one.column.as_str(), &one.pattern, one.rows)).collect();
    assert_eq!(groups[0], ("aastahinne", &Pattern::Number("0.01".to_owned()), 128));
    assert_eq!(groups[1], ("olek", &Pattern::Text("uus".to_owned(), "vana".to_owned()), 2));
    assert!(groups.contains(&("aastahinne", &Pattern::NoRight, 1)));
    assert!(groups.contains(&("olek", &Pattern::NoLeft, 1)));
    assert_eq!((outcome.groups_found, outcome.counts.changed, outcome.counts.cells), (5, 130, 133));
    let column = &outcome.columns[0];
    assert_eq!(
        (column.rows, column.least.as_str(), column.greatest.as_str()),
        (129, "-0.5", "0.01")
    );
    assert_eq!(column.bins.iter().map(|bin| bin.rows).sum::<u64>(), 129);
    let json = serde_json::to_string(&outcome).unwrap();
    let again: Outcome = serde_json::from_str(&json).unwrap();
    assert_eq!(again, Outcome { work: Default::default(), ..outcome });
}

#[test]
fn all_problems_are_named_with_file_row_and_column() {
    let left = "isikukood;summa\n69901010008;1\n69901010009;2\n69901010019;3;4\n69901010030\n\n69901010020;1e3\n";
    let right = "isikukood;summa\n12;1\n69901010008;1.234,56\n69901010019;x\"y\n";
    let problems = case(&[KEY]).refused(left, right);
    assert_eq!(
        told(&problems),
        [
            "vasak.csv:3:isikukood compare-rec-code",
            "vasak.csv:4:summa compare-row-width",
            "vasak.csv:5:isikukood compare-row-width",
            "vasak.csv:6:isikukood compare-rec-row-empty",
            "parem.csv:2:isikukood compare-rec-code",
        ],
        "summa holds a text on the right, so unclear numbers in it are texts"
    );
    let right = right.replace("x\"y", "5");
    let more = told(&case(&[KEY]).refused(left, right));
    assert!(more.contains(&"vasak.csv:7:summa compare-rec-number".to_owned()), "{more:?}");
    assert!(more.contains(&"parem.csv:3:summa compare-rec-number".to_owned()), "{more:?}");
    let mut few = case(&[KEY]);
    few.options.first = 2;
    match few.run(left, left) {
        Err(Error::Input { problems, count }) => assert_eq!((problems.len(), count), (2, 10)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn declared_numbers_and_dates_must_be_some() {
    let mut one = case(&["k"]);
    one.options.kinds.insert("n".to_owned(), Kind::Number);
    one.options.kinds.insert("d".to_owned(), Kind::Date);
    let problems = one
        .refused("k;n;d\n1;abc;31.02.2026\n2;;\n3;1 234,5;2026-02-28\n", "k;n;d\n1;1;1.1.2026\n");
    assert_eq!(
        told(&problems),
        ["vasak.csv:2:n compare-rec-number", "vasak.csv:2:d compare-rec-date"]
    );
}

#[test]
fn files_that_are_no_tables_are_refused() {
    let fine = "k;v\n1;a\n";
    for (left, expected) in [
        ("", "vasak.csv:: compare-rec-empty"),
        ("\n \n", "vasak.csv:: compare-rec-empty"),
        ("k;v\n", "vasak.csv:1: compare-rec-header-only"),
        ("k;v", "vasak.csv:1: compare-rec-header-only"),
        ("k;v;v\n1;a;b\n", "vasak.csv:1:v compare-column-twice"),
        ("k;\n1;a\n", "vasak.csv:1: compare-column-unnamed"),
        ("k;v;w\n1;a;b\n", "vasak.csv:1:w compare-rec-column-alone"),
        ("k;v\n1;\"a\n2;b\n", "vasak.csv:2: compare-rec-quote-open"),
        ("k;v\n1;\"a\"b\n", "vasak.csv:2:v compare-rec-quote"),
        ("k;v\n1;a\n2", "vasak.csv:3:k compare-row-width"),
        ("k;v,w\n1;a,b\n", "vasak.csv:1: compare-rec-delimiter"),
        ("PK\u{3}\u{4}", "vasak.csv:: compare-rec-workbook"),
        ("k;v\n1;\0\n", "vasak.csv:: compare-rec-utf16"),
    ] {
        let problems = case(&["k"]).refused(left, fine);
        assert_eq!(told(&problems)[0], expected, "{left:?}");
    }
    let wrong = case(&["q"]).refused(fine, fine);
    assert_eq!(told(&wrong), [":: compare-rec-column-unknown", ":: compare-rec-column-unknown"]);
    assert!(matches!(
        reconcile(
            &Source::csv("/puudub/a.csv".into(), "a.csv"),
            &Source::csv("/puudub/b.csv".into(), "b.csv"),
            &Options::new(["k"], std::env::temp_dir()),
            &|_, _| {},
        ),
        Err(Error::File { file, .. }) if file == "a.csv"
    ));
}

#[test]
fn old_encodings_are_found_out_and_mixed_ones_refused() {
    let utf8 = "k;nimi\n1;Õie Šmidt\n2;Jaan\n";
    let old = b"k;nimi\n1;\xd5ie \xd0midt\n2;Jaan\n";
    let outcome = case(&["k"]).found(utf8, old);
    assert!(outcome.equal());
    assert_eq!(
        (outcome.left.encoding.as_str(), outcome.right.encoding.as_str()),
        ("utf-8", "windows-1257")
    );
    // The old letter stands far behind what is looked at first.
    let filler: String = (10..60_000).map(|n| format!("{n};Jaan Tamm\n")).collect();
    let late_old = [b"k;nimi\n", filler.as_bytes(), b"1;\xd5ie\n"].concat();
    let late = format!("k;nimi\n{filler}1;Õie\n");
    let outcome = case(&["k"]).found(&late_old, &late);
    assert!(outcome.equal());
    assert_eq!(outcome.left.encoding, "windows-1257");
    let mixed = [late.as_bytes(), b"2;\xd5ie\n"].concat();
    let problems = case(&["k"]).refused(&late, &mixed);
    assert_eq!(told(&problems), ["parem.csv:59993:nimi compare-rec-letters"]);
    let mut said = case(&["k"]);
    said.encoding = Some(Encoding::Utf8);
    assert_eq!(told(&said.refused(utf8, old)).len(), 1);
}

#[test]
fn quotes_may_span_lines_and_blank_lines_may_follow() {
    let left = "k;v\n1;\"esimene\nteine\"\n2;\"ütles \"\"jah\"\"\"\n\n\n";
    let right = "k;v\r\n\"2\";\"ütles \"\"ei\"\"\"\r\n1;\"esimene\nteine\"\r\n\r\n";
    let outcome = case(&["k"]).found(left, right);
    assert_eq!(shown(&outcome), ["Changed 2 [3]/[2] v ütles \"jah\">ütles \"ei\" -"]);
}

#[test]
fn codes_of_people_are_hidden_and_the_file_opens_in_a_spreadsheet() {
    let left = "isikukood;summa;päev;märkus\n37605030299;1.50;2026-01-02;a\n69901010008;-2;2026-01-02;=1+1\n";
    let right = "isikukood;summa;päev;märkus\n37605030299;1.49;2026-01-03;37605030299\n69901010008;-2;2026-01-02;b\n";
    let mut one = case(&[KEY]);
    let path = one.folder.path().join("erinevused.csv");
    one.options.out =
        Some(Out::new(path.clone(), &Words::new(Language::Et, &[rakis_compare::WORDS])));
    let outcome = one.found(left, right);
    assert_eq!(outcome.first[0].key, ["[isikukood]"]);
    assert!(!format!("{outcome:?}").contains("37605030299"));
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(
        text,
        "\u{feff}Liik;isikukood;Veerg;Vasak väärtus;Parem väärtus;Vahe;Rida vasakul;Rida paremal\r\n\
         erineb;[isikukood];summa;1,50;1,49;-0,01;2;2\r\n\
         erineb;[isikukood];päev;02.01.2026;03.01.2026;1;2;2\r\n\
         erineb;[isikukood];märkus;a;[isikukood];;2;2\r\n\
         erineb;69901010008;märkus;'=1+1;b;;3;3\r\n"
    );
    let refused = one.refused("isikukood;v\n1;1\n", right);
    assert!(!refused.is_empty());
    assert_eq!(fs::read_to_string(&path).unwrap(), text, "a refused comparison leaves the file");
    let left_behind = |path: &Path| fs::read_dir(path).unwrap().count();
    assert_eq!(left_behind(one.folder.path()), 3, "nothing half-written");
}

#[test]
fn rows_of_any_source_and_workbooks_are_compared_like_files() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet().set_name("Maksed").unwrap();
    for (row, cells) in
        [["kood", "summa"], ["A1", "1.5"], ["", ""], ["A\"2", "2"]].iter().enumerate()
    {
        for (column, text) in cells.iter().enumerate() {
            let (row, column) =
                (u32::try_from(row).unwrap() + 1, u16::try_from(column).unwrap() + 1);
            match text.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).unwrap(),
                Err(_) if text.is_empty() => sheet,
                Err(_) => sheet.write_string(row, column, *text).unwrap(),
            };
        }
    }
    let path = folder.path().join("a.xlsx");
    book.save(&path).unwrap();
    let mut spool = Spool::new("arvutus", folder.path(), &["kood", "summa"]).unwrap();
    spool.row(&["A\"2", "2.0"]).unwrap();
    spool.row(&["A1", "1.51"]).unwrap();
    let right = spool.finish().unwrap();
    let left = workbook(&path, "a.xlsx", None, folder.path()).unwrap();
    let options = Options::new(["kood"], folder.path().to_path_buf());
    let outcome = reconcile(&left, &right, &options, &|_, _| {}).unwrap();
    let found: Vec<_> = outcome.first.iter().map(|one| (one.kind, one.left_rows.clone())).collect();
    assert_eq!(
        found,
        [(FindingKind::Missing, vec![4]), (FindingKind::Changed, vec![3])],
        "the empty row counts"
    );
    book.add_worksheet().set_name("Muu").unwrap();
    book.save(&path).unwrap();
    assert!(matches!(workbook(&path, "a.xlsx", None, folder.path()), Err(Error::Input { .. })));
    assert!(workbook(&path, "a.xlsx", Some("Maksed"), folder.path()).is_ok());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "spooled files have no name");
}
