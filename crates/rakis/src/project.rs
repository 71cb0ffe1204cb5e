//! The acceptance project as its files are now: specifications, features, steps, and what is
//! wrong with them.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::Arc,
};

use rakis_gherkin::Parsed;
use rakis_model::{Diagnostic, Message, Problems, Source, record::SpecificationInfo};
use rakis_runner::{Catalogue, FeatureFile, Plan, Selection, plan};
use rakis_spec::{Specification, Trace};
use rakis_steps::World;

use crate::{docs, settings::Settings};

/// The language of features that name none.
const FEATURE_LANGUAGE: &str = "et";

/// Everything read, with its problems noted elsewhere.
pub(crate) struct Project {
    pub(crate) settings: Settings,
    pub(crate) specifications: Vec<Specification>,
    pub(crate) features: Vec<(Arc<Source>, Parsed)>,
    pub(crate) catalogue: Catalogue<World>,
    pub(crate) trace: Trace,
    /// Could every specification be read?
    pub(crate) sound: bool,
    /// Pickles of each feature, in the same order.
    files: Vec<FeatureFile>,
}

impl Project {
    /// Reads the whole project.
    pub(crate) fn read(folder: &Path, problems: &mut Problems) -> Option<Self> {
        let settings = crate::settings::read(folder, problems)?;
        let specifications =
            rakis_spec::read_all(&settings.root, &settings.specifications, problems);
        // A specification that cannot be read leaves its requirements unknown: whatever refers to
        // them would be told as wrong before the one thing that is.
        let sound = !problems.any_error();
        let (features, files) = read_features(&settings, problems);
        let catalogue = catalogue(&settings, problems);
        let stamps = rakis_spec::read_stamps(&settings.root, problems);
        let trace = match sound {
            true => rakis_spec::trace(&specifications, &features, &stamps),
            false => Trace::default(),
        };
        Some(Self { settings, specifications, features, catalogue, trace, sound, files })
    }

    /// Resolves what is selected.
    pub(crate) fn plan(&self, selection: &Selection, problems: &mut Problems) -> Plan<World> {
        plan(self.files.clone(), &self.catalogue, selection, problems)
    }

    /// A warning when a specification has changed since its feature was derived.
    pub(crate) fn out_of_step(&self) -> Option<Diagnostic> {
        let root = &self.settings.root;
        let derived =
            rakis_spec::plan_derive(root, &self.specifications, &[], &mut Problems::new());
        (self.sound && !derived.is_in_sync()).then(|| {
            Diagnostic::warning(Message::new("cli-out-of-step"))
                .hint(Message::new("cli-out-of-step-hint"))
        })
    }

    /// What the record tells of the specifications.
    pub(crate) fn info(&self) -> Vec<SpecificationInfo> {
        rakis_spec::info(&self.specifications, &self.trace.suspects())
    }

    /// Names of all operations the steps of a plan perform.
    pub(crate) fn operations(&self, plan: &Plan<World>) -> Vec<docs::Use> {
        docs::operations(plan, &self.catalogue)
    }
}

/// All known steps.
pub(crate) fn catalogue(settings: &Settings, problems: &mut Problems) -> Catalogue<World> {
    let mut phrases = Vec::new();
    for name in files(&settings.root, &settings.phrases, "yaml") {
        phrases.extend(problems.note(Source::read(&settings.root.join(&name), &name)));
    }
    let catalogue = Catalogue::new(&parameters(), &phrases, problems);
    rakis_runner::check_phrases(&catalogue, problems);
    catalogue
}

/// The typed holes of sentences.
pub(crate) fn parameters() -> Vec<rakis_runner::Parameter> {
    rakis_steps::parameters()
        .into_iter()
        .map(|(name, regex, _)| rakis_runner::Parameter { name, regex })
        .collect()
}

fn read_features(
    settings: &Settings,
    problems: &mut Problems,
) -> (Vec<(Arc<Source>, Parsed)>, Vec<FeatureFile>) {
    let options = rakis_gherkin::Options { default_language: FEATURE_LANGUAGE };
    let mut ids = rakis_gherkin::Ids::default();
    let (mut features, mut with_pickles) = (Vec::new(), Vec::new());
    for name in files(&settings.root, rakis_spec::FEATURES, "feature") {
        let Some(source) = problems.note(Source::read(&settings.root.join(&name), &name)) else {
            continue;
        };
        match rakis_gherkin::parse(&source, &options, &mut ids) {
            Ok(parsed) => {
                problems.extend(rakis_gherkin::lint(&parsed));
                let pickles = rakis_gherkin::pickles(&parsed, &mut ids);
                with_pickles.push(FeatureFile {
                    source: Arc::clone(&source),
                    document: parsed.document.clone(),
                    pickles,
                });
                features.push((source, parsed));
            }
            Err(found) => problems.extend(found),
        }
    }
    (features, with_pickles)
}

/// Files of an ending below a folder, relative to the root with `/`, sorted; hidden ones left out.
pub(crate) fn files(root: &Path, folder: &str, ending: &str) -> Vec<String> {
    let mut found = BTreeSet::new();
    let mut open = vec![(root.join(folder), folder.to_owned())];
    while let Some((path, name)) = open.pop() {
        for entry in std::fs::read_dir(&path).into_iter().flatten().flatten() {
            let child = entry.file_name().to_string_lossy().into_owned();
            if child.starts_with('.') {
                continue;
            }
            let (child_path, child_name) = (entry.path(), format!("{name}/{child}"));
            // A linked folder is not followed: it may lead back here.
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                open.push((child_path, child_name));
            } else if Path::new(&child).extension().is_some_and(|found| found == ending) {
                found.insert(child_name);
            }
        }
    }
    found.into_iter().collect()
}

/// A path as the user typed it, relative to the project's root.
pub(crate) fn relative_to_root(settings: &Settings, folder: &Path, typed: &str) -> String {
    let absolute: PathBuf = folder.join(typed);
    let root = settings.root.canonicalize().unwrap_or_else(|_| settings.root.clone());
    // A path that does not exist is told later, by what it was meant to select.
    let (file, line) = match typed.rsplit_once(':') {
        Some((path, line)) if line.parse::<usize>().is_ok() => (folder.join(path), Some(line)),
        _ => (absolute, None),
    };
    let whole = file.canonicalize().unwrap_or(file);
    let Ok(below) = whole.strip_prefix(&root) else { return typed.to_owned() };
    let below = below.to_string_lossy().replace('\\', "/");
    match line {
        Some(line) => format!("{below}:{line}"),
        None => below,
    }
}

/// A diagnostic that nothing was selected.
pub(crate) fn nothing_selected(everything: bool) -> Diagnostic {
    let (message, hint) = match everything {
        true => ("cli-no-scenarios", "cli-no-scenarios-hint"),
        false => ("cli-nothing-selected", "cli-nothing-selected-hint"),
    };
    Diagnostic::error(Message::new(message)).hint(Message::new(hint))
}
