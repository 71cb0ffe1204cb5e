//! The log: what an entry holds, who sees which, and that nothing refused is forgotten.

use serde_json::json;

use crate::support::{
    Caller, log_about, logged_in, logged_in_worker, of_action, office, service, somebody, worker,
};

#[tokio::test]
async fn an_entry_tells_who_what_when_from_where_and_with_what_result() {
    let running = service().await;
    let star = Caller::new(&running, "star");
    let office = office(&star, "omavalitsus").await;
    let (user, person) = logged_in_worker(&star, &office, &["sotsiaaltöötaja"]).await;
    let (clerk, _) = logged_in_worker(&star, &office, &["administraator"]).await;
    let client = somebody();
    user.from("198.51.100.4").get(&format!("/kliendid/{client}")).await.is(200);
    user.from("8.8.8.8").get(&format!("/kliendid/{client}")).await.is(200);
    clerk.from("2001:db8::1").get(&format!("/kliendid/{client}")).await.is(403);
    let entries = log_about(&star, &office, &client).await;
    let mut first = entries[0].clone();
    first.as_object_mut().unwrap().remove("jrk");
    assert_eq!(
        first,
        json!({"aeg": "2026-03-02T09:00:00+02:00", "kes": person, "tegevus": "andmete vaatamine", "objekt": client,
               "lahteaadress": "198.51.100.4", "tulemus": "õnnestus", "pohjus": "", "vana": "", "uus": ""})
    );
    assert_eq!(entries[1]["lahteaadress"], "127.0.0.1");
    assert_eq!(
        (&entries[2]["tulemus"], &entries[2]["lahteaadress"]),
        (&json!("keelatud"), &json!("2001:db8::1"))
    );
    assert_eq!(entries[2]["pohjus"], "OIG-003 Kasutajal ei ole õigust seda funktsiooni kasutada.");
    let numbers: Vec<_> = entries.iter().map(|entry| entry["jrk"].as_i64().unwrap()).collect();
    assert!(numbers.is_sorted() && numbers[0] < numbers[2], "{numbers:?}");
}

#[tokio::test]
async fn star_shows_ones_own_institution_and_skais_everything() {
    let running = service().await;
    let client = somebody();
    for (system, kind, seer, expected) in
        [("star", "omavalitsus", "sotsiaaltöötaja", 1), ("skais", "amet", "menetleja", 2)]
    {
        let caller = Caller::new(&running, system);
        let offices = [office(&caller, kind).await, office(&caller, kind).await];
        for office in &offices {
            let (user, _) = logged_in_worker(&caller, office, &[seer]).await;
            user.get(&format!("/kliendid/{client}")).await.is(200);
        }
        assert_eq!(log_about(&caller, &offices[0], &client).await.len(), expected, "{system}");
    }
}

#[tokio::test]
async fn reading_the_log_needs_the_right_and_is_logged_on_the_reader() {
    let running = service().await;
    let skais = Caller::new(&running, "skais");
    let office = office(&skais, "amet").await;
    let (auditor, auditor_code) = logged_in_worker(&skais, &office, &["auditeerija"]).await;
    let (user, person) = logged_in_worker(&skais, &office, &["menetleja"]).await;
    assert_eq!(user.get(&format!("/logi?isikukood={person}")).await.brief(), "403 OIG-003");
    let path = format!("/logi?isikukood={person}");
    let (one, two) = (auditor.get(&path).await.is(200), auditor.get(&path).await.is(200));
    assert_eq!(one.text, two.text);
    let reads =
        of_action(&log_about(&skais, &office, &auditor_code).await, "funktsiooni kasutamine");
    assert_eq!(reads.len(), 2);
    assert_eq!(reads[0]["objekt"], "logi vaatamine");
}

#[tokio::test]
async fn a_privilege_rise_is_written_only_when_a_function_is_new() {
    let running = service().await;
    let skais = Caller::new(&running, "skais");
    let office = office(&skais, "amet").await;
    let administrator = logged_in(&skais, &office.administrator).await;
    let person = worker(&skais, &office, &["menetleja"]).await;
    // The observer sees clients, as the case worker already does.
    for (role, rises) in [("vaatleja", 1), ("finantsist", 2)] {
        administrator
            .post(&format!("/kasutajad/{person}/rollid"), json!({ "roll": role }))
            .await
            .is(201);
        let entries = of_action(&log_about(&skais, &office, &person).await, "õiguste laienemine");
        assert_eq!(entries.len(), rises, "{role}");
    }
    let entries = of_action(&log_about(&skais, &office, &person).await, "rolli andmine");
    let last = entries.last().unwrap();
    assert_eq!(
        (&last["vana"], &last["uus"]),
        (&json!("menetleja, vaatleja"), &json!("menetleja, finantsist, vaatleja"))
    );
    assert_eq!(last["kes"], json!(office.administrator));
}

#[tokio::test]
async fn the_technical_log_keeps_patterns_not_people() {
    let running = service().await;
    let star = Caller::new(&running, "star");
    let office = office(&star, "omavalitsus").await;
    let user = logged_in(&star, &office.administrator).await;
    user.get(&format!("/logi?isikukood={}", office.administrator)).await.is(200);
    user.delete(&format!("/kasutajad/{}/rollid/maksja", office.administrator)).await.is(404);
    let log = star.get("/susteemilogi").await.is(200).text;
    assert!(
        log.contains("POST /star/asutused 201\n") && log.contains("GET /star/logi 200\n"),
        "{log}"
    );
    assert!(log.contains("DELETE /star/kasutajad/{isikukood}/rollid/{roll} 404\n"), "{log}");
    assert!(!log.contains(&office.administrator), "{log}");
}
