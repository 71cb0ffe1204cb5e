//! The acceptance suite against the reference system: right without faults, and each fault is
//! caught by the criterion named for it.

use std::collections::BTreeSet;

use rakis_model::{Outcome, record::Run};
use rakis_reference_system::{Fault, faults};

use crate::program::Project;

fn record(project: &Project) -> Run {
    let newest = project.runs().pop().expect("a run");
    let file = std::fs::File::open(newest.join("run.ndjson")).expect("a record");
    Run::read(std::io::BufReader::new(file)).expect("a readable record")
}

#[test]
fn every_scenario_passes_in_any_order_and_at_any_number_of_jobs() {
    let project = Project::whole();
    for arguments in [
        &["run"][..],
        &["run", "--jobs", "1"],
        &["run", "--jobs", "16", "--shuffle=1"],
        &["run", "--jobs", "3", "--shuffle=20261122"],
    ] {
        project.rakis(arguments).code(0);
        let run = record(&project);
        assert!(run.cases.len() > 50, "the suite is there: {}", run.cases.len());
        assert_eq!(run.count(Outcome::Passed), run.cases.len(), "{arguments:?}");
    }
}

#[test]
fn both_systems_have_faults_of_every_requirement() {
    let requirements: BTreeSet<&str> =
        faults().iter().filter_map(|fault| fault.criterion.split(' ').next()).collect();
    assert!(faults().len() >= 15);
    assert_eq!(requirements.len(), 15, "eight requirements of STAR and seven of SKAIS");
    let names: BTreeSet<&str> = faults().iter().map(|fault| fault.name).collect();
    assert_eq!(names.len(), faults().len(), "names are unique");
}

/// What a run with one fault showed against what the fault says of itself.
fn judge(fault: &Fault) -> Result<(), String> {
    let project = Project::whole();
    let ended = project.rakis(&["run", "--fault", fault.name]);
    if ended.code != Some(4) {
        return Err(format!("{}: exit {:?}\n{}", fault.name, ended.code, ended.err));
    }
    let run = record(&project);
    let caught: BTreeSet<String> = run
        .cases
        .iter()
        .filter(|case| case.outcome.is_bad())
        .map(|case| {
            let requirement = case.requirement.as_deref().unwrap_or("?");
            format!("{requirement} {}", case.criterion.as_deref().unwrap_or("?"))
        })
        .collect();
    // One fault is one defect: the criterion named for it, and no other.
    match caught == BTreeSet::from([fault.criterion.to_owned()]) {
        true => Ok(()),
        false => Err(format!("{}: caught by {caught:?}, not {}", fault.name, fault.criterion)),
    }
}

#[test]
fn each_fault_is_caught_by_its_criterion_and_by_no_other() {
    let next = std::sync::atomic::AtomicUsize::new(0);
    let wrong = std::sync::Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(fault) =
                    faults().get(next.fetch_add(1, std::sync::atomic::Ordering::SeqCst))
                {
                    if let Err(error) = judge(fault) {
                        wrong.lock().expect("no thread panicked").push(error);
                    }
                }
            });
        }
    });
    let wrong = wrong.into_inner().expect("no thread panicked");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the address of a test database comes from outside")]
fn the_suite_passes_with_the_reference_system_on_postgresql() {
    let Ok(url) = std::env::var("RAKIS_TEST_POSTGRES") else {
        eprintln!(
            "not run: RAKIS_TEST_POSTGRES is not set (./test starts a PostgreSQL and sets it)"
        );
        return;
    };
    let project = Project::whole();
    project.rakis(&["run", "--database", &url]).code(0);
    assert_eq!(record(&project).count(Outcome::Passed), record(&project).cases.len());
}
