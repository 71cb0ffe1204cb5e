//! Lists and reports as files.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use rakis_defects::{Edit, Filter, Move, Sort, Summary, export};
use rakis_model::words::{Language, Words};

use crate::fixture::*;

fn words(language: Language) -> Words {
    Words::new(language, &[rakis_defects::WORDS])
}

/// Two defects: one whose title is a formula, with quotes and Estonian letters; one that is over.
async fn list() -> (Fresh, Vec<Summary>) {
    let register = fresh().await;
    let p = procedure();
    register.take("1", Some("1"), vec![failed(1, "a", "$.x"), failed(2, "a", "$.y")]).await;
    let edit = Edit { title: Some("=1+1; „õ“ \"x\" | <b>".into()), ..Edit::default() };
    register.edit("VIGA-2026-0001", edit, &p, &mari(), at("11:00")).await.unwrap();
    let until = "2026-12-31".parse().unwrap();
    register.waive("VIGA-2026-0001", "p", until, &p, &mari(), at("11:00")).await.unwrap();
    let why = Move { reason: Some("ei ole viga".into()), ..Move::default() };
    register
        .move_to("VIGA-2026-0002", "tagasi lükatud", why, &p, &mari(), on("2026-11-24T22:30:00Z"))
        .await
        .unwrap();
    let list = register.list(&Filter::default(), Sort::Newest, &p, 10).await.unwrap();
    (register, list)
}

#[tokio::test]
async fn csv_opens_in_estonian_excel_and_holds_no_formula() {
    let (_register, list) = list().await;
    let bytes = export::csv(&list, &words(Language::Et)).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert_eq!(lines.len(), 4, "{text}");
    assert_eq!(
        lines[0],
        "\u{feff}Tunnus;Pealkiri;Olek;Raskusaste;Prioriteet;Osapool;Vastutaja;Nõue;Süsteem;\
         Valdkond;Leitud tarnes;Parandatud versioonis;Lubatud kuni;Kirja pandud;\
         Viimati nähtud;Suletud;Esinemisi"
    );
    assert_eq!(
        lines[1],
        "VIGA-2026-0002;\"Roll vastab liigile: taotlus on \"\"jäetud rahuldamata\"\"\";\
         tagasi lükatud;tavaline;;SKA;mari;STAR-2026-01.2;STAR;rights;T1;;;24.11.2026;\
         18.11.2026;25.11.2026;1"
    );
    assert_eq!(
        lines[2],
        "VIGA-2026-0001;\"'=1+1; „õ“ \"\"x\"\" | <b>\";registreeritud;tavaline;;SKA;mari;\
         STAR-2026-01.1;STAR;rights;T1;;31.12.2026;24.11.2026;18.11.2026;;1"
    );
    let empty = String::from_utf8(export::csv(&[], &words(Language::En)).unwrap()).unwrap();
    assert!(empty.starts_with("\u{feff}Id;Title;State;") && empty.ends_with("Occurrences\r\n"));
    for (title, expected) in
        [("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("a=1", "a=1"), ("\tx", "'\tx")]
    {
        let one = Summary { title: title.into(), ..list[0].clone() };
        let text = String::from_utf8(export::csv(&[one], &words(Language::Et)).unwrap()).unwrap();
        assert_eq!(text.split("\r\n").nth(1).unwrap().split(';').nth(1), Some(expected));
    }
}

#[tokio::test]
async fn xlsx_has_real_dates_and_numbers() {
    let (_register, list) = list().await;
    let bytes = export::xlsx(&list, &words(Language::Et), at("12:00")).unwrap();
    assert_eq!(bytes, export::xlsx(&list, &words(Language::Et), at("12:00")).unwrap());
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range("Vead").unwrap();
    let cell = |row: u32, column: u32| sheet.get_value((row, column)).unwrap().clone();
    assert_eq!(cell(0, 1), Data::String("Pealkiri".into()));
    assert_eq!(cell(2, 1), Data::String("=1+1; „õ“ \"x\" | <b>".into()));
    assert_eq!(cell(2, 16), Data::Float(1.0));
    let Data::DateTime(day) = cell(2, 12) else { panic!("{:?}", cell(2, 12)) };
    // 31 December 2026 in days since 30 December 1899.
    assert_eq!(day.as_f64().to_string(), "46387");
    assert_eq!(book.worksheet_formula("Vead").unwrap().used_cells().count(), 0);
}

#[tokio::test]
async fn json_is_stable() {
    let (_register, list) = list().await;
    let json: serde_json::Value = serde_json::from_str(&export::json(&list)).unwrap();
    assert_eq!(json["version"], 1);
    let keys: Vec<&String> = json["defects"][1].as_object().unwrap().keys().collect();
    assert_eq!(
        keys.iter().map(|key| key.as_str()).collect::<Vec<_>>().join(" "),
        "id title state open severity priority party assignee requirement system area delivery \
         fixed_in waived_until opened_at changed_at seen_at closed_at occurrences states"
    );
    assert_eq!(json["defects"][1]["waived_until"], "2026-12-31");
    assert_eq!(json["defects"][1]["opened_at"], "2026-11-24T10:00:00Z");
    assert_eq!(json["defects"][1]["fixed_in"], serde_json::Value::Null);
}

#[tokio::test]
async fn markdown_means_nothing_but_what_was_typed() {
    let (register, list) = list().await;
    let table = export::markdown(&list, &words(Language::Et));
    assert_eq!(table.lines().count(), 4);
    assert!(table.contains("=1+1; „õ“ \"x\" \\| &lt;b&gt;"), "{table}");
    let id = "VIGA-2026-0001";
    let defect = register.get(id).await.unwrap();
    let history = register.history(id).await.unwrap();
    let report = export::report(&defect, &history, &words(Language::Et));
    for expected in [
        "# VIGA-2026-0001: =1+1; „õ“ \"x\" \\| &lt;b&gt;\n",
        "| Nõue | STAR-2026-01.1 Nõue 1 peab kehtima. |",
        "| Vastuvõtukriteerium | a Roll vastab liigile |",
        "| Leitud | tarne T1, versioon 1, keskkond test2, käivitus 1, 18.11.2026 13:06 |",
        "| Erand | lubatud kuni 31.12.2026; lubas mari: p |",
        "## Eeltingimused ja sammud\n\n```\nEeldades asutus on \"a\"\nSiis taotlus on",
        "## Oodatud\n\ncheck-decision case=a\n\n```\njäetud rahuldamata\n```",
        "## Tegelik\n\n```\nrahuldatud\n```",
        "| $.x | jäetud rahuldamata | rahuldatud |",
        "- 24.11.2026 12:00 ci: viga pandi kirja",
        "- 24.11.2026 13:00 mari: lubati erand kuni 31.12.2026; p",
    ] {
        assert!(report.contains(expected), "{expected}\n---\n{report}");
    }
}
