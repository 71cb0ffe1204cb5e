//! A waiver covers what had been seen of the defect when it was given, and nothing else.

use rakis_defects::{Actor, Edit, Move, NewDefect, RegisterError, symptom};
use rakis_model::{
    Failure, Outcome,
    record::{Case, DefectEffect, DefectEffect::*},
};

use crate::fixture::*;

const ONE: &str = "VIGA-2026-0001";
const TWO: &str = "VIGA-2026-0002";

/// A pension that is paid a cent short, in the second row.
fn short(example: &str, change: impl FnOnce(&mut Failure)) -> Case {
    let mut case = failed(1, example, "rida 2, veerg „summa“");
    let failure = case.steps[1].failure.as_mut().unwrap();
    failure.expected = Some("isik 69901010008, 2026-11-24T10:00:00Z: 250.00".into());
    failure.actual = Some("isik 69901010008, 2026-11-24T10:00:00Z: 249.99".into());
    failure.differences[0].expected = Some("250.00".into());
    failure.differences[0].actual = Some("249.99".into());
    change(failure);
    case
}

async fn waive(register: &Fresh, id: &str) {
    let until = "2026-12-31".parse().unwrap();
    register.waive(id, "p", until, &procedure(), &mari(), at("11:00")).await.unwrap();
}

/// What judging says of a run, which recording then says as well.
async fn told_of(
    register: &Fresh,
    name: &str,
    cases: Vec<Case>,
) -> Vec<(usize, String, DefectEffect)> {
    let run = run(name, Some("1"), cases);
    let judged = register.judge(&run, &procedure(), at("12:00")).await.unwrap();
    let mut recorded =
        register.record(&run, &procedure(), &Actor::new("ci"), at("12:00")).await.unwrap();
    let all = told(&recorded);
    recorded.notes.retain(|note| note.effect != Opened);
    assert_eq!(judged.notes, recorded.notes);
    all
}

#[tokio::test]
async fn only_what_changes_from_run_to_run_may_differ() {
    for register in everywhere().await {
        register.take("1", Some("1"), vec![short("a", |_| {})]).await;
        waive(&register, ONE).await;
        type Change = fn(&mut Failure);
        let changes: [(&str, &str, Change, DefectEffect); 9] = [
            ("the same", "a", |_| {}, Known),
            (
                "code and moment",
                "a",
                |one| {
                    one.actual =
                        Some("isik [isikukood], 2026-12-01T09:30:00.5+02:00: 249.99".into())
                },
                Known,
            ),
            ("amount", "a", |one| one.differences[0].actual = Some("0.00".into()), NotCovered),
            (
                "amount in the text",
                "a",
                |one| one.actual = Some("isik 69901010008: 0.00".into()),
                NotCovered,
            ),
            (
                "requirement",
                "a",
                |one| one.differences[0].expected = Some("240.00".into()),
                NotCovered,
            ),
            (
                "direction",
                "a",
                |one| {
                    let it = &mut one.differences[0];
                    std::mem::swap(&mut it.expected, &mut it.actual);
                },
                NotCovered,
            ),
            (
                "row",
                "a",
                |one| one.differences[0].path = "rida 3, veerg „summa“".into(),
                NotCovered,
            ),
            (
                "one row more",
                "a",
                |one| {
                    let mut more = one.differences[0].clone();
                    more.path = "rida 3, veerg „summa“".into();
                    one.differences.push(more);
                },
                NotCovered,
            ),
            ("example", "b", |_| {}, NotCovered),
        ];
        for (what, example, change, effect) in changes {
            let told = told_of(&register, what, vec![short(example, change)]).await;
            assert_eq!(told, said(&[(0, "0001", effect)]), "{what}");
        }
        assert_eq!(register.verify(None).await.unwrap().wrong, []);
    }
}

#[tokio::test]
async fn in_one_run_some_failures_of_a_defect_are_covered_and_others_are_not() {
    let register = fresh().await;
    register.take("1", Some("1"), vec![short("a", |_| {})]).await;
    waive(&register, ONE).await;
    let cases = || vec![short("b", |_| {}), short("a", |_| {}), short("c", |_| {})];
    let mut two = run("2", Some("1"), cases());
    let judgement =
        register.record(&two, &procedure(), &Actor::new("ci"), at("12:00")).await.unwrap();
    let expected = [(0, "0001", NotCovered), (1, "0001", Known), (2, "0001", NotCovered)];
    assert_eq!(told(&judgement), said(&expected));
    assert!(judgement.notes.iter().all(|note| note.waived_until.is_some()));
    two.judge(judgement);
    let outcomes: Vec<Outcome> = two.cases.iter().map(|case| case.outcome).collect();
    assert_eq!(outcomes, [Outcome::Failed, Outcome::Known, Outcome::Failed]);
    // Given again, it covers what has been seen meanwhile; what was not is not covered.
    waive(&register, ONE).await;
    let told = told_of(&register, "3", [cases(), vec![short("d", |_| {})]].concat()).await;
    let expected =
        [(0, "0001", Known), (1, "0001", Known), (2, "0001", Known), (3, "0001", NotCovered)];
    assert_eq!(told, said(&expected));
    let waiver = register.get(ONE).await.unwrap().waiver.unwrap();
    assert!(waiver.symptoms.len() == 3 && waiver.symptoms.is_sorted());
    assert_eq!(register.verify(None).await.unwrap().wrong, []);
}

#[tokio::test]
async fn merging_into_a_waived_defect_does_not_widen_its_waiver() {
    let register = fresh().await;
    let both = || vec![failed(1, "a", "$.x"), failed(2, "a", "$.y")];
    register.take("1", Some("1"), both()).await;
    waive(&register, ONE).await;
    register.merge(TWO, ONE, &procedure(), &mari(), at("11:30")).await.unwrap();
    let told = told_of(&register, "2", both()).await;
    assert_eq!(told, said(&[(0, "0001", Known), (1, "0001", NotCovered)]));
    waive(&register, ONE).await;
    let told = told_of(&register, "3", both()).await;
    assert_eq!(told, said(&[(0, "0001", Known), (1, "0001", Known)]));
    assert_eq!(register.verify(None).await.unwrap().wrong, []);
}

#[tokio::test]
async fn a_waiver_of_the_merged_defect_is_gone() {
    let register = fresh().await;
    let both = || vec![failed(1, "a", "$.x"), failed(2, "a", "$.y")];
    register.take("1", Some("1"), both()).await;
    waive(&register, TWO).await;
    register.merge(TWO, ONE, &procedure(), &mari(), at("11:30")).await.unwrap();
    let told = told_of(&register, "2", both()).await;
    assert_eq!(told, said(&[(0, "0001", Seen), (1, "0001", Seen)]));
}

#[tokio::test]
async fn calling_it_a_duplicate_does_not_widen_a_waiver_and_giving_it_again_does() {
    let register = fresh().await;
    let all = || vec![failed(1, "a", "$.x"), failed(2, "a", "$.y"), failed(3, "a", "$.z")];
    register.take("1", Some("1"), all()).await;
    waive(&register, ONE).await;
    // The third repeats the second, which repeats the first.
    let three = "VIGA-2026-0003";
    for (id, of) in [(three, TWO), (TWO, ONE)] {
        let with = Move { duplicate_of: Some(of.into()), ..Move::default() };
        register.move_to(id, "topelt", with, &procedure(), &jaan(), at("11:30")).await.unwrap();
    }
    let told = told_of(&register, "2", all()).await;
    let expected = [(0, "0001", Known), (1, "0001", NotCovered), (2, "0001", NotCovered)];
    assert_eq!(told, said(&expected));
    waive(&register, ONE).await;
    let told = told_of(&register, "3", all()).await;
    assert_eq!(told, said(&[(0, "0001", Known), (1, "0001", Known), (2, "0001", Known)]));
    // On its own again, it has no waiver.
    let why = Move { reason: Some("on eraldi viga".into()), ..Move::default() };
    register.move_to(TWO, "taasavatud", why, &procedure(), &jaan(), at("12:30")).await.unwrap();
    let told = told_of(&register, "4", all()).await;
    assert_eq!(told, said(&[(0, "0001", Known), (1, "0002", Seen), (2, "0002", Seen)]));
    assert_eq!(register.verify(None).await.unwrap().wrong, []);
}

#[tokio::test]
async fn a_grave_duplicate_is_not_waived_under_the_name_of_a_slight_defect() {
    let register = fresh().await;
    let p = procedure();
    register.take("1", Some("1"), vec![failed(1, "a", "$.x"), failed(2, "a", "$.y")]).await;
    let with = Move { duplicate_of: Some(ONE.into()), ..Move::default() };
    register.move_to(TWO, "topelt", with, &p, &jaan(), at("11:30")).await.unwrap();
    let worse = Edit { severity: Some("kriitiline".into()), ..Edit::default() };
    register.edit(TWO, worse, &p, &mari(), at("11:30")).await.unwrap();
    let until = "2026-12-01".parse().unwrap();
    let refused = register.waive(ONE, "p", until, &p, &mari(), at("11:40")).await;
    let Err(RegisterError::NotWaivable { id, severity }) = refused else { panic!("{refused:?}") };
    assert_eq!((id.as_str(), severity.as_str()), (TWO, "kriitiline"));
    assert!(register.get(ONE).await.unwrap().waiver.is_none());
}

#[tokio::test]
async fn what_a_person_saw_when_writing_it_down_is_covered() {
    for register in everywhere().await {
        let p = procedure();
        let one = run("1", Some("1"), vec![short("a", |_| {})]);
        let new = NewDefect::from_case(&one, 0).unwrap();
        assert_eq!(new.symptom, symptom::of(&one.cases[0]));
        register.open_by_hand(new, &p, &mari(), at("10:00")).await.unwrap();
        // Merged, it takes along what was seen of it.
        register.take("2", Some("1"), vec![failed(2, "a", "$.y")]).await;
        register.merge(ONE, TWO, &p, &mari(), at("10:30")).await.unwrap();
        waive(&register, TWO).await;
        let cases = || vec![short("a", |_| {}), short("b", |_| {}), failed(2, "a", "$.y")];
        let told = told_of(&register, "3", cases()).await;
        let expected = [(0, "0002", Known), (1, "0002", NotCovered), (2, "0002", Known)];
        assert_eq!(told, said(&expected));
        assert_eq!(register.verify(None).await.unwrap().wrong, []);
    }
}

#[tokio::test]
async fn a_defect_of_which_nothing_was_seen_covers_nothing() {
    let register = fresh().await;
    let p = procedure();
    let one = run("1", Some("1"), vec![short("a", |_| {})]);
    let new = NewDefect { symptom: None, ..NewDefect::from_case(&one, 0).unwrap() };
    register.open_by_hand(new, &p, &mari(), at("10:00")).await.unwrap();
    waive(&register, ONE).await;
    assert_eq!(register.get(ONE).await.unwrap().waiver.unwrap().symptoms, [""; 0]);
    let told = told_of(&register, "2", vec![short("a", |_| {})]).await;
    assert_eq!(told, said(&[(0, "0001", NotCovered)]));
}

#[tokio::test]
async fn splitting_leaves_the_waiver_where_it_was_given() {
    let register = fresh().await;
    let both = || vec![failed(1, "a", "$.x"), failed(2, "a", "$.y")];
    register.take("1", Some("1"), both()).await;
    let print = register.get(TWO).await.unwrap().fingerprints[0].clone();
    register.merge(TWO, ONE, &procedure(), &mari(), at("10:30")).await.unwrap();
    waive(&register, ONE).await;
    register.split(ONE, &print, &procedure(), &mari(), at("11:30")).await.unwrap();
    let told = told_of(&register, "2", both()).await;
    assert_eq!(told, said(&[(0, "0001", Known), (1, "0003", Seen)]));
}
