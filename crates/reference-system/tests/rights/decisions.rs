//! Proceedings, register queries, decisions and payments.

use serde_json::json;

use crate::support::{Caller, log_about, logged_in_worker, of_action, office, service, somebody};

#[tokio::test]
async fn a_register_is_asked_only_within_ones_own_active_proceeding() {
    let running = service().await;
    let star = Caller::new(&running, "star");
    let (own, foreign) = (office(&star, "omavalitsus").await, office(&star, "omavalitsus").await);
    let (user, _) = logged_in_worker(&star, &own, &["sotsiaaltöötaja"]).await;
    let (stranger, _) = logged_in_worker(&star, &foreign, &["sotsiaaltöötaja"]).await;
    let (clerk, _) = logged_in_worker(&star, &own, &["arveldaja"]).await;
    let client = somebody();
    let query = json!({"klient": client, "register": "rahvastikuregister"});
    assert_eq!(user.post("/registriparingud", query.clone()).await.brief(), "403 OIG-020");
    assert_eq!(clerk.post("/menetlused", json!({"klient": client})).await.brief(), "403 OIG-003");
    let ids = [
        user.post("/menetlused", json!({"klient": client})).await,
        user.post("/menetlused", json!({"klient": client})).await,
    ]
    .map(|reply| reply.is(201).body["id"].clone());
    let answer = user.post("/registriparingud", query.clone()).await.is(200).body;
    assert_eq!(
        answer["andmed"]["nimi"],
        user.get(&format!("/kliendid/{client}")).await.body["nimi"]
    );
    assert_eq!(stranger.post("/registriparingud", query.clone()).await.brief(), "403 OIG-020");
    assert_eq!(clerk.post("/registriparingud", query.clone()).await.brief(), "403 OIG-003");
    assert_eq!(
        stranger.post(&format!("/menetlused/{}/lopeta", ids[0]), json!({})).await.brief(),
        "403 OIG-003"
    );
    // One of two remains.
    assert_eq!(
        user.post(&format!("/menetlused/{}/lopeta", ids[0]), json!({})).await.is(200).str("olek"),
        "lõpetatud"
    );
    user.post("/registriparingud", query.clone()).await.is(200);
    user.post(&format!("/menetlused/{}/lopeta", ids[1]), json!({})).await.is(200);
    user.post(&format!("/menetlused/{}/lopeta", ids[1]), json!({})).await.is(200);
    assert_eq!(user.post("/registriparingud", query).await.brief(), "403 OIG-020");
    let entries = log_about(&star, &own, &client).await;
    assert_eq!(of_action(&entries, "menetluse lõpetamine").len(), 2);
    let results: Vec<_> = of_action(&entries, "registripäring")
        .iter()
        .map(|entry| entry["tulemus"].clone())
        .collect();
    assert_eq!(results, ["keelatud", "õnnestus", "keelatud", "õnnestus", "keelatud"]);
}

#[tokio::test]
async fn whoever_decided_does_not_pay_and_a_payment_is_made_once() {
    let running = service().await;
    let skais = Caller::new(&running, "skais");
    let (own, foreign) = (office(&skais, "amet").await, office(&skais, "amet").await);
    let (decider, decider_code) = logged_in_worker(&skais, &own, &["otsustaja"]).await;
    let (payer, _) = logged_in_worker(&skais, &own, &["maksja"]).await;
    let (stranger, _) = logged_in_worker(&skais, &foreign, &["maksja"]).await;
    let decision = json!({"klient": somebody(), "sisu": "Määrata toetus."});
    assert_eq!(payer.post("/otsused", decision.clone()).await.brief(), "403 OIG-003");
    let made = decider.post("/otsused", decision).await.is(201);
    assert_eq!(made.str("otsustaja"), decider_code);
    let path = format!("/otsused/{}/makse", made.body["id"]);
    assert_eq!(decider.post(&path, json!({})).await.brief(), "403 OIG-003");
    assert_eq!(stranger.post(&path, json!({})).await.brief(), "403 OIG-003");
    assert_eq!(payer.post(&path, json!({})).await.is(200).str("olek"), "kinnitatud");
    assert_eq!(payer.post(&path, json!({})).await.brief(), "409 OIG-014");
    assert_eq!(payer.post("/otsused/1000000/makse", json!({})).await.brief(), "404 OIG-404");
    let empty = json!({"klient": somebody(), "sisu": ""});
    assert_eq!(decider.post("/otsused", empty).await.brief(), "422 OIG-054");
}

#[tokio::test]
async fn star_decides_but_does_not_pay() {
    let running = service().await;
    let star = Caller::new(&running, "star");
    let office = office(&star, "omavalitsus").await;
    let (user, _) = logged_in_worker(&star, &office, &["sotsiaaltöötaja"]).await;
    let id =
        user.post("/otsused", json!({"klient": somebody(), "sisu": "Teenus."})).await.is(201).body
            ["id"]
            .clone();
    assert_eq!(user.post(&format!("/otsused/{id}/makse"), json!({})).await.brief(), "404 OIG-404");
}
