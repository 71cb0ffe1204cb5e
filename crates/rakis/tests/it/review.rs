//! What the enemy of snapshots tries: files edited by hand, switches that approve by themselves,
//! names that are not people's.

use std::{
    io::{Read as _, Write as _},
    process::{Command, Stdio},
};

use serde_json::Value;

use crate::program::{Ended, Project};

const NAME: &str = "rights/rollid-andmisest-lopetamiseni";
const FAULT: [&str; 2] = ["--fault", "rights.ended-role-lingers"];
const APPROVE: [&str; 8] =
    ["--approve", "--why", "õige", "--who", "tiina.naidis", "--role", "tellija esindaja", "--json"];

fn file(ending: &str) -> String {
    format!("snapshots/{NAME}.{ending}")
}

/// The scenario that asks for the snapshot.
fn place(project: &Project) -> String {
    let feature = "features/rights/star-kasutajaoigused.feature";
    let text = project.read(feature);
    let line = text.lines().position(|line| line.ends_with("täpselt andmisest lõpetamiseni"));
    format!("{feature}:{}", line.expect("the scenario is there") + 1)
}

fn run(project: &Project, more: &[&str]) -> Ended {
    project.rakis(&[&["run", &place(project)], more].concat())
}

fn review(project: &Project, more: &[&str]) -> Ended {
    project.rakis(&[&["review", NAME], more].concat())
}

#[test]
fn a_damaged_snapshot_proves_nothing_until_its_new_answer_is_approved() {
    let whole = Project::whole().read(&file("snap"));
    let after_header = whole.find("---\n|").expect("a table") + 4;
    let conflict = format!("{}<<<<<<< HEAD\n{}", &whole[..after_header], &whole[after_header..]);
    let ways: [(&str, Vec<u8>); 6] = [
        ("edited by hand", whole.replace("arve koostamine", "arve").into_bytes()),
        ("in conflict", conflict.into_bytes()),
        ("truncated", whole.as_bytes()[..200].to_vec()),
        ("of another format", whole.replace("vorming: 1", "vorming: 2").into_bytes()),
        ("empty", Vec::new()),
        ("binary", vec![0, 0xFF, 0xFE, 7, 0x80]),
    ];
    let (project, mut new) = (Project::whole(), String::new());
    for (what, content) in ways {
        project.write(&file("snap"), &content);
        // Nothing waits yet: it is told, and cannot be approved as it is.
        let told = review(&project, &APPROVE);
        assert_eq!(told.code, Some(2), "{what}\n{}", told.err);
        if new.is_empty() {
            run(&project, &[]).code(2);
            new = project.read(&file("snap.new"));
        }
        project.write(&file("snap.new"), &new);
        let shown = review(&project, &[]);
        assert_eq!(shown.code, Some(4), "{what}: a new answer waits\n{}", shown.err);
        assert!(
            shown.out.contains("Varem kinnitatud teksti ei saa lugeda"),
            "{what}\n{}",
            shown.out
        );
        review(&project, &APPROVE).code(0);
    }
    run(&project, &[]).code(0);
    project.write(&file("snap"), "");
    project.rakis(&["check"]).code(2).tells(&[NAME]);
}

#[test]
fn what_lost_its_text_or_its_approval_is_not_called_new() {
    let lost = "ilma kinnitamata asendatud";
    for (what, said) in [("snap", lost), ("approvals.yaml", "Esimest korda")] {
        let project = Project::whole();
        std::fs::remove_file(project.path(&file(what))).expect("the file is there");
        project.rakis(&["check"]).code(0).tells(&[NAME, "ei saa läbida"]);
        run(&project, &[]).code(4);
        let shown = review(&project, &[]).code(4);
        assert!(shown.out.contains(said), "{what}\n{}", shown.out);
    }
    let project = Project::whole();
    std::fs::remove_dir_all(project.path("snapshots")).expect("the folder is there");
    project.rakis(&["check"]).code(0).tells(&[NAME, "ei ole veel"]);
    // As `cargo insta accept` would do it: the new text in place of the old, nobody's approval.
    let project = Project::whole();
    run(&project, &FAULT).code(4);
    let new = project.read(&file("snap.new"));
    let accepted: Vec<&str> =
        new.lines().filter(|line| !line.starts_with("assertion_line:")).collect();
    project.write(&file("snap"), accepted.join("\n") + "\n");
    std::fs::remove_file(project.path(&file("snap.new"))).expect("a new text waited");
    run(&project, &FAULT).code(4);
    assert!(review(&project, &[]).code(4).out.contains(lost));
}

#[test]
fn switches_that_approve_by_themselves_are_refused() {
    let refused = |project: &Project, switch: Option<(&str, &str)>, what: &str| {
        let mut command = project.command(&["review"]);
        let ended = command.envs(switch).output().expect("rakis runs");
        assert_eq!(ended.status.code(), Some(2), "{what}");
    };
    let project = Project::whole();
    for switch in [
        ("INSTA_FORCE_PASS", "1"),
        ("INSTA_UPDATE", "always"),
        ("INSTA_UPDATE", "unseen"),
        ("INSTA_UPDATE", "force"),
        ("INSTA_FORCE_UPDATE", "1"),
        ("INSTA_FORCE_UPDATE_SNAPSHOTS", "1"),
    ] {
        refused(&project, Some(switch), switch.0);
    }
    for file in [".config/insta.yaml", "insta.yaml", ".insta.yaml"] {
        for content in
            [&b"behavior: {force_pass: true}"[..], b"behavior: {update: always}", b"\xFF\xFE"]
        {
            project.write(file, content);
            refused(&project, None, file);
            std::fs::remove_file(project.path(file)).expect("it was written");
        }
    }
    project.rakis(&["run", "--dry-run"]).code(0);
    project.write("insta.yaml", "behavior: {update: force}");
    project.rakis(&["run", "--dry-run"]).code(2).tells(&["insta.yaml"]);
}

#[test]
fn nobody_approves_without_a_name_a_role_and_a_reason() {
    let project = Project::whole();
    run(&project, &FAULT).code(4);
    let before = project.read(&file("approvals.yaml"));
    for (who, role, why, told) in [
        ("Mari Tester", "tellija esindaja", "õige", "rollid: testija"),
        ("tiina.naidis", "veahaldur", "õige", "tellija esindaja"),
        ("tiina.naidis", "olematu", "õige", "olematu"),
        ("tiina.naidis", "tellija esindaja", "  ", "--why"),
        ("38001085718", "testija", "õige", "nimi ei sobi"),
        ("Mari\n- kes: Tiina", "testija", "õige", "nimi ei sobi"),
    ] {
        let arguments = ["--approve", "--why", why, "--who", who, "--role", role];
        review(&project, &arguments).code(1).tells(&[told]);
        assert_eq!(project.read(&file("approvals.yaml")), before, "{who}, {role}");
    }
    let mut nobody = project.command(&["review", NAME, "--approve", "--why", "õige"]);
    let nobody = nobody.env_remove("RAKIS_WHO").output().expect("rakis runs");
    assert_eq!(nobody.status.code(), Some(1));

    // Done once; a second time there is nothing to approve. What was decided is told as JSON.
    let why = "isik 38001085718: õige";
    let again = [&["--approve", "--why", why, "--who", " tiina.naidis "], &APPROVE[5..]].concat();
    let told: Value = serde_json::from_str(&review(&project, &again).code(0).out).expect("JSON");
    assert_eq!(told["decisions"][0]["approved"], true);
    let after = project.read(&file("approvals.yaml"));
    assert!(after.starts_with(&before) && !after.contains("38001085718"), "{after}");
    assert!(after.contains("kes: tiina.naidis\n"), "{after}");
    review(&project, &again).code(1).tells(&["ei oota"]);
    assert_eq!(project.read(&file("approvals.yaml")), after);
}

#[test]
fn a_rejected_answer_is_the_defect_that_the_same_failure_is() {
    for gone in [false, true] {
        let project = Project::whole();
        run(&project, &FAULT).code(4);
        if gone {
            std::fs::remove_dir_all(project.path("reports")).expect("the run was there");
        }
        let why = "isik 38001085718 sai liiga palju";
        let rejected = review(&project, &["--reject", "--why", why, "--json"]).code(0);
        let told: Value = serde_json::from_str(&rejected.out).expect("JSON");
        let id = told["decisions"][0]["defect"].as_str().expect("an id").to_owned();
        assert_eq!(rejected.err.contains("kirjet"), gone, "{}", rejected.err);
        assert!(!project.path(&file("snap.new")).exists());
        assert!(project.path(&file("snap")).exists());

        let shown = project.rakis(&["defects", "show", &id, "--json"]).code(0).out;
        let defect = &serde_json::from_str::<Value>(&shown).expect("JSON")["defect"];
        assert_eq!((&defect["party"], &defect["severity"]), (&"TEHIK".into(), &"oluline".into()));
        assert_eq!(defect["report"]["description"], "isik [isikukood] sai liiga palju");
        assert_eq!(defect["report"]["requirement"], "STAR-2026-01.4");

        run(&project, &[&FAULT[..], &["--record"]].concat()).code(4);
        let listed = project.rakis(&["defects", "list", "--json"]).code(0).out;
        let count = &serde_json::from_str::<Value>(&listed).expect("JSON")["total"];
        assert_eq!(count, &Value::from(if gone { 2 } else { 1 }));
    }
}

/// Reviews at a pseudo-terminal; what `meanwhile` does happens between question and answer. `None`
/// where there is no `script` (util-linux) to make one.
fn at_a_terminal(
    project: &Project,
    answer: &str,
    meanwhile: impl FnOnce(),
) -> Option<(i32, String)> {
    let inner = project.command(&[]);
    let program = inner.get_program().to_string_lossy().into_owned();
    let mut command = Command::new("script");
    command.args([
        "-qefc",
        &format!("'{program}' review {NAME} --why x --who mari.naidis --role veahaldur"),
        "/dev/null",
    ]);
    for (name, value) in inner.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    let folder = inner.get_current_dir().expect("the project's");
    command.current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().ok()?;
    let (mut stdin, mut stdout) = (child.stdin.take()?, child.stdout.take()?);
    let (mut said, mut byte) = (Vec::new(), [0]);
    while !String::from_utf8_lossy(&said).ends_with("lõpeta: ") {
        assert_eq!(stdout.read(&mut byte).expect("it speaks"), 1, "it asks");
        said.push(byte[0]);
    }
    meanwhile();
    stdin.write_all(answer.as_bytes()).expect("it listens");
    stdout.read_to_end(&mut said).expect("it ends");
    let code = child.wait().expect("it ends").code().expect("by itself");
    Some((code, String::from_utf8_lossy(&said).into_owned()))
}

#[test]
fn what_is_approved_is_what_was_seen() {
    let project = Project::whole();
    run(&project, &FAULT).code(4);
    let (approvals, seen) =
        (project.read(&file("approvals.yaml")), project.read(&file("snap.new")));
    let another = project.read(&file("snap"));
    let swap = || {
        project.write(&file("snap.new"), &another);
    };
    let Some((code, said)) = at_a_terminal(&project, "k\n", swap) else {
        eprintln!("no `script` here: reviews at a terminal are not tested");
        return;
    };
    assert_ne!(code, 0, "{said}");
    assert!(said.contains("vahepeal"), "{said}");
    assert_eq!(project.read(&file("approvals.yaml")), approvals);
    // The other answer waits on when the seen one is rejected.
    project.write(&file("snap.new"), &seen);
    let (code, said) = at_a_terminal(&project, "v\n", swap).expect("as before");
    assert!(code == 0 && said.contains("vahepeal"), "{code} {said}");
    assert_eq!(project.read(&file("snap.new")), another);
    // Nothing said and nothing understood is nothing decided.
    for answer in ["h\n", "q\n", "jah\n\nh\n", "\u{4}", "t\nh\n"] {
        let (code, said) = at_a_terminal(&project, answer, || {}).expect("as before");
        assert_eq!(code, 4, "{answer:?} {said}");
    }
    let (code, said) = at_a_terminal(&project, "k\n", || {}).expect("as before");
    assert!(code == 0 && project.read(&file("approvals.yaml")) != approvals, "{said}");
}
