//! The periodic review: whose confirmation is old, whose account ends, in which order.

use serde_json::json;

use crate::support::{
    Caller, Office, log_about, logged_in, of_action, office, request, service, somebody,
};

/// The reason beside each role of a person on a day.
async fn reasons(caller: &Caller, office: &Office, person: &str, day: &str) -> Vec<String> {
    let user = logged_in(&caller.at(day), &office.administrator).await;
    let reply = user.get(&format!("/ulevaatus?asutus={}", office.code)).await.is(200);
    let rows = reply.body["read"].as_array().unwrap().clone();
    let shown = |row: &serde_json::Value| {
        format!(
            "{}{}",
            row["pohjus"].as_str().unwrap(),
            if row["vajab_ulevaatust"] == true { "!" } else { "" }
        )
    };
    rows.iter().filter(|row| row["isikukood"] == person).map(shown).collect()
}

#[tokio::test]
async fn a_confirmation_is_old_after_a_year_and_a_day() {
    let running = service().await;
    let star = Caller::new(&running, "star");
    let office = office(&star, "omavalitsus").await;
    let person = somebody();
    star.post("/taotlused", request(&office, &person, &["arveldaja", "sotsiaaltöötaja"]))
        .await
        .is(201);
    assert_eq!(reasons(&star, &office, &person, "2027-03-02").await, ["", ""]);
    let old = "kinnitus vanem kui aasta!";
    assert_eq!(reasons(&star, &office, &person, "2027-03-03").await, [old, old]);
    let user = logged_in(&star.at("2027-03-03"), &office.administrator).await;
    let confirmed = user.post("/ulevaatus", json!({"isikukood": person})).await.is(200);
    assert_eq!(confirmed.str("viimati_kinnitatud"), "2027-03-03");
    assert_eq!(reasons(&star, &office, &person, "2028-03-02").await, ["", ""]);
    assert_eq!(reasons(&star, &office, &person, "2028-03-03").await, [old, old]);
    let entry = &of_action(&log_about(&star, &office, &person).await, "ülevaatuse kinnitamine")[0];
    assert_eq!((&entry["vana"], &entry["uus"]), (&json!("2026-03-02"), &json!("2027-03-03")));
}

#[tokio::test]
async fn an_account_is_reviewed_thirty_days_before_its_end() {
    let running = service().await;
    let skais = Caller::new(&running, "skais");
    let office = office(&skais, "amet").await;
    let person = somebody();
    let mut form = request(&office, &person, &["vaatleja"]);
    form["kuni"] = json!("2026-06-30");
    skais.post("/taotlused", form).await.is(201);
    for (day, expected) in [
        ("2026-05-30", vec![""]),
        ("2026-05-31", vec!["konto aegub!"]),
        ("2026-06-30", vec!["konto aegub!"]),
        ("2026-07-01", vec![]),
    ] {
        assert_eq!(reasons(&skais, &office, &person, day).await, expected, "{day}");
    }
}

#[tokio::test]
async fn rows_are_sorted_and_only_ones_own_institution_is_shown() {
    let running = service().await;
    let star = Caller::new(&running, "star");
    let (own, foreign) = (office(&star, "omavalitsus").await, office(&star, "omavalitsus").await);
    for name in ["Õie", "Aadu", "aadu", "Žanna"] {
        let mut form = request(&own, &somebody(), &["sotsiaaltöötaja", "arveldaja"]);
        form["nimi"] = json!(name);
        star.post("/taotlused", form).await.is(201);
    }
    let user = logged_in(&star, &own.administrator).await;
    let rows =
        user.get(&format!("/ulevaatus?asutus={}", own.code)).await.is(200).body["read"].clone();
    let keys: Vec<_> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["nimi"].to_string(), row["roll"].to_string()))
        .collect();
    assert!(keys.is_sorted() && keys.len() == 9, "{keys:?}");
    assert_eq!(
        user.get(&format!("/ulevaatus?asutus={}", foreign.code)).await.brief(),
        "403 OIG-003"
    );
    assert_eq!(user.get("/ulevaatus?asutus=12345678").await.brief(), "404 OIG-404");
    assert_eq!(
        user.post("/ulevaatus", json!({"isikukood": foreign.administrator})).await.brief(),
        "403 OIG-003"
    );
}
