//! The rows of the register's tables. All but events, occurrences and the bytes of attachments are
//! derived from the log, and are written for quick reading only.

use jiff::Timestamp;

use super::{
    log::stamp,
    table::{Cell, Row},
};
use crate::{RegisterError, defect::Defect, phase_name};

/// A defect as a row of `defects`.
pub(super) fn defect_row(defect: &Defect) -> Row {
    let (year, number) = id_parts(&defect.id);
    let search = format!(
        "{} {} {} {} {}",
        defect.id,
        defect.report.title,
        defect.report.description.as_deref().unwrap_or_default(),
        defect.report.requirement.as_deref().unwrap_or_default(),
        defect.report.scenario
    );
    vec![
        (&defect.id).into(),
        year.into(),
        number.into(),
        (&defect.report.title).into(),
        (&defect.state).into(),
        phase_name::name(defect.phase).into(),
        defect.severity.as_ref().into(),
        defect.priority.as_ref().into(),
        defect.party.as_ref().into(),
        defect.assignee.as_ref().into(),
        defect.report.requirement.as_ref().into(),
        (&defect.report.system).into(),
        (&defect.report.area).into(),
        defect.report.found_in.delivery.as_ref().into(),
        defect.fixed_in.as_ref().into(),
        defect.waiver.as_ref().map(|waiver| waiver.until.to_string()).into(),
        stamp(defect.opened_at).into(),
        stamp(defect.changed_at).into(),
        stamp(defect.last_seen.at).into(),
        defect.closed_at.map(stamp).into(),
        defect.occurrences.into(),
        crate::canonical::json(&defect.states).into(),
        search.to_lowercase().into(),
        crate::canonical::json(defect).into(),
    ]
}

/// Year and number of an id; zeros when it has another shape.
pub(super) fn id_parts(id: &str) -> (i64, i64) {
    let mut parts = id.rsplit('-');
    let mut number = || parts.next().and_then(|part| part.parse().ok()).unwrap_or_default();
    let (number, year) = (number(), number());
    (year, number)
}

/// The id of a number.
pub(super) fn id(year: i64, number: i64) -> String {
    format!("VIGA-{year}-{number:04}")
}

/// A row of `fingerprints`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) alg: i64,
    pub(super) loose: String,
    /// The symptom it was written down with.
    pub(super) symptom: Option<String>,
    pub(super) defect: String,
}

impl Known {
    pub(super) fn row(&self, fingerprint: &str) -> Row {
        vec![
            fingerprint.into(),
            self.alg.into(),
            (&self.loose).into(),
            self.symptom.as_ref().into(),
            (&self.defect).into(),
        ]
    }

    pub(super) fn read(row: &[Cell]) -> Option<(String, Self)> {
        let [fingerprint, alg, loose, symptom, defect] = row else { return None };
        let known = Self {
            alg: alg.int(),
            loose: loose.text()?,
            symptom: symptom.text(),
            defect: defect.text()?,
        };
        Some((fingerprint.text()?, known))
    }
}

/// A row of `scenarios`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Standing {
    /// For people.
    pub(super) title: String,
    /// Where it stood last.
    pub(super) address: String,
    /// The last run in which it failed by this fault.
    pub(super) red_run: String,
    /// The first pass since then in a build at or after the fix: run, build, delivery.
    pub(super) green: Option<(String, String, Option<String>)>,
    /// Did somebody say that it is gone, so that nobody waits for it to pass?
    pub(super) retired: bool,
}

impl Standing {
    pub(super) fn row(&self, (fingerprint, scenario): &(String, String)) -> Row {
        let green = self.green.as_ref();
        vec![
            fingerprint.into(),
            scenario.into(),
            (&self.title).into(),
            (&self.address).into(),
            (&self.red_run).into(),
            green.map(|(run, _, _)| run).into(),
            green.map(|(_, build, _)| build).into(),
            green.and_then(|(_, _, delivery)| delivery.as_ref()).into(),
            i64::from(self.retired).into(),
        ]
    }

    pub(super) fn read(row: &[Cell]) -> Option<((String, String), Self)> {
        let [fingerprint, scenario, title, address, red, run, build, delivery, retired] = row
        else {
            return None;
        };
        let green = run.text().zip(build.text()).map(|(run, build)| (run, build, delivery.text()));
        let standing = Self {
            title: title.text()?,
            address: address.text()?,
            red_run: red.text()?,
            green,
            retired: retired.int() != 0,
        };
        Some(((fingerprint.text()?, scenario.text()?), standing))
    }
}

/// A row of `occurrences`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Occurred {
    pub(super) run: String,
    pub(super) position: i64,
    pub(super) fingerprint: String,
    pub(super) scenario: String,
    pub(super) passed: bool,
    pub(super) title: String,
    pub(super) address: String,
    pub(super) at: Timestamp,
    pub(super) delivery: Option<String>,
    pub(super) build: Option<String>,
    pub(super) environment: String,
    pub(super) evidence: Option<String>,
    /// How exactly the failure looked.
    pub(super) symptom: Option<String>,
}

impl Occurred {
    /// The row, with its digest as last column.
    pub(super) fn row(&self) -> Row {
        let mut row = self.columns();
        row.push(self.digest().into());
        row
    }

    /// Digest of all other columns.
    pub(super) fn digest(&self) -> String {
        crate::canonical::hash(&self.columns())
    }

    fn columns(&self) -> Row {
        vec![
            (&self.run).into(),
            self.position.into(),
            (&self.fingerprint).into(),
            (&self.scenario).into(),
            if self.passed { "passed" } else { "failed" }.into(),
            (&self.title).into(),
            (&self.address).into(),
            stamp(self.at).into(),
            self.delivery.as_ref().into(),
            self.build.as_ref().into(),
            (&self.environment).into(),
            self.evidence.as_ref().into(),
            self.symptom.as_ref().into(),
        ]
    }

    pub(super) fn read(row: &[Cell]) -> Option<Self> {
        let [
            run,
            position,
            fingerprint,
            scenario,
            outcome,
            title,
            address,
            at,
            delivery,
            build,
            environment,
            evidence,
            symptom,
            _,
        ] = row
        else {
            return None;
        };
        Some(Self {
            run: run.text()?,
            position: position.int(),
            fingerprint: fingerprint.text()?,
            scenario: scenario.text()?,
            passed: outcome.text()? == "passed",
            title: title.text()?,
            address: address.text()?,
            at: at.text()?.parse().ok()?,
            delivery: delivery.text(),
            build: build.text(),
            environment: environment.text()?,
            evidence: evidence.text(),
            symptom: symptom.text(),
        })
    }
}

/// A row of `changes`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Counted {
    pub(super) defect: String,
    pub(super) day: String,
    pub(super) delivery: Option<String>,
    pub(super) opened: i64,
    pub(super) closed: i64,
    pub(super) reopened: i64,
    /// What it does to the number of open defects.
    pub(super) balance: i64,
}

impl Counted {
    pub(super) fn row(&self, seq: i64) -> Row {
        vec![
            seq.into(),
            (&self.defect).into(),
            (&self.day).into(),
            self.delivery.as_ref().into(),
            self.opened.into(),
            self.closed.into(),
            self.reopened.into(),
            self.balance.into(),
        ]
    }
}

/// A defect from its row.
pub(super) fn read_defect(row: &[Cell]) -> Result<Defect, RegisterError> {
    let data = row.last().and_then(Cell::text).unwrap_or_default();
    let id = row.first().and_then(Cell::text).unwrap_or_default();
    serde_json::from_str(&data)
        .map_err(|error| RegisterError::Damaged(format!("defects {id}: {error}")))
}

/// Digest of the occurrences of a run, whatever order they come in.
pub(super) fn digest(occurrences: &[Occurred]) -> String {
    let mut digests: Vec<_> = occurrences.iter().map(Occurred::digest).collect();
    digests.sort();
    crate::canonical::hash(&digests)
}
