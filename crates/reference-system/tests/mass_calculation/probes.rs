//! One observation for each fault: with the fault on it differs from what the right system shows.

use serde_json::{Value, json};

use crate::support::{Caller, Job, PEOPLE, Stage};

/// What a caller sees where this fault would show.
pub(crate) async fn observe(fault: &str, caller: &Caller) -> String {
    match fault.trim_start_matches("mass_calculation.") {
        "head-count-as-divisor" => average(caller, &["3000", "984"]).await,
        "average-half-even" => average(caller, &["2000", "2500.05"]).await,
        "negative-entries-ignored" => average(caller, &["2000", "2500", "-100"]).await,
        "persons-without-service-counted" => average(caller, &["2500", "2100", ""]).await,
        "preliminary-not-replaced" => preliminary(caller).await,
        "service-fraction-cut" => shares(caller, 2019, "1.30", "4000", None).await,
        "shares-half-even" => shares(caller, 2019, "2450", "4000", None).await,
        "pension-part-before-2002" => shares(caller, 2001, "3300", "4400", None).await,
        "solidarity-cap-forgotten" => shares(caller, 2021, "3500", "3500", None).await,
        "pillar-factor-forgotten" => shares(caller, 2021, "1000", "4000", Some(2010)).await,
        "pillar-year-late" => shares(caller, 2021, "1000", "4000", Some(2021)).await,
        "joint-share-from-2020" => shares(caller, 2020, "1000", "4000", None).await,
        "index-two-decimals" => rates(caller, "1.034", "1.097", "0").await,
        "growth-rounded-first" => rates(caller, "1.076138", "1.094096", "0").await,
        "index-below-one-lowers" => rates(caller, "0.98", "0.98", "0").await,
        "base-part-weight" => rates(caller, "1.05", "1.05", "0").await,
        "year-value-half-even" => rates(caller, "1.050", "1.050", "0").await,
        "extraordinary-rise-first" => rates(caller, "1.08", "1.08", "7").await,
        "unrounded-chain" => chain(caller).await,
        "service-month-boundary" => pension(caller, "P12Y6M", "300.0000", "1.1").await,
        "pension-half-even" => pension(caller, "P0D", "300.0050", "1").await,
        "floor-forgotten" => pension(caller, "P0D", "100.0000", "1").await,
        "pension-times-index" => pension(caller, "P10Y", "300.0000", "1.1").await,
        "dry-run-not-required" => small(caller).await.post("/tood", asked(json!({}))).await.brief(),
        "stale-dry-run-accepted" => stale(caller).await,
        "dry-run-writes" => {
            let stage = small(caller).await;
            stage.job(asked(json!({"prooviarvutus": true}))).await;
            stage.average_of(2025).await.to_string()
        }
        "second-run-not-locked" => {
            let (stage, _) = interrupted(caller).await;
            stage.post("/tood", asked(json!({}))).await.brief()
        }
        "second-run-counted-again" => {
            let stage = small(caller).await;
            stage.run(asked(json!({}))).await;
            stage.post("/tood", asked(json!({}))).await.brief()
        }
        "progress-stands-still" => {
            interrupted(caller).await.1.state().await["edenemine"].to_string()
        }
        "restart-loses-results" | "restart-counts-twice" => {
            let (stage, job) = interrupted(caller).await;
            job.resume(crate::support::MARCH).await.is(202);
            job.settled().await;
            if fault.ends_with("twice") {
                stage.average_of(2025).await.to_string()
            } else {
                job.csv().await
            }
        }
        "deadline-not-told" => {
            let job = small(caller)
                .await
                .job(asked(json!({"prooviarvutus": true, "tahtaeg": "2026-03-31"})))
                .await;
            format!("{} {:?}", job.state().await["tahtajas"], job.events().await)
        }
        "protocol-missing" => {
            format!("{:?}", small(caller).await.run(asked(json!({}))).await.events().await)
        }
        "guide-outdated" => guide(caller, "2026-05-01").await["versioon"].to_string(),
        "guide-review-not-told" => guide(caller, "2027-05-01").await["ajakohane"].to_string(),
        "start-told-to-first-only"
        | "end-told-to-first-only"
        | "failure-notice-not-sent"
        | "notice-without-protocol"
        | "notice-to-somebody-else" => notices(caller).await,
        "one-person-missing" | "one-person-twice" | "one-person-wrong" => everybody(caller).await,
        other => panic!("no probe for {other}"),
    }
}

fn asked(more: Value) -> Value {
    let mut asked = json!({"liik": "keskmine", "aasta": 2025});
    asked.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    asked
}

async fn small(caller: &Caller) -> Stage {
    caller.population(json!({"suurus": 20, "alates": 2025})).await
}

async fn interrupted(caller: &Caller) -> (Stage, Job) {
    let stage = small(caller).await;
    stage.job(asked(json!({"prooviarvutus": true}))).await;
    let job = stage.job(asked(json!({"osa_suurus": 5, "katkesta_parast": 5}))).await;
    (stage, job)
}

async fn average(caller: &Caller, sums: &[&str]) -> String {
    let stage = caller.people(sums.len()).await;
    stage.year(2024, "1968", None).await;
    for (code, sum) in PEOPLE.iter().zip(sums).filter(|(_, sum)| !sum.is_empty()) {
        stage.entry(code, 2024, sum).await;
    }
    stage.run(json!({"liik": "keskmine", "aasta": 2024})).await;
    stage.average_of(2024).await.to_string()
}

async fn preliminary(caller: &Caller) -> String {
    let stage = caller.people(1).await;
    stage.year(2018, "1200", Some("2838.48")).await;
    stage.year(2019, "1296", None).await;
    stage.entry(PEOPLE[0], 2019, "3051.37").await;
    stage
        .post("/arvestuslik", json!({"aasta": 2019, "alusaasta": 2018, "koefitsient": "1.075"}))
        .await
        .is(201);
    stage.year(2019, "1296", Some("3057.23")).await;
    stage.run(json!({"liik": "osakud", "aasta": 2019})).await.csv().await
}

async fn shares(
    caller: &Caller,
    year: i64,
    sum: &str,
    average: &str,
    pillar: Option<i64>,
) -> String {
    let stage = caller.population(json!({})).await;
    stage.post("/isikud", json!({"isikukood": PEOPLE[0], "ii_sammas": pillar})).await.is(201);
    stage.year(year, "2000", Some(average)).await;
    stage.entry(PEOPLE[0], year, sum).await;
    stage.run(json!({"liik": "osakud", "aasta": year})).await.csv().await
}

async fn rates(caller: &Caller, prices: &str, tax: &str, rise: &str) -> String {
    let stage = caller.people(1).await;
    stage.rates(2020, "120.0300", "4.100", "134.10").await;
    let asked = json!({"liik": "indekseerimine", "aasta": 2021, "thi": prices, "maks": tax, "erakorraline_baasosa": rise});
    stage.run(asked).await;
    format!("{:?}", stage.rates_of(2021).await)
}

async fn chain(caller: &Caller) -> String {
    let stage = caller.people(1).await;
    stage.rates(2011, "114.6575", "4.343", "128.45").await;
    for (year, index) in [(2012, "1.044"), (2013, "1.050"), (2014, "1.058"), (2015, "1.063")] {
        stage.index(year, index).await;
    }
    format!("{:?}", stage.rates_of(2015).await)
}

async fn pension(caller: &Caller, service: &str, base: &str, index: &str) -> String {
    let stage = caller.population(json!({})).await;
    stage.post("/isikud", json!({"isikukood": PEOPLE[0], "staaz_1998": service})).await.is(201);
    stage.rates(2021, base, "8", "190").await;
    stage.index(2022, index).await.csv().await
}

async fn stale(caller: &Caller) -> String {
    let stage = caller.people(1).await;
    stage.year(2025, "2000", None).await;
    stage.entry(PEOPLE[0], 2025, "3000").await;
    stage.job(asked(json!({"prooviarvutus": true}))).await;
    stage.entry(PEOPLE[0], 2025, "100").await;
    stage.post("/tood", asked(json!({}))).await.brief()
}

async fn guide(caller: &Caller, day: &str) -> Value {
    let stage = caller.population(json!({})).await;
    stage.put("/juhend", json!({"versioon": "2", "kehtib_alates": "2026-04-01"})).await.is(200);
    stage.at(&format!("{day}T12:00:00+03:00")).get("/juhend").await.is(200).body
}

async fn notices(caller: &Caller) -> String {
    let stage = small(caller).await;
    for email in ["onne@naidis.example", "ulo@naidis.example"] {
        let party = json!({"nimi": "Õnne Žürii", "epost": email});
        stage.post("/huvitatud", party).await.is(201);
    }
    stage.job(asked(json!({"prooviarvutus": true}))).await;
    let job = stage.job(asked(json!({"osa_suurus": 5, "katkesta_parast": 5}))).await;
    job.resume(crate::support::MARCH).await.is(202);
    job.settled().await;
    let notices = job.get("/teated").await.is(200).body["teated"].clone();
    let brief =
        |notice: &Value| format!("{} {} {}", notice["liik"], notice["epost"], notice["manus"]);
    notices.as_array().unwrap().iter().map(brief).collect::<Vec<_>>().join("\n")
}

async fn everybody(caller: &Caller) -> String {
    let stage = caller.population(json!({"suurus": 1_200, "alates": 2025})).await;
    stage.run(json!({"liik": "keskmine", "aasta": 2025})).await;
    stage.run(json!({"liik": "osakud", "aasta": 2025})).await;
    let job = stage.index(2026, "1.05").await;
    job.csv().await
}
