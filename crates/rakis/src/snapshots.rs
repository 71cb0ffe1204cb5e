//! The snapshots of a project: which are in use, which no scenario asks for, which name stands
//! twice; and insta's switches that would approve by themselves.

use std::collections::{BTreeMap, BTreeSet};

use rakis_compare::snapshot::{Store, unsafe_switch};
use rakis_model::{Diagnostic, Message, Problems};
use rakis_runner::{Filled, Plan};
use rakis_steps::{World, snapshot_name};

use crate::{context::variable, project::Project, settings::Settings};

/// The hole of a sentence that names a snapshot.
const HOLE: &str = "hetktõmmis";
/// Where insta keeps settings of a project.
const INSTA_SETTINGS: &str = ".config/insta.yaml";

/// The store of a project.
pub(crate) fn store(settings: &Settings) -> Store {
    Store::open(settings.root.join(&settings.snapshots))
}

/// Names of the snapshots a plan asks for; a name that two places ask for is noted.
pub(crate) fn used(
    project: &Project,
    plan: &Plan<World>,
    problems: &mut Problems,
) -> BTreeSet<String> {
    let mut first: BTreeMap<String, Filled> = BTreeMap::new();
    for filled in plan.filled(&project.catalogue, HOLE) {
        let name = match snapshot_name(&filled.place.source.name, &filled.value) {
            Ok(name) => name,
            Err(failure) => {
                problems.push(Diagnostic::error(failure.message).at(filled.place));
                continue;
            }
        };
        let known = first.entry(name.clone()).or_insert_with(|| filled.clone());
        if (&known.place, known.scenario) != (&filled.place, filled.scenario) {
            problems.push(
                Diagnostic::error(Message::new("cli-snapshot-twice").with("name", name))
                    .at(filled.place)
                    .related(known.place.clone(), Message::new("yaml-first-here"))
                    .hint(Message::new("cli-snapshot-twice-hint")),
            );
        }
    }
    first.into_keys().collect()
}

/// A warning for each snapshot that no scenario asks for, and an error for each that is damaged.
pub(crate) fn check(settings: &Settings, used: &BTreeSet<String>, problems: &mut Problems) {
    let store = store(settings);
    let Some(entries) = problems.note(store.entries()) else { return };
    for entry in entries {
        if let Some(problem) = entry.problem {
            problems.push(*problem);
        } else if !used.contains(&entry.name) {
            problems.push(
                Diagnostic::warning(
                    Message::new("cli-snapshot-obsolete").with("name", &entry.name),
                )
                .hint(Message::new("cli-snapshot-obsolete-hint")),
            );
        }
    }
}

/// An error when one of insta's switches would approve what nobody looked at.
pub(crate) fn unsafe_switches(settings: &Settings) -> Option<Diagnostic> {
    let config = std::fs::read_to_string(settings.root.join(INSTA_SETTINGS)).ok();
    let (force, update) = (variable("INSTA_FORCE_PASS"), variable("INSTA_UPDATE"));
    let found = unsafe_switch(force.as_deref(), update.as_deref(), config.as_deref())?;
    Some(Diagnostic::error(found).hint(Message::new("cli-insta-hint")))
}
