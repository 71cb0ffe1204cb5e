//! What the tests of this crate share: diagnostics as text, and projects in temporary folders.
#![allow(dead_code, unreachable_pub, reason = "each test binary uses its part")]

use std::{fs, path::Path};

use rakis_model::{
    Diagnostic, Place, Problems, Severity,
    words::{Language, Words},
};
use rakis_spec::{DerivePlan, Specification, plan_derive, read_all, write};

/// Everything a person would read of the problems, in Estonian.
pub fn shown(problems: Problems) -> String {
    let texts = [rakis_model::WORDS, rakis_gherkin::WORDS, rakis_spec::WORDS];
    let words = Words::new(Language::Et, &texts);
    problems.into_sorted().iter().map(|one| diagnostic(one, &words)).collect()
}

fn diagnostic(one: &Diagnostic, words: &Words) -> String {
    let severity = match one.severity {
        Severity::Error => "viga",
        Severity::Warning => "hoiatus",
    };
    let mut text = format!("{severity}: {}\n", words.text(&one.message));
    if let Some(at) = &one.place {
        text.push_str(&format!("  --> {}\n", place(at)));
    }
    if let Some((at, label)) = &one.related {
        text.push_str(&format!("  ::: {} {}\n", place(at), words.text(label)));
    }
    for hint in &one.hints {
        text.push_str(&format!("  = {}\n", words.text(hint).replace('\n', "\n    ")));
    }
    text
}

fn place(place: &Place) -> String {
    format!("{place} `{}`", &place.source.text[place.span.clone()])
}

/// A project in a temporary folder.
pub struct Project {
    folder: tempfile::TempDir,
}

impl Project {
    /// With one specification, `specs/rights/star.yaml`.
    pub fn new(spec: &str) -> Self {
        let project = Self { folder: tempfile::tempdir().unwrap() };
        project.put("specs/rights/star.yaml", spec);
        project
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    pub fn put(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn get(&self, path: &str) -> String {
        fs::read_to_string(self.root().join(path)).unwrap()
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.root().join(path)).unwrap();
    }

    /// Replaces a part that must be there.
    pub fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.get(path);
        assert!(text.contains(from), "{from:?} is not in {path}:\n{text}");
        self.put(path, &text.replacen(from, to, 1));
    }

    pub fn specs(&self) -> Vec<Specification> {
        let mut problems = Problems::new();
        let specs = read_all(self.root(), "specs", &mut problems);
        assert!(!problems.any_error(), "{}", shown(problems));
        specs
    }

    pub fn plan(&self, reviewed: &[&str]) -> (DerivePlan, String) {
        let reviewed: Vec<String> = reviewed.iter().map(|id| (*id).to_owned()).collect();
        let mut problems = Problems::new();
        let plan = plan_derive(self.root(), &self.specs(), &reviewed, &mut problems);
        (plan, shown(problems))
    }

    /// Derives without a problem; deriving again must then change nothing at all.
    pub fn derive(&self, reviewed: &[&str]) -> DerivePlan {
        let (plan, problems) = self.plan(reviewed);
        assert_eq!(problems, "");
        write(&plan, self.root()).unwrap();
        let before = self.everything();
        let (again, problems) = self.plan(&[]);
        assert_eq!(problems, "");
        assert!(again.is_in_sync(), "a second derive is not in sync: {again:#?}");
        write(&again, self.root()).unwrap();
        assert_eq!(self.everything(), before, "a second derive changed files");
        plan
    }

    /// Every file under `features` with its text.
    pub fn everything(&self) -> Vec<(String, String)> {
        let mut files = Vec::new();
        collect(self.root(), &self.root().join("features"), &mut files);
        files.sort();
        files
    }
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
            files.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}

/// The trace of a project as it stands on the disk.
pub fn trace(project: &Project) -> rakis_spec::Trace {
    let mut problems = Problems::new();
    let features: Vec<_> = project
        .everything()
        .into_iter()
        .filter(|(name, _)| name.ends_with(".feature") && !name.contains("/.derived/"))
        .map(|(name, text)| {
            let source = rakis_model::Source::new(name, text);
            let options = rakis_gherkin::Options { default_language: "et" };
            let parsed =
                rakis_gherkin::parse(&source, &options, &mut rakis_gherkin::Ids::new()).unwrap();
            (source, parsed)
        })
        .collect();
    let stamps = rakis_spec::read_stamps(project.root(), &mut problems);
    assert_eq!(shown(problems), "");
    rakis_spec::trace(&project.specs(), &features, &stamps)
}

/// As [`shown`].
pub fn shown_all(diagnostics: Vec<Diagnostic>) -> String {
    let mut problems = Problems::new();
    problems.extend(diagnostics);
    shown(problems)
}
