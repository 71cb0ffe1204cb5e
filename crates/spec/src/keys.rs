//! The keys of a specification file: Estonian as people write them, English as aliases.

use rakis_model::yaml::Key;

pub(crate) const SPECIFICATION: &str = "lähteülesanne";
pub(crate) const TITLE: &str = "pealkiri";
pub(crate) const SYSTEM: &str = "süsteem";
pub(crate) const AREA: &str = "valdkond";
pub(crate) const REVISION: &str = "redaktsioon";
pub(crate) const STATUS: &str = "olek";
pub(crate) const DATE: &str = "kuupäev";
pub(crate) const LEGAL_BASIS: &str = "õiguslik alus";
pub(crate) const GOAL: &str = "eesmärk";
pub(crate) const ANALYSIS: &str = "analüüs";
pub(crate) const REQUIREMENTS: &str = "nõuded";
pub(crate) const DATA_OBJECTS: &str = "andmeobjektid";
pub(crate) const INTERFACES: &str = "liidesed";
pub(crate) const NOTES: &str = "märkused";
pub(crate) const ID: &str = "tunnus";
pub(crate) const STATEMENT: &str = "nõue";
pub(crate) const PRIORITY: &str = "tähtsus";
pub(crate) const RATIONALE: &str = "põhjendus";
pub(crate) const STORY: &str = "lugu";
pub(crate) const RELATED: &str = "seotud";
pub(crate) const CRITERIA: &str = "kriteeriumid";
pub(crate) const GIVEN: &str = "eeldades";
pub(crate) const WHEN: &str = "kui";
pub(crate) const THEN: &str = "siis";
pub(crate) const EXAMPLES: &str = "juhtumid";
pub(crate) const MANUAL: &str = "käsitsi";
pub(crate) const STEP: &str = "samm";
pub(crate) const TABLE: &str = "tabel";
pub(crate) const TEXT: &str = "tekst";
pub(crate) const NAME: &str = "nimi";

/// Keys of the whole file.
pub(crate) const FILE_KEYS: &[Key] = &[
    Key::new(SPECIFICATION, "specification"),
    Key::new(TITLE, "title"),
    Key::new(SYSTEM, "system"),
    Key::new(AREA, "area"),
    Key::new(REVISION, "revision"),
    Key::new(STATUS, "status"),
    Key::new(DATE, "date"),
    Key::new(LEGAL_BASIS, "legal basis"),
    Key::new(GOAL, "goal"),
    Key::new(ANALYSIS, "analysis"),
    Key::new(REQUIREMENTS, "requirements"),
];

/// Keys of the analytic input.
pub(crate) const ANALYSIS_KEYS: &[Key] = &[
    Key::new(DATA_OBJECTS, "data objects"),
    Key::new(INTERFACES, "interfaces"),
    Key::new(NOTES, "notes"),
];

/// Keys of a requirement.
pub(crate) const REQUIREMENT_KEYS: &[Key] = &[
    Key::new(ID, "id"),
    Key::new(STATEMENT, "statement"),
    Key::new(PRIORITY, "priority"),
    Key::new(RATIONALE, "rationale"),
    Key::new(REVISION, "revision"),
    Key::new(STORY, "story"),
    Key::new(RELATED, "related"),
    Key::new(CRITERIA, "criteria"),
];

/// Keys of a criterion.
pub(crate) const CRITERION_KEYS: &[Key] = &[
    Key::new(ID, "id"),
    Key::new(TITLE, "title"),
    Key::new(GIVEN, "given"),
    Key::new(WHEN, "when"),
    Key::new(THEN, "then"),
    Key::new(EXAMPLES, "examples"),
    Key::new(MANUAL, "manual"),
];

/// Keys of a step written as a map.
pub(crate) const STEP_KEYS: &[Key] =
    &[Key::new(STEP, "step"), Key::new(TABLE, "table"), Key::new(TEXT, "text")];

/// Keys of one of several example tables.
pub(crate) const EXAMPLES_KEYS: &[Key] = &[Key::new(NAME, "name"), Key::new(TABLE, "table")];
