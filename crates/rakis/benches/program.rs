//! How long the whole program takes and how much memory it needs, against the goals.
//!
//! `cargo bench -p rakis` runs the release binary several times and prints medians. It judges
//! nothing by itself: clocks differ from machine to machine.
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

/// What one run of the program took.
struct Taken {
    wall: Duration,
    /// Highest resident memory in KiB; 0 where /proc is absent.
    memory: u64,
    code: Option<i32>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn take(arguments: &[&str]) -> Taken {
    let began = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_rakis"))
        .args(arguments)
        .current_dir(root())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("rakis starts");
    let status = format!("/proc/{}/status", child.id());
    let mut memory = 0;
    let code = loop {
        memory = memory.max(peak(&status));
        if let Some(ended) = child.try_wait().expect("rakis can be waited for") {
            break ended.code();
        }
        std::thread::sleep(Duration::from_micros(500));
    };
    Taken { wall: began.elapsed(), memory, code }
}

fn peak(status: &str) -> u64 {
    let text = std::fs::read_to_string(status).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or_default()
}

/// Medians of several runs, beside the goals.
fn measure(title: &str, arguments: &[&str], runs: usize, wall_goal: u128, memory_goal: u64) {
    take(arguments);
    let mut taken: Vec<Taken> = (0..runs).map(|_| take(arguments)).collect();
    assert!(taken.iter().all(|one| one.code == Some(0)), "{title}: a run did not pass");
    taken.sort_by_key(|one| one.wall);
    let wall = taken[runs / 2].wall.as_micros();
    let memory = taken.iter().map(|one| one.memory).max().unwrap_or_default();
    println!(
        "{title:<44} {:>6}.{:01} ms (goal {wall_goal} ms)   {:>4} MiB (goal {} MiB)",
        wall / 1000,
        wall % 1000 / 100,
        memory / 1024,
        memory_goal
    );
}

fn main() {
    measure("rakis --help", &["--help"], 21, 20, 100);
    measure("rakis check", &["check"], 11, 200, 100);
    measure("rakis run (whole suite, embedded system)", &["run"], 11, 3000, 100);
    measure("rakis run --jobs 1", &["run", "--jobs", "1"], 5, 3000, 100);
}
