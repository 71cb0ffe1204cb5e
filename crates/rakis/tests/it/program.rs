//! Drives the real binary in a temporary project.

use std::{
    fmt::Write as _,
    io::Read,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

/// The program may take so long; a test that waits for ever tells nobody what hangs.
const LIMIT: Duration = Duration::from_mins(4);

/// The repository, which is itself a project.
pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .expect("the workspace is there")
}

/// The address of the PostgreSQL for tests; without one, that the test did not run is said.
#[expect(clippy::disallowed_methods, reason = "the address of a test database comes from outside")]
pub(crate) fn postgres() -> Option<String> {
    let url = std::env::var("RAKIS_TEST_POSTGRES").ok();
    if url.is_none() {
        eprintln!(
            "not run: RAKIS_TEST_POSTGRES is not set (./test starts a PostgreSQL and sets it)"
        );
    }
    url
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
        Ended::of(within_limit(&mut self.command(arguments)))
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

/// Runs the command to its end; one that does not come to it ends the test with what its threads wait for.
pub(crate) fn within_limit(command: &mut Command) -> Output {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("rakis runs");
    let (out, err) = (gather(child.stdout.take()), gather(child.stderr.take()));
    let deadline = Instant::now() + LIMIT;
    let status = loop {
        if let Some(status) = child.try_wait().expect("a child") {
            break status;
        }
        if Instant::now() > deadline {
            let threads = threads_of(&child);
            child.kill().expect("a child can be killed");
            let told = [out, err]
                .map(|pipe| String::from_utf8_lossy(&pipe.join().unwrap_or_default()).into_owned());
            panic!("no end after {LIMIT:?}: {command:?}\n{threads}\n--- out, err\n{told:#?}");
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    let [stdout, stderr] = [out, err].map(|pipe| pipe.join().expect("a pipe is read"));
    Output { status, stdout, stderr }
}

/// Reads a pipe while the program runs, so that a full one does not stop it.
fn gather(pipe: Option<impl Read + Send + 'static>) -> std::thread::JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        let read = pipe.map(|mut pipe| pipe.read_to_end(&mut bytes));
        read.transpose().expect("a pipe is read");
        bytes
    })
}

/// Name, state and place in the kernel of each thread, where the system tells them.
fn threads_of(child: &Child) -> String {
    let tasks = std::fs::read_dir(format!("/proc/{}/task", child.id()));
    let mut told = String::new();
    for task in tasks.into_iter().flatten().flatten() {
        let read = |name: &str| std::fs::read_to_string(task.path().join(name)).unwrap_or_default();
        let (stat, place, call) = (read("stat"), read("wchan"), read("syscall"));
        let _ = writeln!(told, "{} | {place} | {}", stat.trim(), call.trim());
    }
    told
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
