//! Synthetic populations and files: deterministic, complete, growing with their size only.

use std::collections::BTreeSet;

use serde_json::json;

use crate::support::{Caller, PEOPLE, Stage, service};

async fn files(stage: &Stage) -> [String; 4] {
    let mut files = [const { String::new() }; 4];
    for (file, name) in files.iter_mut().zip(["isikud", "kanded", "aastad", "maarad"]) {
        *file = stage.get(&format!("/{name}.csv")).await.is(200).text;
    }
    files
}

#[tokio::test]
async fn the_same_size_and_seed_give_the_same_population() {
    let running = service().await;
    same_again(&Caller::new(&running)).await;
    running.stop().await;
}

pub(crate) async fn same_again(caller: &Caller) -> [String; 4] {
    let one = files(&caller.population(json!({"suurus": 100, "seeme": 42})).await).await;
    let again = files(&caller.population(json!({"suurus": "100", "seeme": "42"})).await).await;
    let other = files(&caller.population(json!({"suurus": 100, "seeme": 43})).await).await;
    assert_eq!(one, again);
    assert_ne!(one[0], other[0]);
    assert_ne!(one[1], other[1]);
    one
}

#[tokio::test]
async fn a_population_holds_all_that_the_rules_are_about() {
    let running = service().await;
    let stage = Caller::new(&running).population(json!({"suurus": 2_000, "seeme": 1})).await;
    let [persons, entries, years, rates] = files(&stage).await;
    let codes: Vec<_> = persons.lines().skip(1).map(|line| &line[..11]).collect();
    assert_eq!(codes.len(), 2_000);
    assert!(codes.is_sorted() && codes.iter().collect::<BTreeSet<_>>().len() == 2_000);
    assert!(codes.iter().all(|code| &code[1..3] == "99"), "the last synthetic year is enough");
    assert!(
        persons.contains(";rahvapension\n")
            && persons.contains(";2010;")
            && persons.contains("M0D;")
    );
    let with_entries: BTreeSet<_> = entries.lines().skip(1).map(|line| &line[..11]).collect();
    assert!((1_900..2_000).contains(&with_entries.len()), "{}", with_entries.len());
    assert!(entries.contains(";1999;sotsiaalmaks;") && entries.contains(";2002;pensioniosa;"));
    let negative = entries.lines().filter(|line| line.contains(";-")).count();
    assert!(negative > 500, "{negative}");
    let sorted: Vec<_> = entries.lines().skip(1).map(|line| &line[..16]).collect();
    assert!(sorted.is_sorted());
    assert_eq!(years.lines().count(), 28);
    assert!(years.lines().last().unwrap().ends_with(';'), "the last average is to be computed");
    assert_eq!(
        rates,
        "alates;indeks;baasosa;aastahinne;rahvapension\n2025-04-01;1.080;215.5148;7.104;221.63\n"
    );
    let seen = stage.get("").await.body;
    assert_eq!(
        (&seen["isikuid"], &seen["kandeid"]),
        (&json!(2_000), &json!(entries.lines().count() - 1))
    );
    running.stop().await;
}

#[tokio::test]
async fn a_large_population_is_built_in_the_background_and_its_rows_grow_with_its_size() {
    let running = service().await;
    let caller = Caller::new(&running);
    let mut counts = Vec::new();
    for size in [20_000, 40_000] {
        let stage = caller.population(json!({"suurus": size, "seeme": 5, "alates": 2022})).await;
        counts.push(stage.get("").await.body["kandeid"].as_i64().unwrap());
        for kind in ["keskmine", "osakud"] {
            let job = stage.run(json!({"liik": kind, "aasta": 2025})).await.state().await;
            assert_eq!(job["edenemine"]["tehtud"], size);
            let rows = job["tulemus"]["ridu"]
                .as_i64()
                .unwrap_or_else(|| job["tulemus"]["isikuid"].as_i64().unwrap());
            assert!((size * 86 / 100..size * 92 / 100).contains(&rows), "{kind} {rows}");
        }
        let job = stage.index(2026, "1.05").await;
        assert_eq!(job.state().await["tulemus"]["isikuid"], size);
        assert_eq!(job.csv().await.lines().count(), usize::try_from(size).unwrap() + 1);
    }
    let growth = counts[1] * 100 / counts[0];
    assert!((195..206).contains(&growth), "{counts:?}");
    running.stop().await;
}

#[tokio::test]
async fn what_cannot_be_is_refused_with_its_reason() {
    let running = service().await;
    let caller = Caller::new(&running);
    let stage = caller.people(1).await;
    let again = json!({"isikukood": PEOPLE[0]});
    let person = |more: serde_json::Value| {
        let mut person = json!({"isikukood": PEOPLE[1]});
        person.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        person
    };
    for (path, body, refusal) in [
        ("/isikud", again, "409 MAS-016"),
        ("/isikud", person(json!({"isikukood": "37605030299"})), "422 OIG-050"),
        ("/isikud", person(json!({"isikukood": "69901010009"})), "422 OIG-051"),
        ("/isikud", person(json!({"staaz_1998": "12 aastat"})), "422 MAS-017"),
        ("/isikud", person(json!({"ii_sammas": 1999})), "422 MAS-017"),
        ("/isikud", person(json!({"liik": "toitjakaotuspension"})), "422 OIG-052"),
        ("/kanded", json!({"isikukood": PEOPLE[1], "aasta": 2024, "summa": "1"}), "404 OIG-404"),
        ("/kanded", json!({"isikukood": PEOPLE[0], "aasta": 1998, "summa": "1"}), "422 MAS-017"),
        (
            "/kanded",
            json!({"isikukood": PEOPLE[0], "aasta": 2024, "summa": "1.005"}),
            "422 MAS-017",
        ),
        ("/kanded", json!({"isikukood": PEOPLE[0], "aasta": 2024, "summa": "1e3"}), "422 MAS-017"),
        (
            "/kanded",
            json!({"isikukood": PEOPLE[0], "aasta": 2024, "liik": "sotsiaalmaks", "summa": 1}),
            "422 MAS-018",
        ),
        (
            "/kanded",
            json!({"isikukood": PEOPLE[0], "aasta": 2001, "liik": "pensioniosa", "summa": 1}),
            "422 MAS-018",
        ),
        (
            "/arvestuslik",
            json!({"aasta": 2025, "alusaasta": 2024, "koefitsient": "1.05"}),
            "422 MAS-014",
        ),
        ("/huvitatud", json!({"nimi": "Õnne Žürii", "epost": "onne"}), "422 OIG-052"),
        ("/huvitatud", json!({"nimi": " ", "epost": "onne@naidis.ee"}), "422 OIG-054"),
        ("/tood", json!({"liik": "maksmine", "aasta": 2025}), "422 OIG-052"),
        ("/tood", json!({"liik": "osakud", "aasta": 2025, "alates": 2026}), "422 MAS-017"),
        ("/tood", json!({"liik": "osakud", "aasta": 2025}), "422 MAS-014"),
        ("/tood", json!({"liik": "indekseerimine", "aasta": 2025, "thi": "1.0"}), "422 MAS-014"),
        (
            "/tood",
            json!({"liik": "indekseerimine", "aasta": 2025, "thi": "1", "maks": "0"}),
            "422 MAS-017",
        ),
        (
            "/tood",
            json!({"liik": "indekseerimine", "aasta": 2025, "thi": "1", "maks": "1"}),
            "422 MAS-014",
        ),
        ("/tood", json!({"liik": "keskmine"}), "400 OIG-400"),
    ] {
        assert_eq!(stage.post(path, body.clone()).await.brief(), refusal, "{path} {body}");
    }
    for (path, refusal) in [
        ("/aastad/1998", "404 OIG-404"),
        ("/aastad/2024", "404 OIG-404"),
        ("/maarad/2024", "404 OIG-404"),
        ("/isikud/69901010030", "404 OIG-404"),
    ] {
        assert_eq!(stage.get(path).await.brief(), refusal, "{path}");
    }
    for body in [
        json!({"suurus": 1_800_001}),
        json!({"suurus": -1}),
        json!({"seeme": "x"}),
        json!({"kuni": 1998}),
    ] {
        assert_eq!(
            caller.post("/rahvastikud", body.clone()).await.brief(),
            "422 MAS-017",
            "{body}"
        );
    }
    assert_eq!(caller.get("/tood/999999").await.brief(), "404 OIG-404");
    assert_eq!(caller.get("/rahvastikud/x/isikud.csv").await.brief(), "404 OIG-404");
    // STAR has no mass calculation.
    let star = caller.get("/../../star/massarvutus/rahvastikud/1").await;
    assert_eq!(star.brief(), "404 OIG-404");
    running.stop().await;
}
