//! Many processes at one register, and processes that are killed.

use std::process::{Child, Command, Stdio};

use crate::fixture::*;

const URL: &str = "RAKIS_TEST_CHILD_URL";
const NAME: &str = "RAKIS_TEST_CHILD_NAME";
const RUNS: &str = "RAKIS_TEST_CHILD_RUNS";

/// No test by itself: what a process of its own does, asked by the tests below.
#[tokio::test]
async fn child() {
    #[expect(clippy::disallowed_methods, reason = "how a test tells its child what to do")]
    let given = |name| std::env::var(name).ok();
    let (Some(url), Some(name), Some(runs)) = (given(URL), given(NAME), given(RUNS)) else {
        return;
    };
    let register = opened(&url).await;
    for number in 0..runs.parse::<usize>().unwrap() {
        let cases = vec![failed(1, "a", "$.x"), failed(2, "b", "$.y"), passed(3, &name)];
        let run = run(&format!("{name}-{number}"), Some("1"), cases);
        let actor = rakis_defects::Actor::new("ci");
        register.record(&run, &procedure(), &actor, at("10:00")).await.unwrap();
    }
}

fn start(register: &Fresh, name: &str, runs: usize) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "at_once::child", "--nocapture"]);
    command.env(URL, &register.url).env(NAME, name).env(RUNS, runs.to_string());
    command.stdout(Stdio::null()).spawn().unwrap()
}

#[tokio::test]
async fn eight_processes_record_at_once() {
    for register in everywhere().await {
        let children: Vec<_> =
            (0..8).map(|number| start(&register, &format!("p{number}"), 5)).collect();
        for mut child in children {
            assert!(child.wait().unwrap().success());
        }
        assert_eq!(register.number("SELECT count(*) FROM defects").await, 2);
        assert_eq!(register.number("SELECT count(*) FROM runs").await, 40);
        assert_eq!(register.number("SELECT count(*) FROM occurrences").await, 80);
        assert_eq!(register.get("VIGA-2026-0001").await.unwrap().occurrences, 40);
        let verified = register.verify(None).await.unwrap();
        assert_eq!((verified.events, verified.wrong), (42, vec![]));
    }
}

#[tokio::test]
async fn a_killed_process_leaves_nothing_half_written() {
    for register in everywhere().await {
        for round in 0..6 {
            let before = register.number("SELECT count(*) FROM runs").await;
            let mut child = start(&register, &format!("k{round}"), 100_000);
            // Somewhere in the middle of the next run, or of the one after it.
            while register.number("SELECT count(*) FROM runs").await < before + 2 + round {
                std::thread::yield_now();
            }
            child.kill().unwrap();
            child.wait().unwrap();
            let verified = register.verify(None).await.unwrap();
            assert_eq!(verified.wrong, [], "round {round}");
            let runs = register.number("SELECT count(*) FROM runs").await;
            assert_eq!(verified.events, runs + 2, "two defects and an event for each run");
        }
        let seen = register.take("after", Some("1"), vec![failed(1, "a", "$.x")]).await;
        assert_eq!(seen.len(), 1, "the register is writable again");
    }
}
