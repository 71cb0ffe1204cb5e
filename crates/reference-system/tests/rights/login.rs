//! Logging in: methods, states of the account with their boundary days, and locks of both kinds.

use serde_json::{Value, json};

use crate::support::{
    Caller, credentials, log_about, logged_in, of_action, office, service, somebody, worker,
};

fn attempt(person: &str, confirmed: bool) -> Value {
    json!({"isikukood": person, "meetod": "Mobiil-ID", "kinnitatud": confirmed})
}

#[tokio::test]
async fn only_strong_methods_are_accepted() {
    let running = service().await;
    let star = Caller::new(&running, "star");
    let office = office(&star, "omavalitsus").await;
    for (method, expected) in [
        ("ID-kaart", "201"),
        ("Mobiil-ID", "201"),
        ("Smart-ID", "201"),
        ("parool", "401 OIG-021"),
        ("id-kaart", "401 OIG-021"),
        ("", "401 OIG-021"),
    ] {
        let body = json!({"isikukood": office.administrator, "meetod": method, "kinnitatud": true});
        assert_eq!(star.post("/sessioonid", body).await.brief(), expected, "{method}");
    }
    assert_eq!(star.post("/sessioonid", credentials(&somebody())).await.brief(), "401 OIG-027");
}

#[tokio::test]
async fn the_fifth_failure_in_a_row_locks_and_a_success_starts_anew() {
    let running = service().await;
    let skais = Caller::new(&running, "skais");
    let office = office(&skais, "amet").await;
    let person = worker(&skais, &office, &["vaatleja"]).await;
    for _ in 0..2 {
        for _ in 0..4 {
            assert_eq!(
                skais.post("/sessioonid", attempt(&person, false)).await.brief(),
                "401 OIG-022"
            );
        }
        assert_eq!(skais.post("/sessioonid", attempt(&person, true)).await.brief(), "201");
    }
    for _ in 0..5 {
        assert_eq!(skais.post("/sessioonid", attempt(&person, false)).await.brief(), "401 OIG-022");
    }
    assert_eq!(skais.post("/sessioonid", attempt(&person, true)).await.brief(), "401 OIG-023");
    assert_eq!(skais.get(&format!("/kasutajad/{person}")).await.str("olek"), "lukus");
    let administrator = logged_in(&skais, &office.administrator).await;
    let unlocked = administrator.post(&format!("/kasutajad/{person}/ava"), json!({})).await.is(200);
    assert_eq!(unlocked.str("olek"), "aktiivne");
    assert_eq!(skais.post("/sessioonid", attempt(&person, false)).await.brief(), "401 OIG-022");
    assert_eq!(skais.post("/sessioonid", attempt(&person, true)).await.brief(), "201");
    let entries = log_about(&skais, &office, &person).await;
    let lock = &of_action(&entries, "konto lukustumine")[0];
    assert_eq!(
        (&lock["kes"], &lock["vana"], &lock["uus"]),
        (&json!("süsteem"), &json!("aktiivne"), &json!("lukus"))
    );
    let failed = of_action(&entries, "sisselogimine")
        .into_iter()
        .filter(|entry| entry["tulemus"] == "ebaõnnestus");
    assert_eq!(failed.count(), 4 + 4 + 5 + 1 + 1);
}

#[tokio::test]
async fn validity_counts_both_its_ends() {
    let running = service().await;
    let star = Caller::new(&running, "star");
    let office = office(&star, "omavalitsus").await;
    let administrator = logged_in(&star, &office.administrator).await;
    let person = worker(&star, &office, &["arveldaja"]).await;
    let path = format!("/kasutajad/{person}/kehtivus");
    administrator.post(&path, json!({"alates": "2026-03-05", "kuni": "2026-03-31"})).await.is(200);
    for (time, expected) in [
        ("2026-03-04T23:59:59+02:00", "401 OIG-026"),
        ("2026-03-05T00:00:00+02:00", "201"),
        // Summer time began on the 29th.
        ("2026-03-31T23:59:59+03:00", "201"),
        ("2026-04-01T00:00:00+03:00", "401 OIG-025"),
    ] {
        assert_eq!(
            star.at(time).post("/sessioonid", credentials(&person)).await.brief(),
            expected,
            "{time}"
        );
    }
    let open_again = administrator.post(&path, json!({"kuni": null})).await.is(200);
    assert_eq!(
        (&open_again.body["kehtib_alates"], &open_again.body["kehtib_kuni"]),
        (&json!("2026-03-05"), &Value::Null)
    );
    let entries = of_action(&log_about(&star, &office, &person).await, "kehtivuse muutmine");
    assert_eq!(
        (&entries[0]["vana"], &entries[0]["uus"]),
        (&json!("2026-03-02.."), &json!("2026-03-05..2026-03-31"))
    );
}

#[tokio::test]
async fn a_lock_ends_open_sessions_and_is_told_before_other_states() {
    let running = service().await;
    let star = Caller::new(&running, "star");
    let office = office(&star, "omavalitsus").await;
    let administrator = logged_in(&star, &office.administrator).await;
    let person = worker(&star, &office, &["arveldaja"]).await;
    let user = logged_in(&star, &person).await;
    administrator.post(&format!("/kasutajad/{person}/lukusta"), json!({})).await.is(200);
    administrator
        .post(&format!("/kasutajad/{person}/kehtivus"), json!({"kuni": "2026-03-02"}))
        .await
        .is(200);
    assert_eq!(user.get("/sessioonid/praegune").await.brief(), "401 OIG-031");
    assert_eq!(
        star.at("2026-03-03").post("/sessioonid", credentials(&person)).await.brief(),
        "401 OIG-023"
    );
    administrator.post(&format!("/kasutajad/{person}/ava"), json!({})).await.is(200);
    assert_eq!(
        star.at("2026-03-03").post("/sessioonid", credentials(&person)).await.brief(),
        "401 OIG-025"
    );
}
