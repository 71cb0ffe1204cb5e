//! Giving and taking roles by an administrator, and the matrix of functions tried for real.

use serde_json::json;

use crate::support::{Caller, logged_in, logged_in_worker, office, service, worker};

#[tokio::test]
async fn the_account_lists_exactly_what_the_functions_allow() {
    let running = service().await;
    for (system, kind, roles) in [
        ("star", "omavalitsus", vec!["administraator", "sotsiaaltöötaja", "arveldaja"]),
        ("star", "teenuseosutaja", vec!["administraator", "teenuseosutaja esindaja"]),
        (
            "skais",
            "amet",
            vec![
                "õiguste haldur",
                "menetleja",
                "otsustaja",
                "maksja",
                "finantsist",
                "klassifikaatorihaldur",
                "vaatleja",
                "auditeerija",
            ],
        ),
    ] {
        let caller = Caller::new(&running, system);
        let office = office(&caller, kind).await;
        for role in roles {
            let (user, person) = logged_in_worker(&caller, &office, &[role]).await;
            let listed = caller.get(&format!("/kasutajad/{person}")).await.body["oigused"].clone();
            let listed: Vec<&str> =
                listed.as_array().unwrap().iter().filter_map(|name| name.as_str()).collect();
            for function in functions(system) {
                let tried = user.post("/funktsioonid", json!({"funktsioon": function})).await;
                let expected = if listed.contains(function) { "200" } else { "403 OIG-003" };
                assert_eq!(tried.brief(), expected, "{kind} {role} {function}");
            }
            assert_eq!(listed.len(), count(kind, role), "{kind} {role}");
        }
    }
}

fn functions(system: &str) -> &'static [&'static str] {
    if system == "star" {
        &[
            "kasutajate haldamine",
            "kliendi andmete vaatamine",
            "menetluse algatamine",
            "otsuse tegemine",
            "registripäringu tegemine",
            "arve koostamine",
            "arve kinnitamine",
            "teenuse osutamise märkimine",
            "logi vaatamine",
        ]
    } else {
        &[
            "kasutajate haldamine",
            "kliendi andmete vaatamine",
            "taotluse registreerimine",
            "menetluse algatamine",
            "otsuse tegemine",
            "väljamakse kinnitamine",
            "enammakse nõude koostamine",
            "finantsaruande koostamine",
            "klassifikaatori muutmine",
            "massarvutuse käivitamine",
            "logi vaatamine",
            "registripäringu tegemine",
        ]
    }
}

/// How many functions the analysis gives each role.
fn count(kind: &str, role: &str) -> usize {
    match (kind, role) {
        (_, "administraator") | (_, "otsustaja") => 2,
        ("omavalitsus", "sotsiaaltöötaja") | (_, "menetleja") => 4,
        (_, "arveldaja" | "teenuseosutaja esindaja" | "maksja" | "finantsist") => 3,
        _ => 1,
    }
}

#[tokio::test]
async fn only_an_administrator_of_the_same_institution_gives_roles_and_not_to_oneself() {
    let running = service().await;
    let star = Caller::new(&running, "star");
    let (own, foreign) = (office(&star, "omavalitsus").await, office(&star, "omavalitsus").await);
    let administrator = logged_in(&star, &own.administrator).await;
    let stranger = logged_in(&star, &foreign.administrator).await;
    let (clerk, person) = logged_in_worker(&star, &own, &["arveldaja"]).await;
    let (path, role) = (format!("/kasutajad/{person}/rollid"), json!({"roll": "sotsiaaltöötaja"}));
    assert_eq!(star.post(&path, role.clone()).await.brief(), "401 OIG-031");
    assert_eq!(clerk.post(&path, role.clone()).await.brief(), "403 OIG-003");
    assert_eq!(stranger.post(&path, role.clone()).await.brief(), "403 OIG-003");
    let oneself = format!("/kasutajad/{}/rollid", own.administrator);
    assert_eq!(administrator.post(&oneself, role.clone()).await.brief(), "403 OIG-004");
    let other_kind = json!({"roll": "teenuseosutaja esindaja"});
    assert_eq!(administrator.post(&path, other_kind).await.brief(), "422 OIG-011");
    let nobody = "/kasutajad/69901010008/rollid";
    assert_eq!(administrator.post(nobody, role.clone()).await.brief(), "404 OIG-404");
    assert_eq!(administrator.post(&path, role).await.brief(), "201");
    assert_eq!(
        clerk.post("/funktsioonid", json!({"funktsioon": "otsuse tegemine"})).await.brief(),
        "200"
    );
    for (way, verb) in [("lukusta", "lock"), ("ava", "unlock"), ("kehtivus", "validity")] {
        let path = format!("/kasutajad/{person}/{way}");
        assert_eq!(stranger.post(&path, json!({})).await.brief(), "403 OIG-003", "{verb}");
    }
}

#[tokio::test]
async fn a_role_has_its_period_and_ends_at_once_when_taken() {
    let running = service().await;
    let skais = Caller::new(&running, "skais");
    let office = office(&skais, "amet").await;
    let administrator = logged_in(&skais, &office.administrator).await;
    let person = worker(&skais, &office, &["vaatleja"]).await;
    let path = format!("/kasutajad/{person}");
    let period = json!({"roll": "finantsist", "alates": "2026-03-09", "kuni": "2026-03-20"});
    administrator.post(&format!("{path}/rollid"), period).await.is(201);
    for (day, may) in
        [("2026-03-08", false), ("2026-03-09", true), ("2026-03-20", true), ("2026-03-21", false)]
    {
        let user = logged_in(&skais.at(day), &person).await;
        let tried =
            user.post("/funktsioonid", json!({"funktsioon": "finantsaruande koostamine"})).await;
        assert_eq!(tried.status == 200, may, "{day}");
    }
    administrator.delete(&format!("{path}/rollid/finantsist")).await.is(204);
    assert_eq!(
        administrator.delete(&format!("{path}/rollid/finantsist")).await.brief(),
        "404 OIG-404"
    );
    let roles = skais.get(&path).await.body["rollid"].clone();
    assert_eq!(roles, json!([{"roll": "vaatleja", "alates": "2026-03-02", "kuni": null}]));
    let given_twice = json!({"roll": "vaatleja", "alates": "2026-03-01", "kuni": "2026-03-05"});
    administrator.post(&format!("{path}/rollid"), given_twice).await.is(201);
    let merged = skais.get(&path).await.body["rollid"].clone();
    assert_eq!(merged, json!([{"roll": "vaatleja", "alates": "2026-03-01", "kuni": null}]));
}
