//! Specifications (lähteülesanded): read, check, derive features, stamp, trace.
//!
//! A specification is a YAML file people write; `derive` writes one feature for each and merges
//! later changes into it without losing hand edits. A stamp remembers which text of a
//! requirement a feature was last derived from or reviewed against; when the text moves on, the
//! requirement is suspect there: its scenarios run, but prove nothing.

mod derive;
mod folder;
mod info;
mod keys;
mod linked;
mod place;
mod read;
mod requirement;
mod specification;
mod stamp;
mod table;
mod template;
mod trace;
mod tree;

pub use derive::{
    ChangeKind, DerivePlan, FileChange, Withdrawn, WriteError, derive_text, plan_derive, write,
};
pub use folder::read_all;
pub use info::info;
pub use read::read_file;
pub use requirement::{Argument, Criterion, Examples, Priority, Requirement, Step};
pub use specification::{Analysis, Specification, Status};
pub use stamp::{FeatureStamps, Stamp, Stamps, content_hash, read_stamps};
pub use table::Table;
pub use template::template;
pub use trace::{
    RequirementGap, ScenarioGap, Suspect, Trace, UncoveredCriterion, UnknownTag, trace,
};

/// The words of this crate, Estonian and English.
pub const WORDS: rakis_model::words::Texts = rakis_model::words::Texts {
    et: include_str!("../words/et.ftl"),
    en: include_str!("../words/en.ftl"),
};

/// The folder of features, relative to the project.
pub const FEATURES: &str = "features";

/// Where the last derived texts and the stamps are kept, relative to the project.
pub const DERIVED: &str = "features/.derived";
