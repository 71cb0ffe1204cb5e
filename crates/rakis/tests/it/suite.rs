//! The acceptance suite against the reference system without faults; what each fault does to it is
//! in `defects.rs`.

use std::collections::BTreeSet;

use rakis_model::{Outcome, record::Run};
use rakis_reference_system::faults;

use crate::program::{Project, postgres};

pub(crate) fn record(project: &Project) -> Run {
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

/// Requirements of all specifications.
const REQUIREMENTS: usize = 45;

#[test]
fn both_systems_have_faults_of_every_requirement() {
    let requirements: BTreeSet<&str> =
        faults().iter().filter_map(|fault| fault.criterion.split(' ').next()).collect();
    assert_eq!(requirements.len(), REQUIREMENTS, "each requirement has a fault");
    let names: BTreeSet<&str> = faults().iter().map(|fault| fault.name).collect();
    assert_eq!(names.len(), faults().len(), "names are unique");
}

#[test]
fn the_suite_passes_with_the_reference_system_on_postgresql() {
    let Some(url) = postgres() else { return };
    let project = Project::whole();
    project.rakis(&["run", "--database", &url]).code(0);
    assert_eq!(record(&project).count(Outcome::Passed), record(&project).cases.len());
}
