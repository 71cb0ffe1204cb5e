//! Traps other parsers fall into, in Estonian.

use rakis_gherkin::{Ids, Options, parse, pickles};
use rakis_model::{
    Source,
    messages::{Feature, FeatureChild, Scenario, Step},
};

use super::{at, estonian, read};

fn feature(text: &str) -> Feature {
    let parsed = estonian(text).unwrap_or_else(|problems| panic!("{text}\n{problems:?}"));
    parsed.document.feature.expect("a feature")
}

fn scenario(text: &str) -> Scenario {
    match feature(text).children.remove(0) {
        FeatureChild::Scenario(scenario) => scenario,
        other => panic!("{other:?}"),
    }
}

/// The only step of a scenario whose step lines are given.
fn step(lines: &str) -> Step {
    scenario(&format!("Omadus: o\nStsenaarium: s\n{lines}")).steps.remove(0)
}

fn errors(text: &str) -> Vec<String> {
    estonian(text).expect_err(text).iter().map(at).collect()
}

#[test]
fn language_and_beginning_of_the_file() {
    for (text, language) in [
        ("Omadus: o\n", "et"),
        ("\u{FEFF}Omadus: o\n", "et"),
        ("\u{FEFF}# language: et\r\nOmadus: o\r\n", "et"),
        ("# kommentaar\n\n# veel\n  #  language :  en  \nFeature: o\n", "en"),
        ("@märgend\n# language: en\nFeature: o\n", "en"),
        ("Feature: o\n  Scenario: s\n    Given x\n", "en"),
        ("# language: fi\nOminaisuus: o\n", "fi"),
    ] {
        let feature = feature(text);
        assert_eq!((feature.language.as_str(), feature.name.as_str()), (language, "o"), "{text}");
        assert_eq!(feature.location.column, Some(1), "{text}");
    }
    for empty in ["", "\n \n", "\u{FEFF}", "# ainult kommentaar\n", "\r\n"] {
        let parsed = estonian(empty).unwrap();
        assert_eq!((parsed.document.feature, parsed.language.as_str()), (None, "et"), "{empty:?}");
    }
}

#[test]
fn one_slip_does_not_bury_the_others() {
    // A title that is none: what stands below fits nowhere only for that reason.
    let body = "  @a\n  Reegel: r\n\n    @b\n    Stsenaarium: s\n      Kui x\n".repeat(50);
    assert_eq!(errors(&format!("o\u{0}madus: o\n{body}")), ["1:1 unexpected-line"]);
    // Slips between lines that fit are all told, a long run of them only at its beginning.
    let rubbish = " prügi\n".repeat(1_000);
    let told = errors(&format!("Omadus: o\nStsenaarium: s\n Kui x\n{rubbish} Siis y\n prügi\n"));
    assert_eq!((told.len(), told[9].as_str()), (11, "13:2 unexpected-line"));
    assert_eq!(told[10], "1005:2 unexpected-line");
}

#[test]
fn an_unknown_language_is_the_one_error() {
    assert_eq!(errors("# language: zz\nTunnus: o\n  Miski: s\n"), ["1:1 unknown-language"]);
    // Where the meaning is plain, the other errors are told too.
    assert_eq!(
        errors("# language: eesti\nOmadus: o\nStsenaarium: s\n Kui x\n prügi\n"),
        ["1:1 unknown-language", "5:2 unexpected-line"]
    );
}

#[test]
fn errors_are_told_in_the_language_the_file_is_written_in() {
    let english = estonian("Feature: o\nScenario: s\n  Given x\n  rubbish\n").unwrap_err();
    assert_eq!(english.iter().map(at).collect::<Vec<_>>(), ["4:3 unexpected-line"]);
    let expected = &english.iter().next().unwrap().message.args[0].1;
    assert!(expected.contains("Given …, ") && expected.ends_with("Rule:"), "{expected}");
    let estonian = estonian("Omadus: o\nStsenaarium: s\n  Kui x\n  prügi\n").unwrap_err();
    let expected = &estonian.iter().next().unwrap().message.args[0].1;
    assert_eq!(
        expected,
        "| … |, \"\"\", Eeldades …, Kui …, Siis …, Kuid …, Ja …, * …, @…, Juhtumid:, Juhtum:, Stsenaarium:, Raamjuhtum:, Raamstsenaarium:, Reegel:"
    );
}

#[test]
fn descriptions_may_begin_like_keywords() {
    let text = "Omadus: o\n  Juhtumite haldus on tähtis\n  # märkus\n  Reegel ütleb:\n\n  Kui: jah\n\n\nStsenaarium: s\n  Juhtumid on all\n  Taustast\n  Kui x\n";
    let feature = feature(text);
    assert_eq!(feature.description, "  Juhtumite haldus on tähtis\n  Reegel ütleb:\n\n  Kui: jah");
    let FeatureChild::Scenario(scenario) = &feature.children[0] else { panic!("{feature:?}") };
    assert_eq!(scenario.description, "  Juhtumid on all\n  Taustast");
    assert_eq!(scenario.steps.len(), 1);
}

#[test]
fn keywords() {
    assert_eq!(step("  * täht\n").keyword, "* ");
    assert_eq!(step("Kuid mitte\n").keyword, "Kuid ");
    // The longest keyword wins: Juhtumid are examples, Juhtum is a scenario.
    let outline = scenario("Omadus: o\nJuhtum: s\n Kui <a>\nJuhtumid:\n|a|\n|b|\n");
    assert_eq!((outline.keyword.as_str(), outline.examples[0].table_body.len()), ("Juhtum", 1));
    let haitian = read("# language: ht\nKarakteristik: k\nSenaryo: s\nLe sa a x\n", "et").unwrap();
    let Some(FeatureChild::Scenario(scenario)) = haitian.document.feature.unwrap().children.pop()
    else {
        panic!("no scenario")
    };
    assert_eq!(scenario.steps[0].keyword, "Le sa a ");
}

#[test]
fn cells_and_their_columns() {
    let table = step(" Kui x\n  | õ\\|ä | c:\\\\d | e\\nf | g\\h | |\n").data_table.unwrap();
    let cells: Vec<_> = table.rows[0].cells.iter().map(|c| c.value.as_str()).collect();
    assert_eq!(cells, ["õ|ä", "c:\\d", "e\nf", "g\\h", ""]);
    let columns: Vec<_> = table.rows[0].cells.iter().map(|c| c.location.column).collect();
    // An empty cell stands at the bar that closes it, as officially.
    assert_eq!(columns, [Some(5), Some(12), Some(20), Some(27), Some(33)]);
    // Without the closing bar the last cell is none, as officially.
    assert_eq!(step("Kui x\n| a | b\n").data_table.unwrap().rows[0].cells.len(), 1);
}

#[test]
fn every_uneven_row_is_told() {
    let text = "Omadus: o\nStsenaarium: s\n Kui x\n  | a | b |\n  | a |\n  | a | b\n  | a | b | c |\n Siis y\n  | a |\n";
    let problems = estonian(text).unwrap_err();
    let all: Vec<_> = problems.iter().collect();
    assert_eq!(
        all.iter().map(|one| at(one)).collect::<Vec<_>>(),
        ["5:3 cell-count", "6:3 cell-count", "7:3 cell-count"]
    );
    let hints: Vec<_> = all.iter().map(|one| one.hints[0].key.as_ref()).collect();
    assert_eq!(hints, ["gherkin-even-cells", "gherkin-close-row", "gherkin-even-cells"]);
    assert_eq!(all[0].related.as_ref().unwrap().0.line_column(), (4, 3));
}

#[test]
fn text_blocks() {
    let text = |lines: &str| step(&format!("Kui x\n{lines}")).doc_string.unwrap();
    let block = text("  \"\"\" application/json \n    {\n  }\n\n a \n  \\\"\\\"\\\"\n  \"\"\"\n");
    assert_eq!(block.media_type.as_deref(), Some("application/json"));
    assert_eq!(block.content, "  {\n}\n\na \n\"\"\"");
    assert_eq!(text("```\r\nõ\r\n\"\"\"\r\n```\r\n").content, "õ\n\"\"\"");
    assert_eq!(text("\"\"\"\n# ei ole märkus\n@a\nOmadus: o\n\"\"\"\n").content.lines().count(), 3);
    assert_eq!(text("\"\"\"\n\"\"\"\n").content, "");
    let both = step("Kui x\n| a |\n\"\"\"\nb\n\"\"\"\n");
    assert!(both.doc_string.is_some() && both.data_table.is_some());
    let both = step("Kui x\n\"\"\"\nb\n\"\"\"\n\n# märkus\n| a |\n\n| b |\n");
    assert_eq!(both.data_table.unwrap().rows.len(), 2);
}

#[test]
fn arguments_of_a_step_are_bounded() {
    let after = |lines: &str| errors(&format!("Omadus: o\nStsenaarium: s\nKui x\n{lines}"));
    assert_eq!(after("```\na\n```\n```\n"), ["7:1 unexpected-line"]);
    assert_eq!(after("|a|\n```\n```\n|a|\n"), ["7:1 unexpected-line"]);
    let problems = estonian("Omadus: o\nStsenaarium: s\nKui x\n  ```\n a\n").unwrap_err();
    let open = problems.iter().next().unwrap();
    assert_eq!(at(open), "6:1 open-text");
    assert_eq!(open.related.as_ref().unwrap().0.line_column(), (4, 3));
}

#[test]
fn tags() {
    let text = "@a@b #c\n\n# märkus\n@õ-1#2\nOmadus: o\n@r\nReegel: r\n @s\n Raamstsenaarium: s\n Kui <x>\n @j\n # märkus\n\n @k\n Juhtumid:\n |x|\n |1|\n @t\n Stsenaarium: t\n Kui y\n@q\nReegel: q\n";
    let parsed = estonian(text).unwrap();
    let names = |tags: &[rakis_model::messages::PickleTag]| {
        tags.iter().map(|tag| tag.name.clone()).collect::<Vec<_>>().join(" ")
    };
    let all: Vec<_> =
        pickles(&parsed, &mut Ids::new()).iter().map(|one| names(&one.tags)).collect();
    assert_eq!(all, ["@a @b @õ-1#2 @r @s @j @k", "@a @b @õ-1#2 @r @t"]);
    assert_eq!(errors("@a b @c d\nOmadus: o\n"), ["1:1 tag-space", "1:6 tag-space"]);
    assert_eq!(errors("Omadus: o\nStsenaarium: s\nKui x\n@a\n"), ["5:1 unexpected-end"]);
    assert_eq!(errors("Omadus: o\n@a\nTaust:\n"), ["3:1 unexpected-line", "4:1 unexpected-end"]);
    assert_eq!(errors("@a\n"), ["2:1 unexpected-end"]);
    // Reading recovers at the next scenario.
    assert_eq!(errors("Omadus: o\n@a\nprügi\nStsenaarium: s\nKui x\n"), ["3:1 unexpected-line"]);
}

#[test]
fn a_misspelt_line_is_told_with_the_word_meant() {
    let text =
        "Omadus: o\nStsenaarium: s\n  Kui x\n  siis y\n  Sis z\n  stsenaarium: t\n  Kui: z\n";
    let problems = estonian(text).unwrap_err();
    let hints: Vec<_> = problems.iter().map(|one| one.hints[0].args[0].1.clone()).collect();
    assert_eq!(hints, ["Siis", "Siis", "Stsenaarium:", "Kui"]);
}

#[test]
fn carriage_returns_and_indentation_do_not_matter() {
    let plain = "Omadus: o\n  kirjeldus\n\n  Stsenaarium: s\n    Kui x\n      | a |\n";
    let parsed = estonian(&plain.replace('\n', "\r\n")).unwrap();
    assert_eq!(parsed.document, estonian(plain).unwrap().document);
    let tabs = scenario("\tOmadus: o \n\t\tStsenaarium:\u{A0}s\u{A0}\n\t\t Kui  x \n");
    assert_eq!((tabs.name.as_str(), tabs.steps[0].text.as_str()), ("s", "x"));
    assert_eq!(tabs.steps[0].location.column, Some(4));
}

#[test]
fn ids_go_on_from_file_to_file_and_errors_use_none() {
    let mut ids = Ids::new();
    let options = Options { default_language: "et" };
    let text = "Omadus: o\nStsenaarium: s\nKui x\n";
    let first = parse(&Source::new("a", text), &options, &mut ids).unwrap();
    parse(&Source::new("b", format!("{text}prügi")), &options, &mut ids).unwrap_err();
    let pickles = pickles(&first, &mut ids);
    assert_eq!((pickles[0].steps[0].id.as_str(), pickles[0].id.as_str()), ("2", "3"));
    assert_eq!(ids.next_id(), "4");
}
