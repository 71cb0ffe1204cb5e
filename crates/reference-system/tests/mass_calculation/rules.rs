//! The rules of average, shares and indexation, with figures worked out by hand or published.

use serde_json::{Value, json};

use crate::support::{Caller, PEOPLE, service};

/// The average of 2024 with a minimum of 1968.00, each person's entries in a row.
async fn average(caller: &Caller, people: &[&[&str]]) -> Value {
    let stage = caller.people(people.len()).await;
    stage.year(2024, "1968,00", None).await;
    for (code, entries) in PEOPLE.iter().zip(people) {
        for sum in *entries {
            stage.entry(code, 2024, sum).await;
        }
    }
    stage.run(json!({"liik": "keskmine", "aasta": "2024"})).await;
    stage.average_of(2024).await
}

#[tokio::test]
async fn the_average_is_the_sum_of_all_entries_over_service_in_years() {
    let running = service().await;
    let caller = Caller::new(&running);
    for (people, expected) in [
        (&[&["1968.00", "500", "1000"][..], &["4000"], &["2500.50"]][..], "3322.83"),
        (&[&["3000"], &["984"], &["492"]], "2557.71"),
        (&[&["2000"], &["2500.03"]], "2250.02"),
        (&[&["2000"], &["2500.05"]], "2250.03"),
        (&[&["3000", "-500"], &["2000", "400"], &["100", "-350"]], "2325.00"),
        (&[&["2500"], &["2100"], &[]], "2300.00"),
    ] {
        assert_eq!(average(&caller, people).await, expected, "{people:?}");
    }
    running.stop().await;
}

#[tokio::test]
async fn the_fraction_of_service_has_as_many_decimals_as_asked() {
    let running = service().await;
    for (decimals, service) in [(0, "0"), (2, "0.33"), (4, "0.3333"), (6, "0.333333")] {
        let stage =
            Caller::new(&running).population(json!({"staazi_kumnendkohti": decimals})).await;
        stage.post("/isikud", json!({"isikukood": PEOPLE[0]})).await.is(201);
        stage.year(2024, "3000", Some("1000")).await;
        stage.entry(PEOPLE[0], 2024, "1000").await;
        let job = stage.run(json!({"liik": "osakud", "aasta": 2024})).await;
        let row =
            job.get(&format!("/tulemused/{}", PEOPLE[0])).await.is(200).body["read"][0].clone();
        assert_eq!(row["staaz"], service);
    }
    running.stop().await;
}

/// Service, insurance, solidarity and joint share of one year.
async fn shares(
    caller: &Caller,
    year: i64,
    sum: &str,
    minimum: &str,
    average: &str,
    pillar: Option<i64>,
) -> String {
    let stage = caller.population(json!({})).await;
    stage.post("/isikud", json!({"isikukood": PEOPLE[0], "ii_sammas": pillar})).await.is(201);
    stage.year(year, minimum, Some(average)).await;
    stage.entry(PEOPLE[0], year, sum).await;
    let job = stage.run(json!({"liik": "osakud", "aasta": year})).await;
    let csv = job.csv().await;
    csv.lines().nth(1).unwrap().splitn(4, ';').last().unwrap().to_owned()
}

#[tokio::test]
async fn shares_are_rounded_capped_and_reduced_as_the_law_says() {
    let running = service().await;
    let caller = Caller::new(&running);
    for (year, sum, minimum, average, pillar, expected) in [
        (2019, "4679.68", "1296", "4679.68", None, "1.0000;1.000;1.000;"),
        (2019, "2339.84", "4679.68", "4679.68", None, "0.5000;0.500;0.500;"),
        (2019, "2450.00", "4000", "4000", None, "0.6125;0.613;0.613;"),
        (2019, "2449.99", "4000", "4000", None, "0.6125;0.612;0.612;"),
        (2021, "2452.00", "2452", "4000", None, "1.0000;0.613;1.000;0.807"),
        (2021, "9000.00", "1000", "4500", None, "1.0000;2.000;1.000;1.500"),
        (2021, "9000.00", "1000", "4500", Some(2021), "1.0000;1.600;0.800;1.200"),
        (2021, "9000.00", "1000", "4500", Some(2022), "1.0000;2.000;1.000;1.500"),
        (2021, "613.00", "1000", "1000", Some(2010), "0.6130;0.490;0.490;0.490"),
        (2021, "-250.00", "1000", "1000", None, "0.0000;0.000;0.000;0.000"),
        (2001, "3300.00", "1200", "4400", None, "1.0000;0.750;1.000;"),
    ] {
        assert_eq!(
            shares(&caller, year, sum, minimum, average, pillar).await,
            expected,
            "{year} {sum}"
        );
    }
    running.stop().await;
}

#[tokio::test]
async fn the_published_rates_of_2011_to_2020_come_out_exactly() {
    let running = service().await;
    let stage = Caller::new(&running).people(1).await;
    stage.rates(2011, "114.6575", "4.343", "128.45").await;
    for (year, index, base, value, national) in [
        (2012, "1.044", "120.2069", "4.515", "134.10"),
        (2013, "1.050", "126.8183", "4.718", "140.81"),
        (2014, "1.058", "134.9093", "4.964", "148.98"),
        (2015, "1.063", "144.2585", "5.245", "158.37"),
        (2016, "1.057", "153.3035", "5.514", "167.40"),
        (2017, "1.051", "161.9038", "5.767", "175.94"),
        (2018, "1.076", "175.4390", "6.161", "189.31"),
        (2019, "1.084", "191.6496", "6.627", "205.21"),
    ] {
        stage.index(year, index).await;
        assert_eq!(stage.rates_of(year).await, [base, value, national], "{year}");
    }
    let job = stage
        .run(json!({"liik": "indekseerimine", "aasta": 2020, "thi": "1.080", "maks": "1.080",
                    "erakorraline_baasosa": "7,00"}))
        .await;
    assert_eq!(stage.rates_of(2020).await, ["215.5148", "7.104", "221.63"]);
    assert_eq!(job.state().await["tulemus"]["indeks"], "1.080");
    running.stop().await;
}

#[tokio::test]
async fn published_pensions_of_44_30_and_15_years_come_out_exactly() {
    let running = service().await;
    for (base, value, pensions) in [
        ("153.3035", "5.514", ["395.92", "318.72", "236.01"]),
        ("191.6496", "6.627", ["483.24", "390.46", "291.05"]),
    ] {
        let stage = Caller::new(&running).population(json!({})).await;
        for (code, service) in PEOPLE.iter().zip(["P44Y5M29D", "P29Y6M", "P15Y"]) {
            stage.post("/isikud", json!({"isikukood": code, "staaz_1998": service})).await.is(201);
        }
        stage.rates(2018, base, value, "167.40").await;
        let job = stage.index(2019, "0.990").await;
        let csv = job.csv().await;
        let cells: Vec<_> =
            csv.lines().skip(1).map(|line| line.split(';').collect::<Vec<_>>()).collect();
        for (row, pension) in cells.iter().zip(pensions) {
            // An index below one changes nothing.
            assert_eq!(row[4..], [pension, pension]);
        }
        assert_eq!(stage.rates_of(2019).await[0], base);
        assert_eq!(job.state().await["tulemus"]["indeks"], "0.990");
        assert_eq!(job.state().await["tulemus"]["rakendatud_indeks"], "1.000");
    }
    running.stop().await;
}

#[tokio::test]
async fn a_pension_has_its_shares_its_half_cent_and_its_floor() {
    let running = service().await;
    let stage = Caller::new(&running).population(json!({})).await;
    for (code, kind) in PEOPLE.iter().zip(["vanaduspension", "vanaduspension", "rahvapension"]) {
        stage
            .post("/isikud", json!({"isikukood": code, "staaz_1998": "P10Y", "liik": kind}))
            .await
            .is(201);
    }
    for (year, sum) in [(2020, "1500"), (2021, "1000")] {
        stage.year(year, "1000", Some("1000")).await;
        stage.entry(PEOPLE[0], year, sum).await;
    }
    stage.run(json!({"liik": "osakud", "aasta": 2021, "alates": 2020})).await;
    stage.rates(2021, "300.0050", "0.002", "300.04").await;
    let job = stage.index(2022, "1.100").await;
    let csv = job.csv().await;
    // 300.0050 + (10 + 1.5 + 1) × 0.002 = 300.03 → the floor 300.04; then 333.0056 + 12.5 × 0.002 = 333.03.
    let expected = [
        "isikukood;staaz_aastaid;kindlustusosakud;uhendosakud;pension_enne;pension_parast",
        "69901010008;10;1.500;1.000;300.04;333.03",
        "69901010019;10;0.000;0.000;300.04;333.03",
        "69901010020;10;0.000;0.000;300.04;330.04",
    ];
    assert_eq!(csv.lines().collect::<Vec<_>>(), expected);
    let person = stage.get("/isikud/69901010008").await.is(200).body;
    assert_eq!(person["pension"]["pension_parast"], "333.03");
    assert_eq!(person["osakud"][1]["uhendosak"], "1.000");
    running.stop().await;
}

#[tokio::test]
async fn a_preliminary_average_is_replaced_and_those_who_change_are_named() {
    let running = service().await;
    let stage = Caller::new(&running).people(2).await;
    stage.year(2018, "1200", Some("2838.48")).await;
    stage.year(2019, "1296", None).await;
    stage.entry(PEOPLE[0], 2019, "3051.37").await;
    stage.entry(PEOPLE[1], 2019, "300").await;
    let forecast = json!({"aasta": 2019, "alusaasta": 2018, "koefitsient": "1.075"});
    assert_eq!(stage.post("/arvestuslik", forecast).await.is(201).body["keskmine"], "3051.37");
    assert_eq!(stage.get("/aastad/2019").await.body["laad"], "arvestuslik");
    let first = stage.run(json!({"liik": "osakud", "aasta": 2019})).await;
    assert_eq!(first.get("/muutunud").await.is(200).body["isikud"], json!([]));
    let person = stage.get(&format!("/isikud/{}", PEOPLE[0])).await.body;
    assert_eq!(
        (&person["osakud"][0]["kindlustusosak"], &person["osakud"][0]["arvestuslik"]),
        (&json!("1.000"), &json!(true))
    );
    stage.year(2019, "1296", Some("3057.23")).await;
    let second = stage.run(json!({"liik": "osakud", "aasta": 2019})).await;
    assert_eq!(
        second.get("/muutunud").await.is(200).body["isikud"],
        json!([{"isikukood": PEOPLE[0], "enne": "1.000", "parast": "0.998"}])
    );
    // A correction that arrives after the calculation changes its person only.
    stage.entry(PEOPLE[1], 2019, "50").await;
    let third = stage.run(json!({"liik": "osakud", "aasta": 2019})).await;
    assert_eq!(
        third.get("/muutunud").await.is(200).body["isikud"],
        json!([{"isikukood": PEOPLE[1], "enne": "0.098", "parast": "0.114"}])
    );
    assert_eq!(third.get(&format!("/tulemused/{}", PEOPLE[1])).await.body["muutunud"], true);
    running.stop().await;
}
