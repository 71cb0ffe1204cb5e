//! The yearly mass calculation (SKAIS): average of the personified social tax, shares, and the indexation of pensions.
//!
//! - `population`, `synthetic`, `persons`, `years`, `rates`, `parties`, `guide`: what is computed from, and who is told.
//! - `launch` checks and starts a job; `task` and `runner` carry it through in chunks, each in a transaction of its own.
//! - `average`, `shares`, `index`, `indexation`: the rules, computed in SQL over integers (`numbers` says why).
//! - `events` is the protocol, `notices` and `mail` tell the interested parties; `results` and `export` give results out.
//!
//! Sources: RPKS §§ 11-13¹, 26; VVm 10.01.2002 nr 5; VVm 31.12.2001 nr 164.

/// Reads a structure from a row by the names of its fields.
macro_rules! row {
    ($name:ident { $($field:ident),* }) => {
        impl<'r> sqlx::FromRow<'r, sqlx::any::AnyRow> for $name {
            fn from_row(row: &'r sqlx::any::AnyRow) -> Result<Self, sqlx::Error> {
                Ok(Self { $($field: sqlx::Row::try_get(row, stringify!($field))?),* })
            }
        }
    };
}

mod average;
mod events;
mod export;
pub(crate) mod guide;
mod index;
mod indexation;
mod input;
pub(crate) mod job;
pub(crate) mod launch;
mod mail;
pub(crate) mod notices;
mod numbers;
pub(crate) mod parties;
pub(crate) mod persons;
pub(crate) mod population;
pub(crate) mod rates;
mod refusals;
pub(crate) mod results;
mod runner;
mod service;
mod shares;
mod synthetic;
mod task;
pub(crate) mod years;

pub(crate) use export::{File, serve};
pub(crate) use mail::Mailer;
pub(crate) use task::{Background, Task};

/// The years a calculation may be about: personified social tax began in 1999.
const YEARS: std::ops::RangeInclusive<i64> = 1999..=2199;
