//! What requirements and scenarios say of each other.
#![expect(clippy::unwrap_used, reason = "a test may end so, its helpers too")]

mod common;

use std::collections::BTreeSet;

use common::{Project, shown_all, trace};

fn example() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/ok/naidis.yaml");
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn every_gap_and_unknown_tag_is_told_with_its_place() {
    let project = Project::new(&example());
    project.put(
        "features/rights/kasitsi.feature",
        "# language: et\n@mod-STAR\nOmadus: Käsitsi\n\n  Stsenaarium: Nõudeta\n    Kui midagi\n\n  \
         @no-story-or-req\n  Stsenaarium: Nõudeta meelega\n    Kui midagi\n\n  \
         @req-STAR-2026-01.3 @kehtetu\n  Stsenaarium: Kehtetu\n    Kui midagi\n\n  \
         @req-STAR-2026-01.l @req-STAR-2026-01.1 @kriteerium-a\n  Stsenaarium: Kaks nõuet\n    Kui midagi\n\n  \
         @req-SKAIS-1999-77.5\n  Reegel: Tundmatu\n\n    \
         @kriteerium-a\n    Stsenaarium: Üks\n      Kui midagi\n\n    Stsenaarium: Kaks\n      Kui midagi\n\n  \
         @req-STAR-2026-01.1\n  Reegel: Tuntud\n\n    \
         @kriteerium-d\n    Stsenaarium: Vale kriteerium\n      Kui midagi\n",
    );
    insta::assert_snapshot!("gaps", shown_all(trace(&project).diagnostics()));
}

#[test]
fn a_requirement_in_force_needs_a_scenario_in_force() {
    let project = Project::new(&example());
    let gaps = |project: &Project| trace(project).requirements_without_scenario.len();
    assert_eq!(gaps(&project), 2, "no features at all");
    project.derive(&[]);
    assert_eq!(gaps(&project), 0);
    project.edit("features/rights/star.feature", "@kriteerium-kirje", "@kriteerium-kirje @kehtetu");
    assert_eq!(gaps(&project), 1);
    project.edit("specs/rights/star.yaml", "olek: kinnitatud", "olek: kehtetu");
    assert_eq!(gaps(&project), 0, "a withdrawn specification asks for nothing");
}

#[test]
fn reports_get_the_specifications_with_their_suspects() {
    let project = Project::new(&example());
    let suspects = BTreeSet::from(["STAR-2026-01.2".to_owned()]);
    let info = rakis_spec::info(&project.specs(), &suspects);
    let json = serde_json::to_string_pretty(&info).unwrap();
    insta::assert_snapshot!("info", json);
}
