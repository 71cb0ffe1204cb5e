//! A running service and one population in it.

use std::sync::OnceLock;
use std::time::Duration;

use rakis_reference_system::{Options, Running, start};
use reqwest::Method;
use serde_json::{Value, json};

/// When most tests happen.
pub(crate) const MARCH: &str = "2026-03-10T09:00:00+02:00";
/// Valid synthetic codes, ascending.
pub(crate) const PEOPLE: [&str; 4] = ["69901010008", "69901010019", "69901010020", "69901010030"];

pub(crate) fn options() -> Options {
    Options {
        listen: ([127, 0, 0, 1], 0).into(),
        database: None,
        fault: None,
        plant: None,
        mail: None,
    }
}

pub(crate) async fn service() -> Running {
    start(options()).await.unwrap()
}

pub(crate) async fn faulty(fault: &str) -> Running {
    start(Options { fault: Some(fault.to_owned()), ..options() }).await.unwrap()
}

fn http() -> reqwest::Client {
    static PROVIDER: OnceLock<()> = OnceLock::new();
    PROVIDER.get_or_init(|| {
        // reqwest wants a TLS provider even for plain HTTP; a second install is refused and harmless.
        let _ = rustls::crypto::ring::default_provider().install_default();
    });
    reqwest::Client::builder()
        .no_proxy()
        .tls_certs_only([])
        .timeout(Duration::from_secs(60))
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
    #[track_caller]
    pub(crate) fn is(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }

    /// `409 MAS-010` for a refusal, `202` for a success.
    pub(crate) fn brief(&self) -> String {
        match self.body["kood"].as_str() {
            Some(code) => format!("{} {code}", self.status),
            None => self.status.to_string(),
        }
    }
}

/// A caller at some time.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    http: reqwest::Client,
    base: String,
    time: String,
}

impl Caller {
    pub(crate) fn new(running: &Running) -> Self {
        Self {
            http: http(),
            base: format!("{}/skais/massarvutus", running.base_url()),
            time: MARCH.to_owned(),
        }
    }

    pub(crate) fn at(&self, time: &str) -> Self {
        Self { time: time.to_owned(), ..self.clone() }
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

    async fn send(&self, method: Method, path: &str, body: Option<Value>) -> Reply {
        let mut request = self
            .http
            .request(method, format!("{}{path}", self.base))
            .header("X-Katseaeg", &self.time);
        if let Some(body) = body {
            request = request.body(body.to_string());
        }
        let response = request.send().await.unwrap();
        let status = response.status().as_u16();
        let text = response.text().await.unwrap();
        Reply { status, body: serde_json::from_str(&text).unwrap_or(Value::Null), text }
    }

    /// A new population.
    pub(crate) async fn population(&self, asked: Value) -> Stage {
        let made = self.post("/rahvastikud", asked).await.is(201);
        let stage = Stage { caller: self.clone(), id: made.body["rahvastik"].as_i64().unwrap() };
        for _ in 0..3_000 {
            if stage.get("").await.is(200).body["olek"] == "valmis" {
                return stage;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("the population is not ready");
    }

    /// An empty population with these persons of no service.
    pub(crate) async fn people(&self, how_many: usize) -> Stage {
        let stage = self.population(json!({})).await;
        for code in PEOPLE.iter().take(how_many) {
            stage.post("/isikud", json!({"isikukood": code})).await.is(201);
        }
        stage
    }
}

/// One population.
#[derive(Debug, Clone)]
pub(crate) struct Stage {
    pub(crate) caller: Caller,
    id: i64,
}

impl Stage {
    pub(crate) fn at(&self, time: &str) -> Self {
        Self { caller: self.caller.at(time), id: self.id }
    }

    fn path(&self, rest: &str) -> String {
        format!("/rahvastikud/{}{rest}", self.id)
    }

    pub(crate) async fn get(&self, rest: &str) -> Reply {
        self.caller.get(&self.path(rest)).await
    }

    pub(crate) async fn post(&self, rest: &str, body: Value) -> Reply {
        self.caller.post(&self.path(rest), body).await
    }

    pub(crate) async fn put(&self, rest: &str, body: Value) -> Reply {
        self.caller.put(&self.path(rest), body).await
    }

    pub(crate) async fn year(&self, year: i64, minimum: &str, average: Option<&str>) {
        let body = json!({"miinimum": minimum, "keskmine": average});
        self.put(&format!("/aastad/{year}"), body).await.is(200);
    }

    pub(crate) async fn entry(&self, person: &str, year: i64, sum: &str) {
        self.post("/kanded", json!({"isikukood": person, "aasta": year, "summa": sum}))
            .await
            .is(201);
    }

    pub(crate) async fn rates(&self, year: i64, base: &str, value: &str, national: &str) {
        let body = json!({"baasosa": base, "aastahinne": value, "rahvapension": national});
        self.put(&format!("/maarad/{year}"), body).await.is(200);
    }

    /// Starts a job and waits until it no longer runs.
    pub(crate) async fn job(&self, asked: Value) -> Job {
        let started = self.post("/tood", asked).await.is(202);
        let job = Job { caller: self.caller.clone(), id: started.body["too"].as_i64().unwrap() };
        job.settled().await;
        job
    }

    /// A dry run and then a run that counts.
    pub(crate) async fn run(&self, asked: Value) -> Job {
        let mut dry = asked.clone();
        dry["prooviarvutus"] = "jah".into();
        self.job(dry).await.is("lõpetatud").await;
        let job = self.job(asked).await;
        job.is("lõpetatud").await;
        job
    }

    pub(crate) async fn index(&self, year: i64, index: &str) -> Job {
        self.run(json!({"liik": "indekseerimine", "aasta": year, "thi": index, "maks": index}))
            .await
    }

    /// Base part, value of a year and national pension from 1 April of a year.
    pub(crate) async fn rates_of(&self, year: i64) -> [String; 3] {
        let rates = self.get(&format!("/maarad/{year}")).await.is(200).body;
        ["baasosa", "aastahinne", "rahvapension"]
            .map(|name| rates[name].as_str().unwrap().to_owned())
    }

    pub(crate) async fn average_of(&self, year: i64) -> Value {
        self.get(&format!("/aastad/{year}")).await.is(200).body["keskmine"].clone()
    }
}

/// One job.
#[derive(Debug, Clone)]
pub(crate) struct Job {
    pub(crate) caller: Caller,
    pub(crate) id: i64,
}

impl Job {
    pub(crate) async fn get(&self, rest: &str) -> Reply {
        self.caller.get(&format!("/tood/{}{rest}", self.id)).await
    }

    pub(crate) async fn state(&self) -> Value {
        self.get("").await.is(200).body
    }

    /// The state it comes to rest in.
    pub(crate) async fn settled(&self) -> Value {
        for _ in 0..6_000 {
            let state = self.state().await;
            if state["olek"] != "töötab" {
                return state;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("the job still runs");
    }

    pub(crate) async fn is(&self, state: &str) {
        let found = self.state().await;
        assert_eq!(found["olek"], state, "{found}");
    }

    pub(crate) async fn resume(&self, time: &str) -> Reply {
        self.caller.at(time).post(&format!("/tood/{}/jatka", self.id), json!({})).await
    }

    pub(crate) async fn csv(&self) -> String {
        self.get("/tulemused.csv").await.is(200).text
    }

    /// The protocol as `event done` lines.
    pub(crate) async fn events(&self) -> Vec<String> {
        let protocol = self.get("/protokoll").await.is(200).body;
        let entries = protocol["kirjed"].as_array().unwrap();
        entries
            .iter()
            .map(|entry| format!("{} {}", entry["sundmus"].as_str().unwrap(), entry["tehtud"]))
            .collect()
    }
}
