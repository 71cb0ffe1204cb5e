//! Speaking to systems that answer well, badly, or not at all.

use std::{sync::atomic::Ordering, time::Duration};

use rakis_environment::{Definition, Environment, FreeBody, FreeRequest, Performed, Variables};
use rakis_model::{
    Exchange, FailureKind,
    failure::EXCHANGE_BODY_LIMIT,
    words::{Language, Words},
};
use serde_json::Value;

use crate::common::{End, Server, answer, load_test, project};

const BINDINGS: &str = "\
toimingud:
  tervis: { päring: GET /tervis, oodatud: 200 }
  lihtne: { päring: GET /lihtne, oodatud: 200 }
  loe: { päring: \"GET /{süsteem}/x/{isik}?vana={vana?}\", oodatud: [200], vastus: { id: $.id, esimene: \"$.rollid[0]\" } }
  taotle:
    päring: POST /{süsteem}/taotlused
    päised: { Authorization: \"Bearer {sessioon?}\", X-Nimi: \"{nimi?}\" }
    keha: { isikukood: \"{isik}\", rollid: \"{rollid}\", märkus: \"{märkus?}\", v: \"{saladus:VÕTI}\" }
    oodatud: 201
";

fn definition(address: &str) -> Definition {
    let environment = format!(
        "nimetus: T\nliik: test\naadress: {address}\nseosed: [b.yaml]\nmuutujad: {{ süsteem: star }}\n\
         saladused: {{ VÕTI: {{ muutuja: TEST_VÕTI }} }}\npäised: {{ X-Api-Key: \"{{saladus:VÕTI}}\" }}\n\
         tervis: tervis\n"
    );
    let project =
        project(&[("environments/test.yaml", &environment), ("environments/b.yaml", BINDINGS)]);
    let (definition, lines) = load_test(project.path(), &["*.sotsiaalkindlustusamet.ee"]);
    assert_eq!(lines, [""; 0]);
    definition.unwrap()
}

fn environment(address: &str) -> Environment {
    Environment::connect(definition(address), None).unwrap()
}

fn some(text: &str) -> Variables {
    serde_json::from_str(text).unwrap()
}

/// Kind and key of the failure, or `Ok`.
fn outcome(performed: &Performed) -> String {
    match &performed.result {
        Ok(_) => "Ok".to_owned(),
        Err(failure) => format!("{:?} {}", failure.kind, failure.message.key),
    }
}

#[tokio::test]
async fn an_answer_as_required_gives_its_values() {
    let body = r#"{ "id" : 12.50,  "rollid": ["õ", "b"], "muu": "väga salajane\/võti" }"#;
    let server = Server::start(answer("200 OK", "X-A: 1\r\n", body), End::Close).await;
    let environment = environment(&format!("{}/api/", server.address));
    let performed = environment.perform("loe", &some(r#"{"isik":"a/b ö"}"#)).await;
    let reply = performed.result.unwrap();
    assert_eq!((reply.status, reply.text.as_str(), reply.header("x-a")), (200, body, Some("1")));
    assert_eq!(
        Value::Object(reply.captures.clone().into_iter().collect()).to_string(),
        r#"{"esimene":"õ","id":12.50}"#
    );
    assert_eq!(reply.json().unwrap()["id"].to_string(), "12.50");
    let exchange = performed.exchange;
    assert_eq!(exchange.operation, "loe");
    assert_eq!(exchange.url, format!("{}/api/star/x/a%2Fb%20%C3%B6", server.address));
    assert_eq!((exchange.status, exchange.error, exchange.response_bytes), (Some(200), None, None));
    let shown = body.replace(r"väga salajane\/võti", "[saladus]");
    assert_eq!(exchange.response_body.unwrap(), shown, "kept as sent, without the secret");
    let request = server.requests.lock().unwrap()[0].clone();
    assert!(request.starts_with("GET /api/star/x/a%2Fb%20%C3%B6 HTTP/1.1\r\n"), "{request}");
}

#[tokio::test]
async fn what_is_recorded_holds_no_secret_and_no_real_person() {
    let body =
        r#"{"sessioon":"s-1234567","parool":"x","kes":"37605030299","v":"väga salajane/võti"}"#;
    let headers = "Set-Cookie: sid=abcdef\r\nX-Echo: v%C3%A4ga%20salajane%2Fv%C3%B5ti\r\n";
    let server = Server::start(answer("409 Conflict", headers, body), End::Close).await;
    let variables = some(
        r#"{"isik":"37605030299","rollid":["a",1.0],"sessioon":"s-1234567","nimi":"Õie","süsteem":"skais"}"#,
    );
    let environment = environment(&server.address);
    let performed = environment.perform("taotle", &variables).await;
    assert_eq!(outcome(&performed), "Failed env-unexpected-status");
    let sent = server.requests.lock().unwrap()[0].clone();
    assert!(sent.starts_with("POST /skais/taotlused HTTP/1.1\r\n"), "{sent}");
    assert!(
        sent.contains("authorization: Bearer s-1234567\r\n") && sent.contains("x-nimi: Õie\r\n")
    );
    assert!(
        sent.ends_with(
            r#"{"isikukood":"37605030299","rollid":["a",1.0],"v":"väga salajane/võti"}"#
        )
    );
    let exchange: Exchange = performed.exchange;
    let shown = |name: &str| {
        let all = exchange.request_headers.iter().chain(&exchange.response_headers);
        all.clone().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    };
    assert_eq!(shown("authorization"), Some("Bearer [saladus]"));
    assert_eq!(shown("x-api-key"), Some("[saladus]"));
    assert_eq!(shown("set-cookie"), Some("[saladus]"));
    assert_eq!(shown("x-echo"), Some("[saladus]"));
    assert_eq!(shown("content-type"), Some("application/json"));
    assert_eq!(
        exchange.request_body.as_deref(),
        Some(r#"{"isikukood":"[isikukood]","rollid":["a",1.0],"v":"[saladus]"}"#)
    );
    assert_eq!(
        exchange.response_body.as_deref(),
        Some(
            r#"{"sessioon":"[saladus]","parool":"[saladus]","kes":"[isikukood]","v":"[saladus]"}"#
        )
    );
}

#[tokio::test]
async fn the_words_of_a_refusal_are_told_and_redacted() {
    let body = r#"{"kood":"OIG-404","teade":"Isikut 37605030299 ei ole."}"#;
    let server = Server::start(answer("404 Not Found", "", body), End::Close).await;
    let performed = environment(&server.address).perform("lihtne", &Variables::new()).await;
    let failure = performed.result.unwrap_err();
    assert_eq!(failure.kind, FailureKind::Failed);
    assert_eq!(failure.expected.as_deref(), Some("200"));
    assert_eq!(failure.actual.as_deref(), Some("404: OIG-404 Isikut [isikukood] ei ole."));
    assert_eq!(failure.message.args[2].1, "404: OIG-404 Isikut [isikukood] ei ole.");
}

/// Performs operations against a server; limits are small where the server tries to hold us.
async fn check(operation: &str, bytes: impl Into<Vec<u8>>, end: End, expected: &str) -> Performed {
    let server = Server::start(bytes, end).await;
    let mut definition = definition(&server.address);
    definition.limits.response_bytes = 100_000;
    if matches!(end, End::Hang | End::Drip) {
        definition.limits.request = Duration::from_millis(300);
    }
    let environment = Environment::connect(definition, None).unwrap();
    let performed = environment.perform(operation, &some(r#"{"isik":"a"}"#)).await;
    assert_eq!(outcome(&performed), expected);
    assert_eq!(performed.exchange.error.is_some(), expected.starts_with("Broken"));
    if let Some(error) = &performed.exchange.error {
        // The record tells it in whole sentences, without a gap left to fill.
        let told = Words::new(Language::Et, &[rakis_environment::WORDS]).text(error);
        assert!(told.starts_with(operation) && !told.contains("{$"), "{told}");
    }
    performed
}

#[tokio::test]
async fn an_answer_otherwise_than_required_is_failed() {
    let status = "Failed env-unexpected-status";
    check("lihtne", answer("500 Oh", "", "{"), End::Close, status).await;
    check("lihtne", answer("302 Found", "Location: /muu\r\n", ""), End::Close, status).await;
    let ok = |body: &[u8]| answer("200 OK", "", body);
    check("loe", ok(b""), End::Close, "Failed env-operation-not-json").await;
    check("loe", ok(b"<html>"), End::Close, "Failed env-operation-not-json").await;
    check("loe", ok(b"\xef\xbb\xbf{}"), End::Close, "Failed env-operation-not-json").await;
    let performed =
        check("loe", ok(b"{\"id\":null}"), End::Close, "Failed env-capture-missing").await;
    assert_eq!(performed.result.unwrap_err().differences[0].path, "$.rollid[0]");
    check("loe", ok(b"[]"), End::Close, "Failed env-capture-missing").await;
    check("loe", ok(b"{\"id\":\"\xe5\"}"), End::Close, "Failed env-not-utf8").await;
    let performed = check("lihtne", ok(b"p\xf5hi"), End::Close, "Failed env-not-utf8").await;
    assert_eq!(performed.exchange.response_body.unwrap(), "[binaarne, 4 baiti] 70 f5 68 69");
    let pdf = answer("200 OK", "Content-Type: application/pdf\r\n", [0xff; 40]);
    let performed = check("lihtne", pdf, End::Close, "Ok").await;
    assert!(performed.exchange.response_body.unwrap().starts_with("[binaarne, 40 baiti] ff ff"));
}

#[tokio::test]
async fn no_whole_answer_is_broken() {
    let no_answer = "Broken env-no-answer";
    check("lihtne", "", End::Close, no_answer).await;
    check("lihtne", vec![0x16, 3, 1, 0xff, 0, 7, b'\r', b'\n'], End::Close, no_answer).await;
    check("lihtne", "SSH-2.0-OpenSSH\r\n\r\n", End::Flood, no_answer).await;
    check("lihtne", "HTTP/1.1 200 OK\r\ncontent-", End::Close, no_answer).await;
    check("lihtne", "", End::Hang, "Broken env-timeout").await;
    check("lihtne", "HTTP/1.1 200 OK\r\nX-", End::Drip, "Broken env-timeout").await;
    let open = "HTTP/1.1 200 OK\r\n\r\n";
    check("lihtne", open, End::Drip, "Broken env-timeout-body").await;
    let short = "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{\"a\":\"\u{f5}";
    let performed =
        check("lihtne", &short.as_bytes()[..short.len() - 1], End::Close, "Broken env-cut-off")
            .await;
    assert_eq!(performed.exchange.response_body.as_deref(), Some("{\"a\":\""));
    let chunked = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nabcde\r\n9\r\nabc";
    check("lihtne", chunked, End::Close, "Broken env-cut-off").await;
    check("lihtne", chunked.replace("9\r\n", "zz\r\n"), End::Close, "Broken env-cut-off").await;
    let performed = check("lihtne", open, End::Flood, "Broken env-too-large").await;
    assert!(performed.exchange.response_bytes.unwrap() > 100_000);
    let promised = "HTTP/1.1 200 OK\r\ncontent-length: 104857600\r\n\r\n";
    let performed = check("lihtne", promised, End::Flood, "Broken env-too-large").await;
    assert_eq!(performed.exchange.response_bytes, Some(104_857_600));
}

#[tokio::test]
async fn nobody_listening_is_broken() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    for address in [address.as_str(), &address.replace("http:", "https:"), "http://ei-ole.invalid"]
    {
        let performed = environment(address).perform("lihtne", &Variables::new()).await;
        assert_eq!(outcome(&performed), "Broken env-connect", "{address}");
        assert_eq!(performed.exchange.status, None);
    }
    let server = Server::start(answer("200 OK", "", "x"), End::Close).await;
    let secure = server.address.replace("http:", "https:");
    let performed = environment(&secure).perform("lihtne", &Variables::new()).await;
    assert_eq!(outcome(&performed), "Broken env-connect", "plain text where TLS was asked");
}

#[tokio::test]
async fn a_redirect_is_never_followed() {
    let other = Server::start(answer("200 OK", "", "{}"), End::Close).await;
    for location in [&other.address, "https://star.sotsiaalkindlustusamet.ee/"] {
        let moved = answer("307 Moved", &format!("Location: {location}/x\r\n"), "");
        let server = Server::start(moved, End::Close).await;
        let environment = environment(&server.address);
        let performed = environment.perform("taotle", &some(r#"{"isik":"a","rollid":[]}"#)).await;
        assert_eq!(outcome(&performed), "Failed env-unexpected-status");
        let free = FreeRequest { method: "GET".into(), path: "/".into(), ..FreeRequest::default() };
        let reply = environment.request(free, &Variables::new()).await.result.unwrap();
        assert_eq!((reply.status, server.count()), (307, 2));
    }
    assert_eq!(other.count(), 0);
}

#[tokio::test]
async fn what_cannot_be_asked_is_invalid_and_not_sent() {
    let server = Server::start(answer("200 OK", "", "{}"), End::Close).await;
    let environment = environment(&server.address);
    for (operation, variables, expected) in [
        ("lihne", "{}", "env-operation-unknown operation=lihne environment=test"),
        ("loe", "{}", "env-variable-unset name=isik operation=loe"),
        ("loe", r#"{"isik":""}"#, "env-path-segment-lost name=isik operation=loe"),
        ("loe", r#"{"isik":".."}"#, "env-path-segment-lost name=isik operation=loe"),
        ("loe", r#"{"isik":["a"]}"#, "env-variable-no-text name=isik operation=loe"),
        ("taotle", r#"{"isik":"a"}"#, "env-variable-unset name=rollid operation=taotle"),
        (
            "taotle",
            r#"{"isik":"a","rollid":1,"nimi":"a\r\nHost: b"}"#,
            "env-header-value name=x-nimi operation=taotle",
        ),
    ] {
        let performed = environment.perform(operation, &some(variables)).await;
        assert_eq!(performed.exchange.operation, operation);
        let failure = performed.result.unwrap_err();
        let args = failure.message.args.iter().map(|(name, value)| format!(" {name}={value}"));
        let shown = format!("{}{}", failure.message.key, args.collect::<String>());
        assert_eq!((failure.kind, shown.as_str()), (FailureKind::Invalid, expected));
    }
    for (method, path, header, expected) in [
        ("G T", "/", "a", "Invalid env-method-unknown"),
        ("GET", "http://mujal.ee/", "a", "Invalid env-path-no-slash"),
        ("GET", "/{x", "a", "Invalid env-placeholder-open"),
        ("GET", "/", "Host", "Invalid env-header-reserved"),
        ("GET", "/", "a b", "Invalid env-header-name"),
        ("GET", "/{saladus:EI}", "a", "Invalid env-secret-unknown"),
    ] {
        let headers = vec![(header.to_owned(), "x".to_owned())];
        let request = FreeRequest { method: method.into(), path: path.into(), headers, body: None };
        assert_eq!(outcome(&environment.request(request, &Variables::new()).await), expected);
    }
    assert_eq!(server.count(), 0);
}

#[tokio::test]
async fn a_free_request_fills_its_places_and_takes_any_answer() {
    let server = Server::start(answer("418 Teapot", "", "kann"), End::Close).await;
    let environment = environment(&server.address);
    let json: Value =
        serde_json::from_str(r#"{"a":"{rollid}","b":["x{n}"],"c":"{puudub?}"}"#).unwrap();
    for (body, sent) in [
        (FreeBody::Json(json), r#"{"a":["õ"],"b":["x1"]}"#),
        (FreeBody::Json(Value::from("{n}")), "1"),
        (FreeBody::Json(Value::from("n={n}")), "\"n=1\""),
        (FreeBody::Text("{\"vigane\": ".to_owned()), "{\"vigane\": "),
    ] {
        let request = FreeRequest {
            method: "PUT".into(),
            path: "/{n}?r={n}".into(),
            headers: vec![("X-Api-Key".into(), "{n}".into())],
            body: Some(body),
        };
        let performed = environment.request(request, &some(r#"{"n":1,"rollid":["õ"]}"#)).await;
        let reply = performed.result.unwrap();
        assert_eq!((reply.status, reply.text.as_str()), (418, "kann"));
        assert!(reply.json().is_err());
        let request = server.requests.lock().unwrap().pop().unwrap();
        assert!(
            request.starts_with("PUT /1?r=1 HTTP/1.1\r\n")
                && request.ends_with(&format!("\r\n\r\n{sent}")),
            "{request}"
        );
        assert!(request.contains("x-api-key: 1\r\n") && !request.contains("salajane"));
    }
}

#[tokio::test]
async fn a_system_that_says_it_is_production_is_asked_nothing_more() {
    let body = r#"{"olek":"korras","keskkond":" Toodang"}"#;
    let server = Server::start(answer("503 Busy", "", body), End::Close).await;
    let environment = environment(&server.address);
    for _ in 0..2 {
        assert_eq!(outcome(&environment.check().await), "Invalid env-production-said");
    }
    let performed = environment.clone().perform("lihtne", &Variables::new()).await;
    assert_eq!(outcome(&performed), "Invalid env-production-said");
    assert_eq!(server.count(), 1);
}

#[tokio::test]
async fn the_health_check_tells_up_from_down() {
    for (status, body, health, expected) in [
        ("200 OK", r#"{"keskkond":"test"}"#, true, "Ok"),
        ("503 Busy", "", true, "Failed env-unexpected-status"),
        ("404 None", "", false, "Ok"),
        ("503 Busy", "", false, "Broken env-health-down"),
        ("200 OK", r#"{"environment":"production"}"#, false, "Invalid env-production-said"),
    ] {
        let server = Server::start(answer(status, "", body), End::Close).await;
        let mut definition = definition(&server.address);
        definition.health = definition.health.filter(|_| health);
        let environment = Environment::connect(definition, None).unwrap();
        assert_eq!(outcome(&environment.check().await), expected, "{status} {body}");
    }
}

#[tokio::test]
async fn no_more_requests_at_once_than_allowed() {
    let server = Server::start(answer("200 OK", "", "{}"), End::Close).await;
    let mut definition = definition(&server.address);
    definition.limits.concurrent = Some(2);
    let environment = Environment::connect(definition, None).unwrap();
    let tasks: Vec<_> = (0..8)
        .map(|_| {
            let environment = environment.clone();
            tokio::spawn(async move { environment.perform("lihtne", &Variables::new()).await })
        })
        .collect();
    for task in tasks {
        assert_eq!(outcome(&task.await.unwrap()), "Ok");
    }
    assert_eq!((server.count(), server.most_at_once.load(Ordering::SeqCst)), (8, 2));
}

#[tokio::test]
async fn a_request_nobody_waits_for_is_given_up() {
    let server = Server::start("", End::Hang).await;
    let environment = environment(&server.address);
    let nothing = Variables::new();
    tokio::select! {
        performed = environment.perform("lihtne", &nothing) => panic!("{performed:?}"),
        () = async {
            while server.count() == 0 {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        } => {}
    }
    let gone = tokio::time::timeout(Duration::from_secs(20), server.gone.notified()).await;
    assert!(gone.is_ok(), "the connection was not closed");
}

#[test]
fn other_runtimes_may_wait_and_a_stopped_one_is_told() {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let (server, environment) = runtime.block_on(async {
        let server = Server::start(answer("200 OK", "", "{}"), End::Close).await;
        let environment = environment(&server.address);
        (server, environment)
    });
    let perform = |environment: Environment| {
        // No time and no io on this one.
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        outcome(&runtime.block_on(environment.perform("lihtne", &Variables::new())))
    };
    for _ in 0..2 {
        let environment = environment.clone();
        assert_eq!(std::thread::spawn(move || perform(environment)).join().unwrap(), "Ok");
    }
    assert_eq!(server.count(), 2);
    runtime.shutdown_background();
    assert_eq!(perform(environment), "Broken env-stopped");
}

#[tokio::test]
async fn connecting_is_guarded_again() {
    let connect = |address: &str| {
        let result =
            Environment::connect(definition("http://127.0.0.1:1"), Some(address.to_owned()));
        result.map_or_else(
            |diagnostic| diagnostic.message.key.into_owned(),
            |e| e.address().to_owned(),
        )
    };
    for (address, expected) in [
        ("https://star.sotsiaalkindlustusamet.ee", "env-production-host"),
        ("https://Sotsiaalkindlustusamet.EE.:8443/x", "env-production-host"),
        ("star", "env-address-wrong"),
        ("http://[::1]:8080/", "http://[::1]:8080"),
    ] {
        assert_eq!(connect(address), expected);
    }
    let project = project(&[
        ("environments/test.yaml", "nimetus: S\nliik: sisseehitatud\nseosed: [b.yaml]\n"),
        ("environments/b.yaml", "toimingud: { a: { päring: GET /, oodatud: 200 } }\n"),
    ]);
    let embedded = load_test(project.path(), &[]).0.unwrap();
    for (address, expected) in [
        (None, Some("env-address-absent")),
        (Some("http://a.ee"), Some("env-embedded-elsewhere")),
        (Some("http://127.0.0.1:8080"), None),
        (Some("http://localhost:1"), None),
    ] {
        let result = Environment::connect(embedded.clone(), address.map(str::to_owned));
        assert_eq!(result.err().map(|one| one.message.key.into_owned()).as_deref(), expected);
    }
}

#[test]
fn without_a_runtime_there_is_no_environment() {
    let error = Environment::connect(definition("http://127.0.0.1:1"), None).unwrap_err();
    assert_eq!(error.message.key, "env-no-runtime");
}

#[tokio::test]
async fn long_bodies_are_cut_for_the_record_only() {
    let body = format!("\"{}\"", "õ".repeat(EXCHANGE_BODY_LIMIT));
    let server = Server::start(answer("200 OK", "", &body), End::Close).await;
    let performed = environment(&server.address).perform("lihtne", &Variables::new()).await;
    assert_eq!(performed.result.unwrap().text, body);
    let shown = performed.exchange.response_body.unwrap();
    assert!(shown.len() <= EXCHANGE_BODY_LIMIT && body.starts_with(&shown));
    assert_eq!(performed.exchange.response_bytes, Some(body.len() as u64));
}

#[tokio::test]
async fn no_part_of_a_personal_code_is_recorded() {
    let code = "37605030299";
    let head = format!("X-{code}: 1\r\nLocation: /a/%3{}\r\n", "7605030299");
    let padded = format!("{{\"token\":\"ab{code}cd\",\"täide\":\"{}\"", "x".repeat(70_000));
    for (status, body, end, expected) in [
        ("200 OK", format!("{{\"isik\":\"{code}\"}}").into_bytes(), End::Close, "Ok"),
        ("200 OK", format!("{padded},\"isik\":\"{code}\"}}").into_bytes(), End::Close, "Ok"),
        (
            "200 OK",
            [b"\xff\xfe".as_slice(), code.as_bytes()].concat(),
            End::Close,
            "Failed env-not-utf8",
        ),
    ] {
        let performed = check("lihtne", answer(status, &head, body), end, expected).await;
        let shown = format!("{:?}", performed.exchange);
        assert!(!shown.contains("3760503") && !shown.contains("37605"), "{shown}");
        assert!(!shown.contains("ab[isikukood]cd"), "the token goes as a whole: {shown}");
        assert!(!shown.contains("33 37 36 30 35"), "{shown}");
    }
    for length in 7..11 {
        let cut = format!(
            "HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{{\"isik\":\"{}",
            &code[..length]
        );
        let performed = check("lihtne", cut, End::Close, "Broken env-cut-off").await;
        assert_eq!(performed.exchange.response_body.as_deref(), Some("{\"isik\":\"[isikukood]"));
    }
    let promised = format!("HTTP/1.1 200 OK\r\ncontent-length: {code}\r\n\r\n");
    let performed = check("lihtne", promised, End::Flood, "Broken env-too-large").await;
    assert!(!format!("{:?}", performed.exchange).contains(code));
}
