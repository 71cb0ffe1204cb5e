//! Every fault changes exactly its own rule; also on PostgreSQL, when RAKIS_TEST_POSTGRES holds a URL.

use std::collections::BTreeMap;
use std::io::Write;

use rakis_reference_system::{Options, Running, start};

use crate::concurrency::at_once;
use crate::probes::observe;
use crate::scene::faults;
use crate::support::options;

/// What each probe observes where the rule is kept.
const RULES_KEPT: [(&str, &str); 34] = [
    ("classifiers.overview-misses-third-level", "A Nimi A, B Nimi B, C Kolmas"),
    ("classifiers.list-misses-owner", r#""SKA""#),
    ("classifiers.duplicate-code-accepted", "409 KLA-030"),
    ("classifiers.empty-name-accepted", "422 OIG-054"),
    ("classifiers.same-name-accepted", "409 KLA-035"),
    ("classifiers.effective-a-day-late", "A Uus, B Nimi B"),
    ("classifiers.effective-a-day-early", "A Nimi A, B Nimi B"),
    ("classifiers.day-changes-at-utc-midnight", "A Nimi A, B Nimi B, C Kolmas"),
    ("classifiers.name-change-rewrites-history", "A Nimi A, B Nimi B"),
    ("classifiers.overlapping-validity-accepted", "409 KLA-031"),
    ("classifiers.closed-code-accepted", "422 KLA-041"),
    ("classifiers.closing-a-day-late", "A Nimi A"),
    ("classifiers.old-record-unreadable", "200"),
    ("classifiers.parent-closes-over-children", "409 KLA-034"),
    ("classifiers.hierarchy-cycle-accepted", "422 KLA-032"),
    ("classifiers.child-of-closed-parent-accepted", "422 KLA-033"),
    ("classifiers.unknown-parent-accepted", "422 KLA-033"),
    ("classifiers.new-version-loses-codes", "A Nimi A, B Nimi B"),
    ("classifiers.published-version-editable", "409 KLA-020"),
    ("classifiers.draft-version-takes-effect", "1"),
    ("classifiers.late-publication-accepted", "422 KLA-023"),
    ("classifiers.residual-code-missing-accepted", "422 KLA-024"),
    ("classifiers.anyone-may-create", "403 OIG-003"),
    ("classifiers.anyone-may-change", "403 OIG-003"),
    ("classifiers.history-misses-old-value", r#""2026-05-01" "Nimi A" "Uus""#),
    ("classifiers.closing-not-logged", "1"),
    ("classifiers.star-differs-from-skais", r#""A""#),
    ("classifiers.draft-taken-over", "404 OIG-404"),
    ("classifiers.comparison-misses-name", "A nimetus Nimi A/Uus"),
    ("classifiers.wrong-version-on-event-date", "422 KLA-040"),
    ("classifiers.star-closed-code-accepted", "422 KLA-041"),
    ("classifiers.record-shows-current-name", "Nimi B"),
    ("classifiers.star-edits-classifier", "403 KLA-050"),
    ("classifiers.take-over-leaves-no-history", "1"),
];

async fn observations(running: &Running) -> BTreeMap<&'static str, String> {
    let mut seen = BTreeMap::new();
    for probe in faults() {
        seen.insert(probe.name, observe(probe.name, running).await);
    }
    seen
}

fn rules_kept() -> BTreeMap<&'static str, String> {
    RULES_KEPT.into_iter().map(|(name, seen)| (name, seen.to_owned())).collect()
}

#[tokio::test]
async fn without_a_fault_every_probe_sees_the_rule_kept() {
    let running = start(options(None)).await.unwrap();
    assert_eq!(observations(&running).await, rules_kept());
}

/// Under each fault of a system, exactly the fault's own probe observes something else, whichever system it is of.
async fn each_changes_its_own(system: &str) {
    let right = rules_kept();
    for fault in faults().filter(|fault| fault.system == system) {
        let running = start(options(Some(fault.name))).await.unwrap();
        let wrong = observations(&running).await;
        let changed: Vec<_> = right.keys().filter(|probe| right[*probe] != wrong[*probe]).collect();
        assert_eq!(changed, [&fault.name], "{}: {}", fault.name, wrong[fault.name]);
        running.stop().await;
    }
}

#[tokio::test]
async fn each_fault_of_star_changes_its_probe_and_no_other() {
    each_changes_its_own("STAR").await;
}

#[tokio::test]
async fn each_fault_of_skais_changes_its_probe_and_no_other() {
    each_changes_its_own("SKAIS").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres_answers_as_sqlite_does() {
    #[expect(clippy::disallowed_methods, reason = "a test's only way to be given a server")]
    let Ok(url) = std::env::var("RAKIS_TEST_POSTGRES") else {
        let _ = writeln!(std::io::stderr(), "did not run: RAKIS_TEST_POSTGRES is not set");
        return;
    };
    let on = |fault| Options { database: Some(url.clone()), ..options(fault) };
    let fault = "classifiers.name-change-rewrites-history";
    let (right, wrong) = tokio::join!(start(on(None)), start(on(Some(fault))));
    let (right, wrong) = (right.unwrap(), wrong.unwrap());
    assert_eq!(observations(&right).await, rules_kept());
    assert_ne!(observe(fault, &wrong).await, rules_kept()[fault]);
    at_once(&right).await;
    tokio::join!(right.stop(), wrong.stop());
}
