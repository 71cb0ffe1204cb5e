//! Requests for rights: each reason alone and together, and what a granted one brings.

use serde_json::{Value, json};

use crate::support::{
    Caller, Reply, log_about, of_action, office, request, service, somebody, worker,
};

fn codes(reply: &Reply) -> Vec<String> {
    reply.body["pohjused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|why| why["kood"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn a_complete_signed_request_is_granted_and_can_be_read() {
    let running = service().await;
    let star = Caller::new(&running, "star");
    let office = office(&star, "omavalitsus").await;
    let person = somebody();
    let mut form = request(&office, &person, &["sotsiaaltöötaja", "arveldaja", "arveldaja"]);
    form["kuni"] = json!("2026-12-31");
    let reply = star.post("/taotlused", form).await.is(201);
    assert_eq!((reply.str("otsus").as_str(), codes(&reply)), ("rahuldatud", vec![]));
    let kept = star.get(&format!("/taotlused/{}", reply.body["id"])).await.is(200).body;
    assert_eq!(kept["rollid"], json!(["sotsiaaltöötaja", "arveldaja"]));
    assert_eq!((&kept["otsus"], &kept["alates"]), (&json!("rahuldatud"), &json!("2026-03-02")));
    let account = star.get(&format!("/kasutajad/{person}")).await.is(200).body;
    assert_eq!(account["olek"], "aktiivne");
    assert_eq!(
        (&account["kehtib_alates"], &account["kehtib_kuni"]),
        (&json!("2026-03-02"), &json!("2026-12-31"))
    );
    assert_eq!(
        account["oigused"],
        json!([
            "kliendi andmete vaatamine",
            "menetluse algatamine",
            "otsuse tegemine",
            "registripäringu tegemine",
            "arve koostamine",
            "arve kinnitamine"
        ])
    );
    // Both ends of the period belong to it.
    for (day, state, rights) in
        [("2026-03-01", "ootel", 0), ("2026-12-31", "aktiivne", 6), ("2027-01-01", "aegunud", 0)]
    {
        let account = star.at(day).get(&format!("/kasutajad/{person}")).await.body;
        assert_eq!(
            (account["olek"].as_str(), account["oigused"].as_array().unwrap().len()),
            (Some(state), rights),
            "{day}"
        );
    }
}

#[tokio::test]
async fn every_missing_field_is_a_reason_that_names_it() {
    let running = service().await;
    let star = Caller::new(&running, "star");
    let office = office(&star, "omavalitsus").await;
    for field in ["nimi", "isikukood", "ametikoht", "rollid", "epost"] {
        let empty = if field == "rollid" { json!([]) } else { json!("  ") };
        for value in [None, Some(Value::Null), Some(empty)] {
            let mut form = request(&office, &somebody(), &["arveldaja"]);
            match value {
                None => drop(form.as_object_mut().unwrap().remove(field)),
                Some(value) => form[field] = value,
            }
            let reply = star.post("/taotlused", form).await.is(201);
            assert_eq!(
                (reply.str("otsus").as_str(), codes(&reply)),
                ("jäetud rahuldamata", vec!["TAO-001".to_owned()])
            );
            assert!(
                reply.body["pohjused"][0]["teade"].as_str().unwrap().contains(field),
                "{}",
                reply.text
            );
        }
    }
}

#[tokio::test]
async fn all_reasons_are_told_at_once_and_nothing_is_granted() {
    let running = service().await;
    let skais = Caller::new(&running, "skais");
    let office = office(&skais, "amet").await;
    let form = json!({"asutus": office.code, "nimi": "", "isikukood": "69902300000", "ametikoht": "x",
                      "rollid": ["otsustaja", "maksja", "kuningas"], "epost": null});
    let reply = skais.post("/taotlused", form).await.is(201);
    assert_eq!(
        codes(&reply),
        ["TAO-001", "TAO-001", "TAO-002", "TAO-003", "TAO-004", "TAO-005"],
        "{}",
        reply.text
    );
    assert_eq!(skais.get("/kasutajad/69902300000").await.status, 404);
    let entry = &log_about(&skais, &office, "69902300000").await[0];
    assert_eq!(
        (&entry["tegevus"], &entry["tulemus"]),
        (&json!("taotluse lahendamine"), &json!("keelatud"))
    );
}

#[tokio::test]
async fn roles_belong_to_the_kind_of_institution() {
    let running = service().await;
    for (system, kind, expected) in [
        ("star", "omavalitsus", json!(["administraator", "sotsiaaltöötaja", "arveldaja"])),
        ("star", "teenuseosutaja", json!(["administraator", "teenuseosutaja esindaja"])),
        (
            "skais",
            "amet",
            json!([
                "õiguste haldur",
                "menetleja",
                "otsustaja",
                "maksja",
                "finantsist",
                "klassifikaatorihaldur",
                "vaatleja",
                "auditeerija"
            ]),
        ),
    ] {
        let caller = Caller::new(&running, system);
        let office = office(&caller, kind).await;
        assert_eq!(
            caller.get(&format!("/asutused/{}/rollid", office.code)).await.body["rollid"],
            expected
        );
    }
    let star = Caller::new(&running, "star");
    let provider = office(&star, "teenuseosutaja").await;
    let reply = star
        .post("/taotlused", request(&provider, &somebody(), &["sotsiaaltöötaja"]))
        .await
        .is(201);
    assert_eq!(codes(&reply), ["TAO-004"]);
}

#[tokio::test]
async fn every_forbidden_pair_is_refused_within_a_request_and_against_held_roles() {
    let running = service().await;
    let skais = Caller::new(&running, "skais");
    let office = office(&skais, "amet").await;
    for (one, other) in [
        ("otsustaja", "maksja"),
        ("menetleja", "maksja"),
        ("õiguste haldur", "auditeerija"),
        ("otsustaja", "õiguste haldur"),
        ("maksja", "õiguste haldur"),
    ] {
        let reply = skais.post("/taotlused", request(&office, &somebody(), &[other, one])).await;
        assert_eq!(codes(&reply), ["TAO-005"], "{one} + {other}");
        let person = worker(&skais, &office, &[one]).await;
        let reply = skais.post("/taotlused", request(&office, &person, &[other])).await;
        assert_eq!(codes(&reply), ["TAO-005"], "{other} to {one}");
    }
    worker(&skais, &office, &["menetleja", "otsustaja"]).await;
}

#[tokio::test]
async fn roles_that_follow_each_other_do_not_meet() {
    let running = service().await;
    let skais = Caller::new(&running, "skais");
    let office = office(&skais, "amet").await;
    let person = somebody();
    let ask = |role: &str, from: &str, to: Option<&str>| {
        let mut form = request(&office, &person, &[role]);
        (form["alates"], form["kuni"]) = (json!(from), json!(to));
        form
    };
    skais.post("/taotlused", ask("otsustaja", "2026-03-02", Some("2026-03-31"))).await.is(201);
    let overlapping = skais.post("/taotlused", ask("maksja", "2026-03-31", None)).await;
    assert_eq!(codes(&overlapping), ["TAO-005"]);
    let following = skais.post("/taotlused", ask("maksja", "2026-04-01", None)).await;
    assert_eq!(following.str("otsus"), "rahuldatud", "{}", following.text);
}

#[tokio::test]
async fn an_account_moves_to_the_institution_that_grants_anew() {
    let running = service().await;
    let star = Caller::new(&running, "star");
    let (former, new) = (office(&star, "omavalitsus").await, office(&star, "omavalitsus").await);
    let person = worker(&star, &former, &["arveldaja"]).await;
    star.post("/taotlused", request(&new, &person, &["sotsiaaltöötaja"])).await.is(201);
    let account = star.get(&format!("/kasutajad/{person}")).await.body;
    assert_eq!(account["asutus"], json!(new.code));
    assert_eq!(account["rollid"].as_array().unwrap().len(), 1);
    assert_eq!(of_action(&log_about(&star, &former, &person).await, "rolli lõpetamine").len(), 1);
}
