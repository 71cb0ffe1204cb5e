//! Every fault changes exactly its own rule, and none changes anything in the other system.

use std::collections::BTreeMap;

use rakis_reference_system::{Fault, StartError, faults, start};
use serde_json::json;

use crate::probes::observe;
use crate::support::{Caller, credentials, office, options};

/// What each probe observes where the rule is kept.
const RULES_KEPT: [(&str, &str); 42] = [
    ("rights.role-outside-institution-type", r#"jäetud rahuldamata "TAO-004""#),
    ("rights.role-list-incomplete", r#"{"rollid":["administraator","teenuseosutaja esindaja"]}"#),
    ("rights.request-missing-field-accepted", r#"jäetud rahuldamata "TAO-001""#),
    ("rights.unsigned-request-accepted", r#"jäetud rahuldamata "TAO-002""#),
    ("rights.invalid-personal-code-accepted", r#"jäetud rahuldamata "TAO-003""#),
    ("rights.matrix-extra-right", "403 OIG-003"),
    ("rights.matrix-missing-right", "200"),
    ("rights.refusal-text-missing", "Kasutajal ei ole õigust seda funktsiooni kasutada."),
    ("rights.joiner-early-access", "401 OIG-026"),
    ("rights.mover-keeps-old-roles", "[]"),
    ("rights.leaver-keeps-access", "401 OIG-024"),
    ("rights.leaver-session-survives", "200, 401 OIG-031"),
    ("rights.ended-role-lingers", "[]"),
    ("rights.audit-writes-twice", "1"),
    ("rights.register-query-without-proceeding", "403 OIG-020"),
    ("rights.register-query-after-proceeding-closed", "403 OIG-020"),
    ("rights.session-never-expires", "401 OIG-030"),
    ("rights.session-setting-ignored", "200"),
    (
        "rights.audit-misses-old-value",
        r#"[String(""), String("arveldaja")] [String("sotsiaaltöötaja, arveldaja")]"#,
    ),
    ("rights.audit-misses-source-address", r#""õnnestus" "192.0.2.7""#),
    ("rights.view-not-logged", r#""keelatud" "#),
    ("rights.system-log-leaks-personal-code", "false"),
    ("rights.review-list-misses-person", r#""arveldaja" """#),
    ("rights.review-flag-late", r#""arveldaja" "kinnitus vanem kui aasta""#),
    ("rights.profile-extra-right", "403 OIG-003"),
    ("rights.revoked-profile-stays", "403 OIG-003"),
    ("rights.request-grants-more", r#"[{"roll":"finantsist","alates":"2026-03-02","kuni":null}]"#),
    ("rights.admin-grants-self", "403 OIG-004"),
    ("rights.segregation-roles-combined", "409 OIG-010"),
    ("rights.decider-approves-payment", "403 OIG-012"),
    ("rights.locked-account-logs-in", "401 OIG-023"),
    ("rights.expired-account-logs-in", "401 OIG-025"),
    ("rights.future-account-logs-in", "401 OIG-026"),
    ("rights.failed-logins-never-lock", "401 OIG-023"),
    ("rights.weak-authentication-accepted", "401 OIG-021"),
    ("rights.logout-keeps-session", "401 OIG-031"),
    ("rights.audit-misses-failed-login", "1"),
    ("rights.audit-misses-privilege-rise", "1"),
    ("rights.audit-visible-to-all", "403 OIG-003"),
    ("rights.audit-misses-session-expiry", "1"),
    ("rights.problem-solution-lost", "Õigus anti."),
    ("rights.problem-solved-unassigned", "409 OIG-041"),
];

/// The faults of this area.
fn rights() -> impl Iterator<Item = &'static Fault> {
    faults().iter().filter(|fault| fault.area == "rights")
}

/// What the probes of the systems observe of a service with this fault on (or none).
async fn observations(fault: Option<&str>, systems: &[&str]) -> BTreeMap<&'static str, String> {
    let running = start(options(fault)).await.unwrap();
    let mut seen = BTreeMap::new();
    for probe in rights().filter(|probe| systems.contains(&probe.system)) {
        let caller = Caller::new(&running, &probe.system.to_lowercase());
        seen.insert(probe.name, observe(probe.name, &caller).await);
    }
    running.stop().await;
    seen
}

/// Under each fault of a system, exactly the fault's own probe observes something else.
async fn each_changes_its_own(system: &str) {
    let right = observations(None, &[system]).await;
    for Fault { name, .. } in rights().filter(|fault| fault.system == system) {
        let wrong = observations(Some(name), &[system]).await;
        let changed: Vec<_> = right.keys().filter(|probe| right[*probe] != wrong[*probe]).collect();
        assert_eq!(
            changed,
            [name],
            "{name}: right {:?}, with the fault {:?}",
            right[name],
            wrong[name]
        );
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

/// The same act in the other system stays right: one fault of each, by a rule that both have.
#[tokio::test]
async fn a_fault_does_not_act_in_the_other_system() {
    let running = start(options(Some("rights.leaver-keeps-access"))).await.unwrap();
    for (system, kind, expected) in
        [("star", "omavalitsus", "201"), ("skais", "amet", "401 OIG-024")]
    {
        let caller = Caller::new(&running, system);
        let office = office(&caller, kind).await;
        let leaving = json!({"isikukood": office.administrator, "sundmus": "lahkumine", "kuupaev": "2026-03-09"});
        caller.post("/toosuhted", leaving).await.is(200);
        let log_in =
            caller.at("2026-03-10").post("/sessioonid", credentials(&office.administrator)).await;
        assert_eq!(log_in.brief(), expected, "{system}");
    }
}

#[tokio::test]
async fn without_a_fault_every_probe_sees_the_rule_kept() {
    let right = observations(None, &["STAR", "SKAIS"]).await;
    let expected: BTreeMap<_, _> =
        RULES_KEPT.into_iter().map(|(name, seen)| (name, seen.to_owned())).collect();
    assert_eq!(right, expected);
}

#[tokio::test]
async fn an_unknown_fault_is_refused_and_the_known_ones_are_named() {
    let error = start(options(Some("rights.no-such"))).await.unwrap_err();
    assert!(matches!(error, StartError::UnknownFault { .. }));
    let text = error.to_string();
    assert!(
        text.contains("rights.no-such") && text.contains("rights.problem-solution-lost"),
        "{text}"
    );
}
