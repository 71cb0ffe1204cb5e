//! The keys of `procedure.yaml`: Estonian as people write them, English as aliases.

use rakis_model::yaml::Key;

pub(super) const TITLE: &str = "menetluskord";
pub(super) const REVISION: &str = "redaktsioon";
pub(super) const STATES: &str = "olekud";
pub(super) const TRANSITIONS: &str = "üleminekud";
pub(super) const ROLES: &str = "rollid";
pub(super) const SEVERITIES: &str = "raskusastmed";
pub(super) const PRIORITIES: &str = "prioriteedid";
pub(super) const CAUSES: &str = "põhjused";
pub(super) const PARTIES: &str = "osapooled";
pub(super) const ROUTES: &str = "suunamine";
pub(super) const WAIVER: &str = "erand";
pub(super) const APPROVERS: &str = "hetktõmmiste kinnitajad";
pub(super) const WORKING_TIME: &str = "tööaeg";
pub(super) const ESCALATION: &str = "eskalatsioon";

pub(super) const NAME: &str = "nimi";
pub(super) const DESCRIPTION: &str = "kirjeldus";
pub(super) const PHASE: &str = "liik";
pub(super) const CLOCKS: &str = "kellad";
pub(super) const FROM: &str = "olekust";
pub(super) const TO: &str = "olekusse";
pub(super) const NEEDS: &str = "nõuab";
pub(super) const TRIGGER: &str = "sündmus";
pub(super) const MEMBERS: &str = "liikmed";
pub(super) const REACTION: &str = "reageerimine";
pub(super) const FIX: &str = "lahendamine";
pub(super) const AROUND_THE_CLOCK: &str = "ööpäev läbi";
pub(super) const WAIVABLE: &str = "erand lubatud";
pub(super) const CONTACT: &str = "kontakt";
pub(super) const SYSTEM: &str = "süsteem";
pub(super) const AREA: &str = "valdkond";
pub(super) const REQUIREMENT: &str = "nõue";
pub(super) const COMPETENCE: &str = "pädevus";
pub(super) const PARTY: &str = "osapool";
pub(super) const ASSIGNEE: &str = "vastutaja";
pub(super) const SEVERITY: &str = "raskusaste";
pub(super) const LONGEST_DAYS: &str = "pikim kestus päevades";
pub(super) const WEEK: &str = "nädal";
pub(super) const FREE_DAYS: &str = "vabad päevad";
pub(super) const CLOCK: &str = "kell";
pub(super) const PERCENT: &str = "protsent";
pub(super) const TELL: &str = "teavita";

/// Keys of the whole file.
pub(super) const FILE_KEYS: &[Key] = &[
    Key::new(TITLE, "procedure"),
    Key::new(REVISION, "revision"),
    Key::new(STATES, "states"),
    Key::new(TRANSITIONS, "transitions"),
    Key::new(ROLES, "roles"),
    Key::new(SEVERITIES, "severities"),
    Key::new(PRIORITIES, "priorities"),
    Key::new(CAUSES, "causes"),
    Key::new(PARTIES, "parties"),
    Key::new(ROUTES, "routing"),
    Key::new(WAIVER, "waiver"),
    Key::new(APPROVERS, "snapshot approvers"),
    Key::new(WORKING_TIME, "working time"),
    Key::new(ESCALATION, "escalation"),
];

/// Keys of a state.
pub(super) const STATE_KEYS: &[Key] = &[
    Key::new(NAME, "name"),
    Key::new(DESCRIPTION, "description"),
    Key::new(PHASE, "kind"),
    Key::new(CLOCKS, "clocks"),
];

/// Keys of a transition.
pub(super) const TRANSITION_KEYS: &[Key] = &[
    Key::new(NAME, "name"),
    Key::new(FROM, "from"),
    Key::new(TO, "to"),
    Key::new(ROLES, "roles"),
    Key::new(NEEDS, "needs"),
    Key::new(TRIGGER, "trigger"),
];

/// Keys of a role.
pub(super) const ROLE_KEYS: &[Key] =
    &[Key::new(NAME, "name"), Key::new(DESCRIPTION, "description"), Key::new(MEMBERS, "members")];

/// Keys of a severity.
pub(super) const SEVERITY_KEYS: &[Key] = &[
    Key::new(NAME, "name"),
    Key::new(DESCRIPTION, "description"),
    Key::new(REACTION, "reaction"),
    Key::new(FIX, "fix"),
    Key::new(AROUND_THE_CLOCK, "around the clock"),
    Key::new(WAIVABLE, "waivable"),
];

/// Keys of a priority or a cause.
pub(super) const CLASS_KEYS: &[Key] =
    &[Key::new(NAME, "name"), Key::new(DESCRIPTION, "description")];

/// Keys of a party.
pub(super) const PARTY_KEYS: &[Key] =
    &[Key::new(NAME, "name"), Key::new(DESCRIPTION, "description"), Key::new(CONTACT, "contact")];

/// Keys of a route.
pub(super) const ROUTE_KEYS: &[Key] = &[
    Key::new(SYSTEM, "system"),
    Key::new(AREA, "area"),
    Key::new(REQUIREMENT, "requirement"),
    Key::new(COMPETENCE, "competence"),
    Key::new(PARTY, "party"),
    Key::new(ASSIGNEE, "assignee"),
    Key::new(SEVERITY, "severity"),
];

/// Keys of the rule about waivers.
pub(super) const WAIVER_KEYS: &[Key] =
    &[Key::new(ROLES, "roles"), Key::new(LONGEST_DAYS, "longest days")];

/// Keys of the working time.
pub(super) const WORKING_TIME_KEYS: &[Key] =
    &[Key::new(WEEK, "week"), Key::new(FREE_DAYS, "free days")];

/// Keys of a level of escalation.
pub(super) const ESCALATION_KEYS: &[Key] =
    &[Key::new(CLOCK, "clock"), Key::new(PERCENT, "percent"), Key::new(TELL, "tell")];
