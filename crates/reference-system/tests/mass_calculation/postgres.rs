//! The same figures on PostgreSQL, when RAKIS_TEST_POSTGRES holds a URL; two systems share the database.

use std::io::Write;

use rakis_reference_system::{Options, Running, start};
use serde_json::json;

use crate::faults::own;
use crate::jobs::one_of_many;
use crate::populations::same_again;
use crate::probes::observe;
use crate::support::{Caller, options, service};

async fn on(url: &str, fault: Option<&str>) -> Running {
    let (database, fault) = (Some(url.to_owned()), fault.map(str::to_owned));
    start(Options { database, fault, ..options() }).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_computes_as_sqlite_does() {
    #[expect(clippy::disallowed_methods, reason = "a test's only way to be given a server")]
    let Ok(url) = std::env::var("RAKIS_TEST_POSTGRES") else {
        let _ = writeln!(std::io::stderr(), "did not run: RAKIS_TEST_POSTGRES is not set");
        return;
    };
    let on_fault = "mass_calculation.one-person-wrong";
    let (right, wrong, sqlite) = tokio::join!(on(&url, None), on(&url, Some(on_fault)), service());
    let (caller, file) = (Caller::new(&right), Caller::new(&sqlite));
    assert_eq!(same_again(&caller).await, same_again(&file).await);
    for fault in own() {
        let seen = observe(fault.name, &caller).await;
        assert_eq!(seen, observe(fault.name, &file).await, "{}", fault.name);
    }
    assert_ne!(observe(on_fault, &Caller::new(&wrong)).await, observe(on_fault, &caller).await);
    one_of_many(&caller).await;
    let mut files = Vec::new();
    for caller in [&caller, &file] {
        let stage = caller.population(json!({"suurus": 3_000, "seeme": 9, "alates": 2018})).await;
        stage.run(json!({"liik": "keskmine", "aasta": 2025})).await;
        let shares = stage.run(json!({"liik": "osakud", "aasta": 2025, "alates": 2018})).await;
        let pensions = stage.index(2026, "1.053").await;
        files.push([shares.csv().await, pensions.csv().await]);
    }
    assert!(files[0] == files[1], "shares or pensions differ between the databases");
    tokio::join!(right.stop(), wrong.stop(), sqlite.stop());
}
