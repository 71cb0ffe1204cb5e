//! The refusals of the mass calculation, as in the crate's table: status, code, sentence.

use crate::error::Rule;

const fn rule(status: u16, code: &'static str, text: &'static str) -> Rule {
    Rule { status, code, text }
}

pub(super) const LOCKED: Rule =
    rule(409, "MAS-010", "Sama liigi ja aasta massarvutus juba käib või on katkenud.");
pub(super) const NO_DRY_RUN: Rule = rule(
    409,
    "MAS-011",
    "Enne massarvutust peab samade lähteandmetega prooviarvutus olema lõpetatud.",
);
pub(super) const DONE_ALREADY: Rule =
    rule(409, "MAS-012", "Samade lähteandmetega massarvutus on juba tehtud.");
pub(super) const NOT_INTERRUPTED: Rule =
    rule(409, "MAS-013", "Jätkata saab ainult katkenud massarvutust.");
pub(super) const DATA_MISSING: Rule = rule(422, "MAS-014", "Massarvutuse lähteandmed on puudu.");
pub(super) const NO_RESULTS: Rule = rule(409, "MAS-015", "Massarvutusel ei ole veel tulemusi.");
pub(super) const PERSON_EXISTS: Rule = rule(409, "MAS-016", "Isik on rahvastikus juba olemas.");
pub(super) const WRONG_NUMBER: Rule = rule(422, "MAS-017", "Arv on vigane või liiga suur.");
pub(super) const WRONG_YEAR: Rule = rule(422, "MAS-018", "Aasta ja kande liik ei sobi kokku.");
pub(super) const BEING_BUILT: Rule = rule(409, "MAS-019", "Rahvastikku alles koostatakse.");
