//! What can go wrong with the register, in the user's words.

use std::time::Duration;

use rakis_model::Message;

use crate::procedure::{Illegal, Need};

/// Why the register did not do what it was asked. Nothing was written then.
#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    /// The address is neither `sqlite:` nor `postgres:`.
    #[error("not the address of a register: {0}")]
    Address(String),
    /// There is no register there.
    #[error("no register at {0}")]
    Absent(String),
    /// It cannot be reached, or has gone away in the middle.
    #[error("the register cannot be reached: {0}")]
    Unreachable(sqlx::Error),
    /// It did not answer in time.
    #[error("no answer from the register in {0:?}")]
    Late(Duration),
    /// Others are writing, and went on longer than is waited for.
    #[error("the register is busy")]
    Busy,
    /// There is no room left for it.
    #[error("no room for the register: {0}")]
    Full(sqlx::Error),
    /// It must not be written to.
    #[error("the register cannot be written: {0}")]
    ReadOnly(sqlx::Error),
    /// The file is no register, or it is damaged.
    #[error("the register is damaged: {0}")]
    Damaged(String),
    /// Its schema is newer than this program.
    #[error("the register has schema {found}, this program knows {known}")]
    Newer {
        /// Version found.
        found: i64,
        /// Newest version known.
        known: i64,
    },
    /// The database refused for another reason.
    #[error("the database refused: {0}")]
    Database(sqlx::Error),
    /// A run without a name cannot be told from others.
    #[error("the run has no name")]
    NamelessRun,
    /// Another run of this name is in the register.
    #[error("another run {0} is recorded")]
    AnotherRun(String),
    /// No such defect.
    #[error("no defect {0}")]
    UnknownDefect(String),
    /// The defect was merged; the other one is meant.
    #[error("{id} was merged into {into}")]
    Merged {
        /// The defect asked for.
        id: String,
        /// The one that has its fingerprints.
        into: String,
    },
    /// The person has no such role.
    #[error("{who} has not the role {role}")]
    NotInRole {
        /// Person.
        who: String,
        /// Role.
        role: String,
    },
    /// The procedure does not permit it; what it does permit is told.
    #[error("{id}: {} -> {} is not permitted", illegal.state, illegal.to)]
    Illegal {
        /// Defect.
        id: String,
        /// What was asked for, and what would be legal.
        illegal: Box<Illegal>,
    },
    /// The procedure asks for more.
    #[error("{transition} needs {missing:?}")]
    Needs {
        /// Defect.
        id: String,
        /// Transition.
        transition: String,
        /// What is missing.
        missing: Vec<Need>,
    },
    /// A word that the procedure does not know.
    #[error("unknown {what}: {name}")]
    UnknownWord {
        /// What it should be: key of a word.
        what: &'static str,
        /// As given.
        name: String,
        /// What there is.
        known: Vec<String>,
    },
    /// Nothing was said where something must be.
    #[error("{0} is empty")]
    Empty(&'static str),
    /// A waiver would begin in the past or last too long.
    #[error("a waiver until {until} is not between {first} and {last}")]
    WaiverDay {
        /// Day asked for.
        until: jiff::civil::Date,
        /// Today.
        first: jiff::civil::Date,
        /// The longest there may be.
        last: jiff::civil::Date,
    },
    /// A defect of this severity, or one that repeats it, may not be waived.
    #[error("{id} of severity {severity} is not waivable")]
    NotWaivable {
        /// The defect.
        id: String,
        /// Its severity.
        severity: String,
    },
    /// There is nothing to withdraw.
    #[error("{0} is not waived")]
    NotWaived(String),
    /// It was seen in so many ways that nobody can know what a waiver would cover.
    #[error("{id} was seen in more than {limit} ways")]
    TooBroad {
        /// Defect.
        id: String,
        /// Ways a waiver may cover.
        limit: usize,
    },
    /// A defect cannot be merged with itself, nor repeat itself or one that repeats it.
    #[error("{0} and {1} cannot be joined")]
    Circle(String, String),
    /// The defect is not known by this fingerprint, or by this alone.
    #[error("{id} cannot be split by {fingerprint}")]
    NotSplit {
        /// Defect.
        id: String,
        /// Fingerprint.
        fingerprint: String,
    },
    /// The defect was not seen in this scenario.
    #[error("{id} was not seen in {scenario}")]
    UnknownScenario {
        /// Defect.
        id: String,
        /// Scenario, as given.
        scenario: String,
    },
    /// The file is too large.
    #[error("{size} bytes are more than {limit}")]
    TooLarge {
        /// Bytes.
        size: usize,
        /// Bytes that are taken.
        limit: usize,
    },
    /// The defect has another file of this name.
    #[error("an attachment {0} is there")]
    AnotherAttachment(String),
    /// A file for people could not be made.
    #[error("cannot export: {0}")]
    Export(String),
}

impl RegisterError {
    /// In the user's words.
    pub fn message(&self) -> Message {
        let reason = |key, error: &dyn std::fmt::Display| Message::new(key).with("reason", error);
        match self {
            Self::Address(address) => {
                Message::new("register-address").with("address", without_password(address))
            }
            Self::Absent(address) => {
                Message::new("register-absent").with("address", without_password(address))
            }
            Self::Unreachable(error) => reason("register-unreachable", error),
            Self::Late(limit) => Message::new("register-late").with("seconds", limit.as_secs()),
            Self::Busy => Message::new("register-busy"),
            Self::Full(error) => reason("register-full", error),
            Self::ReadOnly(error) => reason("register-read-only", error),
            Self::Damaged(what) => reason("register-damaged", what),
            Self::Newer { found, known } => {
                Message::new("register-newer").with("found", found).with("known", known)
            }
            Self::Database(error) => reason("register-database", error),
            Self::NamelessRun => Message::new("register-nameless-run"),
            Self::AnotherRun(run) => Message::new("register-another-run").with("run", run),
            Self::Export(what) => reason("register-export", what),
            other => other.about_a_defect(),
        }
    }

    fn about_a_defect(&self) -> Message {
        let id = |key, id: &String| Message::new(key).with("id", id);
        match self {
            Self::UnknownDefect(one) => id("register-unknown-defect", one),
            Self::Merged { id: one, into } => id("register-merged", one).with("into", into),
            Self::NotInRole { who, role } if role.is_empty() => {
                Message::new("register-no-role").with("who", who)
            }
            Self::NotInRole { who, role } => {
                Message::new("register-not-in-role").with("who", who).with("role", role)
            }
            Self::Illegal { illegal, .. } => illegal.message(),
            Self::Needs { id: one, transition, .. } => {
                id("register-needs", one).with("transition", transition)
            }
            Self::UnknownWord { what, name, .. } => Message::new(what).with("name", name),
            Self::Empty(what) => Message::new(what),
            Self::WaiverDay { until, first, last } => Message::new("register-waiver-day")
                .with("until", rakis_model::date::show(*until))
                .with("first", rakis_model::date::show(*first))
                .with("last", rakis_model::date::show(*last)),
            Self::NotWaivable { id: one, severity } => {
                id("register-not-waivable", one).with("severity", severity)
            }
            Self::NotWaived(one) => id("register-not-waived", one),
            Self::TooBroad { id: one, limit } => id("register-too-broad", one).with("limit", limit),
            Self::Circle(a, b) => id("register-circle", a).with("other", b),
            Self::NotSplit { id: one, fingerprint } => {
                id("register-not-split", one).with("fingerprint", fingerprint)
            }
            Self::UnknownScenario { id: one, scenario } => {
                id("register-unknown-scenario", one).with("scenario", scenario)
            }
            Self::TooLarge { size, limit } => {
                Message::new("register-too-large").with("size", size).with("limit", limit)
            }
            Self::AnotherAttachment(name) => {
                Message::new("register-another-attachment").with("name", name)
            }
            _ => Message::new("register-database").with("reason", self),
        }
    }

    /// What to do: legal ways, what is missing, what words there are.
    pub fn hints(&self) -> Vec<Message> {
        match self {
            Self::Illegal { illegal, .. } => illegal.hints(),
            Self::Needs { missing, .. } => {
                missing.iter().map(|need| Message::new(need_key(*need))).collect()
            }
            Self::UnknownWord { known, .. } => {
                vec![Message::new("register-known-words").with("known", known.join(", "))]
            }
            Self::Absent(_) => vec![Message::new("register-absent-hint")],
            Self::Newer { .. } => vec![Message::new("register-newer-hint")],
            Self::TooBroad { .. } => vec![Message::new("register-too-broad-hint")],
            Self::AnotherRun(_) => vec![Message::new("register-another-run-hint")],
            _ => Vec::new(),
        }
    }
}

/// What a need is for the person who has to meet it.
const fn need_key(need: Need) -> &'static str {
    match need {
        Need::Reason => "register-need-reason",
        Need::Severity => "register-need-severity",
        Need::Priority => "register-need-priority",
        Need::Party => "register-need-party",
        Need::Assignee => "register-need-assignee",
        Need::FixedIn => "register-need-fixed-in",
        Need::Cause => "register-need-cause",
        Need::Regression => "register-need-regression",
        Need::Duplicate => "register-need-duplicate",
    }
}

impl From<sqlx::Error> for RegisterError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::Protocol(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed => Self::Unreachable(error),
            sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => {
                Self::Damaged(error.to_string())
            }
            sqlx::Error::Database(database) => {
                let code = database.code().unwrap_or_default().into_owned();
                Self::of_code(&code, error)
            }
            _ => Self::Database(error),
        }
    }
}

impl RegisterError {
    /// By the codes of SQLite (decimal, <https://sqlite.org/rescode.html>) and of PostgreSQL (five
    /// signs, appendix A of its manual).
    fn of_code(code: &str, error: sqlx::Error) -> Self {
        // The low byte of SQLite's extended code is the plain one.
        let plain = (code.len() < 5).then(|| code.parse::<u32>().ok()).flatten().map(|c| c & 0xff);
        match (plain, code) {
            (Some(5 | 6), _) | (_, "55P03" | "40P01" | "40001") => Self::Busy,
            (Some(13), _) | (_, "53100") => Self::Full(error),
            (Some(8), _) | (_, "25006" | "42501") => Self::ReadOnly(error),
            (Some(11 | 26), _) => Self::Damaged(error.to_string()),
            (Some(10 | 14), _) | (_, "3D000" | "28P01" | "28000" | "53300") => {
                Self::Unreachable(error)
            }
            (_, code) if code.starts_with("57P") || code.starts_with("08") => {
                Self::Unreachable(error)
            }
            (_, "57014") => Self::Late(super::register::LONGEST_STATEMENT),
            _ => Self::Database(error),
        }
    }
}

/// The address as it may be shown: no password, no parameters.
pub(crate) fn without_password(address: &str) -> String {
    let shown = address.split('?').next().unwrap_or_default();
    match (shown.split_once("://"), shown.rsplit_once('@')) {
        (Some((scheme, _)), Some((credentials, host))) => {
            let user = credentials.split("://").nth(1).unwrap_or_default();
            let user = user.split(':').next().unwrap_or_default();
            format!("{scheme}://{user}@{host}")
        }
        _ => shown.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_shown_without_its_password() {
        for (address, expected) in [
            ("sqlite:defects.db", "sqlite:defects.db"),
            ("postgres://mari:s3@l:a@db.local:5432/vead", "postgres://mari@db.local:5432/vead"),
            ("postgres://mari@db/vead?password=x", "postgres://mari@db/vead"),
            ("postgres://db/vead", "postgres://db/vead"),
            ("", ""),
        ] {
            assert_eq!(without_password(address), expected);
        }
    }
}
