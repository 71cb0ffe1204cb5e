//! The service itself: health, description, unknown addresses, starting quickly, stopping cleanly.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use rakis_reference_system::{Options, StartError, faults, start};
use serde_json::Value;

use crate::support::{Caller, http, office, options, reply, service};

#[tokio::test]
async fn health_and_description_are_answered() {
    let running = service().await;
    let health = reply(http().get(format!("{}/tervis", running.base_url()))).await.is(200);
    assert_eq!(
        (health.str("olek"), health.str("nimi")),
        ("korras".to_owned(), "rakis-reference".to_owned())
    );
    assert_eq!(health.str("andmed"), "sünteetilised");
    let description =
        reply(http().get(format!("{}/openapi.json", running.base_url()))).await.is(200);
    assert_eq!(description.body["openapi"], "3.1.0");
    assert!(description.body["paths"]["/{s}/asutused"]["post"]["requestBody"].is_object());
}

#[tokio::test]
async fn unknown_addresses_and_methods_have_our_error_shape() {
    let running = service().await;
    let client = http();
    for (method, path, expected) in [
        ("GET", "/", "404 OIG-404"),
        ("GET", "/ldap/kasutajad/69901010008", "404 OIG-404"),
        ("GET", "/star", "404 OIG-404"),
        ("GET", "/star/puudub/69901010008", "404 OIG-404"),
        ("GET", "/star/kasutajad/69901010008", "404 OIG-404"),
        ("GET", "/star/taotlused/1000000", "404 OIG-404"),
        ("GET", "/star/taotlused/esimene", "404 OIG-404"),
        ("GET", "/star/taotlused/99999999999999999999", "404 OIG-404"),
        ("GET", "/star/asutused/%C3%B5%C3%A4/rollid", "404 OIG-404"),
        ("GET", "/star/kasutajad/%FF%FE", "400 OIG-400"),
        ("GET", "/star/kasutajad/a%00b", "400 OIG-400"),
        ("PATCH", "/star/asutused", "405 OIG-405"),
        ("DELETE", "/tervis", "405 OIG-405"),
    ] {
        let method = reqwest::Method::from_bytes(method.as_bytes()).unwrap();
        let reply = reply(client.request(method, format!("{}{path}", running.base_url()))).await;
        assert_eq!(reply.brief(), expected, "{path}");
        assert!(!reply.str("teade").is_empty(), "{path}");
    }
    let log = reply(client.get(format!("{}/star/susteemilogi", running.base_url()))).await.text;
    assert!(log.contains("GET /star/kasutajad/{isikukood} 404"), "{log}");
    assert!(log.contains("GET (tundmatu aadress) 404") && !log.contains("69901010008"), "{log}");
}

#[tokio::test]
async fn systems_are_apart_and_services_are_apart() {
    let (one, two) = (service().await, service().await);
    let office = office(&Caller::new(&one, "star"), "omavalitsus").await;
    let path = format!("/kasutajad/{}", office.administrator);
    for (running, system, status) in
        [(&one, "star", 200), (&one, "skais", 404), (&two, "star", 404)]
    {
        Caller::new(running, system).get(&path).await.is(status);
    }
}

#[tokio::test]
async fn it_answers_soon_after_starting() {
    // The fastest of a few: other tests share the machine. The house wants 300 ms; a slow machine gets some room.
    let mut fastest = Duration::MAX;
    for _ in 0..5 {
        let begun = Instant::now();
        let running = service().await;
        reply(http().get(format!("{}/tervis", running.base_url()))).await.is(200);
        fastest = fastest.min(begun.elapsed());
    }
    assert!(fastest < Duration::from_millis(1500), "{fastest:?}");
}

#[tokio::test]
async fn stopping_frees_the_address_and_a_named_database_stays() {
    let folder =
        std::env::temp_dir().join(format!("rakis-reference-test-{}", crate::support::somebody()));
    std::fs::create_dir_all(&folder).unwrap();
    let database = format!("sqlite://{}", folder.join("andmed.sqlite").display());
    let running =
        start(Options { database: Some(database.clone()), ..options(None) }).await.unwrap();
    let office = office(&Caller::new(&running, "skais"), "amet").await;
    let address = running.address();
    running.stop().await;
    let again = start(Options { listen: address, database: Some(database), ..options(None) })
        .await
        .unwrap();
    Caller::new(&again, "skais").get(&format!("/kasutajad/{}", office.administrator)).await.is(200);
    let taken = start(Options { listen: address, ..options(None) }).await.unwrap_err();
    assert!(matches!(taken, StartError::Listen { .. }), "{taken}");
    again.stop().await;
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn an_address_that_is_no_database_is_told() {
    for url in ["mysql://localhost/x", "", "sqlite:///puudub/puudub/x.sqlite"] {
        let error =
            start(Options { database: Some(url.to_owned()), ..options(None) }).await.unwrap_err();
        assert!(matches!(error, StartError::Database(_)), "{url}: {error}");
    }
}

/// The names that the sources ask about are those of the table: a slip would be a fault that never acts.
#[test]
fn the_sources_ask_only_about_faults_there_are() {
    let mut sources = Vec::new();
    collect(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut sources);
    let known: BTreeSet<&str> = faults().iter().map(|fault| fault.name).collect();
    let areas: BTreeSet<&str> = faults().iter().map(|fault| fault.area).collect();
    let mut asked = BTreeSet::new();
    for text in &sources {
        let of_area = |piece: &&str| {
            piece.split_once('.').is_some_and(|(area, _)| areas.contains(area))
                && !piece.contains(' ')
        };
        for piece in text.split('"').filter(of_area) {
            assert!(known.contains(piece), "{piece}");
            asked.insert(piece);
        }
    }
    assert_eq!(asked, known);
}

fn collect(folder: &std::path::Path, sources: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, sources);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            sources.push(std::fs::read_to_string(path).unwrap());
        }
    }
}

/// Every kind of answer that the description promises for a few reads is what comes.
#[tokio::test]
async fn answers_hold_the_fields_that_the_description_requires() {
    let running = service().await;
    let description: Value =
        reply(http().get(format!("{}/openapi.json", running.base_url()))).await.body;
    let caller = Caller::new(&running, "star");
    let office = office(&caller, "omavalitsus").await;
    let user = crate::support::logged_in(&caller, &office.administrator).await;
    let log = user.get(&format!("/logi?isikukood={}", office.administrator)).await.is(200).body;
    let review = user.get(&format!("/ulevaatus?asutus={}", office.code)).await.is(200).body;
    for (schema, value) in [
        ("Kasutaja", caller.get(&format!("/kasutajad/{}", office.administrator)).await.body),
        ("Logikirje", log["kirjed"][0].clone()),
        ("Sessioon", user.get("/sessioonid/praegune").await.body),
    ] {
        let promised: Vec<_> = description["components"]["schemas"][schema]["properties"]
            .as_object()
            .unwrap()
            .keys()
            .collect();
        assert_eq!(value.as_object().unwrap().keys().collect::<Vec<_>>(), promised, "{schema}");
    }
    let row = &description["components"]["schemas"]["Ulevaatus"]["properties"]["read"]["items"]["properties"];
    assert_eq!(
        review["read"][0].as_object().unwrap().keys().collect::<Vec<_>>(),
        row.as_object().unwrap().keys().collect::<Vec<_>>()
    );
}
