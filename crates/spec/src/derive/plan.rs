//! What `rakis derive` would write, decided before anything is written.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    sync::Arc,
};

use rakis_model::{Diagnostic, Message, Place, Problems, Source, suggest};

use super::{
    feature::{self, Derived, Files},
    head, restamp,
};
use crate::{
    FEATURES,
    specification::Specification,
    stamp::{self, Stamps, kept_path, read_stamps},
    tree,
};

/// What becomes of one feature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// It is written for the first time.
    New,
    /// The specification's changes are merged in.
    Updated,
    /// It stays as it is.
    Unchanged,
    /// It stays as it is, because hand and specification disagree; nothing at all is written.
    Conflict {
        /// Both sides of every such place, with markers.
        diff: String,
    },
    /// It stays as it is, because it is hand-written or cannot be read; nothing at all is written.
    Refused,
}

/// One feature of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileChange {
    /// Path relative to the project, with `/`.
    pub path: String,
    /// What becomes of it.
    pub kind: ChangeKind,
    /// Its text now, if it is there.
    pub old: Option<String>,
    /// Its text afterwards.
    pub new: String,
}

/// A scenario in a feature that its specification no longer has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    /// The feature's path.
    pub feature: String,
    /// Id of the requirement.
    pub requirement: String,
    /// Id of the criterion.
    pub criterion: String,
    /// Where the scenario stands in the feature as it will be.
    pub place: Place,
    /// Is it tagged now, rather than by an earlier derive?
    pub newly: bool,
}

/// A file under `features/.derived` that the plan writes or removes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct KeptFile {
    pub(super) path: String,
    pub(super) old: Option<String>,
    /// None: the file is removed.
    pub(super) new: Option<String>,
}

/// Everything a derive would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DerivePlan {
    /// The derived features, in the order of paths.
    pub changes: Vec<FileChange>,
    /// Scenarios no longer in a specification.
    pub withdrawn: Vec<Withdrawn>,
    /// The stamps as they will stand.
    pub stamps: Stamps,
    pub(super) kept: Vec<KeptFile>,
}

impl DerivePlan {
    /// Is something in the way, so that nothing may be written?
    pub fn is_blocked(&self) -> bool {
        let blocks =
            |kind: &ChangeKind| matches!(kind, ChangeKind::Conflict { .. } | ChangeKind::Refused);
        self.changes.iter().any(|change| blocks(&change.kind))
    }

    /// Do features, last derived texts and stamps already stand as the specifications want?
    pub fn is_in_sync(&self) -> bool {
        self.kept.iter().all(|file| file.old == file.new)
            && self.changes.iter().all(|change| change.kind == ChangeKind::Unchanged)
    }
}

/// Plans the derivation of all features; reads `features/` and writes nothing.
///
/// `specs` must be all sound specifications of the project and `reviewed` the requirements a
/// person has reviewed against their features: their stamps are renewed, and where hand and
/// specification disagree the hand is kept. A feature whose specification is gone from the disk
/// stays and is tagged as withdrawn.
pub fn plan_derive(
    root: &Path,
    specs: &[Specification],
    reviewed: &[String],
    problems: &mut Problems,
) -> DerivePlan {
    let mut own = Problems::new();
    check_reviewed(specs, reviewed, &mut own);
    let reviewed: BTreeSet<String> = reviewed.iter().cloned().collect();
    let project = Project::read(root, &mut own);
    let mut plan = DerivePlan::default();
    let by_path: BTreeMap<String, &Specification> =
        specs.iter().map(|spec| (spec.feature_path(), spec)).collect();
    let paths: BTreeSet<&String> =
        by_path.keys().chain(project.features.keys()).chain(project.bases.keys()).collect();
    let mut derived = BTreeMap::new();
    for path in paths {
        let spec = by_path.get(path).copied();
        let files = project.files(path);
        if spec.is_none() && !project.lost_specification(root, specs, path, &files, &mut own) {
            continue;
        }
        let one = feature::derive(path, spec, &files, &reviewed, &mut own);
        add_change(&mut plan, path, &files, &one);
        derived.insert(path.clone(), one);
    }
    restamp::restamp(&mut plan, &project, specs, &derived, &reviewed, &mut own);
    if own.any_error() && !plan.is_blocked() {
        refuse_all(&mut plan);
    }
    problems.extend(own);
    plan
}

/// An error that belongs to no derived feature still must keep everything as it is.
fn refuse_all(plan: &mut DerivePlan) {
    for change in &mut plan.changes {
        change.kind = ChangeKind::Refused;
    }
    plan.kept.clear();
}

fn check_reviewed(specs: &[Specification], reviewed: &[String], problems: &mut Problems) {
    let known = || specs.iter().flat_map(|spec| &spec.requirements).map(|one| one.id.as_str());
    for id in reviewed.iter().filter(|id| known().all(|known| known != id.as_str())) {
        let mut diagnostic =
            Diagnostic::error(Message::new("spec-reviewed-unknown").with("id", id));
        if let Some(near) = suggest::nearest(id, known()) {
            diagnostic = diagnostic.hint(Message::new("did-you-mean").with("word", near));
        }
        problems.push(diagnostic);
    }
}

fn add_change(plan: &mut DerivePlan, path: &str, files: &Files, derived: &Derived) {
    let old = files.ours.as_ref().map(|source| source.text.clone());
    let base_old = files.base.as_ref().map(|source| source.text.clone());
    plan.withdrawn.extend(derived.withdrawn.iter().cloned());
    let base_new = match &derived.text {
        Some(_) => derived.base.clone(),
        // Feature and specification are both gone: nothing is left to remember.
        None => None,
    };
    plan.kept.push(KeptFile { path: kept_path(path, "feature"), old: base_old, new: base_new });
    if let Some(text) = &derived.text {
        let change = FileChange {
            path: path.to_owned(),
            kind: derived.kind.clone(),
            old,
            new: text.clone(),
        };
        plan.changes.push(change);
    }
}

/// What stands on the disk.
pub(super) struct Project {
    pub(super) features: BTreeMap<String, Arc<Source>>,
    pub(super) bases: BTreeMap<String, Arc<Source>>,
    pub(super) stamps: Stamps,
    pub(super) stamp_texts: BTreeMap<String, String>,
}

impl Project {
    fn read(root: &Path, problems: &mut Problems) -> Self {
        let mut project = Self {
            features: BTreeMap::new(),
            bases: BTreeMap::new(),
            stamps: read_stamps(root, problems),
            stamp_texts: BTreeMap::new(),
        };
        for path in tree::files(root, FEATURES, problems) {
            if path.ends_with(".feature") {
                let source = problems.note(Source::read(&root.join(&path), &path));
                project.features.extend(source.map(|source| (path, source)));
            }
        }
        for path in tree::files(root, crate::DERIVED, problems) {
            let within = path.strip_prefix(crate::DERIVED).unwrap_or(&path);
            let Some((stem, extension)) = within.rsplit_once('.') else { continue };
            let feature = format!("{FEATURES}{stem}.feature");
            let source = problems.note(Source::read(&root.join(&path), &path));
            match (extension, source) {
                ("feature", Some(source)) => drop(project.bases.insert(feature, source)),
                ("yaml", Some(source)) => {
                    project.stamp_texts.insert(feature, source.text.clone());
                }
                _ => {}
            }
        }
        project
    }

    fn files(&self, path: &str) -> Files {
        Files { ours: self.features.get(path).cloned(), base: self.bases.get(path).cloned() }
    }

    /// Was the feature derived from a specification that is no longer there? A specification
    /// that merely could not be read is not lost; one under a new name is told.
    fn lost_specification(
        &self,
        root: &Path,
        specs: &[Specification],
        path: &str,
        files: &Files,
        problems: &mut Problems,
    ) -> bool {
        let Some(base) = &files.base else { return false };
        let Some((id, file)) = head::origin(&base.text) else { return false };
        if root.join(file).exists() {
            return false;
        }
        if let Some(spec) = specs.iter().find(|spec| spec.id == id && files.ours.is_some()) {
            let message = Message::new("spec-renamed").with("old", file).with("new", &spec.file);
            let hint = Message::new("spec-renamed-hint")
                .with("old", path)
                .with("new", spec.feature_path())
                .with("old_kept", kept_path(path, "*"))
                .with("new_kept", kept_path(&spec.feature_path(), "*"));
            problems.push(Diagnostic::error(message).at(spec.place()).hint(hint));
            return false;
        }
        true
    }

    /// The stamp file of a feature as it will be.
    pub(super) fn stamp_file(&self, path: &str, stamps: Option<&stamp::FeatureStamps>) -> KeptFile {
        KeptFile {
            path: kept_path(path, "yaml"),
            old: self.stamp_texts.get(path).cloned(),
            new: stamps.filter(|one| !one.requirements.is_empty()).map(stamp::text),
        }
    }
}
