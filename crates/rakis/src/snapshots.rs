//! The snapshots of a project: which are in use, which no scenario asks for, which name stands
//! twice; and insta's switches that would approve by themselves.

use std::collections::{BTreeMap, BTreeSet};

use rakis_compare::snapshot::{Standing, Store, unsafe_switch};
use rakis_model::{Diagnostic, Message, Problems};
use rakis_runner::{Filled, Plan};
use rakis_steps::{World, snapshot_name};

use crate::{context::variable, project::Project, settings::Settings};

/// The hole of a sentence that names a snapshot.
const HOLE: &str = "hetktõmmis";
/// Where insta looks for settings of a project.
const INSTA_SETTINGS: [&str; 3] = [".config/insta.yaml", "insta.yaml", ".insta.yaml"];
/// Older names of `INSTA_UPDATE=force`, which insta still obeys.
const INSTA_FORCE: [&str; 2] = ["INSTA_FORCE_UPDATE", "INSTA_FORCE_UPDATE_SNAPSHOTS"];

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

/// A warning for each snapshot that no scenario asks for, that is not there or that proves nothing
/// as it stands, and an error for each that is damaged.
pub(crate) fn check(settings: &Settings, used: &BTreeSet<String>, problems: &mut Problems) {
    let store = store(settings);
    let Some(entries) = problems.note(store.entries()) else { return };
    for name in used.iter().filter(|name| !entries.iter().any(|entry| &entry.name == *name)) {
        problems.push(
            Diagnostic::warning(Message::new("cli-snapshot-none").with("name", name))
                .hint(Message::new("cli-snapshot-none-hint").with("name", name)),
        );
    }
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
        } else if let Some((key, hint)) = proves_nothing(entry.standing) {
            problems.push(
                Diagnostic::warning(Message::new(key).with("name", &entry.name))
                    .hint(Message::new(hint).with("name", &entry.name)),
            );
        }
    }
}

/// Why the scenario of a snapshot cannot pass, and what to do.
const fn proves_nothing(standing: Standing) -> Option<(&'static str, &'static str)> {
    match standing {
        Standing::New | Standing::Unapproved => {
            Some(("cli-snapshot-unapproved", "cli-snapshot-unapproved-hint"))
        }
        Standing::Lost => Some(("cli-snapshot-lost", "cli-snapshot-lost-hint")),
        Standing::Approved | Standing::Differs | Standing::Damaged => None,
    }
}

/// An error when one of insta's switches would approve what nobody looked at.
pub(crate) fn unsafe_switches(settings: &Settings) -> Option<Diagnostic> {
    let (force, update) = (variable("INSTA_FORCE_PASS"), variable("INSTA_UPDATE"));
    let forced = INSTA_FORCE.into_iter().find(|name| variable(name).as_deref() == Some("1"));
    let found = forced
        .map(|name| Message::new("compare-insta-unsafe").with("switch", format!("{name}=1")))
        .or_else(|| unsafe_switch(force.as_deref(), update.as_deref(), None))
        .or_else(|| INSTA_SETTINGS.into_iter().find_map(|file| unsafe_file(settings, file)))?;
    Some(Diagnostic::error(found).hint(Message::new("cli-insta-hint")))
}

/// What is wrong with one of insta's files. One that is no text is as unsafe as one that is no YAML.
fn unsafe_file(settings: &Settings, file: &str) -> Option<Message> {
    let bytes = std::fs::read(settings.root.join(file)).ok()?;
    let safe = std::str::from_utf8(&bytes)
        .is_ok_and(|text| unsafe_switch(None, None, Some(text)).is_none());
    (!safe).then(|| Message::new("cli-insta-file").with("file", file))
}
