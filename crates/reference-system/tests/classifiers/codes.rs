//! Codes in a draft: what may be valid beside what, to the day.

use serde_json::json;

use crate::scene::Scene;
use crate::support::service;

#[tokio::test]
async fn a_change_splits_an_interval_and_keeps_what_was_before_and_after() {
    let running = service().await;
    let scene = Scene::new(&running).await.with(&["A", "B<A"]).await;
    scene.rename("A", "Teine", "2026-04-01").await.is(200);
    // Between the two: what begins on 1 April is cut short by what begins on 1 March.
    scene.rename("A", "Vahepealne", "2026-03-01").await.is(200);
    // On a day that already begins an interval, that interval is corrected.
    scene.rename("A", "Teine parandatud", "2026-04-01").await.is(200);
    scene.publish().await.is(200);
    for (day, expected) in [
        ("2025-12-31", "404 KLA-010"),
        ("2026-01-01", "A Nimi A, B Nimi B"),
        ("2026-02-28", "A Nimi A, B Nimi B"),
        ("2026-03-01", "A Vahepealne, B Nimi B"),
        ("2026-03-31", "A Vahepealne, B Nimi B"),
        ("2026-04-01", "A Teine parandatud, B Nimi B"),
        ("2199-12-31", "A Teine parandatud, B Nimi B"),
    ] {
        assert_eq!(scene.on(&scene.skais, day).await, expected, "{day}");
    }
}

#[tokio::test]
async fn a_code_closes_on_its_day_and_opens_again_only_in_days_that_are_free() {
    let running = service().await;
    let scene = Scene::new(&running).await.with(&["A", "B"]).await;
    scene.rename("A", "Tuleviku nimi", "2026-09-01").await.is(200);
    assert_eq!(scene.close("A", "2025-12-31").await.brief(), "422 KLA-037");
    scene.close("A", "2026-06-01").await.is(200);
    assert_eq!(scene.close("A", "2026-06-01").await.brief(), "422 KLA-036", "closed already");
    assert_eq!(scene.close("PUUDUB", "2026-06-01").await.brief(), "404 OIG-404");
    assert_eq!(scene.rename("A", "Uus", "2026-06-01").await.brief(), "422 KLA-036");
    for (from, to, expected) in [
        ("2026-05-31", None, "409 KLA-031"),
        ("2026-05-01", Some("2026-05-31"), "409 KLA-031"),
        ("2026-08-01", Some("2026-07-31"), "422 OIG-053"),
        ("2026-06-01", Some("2026-06-30"), "200"),
        ("2026-06-30", None, "409 KLA-031"),
        ("2026-09-01", None, "200"),
        ("2026-07-15", Some("2026-09-01"), "409 KLA-031"),
    ] {
        assert_eq!(scene.reopen("A", from, to).await.brief(), expected, "{from} {to:?}");
    }
    scene.publish().await.is(200);
    for (day, expected) in [
        ("2026-06-30", "A Nimi A, B Nimi B"),
        ("2026-07-01", "B Nimi B"),
        ("2026-08-31", "B Nimi B"),
        ("2026-09-01", "A Nimi A, B Nimi B"),
    ] {
        assert_eq!(scene.on(&scene.skais, day).await, expected, "{day}");
    }
}

#[tokio::test]
async fn a_parent_is_there_all_the_time_and_never_below_its_child() {
    let running = service().await;
    let scene = Scene::new(&running).await.with(&["A", "B<A", "C<B", "D"]).await;
    scene.close("D", "2026-06-01").await.is(200);
    let below = async |code: &str, parent: &str| {
        scene.change(code, json!({"ulemkood": parent, "kehtib_alates": "2026-04-01"})).await.brief()
    };
    assert_eq!(below("A", "C").await, "422 KLA-032");
    assert_eq!(below("A", "A").await, "422 KLA-032");
    assert_eq!(below("C", "D").await, "422 KLA-033", "D does not last as long as C");
    assert_eq!(below("B", "").await, "200");
    assert_eq!(below("A", "C").await, "200", "from April on C is no more below A");
    assert_eq!(below("B", "A").await, "422 KLA-032");
    let child = |from: &str, to: &str| json!({"kood": "E", "nimetus": "Nimi E", "ulemkood": "D", "kehtib_alates": from, "kehtib_kuni": to});
    assert_eq!(scene.add(child("2026-02-01", "2026-06-01")).await.brief(), "422 KLA-033");
    assert_eq!(scene.add(child("2026-02-01", "2026-05-31")).await.brief(), "201");
    assert_eq!(scene.close("D", "2026-05-31").await.brief(), "409 KLA-034");
    scene.publish().await.is(200);
    let march = "A Nimi A, B Nimi B, C Nimi C, D Nimi D, E Nimi E";
    assert_eq!(scene.on(&scene.skais, "2026-03-31").await, march);
    let levels = async |day: &str| {
        let codes =
            scene.skais.get(&scene.path(&format!("?kuupaev={day}"))).await.body["koodid"].clone();
        let level = |code: &serde_json::Value| {
            format!("{}{}", code["kood"].as_str().unwrap(), code["tase"])
        };
        codes.as_array().unwrap().iter().map(level).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(levels("2026-03-31").await, "A1 B2 C3 D1 E2");
    assert_eq!(levels("2026-07-01").await, "B1 C2 A3");
}

#[tokio::test]
async fn a_hundred_levels_are_shown_and_siblings_stand_by_code() {
    let running = service().await;
    let scene = Scene::new(&running).await;
    for level in 1..=99 {
        let parent = if level == 1 { String::new() } else { format!("L{:02}", level - 1) };
        let code = format!("L{level:02}");
        scene.add(json!({"kood": code, "nimetus": code, "ulemkood": parent})).await.is(201);
    }
    let scene = scene.with(&["L01-1<L01", "L01.1<L01"]).await;
    scene.publish().await.is(200);
    let listed = scene.on(&scene.skais, "2026-01-01").await;
    assert_eq!(listed.split(", ").count(), 101);
    assert!(listed.starts_with("L01 L01, L01-1 Nimi L01-1, L01.1 Nimi L01.1, L02 L02"), "{listed}");
}
