//! What is not a request: every endpoint answers in our shape, whatever is thrown at it.

use serde_json::{Value, json};

use crate::support::{
    Caller, credentials, http, logged_in, office, reply, request, service, somebody,
};

/// Every endpoint with a body, for a session of an administrator.
fn endpoints(office: &str, person: &str) -> Vec<(&'static str, String)> {
    vec![
        ("POST", "/asutused".to_owned()),
        ("PUT", format!("/asutused/{office}/seaded")),
        ("POST", "/taotlused".to_owned()),
        ("POST", format!("/kasutajad/{person}/rollid")),
        ("POST", format!("/kasutajad/{person}/kehtivus")),
        ("POST", "/toosuhted".to_owned()),
        ("POST", "/sessioonid".to_owned()),
        ("POST", "/funktsioonid".to_owned()),
        ("POST", "/menetlused".to_owned()),
        ("POST", "/registriparingud".to_owned()),
        ("POST", "/otsused".to_owned()),
        ("POST", "/ulevaatus".to_owned()),
        ("POST", "/probleemid".to_owned()),
        ("POST", "/probleemid/1/taitja".to_owned()),
        ("POST", "/probleemid/1/lahendus".to_owned()),
    ]
}

#[tokio::test]
async fn bodies_that_are_no_objects_of_the_right_kind_are_malformed() {
    let running = service().await;
    let caller = Caller::new(&running, "skais");
    let office = office(&caller, "amet").await;
    let session =
        caller.post("/sessioonid", credentials(&office.administrator)).await.str("sessioon");
    let deep = "[".repeat(100_000);
    let bodies: [&[u8]; 9] = [
        b"",
        b"[]",
        br#"["69901010008","ID-kaart",true]"#,
        b"null",
        b"{",
        b"\xff\xfe{}",
        br#"{"nimi":"\u0000","isikukood":1,"asutus":[],"roll":{},"kuupaev":3,"alates":4,"meetod":5,"kirjeldus":6}"#,
        br#"{"kuni": 17}"#,
        deep.as_bytes(),
    ];
    for (method, path) in endpoints(&office.code, &office.administrator) {
        for body in bodies {
            let method = reqwest::Method::from_bytes(method.as_bytes()).unwrap();
            let request = http().request(method, format!("{}/skais{path}", running.base_url()));
            let request =
                request.header("Authorization", format!("Bearer {session}")).body(body.to_vec());
            let reply = reply(request.header("X-Katseaeg", &caller.time)).await;
            let shown = String::from_utf8_lossy(&body[..body.len().min(60)]).into_owned();
            assert_eq!(reply.brief(), "400 OIG-400", "{path} {shown}");
        }
    }
}

#[tokio::test]
async fn a_body_over_the_limit_is_refused_and_one_at_the_limit_is_read() {
    let running = service().await;
    let url = format!("{}/star/probleemid", running.base_url());
    let report = |letters: usize| {
        json!({"isikukood": somebody(), "kirjeldus": "õ".repeat(letters)}).to_string()
    };
    let room = (1024 * 1024 - report(0).len()) / 2;
    assert_eq!(reply(http().post(&url).body(report(room))).await.brief(), "201");
    assert_eq!(reply(http().post(&url).body(report(room + 2))).await.brief(), "413 OIG-413");
    assert_eq!(reply(http().post(&url).body(vec![b' '; 2_000_000])).await.brief(), "413 OIG-413");
}

#[tokio::test]
async fn a_clock_that_is_none_is_malformed_and_none_is_the_real_one() {
    let running = service().await;
    let url = format!("{}/star/asutused/90000000/rollid", running.base_url());
    for clock in [
        "eile",
        "2026-03-02",
        "2026-03-02T09:00:00",
        "2026-13-02T09:00:00+02:00",
        "9999-12-31T00:00:00Z",
        "",
    ] {
        let reply = reply(http().get(&url).header("X-Katseaeg", clock)).await;
        assert_eq!(reply.brief(), "400 OIG-400", "{clock}");
    }
    let raw = reqwest::header::HeaderValue::from_bytes(b"2026-03-02\xff").unwrap();
    assert_eq!(reply(http().get(&url).header("X-Katseaeg", raw)).await.brief(), "400 OIG-400");
    assert_eq!(reply(http().get(&url)).await.brief(), "404 OIG-404");
}

#[tokio::test]
async fn sessions_that_are_none_are_refused() {
    let running = service().await;
    let url = format!("{}/star/sessioonid/praegune", running.base_url());
    for header in [
        "",
        "Bearer",
        "Bearer ",
        "Basic abc",
        "Bearer '; DROP TABLE rights_session; --",
        "Bearer õ",
    ] {
        let reply = reply(http().get(&url).header("Authorization", header)).await;
        assert_eq!(reply.brief(), "401 OIG-031", "{header}");
    }
    assert_eq!(reply(http().get(&url)).await.brief(), "401 OIG-031");
}

#[tokio::test]
async fn values_that_are_none_are_refused_by_name() {
    let running = service().await;
    let caller = Caller::new(&running, "star");
    let office = office(&caller, "omavalitsus").await;
    let user = logged_in(&caller, &office.administrator).await;
    let institution = |kind: &str, name: &str, code: &str| json!({"nimetus": name, "liik": kind, "administraator": {"isikukood": code, "nimi": "Ülo"}});
    let event = |event: &str, day: &str| json!({"isikukood": office.administrator, "sundmus": event, "kuupaev": day});
    let mut reversed = request(&office, &somebody(), &["arveldaja"]);
    (reversed["alates"], reversed["kuni"]) = (json!("2026-04-01"), json!("2026-03-31"));
    let mut real = request(&office, "37605030299", &["arveldaja"]);
    real["allkirjastatud"] = json!(false);
    let administrator = format!("/kasutajad/{}/kehtivus", office.administrator);
    let cases: Vec<(&str, Value, &str)> = vec![
        ("/asutused", institution("amet", "Vald", &somebody()), "422 OIG-052"),
        ("/asutused", institution("omavalitsus", " ", &somebody()), "422 OIG-054"),
        ("/asutused", institution("omavalitsus", "Vald", "37605030299"), "422 OIG-050"),
        ("/asutused", institution("omavalitsus", "Vald", "69901010009"), "422 OIG-051"),
        ("/taotlused", reversed, "422 OIG-053"),
        ("/taotlused", real, "422 OIG-050"),
        ("/toosuhted", event("puhkus", "2026-03-02"), "422 OIG-052"),
        ("/toosuhted", event("lahkumine", "2026-02-30"), "400 OIG-400"),
        ("/toosuhted", event("lahkumine", "02.03.2026"), "400 OIG-400"),
        ("/funktsioonid", json!({"funktsioon": "väljamakse kinnitamine"}), "422 OIG-052"),
        ("/menetlused", json!({"klient": "37605030299"}), "422 OIG-050"),
        (&administrator, json!({"kuni": "2025-01-01"}), "422 OIG-053"),
        ("/ulevaatus", json!({"isikukood": somebody()}), "404 OIG-404"),
        ("/ulevaatus", json!({"isikukood": "37605030299"}), "422 OIG-050"),
        ("/sessioonid", credentials("37605030299"), "422 OIG-050"),
        ("/kasutajad/37605030299/lukusta", json!({}), "422 OIG-050"),
    ];
    for (path, body, expected) in cases {
        let reply = user.post(path, body.clone()).await;
        assert_eq!(reply.brief(), expected, "{path} {body}");
    }
    assert_eq!(user.get("/logi").await.brief(), "400 OIG-400");
    assert_eq!(user.get("/ulevaatus?asutus=").await.brief(), "400 OIG-400");
    assert_eq!(user.get("/kliendid/37605030299").await.brief(), "422 OIG-050");
}
