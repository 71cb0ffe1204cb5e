//! Files that were damaged, names asked twice, folders that cannot be written, many threads.

use std::{fs, path::Path, sync::Barrier, thread};

use rakis_compare::snapshot::{
    Approval, Asked, Canonical, Form, Identities, Rules, Setting, Standing, Store, Window,
};
use rakis_model::{FailureKind, failure::SnapshotStanding};

const NAME: &str = "rights/rollid";

fn canonical(form: Form, body: &str) -> Canonical {
    let at = |text: &str| text.parse().expect("a moment");
    let window = Window { from: at("2026-03-02T07:00:00Z"), to: at("2026-03-02T07:01:00Z") };
    let identities = Identities::default();
    let setting = Setting { identities: &identities, window };
    Canonical::of(body.as_bytes(), &Rules::none(form), &setting).expect("a document")
}

fn asked(name: &str, place: &str, example: &str) -> Asked {
    Asked {
        name: name.to_owned(),
        place: place.to_owned(),
        example: example.to_owned(),
        ..Asked::default()
    }
}

fn own() -> Asked {
    asked(NAME, "features/rights/rollid.feature:12", "")
}

fn approval(why: &str) -> Approval {
    Approval {
        who: "Mari Maasikas".to_owned(),
        role: "peaspetsialist".to_owned(),
        at: "2026-03-02T08:00:00Z".parse().expect("a moment"),
        why: why.to_owned(),
        run: Some("r7".to_owned()),
    }
}

fn file(folder: &Path, ending: &str) -> std::path::PathBuf {
    folder.join(format!("{NAME}.{ending}"))
}

/// A store in which the document is approved, and the text of its file.
fn approved(folder: &Path, document: &Canonical) -> (Store, String) {
    let store = Store::open(folder);
    store.check(&own(), document).expect_err("it is new");
    store.approve(NAME, approval("õige")).expect("approved");
    let text = fs::read_to_string(file(folder, "snap")).expect("it is there");
    (store, text)
}

#[test]
fn a_damaged_file_is_told_and_left_as_it_is() {
    let document = canonical(Form::Json, "{\"a\":[1,\"õ\"]}");
    let folder = tempfile::tempdir().expect("a folder");
    let (store, good) = approved(folder.path(), &document);
    let header_end = good.find("\n---\n").expect("a header");
    let conflict = |inside: &str| {
        let sides = format!("<<<<<<< HEAD\n{inside}=======\nmuu\n>>>>>>> haru\n");
        good.replace(inside, &sides)
    };
    let cases: Vec<(String, &str)> = vec![
        (String::new(), "compare-snap-truncated"),
        ("---\n".to_owned(), "compare-snap-truncated"),
        (good[..header_end / 2].to_owned(), "compare-snap-truncated"),
        (good[..header_end].to_owned(), "compare-snap-truncated"),
        (good[..header_end + 5].to_owned(), "compare-snap-edited"),
        (good[..good.len() - 4].to_owned(), "compare-snap-edited"),
        (good.replace("\"õ\"", "\"o\""), "compare-snap-edited"),
        (good.replace("kuju: json", "kuju: tekst"), "compare-snap-edited"),
        (
            good.replace(
                "kuju: json",
                "kuju: json\n  reeglid:\n  - väli: $.a\n    reegel: järjekord vaba",
            ),
            "compare-snap-edited",
        ),
        (good.replace("vorming: 1", "vorming: 2"), "compare-snap-format"),
        (good.replace("vorming: 1", "vorming: üks"), "compare-snap-format"),
        (good.replace("  vorming: 1\n", ""), "compare-snap-foreign"),
        ("---\nsource: a.rs\nexpression: x\n---\nx\n".to_owned(), "compare-snap-foreign"),
        (good.replace("info:", "info: ["), "compare-snap-header"),
        (good.replace("räsi: ", "räsi: ["), "compare-snap-header"),
        ("lihtsalt tekst\n".to_owned(), "compare-snap-truncated"),
        (conflict("  \"a\": [\n"), "compare-snap-conflict"),
        (conflict("  kuju: json\n"), "compare-snap-conflict"),
    ];
    for (text, key) in cases {
        fs::write(file(folder.path(), "snap"), &text).expect("written");
        let failure = store.check(&own(), &document).expect_err("it is damaged");
        assert_eq!(
            (failure.message.key.as_ref(), failure.kind),
            (key, FailureKind::Invalid),
            "{text}"
        );
        assert!(!failure.hints.is_empty(), "{text}");
        let left = fs::read_to_string(file(folder.path(), "snap")).expect("it is there");
        assert_eq!(left, text, "nothing is lost");
        let waits = store.pending(NAME).expect("readable").expect("the answer is kept");
        assert_eq!(waits.new, document.text());
        let entry = store.entries().expect("entries").remove(0);
        assert_eq!(entry.standing, Standing::Damaged);
        let problem = entry.problem.expect("a problem");
        assert_eq!(problem.message.key, key);
        assert!(
            problem.place.is_some_and(|place| place.source.name.ends_with("rights/rollid.snap"))
        );
        assert_eq!(entry.approvals.len(), 1, "who approved is still known");
    }
    fs::write(file(folder.path(), "snap"), b"---\n\xff\n---\n").expect("written");
    let failure = store.check(&own(), &document).expect_err("it is damaged");
    assert_eq!(failure.message.key, "compare-snap-not-utf8");
    store.approve(NAME, approval("uuesti")).expect("the kept answer can be approved");
    store.check(&own(), &document).expect("approved");
}

#[test]
fn line_ends_and_a_last_blank_that_other_tools_change_do_not_count() {
    let document = canonical(Form::Text, "a\n---\n\n<<<<<<< HEAD\n=======\n>>>>>>> x");
    let folder = tempfile::tempdir().expect("a folder");
    let (store, good) = approved(folder.path(), &document);
    for text in [good.replace('\n', "\r\n"), good.trim_end().to_owned(), format!("{good}\n \n")] {
        fs::write(file(folder.path(), "snap"), text).expect("written");
        store.check(&own(), &document).expect("the same text");
    }
}

#[test]
fn approvals_that_cannot_be_read_approve_nothing() {
    let document = canonical(Form::Json, "1");
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _) = approved(folder.path(), &document);
    let list = fs::read_to_string(file(folder.path(), "approvals.yaml")).expect("a list");
    assert!(list.contains("kes: Mari Maasikas") && list.contains("käivitus: r7"), "{list}");
    for wrong in ["<<<<<<< HEAD\n", "- {}\n", "- räsi: x\n  kes: y\n", "tekst", "- [", "\u{0}"] {
        fs::write(file(folder.path(), "approvals.yaml"), wrong).expect("written");
        let failure = store.check(&own(), &document).expect_err("nobody knows who approved");
        assert_eq!(failure.message.key, "compare-approvals-unreadable", "{wrong}");
        assert!(store.approve(NAME, approval("x")).is_err(), "{wrong}");
        let left = fs::read_to_string(file(folder.path(), "approvals.yaml")).expect("a list");
        assert_eq!(left, wrong, "nothing is written over");
    }
    fs::write(file(folder.path(), "approvals.yaml"), "").expect("written");
    let note = store.check(&own(), &document).expect_err("not approved").snapshot;
    assert_eq!(note.expect("a note").standing, SnapshotStanding::Unapproved);
    // An older approval of another text does not bring the old text back.
    fs::write(file(folder.path(), "approvals.yaml"), format!("# käsitsi\n{}", list.trim_end()))
        .expect("written");
    store.check(&own(), &document).expect("approved");
    let other = canonical(Form::Json, "2");
    store.check(&own(), &other).expect_err("differs");
    store.approve(NAME, approval("õige: \"nüüd\"\n- räsi: x")).expect("approved");
    let longer = fs::read_to_string(file(folder.path(), "approvals.yaml")).expect("a list");
    assert!(longer.starts_with(&format!("# käsitsi\n{}\n- ", list.trim_end())), "{longer}");
    let entry = store.entries().expect("entries").remove(0);
    assert_eq!((entry.approvals.len(), entry.standing), (2, Standing::Approved));
    fs::write(file(folder.path(), "snap"), {
        store.check(&own(), &document).expect_err("differs");
        fs::read_to_string(file(folder.path(), "snap.new")).expect("it waits")
    })
    .expect("written");
    let note = store.check(&own(), &document).expect_err("it was replaced").snapshot;
    assert_eq!(note.expect("a note").standing, SnapshotStanding::Unapproved);
}

#[test]
fn one_name_is_one_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(folder.path());
    let document = canonical(Form::Json, "1");
    let key = |asked: &Asked| store.check(asked, &document).expect_err("no pass").message.key;
    assert_eq!(key(&asked("a/b", "x.feature:3", "1")), "compare-snapshot-new");
    assert_eq!(key(&asked("a/b", "x.feature:3", "1")), "compare-snapshot-new", "a retry");
    assert_eq!(key(&asked("a/b", "x.feature:3", "2")), "compare-snapshot-twice");
    assert_eq!(key(&asked("a/b", "x.feature:4", "1")), "compare-snapshot-twice");
    assert_eq!(key(&asked("a/c", "x.feature:4", "1")), "compare-snapshot-new");
    for wrong in ["", "a", "../a/b", "a/B", "a/õ", "a//b", "/a/b", "a/b.snap"] {
        assert_eq!(key(&asked(wrong, "x", "")), "compare-snapshot-name", "{wrong}");
        assert!(store.pending(wrong).is_err() && store.remove(wrong).is_err(), "{wrong}");
        assert!(store.approve(wrong, approval("x")).is_err() && store.reject(wrong).is_err());
    }
    assert_eq!(Store::open(folder.path()).entries().expect("entries").len(), 2);
}

#[test]
fn a_folder_that_cannot_be_written_does_not_hide_the_difference() {
    let folder = tempfile::tempdir().expect("a folder");
    // A file where the folder should be: it fails for any user, also for root.
    fs::write(folder.path().join("rights"), "").expect("written");
    let store = Store::open(folder.path());
    let failure = store.check(&own(), &canonical(Form::Json, "1")).expect_err("new");
    let standing = failure.snapshot.map(|note| note.standing);
    let keys: Vec<&str> = failure.hints.iter().map(|hint| hint.key.as_ref()).collect();
    if standing == Some(SnapshotStanding::New) {
        assert_eq!(keys, ["compare-snapshot-not-written"]);
    } else {
        // Some systems tell such a path as unreadable and not as absent.
        assert_eq!(failure.message.key, "compare-snap-unreadable");
        assert_eq!(keys.last(), Some(&"compare-snapshot-not-written"));
    }
}

#[test]
fn a_crash_between_text_and_approval_leaves_it_unapproved() {
    let document = canonical(Form::Json, "1");
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(folder.path());
    store.check(&own(), &document).expect_err("new");
    fs::copy(file(folder.path(), "snap.new"), file(folder.path(), "snap")).expect("copied");
    let entry = store.entries().expect("entries").remove(0);
    assert_eq!((entry.standing, entry.pending), (Standing::Unapproved, true));
    // A name where the list should be: the text can be written, the approval cannot.
    fs::create_dir(file(folder.path(), "approvals.yaml")).expect("a folder");
    store.approve(NAME, approval("x")).expect_err("the list cannot be read");
    fs::remove_dir(file(folder.path(), "approvals.yaml")).expect("removed");
    let note = store.check(&own(), &document).expect_err("not approved").snapshot;
    assert_eq!(note.expect("a note").standing, SnapshotStanding::Unapproved);
    store.approve(NAME, approval("x")).expect("approved");
    store.check(&own(), &document).expect("approved");
    fs::remove_file(file(folder.path(), "snap")).expect("removed");
    let entry = store.entries().expect("entries").remove(0);
    assert_eq!((entry.standing, entry.approvals.len()), (Standing::Lost, 1));
}

#[test]
fn only_what_the_reviewer_saw_is_approved() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(folder.path());
    store.check(&own(), &canonical(Form::Json, "1")).expect_err("new");
    let seen = store.pending(NAME).expect("readable").expect("it waits").info.hash;
    store.check(&own(), &canonical(Form::Json, "2")).expect_err("new");
    let problem = store.approve_seen(NAME, &seen, approval("x")).expect_err("another one waits");
    assert_eq!(problem.message.key, "compare-approve-changed");
    store.check(&own(), &canonical(Form::Json, "1")).expect_err("new");
    store.approve_seen(NAME, &seen, approval("x")).expect("approved");
    store.check(&own(), &canonical(Form::Json, "1")).expect("approved");
}

#[test]
fn an_approval_names_who_in_which_role_and_why() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(folder.path());
    store.check(&own(), &canonical(Form::Json, "1")).expect_err("new");
    for (who, role, why) in [(" ", "r", "w"), ("m", "", "w"), ("m", "r", "\n")] {
        let approval = Approval {
            who: who.to_owned(),
            role: role.to_owned(),
            why: why.to_owned(),
            ..approval("")
        };
        let problem = store.approve(NAME, approval).expect_err("incomplete");
        assert_eq!(problem.message.key, "compare-approve-incomplete");
    }
    assert!(file(folder.path(), "snap.new").exists() && !file(folder.path(), "snap").exists());
}

#[test]
fn a_value_of_a_wrong_shape_cannot_be_approved() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(folder.path());
    let rules = Rules::from_pairs(Form::Json, [("$.d", "kuupäev")]).expect("rules");
    let identities = Identities::default();
    let at = |text: &str| text.parse().expect("a moment");
    let window = Window { from: at("2026-03-02T07:00:00Z"), to: at("2026-03-02T07:01:00Z") };
    let setting = Setting { identities: &identities, window };
    let of = |body: &str| Canonical::of(body.as_bytes(), &rules, &setting).expect("a document");
    let wrong = of("{\"d\":\"[kuupäev]\"}");
    let failure = store.check(&own(), &wrong).expect_err("new");
    assert_eq!(failure.differences.len(), 1);
    let problem = store.approve(NAME, approval("x")).expect_err("a wrong shape");
    assert_eq!(problem.message.key, "compare-approve-broken");
    fs::rename(file(folder.path(), "snap.new"), file(folder.path(), "snap")).expect("by hand");
    assert!(store.approve(NAME, approval("x")).is_err(), "nor when accepted by hand");
    store.check(&own(), &of("{\"d\":\"2026-01-01\"}")).expect_err("not approved");
    store.approve(NAME, approval("x")).expect("approved");
    // A document that lacks what a rule names is a difference once the rule had matched.
    let failure = store.check(&own(), &of("{}")).expect_err("differs");
    assert_eq!((failure.kind, failure.differences.len()), (FailureKind::Failed, 1));
    assert_eq!(failure.differences[0].path, "$.d");
    let other = asked("rights/muu", "x", "");
    let failure = store.check(&other, &of("{}")).expect_err("a rule without use");
    assert_eq!(
        (failure.kind, failure.message.key.as_ref()),
        (FailureKind::Invalid, "compare-rules-unmatched")
    );
}

#[test]
fn threads_that_ask_for_one_name_leave_one_whole_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(folder.path());
    let documents: Vec<Canonical> =
        (0..4).map(|n| canonical(Form::Text, &format!("rida {n}\n").repeat(20_000))).collect();
    let start = Barrier::new(documents.len());
    thread::scope(|scope| {
        for document in &documents {
            scope.spawn(|| {
                start.wait();
                for _ in 0..5 {
                    store.check(&own(), document).expect_err("new");
                }
            });
        }
    });
    let waits = store.pending(NAME).expect("whole").expect("it waits");
    assert!(documents.iter().any(|document| document.text() == waits.new));
    let files = fs::read_dir(folder.path().join("rights")).expect("a folder").count();
    assert_eq!(files, 1, "nothing is left beside");
    thread::scope(|scope| {
        for n in 0..4 {
            let store = &store;
            let name = format!("rights/r-{n}");
            scope.spawn(move || {
                let asked = asked(&name, "x", "");
                store.check(&asked, &canonical(Form::Json, "1")).expect_err("new");
                store.approve(&name, approval("õige")).expect("approved");
                store.check(&asked, &canonical(Form::Json, "1")).expect("approved");
            });
        }
    });
    assert_eq!(store.entries().expect("entries").len(), 5);
}

#[test]
fn no_personal_code_reaches_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::open(folder.path());
    let body =
        "{\"60001019906\":[60001018800,\"EE60001017869\",\"a 50001018865 b\",69901010008.5]}";
    let asked = Asked {
        requirement: Some("n 60001019906".to_owned()),
        criterion: Some("60001019906".to_owned()),
        scenario: "60001019906".to_owned(),
        step: "isik 60001019906".to_owned(),
        run: "60001019906".to_owned(),
        ..asked(NAME, "features/60001019906.feature:1", "60001019906")
    };
    let failure = store.check(&asked, &canonical(Form::Json, body)).expect_err("new");
    let code = regex::Regex::new("[0-9]{11}").expect("a pattern");
    let text = fs::read_to_string(file(folder.path(), "snap.new")).expect("it waits");
    let (_, text) = text.split_once("räsi: sha256:").expect("a hash");
    assert!(!code.is_match(&text[64..]), "{text}");
    assert!(!code.is_match(&failure.actual.expect("a text")));
    assert!(Rules::from_pairs(Form::Json, [("$['60001019906']", "tunnus")]).is_err());
}
