//! Merging and splitting: nothing is lost, and what is seen next counts for the right one.

use rakis_defects::{RegisterError, procedure::Phase};
use rakis_model::record::DefectEffect::*;

use crate::fixture::*;

const ONE: &str = "VIGA-2026-0001";
const TWO: &str = "VIGA-2026-0002";
const THREE: &str = "VIGA-2026-0003";

#[tokio::test]
async fn merging_and_splitting_go_there_and_back() {
    for register in everywhere().await {
        let p = procedure();
        let both = || vec![failed(1, "a", "$.x"), failed(2, "a", "$.y")];
        register.take("1", Some("1"), both()).await;
        register.take("2", Some("1"), vec![failed(2, "a", "$.y")]).await;
        let two = register.get(TWO).await.unwrap();

        let merged = register.merge(TWO, ONE, &p, &mari(), at("11:00")).await.unwrap();
        assert_eq!((merged.occurrences, merged.fingerprints.len()), (3, 2));
        assert_eq!(merged.last_seen, two.last_seen);
        let gone = register.get(TWO).await.unwrap();
        assert_eq!((gone.merged_into.as_deref(), gone.phase), (Some(ONE), Phase::Dismissed));
        let seen = register.take("3", Some("1"), both()).await;
        assert_eq!(seen, said(&[(0, "0001", Seen), (1, "0001", Seen)]));
        assert_eq!(register.occurrences(ONE, 10).await.unwrap().len(), 5);
        assert_eq!(register.occurrences(TWO, 10).await.unwrap(), []);
        let touched = register.comment(TWO, "x", &p, &mari(), at("11:00")).await;
        assert!(matches!(touched, Err(RegisterError::Merged { .. })), "{touched:?}");

        let print = &two.fingerprints[0];
        let split = register.split(ONE, print, &p, &mari(), at("12:00")).await.unwrap();
        assert_eq!((split.id.as_str(), split.split_from.as_deref()), (THREE, Some(ONE)));
        assert_eq!((split.occurrences, &split.report), (3, &two.report));
        assert_eq!(register.get(ONE).await.unwrap().occurrences, 2);
        let seen = register.take("4", Some("1"), both()).await;
        assert_eq!(seen, said(&[(0, "0001", Seen), (1, "0003", Seen)]));
        assert_eq!(register.occurrences(THREE, 10).await.unwrap().len(), 4);
        assert_eq!(register.verify(None).await.unwrap().wrong, []);
    }
}

#[tokio::test]
async fn what_cannot_be_joined_or_split() {
    let register = fresh().await;
    let p = procedure();
    register.take("1", Some("1"), vec![failed(1, "a", "$.x"), failed(2, "a", "$.y")]).await;
    let own = register.get(ONE).await.unwrap().fingerprints[0].clone();
    let merged = register.merge(ONE, ONE, &p, &mari(), at("11:00")).await;
    assert!(matches!(merged, Err(RegisterError::Circle(..))), "{merged:?}");
    let merged = register.merge(ONE, "VIGA-2026-0009", &p, &mari(), at("11:00")).await;
    assert!(matches!(merged, Err(RegisterError::UnknownDefect(_))), "{merged:?}");
    // Its only fingerprint, and one of another defect.
    for (id, print) in [(ONE, own.as_str()), (TWO, own.as_str()), (ONE, "")] {
        let split = register.split(id, print, &p, &mari(), at("11:00")).await;
        assert!(matches!(split, Err(RegisterError::NotSplit { .. })), "{split:?}");
    }
    assert_eq!(register.number("SELECT count(*) FROM events").await, 3);
}
