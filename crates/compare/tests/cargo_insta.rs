//! The files are insta's: its library reads them, and `cargo insta`, where it is installed, lists
//! and accepts them; what it accepts nobody has approved.

use std::{fs, io::Write, path::Path, process::Command};

use rakis_compare::snapshot::{
    Approval, Asked, Canonical, Form, Identities, Rules, Setting, Standing, Store, Window,
};
use rakis_model::failure::SnapshotStanding;

const NAME: &str = "rights/rollid";

fn document(number: u8) -> Canonical {
    let rules = [
        ("$.read", "võti: roll"),
        ("$.read[*].s", "lubatud erinevus 0,01"),
        ("$.m", "muster /\"x|y'z: #/"),
    ];
    let body =
        format!("{{\"read\":[{{\"roll\":\"õ --- \\n---\\n\",\"s\":{number}}}],\"m\":\"\\\"x\"}}");
    let rules = Rules::from_pairs(Form::Json, rules).expect("rules");
    let identities = Identities::default();
    let at = |text: &str| text.parse().expect("a moment");
    let window = Window { from: at("2026-03-02T07:00:00Z"), to: at("2026-03-02T07:01:00Z") };
    let setting = Setting { identities: &identities, window };
    Canonical::of(body.as_bytes(), &rules, &setting).expect("a document")
}

fn asked() -> Asked {
    Asked {
        name: NAME.to_owned(),
        place: "features/rights/rollid.feature:12".to_owned(),
        requirement: Some("STAR-2026-03.1".to_owned()),
        scenario: "Õiguste \"tabel\": kõik | rollid".to_owned(),
        step: "vastus on nagu hetktõmmis\n---\nja: muu".to_owned(),
        run: "r1".to_owned(),
        ..Asked::default()
    }
}

fn approval() -> Approval {
    Approval {
        who: "Mari".to_owned(),
        role: "testija".to_owned(),
        at: "2026-03-02T07:00:00Z".parse().expect("a moment"),
        why: "õige".to_owned(),
        run: None,
    }
}

#[test]
fn insta_reads_what_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(folder.path());
    store.check(&asked(), &document(1)).expect_err("new");
    let waits = insta::Snapshot::from_file(&folder.path().join(format!("{NAME}.snap.new")));
    let waits = waits.expect("insta reads it");
    let text = waits.as_text().map(ToString::to_string);
    assert_eq!(text.as_deref(), Some(document(1).text()));
    assert_eq!(waits.metadata().source(), Some("features/rights/rollid.feature"));
    assert_eq!(waits.metadata().assertion_line(), Some(12));
    assert_eq!(waits.metadata().expression(), Some("vastus on nagu hetktõmmis\n---\nja: muu"));
    assert!(waits.metadata().private_info().is_some());
    store.approve(NAME, approval()).expect("approved");
    let stored = insta::Snapshot::from_file(&folder.path().join(format!("{NAME}.snap")));
    let stored = stored.expect("insta reads it");
    assert_eq!(stored.metadata().assertion_line(), None);
    // What insta writes again, as it does when a snapshot is accepted, is still ours.
    stored.save(&folder.path().join(format!("{NAME}.snap"))).expect("written");
    store.check(&asked(), &document(1)).expect("approved");
}

fn cargo_insta(project: &Path, args: &[&str]) -> Option<String> {
    let mut command = Command::new("cargo");
    command.arg("insta").args(args).current_dir(project);
    // What the outer test run set must not reach the inner one.
    for name in ["INSTA_UPDATE", "INSTA_FORCE_PASS", "INSTA_WORKSPACE_ROOT", "CARGO_MANIFEST_DIR"] {
        command.env_remove(name);
    }
    let output = command.output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A virtual workspace whose member has a test below `snapshots/`: so the folder is a place where
/// `cargo insta` looks.
fn project(root: &Path) {
    fs::create_dir_all(root.join("crates/a/src")).expect("folders");
    fs::create_dir_all(root.join("snapshots")).expect("folders");
    let write = |name: &str, text: &str| fs::write(root.join(name), text).expect("written");
    write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"crates/*\"]\n");
    write(
        "crates/a/Cargo.toml",
        "[package]\nname = \"a\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
         [[test]]\nname = \"snapshots\"\npath = \"../../snapshots/snapshots.rs\"\n",
    );
    write("crates/a/src/lib.rs", "");
    write("snapshots/snapshots.rs", "");
}

#[test]
fn cargo_insta_lists_and_accepts_and_approves_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    project(folder.path());
    if cargo_insta(folder.path(), &["--version"]).is_none() {
        let told = "cargo insta is not installed; what it does with our files was not tried\n";
        std::io::stderr().write_all(told.as_bytes()).expect("standard error");
        return;
    }
    let store = Store::open(folder.path().join("snapshots"));
    let list = || cargo_insta(folder.path(), &["pending-snapshots", "--as-json"]).expect("a list");
    assert_eq!(list(), "");
    store.check(&asked(), &document(1)).expect_err("new");
    assert!(list().contains("rights/rollid.snap\""), "{}", list());
    cargo_insta(folder.path(), &["accept"]).expect("accepted");
    assert_eq!(list(), "");
    let note = store.check(&asked(), &document(1)).expect_err("nobody approved it").snapshot;
    assert_eq!(note.expect("a note").standing, SnapshotStanding::Unapproved);
    assert_eq!(store.entries().expect("entries")[0].standing, Standing::Unapproved);
    store.approve(NAME, approval()).expect("approved");
    store.check(&asked(), &document(1)).expect("approved");
    store.check(&asked(), &document(2)).expect_err("differs");
    cargo_insta(folder.path(), &["accept", "--snapshot", "rights/rollid.snap"]).expect("accepted");
    let note = store.check(&asked(), &document(2)).expect_err("nobody approved it").snapshot;
    assert_eq!(note.expect("a note").standing, SnapshotStanding::Unapproved);
    store.check(&asked(), &document(3)).expect_err("differs");
    cargo_insta(folder.path(), &["reject"]).expect("rejected");
    assert_eq!(list(), "");
}
