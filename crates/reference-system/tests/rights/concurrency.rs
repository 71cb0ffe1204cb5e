//! Many clients at once: nobody is turned away, and what must not interleave does not.

use std::collections::BTreeMap;

use serde_json::json;

use crate::support::{
    Caller, credentials, log_about, logged_in, logged_in_worker, of_action, office, request,
    service, somebody, worker,
};

const CLIENTS: usize = 16;

/// Each client lives a whole story in an institution of its own.
async fn story(caller: Caller) {
    let office = office(&caller, "omavalitsus").await;
    let (user, _) = logged_in_worker(&caller, &office, &["sotsiaaltöötaja"]).await;
    for _ in 0..5 {
        let client = somebody();
        user.post("/menetlused", json!({"klient": client})).await.is(201);
        user.post("/registriparingud", json!({"klient": client, "register": "rahvastikuregister"}))
            .await
            .is(200);
        user.get(&format!("/kliendid/{client}")).await.is(200);
        assert_eq!(log_about(&caller, &office, &client).await.len(), 3);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sixteen_clients_at_once_are_all_served() {
    let running = service().await;
    let mut clients = tokio::task::JoinSet::new();
    for _ in 0..CLIENTS {
        clients.spawn(story(Caller::new(&running, "star")));
    }
    while let Some(done) = clients.join_next().await {
        done.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn failures_at_once_are_all_counted_and_lock_once() {
    let running = service().await;
    at_once_failures(&Caller::new(&running, "skais")).await;
}

pub(crate) async fn at_once_failures(caller: &Caller) {
    let office = office(caller, "amet").await;
    let person = worker(caller, &office, &["vaatleja"]).await;
    let mut attempts = tokio::task::JoinSet::new();
    for _ in 0..CLIENTS {
        let (caller, person) = (caller.clone(), person.clone());
        attempts.spawn(async move {
            let attempt = json!({"isikukood": person, "meetod": "Smart-ID", "kinnitatud": false});
            caller.post("/sessioonid", attempt).await.brief()
        });
    }
    let mut answers: BTreeMap<String, usize> = BTreeMap::new();
    while let Some(answer) = attempts.join_next().await {
        *answers.entry(answer.unwrap()).or_default() += 1;
    }
    assert_eq!(
        answers,
        BTreeMap::from([("401 OIG-022".to_owned(), 5), ("401 OIG-023".to_owned(), 11)])
    );
    assert_eq!(of_action(&log_about(caller, &office, &person).await, "konto lukustumine").len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn roles_that_must_not_meet_do_not_when_asked_for_at_once() {
    let running = service().await;
    at_once_segregation(&Caller::new(&running, "skais")).await;
}

pub(crate) async fn at_once_segregation(caller: &Caller) {
    let office = office(caller, "amet").await;
    let administrator = logged_in(caller, &office.administrator).await;
    for _ in 0..8 {
        let person = worker(caller, &office, &["vaatleja"]).await;
        let path = format!("/kasutajad/{person}/rollid");
        let ((one, other), third) = (
            (json!({"roll": "otsustaja"}), json!({"roll": "maksja"})),
            request(&office, &person, &["menetleja"]),
        );
        let (one, other, _) = tokio::join!(
            administrator.post(&path, one),
            administrator.post(&path, other),
            caller.post("/taotlused", third)
        );
        let account = caller.get(&format!("/kasutajad/{person}")).await.body;
        let held: Vec<&str> = account["rollid"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|role| role["roll"].as_str())
            .collect();
        let pays = held.contains(&"maksja");
        assert!(
            !(pays && (held.contains(&"otsustaja") || held.contains(&"menetleja"))),
            "{held:?} {one:?} {other:?}"
        );
    }
}

#[tokio::test]
async fn one_person_may_have_many_sessions() {
    let running = service().await;
    let caller = Caller::new(&running, "star");
    let office = office(&caller, "omavalitsus").await;
    let mut tokens = std::collections::BTreeSet::new();
    for _ in 0..20 {
        tokens.insert(
            caller
                .post("/sessioonid", credentials(&office.administrator))
                .await
                .is(201)
                .str("sessioon"),
        );
    }
    assert_eq!(tokens.len(), 20);
    assert!(tokens.iter().all(|token| token.len() == 32), "{tokens:?}");
}
