//! Versions: copied, published once, valid in turn; and records by the day of their event.

use serde_json::json;

use crate::scene::Scene;
use crate::support::service;

#[tokio::test]
async fn versions_follow_each_other_without_gap_or_overlap() {
    let running = service().await;
    let scene = Scene::new(&running).await.with(&["A", "B<A"]).await;
    assert_eq!(scene.draft("2026-04-01").await.brief(), "409 KLA-021", "version 1 is a draft");
    scene.publish().await.is(200);
    assert_eq!(scene.draft("2026-01-01").await.brief(), "422 KLA-022");
    let two = scene.clone().next("2026-04-01").await;
    assert_eq!(two.draft("2026-05-01").await.brief(), "409 KLA-021");
    two.close("B", "2026-04-01").await.is(200);
    two.add(json!({"kood": "C", "nimetus": "Nimi C"})).await.is(201);
    assert_eq!(two.on(&two.skais, "2026-04-01").await, "A Nimi A, B Nimi B", "not published yet");
    assert_eq!(two.listed(&two.skais, "?versioon=2").await, "A Nimi A, C Nimi C");
    two.publish().await.is(200);
    assert_eq!(two.publish().await.brief(), "409 KLA-020");
    let three = two.clone().next("2026-07-01").await;
    assert_eq!(
        three.listed(&three.skais, "?versioon=3").await,
        "A Nimi A, C Nimi C",
        "B is closed"
    );
    three.publish().await.is(200);
    let validity = async |day: &str| {
        let body = three.skais.get(&three.path(&format!("?kuupaev={day}"))).await.body;
        format!("{} {} {}", body["versioon"], body["kehtib_alates"], body["kehtib_kuni"])
    };
    assert_eq!(validity("2026-03-31").await, r#"1 "2026-01-01" "2026-03-31""#);
    assert_eq!(validity("2026-04-01").await, r#"2 "2026-04-01" "2026-06-30""#);
    assert_eq!(validity("2026-07-01").await, r#"3 "2026-07-01" null"#);
    for change in [
        scene.add(json!({"kood": "D", "nimetus": "Nimi D"})).await,
        scene.rename("A", "Uus", "2026-02-01").await,
        scene.close("A", "2026-02-01").await,
        scene.reopen("B", "2026-02-01", None).await,
        scene.publish().await,
    ] {
        assert_eq!(change.brief(), "409 KLA-020");
    }
}

#[tokio::test]
async fn only_the_first_version_may_be_published_after_its_first_day() {
    let running = service().await;
    let scene = Scene::new(&running).await;
    assert_eq!(scene.publish().await.brief(), "422 KLA-025", "no codes");
    let scene = scene.with(&["A"]).await;
    scene.publish().await.is(200);
    let late = scene.next("2026-03-01").await;
    assert_eq!(late.publish().await.brief(), "422 KLA-023", "today is 2 March");
}

#[tokio::test]
async fn an_exhaustive_classifier_keeps_its_residual_code() {
    let running = service().await;
    let scene = Scene::of(&running, true).await.with(&["A"]).await;
    assert_eq!(scene.publish().await.brief(), "422 KLA-024");
    scene.add(json!({"kood": "MUU", "nimetus": "Muu", "jaakkood": true})).await.is(201);
    scene.publish().await.is(200);
    let next = scene.next("2026-04-01").await;
    next.close("MUU", "2026-06-01").await.is(200);
    assert_eq!(next.publish().await.brief(), "422 KLA-024");
    next.reopen("MUU", "2026-06-01", None).await.is(200);
    assert_eq!(
        next.publish().await.brief(),
        "422 KLA-024",
        "two intervals are not one without end"
    );
}

#[tokio::test]
async fn a_record_goes_by_the_day_of_its_event_and_reads_so_ever_after() {
    let running = service().await;
    let scene = Scene::new(&running).await.with(&["A", "B"]).await;
    scene.close("B", "2026-03-01").await.is(200);
    scene.publish().await.is(200);
    let two = scene.next("2026-04-01").await.with(&["C"]).await;
    two.rename("A", "Uus nimi", "2026-04-01").await.is(200);
    two.close("A", "2026-05-01").await.is(200);
    two.publish().await.is(200);
    let april = two.skais.at("2026-04-10T09:00:00+03:00");
    for (code, event, expected) in [
        ("A", "2025-12-31", "422 KLA-040"),
        ("A", "2026-01-01", "201"),
        ("B", "2026-02-28", "201"),
        ("B", "2026-03-01", "422 KLA-041"),
        ("B", "2026-04-01", "422 KLA-040"),
        ("C", "2026-03-31", "422 KLA-040"),
        ("C", "2026-04-01", "201"),
        ("C", "2026-04-11", "422 KLA-042"),
        ("", "2026-04-01", "422 OIG-054"),
    ] {
        assert_eq!(two.record(&april, code, event).await.brief(), expected, "{code} {event}");
    }
    let before = two.record(&april, "A", "2026-03-31").await.is(201);
    let after = two.record(&april, "A", "2026-04-01").await.is(201);
    let much_later = two.skais.at("2030-01-01");
    for (reply, version, name) in [(before, 1, "Nimi A"), (after, 2, "Uus nimi")] {
        assert_eq!(reply.body["versioon"], version);
        let read = much_later.get(&format!("/kirjed/{}", reply.body["id"])).await.is(200);
        assert_eq!((read.str("nimetus").as_str(), &read.body["versioon"]), (name, &version.into()));
    }
    assert_eq!(much_later.get("/kirjed/1000000").await.brief(), "404 OIG-404");
}
