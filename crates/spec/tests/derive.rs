//! Deriving into projects: what is written, kept, merged, refused, withdrawn and stamped.
#![expect(clippy::unwrap_used, reason = "a test may end so, its helpers too")]

mod common;

use common::Project;
use rakis_spec::{ChangeKind, WriteError, write};

const SPEC: &str = "specs/rights/star.yaml";
const FEATURE: &str = "features/rights/star.feature";
const BASE: &str = "features/.derived/rights/star.feature";
const STAMPS: &str = "features/.derived/rights/star.yaml";

fn example() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/ok/naidis.yaml");
    std::fs::read_to_string(path).unwrap()
}

/// A project derived once.
fn derived() -> Project {
    let project = Project::new(&example());
    project.derive(&[]);
    project
}

/// Ids of the requirements that are suspect in any feature.
fn suspects(project: &Project) -> Vec<String> {
    common::trace(project).suspects().into_iter().collect()
}

#[test]
fn first_derive_writes_feature_base_and_stamps() {
    let project = Project::new(&example());
    let plan = project.derive(&[]);
    assert_eq!(plan.changes[0].kind, ChangeKind::New);
    assert_eq!(project.get(FEATURE), project.get(BASE));
    let files: Vec<_> = project.everything().into_iter().map(|(name, _)| name).collect();
    assert_eq!(files, [BASE, STAMPS, FEATURE], "and nothing else is left behind");
    insta::assert_snapshot!("stamps", project.get(STAMPS));
    assert!(common::trace(&project).diagnostics().is_empty());
}

#[test]
fn hand_edits_survive_a_changed_specification() {
    let project = derived();
    project.edit(FEATURE, "Omadus:", "@noauto\nOmadus:");
    project.edit(FEATURE, "@kriteerium-a\n", "@kriteerium-a @ts-4 # vt Jira\n");
    project.edit(
        FEATURE,
        "      Ja asutuses töötab isik\n",
        "      Ja asutuses töötab isik\n      Ja isikul on ID-kaart\n",
    );
    project.edit(
        FEATURE,
        "        | teenuseosutaja | sotsiaaltöötaja | jäetud rahuldamata |\n",
        "        |teenuseosutaja|sotsiaaltöötaja|jäetud rahuldamata|\n        |omavalitsus|arveldaja|rahuldatud|\n\n    # Käsitsi lisatud\n    Stsenaarium: Lisa\n      Kui midagi\n",
    );
    let by_hand = project.get(FEATURE);
    assert_eq!(project.derive(&[]).changes[0].kind, ChangeKind::Unchanged);
    assert_eq!(project.get(FEATURE), by_hand, "nothing changed, not a byte");

    project.edit(
        SPEC,
        "isikule taotletakse rolli \"<roll>\"",
        "isikule taotletakse STARi rolli \"<roll>\"",
    );
    project.edit(SPEC, "          | liik           | roll", "          | liik           | roll");
    project.edit(SPEC, "      - tunnus: b\n", "      - tunnus: c\n        pealkiri: Uus\n        siis: [uus tulemus]\n      - tunnus: b\n");
    project.edit(SPEC, "pealkiri: Allkirjata", "käsitsi: true\n        pealkiri: Allkirjata");
    let plan = project.derive(&[]);
    assert_eq!(plan.changes[0].kind, ChangeKind::Updated);
    insta::assert_snapshot!("merged", project.get(FEATURE));
}

#[test]
fn a_longer_example_realigns_the_rows_nobody_touched() {
    let project = derived();
    project.edit(
        FEATURE,
        "      Ja asutuses töötab isik\n",
        "      Ja asutuses töötab isik\n      Ja käsitsi\n",
    );
    project.edit(SPEC, "          | teenuseosutaja |", "          | haldusreformijärgne linnaosa | arveldaja | rahuldatud |\n          | teenuseosutaja |");
    project.derive(&[]);
    let feature = project.get(FEATURE);
    assert!(feature.contains("      Ja käsitsi\n"));
    assert!(feature.contains(
        "        | omavalitsus                  | sotsiaaltöötaja | rahuldatud         |\n"
    ));
}

#[test]
fn the_same_place_changed_twice_conflicts_and_nothing_is_written() {
    let project = derived();
    project.put("specs/rights/teine.yaml", &example().replace("STAR-2026-01", "STAR-2026-05"));
    project.edit(
        FEATURE,
        "Kui esitatakse allkirjata taotlus",
        "Kui isik esitab allkirjata taotluse",
    );
    project.edit(SPEC, "esitatakse allkirjata taotlus", "esitatakse allkirjastamata taotlus");
    project.edit(FEATURE, "Logis on kirje", "Kirje on logis");
    project.edit(SPEC, "Logis on kirje", "Logis on täielik kirje");
    let before = project.everything();
    let (plan, problems) = project.plan(&[]);
    insta::assert_snapshot!("conflict", problems);
    let ChangeKind::Conflict { diff } = &plan.changes[0].kind else { panic!("{plan:?}") };
    insta::assert_snapshot!("conflict-diff", diff);
    assert_eq!(plan.changes[1].kind, ChangeKind::New);
    assert!(plan.is_blocked() && !plan.is_in_sync());
    assert!(matches!(write(&plan, project.root()), Err(WriteError::Blocked)));
    assert_eq!(project.everything(), before);

    // A review decides for the feature, the wording of the specification for the specification.
    project.edit(FEATURE, "Kirje on logis", "Logis on täielik kirje");
    project.derive(&["STAR-2026-01.1"]);
    assert!(project.get(FEATURE).contains("Kui isik esitab allkirjata taotluse"));
    assert!(project.get(BASE).contains("Kui esitatakse allkirjastamata taotlus"));
    assert_eq!(suspects(&project), [""; 0]);
}

#[test]
fn both_sides_may_write_the_same() {
    let project = derived();
    project.edit(FEATURE, "Kui esitatakse allkirjata taotlus", "Kui esitatakse taotlus");
    project.edit(SPEC, "esitatakse allkirjata taotlus", "esitatakse taotlus");
    assert_eq!(project.derive(&[]).changes[0].kind, ChangeKind::Unchanged);
    assert_eq!(suspects(&project), [""; 0], "it stands exactly as derived");
}

#[test]
fn a_withdrawn_criterion_stays_tagged_and_comes_back() {
    let project = derived();
    let original = project.get(SPEC);
    project.edit(FEATURE, "@kriteerium-b\n", "@kriteerium-b\n    @ts-7\n");
    project.edit(FEATURE, "      Kui esitatakse", "      # käsitsi\n      Kui esitatakse");
    let edited = project.get(FEATURE);

    let start = original.find("      - tunnus: b\n").unwrap();
    let end = original.find("  - tunnus: STAR-2026-01.2").unwrap();
    project.put(SPEC, &format!("{}{}", &original[..start], &original[end..]));
    let plan = project.derive(&[]);
    let withdrawn: Vec<_> =
        plan.withdrawn.iter().map(|one| (one.criterion.as_str(), one.newly)).collect();
    assert_eq!(withdrawn, [("b", true)]);
    assert_eq!(project.get(FEATURE), edited.replace("@kriteerium-b\n", "@kriteerium-b @kehtetu\n"));
    assert!(!project.plan(&[]).0.withdrawn[0].newly);
    assert!(common::trace(&project).diagnostics().is_empty(), "nothing is asked of it");

    project.put(SPEC, &original);
    project.derive(&[]);
    assert_eq!(project.get(FEATURE), edited);
}

#[test]
fn a_withdrawn_requirement_keeps_its_rule_in_its_place() {
    let project = derived();
    let original = project.get(SPEC);
    let fresh = project.get(FEATURE);
    let start = original.find("  - tunnus: STAR-2026-01.1").unwrap();
    let end = original.find("  - tunnus: STAR-2026-01.2").unwrap();
    let without = format!("{}{}", &original[..start], &original[end..]);
    project.put(SPEC, &without.replace("    seotud: [STAR-2026-01.1]\n", ""));
    project.derive(&[]);
    insta::assert_snapshot!("withdrawn-requirement", project.get(FEATURE));
    // Its hand-written neighbours in the rule are withdrawn with it, so no tag dangles.
    assert!(common::trace(&project).diagnostics().is_empty());
    // Deleted by hand it stays away.
    let feature = project.get(FEATURE);
    let from = feature.find("  @req-STAR-2026-01.1").unwrap();
    let to = feature.find("  @req-STAR-2026-01.2").unwrap();
    project.put(FEATURE, &format!("{}{}", &feature[..from], &feature[to..]));
    project.derive(&[]);
    assert!(!project.get(FEATURE).contains("STAR-2026-01.1"));

    project.put(SPEC, &original);
    project.derive(&[]);
    assert_eq!(project.get(FEATURE), fresh, "and comes back whole");
}

#[test]
fn a_deleted_specification_leaves_its_feature_withdrawn() {
    let project = derived();
    project.edit(FEATURE, "      Ja asutuses", "      # käsitsi\n      Ja asutuses");
    let spec = project.get(SPEC);
    let edited = project.get(FEATURE);
    project.remove(SPEC);
    let plan = project.derive(&[]);
    assert_eq!(plan.withdrawn.len(), 3);
    insta::assert_snapshot!("withdrawn-all", project.get(FEATURE));
    assert!(common::trace(&project).diagnostics().is_empty());

    project.put(SPEC, &spec);
    project.derive(&[]);
    assert_eq!(project.get(FEATURE), edited);

    project.remove(SPEC);
    project.remove(FEATURE);
    project.derive(&[]);
    assert_eq!(project.everything(), [], "with both gone nothing is remembered");
}

#[test]
fn a_specification_that_cannot_be_read_withdraws_nothing() {
    let project = derived();
    let before = project.everything();
    let mut problems = rakis_model::Problems::new();
    let plan = rakis_spec::plan_derive(project.root(), &[], &[], &mut problems);
    assert!(problems.is_empty() && plan.changes.is_empty() && plan.withdrawn.is_empty());
    write(&plan, project.root()).unwrap();
    assert_eq!(project.everything(), before);
}

#[test]
fn a_renamed_specification_is_told() {
    let project = derived();
    project.put("specs/rights/uus.yaml", &project.get(SPEC));
    project.remove(SPEC);
    let before = project.everything();
    let (plan, problems) = project.plan(&[]);
    insta::assert_snapshot!("renamed", problems);
    assert!(matches!(write(&plan, project.root()), Err(WriteError::Blocked)));
    assert_eq!(project.everything(), before);

    for (old, new) in [
        (FEATURE, "features/rights/uus.feature"),
        (BASE, "features/.derived/rights/uus.feature"),
        (STAMPS, "features/.derived/rights/uus.yaml"),
    ] {
        project.put(new, &project.get(old));
        project.remove(old);
    }
    project.derive(&[]);
    assert!(project.get("features/rights/uus.feature").contains("(specs/rights/uus.yaml)"));
    assert_eq!(project.everything().len(), 3);
}

#[test]
fn windows_line_breaks_are_kept() {
    let project = derived();
    project.put(FEATURE, &project.get(FEATURE).replace('\n', "\r\n"));
    let before = project.get(FEATURE);
    assert_eq!(project.derive(&[]).changes[0].kind, ChangeKind::Unchanged);
    assert_eq!(project.get(FEATURE), before);

    project.edit(SPEC, "      - tunnus: b\n", "      - tunnus: c\n        pealkiri: Uus\n        siis: [uus tulemus]\n      - tunnus: b\n");
    project.edit(SPEC, "siis: [logis on kirje]", "siis: [logis on kirje, sellel on aeg]");
    project.derive(&[]);
    let feature = project.get(FEATURE);
    assert!(feature.contains("    Stsenaarium: Uus\r\n"));
    assert!(feature.contains("      Ja sellel on aeg\r\n"));
    assert_eq!(feature.matches('\n').count(), feature.matches("\r\n").count());
}

#[test]
fn a_lost_base_merges_what_does_not_disagree() {
    let project = derived();
    project.edit(FEATURE, "      Ja asutuses", "      # käsitsi\n      Ja asutuses");
    project.edit(FEATURE, "@kriteerium-b", "@kriteerium-b @ts-1");
    let edited = project.get(FEATURE);
    project.remove(BASE);
    assert_eq!(project.derive(&[]).changes[0].kind, ChangeKind::Unchanged);
    assert_eq!(project.get(FEATURE), edited);

    project.remove(BASE);
    project.edit(SPEC, "esitatakse allkirjata taotlus", "esitatakse taotlus");
    let (plan, problems) = project.plan(&[]);
    assert!(plan.is_blocked(), "without a base nobody can say who changed the line");
    assert!(problems.contains("star.feature:25:7"), "{problems}");
}

#[test]
fn an_emptied_feature_is_derived_afresh() {
    let project = derived();
    let whole = project.get(FEATURE);
    for rest in ["", " \r\n\n"] {
        project.edit(FEATURE, &project.get(FEATURE), rest);
        assert_eq!(project.derive(&[]).changes[0].kind, ChangeKind::New, "{rest:?}");
        assert_eq!(project.get(FEATURE), whole, "{rest:?}");
    }
}

#[test]
fn a_hand_written_feature_is_refused_until_adopted() {
    let project = Project::new(&example());
    let by_hand = "# language: et\nOmadus: Käsitsi\n  Stsenaarium: Minu\n    Kui midagi\n";
    project.put(FEATURE, by_hand);
    let (plan, problems) = project.plan(&[]);
    insta::assert_snapshot!("hand-written", problems);
    assert_eq!(plan.changes[0].kind, ChangeKind::Refused);
    assert!(matches!(write(&plan, project.root()), Err(WriteError::Blocked)));
    assert_eq!(project.everything().len(), 1);

    let line = project.specs()[0].clone();
    let text = rakis_spec::derive_text(&line);
    let head = text.lines().nth(1).unwrap();
    project.edit(
        FEATURE,
        "Omadus: Käsitsi\n",
        &format!(
            "{head}\n@mod-STAR @lahteulesanne-STAR-2026-01\nOmadus: Kasutajaõiguste haldus STARis\n"
        ),
    );
    project.derive(&[]);
    let merged = project.get(FEATURE);
    assert!(merged.contains("  Stsenaarium: Minu\n    Kui midagi\n"));
    assert!(merged.contains("    @kriteerium-b\n    Stsenaarium: "));
}

#[test]
fn files_that_do_not_read_are_left_alone() {
    let project = derived();
    project.edit(FEATURE, "Omadus:", "Omadused:");
    let (plan, problems) = project.plan(&[]);
    assert!(problems.contains("viga:"), "{problems}");
    assert_eq!(plan.changes[0].kind, ChangeKind::Refused);

    let project = derived();
    project.put("features/muu.feature", "See ei ole Gherkin\n");
    project.put(STAMPS, "nõuded: 1\n");
    project.edit(SPEC, "esitatakse allkirjata taotlus", "esitatakse taotlus");
    let before = project.everything();
    let (plan, problems) = project.plan(&[]);
    assert!(problems.contains("features/muu.feature:1:1") && problems.contains(STAMPS));
    assert!(matches!(write(&plan, project.root()), Err(WriteError::Blocked)));
    assert_eq!(project.everything(), before);
}

#[test]
fn a_file_changed_after_the_plan_is_not_overwritten() {
    let project = derived();
    project.edit(SPEC, "esitatakse allkirjata taotlus", "esitatakse taotlus");
    let (plan, _) = project.plan(&[]);
    project.edit(FEATURE, "Omadus: Kasutaja", "Omadus: Minu kasutaja");
    let before = project.everything();
    assert!(
        matches!(write(&plan, project.root()), Err(WriteError::Changed { path }) if path == FEATURE)
    );
    assert_eq!(project.everything(), before);
}

#[test]
fn a_failed_write_puts_everything_back() {
    let project = derived();
    project.put(
        "specs/payments/uus.yaml",
        &example().replace("rights", "payments").replace("STAR-2026-01", "STAR-2026-05"),
    );
    // A file stands where the folder of the second feature has to be made.
    project.put("features/payments", "segab");
    project.edit(SPEC, "esitatakse allkirjata taotlus", "esitatakse taotlus");
    let before = project.everything();
    let (plan, problems) = project.plan(&[]);
    assert_eq!(problems, "");
    let error = write(&plan, project.root()).unwrap_err();
    assert!(matches!(error, WriteError::File { .. }), "{error}");
    assert_eq!(project.everything(), before);
}

#[test]
fn a_reordered_specification_reorders_the_feature() {
    let project = derived();
    project.edit(
        FEATURE,
        "  @req-STAR-2026-01.2",
        "    Stsenaarium: Lisa\n      Kui midagi\n\n  @req-STAR-2026-01.2",
    );
    let text = project.get(SPEC);
    let (a, b) =
        (text.find("      - tunnus: a\n").unwrap(), text.find("      - tunnus: b\n").unwrap());
    let end = text.find("  - tunnus: STAR-2026-01.2").unwrap();
    project.put(SPEC, &format!("{}{}{}{}", &text[..a], &text[b..end], &text[a..b], &text[end..]));
    project.derive(&[]);
    let feature = project.get(FEATURE);
    let at = |text: &str| feature.find(text).unwrap();
    assert!(at("@kriteerium-b") < at("Stsenaarium: Lisa"));
    assert!(at("Stsenaarium: Lisa") < at("@kriteerium-a"));
}

#[test]
fn a_copied_scenario_does_not_take_the_place_of_the_original() {
    let project = derived();
    let copy = "    @kriteerium-b\n    Stsenaarium: Koopia\n      Kui muu\n      Siis muu\n\n";
    project.edit(FEATURE, "    @kriteerium-b\n", &format!("{copy}    @kriteerium-b\n"));
    project.edit(SPEC, "esitatakse allkirjata taotlus", "esitatakse taotlus");
    project.derive(&[]);
    let feature = project.get(FEATURE);
    assert!(feature.contains(copy) && feature.contains("      Kui esitatakse taotlus\n"));
}

#[test]
fn a_scenario_deleted_by_hand_stays_deleted_unless_it_changed() {
    let project = derived();
    let feature = project.get(FEATURE);
    let from = feature.find("    @kriteerium-b").unwrap();
    let to = feature.find("  @req-STAR-2026-01.2").unwrap();
    project.put(FEATURE, &format!("{}{}", &feature[..from], &feature[to..]));
    assert_eq!(project.derive(&[]).changes[0].kind, ChangeKind::Unchanged);
    let told = common::shown_all(common::trace(&project).diagnostics());
    assert!(told.contains("kriteeriumil „b“ ei ole stsenaariumi"), "{told}");

    project.edit(SPEC, "esitatakse allkirjata taotlus", "esitatakse taotlus");
    let (plan, problems) = project.plan(&[]);
    assert!(plan.is_blocked() && problems.contains("käsitsi kustutatud"), "{problems}");
    project.derive(&["STAR-2026-01.1"]);
    assert!(!project.get(FEATURE).contains("@kriteerium-b"));
}

#[test]
fn a_changed_requirement_is_suspect_where_the_hand_was_at_work() {
    let project = derived();
    project.edit(SPEC, "esitatakse allkirjata taotlus", "esitatakse taotlus");
    assert_eq!(suspects(&project), ["STAR-2026-01.1"], "before the derive");
    project.derive(&[]);
    assert_eq!(suspects(&project), [""; 0], "it stands as derived");

    project.edit(FEATURE, "      Ja asutuses", "      # käsitsi\n      Ja asutuses");
    project.derive(&[]);
    assert_eq!(suspects(&project), [""; 0], "the requirement did not change");
    project.edit(SPEC, "liigi rolle.", "liigi rolle ja õigusi.");
    project.derive(&[]);
    assert_eq!(suspects(&project), ["STAR-2026-01.1"]);
    insta::assert_snapshot!("suspect", common::shown_all(common::trace(&project).diagnostics()));
    let (_, problems) = project.plan(&["STAR-2026-01.3"]);
    assert!(problems.contains("kas mõtlesid „STAR-2026-01.1“?"), "{problems}");
    project.derive(&["STAR-2026-01.1"]);
    assert_eq!(suspects(&project), [""; 0]);
}

#[test]
fn layout_of_the_specification_is_no_change_of_content() {
    let project = derived();
    project.edit(FEATURE, "      Ja asutuses", "      # käsitsi\n      Ja asutuses");
    let feature = project.get(FEATURE);
    project.edit(
        SPEC,
        "nõue: Asutuse töötajale saab anda",
        "nõue: >-\n      Asutuse töötajale   saab\n      anda",
    );
    project.edit(SPEC, "| liik           | roll ", "|liik|   roll ");
    project.edit(SPEC, "Järelevalve", "Järelevalve nõuab");
    project.edit(SPEC, "seotud: [STAR", "seotud: [  STAR");
    assert_eq!(suspects(&project), [""; 0]);
    project.derive(&[]);
    assert_eq!(project.get(FEATURE), feature);

    project.edit(SPEC, "redaktsioon: 3", "redaktsioon: 4");
    assert_eq!(suspects(&project), ["STAR-2026-01.2"], "a new revision says it changed");
}

#[test]
fn hand_written_features_are_stamped_when_first_seen_and_then_only_by_review() {
    let project = derived();
    let feature = "features/rights/kasitsi.feature";
    project.put(
        feature,
        "# language: et\nOmadus: Käsitsi\n\n  @req-STAR-2026-01.2\n  Stsenaarium: Minu\n    Kui midagi\n",
    );
    let text = project.get(feature);
    project.derive(&[]);
    assert_eq!(project.get(feature), text);
    assert!(project.get("features/.derived/rights/kasitsi.yaml").contains("\"STAR-2026-01.2\""));
    project.edit(SPEC, "siis: [logis on kirje]", "siis: [logis on kirjed]");
    project.derive(&[]);
    let trace = common::trace(&project);
    let found: Vec<_> = trace.suspect.iter().map(|one| one.feature.as_str()).collect();
    assert_eq!(found, [feature], "the derived one stands as derived");
    project.derive(&["STAR-2026-01.2"]);
    assert_eq!(suspects(&project), [""; 0]);
    project.remove(feature);
    project.derive(&[]);
    assert_eq!(project.everything().len(), 3, "its stamps go with it");
}
