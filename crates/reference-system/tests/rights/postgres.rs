//! The same rules on PostgreSQL, when RAKIS_TEST_POSTGRES holds a URL; several systems share the database.

use std::io::Write;

use rakis_reference_system::{Options, Running, faults, start};

use crate::concurrency::{at_once_failures, at_once_segregation};
use crate::probes::observe;
use crate::support::{Caller, options, service};

async fn on(url: &str, fault: Option<&str>) -> Running {
    start(Options { database: Some(url.to_owned()), ..options(fault) }).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_answers_as_sqlite_does() {
    #[expect(clippy::disallowed_methods, reason = "a test's only way to be given a server")]
    let Ok(url) = std::env::var("RAKIS_TEST_POSTGRES") else {
        let _ = writeln!(std::io::stderr(), "did not run: RAKIS_TEST_POSTGRES is not set");
        return;
    };
    // All at once: each must find or make the schema.
    let (right, one, two, sqlite) = tokio::join!(
        on(&url, None),
        on(&url, Some("rights.unsigned-request-accepted")),
        on(&url, Some("rights.problem-solution-lost")),
        service()
    );
    for (running, on_fault) in [
        (&right, ""),
        (&one, "rights.unsigned-request-accepted"),
        (&two, "rights.problem-solution-lost"),
    ] {
        for probe in faults().iter().filter(|fault| fault.area == "rights") {
            let system = probe.system.to_lowercase();
            let seen = observe(probe.name, &Caller::new(running, &system)).await;
            let expected = observe(probe.name, &Caller::new(&sqlite, &system)).await;
            assert_eq!(
                seen != expected,
                probe.name == on_fault,
                "{}: {seen} / {expected}",
                probe.name
            );
        }
    }
    let skais = Caller::new(&right, "skais");
    at_once_failures(&skais).await;
    at_once_segregation(&skais).await;
    tokio::join!(right.stop(), one.stop(), two.stop(), sqlite.stop());
}
