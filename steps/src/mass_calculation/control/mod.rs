//! The control calculation over downloaded files, and the reconciliation of a system's results
//! with it.

mod explained;
mod findings;

use std::{fs, io, path::PathBuf};

use rakis_compare::reconcile::{Options, Outcome, Source, reconcile};
use rakis_control::mass::{Files, MassError, Outputs, Prepared, RateCheck, Settings};
use rakis_model::{
    Difference, Distribution, Failure, Message, PersonalCode, failure::DifferenceKind,
};
use rust_decimal::Decimal;
use tempfile::TempDir;

use super::pictures;

/// Decimals of a fraction of a year of service: the act's rounding was not seen, it is agreed.
const SERVICE_DECIMALS: u32 = 4;
/// How many differences are told.
const FIRST: usize = 20;

/// A population's inputs, each a CSV file.
#[derive(Debug)]
pub(super) struct Control {
    /// The year of the 1 April.
    pub(super) year: u16,
    /// `isikud.csv`
    pub(super) persons: String,
    /// `kanded.csv`
    pub(super) entries: String,
    /// `aastad.csv`
    pub(super) years: String,
    /// `maarad.csv`
    pub(super) rates: String,
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Table {
    Pensions,
    Shares,
}

/// The results of a system.
#[derive(Clone, Copy, Debug)]
pub(super) struct Results<'r> {
    /// What they are.
    pub(super) table: Table,
    /// The CSV file.
    pub(super) text: &'r str,
    /// The columns that tell rows apart.
    pub(super) key: &'r [String],
}

impl Control {
    /// Computes what the results must be, and compares row by row, in any order. Shows how
    /// deviating numbers are distributed.
    ///
    /// # Errors
    /// Failed with the first differences, and for the first persons the way to what is right;
    /// also when a file is not in the agreed form.
    pub(super) fn compare(
        &self,
        results: &Results<'_>,
        show: &mut dyn FnMut(Distribution),
    ) -> Result<(), Box<Failure>> {
        let folder = tempfile::tempdir().map_err(|error| unusable(&error))?;
        let files = self.written(&folder).map_err(|error| unusable(&error))?;
        let synthetic = |code: &PersonalCode| code.is_synthetic();
        let settings = Settings {
            year: self.year,
            service_decimals: SERVICE_DECIMALS,
            jobs: 1,
            accepts: &synthetic,
            watch: &|_, _, _| true,
        };
        let mut prepared = Prepared::read(files, settings).map_err(|error| wrong_file(&error))?;
        let rates = prepared.rate_checks().map_err(|error| unusable(&error))?;
        let mut differences = of_rates(self.year, &rates);
        let outcome = reconciled(&prepared, results, &folder)?;
        if outcome.equal() && differences.is_empty() {
            return Ok(());
        }
        pictures::deviations(&outcome).for_each(show);
        differences.extend(findings::differences(&outcome));
        let failure = findings::failure(results.table, &outcome, differences);
        Err(Box::new(explained::add(failure, &mut prepared, &outcome)))
    }

    /// The files beside each other. The average of the last year is left out: it is computed anew.
    fn written(&self, folder: &TempDir) -> io::Result<Files> {
        let write = |name: &str, text: &str| -> io::Result<PathBuf> {
            let path = folder.path().join(name);
            fs::write(&path, text)?;
            Ok(path)
        };
        Ok(Files {
            persons: write("isikud.csv", &self.persons)?,
            entries: write("kanded.csv", &self.entries)?,
            years: write("aastad.csv", &without_average(&self.years, self.year - 1))?,
            rates: write("maarad.csv", &self.rates)?,
        })
    }
}

fn reconciled(
    prepared: &Prepared<'_>,
    results: &Results<'_>,
    folder: &TempDir,
) -> Result<Outcome, Box<Failure>> {
    let path = |name: &str| folder.path().join(name);
    let (expected, actual) = (path("kontrollarvutus.csv"), path("tulemused.csv"));
    let mut outputs = Outputs::default();
    match results.table {
        Table::Pensions => outputs.pensions = Some(expected.clone()),
        Table::Shares => outputs.shares = Some(expected.clone()),
    }
    prepared.write(&outputs).map_err(|error| wrong_file(&error))?;
    fs::write(&actual, results.text).map_err(|error| unusable(&error))?;
    let mut options = Options::new(results.key.to_vec(), folder.path().to_owned());
    (options.first, options.workers) = (FIRST, 1);
    let left = Source::csv(expected, "kontrollarvutus");
    let right = Source::csv(actual, "tulemused");
    reconcile(&left, &right, &options, &|_, _| {}).map_err(|error| findings::unreadable(&error))
}

/// The years with no average for this one.
fn without_average(years: &str, year: u16) -> String {
    let of_year = format!("{year};");
    let line = |line: &str| match line.rsplit_once(';') {
        Some((before, _)) if line.starts_with(&of_year) => format!("{before};\n"),
        _ => format!("{line}\n"),
    };
    years.lines().map(line).collect()
}

/// The rates of the year that are not what its index gives.
fn of_rates(year: u16, checks: &[RateCheck]) -> Vec<Difference> {
    let check = checks.iter().filter(|check| check.year == year);
    let pairs = check.flat_map(|check| {
        let (indexed, given) = (&check.indexed, &check.given);
        [
            ("baasosa", indexed.base, given.base),
            ("aastahinne", indexed.year, given.year),
            ("rahvapension", indexed.national, given.national),
        ]
    });
    let differ = pairs.filter(|(_, expected, actual)| expected != actual);
    differ.map(|(name, expected, actual)| rate(year, name, expected, actual)).collect()
}

fn rate(year: u16, name: &str, expected: Decimal, actual: Decimal) -> Difference {
    Difference {
        path: format!("määrad {year}, {name}"),
        kind: DifferenceKind::Changed,
        expected: Some(expected.to_string()),
        actual: Some(actual.to_string()),
    }
}

/// What the system gave out is not in the agreed form.
fn wrong_file(error: &MassError) -> Box<Failure> {
    let file = error.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let message = Message::new("step-control-file").with("file", file);
    let message = message.with("line", error.line).with("column", error.column);
    Box::new(Failure::failed(message).values("", error.wrong.to_string()))
}

/// This machine is to blame.
fn unusable(error: &dyn std::fmt::Display) -> Box<Failure> {
    let message = Message::new("step-control-unusable").with("reason", error.to_string());
    Box::new(Failure::broken(message))
}

#[cfg(test)]
mod tests;
