//! The table of all endpoints. The router is built from it, and a test holds it against `openapi.json`.

use std::future::Future;
use std::pin::Pin;

use axum::body::Body;
use axum::http::Response;
use axum::routing::MethodFilter;
use serde_json::json;

use crate::call::{Answer, Call};
use crate::classifiers::{
    closing, codes, history, lists, overview, publication, records, transfer, versions,
};
use crate::error::{Failure, json_response, typed_response};
use crate::mass_calculation::{self as mass, File};
use crate::rights::{
    clients, decisions, employment, institutions, journal, login, permissions, problems,
    proceedings, register_queries, requests, review, roles, users,
};

/// What a handler gives back, boxed so that handlers fit in a table.
type Outcome<'a> = Pin<Box<dyn Future<Output = Result<Answer, Failure>> + Send + 'a>>;
/// One endpoint's code.
pub(crate) type Handler = for<'a> fn(&'a mut Call) -> Outcome<'a>;

/// How an endpoint is answered.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Work {
    /// The same for everybody, without a system.
    Document(fn() -> Response<Body>),
    /// The technical log of a system.
    SystemLog,
    /// In a transaction of its own.
    Call(Handler),
    /// A file of the mass calculation, page by page; SKAIS only.
    File(File),
}

/// The methods in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verb {
    Get,
    Post,
    Put,
    Delete,
}

impl Verb {
    pub(crate) fn filter(self) -> MethodFilter {
        match self {
            Self::Get => MethodFilter::GET,
            Self::Post => MethodFilter::POST,
            Self::Put => MethodFilter::PUT,
            Self::Delete => MethodFilter::DELETE,
        }
    }
}

/// One endpoint; `{s}` in the pattern is the system.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Route {
    pub(crate) verb: Verb,
    pub(crate) pattern: &'static str,
    pub(crate) work: Work,
}

const fn get(pattern: &'static str, handler: Handler) -> Route {
    Route { verb: Verb::Get, pattern, work: Work::Call(handler) }
}

const fn post(pattern: &'static str, handler: Handler) -> Route {
    Route { verb: Verb::Post, pattern, work: Work::Call(handler) }
}

const fn put(pattern: &'static str, handler: Handler) -> Route {
    Route { verb: Verb::Put, pattern, work: Work::Call(handler) }
}

const fn delete(pattern: &'static str, handler: Handler) -> Route {
    Route { verb: Verb::Delete, pattern, work: Work::Call(handler) }
}

const fn file(pattern: &'static str, file: File) -> Route {
    Route { verb: Verb::Get, pattern, work: Work::File(file) }
}

const fn document(pattern: &'static str, answer: fn() -> Response<Body>) -> Route {
    Route { verb: Verb::Get, pattern, work: Work::Document(answer) }
}

pub(crate) static ROUTES: &[Route] = &[
    document("/tervis", health),
    document("/openapi.json", openapi),
    Route { verb: Verb::Get, pattern: "/{s}/susteemilogi", work: Work::SystemLog },
    post("/{s}/asutused", |call| Box::pin(institutions::create(call))),
    get("/{s}/asutused/{registrikood}/rollid", |call| Box::pin(institutions::roles(call))),
    put("/{s}/asutused/{registrikood}/seaded", |call| Box::pin(institutions::settings(call))),
    post("/{s}/taotlused", |call| Box::pin(requests::submit(call))),
    get("/{s}/taotlused/{id}", |call| Box::pin(requests::read(call))),
    get("/{s}/kasutajad/{isikukood}", |call| Box::pin(users::read(call))),
    post("/{s}/kasutajad/{isikukood}/rollid", |call| Box::pin(roles::grant(call))),
    delete("/{s}/kasutajad/{isikukood}/rollid/{roll}", |call| Box::pin(roles::end(call))),
    post("/{s}/kasutajad/{isikukood}/kehtivus", |call| Box::pin(users::change_validity(call))),
    post("/{s}/kasutajad/{isikukood}/lukusta", |call| Box::pin(users::lock(call))),
    post("/{s}/kasutajad/{isikukood}/ava", |call| Box::pin(users::unlock(call))),
    post("/{s}/toosuhted", |call| Box::pin(employment::report(call))),
    post("/{s}/sessioonid", |call| Box::pin(login::log_in(call))),
    get("/{s}/sessioonid/praegune", |call| Box::pin(login::current(call))),
    delete("/{s}/sessioonid/praegune", |call| Box::pin(login::log_out(call))),
    post("/{s}/funktsioonid", |call| Box::pin(permissions::try_function(call))),
    post("/{s}/menetlused", |call| Box::pin(proceedings::open(call))),
    post("/{s}/menetlused/{id}/lopeta", |call| Box::pin(proceedings::end(call))),
    post("/{s}/registriparingud", |call| Box::pin(register_queries::query(call))),
    get("/{s}/kliendid/{isikukood}", |call| Box::pin(clients::view(call))),
    post("/{s}/otsused", |call| Box::pin(decisions::decide(call))),
    post("/{s}/otsused/{id}/makse", |call| Box::pin(decisions::approve_payment(call))),
    get("/{s}/logi", |call| Box::pin(journal::read(call))),
    get("/{s}/ulevaatus", |call| Box::pin(review::list(call))),
    post("/{s}/ulevaatus", |call| Box::pin(review::confirm(call))),
    post("/{s}/probleemid", |call| Box::pin(problems::report(call))),
    get("/{s}/probleemid/{id}", |call| Box::pin(problems::read(call))),
    post("/{s}/probleemid/{id}/taitja", |call| Box::pin(problems::assign(call))),
    post("/{s}/probleemid/{id}/lahendus", |call| Box::pin(problems::solve(call))),
    get("/{s}/klassifikaatorid", |call| Box::pin(lists::list(call))),
    post("/{s}/klassifikaatorid", |call| Box::pin(lists::create(call))),
    get("/{s}/klassifikaatorid/{klassifikaator}", |call| Box::pin(overview::read(call))),
    get("/{s}/klassifikaatorid/{klassifikaator}/ajalugu", |call| Box::pin(history::read(call))),
    get("/{s}/klassifikaatorid/{klassifikaator}/vordlus", |call| Box::pin(transfer::compare(call))),
    post("/{s}/klassifikaatorid/{klassifikaator}/ulevotmine", |call| {
        Box::pin(transfer::take_over(call))
    }),
    post("/{s}/klassifikaatorid/{klassifikaator}/versioonid", |call| {
        Box::pin(versions::draft(call))
    }),
    post("/{s}/klassifikaatorid/{klassifikaator}/versioonid/{number}/avaldamine", |call| {
        Box::pin(publication::publish(call))
    }),
    post("/{s}/klassifikaatorid/{klassifikaator}/versioonid/{number}/koodid", |call| {
        Box::pin(codes::add(call))
    }),
    put("/{s}/klassifikaatorid/{klassifikaator}/versioonid/{number}/koodid/{kood}", |call| {
        Box::pin(codes::change(call))
    }),
    post(
        "/{s}/klassifikaatorid/{klassifikaator}/versioonid/{number}/koodid/{kood}/sulgemine",
        |call| Box::pin(closing::close(call)),
    ),
    post(
        "/{s}/klassifikaatorid/{klassifikaator}/versioonid/{number}/koodid/{kood}/taasavamine",
        |call| Box::pin(closing::reopen(call)),
    ),
    post("/{s}/kirjed", |call| Box::pin(records::create(call))),
    get("/{s}/kirjed/{id}", |call| Box::pin(records::read(call))),
    post("/{s}/massarvutus/rahvastikud", |call| Box::pin(mass::population::create(call))),
    get("/{s}/massarvutus/rahvastikud/{id}", |call| Box::pin(mass::population::read(call))),
    post("/{s}/massarvutus/rahvastikud/{id}/isikud", |call| Box::pin(mass::persons::add(call))),
    get("/{s}/massarvutus/rahvastikud/{id}/isikud/{isikukood}", |call| {
        Box::pin(mass::persons::read(call))
    }),
    post("/{s}/massarvutus/rahvastikud/{id}/kanded", |call| {
        Box::pin(mass::persons::add_entry(call))
    }),
    put("/{s}/massarvutus/rahvastikud/{id}/aastad/{aasta}", |call| {
        Box::pin(mass::years::set(call))
    }),
    get("/{s}/massarvutus/rahvastikud/{id}/aastad/{aasta}", |call| {
        Box::pin(mass::years::read(call))
    }),
    post("/{s}/massarvutus/rahvastikud/{id}/arvestuslik", |call| {
        Box::pin(mass::years::set_preliminary(call))
    }),
    put("/{s}/massarvutus/rahvastikud/{id}/maarad/{aasta}", |call| {
        Box::pin(mass::rates::set(call))
    }),
    get("/{s}/massarvutus/rahvastikud/{id}/maarad/{aasta}", |call| {
        Box::pin(mass::rates::read(call))
    }),
    post("/{s}/massarvutus/rahvastikud/{id}/huvitatud", |call| Box::pin(mass::parties::add(call))),
    put("/{s}/massarvutus/rahvastikud/{id}/juhend", |call| Box::pin(mass::guide::set(call))),
    get("/{s}/massarvutus/rahvastikud/{id}/juhend", |call| Box::pin(mass::guide::read(call))),
    post("/{s}/massarvutus/rahvastikud/{id}/tood", |call| Box::pin(mass::launch::start(call))),
    file("/{s}/massarvutus/rahvastikud/{id}/isikud.csv", File::Persons),
    file("/{s}/massarvutus/rahvastikud/{id}/kanded.csv", File::Entries),
    file("/{s}/massarvutus/rahvastikud/{id}/aastad.csv", File::Years),
    file("/{s}/massarvutus/rahvastikud/{id}/maarad.csv", File::Rates),
    get("/{s}/massarvutus/tood/{id}", |call| Box::pin(mass::job::read(call))),
    post("/{s}/massarvutus/tood/{id}/jatka", |call| Box::pin(mass::launch::resume(call))),
    get("/{s}/massarvutus/tood/{id}/protokoll", |call| Box::pin(mass::job::protocol(call))),
    get("/{s}/massarvutus/tood/{id}/teated", |call| Box::pin(mass::notices::read(call))),
    get("/{s}/massarvutus/tood/{id}/muutunud", |call| Box::pin(mass::results::changed(call))),
    get("/{s}/massarvutus/tood/{id}/tulemused/{isikukood}", |call| {
        Box::pin(mass::results::read(call))
    }),
    file("/{s}/massarvutus/tood/{id}/tulemused.csv", File::Results),
];

/// The hand-kept description of the service.
const OPENAPI: &str = include_str!("../openapi.json");

fn health() -> Response<Body> {
    let version = env!("CARGO_PKG_VERSION");
    json_response(
        200,
        &json!({"olek": "korras", "nimi": "rakis-reference", "versioon": version, "andmed": "sünteetilised"}),
    )
}

fn openapi() -> Response<Body> {
    typed_response(200, "application/json; charset=utf-8", OPENAPI)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::{OPENAPI, ROUTES};

    #[test]
    fn the_description_names_exactly_the_routes_there_are() {
        let document: Value = serde_json::from_str(OPENAPI).unwrap();
        let mut described = BTreeSet::new();
        for (path, item) in document["paths"].as_object().unwrap() {
            for method in item.as_object().unwrap().keys().filter(|key| *key != "parameters") {
                described.insert(format!("{method} {path}"));
            }
        }
        let routed: BTreeSet<_> = ROUTES
            .iter()
            .map(|route| {
                format!("{} {}", format!("{:?}", route.verb).to_lowercase(), route.pattern)
            })
            .collect();
        assert_eq!(described, routed);
    }

    #[test]
    fn every_reference_in_the_description_leads_somewhere() {
        let document: Value = serde_json::from_str(OPENAPI).unwrap();
        let mut references = Vec::new();
        collect(&document, &mut references);
        assert!(references.len() > 30, "{}", references.len());
        for reference in references {
            let pointer = reference.trim_start_matches('#');
            assert!(document.pointer(pointer).is_some(), "{reference}");
        }
    }

    #[test]
    fn every_part_of_a_path_is_described_and_names_are_such_as_the_standard_takes() {
        let document: Value = serde_json::from_str(OPENAPI).unwrap();
        for (path, item) in document["paths"].as_object().unwrap() {
            let described = item["parameters"].to_string();
            for part in path.split(['{', '}']).skip(1).step_by(2) {
                assert!(
                    described.contains(&format!("\"#/components/parameters/{part}\"")),
                    "{path}: {part}"
                );
            }
        }
        for name in document["components"]["schemas"].as_object().unwrap().keys() {
            assert!(name.chars().all(|letter| letter.is_ascii_alphanumeric()), "{name}");
        }
    }

    fn collect(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                found.extend(fields.get("$ref").and_then(Value::as_str).map(str::to_owned));
                fields.values().for_each(|value| collect(value, found));
            }
            Value::Array(items) => items.iter().for_each(|value| collect(value, found)),
            _ => {}
        }
    }
}
