//! What a run means for defects that are known: waived, masked, suspect, repeated, rejected.

use jiff::Timestamp;
use rakis_defects::{Actor, Edit, Move, NewDefect, RegisterError};
use rakis_model::{
    Outcome,
    failure::{SnapshotNote, SnapshotStanding},
    record::{Case, DefectEffect, DefectEffect::*, Run},
};

use crate::fixture::*;

const ID: &str = "VIGA-2026-0001";

async fn with_defect() -> Fresh {
    let register = fresh().await;
    register.take("1", Some("1.1"), vec![failed(1, "a", "$.x")]).await;
    register
}

async fn fixed(register: &Fresh, build: &str) {
    let with = Move { fixed_in: Some(build.into()), ..Move::default() };
    register.move_to(ID, "parandatud", with, &procedure(), &jaan(), at("11:00")).await.unwrap();
}

#[tokio::test]
async fn a_waiver_makes_known_until_its_last_day_in_estonia_and_no_longer() {
    let register = with_defect().await;
    let until = "2026-11-30".parse().unwrap();
    let p = procedure();
    register.waive(ID, "tarne ei oota", until, &p, &mari(), at("11:00")).await.unwrap();
    for (now, effect, outcome) in [
        ("2026-11-24T12:00:00Z", Known, Outcome::Known),
        ("2026-11-30T21:59:59Z", Known, Outcome::Known),
        ("2026-11-30T22:00:00Z", WaiverExpired, Outcome::Failed),
        ("2027-03-01T12:00:00Z", WaiverExpired, Outcome::Failed),
    ] {
        let mut run = run(now, Some("1.2"), vec![failed(1, "a", "$.x")]);
        let judged = register.judge(&run, &p, on(now)).await.unwrap();
        let recorded = register.record(&run, &p, &Actor::new("ci"), on(now)).await.unwrap();
        assert_eq!(told(&recorded), said(&[(0, "0001", effect)]), "{now}");
        assert_eq!(judged.notes, recorded.notes, "{now}");
        assert!(recorded.recorded && !judged.recorded);
        run.judge(recorded);
        assert_eq!(run.cases[0].outcome, outcome, "{now}");
    }
    register.withdraw_waiver(ID, "aitab", &p, &mari(), at("11:00")).await.unwrap();
    let seen = register.take("after", None, vec![failed(1, "a", "$.x")]).await;
    assert_eq!(seen, said(&[(0, "0001", Seen)]));
}

#[tokio::test]
async fn who_may_waive_what_and_how_long() {
    let register = with_defect().await;
    let p = procedure();
    let day = |text: &str| text.parse().unwrap();
    let waive = async |until: &str, who: Actor, now: Timestamp| {
        register.waive(ID, "p", day(until), &p, &who, now).await.map(drop)
    };
    // 60 days from 24 November; today is the shortest.
    waive("2027-01-23", mari(), at("10:00")).await.unwrap();
    waive("2026-11-24", mari(), at("10:00")).await.unwrap();
    for until in ["2027-01-24", "2026-11-23", "9999-12-31"] {
        let refused = waive(until, mari(), at("10:00")).await;
        assert!(matches!(refused, Err(RegisterError::WaiverDay { .. })), "{until}: {refused:?}");
    }
    let refused = waive("2026-12-01", jaan(), at("10:00")).await;
    assert!(matches!(refused, Err(RegisterError::NotInRole { .. })), "{refused:?}");
    let refused = waive("2026-12-01", mari().in_role("lahendaja"), at("10:00")).await;
    assert!(matches!(refused, Err(RegisterError::NotInRole { .. })), "{refused:?}");
    let worse = Edit { severity: Some("kriitiline".into()), ..Edit::default() };
    register.edit(ID, worse, &p, &mari(), at("10:00")).await.unwrap();
    let refused = waive("2026-12-01", mari(), at("10:00")).await;
    assert!(matches!(refused, Err(RegisterError::NotWaivable { .. })), "{refused:?}");
    // A waiver given before it was known how bad it is holds no longer.
    let seen = register.take("2", None, vec![failed(1, "a", "$.x")]).await;
    assert_eq!(seen, said(&[(0, "0001", Seen)]));
    let refused = register.withdraw_waiver("VIGA-2026-0099", "x", &p, &mari(), at("10:00")).await;
    assert!(matches!(refused, Err(RegisterError::UnknownDefect(_))), "{refused:?}");
}

#[tokio::test]
async fn a_scenario_that_fails_otherwise_is_masked_and_never_known() {
    let register = with_defect().await;
    let until = "2026-12-31".parse().unwrap();
    register.waive(ID, "p", until, &procedure(), &mari(), at("10:00")).await.unwrap();
    let mut two = run("2", None, vec![failed(1, "a", "$.teine")]);
    let judgement =
        register.record(&two, &procedure(), &Actor::new("ci"), at("11:00")).await.unwrap();
    assert_eq!(told(&judgement), said(&[(0, "0002", Opened), (0, "0001", Masked)]));
    two.judge(judgement);
    assert_eq!(two.cases[0].outcome, Outcome::Failed);
    // A broken environment says nothing of any defect.
    let mut broken = failed(1, "a", "$.x");
    broken.outcome = Outcome::Broken;
    assert_eq!(register.take("3", None, vec![broken]).await, []);
}

#[tokio::test]
async fn what_proves_no_fix() {
    let register = with_defect().await;
    fixed(&register, "1.5").await;
    // No build told; a build before the fix; a suspect requirement; the same scenario failing too.
    let none = register.take("2", None, vec![passed(1, "a")]).await;
    assert_eq!(none, said(&[(0, "0001", UnexpectedPass)]));
    let older = register.take("3", Some("1.4"), vec![passed(1, "a")]).await;
    assert_eq!(older, said(&[(0, "0001", UnexpectedPass)]));
    let mut suspect = run("4", Some("1.5"), vec![passed(1, "a")]);
    suspect.info.specifications[0].requirements[0].suspect = true;
    let actor = Actor::new("ci");
    let judged = register.record(&suspect, &procedure(), &actor, at("12:00")).await.unwrap();
    assert_eq!(judged.notes, []);
    let mut broken = passed(1, "a");
    broken.outcome = Outcome::Broken;
    assert_eq!(register.take("5", Some("1.5"), vec![passed(1, "a"), broken]).await, []);
    // A scenario that was not run at all.
    assert_eq!(register.take("6", Some("1.5"), vec![passed(1, "b")]).await, []);
    assert_eq!(register.get(ID).await.unwrap().state, "parandatud");
    assert_eq!(register.take("7", Some("1.5"), vec![passed(1, "a")]).await.len(), 1);
    assert_eq!(register.get(ID).await.unwrap().state, "kinnitatud");
}

#[tokio::test]
async fn a_failure_without_a_build_reopens() {
    let register = with_defect().await;
    fixed(&register, "1.5").await;
    let seen = register.take("2", None, vec![failed(1, "a", "$.x")]).await;
    assert_eq!(seen, said(&[(0, "0001", Reopened)]));
    assert_eq!(register.get(ID).await.unwrap().state, "taasavatud");
}

#[tokio::test]
async fn a_fix_announced_in_a_commit_nobody_has_seen_comes_after_all_that_were() {
    let register = fresh().await;
    register.take("1", Some("aaaa"), vec![failed(1, "a", "$.x")]).await;
    register.take("2", Some("cccc"), vec![failed(1, "a", "$.x")]).await;
    fixed(&register, "bbbb").await;
    let seen = register.take("3", Some("cccc"), vec![failed(1, "a", "$.x")]).await;
    assert_eq!(seen, said(&[(0, "0001", Seen)]));
    let seen = register.take("4", Some("dddd"), vec![failed(1, "a", "$.x")]).await;
    assert_eq!(seen, said(&[(0, "0001", Reopened)]));
}

fn snapshot(standing: SnapshotStanding) -> Case {
    let mut case = failed(1, "a", "$.rollid[3].nimi");
    let failure = case.steps[1].failure.as_mut().unwrap();
    failure.snapshot = Some(SnapshotNote { name: "rights/rollid".into(), standing });
    case
}

#[tokio::test]
async fn a_snapshot_that_waits_is_no_defect_until_somebody_rejects_it() {
    let register = fresh().await;
    let p = procedure();
    let waiting = || vec![snapshot(SnapshotStanding::New)];
    assert_eq!(register.take("1", Some("1"), waiting()).await, []);
    let one: Run = run("1", Some("1"), waiting());
    let new = NewDefect::from_case(&one, 0).unwrap();
    let opened = register.open_by_hand(new.clone(), &p, &mari(), at("11:00")).await.unwrap();
    assert_eq!((opened.id.as_str(), opened.new), (ID, true));
    let again = register.open_by_hand(new, &p, &mari(), at("11:00")).await.unwrap();
    assert_eq!((again.id.as_str(), again.new), (ID, false));
    // It is known now, waiting or not, and at whatever row.
    assert_eq!(register.take("2", Some("1"), waiting()).await, said(&[(0, "0001", Seen)]));
    let differs = vec![snapshot(SnapshotStanding::Differs)];
    assert_eq!(register.take("3", Some("1"), differs).await, said(&[(0, "0001", Seen)]));
    let passes = register.take("4", Some("1"), vec![passed(1, "a")]).await;
    assert_eq!(passes, said(&[(0, "0001", UnexpectedPass)]));
    assert_eq!(register.verify(None).await.unwrap().wrong, []);
}

#[tokio::test]
async fn what_repeats_another_defect_counts_for_that_one() {
    let register = with_defect().await;
    let p = procedure();
    register.take("2", Some("1.1"), vec![failed(2, "a", "$.y")]).await;
    let repeats = |of: &str| Move { duplicate_of: Some(of.into()), ..Move::default() };
    let two = "VIGA-2026-0002";
    for (id, of) in [(two, two), (two, "VIGA-2026-0099")] {
        let refused = register.move_to(id, "topelt", repeats(of), &p, &jaan(), at("11:00")).await;
        assert!(refused.is_err(), "{id} {of}");
    }
    register.move_to(two, "topelt", repeats(ID), &p, &jaan(), at("11:00")).await.unwrap();
    let circle = register.move_to(ID, "topelt", repeats(two), &p, &jaan(), at("11:00")).await;
    assert!(matches!(circle, Err(RegisterError::Circle(..))), "{circle:?}");
    let seen = register.take("3", Some("1.1"), vec![failed(2, "a", "$.y")]).await;
    assert_eq!(seen, said(&[(0, "0001", Seen)]));
    let effects: Vec<DefectEffect> = seen.into_iter().map(|(_, _, effect)| effect).collect();
    assert_eq!(effects, [Seen]);
    // Until somebody says it is a defect of its own after all.
    let why = Move { reason: Some("on eraldi viga".into()), ..Move::default() };
    register.move_to(two, "taasavatud", why, &p, &jaan(), at("12:00")).await.unwrap();
    let seen = register.take("4", Some("1.1"), vec![failed(2, "a", "$.y")]).await;
    assert_eq!(seen, said(&[(0, "0002", Seen)]));
    assert_eq!(register.verify(None).await.unwrap().wrong, []);
}

#[tokio::test]
async fn a_scenario_that_is_gone_is_not_waited_for() {
    let register = with_defect().await;
    let p = procedure();
    register.take("2", Some("1.1"), vec![failed(1, "vana", "$.x")]).await;
    fixed(&register, "1.5").await;
    // The example „vana“ was renamed: it will never run again.
    register.take("3", Some("1.5"), vec![passed(1, "a"), passed(1, "uus")]).await;
    assert_eq!(register.get(ID).await.unwrap().state, "parandatud");
    let waiting = register.scenarios(ID).await.unwrap();
    let old = waiting.iter().find(|one| one.green_run.is_none()).unwrap();
    assert!(waiting.len() == 2 && old.title.contains("vana") && !old.retired);
    let gone = async |key: &str, why: &str| {
        register.retire_scenario(ID, key, why, &p, &mari(), at("12:00")).await.map(drop)
    };
    assert!(matches!(gone("x", "p").await, Err(RegisterError::UnknownScenario { .. })));
    assert!(matches!(gone(&old.key, " ").await, Err(RegisterError::Empty(_))));
    gone(&old.key, "näide nimetati ümber").await.unwrap();
    register.take("4", Some("1.5"), vec![passed(1, "a"), passed(1, "uus")]).await;
    assert_eq!(register.get(ID).await.unwrap().state, "kinnitatud");
    // If it fails once more, it is waited for again.
    register.take("5", Some("1.6"), vec![failed(1, "vana", "$.x")]).await;
    assert!(register.scenarios(ID).await.unwrap().iter().all(|one| !one.retired));
    assert_eq!(register.verify(None).await.unwrap().wrong, []);
}
