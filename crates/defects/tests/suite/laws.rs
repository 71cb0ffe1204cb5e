//! Whatever happens, in whatever order: the tables are what the log says, and no failure is dropped.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use rakis_defects::{Edit, Move, Register, event::What};
use rakis_model::record::{DefectEffect, DefectNote};

use crate::fixture::*;

/// Something somebody tries; what the procedure forbids is refused, and must leave no trace.
#[derive(Clone, Debug)]
enum Act {
    /// A run in a build: for each of four scenarios, which fault it fails by, if any.
    Run(Option<u8>, [Option<u8>; 4]),
    Move(u8, u8),
    Cause(u8),
    Waive(u8),
    Merge(u8, u8),
    Split(u8),
    Comment(u8),
}

fn act() -> impl Strategy<Value = Act> {
    let fault = || proptest::option::weighted(0.5, 0..3u8);
    let faults = [fault(), fault(), fault(), fault()];
    prop_oneof![
        4 => (proptest::option::weighted(0.9, 0..6u8), faults).prop_map(|(b, f)| Act::Run(b, f)),
        4 => (1..6u8, 0..9u8).prop_map(|(id, to)| Act::Move(id, to)),
        1 => (1..6u8).prop_map(Act::Cause),
        1 => (1..6u8).prop_map(Act::Waive),
        1 => (1..6u8, 1..6u8).prop_map(|(from, into)| Act::Merge(from, into)),
        1 => (1..6u8).prop_map(Act::Split),
        1 => (1..6u8).prop_map(Act::Comment),
    ]
}

fn id(number: u8) -> String {
    format!("VIGA-2026-{number:04}")
}

/// What must be true of the register, kept apart from it.
#[derive(Default)]
struct Told {
    failures: usize,
    /// Scenarios with the faults they have failed by.
    seen: BTreeSet<(usize, u8)>,
    /// What had been seen of anything when a defect was waived last.
    waived: BTreeMap<String, BTreeSet<(usize, u8)>>,
}

impl Told {
    /// A run was recorded: nothing is known that nobody can have looked at.
    fn run(&mut self, faults: &[Option<u8>], notes: &[DefectNote]) {
        for (position, fault) in faults.iter().enumerate() {
            let Some(fault) = fault else { continue };
            let mut of = notes.iter().filter(|note| note.case == position).peekable();
            assert!(of.peek().is_some(), "a failure without a word");
            for note in of.filter(|note| note.effect == DefectEffect::Known) {
                let looked_at = self.waived.get(&note.defect);
                let looked_at = looked_at.is_some_and(|all| all.contains(&(position, *fault)));
                assert!(looked_at, "known, and seen by nobody before: {note:?}");
            }
        }
        self.failures += faults.iter().flatten().count();
        let failed = faults.iter().enumerate();
        self.seen.extend(failed.filter_map(|(position, fault)| Some((position, (*fault)?))));
    }
}

async fn try_to(register: &Register, number: usize, act: &Act, all: &mut Told) {
    let p = procedure();
    let now = at("10:00") + jiff::SignedDuration::from_mins(i64::try_from(number).unwrap());
    match act {
        Act::Run(build, faults) => {
            let case = |(scenario, fault): (usize, &Option<u8>)| match fault {
                Some(fault) => failed(1, &format!("s{scenario}"), &format!("$.fault.f{fault}x")),
                None => passed(1, &format!("s{scenario}")),
            };
            let cases = faults.iter().enumerate().map(case).collect();
            let build = build.map(|build| format!("1.{build}"));
            let run = run(&format!("run {number}"), build.as_deref(), cases);
            let actor = rakis_defects::Actor::new("ci");
            let judged = register.judge(&run, &p, now).await.unwrap();
            let told = register.record(&run, &p, &actor, now).await.unwrap();
            let known = told.notes.iter().filter(|note| note.effect != DefectEffect::Opened);
            assert!(judged.notes.iter().eq(known), "judging says what recording will: {act:?}");
            all.run(faults, &told.notes);
        }
        Act::Move(one, to) => {
            let to = &p.states[usize::from(*to) % p.states.len()].name;
            let with = Move {
                reason: Some("p".into()),
                fixed_in: (to == "parandatud").then(|| format!("1.{}", one % 6)),
                duplicate_of: (to == "topelt").then(|| id(1)),
                ..Move::default()
            };
            let _ = register.move_to(&id(*one), to, with, &p, &mari(), now).await;
        }
        Act::Cause(one) => {
            let cause = Some(("kood".into(), "p".into()));
            let edit = Edit { cause, ..Edit::default() };
            let _ = register.edit(&id(*one), edit, &p, &mari(), now).await;
        }
        Act::Waive(one) => {
            let until = "2026-12-01".parse().unwrap();
            if register.waive(&id(*one), "p", until, &p, &mari(), now).await.is_ok() {
                all.waived.insert(id(*one), all.seen.clone());
            }
        }
        Act::Merge(from, into) => {
            let _ = register.merge(&id(*from), &id(*into), &p, &mari(), now).await;
        }
        Act::Split(one) => {
            if let Ok(defect) = register.get(&id(*one)).await
                && let Some(print) = defect.fingerprints.last()
            {
                let _ = register.split(&defect.id, print, &p, &mari(), now).await;
            }
        }
        Act::Comment(one) => {
            let _ = register.comment(&id(*one), "p", &p, &mari(), now).await;
        }
    }
}

async fn law(acts: &[Act]) {
    let register = opened("sqlite::memory:").await;
    let mut all = Told::default();
    for (number, act) in acts.iter().enumerate() {
        try_to(&register, number, act, &mut all).await;
    }
    let verified = register.verify(None).await.unwrap();
    assert_eq!(verified.wrong, []);
    let (mut counted, mut found) = (0, 0);
    for number in 1..=30 {
        let Ok(defect) = register.get(&id(number)).await else { break };
        counted += defect.occurrences;
        found += defect.fingerprints.len();
        let shown = register.occurrences(&defect.id, 1000).await.unwrap();
        let failed = i64::try_from(shown.iter().filter(|one| !one.passed).count()).unwrap();
        // A defect that was repeated by others has their occurrences in its count as well.
        assert!(defect.merged_into.is_none() || failed == 0);
        let history = register.history(&defect.id).await.unwrap();
        assert!(matches!(history[0].what, What::Found(_)));
        for pair in history.windows(2) {
            assert!(pair[0].seq < pair[1].seq);
        }
    }
    assert_eq!(counted, i64::try_from(all.failures).unwrap(), "every failure counts once");
    assert!(found <= 3, "three faults are never more than three fingerprints");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
    #[test]
    fn the_tables_are_what_the_log_says(acts in proptest::collection::vec(act(), 1..25)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(law(&acts));
    }
}
