//! What is not a request is refused in our shape, and leaves nothing.

use serde_json::json;

use crate::scene::Scene;
use crate::support::{http, reply, service};

#[tokio::test]
async fn bodies_that_are_no_objects_of_the_right_kind_are_malformed() {
    let running = service().await;
    let scene = Scene::new(&running).await.with(&["A"]).await;
    let version = scene.path("/versioonid/1");
    let endpoints = [
        ("POST", "/klassifikaatorid".to_owned()),
        ("POST", scene.path("/versioonid")),
        ("POST", format!("{version}/koodid")),
        ("PUT", format!("{version}/koodid/A")),
        ("POST", format!("{version}/koodid/A/sulgemine")),
        ("POST", format!("{version}/koodid/A/taasavamine")),
        ("POST", "/kirjed".to_owned()),
    ];
    let deep = "[".repeat(100_000);
    let wrong = r#"{"kood": 1, "nimetus": [], "kehtib_alates": 3, "suletud_alates": {}, "klassifikaator": null}"#;
    for (method, path) in endpoints {
        for body in ["", "[]", "null", "{", r#"{"nimetus": "\u0000"}"#, wrong, &deep] {
            let method = reqwest::Method::from_bytes(method.as_bytes()).unwrap();
            let request = http().request(method, format!("{}/skais{path}", running.base_url()));
            let answer = reply(request.body(body.to_owned())).await;
            let shown: String = body.chars().take(60).collect();
            assert_eq!(answer.brief(), "400 OIG-400", "{path} {shown}");
        }
    }
    assert_eq!(scene.listed(&scene.skais, "?versioon=1").await, "A Nimi A");
}

#[tokio::test]
async fn values_that_are_none_are_refused_by_name() {
    let running = service().await;
    let scene = Scene::new(&running).await.with(&["A", "B"]).await;
    let new = |code: &str, name: &str| json!({"kood": code, "nimetus": name});
    let dated = |from: &str, to: &str| json!({"kood": "C", "nimetus": "Nimi C", "kehtib_alates": from, "kehtib_kuni": to});
    for (code, expected) in [
        (new("", "Nimi"), "422 OIG-054"),
        (new("C", " "), "422 OIG-054"),
        (new("c", "Nimi"), "422 KLA-038"),
        (new("ABCDEFGHIJ0123456789X", "Nimi"), "422 KLA-038"),
        (new("C/1", "Nimi"), "422 KLA-038"),
        (new("A", "Nimi"), "409 KLA-030"),
        (new("C", "nimi b"), "409 KLA-035"),
        (dated("2026-02-30", "2026-03-01"), "400 OIG-400"),
        (dated("02.03.2026", "2026-03-31"), "400 OIG-400"),
        (dated("2026-03-02", "2026-03-01"), "422 OIG-053"),
        (dated("2025-12-31", "2026-03-01"), "422 KLA-037"),
    ] {
        let shown = code.to_string();
        assert_eq!(scene.add(code).await.brief(), expected, "{shown}");
    }
    assert_eq!(
        scene.change("A", json!({"kehtib_alates": "2026-03-02"})).await.brief(),
        "422 OIG-054"
    );
    assert_eq!(scene.rename("PUUDUB", "Nimi", "2026-03-02").await.brief(), "404 OIG-404");
    for (path, expected) in [
        (scene.path("?kuupaev=eile"), "400 OIG-400"),
        (scene.path("?versioon=esimene"), "404 OIG-404"),
        (scene.path("?versioon=7"), "404 OIG-404"),
        (scene.path("/vordlus?kuupaev=2026-02-30"), "400 OIG-400"),
        ("/klassifikaatorid/PUUDUB".to_owned(), "404 OIG-404"),
        ("/klassifikaatorid/PUUDUB/ajalugu".to_owned(), "404 OIG-404"),
        ("/klassifikaatorid/PUUDUB/vordlus".to_owned(), "404 OIG-404"),
        ("/klassifikaatorid/%27;DROP%20TABLE%20classifier_list;--".to_owned(), "404 OIG-404"),
    ] {
        assert_eq!(scene.skais.get(&path).await.brief(), expected, "{path}");
    }
    let elsewhere = scene.path("/versioonid/esimene/koodid");
    assert_eq!(scene.skais.post(&elsewhere, new("C", "Nimi")).await.brief(), "404 OIG-404");
    assert_eq!(scene.listed(&scene.skais, "?versioon=1").await, "A Nimi A, B Nimi B");
}
