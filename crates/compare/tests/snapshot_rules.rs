//! Tables of rules that are refused, and documents that rules do not fit.

use rakis_compare::{
    Table,
    snapshot::{Canonical, Form, Identities, Rules, Setting, Window},
};

fn refused(form: Form, rows: &[(&str, &str)], key: &str) {
    let failure = Rules::from_pairs(form, rows.iter().copied()).expect_err("refused");
    assert_eq!(failure.message.key, key, "{form} {rows:?}");
}

#[test]
fn rules_that_cannot_hold_are_refused() {
    let table = |text: &str| Table::parse(text).expect("a table");
    for (text, expected) in [
        ("| väli | reegel |\n| $.a | kuupäev |", Some("kuupäev")),
        ("| rule | field |\n| date | $.a |", Some("kuupäev")),
        ("| väli | reegel |", None),
    ] {
        let pairs = Rules::read(Form::Json, &table(text)).expect("rules").pairs();
        assert_eq!(pairs.first().map(|(_, rule)| rule.as_str()), expected, "{text}");
    }
    for text in ["| väli |\n| a |", "| väli | reegel | muu |", "| field | reegl |"] {
        let failure = Rules::read(Form::Json, &table(text)).expect_err("refused");
        assert_eq!(failure.message.key, "compare-rules-columns", "{text}");
    }
    refused(Form::Json, &[("a", "kuupäev")], "compare-rules-field");
    refused(Form::Xml, &[("a/b", "kuupäev")], "compare-rules-field");
    refused(Form::Text, &[("aeg", "kuupäev")], "compare-rules-field");
    refused(Form::Text, &[("/(/", "kuupäev")], "compare-rules-field");
    refused(Form::Text, &[("//", "kuupäev")], "compare-rules-field");
    refused(Form::Table, &[("", "kuupäev")], "compare-rules-field");
    refused(Form::Text, &[("/a/", "lubatud erinevus 1")], "compare-rules-not-here");
    refused(Form::Text, &[("/a/", "järjekord vaba")], "compare-rules-not-here");
    refused(Form::Json, &[("$.a", "võti")], "compare-rules-not-here");
    refused(Form::Csv, &[("a", "võti: b")], "compare-rules-not-here");
    refused(Form::Csv, &[("*", "võti")], "compare-rules-not-here");
    refused(Form::Csv, &[("*", "kuupäev")], "compare-rules-not-here");
    refused(Form::Csv, &[("a", "järjekord vaba")], "compare-rules-not-here");
    refused(Form::Json, &[("$.a", "kuupäev"), ("$.a", "aeg")], "compare-rules-twice");
    refused(Form::Json, &[("$.a", "EE382200221020145685")], "compare-rules-code");
    refused(Form::Json, &[("$.a", "kuupaev")], "compare-rule-unknown");
}

#[test]
fn documents_that_cannot_be_read_or_ruled_are_told() {
    let identities = Identities::default();
    let at = |text: &str| text.parse().expect("a moment");
    let window = Window { from: at("2026-03-02T07:00:00Z"), to: at("2026-03-02T07:01:00Z") };
    let setting = Setting { identities: &identities, window };
    let deep = "<a>".repeat(100_000);
    let billion = "<!DOCTYPE a [<!ENTITY b \"bb\">]><a>&b;</a>";
    type Case<'c> = (Form, &'c str, &'c [(&'c str, &'c str)], &'c str);
    let cases: &[Case<'_>] = &[
        (Form::Json, "{", &[], "compare-snapshot-not-json"),
        (Form::Json, "{\"a\":1,\"a\":2}", &[], "compare-snapshot-not-json"),
        (Form::Json, "{\"a\":1}", &[("$.a", "arv"), ("$..a", "arv")], "compare-rules-overlap"),
        (Form::Json, "{\"a\":1}", &[("$.a", "arv"), ("$.*", "eirata: x")], "compare-rules-overlap"),
        (Form::Xml, "", &[], "compare-snapshot-not-xml"),
        (Form::Xml, "<a>", &[], "compare-snapshot-not-xml"),
        (Form::Xml, "<a/><b/>", &[], "compare-snapshot-not-xml"),
        (Form::Xml, "<a/>x", &[], "compare-snapshot-not-xml"),
        (Form::Xml, "<a></b>", &[], "compare-snapshot-not-xml"),
        (Form::Xml, "<a b=\"1\" b=\"2\"/>", &[], "compare-snapshot-not-xml"),
        (Form::Xml, "<x:a/>", &[], "compare-snapshot-not-xml"),
        (Form::Xml, "<a>&b;</a>", &[], "compare-snapshot-not-xml"),
        (Form::Xml, billion, &[], "compare-snapshot-not-xml"),
        (Form::Xml, &deep, &[], "compare-snapshot-not-xml"),
        (Form::Xml, "<a b=\"1\"/>", &[("/a/@b", "arv"), ("//@b", "arv")], "compare-rules-overlap"),
        (Form::Text, "a1", &[("/a1/", "tunnus"), ("/1/", "tunnus")], "compare-rules-overlap"),
        (Form::Table, "a", &[], "compare-not-a-row"),
        (Form::Table, "| a |", &[("a", "eirata: x")], "compare-rules-nothing-left"),
        (Form::Xlsx, "a", &[], "compare-snapshot-not-xlsx"),
    ];
    for (form, body, rules, key) in cases {
        let rules = Rules::from_pairs(*form, rules.iter().copied()).expect("rules");
        let failure = Canonical::of(body.as_bytes(), &rules, &setting).expect_err("refused");
        assert_eq!(failure.message.key, *key, "{form} {:.40}", body);
    }
    for form in [Form::Xml, Form::Csv, Form::Table, Form::Text] {
        let failure = Canonical::of(b"<a>\xff</a>", &Rules::none(form), &setting);
        assert_eq!(
            failure.expect_err("refused").message.key,
            "compare-snapshot-not-utf8",
            "{form}"
        );
    }
}
