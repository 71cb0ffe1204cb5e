//! The life of a defect, from the run that finds it to the one that proves it gone, and back.

use rakis_defects::{
    Edit, Filter, Move, RegisterError, Sort,
    procedure::{Need, Phase},
};
use rakis_model::record::DefectEffect::*;

use crate::fixture::*;

fn fixed_in(build: &str) -> Move {
    Move { fixed_in: Some(build.into()), ..Move::default() }
}

#[tokio::test]
async fn from_found_to_closed_and_back() {
    for register in everywhere().await {
        found_to_closed_and_back(&register).await;
        assert_eq!(register.verify(None).await.unwrap().wrong, []);
    }
}

async fn found_to_closed_and_back(register: &Fresh) {
    let p = procedure();
    let fails = || vec![failed(1, "a", "$.x"), failed(1, "b", "$.x"), passed(1, "c")];
    let passes = || vec![passed(1, "a"), passed(1, "b"), passed(1, "c")];
    let seen = register.take("1", Some("1.1"), fails()).await;
    assert_eq!(seen, said(&[(0, "0001", Opened), (1, "0001", Opened)]));
    let id = "VIGA-2026-0001";

    let defect = register.get(id).await.unwrap();
    assert_eq!((defect.state.as_str(), defect.occurrences), ("registreeritud", 2));
    assert_eq!(defect.owner(), "SKA, mari");
    assert_eq!(defect.report.requirement_text.as_deref(), Some("Nõue 1 peab kehtima."));
    assert_eq!(defect.report.steps.len(), 2);

    // While it is open: seen again, and an unexpected pass.
    let seen = register.take("2", Some("1.2"), vec![failed(1, "a", "$.x"), passed(1, "b")]).await;
    assert_eq!(seen, said(&[(0, "0001", Seen), (1, "0001", UnexpectedPass)]));

    // Fixed in a build to come: an older one neither proves nor reopens.
    let moved =
        register.move_to(id, "parandatud", fixed_in("1.10"), &p, &jaan(), at("11:00")).await;
    assert_eq!(moved.unwrap().phase, Phase::Fixed);
    let seen = register.take("3", Some("1.9"), vec![failed(1, "a", "$.x"), passed(1, "b")]).await;
    assert_eq!(seen, said(&[(0, "0001", Seen), (1, "0001", UnexpectedPass)]));
    // Half of its scenarios is no proof; the other half of another run is the rest of it.
    let seen = register.take("4", Some("1.10"), vec![passed(1, "a")]).await;
    assert_eq!(seen, said(&[(0, "0001", RetestPassed)]));
    assert_eq!(register.get(id).await.unwrap().state, "parandatud");
    let seen = register.take("5", Some("1.11"), vec![passed(1, "b")]).await;
    assert_eq!(seen, said(&[(0, "0001", RetestPassed)]));
    let defect = register.get(id).await.unwrap();
    assert_eq!(defect.state, "kinnitatud");
    let regression = defect.regression.unwrap();
    assert_eq!((regression.red.as_str(), regression.green.as_str()), ("1", "5"));

    // A cause is all that closing waits for.
    let edit = Edit { cause: Some(("kood".into(), "Kontroll puudus.".into())), ..Edit::default() };
    let closed = register.edit(id, edit, &p, &mari(), at("12:00")).await.unwrap();
    assert_eq!((closed.state.as_str(), closed.phase), ("suletud", Phase::Closed));
    assert_eq!(register.take("6", Some("1.12"), passes()).await, []);

    // Older builds are noted; the fix's own reopens.
    let seen = register.take("7", Some("1.9"), fails()).await;
    assert_eq!(seen, said(&[(0, "0001", OlderBuild), (1, "0001", OlderBuild)]));
    let seen = register.take("8", Some("1.10"), fails()).await;
    assert_eq!(seen, said(&[(0, "0001", Reopened), (1, "0001", Reopened)]));
    let defect = register.get(id).await.unwrap();
    assert_eq!((defect.state.as_str(), defect.reopened), ("taasavatud", 1));
    assert_eq!((defect.fixed_in, defect.regression, defect.cause), (None, None, None));
    assert_eq!(defect.occurrences, 8);
}

#[tokio::test]
async fn what_is_not_permitted_says_what_is() {
    let register = fresh().await;
    let p = procedure();
    register.take("1", Some("1"), vec![failed(1, "a", "$.x")]).await;
    let id = "VIGA-2026-0001";
    let moved = register.move_to(id, "suletud", Move::default(), &p, &mari(), at("11:00")).await;
    assert!(
        matches!(moved, Err(RegisterError::Illegal { illegal, .. }) if illegal.state == "registreeritud")
    );
    let moved = register.move_to(id, "parandatud", Move::default(), &p, &mari(), at("11:00")).await;
    let Err(RegisterError::Needs { missing, .. }) = moved else { panic!("{moved:?}") };
    assert_eq!(missing, [Need::FixedIn]);
    // Another role may; this one must take another way.
    let refuse = Move { reason: Some("ei ole viga".into()), ..Move::default() };
    let moved = register.move_to(id, "tagasi lükatud", refuse, &p, &jaan(), at("11:00")).await;
    let Err(error @ RegisterError::Illegal { .. }) = moved else { panic!("{moved:?}") };
    assert!(!error.hints().is_empty());
    let moved = register.move_to(id, "topelt", Move::default(), &p, &jaan(), at("11:00")).await;
    let Err(RegisterError::Needs { missing, .. }) = moved else { panic!("{moved:?}") };
    assert_eq!(missing, [Need::Duplicate]);
    let stranger = rakis_defects::Actor::new("võõras");
    let moved = register.move_to(id, "töös", Move::default(), &p, &stranger, at("11:00")).await;
    assert!(matches!(moved, Err(RegisterError::NotInRole { .. })), "{moved:?}");
    assert_eq!(register.history(id).await.unwrap().len(), 1);
    let open = Filter { open_only: true, text: Some("ROLL".into()), ..Filter::default() };
    let list = register.list(&open, Sort::Severity, &p, 10).await.unwrap();
    assert_eq!(list.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), [id]);
}
