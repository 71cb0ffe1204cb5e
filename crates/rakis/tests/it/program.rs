//! Drives the real binary in a temporary project.

use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// The repository, which is itself a project.
pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .expect("the workspace is there")
}

/// A project of its own, gone with the value.
pub(crate) struct Project {
    folder: tempfile::TempDir,
}

/// What the program did.
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ended {
    fn of(output: Output) -> Self {
        Self {
            code: output.status.code(),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// Ends the test unless the program ended so.
    pub(crate) fn code(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "\n--- out\n{}\n--- err\n{}", self.out, self.err);
        self
    }

    /// Ends the test unless standard error holds each of these.
    pub(crate) fn tells(self, parts: &[&str]) -> Self {
        for part in parts {
            assert!(self.err.contains(part), "missing “{part}” in\n{}\n{}", self.err, self.out);
        }
        self
    }
}

impl Project {
    /// A project without specifications and features, with the repository's environments and phrases.
    pub(crate) fn empty() -> Self {
        let project = Self { folder: tempfile::tempdir().expect("a temporary folder") };
        for part in ["rakis.yaml", "environments", "steps/phrases"] {
            copy(&repository().join(part), &project.path(part));
        }
        project
    }

    /// A copy of the repository's own project.
    pub(crate) fn whole() -> Self {
        let project = Self::empty();
        for part in ["specs", "features", "snapshots", "procedure.yaml"] {
            copy(&repository().join(part), &project.path(part));
        }
        project
    }

    /// A path within the project.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.folder.path().join(relative)
    }

    /// Writes a file; folders are made.
    pub(crate) fn write(&self, relative: &str, content: impl AsRef<[u8]>) -> &Self {
        let path = self.path(relative);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("folders are made");
        std::fs::write(path, content).expect("the file is written");
        self
    }

    /// Reads a file.
    pub(crate) fn read(&self, relative: &str) -> String {
        std::fs::read_to_string(self.path(relative)).expect("the file is there")
    }

    /// Runs rakis in the project, in Estonian, 80 columns, no colour.
    pub(crate) fn rakis(&self, arguments: &[&str]) -> Ended {
        Ended::of(self.command(arguments).output().expect("rakis runs"))
    }

    /// The command as [`Project::rakis`] runs it.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rakis"));
        for foreign in ["CI", "RAKIS_LANG", "RAKIS_REGISTER", "INSTA_UPDATE", "INSTA_FORCE_PASS"] {
            command.env_remove(foreign);
        }
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .envs([("RAKIS_WHO", "Mari Tester"), ("RAKIS_ROLE", "testija")])
            .env("COLUMNS", "80")
            .env("NO_COLOR", "1");
        command
    }

    /// Folders of the runs made so far, oldest first.
    pub(crate) fn runs(&self) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(self.path("reports")).into_iter().flatten().flatten();
        let mut runs: Vec<PathBuf> =
            entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
        runs.sort();
        runs
    }

    /// A file of the only run.
    pub(crate) fn report(&self, name: &str) -> String {
        let runs = self.runs();
        assert_eq!(runs.len(), 1, "one run");
        std::fs::read_to_string(runs[0].join(name)).expect("the report is there")
    }
}

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        std::fs::create_dir_all(to).expect("folders are made");
        for entry in std::fs::read_dir(from).expect("a folder").flatten() {
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        std::fs::create_dir_all(to.parent().expect("a folder")).expect("folders are made");
        std::fs::copy(from, to).expect("the file is copied");
    }
}
