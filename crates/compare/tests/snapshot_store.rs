//! The life of a snapshot: new, approved, different, approved again, rejected, obsolete.

use std::{collections::BTreeSet, fs, path::Path};

use rakis_compare::snapshot::{
    Approval, Asked, Canonical, Form, Identities, Rules, Setting, Standing, Store, Window,
};
use rakis_model::{Failure, FailureKind, failure::SnapshotStanding};

const NAME: &str = "rights/rollid";

fn window() -> Window {
    let at = |text: &str| text.parse().expect("a moment");
    Window { from: at("2026-03-02T07:00:00Z"), to: at("2026-03-02T07:01:00Z") }
}

fn canonical(body: &str, rules: &[(&str, &str)]) -> Canonical {
    let rules = Rules::from_pairs(Form::Json, rules.iter().copied()).expect("rules");
    let identities = Identities::default();
    let setting = Setting { identities: &identities, window: window() };
    Canonical::of(body.as_bytes(), &rules, &setting).expect("a document")
}

fn asked() -> Asked {
    Asked {
        name: NAME.to_owned(),
        place: "features/rights/rollid.feature:12".to_owned(),
        requirement: Some("STAR-2026-03.1".to_owned()),
        criterion: Some("a".to_owned()),
        scenario: "Isik 60001019906 saab rolli".to_owned(),
        step: "vastus on nagu hetktõmmis".to_owned(),
        run: "r1".to_owned(),
        ..Asked::default()
    }
}

fn approval() -> Approval {
    Approval {
        who: "Mari Maasikas".to_owned(),
        role: "peaspetsialist".to_owned(),
        at: "2026-03-02T08:00:00Z".parse().expect("a moment"),
        why: "vastab lähteülesandele".to_owned(),
        run: None,
    }
}

fn standing(result: Result<(), Box<Failure>>) -> Option<SnapshotStanding> {
    let failure = result.expect_err("it does not pass");
    assert_eq!(failure.kind, FailureKind::Failed, "{failure:?}");
    failure.snapshot.map(|note| note.standing)
}

fn file(folder: &Path, ending: &str) -> std::path::PathBuf {
    folder.join(format!("{NAME}.{ending}"))
}

#[test]
fn a_snapshot_passes_only_while_somebody_approved_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(folder.path().join("snapshots"));
    let (old, new) = (canonical("{\"a\":1.50}", &[]), canonical("{\"a\":2}", &[]));
    assert_eq!(standing(store.check(&asked(), &old)), Some(SnapshotStanding::New));
    assert_eq!(store.entries().expect("entries")[0].standing, Standing::New);
    store.approve(NAME, approval()).expect("approved");
    store.check(&asked(), &old).expect("it is what was approved");
    store.check(&asked(), &canonical("{ \"a\" : 1.5 }", &[])).expect("one number");
    let failure = store.check(&asked(), &new).expect_err("it differs");
    assert_eq!(failure.snapshot.as_ref().expect("a note").standing, SnapshotStanding::Differs);
    assert_eq!(failure.differences.len(), 1);
    assert_eq!(failure.differences[0].path, "$.a");
    assert!(failure.is_deviation());
    assert_eq!(store.entries().expect("entries")[0].standing, Standing::Differs);
    let pending = store.pending(NAME).expect("readable").expect("pending");
    assert_eq!(pending.old.as_deref(), Some("{\n  \"a\": 1.50\n}"));
    assert_eq!(pending.differences, failure.differences);
    assert!(!pending.info.scenario.contains("60001019906"), "{pending:?}");
    let rejected = store.reject(NAME).expect("rejected");
    assert_eq!(rejected, pending);
    assert_eq!(store.pending(NAME).expect("readable"), None);
    standing(store.check(&asked(), &new));
    store.approve(NAME, approval()).expect("approved");
    store.check(&asked(), &new).expect("approved");
    assert_eq!(standing(store.check(&asked(), &old)), Some(SnapshotStanding::Differs));
    let entry = store.entries().expect("entries").remove(0);
    assert_eq!((entry.approvals.len(), entry.standing), (2, Standing::Differs));
    assert_eq!(store.obsolete(&BTreeSet::from([NAME.to_owned()])).expect("entries").len(), 0);
    assert_eq!(store.obsolete(&BTreeSet::new()).expect("entries")[0].name, NAME);
    store.remove(NAME).expect("removed");
    let left = fs::read_dir(store.folder().join("rights")).expect("a folder").count();
    assert_eq!(left, 0);
}

#[test]
fn a_text_accepted_without_an_approval_does_not_pass() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(folder.path());
    let document = canonical("{\"a\":1}", &[]);
    standing(store.check(&asked(), &document));
    fs::rename(file(folder.path(), "snap.new"), file(folder.path(), "snap")).expect("accepted");
    assert_eq!(standing(store.check(&asked(), &document)), Some(SnapshotStanding::Unapproved));
    assert!(!file(folder.path(), "snap.new").exists(), "nothing new waits");
    assert!(store.pending(NAME).expect("readable").is_some());
    store.approve(NAME, approval()).expect("approved");
    store.check(&asked(), &document).expect("approved");
    assert!(store.approve(NAME, approval()).is_err(), "nothing waits");
}

#[test]
fn wider_rules_need_a_new_approval() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(folder.path());
    let body = "{\"a\":1.00}";
    standing(store.check(&asked(), &canonical(body, &[("$.a", "lubatud erinevus 0,01")])));
    store.approve(NAME, approval()).expect("approved");
    let within = canonical("{\"a\":1.01}", &[("$.a", "tolerance 0.01")]);
    store.check(&asked(), &within).expect("within the tolerance");
    let wider = canonical(body, &[("$.a", "lubatud erinevus 0,02")]);
    let failure = store.check(&asked(), &wider).expect_err("other rules");
    assert_eq!(failure.message.key, "compare-snapshot-rules-changed");
    assert_eq!(failure.differences[0].path, "reegel „$.a“");
    assert_eq!(standing(Err(failure)), Some(SnapshotStanding::Unapproved));
    store.approve(NAME, approval()).expect("approved");
    store.check(&asked(), &wider).expect("approved");
}
