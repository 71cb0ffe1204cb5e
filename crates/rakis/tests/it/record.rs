//! What a run leaves: a record valid by the official schema, and reports made from it alone.

use std::path::PathBuf;

use crate::program::{Project, repository};

/// The official schemas, handed out beside the project.
#[expect(clippy::disallowed_methods, reason = "where the shared data lies is told from outside")]
fn shared(file: &str) -> Option<PathBuf> {
    let beside = repository().join("../shared/data");
    let folder = std::env::var("RAKIS_SHARED").map_or(beside, PathBuf::from);
    let path = folder.join(file);
    if !path.exists() {
        eprintln!("not run: {file} is absent (set RAKIS_SHARED to the folder that holds it)");
    }
    path.exists().then_some(path)
}

#[test]
fn the_record_is_valid_by_the_official_schema() {
    let Some(path) = shared("schemas/messages.schema.json") else { return };
    let schema = std::fs::read_to_string(path).expect("a readable schema");
    let schema: serde_json::Value = serde_json::from_str(&schema).expect("a JSON schema");
    let validator = jsonschema::validator_for(&schema).expect("a valid schema");
    let project = Project::whole();
    project.rakis(&["run", "--fault", "rights.matrix-extra-right"]).code(4);
    let record = project.report("run.ndjson");
    let mut kinds = std::collections::BTreeSet::new();
    for line in record.lines() {
        let message: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
        kinds.extend(message.as_object().expect("an envelope").keys().cloned());
        let errors: Vec<String> =
            validator.iter_errors(&message).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new(), "{line}");
    }
    for kind in
        ["meta", "source", "gherkinDocument", "pickle", "testCase", "attachment", "testRunFinished"]
    {
        assert!(kinds.contains(kind), "no {kind} in the record");
    }
}

#[test]
fn reports_are_functions_of_the_record_alone() {
    let project = Project::whole();
    project.rakis(&["run", "--fault", "rights.leaver-keeps-access"]).code(4);
    let before = (project.report("junit.xml"), project.report("report.html"));
    let runs = project.runs();
    for file in ["junit.xml", "report.html"] {
        std::fs::remove_file(runs[0].join(file)).expect("the report is removed");
    }
    for part in ["specs", "features", "environments"] {
        std::fs::remove_dir_all(project.path(part)).expect("the folder is removed");
    }
    project.rakis(&["report"]).code(4);
    assert_eq!(before.0, project.report("junit.xml"));
    assert_eq!(before.1, project.report("report.html"));
}

#[test]
fn a_record_cut_off_in_the_middle_still_reads() {
    let project = Project::whole();
    project.rakis(&["run", "--req", "STAR-2026-01.1", "--jobs", "1"]).code(0);
    let record = project.report("run.ndjson");
    for part in [record.len() - 40, record.len() * 9 / 10] {
        let cut: String =
            record.char_indices().take_while(|(at, _)| *at < part).map(|c| c.1).collect();
        project.write("cut.ndjson", cut);
        let ended = project.rakis(&["report", "--from", "cut.ndjson", "--out", "cut"]);
        assert_eq!(ended.code, Some(130), "{}{}", ended.out, ended.err);
        assert!(project.path("cut/junit.xml").exists());
    }
    let step = record.lines().position(|line| line.starts_with("{\"testStepFinished\""));
    let damaged = record.lines().enumerate().filter(|(at, _)| Some(*at) != step);
    project
        .write("damaged.ndjson", damaged.map(|(_, line)| format!("{line}\n")).collect::<String>());
    project.rakis(&["report", "--from", "damaged.ndjson", "--out", "damaged"]).code(2);
    project.write("no.ndjson", "see ei ole kirje\nsee ka mitte\n");
    project.rakis(&["report", "--from", "no.ndjson"]).code(2).tells(&["no.ndjson"]);
}

#[test]
fn a_failure_alone_tells_a_developer_everything() {
    let project = Project::whole();
    project.rakis(&["run", "--fault", "rights.unsigned-request-accepted"]).code(4);
    let junit = project.report("junit.xml");
    for part in [
        "STAR-2026-01.2",
        "rahuldatud",
        "jäetud rahuldamata",
        "POST",
        "/star/taotlused",
        "features/rights/star-kasutajaoigused.feature:",
        "TAO-002",
    ] {
        assert!(junit.contains(part), "junit.xml does not tell {part}");
    }
    let names: Vec<&str> = junit.split("<testcase ").skip(1).collect();
    let unique: std::collections::BTreeSet<&str> =
        names.iter().filter_map(|case| case.split("name=\"").nth(1)?.split('"').next()).collect();
    assert_eq!(unique.len(), names.len(), "names are unique");
}
