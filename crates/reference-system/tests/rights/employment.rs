//! Joining, moving, leaving: the boundary days, and coming back.

use serde_json::{Value, json};

use crate::support::{
    Caller, credentials, log_about, logged_in, of_action, office, request, service, worker,
};

fn message(person: &str, event: &str, day: &str) -> Value {
    json!({"isikukood": person, "sundmus": event, "kuupaev": day, "ametikoht": "juhtivspetsialist"})
}

#[tokio::test]
async fn a_joiner_has_access_from_the_first_day() {
    let running = service().await;
    let skais = Caller::new(&running, "skais");
    let office = office(&skais, "amet").await;
    let person = worker(&skais, &office, &["otsustaja"]).await;
    let reply =
        skais.post("/toosuhted", message(&person, "tööle asumine", "2026-03-09")).await.is(200);
    assert_eq!(
        (reply.str("olek").as_str(), reply.str("ametikoht").as_str()),
        ("ootel", "juhtivspetsialist")
    );
    for (time, expected) in
        [("2026-03-08T23:59:59+02:00", "401 OIG-026"), ("2026-03-09T00:00:00+02:00", "201")]
    {
        assert_eq!(
            skais.at(time).post("/sessioonid", credentials(&person)).await.brief(),
            expected,
            "{time}"
        );
    }
}

#[tokio::test]
async fn a_mover_keeps_no_role_from_the_day_of_the_move() {
    let running = service().await;
    let skais = Caller::new(&running, "skais");
    let office = office(&skais, "amet").await;
    let person = worker(&skais, &office, &["menetleja", "vaatleja"]).await;
    let mut later = request(&office, &person, &["finantsist"]);
    later["alates"] = json!("2026-04-01");
    skais.post("/taotlused", later).await.is(201);
    skais.post("/toosuhted", message(&person, "üleviimine", "2026-03-09")).await.is(200);
    for (day, roles) in [("2026-03-08", 2), ("2026-03-09", 0), ("2026-04-01", 0)] {
        let account = skais.at(day).get(&format!("/kasutajad/{person}")).await.body;
        assert_eq!(account["rollid"].as_array().unwrap().len(), roles, "{day}");
        assert_eq!(account["olek"], "aktiivne", "{day}");
    }
    let moved = skais.at("2026-03-09");
    moved.post("/taotlused", request(&office, &person, &["otsustaja"])).await.is(201);
    let account = moved.get(&format!("/kasutajad/{person}")).await.body;
    assert_eq!(account["oigused"], json!(["kliendi andmete vaatamine", "otsuse tegemine"]));
    let entries = log_about(&moved, &office, &person).await;
    assert_eq!(of_action(&entries, "rolli lõpetamine").len(), 3);
    let change = &of_action(&entries, "töösuhte muutus")[0];
    assert_eq!(
        (&change["kes"], &change["vana"]),
        (&json!("personalisüsteem"), &json!("menetleja, finantsist, vaatleja"))
    );
}

#[tokio::test]
async fn a_leaver_works_through_the_last_day_and_may_come_back() {
    let running = service().await;
    let star = Caller::new(&running, "star");
    let office = office(&star, "omavalitsus").await;
    let person = worker(&star, &office, &["arveldaja"]).await;
    star.post("/toosuhted", message(&person, "lahkumine", "2026-03-09")).await.is(200);
    let last_evening = star.at("2026-03-09T23:59:59+02:00");
    let user = logged_in(&last_evening, &person).await;
    assert_eq!(
        user.post("/funktsioonid", json!({"funktsioon": "arve koostamine"})).await.brief(),
        "200"
    );
    let after = star.at("2026-03-10T00:00:00+02:00");
    assert_eq!(after.post("/sessioonid", credentials(&person)).await.brief(), "401 OIG-024");
    assert_eq!(
        user.at("2026-03-10T00:00:00+02:00").get("/sessioonid/praegune").await.brief(),
        "401 OIG-031"
    );
    let account = after.get(&format!("/kasutajad/{person}")).await.body;
    assert_eq!((&account["olek"], &account["oigused"]), (&json!("suletud"), &json!([])));
    // A granted request does not open a closed account; the message of joining does.
    after.post("/taotlused", request(&office, &person, &["arveldaja"])).await.is(201);
    assert_eq!(after.post("/sessioonid", credentials(&person)).await.brief(), "401 OIG-024");
    after.post("/toosuhted", message(&person, "tööle asumine", "2026-03-16")).await.is(200);
    assert_eq!(
        star.at("2026-03-15").post("/sessioonid", credentials(&person)).await.brief(),
        "401 OIG-026"
    );
    assert_eq!(
        star.at("2026-03-16").post("/sessioonid", credentials(&person)).await.brief(),
        "201"
    );
}

#[tokio::test]
async fn a_message_about_nobody_is_not_found() {
    let running = service().await;
    let star = Caller::new(&running, "star");
    for event in ["tööle asumine", "üleviimine", "lahkumine"] {
        assert_eq!(
            star.post("/toosuhted", message("69901010008", event, "2026-03-09")).await.brief(),
            "404 OIG-404"
        );
    }
}
