//! A small world through the whole runner: every way a step can end, every way a run can.

use std::{collections::BTreeMap, time::Duration};

use cucumber::{given, then};
use rakis_model::{
    Distribution, Exchange, Failure, Message, Outcome, Problems, Source,
    messages::Envelope,
    record::{Run, RunInfo},
    words::{Language, Words},
};
use rakis_runner::{
    Catalogue, Evidence, FeatureFile, Harness, Options, Order, Plan, RunMeta, Selection, Stop,
    plan, run,
};
use tokio::sync::watch;

#[derive(Debug, Default, cucumber::World)]
struct World {
    value: i64,
    left: bool,
}

#[given(expr = "väärtus on {int}")]
fn value_is(world: &mut World, value: i64) {
    world.value = value;
}

#[then(expr = "väärtus peab olema {int}")]
fn value_must_be(world: &mut World, expected: i64) {
    if world.value != expected {
        let failure = Failure::failed(Message::new("test-value"));
        std::panic::panic_any(failure.values(expected.to_string(), world.value.to_string()));
    }
}

#[then("süsteem ei vasta")]
fn broken(_: &mut World) {
    std::panic::panic_any(Failure::broken(Message::new("test-broken")));
}

#[then("samm läheb katki")]
fn panics(_: &mut World) {
    panic!("katki: õ");
}

#[then("samm ei lõpe")]
async fn hangs(_: &mut World) {
    std::future::pending::<()>().await;
}

#[then("midagi jääb vaatamata")]
fn leaves(world: &mut World) {
    world.left = true;
}

const PHRASES: &str = "\
fraasid:
  väärtused on {int} ja {int}:
    - väärtus on {1}
    - väärtus on {2}
    - väärtus peab olema {2}
  ring: [ring]
  vale osa {int}:
    - väärtus on {1}
    - väärtus peab olema 7
";

fn catalogue() -> Catalogue<World> {
    let mut problems = Problems::new();
    let catalogue = Catalogue::new(&[], &[Source::new("f.yaml", PHRASES)], &mut problems);
    assert!(problems.is_empty(), "{problems:?}");
    catalogue
}

fn planned(steps: &str) -> (Plan<World>, Vec<String>) {
    let text = format!("# language: et\nOmadus: O\n\n{steps}");
    let source = Source::new("o.feature", text);
    let mut ids = rakis_gherkin::Ids::default();
    let options = rakis_gherkin::Options { default_language: "et" };
    let parsed = rakis_gherkin::parse(&source, &options, &mut ids).expect("a right feature");
    let pickles = rakis_gherkin::pickles(&parsed, &mut ids);
    let file = FeatureFile { source, document: parsed.document, pickles };
    let mut problems = Problems::new();
    let plan = plan(vec![file], &catalogue(), &Selection::default(), &mut problems);
    let words = Words::new(Language::En, &[rakis_runner::WORDS]);
    let told = problems.into_sorted().into_iter().map(|one| {
        let place = one.place.map(|place| place.to_string()).unwrap_or_default();
        format!("{place} {}", words.text(&one.message))
    });
    (plan, told.collect())
}

fn options(jobs: usize) -> Options {
    Options {
        jobs,
        step_limit: Duration::from_millis(300),
        scenario_limit: Duration::from_secs(20),
        order: Order::Files,
        now: || 1_700_000_000_000_000_000,
    }
}

fn shape() -> Distribution {
    Distribution::of(Message::new("test-shape"), [1.into(), 10.into()], 5)
}

fn record(plan: &Plan<World>, options: &Options, stop: Stop) -> Run {
    let words = Words::new(Language::Et, &[rakis_runner::WORDS]);
    let meta = RunMeta { info: RunInfo { seed: 7, ..RunInfo::default() }, words: &words };
    let harness = Harness {
        world: Box::new(|_| World::default()),
        evidence: |_| Evidence {
            exchanges: vec![Exchange { operation: "x".to_owned(), ..Exchange::default() }],
            distributions: vec![shape()],
        },
        finish: |world| world.left.then(|| Failure::failed(Message::new("test-left"))),
    };
    let (_sender, receiver) = watch::channel(stop);
    let mut lines = String::new();
    run(plan, &catalogue(), &harness, options, &meta, &receiver, &mut |envelope: Envelope| {
        lines.push_str(&serde_json::to_string(&envelope)?);
        lines.push('\n');
        Ok(())
    })
    .expect("nothing hinders writing");
    Run::read(lines.as_bytes()).expect("a readable record")
}

const ALL: &str = "
  Stsenaarium: hea
    Eeldades väärtus on 3
    Kui väärtused on 1 ja -4
    Siis väärtus peab olema -4
  Stsenaarium: erineb
    Siis väärtus peab olema 1
    Siis väärtus peab olema 0
  Stsenaarium: katkeb
    Siis süsteem ei vasta
  Stsenaarium: vigane
    Siis samm läheb katki
  Stsenaarium: ei lõpe
    Siis samm ei lõpe
  Stsenaarium: jääb vaatamata
    Siis midagi jääb vaatamata
  Stsenaarium: fraasi osa
    Siis vale osa 5
  @manual
  Stsenaarium: käsitsi
    Siis inimene vaatab ise
";

#[test]
fn every_way_a_step_can_end_is_told_apart() {
    let (plan, told) = planned(ALL);
    assert_eq!(told, Vec::<String>::new());
    for jobs in [1, 4] {
        let run = record(&plan, &options(jobs), Stop::No);
        let outcomes: BTreeMap<&str, Outcome> =
            run.cases.iter().map(|case| (case.name.as_str(), case.outcome)).collect();
        assert_eq!(
            outcomes,
            BTreeMap::from([
                ("hea", Outcome::Passed),
                ("erineb", Outcome::Failed),
                ("katkeb", Outcome::Broken),
                ("vigane", Outcome::Invalid),
                ("ei lõpe", Outcome::Broken),
                ("jääb vaatamata", Outcome::Failed),
                ("fraasi osa", Outcome::Failed),
                ("käsitsi", Outcome::Skipped),
            ])
        );
        let failure = |name: &str| {
            let case = run.cases.iter().find(|case| case.name == name).expect("the case");
            case.failing_step().and_then(|step| step.failure.clone()).expect("a failure")
        };
        assert_eq!(failure("erineb").expected.as_deref(), Some("1"));
        assert!(format!("{:?}", failure("vigane").message).contains("katki: õ"));
        assert!(format!("{:?}", failure("fraasi osa").hints).contains("väärtus peab olema 7"));
        assert_eq!(run.cases[1].steps[1].status, rakis_model::record::StepStatus::Skipped);
        assert_eq!(run.cases[0].steps[0].exchanges.len(), 1);
        assert_eq!(run.cases[0].steps[0].distributions, [shape()]);
        assert!(!run.cut_off);
    }
}

#[test]
fn unknown_and_circular_steps_are_told_once_with_their_places() {
    let (_, told) = planned(
        "  Raamstsenaarium: n\n    Kui väärtuss on <n>\n    Siis ring\n\n    Juhtumid:\n      | n |\n      | 1 |\n      | 2 |\n",
    );
    assert_eq!(
        told,
        [
            "o.feature:5:9 unknown step “väärtuss on 1”",
            "o.feature:6:10 the phrase “ring” refers to itself",
        ]
    );
}

#[test]
fn a_wrong_phrase_is_told_even_when_nothing_uses_it() {
    let text = "fraasid:\n  a {int}: ['väärtus on {1}']\n  b {string}: ['väärtus on {1}']\n  c: [puudub]\n  ring: [ring]\n";
    let mut problems = Problems::new();
    let catalogue = Catalogue::<World>::new(&[], &[Source::new("f.yaml", text)], &mut problems);
    rakis_runner::check_phrases(&catalogue, &mut problems);
    let places = problems.into_sorted().into_iter().filter_map(|one| one.place);
    let places: Vec<String> = places.map(|place| place.to_string()).collect();
    assert_eq!(places, ["f.yaml:3:3", "f.yaml:4:3", "f.yaml:5:3"]);
}

#[test]
fn a_stopped_run_reads_as_cut_off_and_never_as_passed() {
    let (plan, _) = planned("  Stsenaarium: hea\n    Siis väärtus peab olema 0\n");
    let run = record(&plan, &options(1), Stop::Soon);
    assert_eq!(run.count(Outcome::NotRun), 1);
    assert_eq!(run.exit(), rakis_model::Exit::Interrupted);
}

#[test]
fn a_full_disk_ends_the_run_with_its_error() {
    let (plan, _) = planned(ALL);
    let words = Words::new(Language::Et, &[]);
    let meta = RunMeta { info: RunInfo::default(), words: &words };
    let harness = Harness {
        world: Box::new(|_| World::default()),
        evidence: |_| Evidence::default(),
        finish: |_| None,
    };
    let (_sender, receiver) = watch::channel(Stop::No);
    let ended =
        run(&plan, &catalogue(), &harness, &options(2), &meta, &receiver, &mut |envelope| {
            match envelope {
                Envelope::TestCaseFinished(_) => Err(std::io::Error::other("täis")),
                _ => Ok(()),
            }
        });
    assert_eq!(ended.map_err(|error| error.to_string()), Err("täis".to_owned()));
}

#[test]
fn the_same_seed_gives_the_same_order_and_runs_everything() {
    let steps: String =
        (0..50).map(|n| format!("  Stsenaarium: {n}\n    Siis väärtus peab olema 0\n")).collect();
    let (plan, _) = planned(&steps);
    let shuffled = Options { order: Order::Shuffled, ..options(1) };
    let order = || {
        let mut cases = record(&plan, &shuffled, Stop::No).cases;
        assert!(cases.iter().all(|case| case.outcome == Outcome::Passed));
        cases.sort_by_key(|case| case.started);
        cases.into_iter().map(|case| case.name).collect::<Vec<_>>()
    };
    let first = order();
    assert_eq!(first, order());
    assert_ne!(first, (0..50).map(|n| n.to_string()).collect::<Vec<_>>());
}

#[test]
fn values_of_a_hole_are_told_with_their_examples_also_of_scenarios_left_out() {
    let (plan, told) = planned(
        "  Raamstsenaarium: r
    Eeldades väärtus on <a>
    Juhtumid:
      | a |
      | 1 |
      | 1 |
  @manual
  Stsenaarium: käsitsi
    Kui väärtused on 5 ja 6
    Ja tundmatu samm
",
    );
    assert_eq!(told, Vec::<String>::new());
    let filled: Vec<(String, usize, usize)> = plan
        .filled(&catalogue(), "int")
        .into_iter()
        .map(|one| (one.value, one.scenario, one.place.line_column().0))
        .collect();
    let of = |value: &str, scenario, line| (value.to_owned(), scenario, line);
    assert_eq!(filled[..2], [of("1", 8, 5), of("1", 9, 5)]);
    assert!(filled[2..].contains(&of("5", 11, 11)), "{filled:?}");
    assert_eq!(plan.filled(&catalogue(), "string"), []);
}
