//! A running service, a caller with a clock and a session, and the everyday set-up of a test.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use rakis_reference_system::{Fault, Options, Running, start};
use reqwest::Method;
use serde_json::{Value, json};

/// A Monday morning on which most tests happen.
pub(crate) const MONDAY: &str = "2026-03-02T09:00:00+02:00";

/// The faults of this area.
pub(crate) fn faults() -> impl Iterator<Item = &'static Fault> {
    rakis_reference_system::faults().iter().filter(|fault| fault.area == "rights")
}

pub(crate) fn options(fault: Option<&str>) -> Options {
    let fault = fault.map(str::to_owned);
    Options { listen: ([127, 0, 0, 1], 0).into(), database: None, fault, plant: None, mail: None }
}

pub(crate) async fn service() -> Running {
    start(options(None)).await.unwrap()
}

/// A client that reads no certificates: nothing here is encrypted, and reading them takes longer than a test.
pub(crate) fn http() -> reqwest::Client {
    static PROVIDER: OnceLock<()> = OnceLock::new();
    PROVIDER.get_or_init(|| {
        // reqwest wants a TLS provider even for plain HTTP; a second install is refused and harmless.
        let _ = rustls::crypto::ring::default_provider().install_default();
    });
    reqwest::Client::builder()
        .no_proxy()
        .tls_certs_only([])
        .timeout(Duration::from_secs(30))
        .build()
        .unwrap()
}

/// What came back.
#[derive(Debug, Clone)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) body: Value,
    pub(crate) text: String,
}

impl Reply {
    /// `403 OIG-003` for a refusal, `201` for a success.
    pub(crate) fn brief(&self) -> String {
        match self.body["kood"].as_str() {
            Some(code) if self.status >= 400 => format!("{} {code}", self.status),
            _ => self.status.to_string(),
        }
    }

    /// The reply, which must have this status.
    #[track_caller]
    pub(crate) fn is(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }

    pub(crate) fn str(&self, field: &str) -> String {
        self.body[field].as_str().unwrap_or_default().to_owned()
    }
}

/// Somebody who calls one of the two systems at some time, perhaps logged in.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    http: reqwest::Client,
    base: String,
    pub(crate) time: String,
    token: Option<String>,
    source: Option<String>,
}

impl Caller {
    pub(crate) fn new(running: &Running, system: &str) -> Self {
        let base = format!("{}/{system}", running.base_url());
        Self { http: http(), base, time: MONDAY.to_owned(), token: None, source: None }
    }

    /// The same caller at another time: an RFC 3339 time, or a date (nine in the morning).
    pub(crate) fn at(&self, time: &str) -> Self {
        let time =
            if time.contains('T') { time.to_owned() } else { format!("{time}T09:00:00+02:00") };
        Self { time, ..self.clone() }
    }

    pub(crate) fn with(&self, token: &str) -> Self {
        Self { token: Some(token.to_owned()), ..self.clone() }
    }

    pub(crate) fn from(&self, source: &str) -> Self {
        Self { source: Some(source.to_owned()), ..self.clone() }
    }

    pub(crate) fn is_star(&self) -> bool {
        self.base.ends_with("/star")
    }

    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.send(Method::GET, path, None).await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Reply {
        self.send(Method::POST, path, Some(body)).await
    }

    pub(crate) async fn put(&self, path: &str, body: Value) -> Reply {
        self.send(Method::PUT, path, Some(body)).await
    }

    pub(crate) async fn delete(&self, path: &str) -> Reply {
        self.send(Method::DELETE, path, None).await
    }

    async fn send(&self, method: Method, path: &str, body: Option<Value>) -> Reply {
        let mut request = self
            .http
            .request(method, format!("{}{path}", self.base))
            .header("X-Katseaeg", &self.time);
        if let Some(token) = &self.token {
            request = request.header("Authorization", format!("Bearer {token}"));
        }
        if let Some(source) = &self.source {
            request = request.header("X-Lahteaadress", source);
        }
        if let Some(body) = body {
            request = request.body(body.to_string());
        }
        reply(request).await
    }
}

pub(crate) async fn reply(request: reqwest::RequestBuilder) -> Reply {
    let response = request.send().await.unwrap();
    let status = response.status().as_u16();
    let text = response.text().await.unwrap();
    Reply { status, body: serde_json::from_str(&text).unwrap_or(Value::Null), text }
}

/// A synthetic person nobody else in this run is: born in 2099. The start is random because runs may share a database.
pub(crate) fn somebody() -> String {
    static NEXT: OnceLock<AtomicUsize> = OnceLock::new();
    let next = NEXT.get_or_init(|| {
        let random = RandomState::new().build_hasher().finish();
        AtomicUsize::new(usize::try_from(random % 300_000).unwrap())
    });
    let number = next.fetch_add(1, Ordering::Relaxed) % 336_000;
    let (day, serial) = (number / 1000, number % 1000);
    let first_ten = format!("699{:02}{:02}{serial:03}", day / 28 + 1, day % 28 + 1);
    format!("{first_ten}{}", check_digit(&first_ten))
}

/// The same code with another, wrong check digit.
pub(crate) fn with_wrong_check_digit(code: &str) -> String {
    let (first_ten, check) = code.split_at(10);
    format!("{first_ten}{}", (check.parse::<u32>().unwrap() + 1) % 10)
}

fn check_digit(first_ten: &str) -> u32 {
    let sum = |weights: &str| -> u32 {
        let digit = |letter: char| letter.to_digit(10).unwrap();
        weights
            .chars()
            .zip(first_ten.chars())
            .map(|(weight, letter)| digit(weight) * digit(letter))
            .sum::<u32>()
            % 11
    };
    match (sum("1234567891"), sum("3456789123")) {
        (10, 10) => 0,
        (10, second) => second,
        (first, _) => first,
    }
}

/// An institution with its first administrator.
#[derive(Debug, Clone)]
pub(crate) struct Office {
    pub(crate) code: String,
    pub(crate) administrator: String,
}

/// Makes an institution of this kind.
pub(crate) async fn office(caller: &Caller, kind: &str) -> Office {
    let administrator = somebody();
    let reply = caller
        .post(
            "/asutused",
            json!({"nimetus": "Õismäe vald", "liik": kind,
                   "administraator": {"isikukood": administrator, "nimi": "Ülle Haldur"}}),
        )
        .await
        .is(201);
    Office { code: reply.str("registrikood"), administrator }
}

/// A complete, signed request of a person for roles.
pub(crate) fn request(office: &Office, person: &str, roles: &[&str]) -> Value {
    json!({"asutus": office.code, "nimi": "Õnne Žürii", "isikukood": person, "ametikoht": "peaspetsialist",
           "rollid": roles, "epost": "onne@naidis.ee", "allkirjastatud": true})
}

/// A new person with these roles.
pub(crate) async fn worker(caller: &Caller, office: &Office, roles: &[&str]) -> String {
    let person = somebody();
    let reply = caller.post("/taotlused", request(office, &person, roles)).await.is(201);
    assert_eq!(reply.body["otsus"], "rahuldatud", "{}", reply.text);
    person
}

pub(crate) fn credentials(person: &str) -> Value {
    json!({"isikukood": person, "meetod": "ID-kaart", "kinnitatud": true})
}

/// The caller, logged in as this person.
pub(crate) async fn logged_in(caller: &Caller, person: &str) -> Caller {
    let reply = caller.post("/sessioonid", credentials(person)).await.is(201);
    caller.with(&reply.str("sessioon"))
}

/// A new person with these roles, logged in.
pub(crate) async fn logged_in_worker(
    caller: &Caller,
    office: &Office,
    roles: &[&str],
) -> (Caller, String) {
    let person = worker(caller, office, roles).await;
    (logged_in(caller, &person).await, person)
}

/// The log about a person, as its readers see it: the administrator in STAR, an auditor in SKAIS.
pub(crate) async fn log_about(caller: &Caller, office: &Office, person: &str) -> Vec<Value> {
    let reader = if caller.is_star() {
        logged_in(caller, &office.administrator).await
    } else {
        logged_in_worker(caller, office, &["auditeerija"]).await.0
    };
    let reply = reader.get(&format!("/logi?isikukood={person}")).await.is(200);
    reply.body["kirjed"].as_array().unwrap().clone()
}

/// The entries of one action.
pub(crate) fn of_action(entries: &[Value], action: &str) -> Vec<Value> {
    entries.iter().filter(|entry| entry["tegevus"] == action).cloned().collect()
}
