//! The commands as people use them.

use crate::program::Project;

#[test]
fn from_a_new_specification_to_a_verdict() {
    let project = Project::empty();
    let next = project.rakis(&[]).code(0);
    assert!(next.out.contains("rakis new spec"), "{}", next.out);
    project
        .rakis(&["new", "spec", "STAR-2026-07", "--title", "Õiguste ülevaatus", "--dry-run"])
        .code(0);
    assert!(!project.path("specs").exists(), "a dry run writes nothing");
    let made =
        project.rakis(&["new", "spec", "STAR-2026-07", "--title", "Õiguste ülevaatus"]).code(0);
    assert!(made.out.contains("specs/rights/"), "{}", made.out);
    project.rakis(&["new", "spec", "STAR-2026-07", "--title", "Õiguste ülevaatus"]).code(2);
    project
        .rakis(&["new", "spec", "STAR-2026-07", "--title", "Muu"])
        .code(2)
        .tells(&["STAR-2026-07"]);
    project.rakis(&["derive", "--check"]).code(5);
    assert!(!project.path("features").exists(), "a check writes nothing");
    project.rakis(&["derive"]).code(0);
    project.rakis(&["derive", "--check"]).code(0);
    project.rakis(&["check"]).code(0);
    project.rakis(&["run"]).code(0);
    let next = project.rakis(&[]).code(0);
    assert!(next.out.contains("läbitud"), "{}", next.out);
}

#[test]
fn the_repository_is_in_step_with_itself() {
    let project = Project::whole();
    project.rakis(&["check"]).code(0);
    let before = project.read("features/rights/star-kasutajaoigused.feature");
    project.rakis(&["derive"]).code(0);
    assert_eq!(before, project.read("features/rights/star-kasutajaoigused.feature"));
    project.rakis(&["doctor"]).code(0);
    project.rakis(&["env", "check"]).code(0);
}

#[test]
fn a_changed_requirement_makes_hand_edited_scenarios_suspect_until_reviewed() {
    let project = Project::whole();
    let feature = "features/rights/star-kasutajaoigused.feature";
    let spec = "specs/rights/star-kasutajaoigused.yaml";
    let text = project.read(feature);
    let line =
        text.lines().find(|line| line.trim().starts_with("Siis ")).expect("a check").to_owned();
    project.write(
        feature,
        text.replacen(&line, &format!("{line}\n      # käsitsi lisatud märkus"), 1),
    );
    let before = project.read(spec);
    let statement =
        before.lines().find(|line| line.trim().starts_with("nõue:")).expect("a statement");
    project.write(spec, before.replacen(statement, &format!("{statement} Muudetud."), 1));
    project.rakis(&["check"]).code(0).tells(&["käivita rakis derive"]);
    project.rakis(&["derive"]).code(0);
    assert!(project.read(feature).contains("# käsitsi lisatud märkus"), "the hand edit is kept");
    let told = project.rakis(&["check"]).code(0).tells(&["STAR-2026-01.1"]);
    assert!(told.err.contains("--reviewed"), "{}", told.err);
    project.rakis(&["derive", "--reviewed", "STAR-2026-01.1"]).code(0);
    let told = project.rakis(&["check"]).code(0);
    assert!(!told.err.contains("--reviewed"), "{}", told.err);
}

#[test]
fn selections_run_what_they_name() {
    let project = Project::whole();
    let dry = |arguments: &[&str]| {
        let mut all = vec!["run", "--dry-run", "--lang", "en"];
        all.extend(arguments);
        let ended = project.rakis(&all).code(0);
        let count = ended.out.split(' ').next().and_then(|word| word.parse::<usize>().ok());
        count.unwrap_or_else(|| panic!("a count in {}", ended.out))
    };
    let all = dry(&[]);
    let star = dry(&["--tags", "@mod-STAR"]);
    let skais = dry(&["--tags", "@mod-SKAIS"]);
    assert_eq!(star + skais, all);
    let rights = dry(&["features/rights/star-kasutajaoigused.feature"]);
    assert_eq!(dry(&["--req", "STAR-2026-01"]), rights);
    assert_eq!(dry(&["--req", "STAR-2026-01", "--req", "STAR-2026-02"]), star);
    assert_eq!(dry(&["--tags", "not @mod-STAR and not @mod-SKAIS or @mod-SKAIS"]), skais);
    let feature = project.read("features/rights/star-kasutajaoigused.feature");
    let row =
        feature.lines().position(|line| line.trim().starts_with("Juhtumid")).expect("examples") + 3;
    assert_eq!(dry(&[&format!("features/rights/star-kasutajaoigused.feature:{row}")]), 1);
    for line in ["0", "5000"] {
        let path = format!("features/rights/star-kasutajaoigused.feature:{line}");
        project.rakis(&["run", &path]).code(2).tells(&[&format!("ei ole rida {line}")]);
    }
    let ended = project.rakis(&["run", "--req", "STAR-2026-01.77"]).code(2);
    assert!(ended.err.contains("STAR-2026-01.77"), "{}", ended.err);
}

#[test]
fn help_is_in_both_languages() {
    let project = Project::empty();
    for (command, et, en) in [
        (&["--help"][..], "Kasutus:", "Usage:"),
        (&["run", "--help"], "Näited:", "Examples:"),
        (&["derive", "--help"], "käsitsi muudatused", "hand edits"),
    ] {
        let estonian = project.rakis(command).code(0);
        assert!(estonian.out.contains(et), "{}", estonian.out);
        assert!(!estonian.out.contains("Usage"), "{}", estonian.out);
        let english = project.rakis(&[command, &["--lang", "en"]].concat()).code(0);
        assert!(english.out.contains(en), "{}", english.out);
        for line in estonian.out.lines().chain(english.out.lines()) {
            assert!(
                line.chars().count() <= 80 || line.contains("postgres"),
                "wider than 80: {line}"
            );
        }
    }
}

#[test]
fn steps_are_found_by_their_words() {
    let project = Project::empty();
    let found = project.rakis(&["steps", "taotlus"]).code(0);
    assert!(found.out.contains("taotlus on") && found.out.contains("Näide:"), "{}", found.out);
    project.rakis(&["steps", "krokodill"]).code(1);
}
