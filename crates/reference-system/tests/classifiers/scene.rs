//! A classifier of one's own, and who may change it.

use rakis_reference_system::{Fault, Running};
use serde_json::{Value, json};

use crate::support::{Caller, Office, Reply, logged_in_worker, office};

/// The faults of this area.
pub(crate) fn faults() -> impl Iterator<Item = &'static Fault> {
    rakis_reference_system::faults().iter().filter(|fault| fault.area == "classifiers")
}

/// A classifier in SKAIS with a logged-in manager; its version 1, from 1 January 2026, is a draft.
#[derive(Debug, Clone)]
pub(crate) struct Scene {
    pub(crate) star: Caller,
    pub(crate) office: Office,
    /// Logged in as the manager of classifiers.
    pub(crate) skais: Caller,
    /// The manager's personal code.
    pub(crate) manager: String,
    /// The classifier's code.
    pub(crate) code: String,
    pub(crate) version: i64,
}

impl Scene {
    pub(crate) async fn new(running: &Running) -> Self {
        Self::of(running, false).await
    }

    pub(crate) async fn of(running: &Running, exhaustive: bool) -> Self {
        let caller = Caller::new(running, "skais");
        let office = office(&caller, "amet").await;
        let (skais, manager) = logged_in_worker(&caller, &office, &["klassifikaatorihaldur"]).await;
        let new = json!({"nimetus": "Õnneliik", "omanik": "SKA", "kehtib_alates": "2026-01-01", "ammendav": exhaustive});
        let code = skais.post("/klassifikaatorid", new).await.is(201).str("kood");
        Self { star: Caller::new(running, "star"), office, skais, manager, code, version: 1 }
    }

    /// With the codes, `CODE` or `CODE<PARENT`, named after themselves.
    pub(crate) async fn with(self, codes: &[&str]) -> Self {
        for code in codes {
            let (code, parent) = code.split_once('<').unwrap_or((code, ""));
            self.add(json!({"kood": code, "nimetus": format!("Nimi {code}"), "ulemkood": parent}))
                .await
                .is(201);
        }
        self
    }

    pub(crate) fn path(&self, rest: &str) -> String {
        format!("/klassifikaatorid/{}{rest}", self.code)
    }

    fn codes(&self, rest: &str) -> String {
        self.path(&format!("/versioonid/{}/koodid{rest}", self.version))
    }

    pub(crate) async fn add(&self, code: Value) -> Reply {
        self.skais.post(&self.codes(""), code).await
    }

    pub(crate) async fn change(&self, code: &str, changes: Value) -> Reply {
        self.skais.put(&self.codes(&format!("/{code}")), changes).await
    }

    pub(crate) async fn rename(&self, code: &str, name: &str, from: &str) -> Reply {
        self.change(code, json!({"nimetus": name, "kehtib_alates": from})).await
    }

    pub(crate) async fn close(&self, code: &str, from: &str) -> Reply {
        self.skais
            .post(&self.codes(&format!("/{code}/sulgemine")), json!({"suletud_alates": from}))
            .await
    }

    pub(crate) async fn reopen(&self, code: &str, from: &str, to: Option<&str>) -> Reply {
        let body = json!({"kehtib_alates": from, "kehtib_kuni": to});
        self.skais.post(&self.codes(&format!("/{code}/taasavamine")), body).await
    }

    pub(crate) async fn publish(&self) -> Reply {
        let path = self.path(&format!("/versioonid/{}/avaldamine", self.version));
        self.skais.post(&path, json!({})).await
    }

    /// A draft of the next version.
    pub(crate) async fn draft(&self, from: &str) -> Reply {
        self.skais.post(&self.path("/versioonid"), json!({"kehtib_alates": from})).await
    }

    /// The same scene in its next version.
    pub(crate) async fn next(mut self, from: &str) -> Self {
        self.version = self.draft(from).await.is(201).body["versioon"].as_i64().unwrap();
        self
    }

    /// `CODE Name` of each code valid on a day, in the order of the overview.
    pub(crate) async fn on(&self, caller: &Caller, day: &str) -> String {
        self.listed(caller, &format!("?kuupaev={day}")).await
    }

    pub(crate) async fn listed(&self, caller: &Caller, query: &str) -> String {
        let reply = caller.get(&self.path(query)).await;
        let Some(codes) = reply.body["koodid"].as_array() else { return reply.brief() };
        let line = |code: &Value| {
            format!("{} {}", code["kood"].as_str().unwrap(), code["nimetus"].as_str().unwrap())
        };
        codes.iter().map(line).collect::<Vec<_>>().join(", ")
    }

    /// A record sent to a system.
    pub(crate) async fn record(&self, caller: &Caller, code: &str, event: &str) -> Reply {
        let body = json!({"klassifikaator": self.code, "kood": code, "sundmuse_kuupaev": event});
        caller.post("/kirjed", body).await
    }

    pub(crate) async fn take_over(&self) -> Reply {
        self.star.post(&self.path("/ulevotmine"), json!({})).await
    }

    /// `CODE field star/skais` of each difference.
    pub(crate) async fn differences(&self, day: &str) -> Vec<String> {
        let reply = self.star.get(&self.path(&format!("/vordlus?kuupaev={day}"))).await.is(200);
        let text = |one: &Value, key: &str| one[key].as_str().unwrap().to_owned();
        let line = |one: &Value| {
            format!(
                "{} {} {}/{}",
                text(one, "kood"),
                text(one, "vali"),
                text(one, "star"),
                text(one, "skais")
            )
        };
        reply.body["erinevused"].as_array().unwrap().iter().map(line).collect()
    }
}
