//! The table of faults in the area of classifiers.

use super::Fault;

const fn star(
    name: &'static str,
    criterion: &'static str,
    et: &'static str,
    en: &'static str,
) -> Fault {
    of("STAR", name, criterion, et, en)
}

const fn skais(
    name: &'static str,
    criterion: &'static str,
    et: &'static str,
    en: &'static str,
) -> Fault {
    of("SKAIS", name, criterion, et, en)
}

const fn of(
    system: &'static str,
    name: &'static str,
    criterion: &'static str,
    description_et: &'static str,
    description_en: &'static str,
) -> Fault {
    Fault { name, area: "classifiers", system, criterion, description_et, description_en }
}

pub(super) const FAULTS: [Fault; 34] = [
    skais(
        "classifiers.overview-misses-third-level",
        "SKAIS-2026-02.1 a",
        "Ülevaatest puuduvad kolmanda taseme koodid.",
        "The overview misses the codes of the third level.",
    ),
    skais(
        "classifiers.list-misses-owner",
        "SKAIS-2026-02.1 b",
        "Klassifikaatorite loetelus puudub omanik.",
        "The list of classifiers misses the owner.",
    ),
    skais(
        "classifiers.duplicate-code-accepted",
        "SKAIS-2026-02.2 b",
        "Versiooni saab lisada koodi, mis selles juba on.",
        "A code that the version already has can be added again.",
    ),
    skais(
        "classifiers.empty-name-accepted",
        "SKAIS-2026-02.2 c",
        "Koodi saab lisada tühja nimetusega.",
        "A code can be added with an empty name.",
    ),
    skais(
        "classifiers.same-name-accepted",
        "SKAIS-2026-02.2 d",
        "Samal tasemel saab samal ajal kehtida kaks sama nimetusega koodi.",
        "Two codes of one name can be valid side by side at the same time.",
    ),
    skais(
        "classifiers.effective-a-day-late",
        "SKAIS-2026-02.3 a",
        "Muudatus jõustub päev hiljem, kui määrati.",
        "A change takes effect a day after the one that was set.",
    ),
    skais(
        "classifiers.effective-a-day-early",
        "SKAIS-2026-02.3 a",
        "Muudatus jõustub päev varem, kui määrati.",
        "A change takes effect a day before the one that was set.",
    ),
    skais(
        "classifiers.day-changes-at-utc-midnight",
        "SKAIS-2026-02.3 a",
        "Muudatus jõustub Eesti kesköö asemel maailmaaja keskööl.",
        "A change takes effect at midnight in Greenwich instead of Estonia.",
    ),
    skais(
        "classifiers.name-change-rewrites-history",
        "SKAIS-2026-02.3 b",
        "Nimetuse muutmine muudab nimetuse ka varasemates versioonides.",
        "Changing a name changes it in earlier versions too.",
    ),
    skais(
        "classifiers.overlapping-validity-accepted",
        "SKAIS-2026-02.3 c",
        "Suletud koodi saab uuesti avada ajaks, mil see juba kehtib.",
        "A closed code can be opened again for days on which it is valid.",
    ),
    skais(
        "classifiers.closed-code-accepted",
        "SKAIS-2026-02.4 a",
        "Uus kirje võetakse vastu ka suletud koodiga.",
        "A new record with a closed code is accepted.",
    ),
    skais(
        "classifiers.closing-a-day-late",
        "SKAIS-2026-02.4 a",
        "Kood suletakse päev hiljem, kui määrati.",
        "A code is closed a day after the one that was set.",
    ),
    skais(
        "classifiers.old-record-unreadable",
        "SKAIS-2026-02.4 b",
        "Kirje, mille kood on vahepeal suletud, ei ole enam loetav.",
        "A record whose code has been closed since can no longer be read.",
    ),
    skais(
        "classifiers.parent-closes-over-children",
        "SKAIS-2026-02.4 c",
        "Ülemkoodi saab sulgeda, kuigi selle alamkoodid kehtivad.",
        "A parent can be closed while its children are valid.",
    ),
    skais(
        "classifiers.hierarchy-cycle-accepted",
        "SKAIS-2026-02.5 a",
        "Koodi saab viia iseenda või oma alamkoodi alla.",
        "A code can be moved below itself or below its own child.",
    ),
    skais(
        "classifiers.child-of-closed-parent-accepted",
        "SKAIS-2026-02.5 b",
        "Alamkoodi saab lisada ajaks, mil ülemkood on suletud.",
        "A child can be added for days on which its parent is closed.",
    ),
    skais(
        "classifiers.unknown-parent-accepted",
        "SKAIS-2026-02.5 c",
        "Koodi saab lisada ülemkoodi alla, mida versioonis ei ole.",
        "A code can be added below a parent that the version does not have.",
    ),
    skais(
        "classifiers.new-version-loses-codes",
        "SKAIS-2026-02.6 a",
        "Uude versiooni ei kandu alamkoodid.",
        "A new version does not get the codes that have a parent.",
    ),
    skais(
        "classifiers.published-version-editable",
        "SKAIS-2026-02.6 b",
        "Avaldatud versiooni saab muuta.",
        "A published version can be changed.",
    ),
    skais(
        "classifiers.draft-version-takes-effect",
        "SKAIS-2026-02.6 c",
        "Avaldamata versioon hakkab kehtima.",
        "A version that was not published takes effect.",
    ),
    skais(
        "classifiers.late-publication-accepted",
        "SKAIS-2026-02.6 d",
        "Versiooni saab avaldada pärast selle kehtivuse esimest päeva.",
        "A version can be published after its first day.",
    ),
    skais(
        "classifiers.residual-code-missing-accepted",
        "SKAIS-2026-02.6 e",
        "Ammendava klassifikaatori saab avaldada ilma jääkkoodita.",
        "An exhaustive classifier can be published without a residual code.",
    ),
    skais(
        "classifiers.anyone-may-create",
        "SKAIS-2026-02.7 a",
        "Klassifikaatori saab luua igaüks, kes on sisse logitud.",
        "Anyone who is logged in can make a classifier.",
    ),
    skais(
        "classifiers.anyone-may-change",
        "SKAIS-2026-02.7 b",
        "Klassifikaatorit saab muuta igaüks, kes on sisse logitud.",
        "Anyone who is logged in can change a classifier.",
    ),
    skais(
        "classifiers.history-misses-old-value",
        "SKAIS-2026-02.8 a",
        "Klassifikaatori ajaloos puudub vana väärtus.",
        "The history of a classifier misses the old value.",
    ),
    skais(
        "classifiers.closing-not-logged",
        "SKAIS-2026-02.8 b",
        "Koodi sulgemine ei jää logisse.",
        "The closing of a code is not logged.",
    ),
    star(
        "classifiers.star-differs-from-skais",
        "STAR-2026-02.1 a",
        "Ülevõtmisel lähevad ülemkoodid kaduma.",
        "Parents of codes are lost when a classifier is taken over.",
    ),
    star(
        "classifiers.draft-taken-over",
        "STAR-2026-02.1 b",
        "Üle võetakse ka avaldamata versioon.",
        "A version that was not published is taken over too.",
    ),
    star(
        "classifiers.comparison-misses-name",
        "STAR-2026-02.2 a",
        "Võrdlus ei näita, et nimetus on STARis ja SKAISis erinev.",
        "The comparison does not tell that a name differs between STAR and SKAIS.",
    ),
    star(
        "classifiers.wrong-version-on-event-date",
        "STAR-2026-02.3 a",
        "Koodi kontrollitakse sündmuse kuupäeva asemel tänase seisuga.",
        "A code is checked as of today instead of the day of the event.",
    ),
    star(
        "classifiers.star-closed-code-accepted",
        "STAR-2026-02.3 b",
        "Uus kirje võetakse vastu ka suletud koodiga.",
        "A new record with a closed code is accepted.",
    ),
    star(
        "classifiers.record-shows-current-name",
        "STAR-2026-02.3 c",
        "Varasemas kirjes näidatakse koodi praegust nimetust.",
        "An earlier record shows the current name of its code.",
    ),
    star(
        "classifiers.star-edits-classifier",
        "STAR-2026-02.4 a",
        "Klassifikaatorit saab muuta STARis.",
        "A classifier can be changed in STAR.",
    ),
    star(
        "classifiers.take-over-leaves-no-history",
        "STAR-2026-02.5 a",
        "Ülevõtmine ei jää klassifikaatori ajalukku.",
        "Taking over leaves no trace in the history of a classifier.",
    ),
];
