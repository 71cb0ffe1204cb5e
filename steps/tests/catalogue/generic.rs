//! The sentences for any system, tried on one that tells back what it was asked.

use rakis_model::FailureKind::{self, Broken, Failed, Invalid};

use crate::echo::{perform, world};

#[tokio::test]
async fn sentences_that_hold() {
    let mut world = world();
    let ended = perform(
        &mut world,
        r#"
        praegu on 28.03.2026 kell 23:30
        möödub 60 minutit
        isiku "Mari Maasikas" isikukood on 60001019906
        jätan isiku "Mari Maasikas" isikukoodi meelde nimega "isik"
        jätan teksti "arveldaja" meelde nimega "roll"
        teen toimingu "ütle" andmetega:
            | väli   | väärtus             |
            | rollid | =["{roll}", "muu"]  |
        vastuse väärtus "$.meetod" on "POST"
        vastuse väärtus "$.keha.rollid" on "arveldaja, muu"
        vastuse väärtus "$.keha.isik" on "Mari Maasikas"
        vastuse väärtus "$.keha.isik" on isikukood 60001019906
        vastuse väärtus "$.kell" on "29.03.2026 00:30"
        vastuse olek on 200
        teen päringu PUT "/asutused/{roll}" sisuga:
            > {"roll": "{roll}", "isik": "{isik}", "arv": 1.50}
        vastuse väärtus "$.tee" on "/asutused/arveldaja"
        vastuse väärtus "$.tee" sisaldab "{roll}"
        vastuse väärtus "$.keha.roll" on "{roll}"
        vastuse väärtus "$.korras" on "jah"
        vastuse väärtus "$.summa" on summa 1 234,56 €
        vastuse väärtus "$.päev" on kuupäev 31.12.2026
        vastuses puudub "$.parool"
        vastuse loetelus "$.read" on 2 kirjet
        vastuse loetelu "$.read" on täpselt:
            | nimi | arv |
            | Jüri | 2   |
            | Õie  | 1   |
        vastuse loetelus "$.read" on read:
            | nimi |
            | Õie  |
        vastuse loetelu "$.read" veeru "arv" jaotus on aruandes
        jätan vastuse väärtuse "$.read[1].nimi" meelde nimega "nimi"
        teen päringu POST "/x" sisuga:
            > tere, {nimi}
        vastuse väärtus "$.keha" on "tere, {nimi}"
        "#,
    )
    .await;
    // The last one: a body that is no JSON is sent as it stands, and the text required is filled.
    let (sentence, failure) = ended.unwrap_err();
    assert_eq!(sentence, "vastuse väärtus \"$.keha\" on \"tere, {nimi}\"");
    assert_eq!(failure.expected.as_deref(), Some("tere, Jüri"));
    assert_eq!(failure.actual.as_deref(), Some("tere, {nimi}"));
    assert_eq!(world.take_exchanges().len(), 3);
    let shown = world.take_distributions();
    assert_eq!(shown.iter().map(|one| one.total()).collect::<Vec<_>>(), [2]);
}

#[tokio::test]
async fn sentences_that_do_not_hold_say_what_was_required_and_found() {
    for (sentence, kind, key, expected, actual) in [
        ("vastuse olek on 201", Failed, "step-status", "201", "200"),
        (r#"vastuse väärtus "$.meetod" on "PUT""#, Failed, "step-value", "PUT", "GET"),
        (r#"vastuse väärtus "$.tee" sisaldab "õ""#, Failed, "step-contains", "õ", "/a"),
        (r#"vastuses puudub "$.korras""#, Failed, "step-absent", "", "true"),
        (r#"vastuse loetelus "$.read" on 3 kirjet"#, Failed, "step-count", "3", "2"),
        (
            r#"vastuse loetelu "$.read" veeru "nimi" jaotus on aruandes"#,
            Failed,
            "step-not-number",
            "",
            "",
        ),
    ] {
        let text = format!("teen päringu GET \"/a\"\n{sentence}");
        let (_, failure) = perform(&mut world(), &text).await.unwrap_err();
        assert_eq!((failure.kind, failure.message.key.as_ref()), (kind, key), "{sentence}");
        let values = (failure.expected.unwrap_or_default(), failure.actual.unwrap_or_default());
        assert_eq!(values, (expected.to_owned(), actual.to_owned()), "{sentence}");
    }
}

#[tokio::test]
async fn whole_answers_and_lists_tell_every_difference() {
    let text = "teen päringu GET \"/a\"\nvastus on täpselt:\n> {\"meetod\": \"PUT\", \"uus\": 1}";
    let (_, failure) = perform(&mut world(), text).await.unwrap_err();
    assert_eq!(failure.message.key, "step-whole");
    let paths: Vec<_> = failure.differences.iter().map(|one| one.path.as_str()).collect();
    assert!(["$.meetod", "$.uus", "$.read"].iter().all(|path| paths.contains(path)), "{paths:?}");
    let text = "teen päringu GET \"/a\"\nvastuse loetelu \"$.read\" on täpselt:\n| nimi |\n| Õie |\n| Ülo |";
    let (_, failure) = perform(&mut world(), text).await.unwrap_err();
    assert_eq!(failure.differences.len(), 2, "Ülo is missing, Jüri is extra: {failure:?}");
}

#[tokio::test]
async fn tests_that_are_wrong_are_invalid_and_systems_that_are_down_are_not() {
    let ends = async |text: &str| -> (FailureKind, String) {
        let (_, failure) = perform(&mut world(), text).await.unwrap_err();
        (failure.kind, failure.message.key.into_owned())
    };
    for (text, key) in [
        ("möödub 5 minutit", "step-clock-unset"),
        ("praegu on 29.03.2026 kell 03:30", "step-clock-gap"),
        ("praegu on 30.02.2026 kell 09:00", "step-wrong-day"),
        ("toiming õnnestub", "step-no-attempt"),
        ("vastuse olek on 200", "step-no-reply"),
        ("teen päringu GET \"/a\"\nvastuse väärtus \"tee\" on \"x\"", "step-wrong-path"),
        ("teen päringu GET \"/a\"\nvastuse väärtus \"$.tee\" on \"{puudub}\"", "step-no-variable"),
        ("teen päringu POST \"/a\" sisuga:", "step-no-text"),
        ("teen päringu POST \"/a\" sisuga:\n> {\"a\":", "step-not-json"),
        ("teen toimingu \"ütle\" andmetega:", "step-no-table"),
        ("teen toimingu \"ütle\" andmetega:\n| nimi | väärtus |\n| a | b |", "step-no-column"),
        ("teen toimingu \"ütle\" andmetega:\n| väli | väärtus |\n| a | =[ |", "step-not-json"),
        ("töötaja \"Mari\" logib välja", "step-no-session"),
        ("töötaja \"Mari\" esitab taotluse, milles puudub väli \"aadress\"", "step-unknown-field"),
    ] {
        assert_eq!(ends(text).await, (Invalid, key.to_owned()), "{text}");
    }
    let no_value = "teen päringu GET \"/a\"\nvastuse väärtus \"$.puudub\" on \"x\"";
    assert_eq!(ends(no_value).await, (Failed, "step-no-value".to_owned()));
    assert_eq!(ends("proovin toimingut \"kuku\"").await.0, Failed, "a 500 is no refusal");
    assert_ne!(ends("teen toimingu \"tundmatu\"").await.0, Broken);
}

#[tokio::test]
async fn a_refusal_is_right_only_where_it_is_asked_about() {
    let refused = "proovin toimingut \"proovi\"\n";
    for asked in ["toimingust keeldutakse põhjusega \"OIG-003\"", "toimingu tulemus on \"OIG-003\""]
    {
        let mut world = world();
        let text = format!("{refused}{asked}\nteen toimingu \"ütle\"\n{asked}");
        assert_eq!(perform(&mut world, &text).await, Ok(()));
        assert_eq!(world.finish(), None);
    }
    let mut world = world();
    let (sentence, _) =
        perform(&mut world, &format!("{refused}teen toimingu \"ütle\"")).await.unwrap_err();
    assert_eq!(sentence, "teen toimingu \"ütle\"", "the next act ends by the refusal before it");
    let mut world = crate::echo::world();
    assert_eq!(perform(&mut world, refused).await, Ok(()));
    assert!(world.finish().is_some(), "a refusal at the end");
    let (_, failure) = perform(&mut world, "toiming õnnestub").await.unwrap_err();
    assert_eq!(failure.actual.as_deref(), Some("OIG-003 (Ei ole õigust.)"));
}
