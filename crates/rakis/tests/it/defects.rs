//! A defect on its way: found once, routed, fixed, closed with its proof, reopened when it returns.

use std::collections::BTreeSet;

use rakis_defects::Procedure;
use rakis_model::{Problems, Source};
use rakis_reference_system::{Fault, faults};
use serde_json::Value;

use crate::{
    program::{Project, postgres, repository},
    suite,
};

/// The procedure that is shipped.
fn procedure() -> Procedure {
    let mut problems = Problems::new();
    let source = Source::read(&repository().join("procedure.yaml"), "procedure.yaml");
    let source = source.expect("the procedure is there");
    let procedure = Procedure::read(source, &mut problems);
    assert!(problems.is_empty(), "{problems:?}");
    procedure.expect("a right procedure")
}

/// What a command tells as JSON.
fn json(project: &Project, arguments: &[&str]) -> Value {
    let ended = project.rakis(arguments).code(0);
    serde_json::from_str(&ended.out).unwrap_or_else(|error| panic!("{error}\n{}", ended.out))
}

fn list(project: &Project) -> Vec<Value> {
    json(project, &["defects", "list", "--json"])["defects"].as_array().expect("a list").clone()
}

fn show(project: &Project, id: &str) -> Value {
    json(project, &["defects", "show", id, "--json"])["defect"].take()
}

/// Runs a part of the suite and records it.
fn recorded(project: &Project, build: &str, more: &[&str], code: i32) {
    let head = ["run", "--record", "--delivery", "2026.11", "--build", build];
    project.rakis(&[&head, more].concat()).code(code);
}

/// The criterion that compares a whole population with the control calculation.
const WHOLE: &str = "SKAIS-2026-04.10 b";

/// Named criteria are tried without the one that compares everything and so finds every fault.
fn tried_without(fault: &Fault) -> &'static [&'static str] {
    if fault.criterion == WHOLE { &[] } else { &["--tags", "not @kogum"] }
}

/// One fault from the day it is found until it is closed, and back.
fn life(fault: &Fault, procedure: &Procedure) {
    let project = Project::whole();
    let (requirement, criterion) =
        fault.criterion.split_once(' ').expect("requirement and criterion");
    let but = tried_without(fault);
    let part = [&["--req", requirement], but].concat();
    let with_fault = ["--fault", fault.name];

    // Found: one defect, whatever the number of scenarios it breaks. The rules of the areas share
    // no code, so a fault is tried on all of its own.
    let area = format!("features/{}", fault.area);
    recorded(&project, "2026.11.1", &[&with_fault[..], but, &[&area]].concat(), 4);
    assert_eq!(caught(&project), BTreeSet::from([fault.criterion.to_owned()]), "caught by");
    let found = list(&project);
    assert_eq!(found.len(), 1, "one fault is one defect: {found:#?}");
    let defect = &found[0];
    assert_eq!(defect["requirement"], requirement);
    let route = procedure.route(fault.system, fault.area, Some(requirement));
    assert_eq!(defect["party"], route.party.as_str(), "routed as the procedure says");
    assert_eq!(defect["severity"], route.severity.as_str());
    assert_eq!(defect["state"], procedure.initial().name.as_str());
    let id = defect["id"].as_str().expect("an id").to_owned();
    let seen = defect["occurrences"].as_u64().expect("a count");
    assert!(seen >= 1);
    let shown = show(&project, &id);
    assert_eq!(shown["report"]["criterion"], criterion, "{shown:#}");
    assert!(shown["report"]["steps"].as_array().is_some_and(|steps| !steps.is_empty()));

    // Again: the same defect, seen more often.
    recorded(&project, "2026.11.1", &[&with_fault[..], &part[..]].concat(), 4);
    let again = list(&project);
    assert_eq!(again.len(), 1, "{again:#?}");
    assert_eq!(again[0]["occurrences"].as_u64(), Some(seen * 2), "{again:#?}");

    // Fixed and delivered: closed by itself, with the run that failed and the run that passed.
    fix(&project, &id, "2026.11.2");
    recorded(&project, "2026.11.2", &part, 0);
    let closed = show(&project, &id);
    assert_eq!(closed["phase"], "closed", "{closed:#}");
    let proof = &closed["regression"];
    assert!(proof["red"].is_string() && proof["green"].is_string(), "{closed:#}");
    assert_ne!(proof["red"], proof["green"]);
    assert_eq!(proof["build"], "2026.11.2");

    // An older build does not bring it back; a newer one does.
    recorded(&project, "2026.11.1", &[&with_fault[..], &part[..]].concat(), 4);
    assert_eq!(show(&project, &id)["phase"], "closed", "an older build does not reopen");
    recorded(&project, "2026.11.10", &[&with_fault[..], &part[..]].concat(), 4);
    assert_eq!(list(&project).len(), 1);
    let back = show(&project, &id);
    assert_eq!((&back["phase"], &back["reopened"]), (&"open".into(), &1.into()), "{back:#}");
    project.rakis(&["defects", "verify"]).code(0);
}

/// The criteria that the newest run found not met: the one that the fault names, and no other.
fn caught(project: &Project) -> BTreeSet<String> {
    let run = suite::record(project);
    let bad = run.cases.iter().filter(|case| case.outcome.is_bad());
    bad.map(|case| {
        let id = |id: &Option<String>| id.clone().unwrap_or_else(|| "?".to_owned());
        format!("{} {}", id(&case.requirement), id(&case.criterion))
    })
    .collect()
}

/// Takes a defect by hand to the state in which it waits for its re-test.
fn fix(project: &Project, id: &str, build: &str) {
    let manager = ["--who", "mari.naidis", "--role", "veahaldur"];
    let step = |arguments: &[&str]| {
        project.rakis(&[&["defects", "move", id], arguments, &manager].concat()).code(0);
    };
    step(&["määratud"]);
    let cause = ["--cause", "kood", "--cause-text", "kontroll puudus"];
    step(&[&["parandatud", "--fixed-in", build], &cause[..]].concat());
}

/// Faults of the areas whose rules are SQL, one after the other: they share the database.
#[test]
fn on_postgresql_too_each_fault_is_caught_by_its_criterion() {
    let Some(url) = postgres() else { return };
    let project = Project::whole();
    let sql = ["classifiers", "mass_calculation"];
    let mut wrong = Vec::new();
    for fault in faults().iter().filter(|fault| sql.contains(&fault.area)) {
        let area = format!("features/{}", fault.area);
        let arguments = ["run", "--fault", fault.name, "--database", &url, &area];
        let ended = project.rakis(&[&arguments[..], tried_without(fault)].concat());
        let found = caught(&project);
        if ended.code != Some(4) || found != BTreeSet::from([fault.criterion.to_owned()]) {
            wrong.push(format!("{}: exit {:?}, caught by {found:?}", fault.name, ended.code));
        }
    }
    assert!(wrong.is_empty(), "{} are wrong\n{}", wrong.len(), wrong.join("\n"));
}

/// Every fault, in parts that run beside each other and are told one by one.
mod every_fault_is_one_defect_from_found_to_closed_and_back {
    use rakis_reference_system::faults;

    const PARTS: usize = 12;

    fn live(part: usize) {
        let procedure = super::procedure();
        let mut wrong = Vec::new();
        for fault in faults().iter().skip(part).step_by(PARTS) {
            let began = std::time::Instant::now();
            let lived = std::panic::catch_unwind(|| super::life(fault, &procedure));
            eprintln!("{} {:.1?}", fault.name, began.elapsed());
            if let Err(reason) = lived {
                let reason = reason.downcast_ref::<String>().cloned().unwrap_or_default();
                wrong.push(format!("{}: {reason}", fault.name));
            }
        }
        assert!(wrong.is_empty(), "{} are wrong\n{}", wrong.len(), wrong.join("\n"));
    }

    macro_rules! parts {
        ($($name:ident: $part:literal),*) => {
            $(#[test] fn $name() { live($part); })*

            #[test]
            fn no_part_is_forgotten() {
                assert_eq!([$($part),*], std::array::from_fn::<usize, PARTS, _>(|part| part));
            }
        };
    }
    parts!(
        part_01: 0, part_02: 1, part_03: 2, part_04: 3, part_05: 4, part_06: 5,
        part_07: 6, part_08: 7, part_09: 8, part_10: 9, part_11: 10, part_12: 11
    );
}
