//! The table of faults in the area of user rights.

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
    Fault { name, area: "rights", system, criterion, description_et, description_en }
}

pub(super) const FAULTS: [Fault; 42] = [
    star(
        "rights.role-outside-institution-type",
        "STAR-2026-01.1 a",
        "Taotlus rahuldatakse ka siis, kui roll kuulub teist liiki asutusele.",
        "A request for a role of the other institution type is granted.",
    ),
    star(
        "rights.role-list-incomplete",
        "STAR-2026-01.1 b",
        "Teenuseosutaja lubatud rollide loetelust puudub viimane roll.",
        "The list of a service provider's permitted roles misses the last one.",
    ),
    star(
        "rights.request-missing-field-accepted",
        "STAR-2026-01.2 b",
        "Taotlus rahuldatakse ilma e-posti aadressita.",
        "A request without an e-mail address is granted.",
    ),
    star(
        "rights.unsigned-request-accepted",
        "STAR-2026-01.2 c",
        "Allkirjastamata taotlus rahuldatakse.",
        "An unsigned request is granted.",
    ),
    star(
        "rights.invalid-personal-code-accepted",
        "STAR-2026-01.2 d",
        "Taotlus rahuldatakse, kuigi isikukoodi kontrollnumber on vale.",
        "A request whose personal code has a wrong check digit is granted.",
    ),
    star(
        "rights.matrix-extra-right",
        "STAR-2026-01.3 a",
        "Arveldaja saab kasutada funktsiooni „otsuse tegemine“.",
        "The billing clerk (arveldaja) may use the function “otsuse tegemine”.",
    ),
    star(
        "rights.matrix-missing-right",
        "STAR-2026-01.3 a",
        "Sotsiaaltöötaja ei saa kasutada funktsiooni „registripäringu tegemine“.",
        "The social worker (sotsiaaltöötaja) is refused the function “registripäringu tegemine”.",
    ),
    star(
        "rights.refusal-text-missing",
        "STAR-2026-01.3 a",
        "Funktsioonist keeldumise teates on ainult kood, selgitust ei ole.",
        "The refusal of a function carries a code but no explanation.",
    ),
    star(
        "rights.joiner-early-access",
        "STAR-2026-01.4 a",
        "Uus töötaja saab sisse logida enne esimest tööpäeva.",
        "A joiner can log in before the first working day.",
    ),
    star(
        "rights.mover-keeps-old-roles",
        "STAR-2026-01.4 b",
        "Teisele ametikohale viidud töötajale jäävad alles senised rollid.",
        "A mover keeps the old roles.",
    ),
    star(
        "rights.leaver-keeps-access",
        "STAR-2026-01.4 c",
        "Lahkunud töötaja saab pärast viimast tööpäeva sisse logida.",
        "A leaver can log in after the last working day.",
    ),
    star(
        "rights.leaver-session-survives",
        "STAR-2026-01.4 d",
        "Lahkunud töötaja avatud seanss kehtib pärast viimast tööpäeva edasi.",
        "A leaver's open session still works after the last working day.",
    ),
    star(
        "rights.ended-role-lingers",
        "STAR-2026-01.4 e",
        "Lõpetatud roll on isiku andmetes näha veel kuus tundi.",
        "An ended role is shown among a person's data for six more hours.",
    ),
    star(
        "rights.register-query-without-proceeding",
        "STAR-2026-01.5 b",
        "Registripäringu saab teha kliendi kohta, kellel ei ole menetlust olnud.",
        "A register query is allowed for a client who never had a proceeding.",
    ),
    star(
        "rights.register-query-after-proceeding-closed",
        "STAR-2026-01.5 c",
        "Registripäringu saab teha ka pärast menetluse lõpetamist.",
        "A register query is allowed after the proceeding has been ended.",
    ),
    star(
        "rights.session-never-expires",
        "STAR-2026-01.6 a",
        "Seanss ei aegu vaikimisi määratud aja möödudes.",
        "A session does not expire after the default idle time.",
    ),
    star(
        "rights.session-setting-ignored",
        "STAR-2026-01.6 b",
        "Asutuse määratud seansi aegumise aega ei arvestata.",
        "The institution's own idle time is stored but not applied.",
    ),
    star(
        "rights.audit-misses-old-value",
        "STAR-2026-01.7 a",
        "Rolli andmise ja lõpetamise logikirjes puudub vana väärtus.",
        "The log entry of granting or ending a role misses the old value.",
    ),
    star(
        "rights.audit-misses-source-address",
        "STAR-2026-01.7 b",
        "Andmete vaatamise logikirjes puudub lähteaadress.",
        "The log entry of viewing data misses the source address.",
    ),
    star(
        "rights.view-not-logged",
        "STAR-2026-01.7 c",
        "Keelatud vaatamise katset ei logita.",
        "A refused view of data is not logged.",
    ),
    star(
        "rights.audit-writes-twice",
        "STAR-2026-01.7 e",
        "Konto lukustamine jääb logisse kaks korda.",
        "The locking of an account is logged twice.",
    ),
    star(
        "rights.system-log-leaks-personal-code",
        "STAR-2026-01.7 d",
        "Tehnilises logis on näha isikukood.",
        "The technical log shows a personal code.",
    ),
    star(
        "rights.review-list-misses-person",
        "STAR-2026-01.8 a",
        "Ülevaatuse nimekirjast puuduvad isikud, kelle kontol on lõppkuupäev.",
        "The review list leaves out people whose account has an end date.",
    ),
    star(
        "rights.review-flag-late",
        "STAR-2026-01.8 b",
        "Kinnitus loetakse vanaks alles kahe aasta pärast.",
        "A confirmation counts as old only after two years.",
    ),
    skais(
        "rights.profile-extra-right",
        "SKAIS-2026-01.1 a",
        "Vaatleja saab kasutada funktsiooni „finantsaruande koostamine“.",
        "The observer (vaatleja) may use the function “finantsaruande koostamine”.",
    ),
    skais(
        "rights.revoked-profile-stays",
        "SKAIS-2026-01.1 b",
        "Lõpetatud profiili õigused jäävad kehtima.",
        "The rights of a revoked profile stay.",
    ),
    skais(
        "rights.request-grants-more",
        "SKAIS-2026-01.2 a",
        "Finantsisti profiili taotluse rahuldamisel antakse ka vaatleja profiil.",
        "A granted request for finantsist also gives the profile vaatleja.",
    ),
    skais(
        "rights.admin-grants-self",
        "SKAIS-2026-01.2 b",
        "Õiguste haldur saab endale ise profiili anda.",
        "The rights administrator (õiguste haldur) may give a profile to oneself.",
    ),
    skais(
        "rights.segregation-roles-combined",
        "SKAIS-2026-01.3 a",
        "Ühele isikule saab anda nii otsustaja kui ka maksja profiili.",
        "One person may be given both the profile otsustaja and the profile maksja.",
    ),
    skais(
        "rights.decider-approves-payment",
        "SKAIS-2026-01.3 b",
        "Otsuse tegija saab kinnitada sama otsuse väljamakse.",
        "The decider may approve the payment of the own decision.",
    ),
    skais(
        "rights.locked-account-logs-in",
        "SKAIS-2026-01.4 a",
        "Administraatori lukustatud kontoga saab sisse logida.",
        "An account locked by an administrator can log in.",
    ),
    skais(
        "rights.expired-account-logs-in",
        "SKAIS-2026-01.4 b",
        "Kontoga saab sisse logida ka päev pärast kehtivuse lõppu.",
        "An account can log in one day after its end.",
    ),
    skais(
        "rights.future-account-logs-in",
        "SKAIS-2026-01.4 c",
        "Kontoga saab sisse logida enne kehtivuse algust.",
        "An account can log in before its validity starts.",
    ),
    skais(
        "rights.failed-logins-never-lock",
        "SKAIS-2026-01.4 d",
        "Konto ei lukustu pärast viit ebaõnnestunud sisselogimist.",
        "Five failed log-ins do not lock the account.",
    ),
    skais(
        "rights.weak-authentication-accepted",
        "SKAIS-2026-01.5 a",
        "Sisse saab logida parooliga.",
        "A password is accepted for logging in.",
    ),
    skais(
        "rights.logout-keeps-session",
        "SKAIS-2026-01.5 b",
        "Seanss kehtib pärast väljalogimist edasi.",
        "The session still works after logging out.",
    ),
    skais(
        "rights.audit-misses-failed-login",
        "SKAIS-2026-01.6 a",
        "Ebaõnnestunud sisselogimist ei logita.",
        "A failed log-in is not logged.",
    ),
    skais(
        "rights.audit-misses-privilege-rise",
        "SKAIS-2026-01.6 b",
        "Õiguste laienemist ei logita.",
        "A privilege rise is not logged.",
    ),
    skais(
        "rights.audit-visible-to-all",
        "SKAIS-2026-01.6 c",
        "Logi saab vaadata ilma logi vaatamise õiguseta.",
        "The log can be read without the right to view it.",
    ),
    skais(
        "rights.audit-misses-session-expiry",
        "SKAIS-2026-01.6 d",
        "Seansi aegumist ei logita.",
        "The expiry of a session is not logged.",
    ),
    skais(
        "rights.problem-solution-lost",
        "SKAIS-2026-01.7 a",
        "Probleemi lahenduse tekst ei salvestu.",
        "The text of a problem's solution is not kept.",
    ),
    skais(
        "rights.problem-solved-unassigned",
        "SKAIS-2026-01.7 b",
        "Probleemi saab lahendada enne, kui sellele on määratud lahendaja.",
        "A problem may be solved before anybody is assigned.",
    ),
];
