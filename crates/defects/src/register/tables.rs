//! The tables of the register. All but events, occurrences and the content of attachments follow
//! from the log, and are there for quick reading.

use super::table::{Kind::*, Table};

/// The chain.
pub(super) const EVENTS: Table = Table {
    name: "events",
    keys: 1,
    columns: &[
        ("seq", Int),
        ("defect", Text),
        ("at", Text),
        ("who", Text),
        ("role", Text),
        ("kind", Text),
        ("body", Text),
        ("prev", Text),
        ("hash", Text),
    ],
};

/// Every time a fault was seen, and every pass that proves a fix.
pub(super) const OCCURRENCES: Table = Table {
    name: "occurrences",
    keys: 3,
    columns: &[
        ("run", Text),
        ("position", Int),
        ("fingerprint", Text),
        ("scenario", Text),
        ("outcome", Text),
        ("title", Text),
        ("address", Text),
        ("at", Text),
        ("delivery", Text),
        ("build", Text),
        ("environment", Text),
        ("evidence", Text),
        ("symptom", Text),
        ("digest", Text),
    ],
};

/// Files; their content is read apart.
pub(super) const ATTACHMENTS: Table = Table {
    name: "attachments",
    keys: 2,
    columns: &[
        ("defect", Text),
        ("name", Text),
        ("media_type", Text),
        ("size", Int),
        ("sha256", Text),
    ],
};

/// Defects as they stand.
pub(super) const DEFECTS: Table = Table {
    name: "defects",
    keys: 1,
    columns: &[
        ("id", Text),
        ("year", Int),
        ("number", Int),
        ("title", Text),
        ("state", Text),
        ("phase", Text),
        ("severity", Text),
        ("priority", Text),
        ("party", Text),
        ("assignee", Text),
        ("requirement", Text),
        ("system", Text),
        ("area", Text),
        ("delivery", Text),
        ("fixed_in", Text),
        ("waived_until", Text),
        ("opened_at", Text),
        ("changed_at", Text),
        ("seen_at", Text),
        ("closed_at", Text),
        ("occurrences", Int),
        ("states", Text),
        ("search", Text),
        ("data", Text),
    ],
};

/// Which defect a fingerprint belongs to.
pub(super) const FINGERPRINTS: Table = Table {
    name: "fingerprints",
    keys: 1,
    columns: &[
        ("fingerprint", Text),
        ("alg", Int),
        ("loose", Text),
        ("symptom", Text),
        ("defect", Text),
    ],
};

/// How the scenarios of a fault stand.
pub(super) const SCENARIOS: Table = Table {
    name: "scenarios",
    keys: 2,
    columns: &[
        ("fingerprint", Text),
        ("scenario", Text),
        ("title", Text),
        ("address", Text),
        ("red_run", Text),
        ("green_run", Text),
        ("green_build", Text),
        ("green_delivery", Text),
        ("retired", Int),
    ],
};

/// Builds in the order the register heard of them.
pub(super) const BUILDS: Table =
    Table { name: "builds", keys: 1, columns: &[("name", Text), ("heard", Int)] };

/// Runs that were recorded.
pub(super) const RUNS: Table = Table {
    name: "runs",
    keys: 1,
    columns: &[
        ("name", Text),
        ("seq", Int),
        ("at", Text),
        ("finished", Text),
        ("project", Text),
        ("delivery", Text),
        ("build", Text),
        ("environment", Text),
        ("counts", Text),
        ("record", Text),
        ("notes", Text),
    ],
};

/// What trends count.
pub(super) const CHANGES: Table = Table {
    name: "changes",
    keys: 1,
    columns: &[
        ("seq", Int),
        ("defect", Text),
        ("day", Text),
        ("delivery", Text),
        ("opened", Int),
        ("closed", Int),
        ("reopened", Int),
        ("balance", Int),
    ],
};
