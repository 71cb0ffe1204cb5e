//! Sessions: idle limits to the minute, an institution's own setting, logging out.

use serde_json::json;

use crate::support::{Caller, log_about, logged_in, of_action, office, service};

#[tokio::test]
async fn a_session_expires_at_exactly_the_limit_since_its_last_use() {
    let running = service().await;
    let star = Caller::new(&running, "star");
    let office = office(&star, "omavalitsus").await;
    let user = logged_in(&star, &office.administrator).await;
    let at = |time: &str| user.at(&format!("2026-03-02T{time}+02:00"));
    let reply = at("09:14:59").get("/sessioonid/praegune").await.is(200);
    assert_eq!(reply.str("kehtib_kuni"), "2026-03-02T09:29:59+02:00");
    // A refused request does not count as use.
    let refused =
        at("09:20:00").post("/funktsioonid", json!({"funktsioon": "otsuse tegemine"})).await;
    assert_eq!(refused.brief(), "403 OIG-003");
    at("09:29:58").get("/sessioonid/praegune").await.is(200);
    assert_eq!(at("09:44:58").get("/sessioonid/praegune").await.brief(), "401 OIG-030");
    assert_eq!(at("09:44:58").get("/sessioonid/praegune").await.brief(), "401 OIG-030");
    let entries =
        of_action(&log_about(&star, &office, &office.administrator).await, "seansi aegumine");
    assert_eq!(entries.len(), 1);
    assert_eq!(
        (&entries[0]["kes"], &entries[0]["objekt"]),
        (&json!("süsteem"), &json!(office.administrator))
    );
    assert!(entries[0]["pohjus"].as_str().unwrap().starts_with("OIG-030 "), "{entries:?}");
}

#[tokio::test]
async fn an_institution_sets_its_own_limit_within_bounds() {
    let running = service().await;
    let skais = Caller::new(&running, "skais");
    let (own, foreign) = (office(&skais, "amet").await, office(&skais, "amet").await);
    let user = logged_in(&skais, &own.administrator).await;
    let path = format!("/asutused/{}/seaded", own.code);
    for (minutes, expected) in [
        (json!(0), "422 OIG-013"),
        (json!(121), "422 OIG-013"),
        (json!(-1), "422 OIG-013"),
        (json!(15.5), "400 OIG-400"),
        (json!("15"), "400 OIG-400"),
        (json!(120), "200"),
        (json!(1), "200"),
    ] {
        let reply = user.put(&path, json!({ "sessiooni_aegumine_min": minutes })).await;
        assert_eq!(reply.brief(), expected, "{minutes}");
    }
    let elsewhere = format!("/asutused/{}/seaded", foreign.code);
    assert_eq!(
        user.put(&elsewhere, json!({"sessiooni_aegumine_min": 30})).await.brief(),
        "403 OIG-003"
    );
    let unknown =
        user.put("/asutused/12345678/seaded", json!({"sessiooni_aegumine_min": 30})).await;
    assert_eq!(unknown.brief(), "404 OIG-404");
    user.at("2026-03-02T09:00:59+02:00").get("/sessioonid/praegune").await.is(200);
    assert_eq!(
        user.at("2026-03-02T09:01:59+02:00").get("/sessioonid/praegune").await.brief(),
        "401 OIG-030"
    );
    let settings =
        of_action(&log_about(&skais, &own, &own.administrator).await, "seadete muutmine");
    let values: Vec<_> = settings
        .iter()
        .filter(|entry| entry["tulemus"] == "õnnestus")
        .map(|entry| (&entry["vana"], &entry["uus"]))
        .collect();
    assert_eq!(values, [(&json!("15"), &json!("120")), (&json!("120"), &json!("1"))]);
}

#[tokio::test]
async fn logging_out_ends_this_session_only() {
    let running = service().await;
    let star = Caller::new(&running, "star");
    let office = office(&star, "omavalitsus").await;
    let (one, other) = (
        logged_in(&star, &office.administrator).await,
        logged_in(&star, &office.administrator).await,
    );
    one.delete("/sessioonid/praegune").await.is(204);
    assert_eq!(one.delete("/sessioonid/praegune").await.brief(), "401 OIG-031");
    assert_eq!(other.get("/sessioonid/praegune").await.str("isikukood"), office.administrator);
    assert_eq!(
        of_action(&log_about(&star, &office, &office.administrator).await, "väljalogimine").len(),
        1
    );
    // A session of one system is none in the other.
    let token = star
        .post("/sessioonid", crate::support::credentials(&office.administrator))
        .await
        .str("sessioon");
    assert_eq!(
        Caller::new(&running, "skais").with(&token).get("/sessioonid/praegune").await.brief(),
        "401 OIG-031"
    );
}
