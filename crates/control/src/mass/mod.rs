//! The mass calculation: shares and pensions of a whole population, from CSV files larger than
//! memory.
//!
//! Two passes: the first sums amounts and service of each year to its average (unless it is
//! confirmed), the second gives each person's shares and pension. It computes in whole cents,
//! thousandths and ten-thousandths; a property test holds it against [`crate::rules`].
//!
//! Files (`;`, decimal point, `\n`, sorted by isikukood, then year):
//! - `isikud`: `isikukood;staaz_1998;ii_sammas;liik`
//! - `kanded`: `isikukood;aasta;liik;summa`, liik `sotsiaalmaks` (1999–2001) or `pensioniosa`
//! - `aastad`: `aasta;miinimum;keskmine`, the average empty where it is not confirmed
//! - `maarad`: `alates;indeks;baasosa;aastahinne;rahvapension`
//!
//! Whatever is wrong is an error with file, line and column; nothing is skipped silently. Entries
//! of the year of calculation and later do not count yet; they are counted and told.

mod beside;
mod calculate;
mod chunks;
mod explain;
mod fault;
mod lines;
mod parse;
mod prepare;
mod rows;
mod tables;
#[cfg(test)]
mod tests;
mod totals;
mod walk;
mod write;

use std::path::PathBuf;

use rakis_model::PersonalCode;

pub use calculate::{PensionRow, ShareRow};
pub use explain::Explained;
pub use fault::{MassError, Wrong};
pub use prepare::Prepared;
pub use rows::Rows;
pub use tables::{RateCheck, RateRow};
pub use totals::{Average, Totals};

/// Its name among the calculations.
pub const NAME: &str = "massarvutus";

/// Where the files are.
#[derive(Clone, Debug)]
pub struct Files {
    /// `isikud.csv`
    pub persons: PathBuf,
    /// `kanded.csv`
    pub entries: PathBuf,
    /// `aastad.csv`
    pub years: PathBuf,
    /// `maarad.csv`
    pub rates: PathBuf,
}

/// How to compute.
pub struct Settings<'s> {
    /// The year of the 1 April: entries of the years before it count.
    pub year: u16,
    /// Decimals of a fraction of a year of service; the act's rounding was not seen. Up to 6.
    pub service_decimals: u32,
    /// Threads.
    pub jobs: usize,
    /// Which persons may stand in the files at all; the others are an error.
    pub accepts: &'s (dyn Fn(&PersonalCode) -> bool + Sync),
    /// Asked every so often with the bytes of entries that are done and all of them; `false` stops
    /// the work with [`Wrong::Stopped`].
    pub watch: &'s (dyn Fn(Pass, u64, u64) -> bool + Sync),
}

impl std::fmt::Debug for Settings<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Settings({}, {} decimals)", self.year, self.service_decimals)
    }
}

/// Which pass is running.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
    /// The sums of years.
    Averages,
    /// Shares and pensions.
    Pensions,
}

/// Where to write; a file that is not named is not written.
#[derive(Clone, Debug, Default)]
pub struct Outputs {
    /// `pensionid.csv`
    pub pensions: Option<PathBuf>,
    /// `osakud.csv`
    pub shares: Option<PathBuf>,
}
