//! Defects by the agreed procedure: what the procedure says, and the register that keeps to it.
//!
//! The [`Procedure`] (menetluskord) is data, read from `procedure.yaml`: states, transitions, roles,
//! severities with their times, routing. The register keeps defects in SQL as an append-only,
//! hash-chained log of events; everything else in it is derived from the log.

pub mod procedure;
pub mod working_time;

mod actor;
mod build_order;
mod canonical;
mod day;
pub mod defect;
mod error;
pub mod event;
pub mod export;
pub mod fingerprint;
mod phase_name;
mod register;
pub mod symptom;

pub use actor::Actor;
pub use build_order::BuildOrder;
pub use defect::Defect;
pub use error::RegisterError;
pub use fingerprint::Fingerprint;
pub use procedure::Procedure;
pub use register::{
    ATTACHMENT_LIMIT, Edit, Filter, Flaw, Move, NewDefect, Occurrence, OpenMode, Opened, Register,
    ScenarioStanding, Sort, Summary, Trend, TrendBy, Verified, Wrong,
};
pub use working_time::WorkingTime;

/// The words of this crate, Estonian and English.
pub const WORDS: rakis_model::words::Texts = rakis_model::words::Texts {
    et: include_str!("../words/et.ftl"),
    en: include_str!("../words/en.ftl"),
};

#[cfg(test)]
extern crate self as rakis_defects;
#[cfg(test)]
#[path = "../tests/suite/fixture.rs"]
#[expect(dead_code, reason = "the tests outside use more of it")]
mod fixture;
