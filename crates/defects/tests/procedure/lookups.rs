//! What the procedure says: who may do what, what is illegal and what would be legal, who gets what.

use std::{fs, path::PathBuf};

use rakis_defects::Procedure;
use rakis_model::{
    Diagnostic, Source,
    words::{Language, Words},
};

use crate::common::{diagnostic, sound};

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
         = haldur võib siit viia olekusse: töös (määra), tagasi lükatud (lükka tagasi)\n"
    );
    assert_eq!(
        et("töös", "parandatud", "haldur"),
        "viga: olekust „töös“ olekusse „parandatud“ viiva ülemineku õigust ei ole: haldur\n  \
         = haldur võib siit viia olekusse: ootel (pane ootele)\n  \
         = teised võivad viia olekusse: parandatud (paranda; lahendaja)\n"
    );
    assert_eq!(
        et("suletud", "uus", "haldur"),
        "viga: olekust „suletud“ ei saa viga viia olekusse „uus“\n  \
         = haldur ei saa siin midagi teha\n  \
         = programm viib ise olekusse: töös (ava)\n"
    );
    assert_eq!(
        et("uus", "töos", "lahendaja"),
        "viga: olekut „töos“ menetluskorras ei ole\n  \
         = kas mõtlesid „töös“?\n  \
         = lahendaja ei saa siin midagi teha\n  \
         = teised võivad viia olekusse: töös (määra; haldur), tagasi lükatud (lükka tagasi; haldur)\n"
    );
    assert_eq!(
        refused(Language::En, "töös", "parandatud", "haldur"),
        "error: no right to bring a defect from the state “töös” to “parandatud”: haldur\n  \
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
