//! The table of refusals: every error code of the service with its status and its sentence.

use crate::error::Rule;

const fn rule(status: u16, code: &'static str, text: &'static str) -> Rule {
    Rule { status, code, text }
}

pub(crate) const MALFORMED: Rule = rule(400, "OIG-400", "Päring on vigane.");
pub(crate) const NOT_FOUND: Rule = rule(404, "OIG-404", "Otsitut ei leitud.");
pub(crate) const WRONG_METHOD: Rule =
    rule(405, "OIG-405", "Sellel aadressil seda tegevust ei ole.");
pub(crate) const TOO_LARGE: Rule =
    rule(413, "OIG-413", "Päring on liiga suur. Suurim lubatud maht on 1 MiB.");
pub(crate) const BROKEN: Rule =
    rule(500, "OIG-500", "Teenuses tekkis viga. Palun proovige hiljem uuesti.");
pub(crate) const TOO_SLOW: Rule =
    rule(503, "OIG-503", "Teenus ei jõudnud õigeks ajaks vastata. Palun proovige uuesti.");

pub(crate) const NO_RIGHT: Rule =
    rule(403, "OIG-003", "Kasutajal ei ole õigust seda funktsiooni kasutada.");
pub(crate) const TO_ONESELF: Rule = rule(403, "OIG-004", "Kasutaja ei saa endale ise rolli anda.");
pub(crate) const SEGREGATION: Rule =
    rule(409, "OIG-010", "Neid rolle ei tohi ühel isikul korraga olla.");
pub(crate) const ROLE_NOT_PERMITTED: Rule =
    rule(422, "OIG-011", "Seda rolli ei saa selle asutuse kasutajale anda.");
pub(crate) const OWN_DECISION: Rule =
    rule(403, "OIG-012", "Otsuse tegija ei tohi kinnitada sama otsuse väljamakset.");
pub(crate) const SETTING_OUT_OF_RANGE: Rule =
    rule(422, "OIG-013", "Seansi aegumise aeg peab olema 1–120 minutit.");
pub(crate) const PAID_ALREADY: Rule =
    rule(409, "OIG-014", "Selle otsuse väljamakse on juba kinnitatud.");
pub(crate) const NO_ACTIVE_PROCEEDING: Rule = rule(
    403,
    "OIG-020",
    "Registripäringu saab teha ainult siis, kui asutusel on kliendi kohta aktiivne menetlus.",
);

pub(crate) const WEAK_METHOD: Rule =
    rule(401, "OIG-021", "Sisse saab logida ainult ID-kaardi, Mobiil-ID või Smart-IDga.");
pub(crate) const NOT_CONFIRMED: Rule = rule(401, "OIG-022", "Isikut ei õnnestunud tuvastada.");
pub(crate) const LOCKED: Rule =
    rule(401, "OIG-023", "Konto on lukus. Palun pöörduge oma asutuse administraatori poole.");
pub(crate) const CLOSED: Rule = rule(401, "OIG-024", "Konto on suletud.");
pub(crate) const EXPIRED: Rule = rule(401, "OIG-025", "Konto kehtivus on lõppenud.");
pub(crate) const NOT_YET_VALID: Rule = rule(401, "OIG-026", "Konto ei kehti veel.");
pub(crate) const NO_ACCOUNT: Rule = rule(401, "OIG-027", "Isikul ei ole selles süsteemis kontot.");
pub(crate) const SESSION_EXPIRED: Rule =
    rule(401, "OIG-030", "Seanss on aegunud, sest seda ei kasutatud. Palun logige uuesti sisse.");
pub(crate) const SESSION_ENDED: Rule =
    rule(401, "OIG-031", "Seanss on lõppenud või puudub. Palun logige sisse.");

pub(crate) const NO_DESCRIPTION: Rule = rule(422, "OIG-040", "Palun kirjeldage probleemi.");
pub(crate) const PROBLEM_NOT_ASSIGNED: Rule = rule(
    409,
    "OIG-041",
    "Probleemi saab lahendada ainult siis, kui sellele on määratud lahendaja.",
);
pub(crate) const PROBLEM_SOLVED: Rule = rule(409, "OIG-041", "Probleem on juba lahendatud.");
pub(crate) const NOT_THE_ASSIGNEE: Rule =
    rule(403, "OIG-042", "Probleemi saab lahendada ainult selle määratud lahendaja.");
pub(crate) const NO_SOLUTION: Rule =
    rule(422, "OIG-043", "Palun kirjeldage, kuidas probleem lahendati.");

pub(crate) const NOT_SYNTHETIC: Rule =
    rule(422, "OIG-050", "Süsteem võtab vastu ainult sünteetilisi isikukoode.");
pub(crate) const WRONG_CODE: Rule = rule(422, "OIG-051", "Isikukood ei ole õige.");
pub(crate) const UNKNOWN_VALUE: Rule = rule(422, "OIG-052", "Sellist väärtust ei ole.");
pub(crate) const PERIOD_REVERSED: Rule =
    rule(422, "OIG-053", "Kehtivuse lõpp ei saa olla varasem kui algus.");
pub(crate) const EMPTY_FIELD: Rule = rule(422, "OIG-054", "Kohustuslik väli on tühi.");

pub(crate) const NO_VERSION: Rule =
    rule(404, "KLA-010", "Sellel kuupäeval klassifikaatoril kehtivat versiooni ei ole.");
pub(crate) const PUBLISHED: Rule = rule(
    409,
    "KLA-020",
    "Avaldatud versiooni ei saa muuta. Muudatuse tegemiseks koostage uus versioon.",
);
pub(crate) const DRAFT_THERE: Rule =
    rule(409, "KLA-021", "Klassifikaatori uus versioon on juba koostamisel.");
pub(crate) const VERSION_NOT_LATER: Rule =
    rule(422, "KLA-022", "Uus versioon peab hakkama kehtima eelmisest hiljem.");
pub(crate) const PUBLISHED_LATE: Rule =
    rule(422, "KLA-023", "Versiooni ei saa avaldada pärast selle kehtivuse esimest päeva.");
pub(crate) const NOT_EXHAUSTIVE: Rule = rule(
    422,
    "KLA-024",
    "Ammendavas klassifikaatoris peab kogu versiooni kehtivuse ajal kehtima jääkkood.",
);
pub(crate) const NO_CODES: Rule = rule(422, "KLA-025", "Koodideta versiooni ei saa avaldada.");
pub(crate) const CODE_THERE: Rule =
    rule(409, "KLA-030", "Selline kood on selles versioonis juba olemas.");
pub(crate) const PERIODS_OVERLAP: Rule =
    rule(409, "KLA-031", "Ühe koodi kehtivusajad ei tohi kattuda.");
pub(crate) const PARENT_CYCLE: Rule =
    rule(422, "KLA-032", "Koodi ülemkood ei saa olla kood ise ega selle alamkood.");
pub(crate) const PARENT_NOT_VALID: Rule = rule(
    422,
    "KLA-033",
    "Ülemkood peab olema samas versioonis ja kehtima kogu alamkoodi kehtivuse aja.",
);
pub(crate) const CHILDREN_OPEN: Rule =
    rule(409, "KLA-034", "Koodi ei saa sulgeda, kuni selle alamkoodid kehtivad.");
pub(crate) const NAME_TAKEN: Rule =
    rule(409, "KLA-035", "Samal tasemel kehtib samal ajal teine sama nimetusega kood.");
pub(crate) const CODE_NOT_VALID: Rule =
    rule(422, "KLA-036", "Kood sellel kuupäeval selles versioonis ei kehti.");
pub(crate) const BEFORE_VERSION: Rule =
    rule(422, "KLA-037", "Muudatus ei saa hakata kehtima enne versiooni.");
pub(crate) const WRONG_CLASSIFIER_CODE: Rule = rule(
    422,
    "KLA-038",
    "Kood koosneb 1–20 märgist: suured ladina tähed, numbrid, punkt ja sidekriips.",
);
pub(crate) const CODE_UNKNOWN_THEN: Rule =
    rule(422, "KLA-040", "Sündmuse kuupäeval kehtivas versioonis sellist koodi ei ole.");
pub(crate) const CODE_CLOSED_THEN: Rule =
    rule(422, "KLA-041", "Kood on sündmuse kuupäevaks suletud.");
pub(crate) const EVENT_AHEAD: Rule =
    rule(422, "KLA-042", "Sündmuse kuupäev ei saa olla tulevikus.");
pub(crate) const CHANGED_IN_SKAIS: Rule = rule(
    403,
    "KLA-050",
    "STARis klassifikaatorit ei muudeta. Muudatus tehakse SKAISis ja võetakse sealt üle.",
);
