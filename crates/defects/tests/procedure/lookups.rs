//! What the procedure says: who may do what, what is illegal and what would be legal, who gets what.

use std::{fs, path::PathBuf};

use proptest::prelude::*;
use rakis_defects::{Procedure, procedure::Route};
use rakis_model::{
    Diagnostic, Source,
    words::{Language, Words},
};

use crate::common::{diagnostic, shipped, sound};

fn small() -> Procedure {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/procedure/data/small.yaml");
    sound(Source::new("p", fs::read_to_string(path).unwrap()))
}

/// What a person reads of a refusal.
fn refused(language: Language, state: &str, to: &str, role: &str) -> String {
    let procedure = small();
    let illegal = procedure.legal(state, to, role).unwrap_err();
    let words = Words::new(language, &[rakis_model::WORDS, rakis_defects::WORDS]);
    diagnostic(&Diagnostic::from(*illegal), &words)
}

#[test]
fn a_role_takes_what_it_may() {
    let procedure = small();
    let names = |state: &str, role: &str| {
        let found = procedure.permitted(state, role);
        found.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(names("uus", "haldur"), "määra, lükka tagasi");
    assert_eq!(names("töös", "lahendaja"), "pane ootele, paranda");
    assert_eq!(names("suletud", "haldur"), "", "only the program");
    assert_eq!(names("puudub", "haldur"), "");
    assert_eq!(names("uus", "puudub"), "");
    assert_eq!(procedure.legal("ootel", "töös", "haldur").unwrap().name, "määra");
}

#[test]
fn an_illegal_transition_names_the_legal_ones() {
    let et = |state, to, role| refused(Language::Et, state, to, role);
    assert_eq!(
        et("uus", "suletud", "haldur"),
        "viga: olekust „uus“ ei saa viga viia olekusse „suletud“\n  \
         = haldur võib vea viia olekusse: töös (määra), tagasi lükatud (lükka tagasi)\n"
    );
    assert_eq!(
        et("töös", "parandatud", "haldur"),
        "viga: haldur ei tohi viga olekust „töös“ olekusse „parandatud“ viia\n  \
         = haldur võib vea viia olekusse: ootel (pane ootele)\n  \
         = teised võivad vea viia olekusse: parandatud (paranda; lahendaja)\n"
    );
    assert_eq!(
        et("suletud", "uus", "haldur"),
        "viga: olekust „suletud“ ei saa viga viia olekusse „uus“\n  \
         = haldur ei saa siin midagi teha\n  \
         = programm viib vea ise olekusse: töös (ava)\n"
    );
    assert_eq!(
        et("uus", "töos", "lahendaja"),
        "viga: olekut „töos“ menetluskorras ei ole\n  \
         = kas mõtlesid „töös“?\n  \
         = lahendaja ei saa siin midagi teha\n  \
         = teised võivad vea viia olekusse: töös (määra; haldur), tagasi lükatud (lükka tagasi; haldur)\n"
    );
    assert_eq!(
        refused(Language::En, "töös", "parandatud", "haldur"),
        "error: haldur may not bring a defect from the state “töös” to “parandatud”\n  \
         = haldur may bring it to: ootel (pane ootele)\n  \
         = others may bring it to: parandatud (paranda; lahendaja)\n"
    );
}

#[test]
fn a_person_may_what_any_of_the_persons_roles_may() {
    let procedure = small();
    let legal = |who| {
        let found = procedure.legal_for("töös", "parandatud", who);
        found.map(|(one, role)| (one.name.clone(), role.name.clone()))
    };
    let by_anybody = Ok(("paranda".to_owned(), "lahendaja".to_owned()));
    assert_eq!(legal("mari"), by_anybody);
    assert_eq!(legal("keegi"), by_anybody);
    let refused = procedure.legal_for("uus", "töös", "keegi").unwrap_err();
    assert!(refused.own.is_empty());
    assert_eq!(refused.others.len(), 2);
    for (who, role, has) in [
        ("mari", "haldur", true),
        ("Mari", "haldur", false),
        ("keegi", "haldur", false),
        ("keegi", "lahendaja", true),
        ("*", "haldur", false),
        (" ", "lahendaja", false),
        ("mari", "puudub", false),
    ] {
        assert_eq!(procedure.has_role(who, role), has, "{who} {role}");
    }
}

#[test]
fn the_first_route_that_fits_wins() {
    let procedure = small();
    for (system, area, requirement, competence) in [
        ("STAR", "rights", None, "õigused"),
        ("STAR", "rights", Some("SKAIS-2026-01.1"), "õigused"),
        ("SKAIS", "rights", Some("SKAIS-2026-01.1"), "profiilid"),
        ("SKAIS", "rights", Some("SKAIS-2026-01"), "profiilid"),
        ("SKAIS", "rights", Some("SKAIS-2026-011"), "muu"),
        ("SKAIS", "rights", None, "muu"),
        ("STAR", "payments", None, "muu"),
        ("", "", Some(""), "muu"),
    ] {
        let found = procedure.route(system, area, requirement);
        assert_eq!(found.competence, competence, "{system} {area} {requirement:?}");
    }
}

#[test]
fn of_every_state_role_and_target_it_is_legal_or_told_what_is() {
    for procedure in [small(), shipped()] {
        let states: Vec<&str> = procedure.states.iter().map(|one| one.name.as_str()).collect();
        for (from, role) in
            states.iter().flat_map(|from| procedure.roles.iter().map(move |r| (*from, r)))
        {
            let permitted: Vec<&str> =
                procedure.permitted(from, &role.name).iter().map(|one| one.to.as_str()).collect();
            for to in &states {
                match procedure.legal(from, to, &role.name) {
                    Ok(one) => {
                        assert!(permitted.contains(to), "{from} {to} {}", role.name);
                        assert!(one.leads_from(from) && one.to == *to && one.permits(&role.name));
                    }
                    Err(illegal) => {
                        assert!(!permitted.contains(to), "{from} {to} {}", role.name);
                        let own: Vec<&str> =
                            illegal.own.iter().map(|way| way.to.as_str()).collect();
                        assert_eq!(own, permitted);
                        let all = procedure.leading_from(from).count();
                        assert_eq!(illegal.own.len() + illegal.others.len(), all);
                        assert!(illegal.known && illegal.nearest.is_none());
                    }
                }
            }
        }
    }
}

fn routes() -> impl Strategy<Value = Vec<Route>> {
    let some = |word| prop::option::of(prop::string::string_regex(word).unwrap());
    let route = (some("[AB]"), some("[xy]"), some("A-?1?2?(\\.1)?")).prop_map(|found| Route {
        system: found.0,
        area: found.1,
        requirement: found.2,
        ..Route::default()
    });
    prop::collection::vec(route, 1..6)
}

proptest! {
    #[test]
    fn what_a_route_covers_it_fits_too(
        routes in routes(),
        system in "[AB]",
        area in "[xy]",
        requirement in prop::option::of("A-?1?2?(\\.1)?2?"),
    ) {
        let requirement = requirement.as_deref();
        let fits = |one: &Route| one.fits(&system, &area, requirement);
        for (one, other) in routes.iter().flat_map(|one| routes.iter().map(move |o| (one, o))) {
            prop_assert!(!(one.covers(other) && fits(other)) || fits(one), "{:?} {:?}", one, other);
        }
        let mut procedure = small();
        procedure.routes = routes.iter().cloned().chain([Route::default()]).collect();
        let first = procedure.routes.iter().find(|one| fits(one)).unwrap();
        prop_assert_eq!(procedure.route(&system, &area, requirement), first);
    }
}
