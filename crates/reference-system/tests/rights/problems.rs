//! Problems: reported by anyone, assigned by an administrator, solved by the assigned person.

use serde_json::json;

use crate::support::{
    Caller, log_about, logged_in, logged_in_worker, of_action, office, service, somebody,
};

#[tokio::test]
async fn a_problem_goes_its_way_and_keeps_its_history() {
    let running = service().await;
    let skais = Caller::new(&running, "skais");
    let office = office(&skais, "amet").await;
    let administrator = logged_in(&skais, &office.administrator).await;
    let (user, person) = logged_in_worker(&skais, &office, &["vaatleja"]).await;
    let reporter = somebody();
    let empty = json!({"isikukood": reporter, "kirjeldus": " \n"});
    assert_eq!(skais.post("/probleemid", empty).await.brief(), "422 OIG-040");
    let report = json!({"isikukood": reporter, "kirjeldus": "Ei näe klienti."});
    let id = skais.post("/probleemid", report).await.is(201).body["id"].clone();
    let (assign, solve) =
        (format!("/probleemid/{id}/taitja"), format!("/probleemid/{id}/lahendus"));
    let solution = json!({"lahendus": "Profiil anti."});
    assert_eq!(user.post(&solve, solution.clone()).await.brief(), "409 OIG-041");
    assert_eq!(user.post(&assign, json!({"taitja": person})).await.brief(), "403 OIG-003");
    assert_eq!(
        administrator.post(&assign, json!({"taitja": somebody()})).await.brief(),
        "404 OIG-404"
    );
    assert_eq!(
        administrator.post(&assign, json!({"taitja": person})).await.is(200).str("olek"),
        "määratud"
    );
    assert_eq!(administrator.post(&solve, solution.clone()).await.brief(), "403 OIG-042");
    assert_eq!(user.post(&solve, json!({"lahendus": ""})).await.brief(), "422 OIG-043");
    assert_eq!(
        user.at("2026-03-02T09:10:00+02:00")
            .post(&solve, solution.clone())
            .await
            .is(200)
            .str("olek"),
        "lahendatud"
    );
    assert_eq!(user.post(&solve, solution).await.brief(), "409 OIG-041");
    assert_eq!(administrator.post(&assign, json!({"taitja": person})).await.brief(), "409 OIG-041");
    let kept = skais.get(&format!("/probleemid/{id}")).await.is(200).body;
    assert_eq!((&kept["lahendus"], &kept["taitja"]), (&json!("Profiil anti."), &json!(person)));
    assert_eq!(
        kept["ajalugu"],
        json!([{"olek": "registreeritud", "aeg": "2026-03-02T09:00:00+02:00", "kes": reporter},
               {"olek": "määratud", "aeg": "2026-03-02T09:00:00+02:00", "kes": office.administrator},
               {"olek": "lahendatud", "aeg": "2026-03-02T09:10:00+02:00", "kes": person}])
    );
    assert_eq!(skais.get("/probleemid/1000000").await.brief(), "404 OIG-404");
    let results: Vec<_> =
        of_action(&log_about(&skais, &office, &reporter).await, "probleemi lahendamine")
            .iter()
            .map(|entry| entry["tulemus"].clone())
            .collect();
    assert_eq!(results, ["keelatud", "keelatud", "ebaõnnestus", "õnnestus", "keelatud"]);
}
