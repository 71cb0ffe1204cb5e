//! How quick the register is when it is full: `cargo bench -p rakis-defects`.
//!
//! 100,000 occurrences of 2,000 defects; every list, trend and history asked ten times, the slowest
//! told; then a run of 50,000 scenarios with 500 failures recorded. With `RAKIS_TEST_POSTGRES` set,
//! on PostgreSQL too.

#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on ends")]

#[path = "../tests/suite/fixture.rs"]
#[expect(dead_code, reason = "the tests use more of it")]
mod fixture;

use std::{
    io::Write,
    time::{Duration, Instant},
};

use rakis_defects::{Actor, Filter, Sort, TrendBy};
use rakis_model::record::Case;

use fixture::*;

const RUNS: usize = 200;
const FAILURES: usize = 500;
const DEFECTS: usize = 2_000;
const SCENARIOS: usize = 50_000;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    for register in everywhere().await {
        let kind = register.url.split(':').next().unwrap_or_default().to_owned();
        let before = Instant::now();
        fill(&register).await;
        told(&kind, "200 runs of 500 failures recorded", before.elapsed());
        let occurrences = register.number("SELECT count(*) FROM occurrences").await;
        assert_eq!(occurrences, 100_000);
        reading(&register, &kind).await;
        recording(&register, &kind, "into the full register").await;
        let before = Instant::now();
        let verified = register.verify(None).await.unwrap();
        assert_eq!(verified.wrong, []);
        told(&kind, "verified", before.elapsed());
    }
    recording(&fresh().await, "sqlite", "into an empty register").await;
}

fn told(kind: &str, what: &str, took: Duration) {
    let _ = writeln!(std::io::stdout(), "{kind:10} {what:60} {took:>10.1?}");
}

/// A failure of one of the faults.
fn fault(number: usize) -> Case {
    failed(1 + number % 9, &format!("näide {number}"), &format!("rida „r{number}“, veerg „otsus“"))
}

async fn fill(register: &Fresh) {
    let (p, ci) = (procedure(), Actor::new("ci"));
    for number in 0..RUNS {
        let faults = (0..FAILURES).map(|one| fault((number * 7 + one * 4 + one % 4) % DEFECTS));
        let mut run = run(&format!("run-{number}"), Some(&format!("1.{number}")), faults.collect());
        run.info.delivery = Some(format!("T{}", number / 10));
        run.started.seconds += 3600 * i64::try_from(number).unwrap();
        let now = at("10:00") + jiff::SignedDuration::from_hours(i64::try_from(number).unwrap());
        register.record(&run, &p, &ci, now).await.unwrap();
    }
}

async fn reading(register: &Fresh, kind: &str) {
    let p = procedure();
    let some = |text: &str| Some(text.to_owned());
    let lists = [
        ("list: all, newest", Filter::default(), Sort::Newest),
        (
            "list: open, by severity",
            Filter { open_only: true, ..Filter::default() },
            Sort::Severity,
        ),
        ("list: by occurrences", Filter::default(), Sort::Occurrences),
        ("list: a delivery", Filter { delivery: some("T7"), ..Filter::default() }, Sort::Seen),
        ("list: a word", Filter { text: some("rahuldamata"), ..Filter::default() }, Sort::Newest),
        ("list: overdue", Filter { overdue: Some(at("15:00")), ..Filter::default() }, Sort::Newest),
        (
            "list: probably the same",
            Filter { like: some("VIGA-2026-0001"), ..Filter::default() },
            Sort::Newest,
        ),
    ];
    for (what, filter, sort) in lists {
        let slowest = slowest(async || drop(register.list(&filter, sort, &p, 100).await.unwrap()));
        told(kind, what, slowest.await);
    }
    let id = "VIGA-2026-0001";
    let by_day = slowest(async || drop(register.trend(TrendBy::Day).await.unwrap()));
    told(kind, "trend: by day", by_day.await);
    let by_delivery = slowest(async || drop(register.trend(TrendBy::Delivery).await.unwrap()));
    told(kind, "trend: by delivery", by_delivery.await);
    let history = slowest(async || drop(register.history(id).await.unwrap()));
    told(kind, "history of one", history.await);
    let occurrences = slowest(async || drop(register.occurrences(id, 100).await.unwrap()));
    told(kind, "last 100 occurrences of one", occurrences.await);
}

async fn slowest(ask: impl AsyncFn()) -> Duration {
    let mut slowest = Duration::ZERO;
    for _ in 0..10 {
        let before = Instant::now();
        ask().await;
        slowest = slowest.max(before.elapsed());
    }
    slowest
}

async fn recording(register: &Fresh, kind: &str, into: &str) {
    let mut cases: Vec<Case> =
        (0..SCENARIOS - FAILURES).map(|n| passed(1 + n % 9, &format!("läbitud {n}"))).collect();
    cases.extend((0..FAILURES).map(|number| fault(number * 3)));
    let large = run("large", Some("9"), cases);
    let (p, ci) = (procedure(), Actor::new("ci"));
    let before = Instant::now();
    register.record(&large, &p, &ci, at("10:00")).await.unwrap();
    told(kind, &format!("50,000 scenarios, 500 failures recorded {into}"), before.elapsed());
}
