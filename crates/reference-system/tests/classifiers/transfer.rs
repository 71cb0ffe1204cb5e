//! STAR takes over from SKAIS, as often as it likes, and what differs is told.

use crate::scene::Scene;
use crate::support::{Caller, service};

#[tokio::test]
async fn what_differs_is_told_until_it_is_taken_over() {
    let running = service().await;
    let scene = Scene::new(&running).await.with(&["A", "B<A", "C"]).await;
    assert_eq!(scene.on(&scene.star, "2026-03-02").await, "404 OIG-404");
    assert_eq!(scene.differences("2026-03-02").await, [""; 0], "a draft is no difference");
    scene.publish().await.is(200);
    let missing = ["A kood puudub/on", "B kood puudub/on", "C kood puudub/on"];
    assert_eq!(scene.differences("2026-03-02").await, missing);
    scene.take_over().await.is(200);
    assert_eq!(scene.differences("2026-03-02").await, [""; 0]);
    let scene = scene.next("2026-04-01").await.with(&["D<C"]).await;
    scene.rename("A", "Uus nimi", "2026-04-01").await.is(200);
    scene.close("B", "2026-05-01").await.is(200);
    scene.publish().await.is(200);
    assert_eq!(scene.differences("2026-03-31").await, [""; 0]);
    let until = "B kehtib kuni 9999-12-31/2026-04-30";
    assert_eq!(
        scene.differences("2026-04-01").await,
        [
            "A nimetus Nimi A/Uus nimi",
            "A kehtib alates 2026-01-01/2026-04-01",
            until,
            "D kood puudub/on"
        ]
    );
    assert_eq!(scene.differences("2026-05-01").await[2], "B kood on/puudub");
    for _ in 0..2 {
        let reply = scene.take_over().await.is(200);
        assert_eq!((&reply.body["versioone"], &reply.body["koode"]), (&2.into(), &8.into()));
    }
    for day in ["2026-01-01", "2026-03-31", "2026-04-01", "2026-05-01"] {
        assert_eq!(scene.differences(day).await, [""; 0], "{day}");
        assert_eq!(scene.on(&scene.star, day).await, scene.on(&scene.skais, day).await, "{day}");
    }
}

#[tokio::test]
async fn star_begins_with_the_classifiers_of_skais() {
    let running = service().await;
    let (star, skais) = (Caller::new(&running, "star"), Caller::new(&running, "skais"));
    let list = skais.get("/klassifikaatorid").await.is(200);
    assert_eq!(list.body["klassifikaatorid"].as_array().unwrap().len(), 4);
    assert_eq!(list.text, star.get("/klassifikaatorid").await.text);
    for classifier in list.body["klassifikaatorid"].as_array().unwrap() {
        let path = format!("/klassifikaatorid/{}", classifier["kood"].as_str().unwrap());
        for day in ["2020-01-01", "2021-10-31", "2021-11-01", "2026-01-01"] {
            let path = format!("{path}?kuupaev={day}");
            assert_eq!(star.get(&path).await.is(200).text, skais.get(&path).await.text, "{path}");
        }
    }
}

#[tokio::test]
async fn records_and_history_outlive_a_take_over_and_skais_takes_nothing() {
    let running = service().await;
    let scene = Scene::new(&running).await.with(&["A"]).await;
    scene.publish().await.is(200);
    scene.take_over().await.is(200);
    let record = scene.record(&scene.star, "A", "2026-03-02").await.is(201);
    scene.take_over().await.is(200);
    scene.star.get(&format!("/kirjed/{}", record.body["id"])).await.is(200);
    assert_eq!(scene.skais.get("/kirjed/1000000").await.brief(), "404 OIG-404");
    let history = scene.star.get(&scene.path("/ajalugu")).await.is(200);
    assert_eq!(history.body["kirjed"].as_array().unwrap().len(), 2, "{}", history.text);
    let from = scene.skais.post(&scene.path("/ulevotmine"), serde_json::json!({})).await;
    assert_eq!(from.brief(), "404 OIG-404");
}
