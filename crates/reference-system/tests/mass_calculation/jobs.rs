//! The life of a job: dry run, lock, progress, interruption, resumption, deadline, protocol, guide.

use serde_json::{Value, json};

use crate::support::{Caller, PEOPLE, service};

fn average(more: Value) -> Value {
    let mut asked = json!({"liik": "keskmine", "aasta": 2025});
    asked.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    asked
}

#[tokio::test]
async fn a_run_needs_a_dry_run_of_the_same_data_and_is_done_once() {
    let running = service().await;
    let stage = Caller::new(&running).people(1).await;
    assert_eq!(stage.post("/tood", average(json!({}))).await.brief(), "422 MAS-014");
    stage.year(2025, "2126.40", None).await;
    stage.entry(PEOPLE[0], 2025, "3000").await;
    assert_eq!(stage.post("/tood", average(json!({}))).await.brief(), "409 MAS-011");
    let dry = stage.job(average(json!({"prooviarvutus": true}))).await;
    assert_eq!(dry.state().await["tulemus"]["keskmine"], "3000.00");
    assert_eq!(stage.average_of(2025).await, Value::Null);
    stage.entry(PEOPLE[0], 2025, "100").await;
    assert_eq!(stage.post("/tood", average(json!({}))).await.brief(), "409 MAS-011");
    let job = stage.run(average(json!({}))).await;
    assert_eq!(stage.average_of(2025).await, "3100.00");
    assert_eq!(stage.post("/tood", average(json!({}))).await.brief(), "409 MAS-012");
    assert_eq!(job.resume(crate::support::MARCH).await.brief(), "409 MAS-013");
    stage.entry(PEOPLE[0], 2025, "-50").await;
    let again = stage.run(average(json!({}))).await;
    assert_eq!(again.state().await["tulemus"]["eelmine_keskmine"], "3100.00");
    assert_eq!(stage.average_of(2025).await, "3050.00");
    running.stop().await;
}

#[tokio::test]
async fn an_interrupted_job_is_locked_resumes_and_counts_nobody_twice() {
    let running = service().await;
    let caller = Caller::new(&running);
    let synthetic = json!({"suurus": 200, "seeme": 7, "alates": 2024});
    let whole = caller.population(synthetic.clone()).await;
    let expected = whole.run(average(json!({}))).await;
    let stage = caller.population(synthetic).await;
    stage.job(average(json!({"prooviarvutus": "jah"}))).await;
    let job = stage
        .job(average(
            json!({"osa_suurus": "25", "katkesta_parast": "110", "tahtaeg": "2026-03-31"}),
        ))
        .await;
    let state = job.state().await;
    assert_eq!(state["olek"], "katkenud");
    assert_eq!(state["edenemine"], json!({"tehtud": 100, "kokku": 200, "protsent": 50}));
    assert_eq!(state["tahtajas"], Value::Null);
    assert_eq!(job.get("/tulemused.csv").await.brief(), "409 MAS-015");
    assert_eq!(stage.post("/tood", average(json!({}))).await.brief(), "409 MAS-010");
    assert_eq!(stage.average_of(2025).await, Value::Null);
    // Past the deadline by then.
    job.resume("2026-04-01T00:00:00+03:00").await.is(202);
    let state = job.settled().await;
    assert_eq!((&state["olek"], &state["tahtajas"]), (&json!("lõpetatud"), &json!(false)));
    assert_eq!(state["tulemus"], expected.state().await["tulemus"]);
    assert_eq!(job.csv().await, expected.csv().await);
    assert_eq!(
        job.events().await,
        [
            "algus 0",
            "edenemine 25",
            "edenemine 50",
            "edenemine 75",
            "edenemine 100",
            "katkemine 100",
            "jätkamine 100",
            "edenemine 125",
            "edenemine 150",
            "edenemine 175",
            "edenemine 200",
            "tähtaeg 200",
            "lõpp 200",
        ]
    );
    running.stop().await;
}

#[tokio::test]
async fn a_running_job_shows_its_progress_and_locks_out_another() {
    let running = service().await;
    let caller = Caller::new(&running);
    let stage = caller.population(json!({"suurus": 60, "alates": 2025})).await;
    stage.job(average(json!({"prooviarvutus": "jah"}))).await;
    let asked = average(json!({"osa_suurus": 20, "paus_ms": 1000}));
    let started = stage.post("/tood", asked).await.is(202);
    assert_eq!(stage.post("/tood", average(json!({}))).await.brief(), "409 MAS-010");
    // Another year and another kind are not locked.
    stage.year(2024, "2000", Some("3000")).await;
    stage
        .job(json!({"liik": "osakud", "aasta": 2024, "prooviarvutus": true}))
        .await
        .is("lõpetatud")
        .await;
    let job =
        crate::support::Job { caller: caller.clone(), id: started.body["too"].as_i64().unwrap() };
    assert_eq!(job.resume(crate::support::MARCH).await.brief(), "409 MAS-013");
    let done = job.state().await["edenemine"]["tehtud"].as_i64().unwrap();
    assert!(done < 60, "{done}");
    job.settled().await;
    assert_eq!(job.state().await["edenemine"]["protsent"], 100);
    running.stop().await;
}

#[tokio::test]
async fn of_many_starts_at_once_one_is_taken() {
    let running = service().await;
    one_of_many(&Caller::new(&running)).await;
    running.stop().await;
}

pub(crate) async fn one_of_many(caller: &Caller) {
    let stage = caller.population(json!({"suurus": 30, "alates": 2025})).await;
    stage.job(average(json!({"prooviarvutus": "jah"}))).await;
    let start = || stage.post("/tood", average(json!({"osa_suurus": 15, "paus_ms": 300})));
    let replies = tokio::join!(start(), start(), start(), start());
    let mut replies = [replies.0, replies.1, replies.2, replies.3].map(|reply| reply.brief());
    replies.sort_unstable();
    assert_eq!(replies, ["202", "409 MAS-010", "409 MAS-010", "409 MAS-010"]);
    // Of two resumptions at once likewise.
    let other = caller.population(json!({"suurus": 30, "alates": 2025})).await;
    other.job(average(json!({"prooviarvutus": "jah"}))).await;
    let job = other.job(average(json!({"osa_suurus": 10, "katkesta_parast": 10}))).await;
    let (one, two) =
        tokio::join!(job.resume(crate::support::MARCH), job.resume(crate::support::MARCH));
    let mut replies = [one.brief(), two.brief()];
    replies.sort_unstable();
    assert_eq!(replies, ["202", "409 MAS-013"]);
    assert_eq!(job.settled().await["edenemine"]["tehtud"], 30);
}

#[tokio::test]
async fn a_job_without_service_fails_and_says_why() {
    let running = service().await;
    let stage = Caller::new(&running).people(2).await;
    stage.year(2025, "2000", None).await;
    stage.entry(PEOPLE[0], 2025, "-10").await;
    let job = stage.job(average(json!({"prooviarvutus": "jah"}))).await;
    let state = job.state().await;
    assert_eq!(state["olek"], "ebaõnnestunud");
    assert!(state["pohjus"].as_str().unwrap().contains("staaži"), "{state}");
    assert_eq!(job.events().await, ["algus 0", "edenemine 2", "tõrge 2"]);
    // It locks nobody out.
    stage.entry(PEOPLE[0], 2025, "3010").await;
    stage.run(average(json!({}))).await;
    assert_eq!(stage.average_of(2025).await, "3000.00");
    running.stop().await;
}

#[tokio::test]
async fn the_deadline_is_a_day_to_its_end_or_a_moment() {
    let running = service().await;
    let caller = Caller::new(&running);
    for (now, deadline, met) in [
        ("2026-03-31T23:50:00+03:00", "2026-03-31", true),
        ("2026-04-01T00:00:00+03:00", "2026-03-31", false),
        ("2026-03-31T12:00:00+03:00", "2026-03-31T12:05:00+03:00", true),
        ("2026-03-31T12:00:00+03:00", "2026-03-31T11:59:59+03:00", false),
    ] {
        let stage = caller.at(now).population(json!({"suurus": 5, "alates": 2025})).await;
        let job = stage.job(average(json!({"prooviarvutus": "jah", "tahtaeg": deadline}))).await;
        assert_eq!(job.state().await["tahtajas"], met, "{now} {deadline}");
        assert_eq!(job.events().await[2], "tähtaeg 5");
    }
    let stage = caller.population(json!({"suurus": 5, "alates": 2025})).await;
    assert_eq!(
        stage.post("/tood", average(json!({"tahtaeg": "homme"}))).await.brief(),
        "409 MAS-011"
    );
    let asked = average(json!({"tahtaeg": "homme", "prooviarvutus": true}));
    assert_eq!(stage.post("/tood", asked).await.brief(), "400 OIG-400");
    running.stop().await;
}

#[tokio::test]
async fn the_protocol_names_the_guide_in_force_and_the_guide_its_review() {
    let running = service().await;
    let stage = Caller::new(&running).population(json!({"suurus": 5, "alates": 2025})).await;
    for (version, from, reviewed) in
        [("3", "2025-04-01", "2026-01-15"), ("4", "2026-04-01", "2026-03-20")]
    {
        let body = json!({"versioon": version, "kehtib_alates": from, "ule_vaadatud": reviewed});
        stage.put("/juhend", body).await.is(200);
    }
    for (day, version) in [("2026-03-31T12:00:00+03:00", "3"), ("2026-04-01T12:00:00+03:00", "4")] {
        let job = stage.at(day).job(average(json!({"prooviarvutus": "jah"}))).await;
        assert_eq!(job.get("/protokoll").await.body["juhend"], version);
    }
    for (day, current) in
        [("2027-03-20T12:00:00+02:00", true), ("2027-03-21T12:00:00+02:00", false)]
    {
        let guide = stage.at(day).get("/juhend").await.is(200).body;
        assert_eq!(
            (&guide["ajakohane"], &guide["ule_vaadata_hiljemalt"]),
            (&json!(current), &json!("2027-03-20"))
        );
    }
    running.stop().await;
}
