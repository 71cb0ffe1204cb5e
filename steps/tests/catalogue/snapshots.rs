//! The sentences about snapshots, tried on a system that tells back what it was asked.

use std::{fs, path::Path};

use rakis_compare::snapshot::{Approval, Standing, Store};
use rakis_model::{Failure, FailureKind, failure::SnapshotStanding};

use crate::echo::{perform, world_in};

/// What a text of sentences ends with; `None` when all hold.
async fn end(root: &Path, text: &str) -> Option<Failure> {
    perform(&mut world_in(root), text).await.err().map(|(_, failure)| failure)
}

fn approve_all(root: &Path) {
    let store = Store::open(root.join("snapshots"));
    for entry in store.entries().unwrap() {
        if entry.standing != Standing::Approved {
            let approval = Approval {
                who: "Mari Maasikas".to_owned(),
                role: "veahaldur".to_owned(),
                at: jiff::Timestamp::UNIX_EPOCH,
                why: "õige".to_owned(),
                run: None,
            };
            store.approve(&entry.name, approval).unwrap();
        }
    }
}

const WHOLE: &str = r#"
    isiku "Mari Maasikas" isikukood on 60001019906
    teen päringu PUT "/a" sisuga:
        > {"id": NUMBER, "rollid": ROLES}
    vastus on nagu hetktõmmisel "Kogu vastus", kus:
        | väli           | reegel         |
        | $.keha.id      | tunnus         |
        | $.keha.rollid  | järjekord vaba |
"#;

fn whole(number: &str, roles: &str) -> String {
    WHOLE.replace("NUMBER", number).replace("ROLES", roles)
}

#[tokio::test]
async fn an_answer_holds_only_once_it_is_approved_and_only_as_approved() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let first = end(root, &whole("7", r#"["a", "b"]"#)).await.unwrap();
    let note = first.snapshot.clone().unwrap();
    assert_eq!((note.name.as_str(), note.standing), ("rights/kogu-vastus", SnapshotStanding::New));
    assert!(!first.is_deviation(), "what nobody has approved yet is no defect");
    approve_all(root);
    let text = fs::read_to_string(root.join("snapshots/rights/kogu-vastus.snap")).unwrap();
    assert!(text.contains("[Mari Maasikas]") && !text.contains("60001019906"), "{text}");
    assert!(text.contains("P-1.1"), "the requirement stands with it");
    // Another number and another order are as approved; another role is not.
    assert_eq!(end(root, &whole("8", r#"["b", "a"]"#)).await, None);
    let other = end(root, &whole("8", r#"["b", "c"]"#)).await.unwrap();
    assert_eq!(other.snapshot.clone().unwrap().standing, SnapshotStanding::Differs);
    assert!(other.is_deviation());
    let paths: Vec<&str> = other.differences.iter().map(|one| one.path.as_str()).collect();
    assert!(
        !paths.is_empty() && paths.iter().all(|path| path.starts_with("$.keha.rollid")),
        "{paths:?}"
    );
    // A rule that allows more needs an approval of its own.
    let wider = whole("8", r#"["b", "a"]"#)
        .replace("| $.keha.id      | tunnus         |", "| $.keha.id | eirata: muutub |");
    let wider = end(root, &wider).await.unwrap();
    assert_eq!(wider.snapshot.unwrap().standing, SnapshotStanding::Unapproved);
}

#[tokio::test]
async fn parts_lists_and_files_have_snapshots_too() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    fs::write(root.join("maksed.csv"), "isik;summa\nÕie;1,50\n").unwrap();
    let sentences = [
        r#"vastuse väärtus "$.summa" on nagu hetktõmmisel "Summa""#,
        r#"vastuse loetelu "$.read" veerud "nimi, arv" on nagu hetktõmmisel "Read""#,
        r#"fail "maksed.csv" on nagu hetktõmmisel "Maksed""#,
    ];
    for sentence in sentences {
        let text = format!("teen päringu GET \"/a\"\n{sentence}");
        assert!(end(root, &text).await.is_some(), "{sentence}");
        approve_all(root);
        assert_eq!(end(root, &text).await, None, "{sentence}");
    }
    fs::write(root.join("maksed.csv"), "isik;summa\nÕie;1,51\n").unwrap();
    let changed = end(root, &format!("teen päringu GET \"/a\"\n{}", sentences[2])).await.unwrap();
    assert_eq!(changed.differences.len(), 1, "{:?}", changed.differences);
}

#[tokio::test]
async fn what_cannot_be_compared_is_a_fault_of_the_test() {
    let folder = tempfile::tempdir().unwrap();
    for (sentence, key) in [
        (r#"fail "pole.csv" on nagu hetktõmmisel "Fail""#, "step-file-unreadable"),
        (r#"fail "../pole.csv" on nagu hetktõmmisel "Fail""#, "step-file-unreadable"),
        (r#"fail "pole.pdf" on nagu hetktõmmisel "Fail""#, "step-snapshot-form"),
        (r#"vastus on nagu hetktõmmisel "…""#, "compare-snapshot-slug-empty"),
        (r#"vastuse väärtus "$.pole" on nagu hetktõmmisel "Osa""#, "step-no-value"),
        (r#"proovimise tulemused on nagu hetktõmmisel "Tabel""#, "step-nothing-tried"),
    ] {
        let text = format!("teen päringu GET \"/a\"\n{sentence}");
        let failure = end(folder.path(), &text).await.unwrap();
        assert_eq!(failure.message.key, key, "{sentence}");
        let kind = if key == "step-no-value" { FailureKind::Failed } else { FailureKind::Invalid };
        assert_eq!(failure.kind, kind, "{sentence}");
    }
    assert!(!folder.path().join("snapshots").exists(), "nothing was written");
}
