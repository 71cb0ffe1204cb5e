//! Defects that people write down: what no scenario found, and snapshots that were rejected.

use jiff::Timestamp;
use rakis_model::record::Run;

use super::{
    Register,
    change::{known_priority, known_severity},
    findings,
    log::micros,
    record, rows, rules, tables,
};
use crate::{
    Actor, Procedure, RegisterError,
    day::day,
    defect::{Report, Sighting},
    event::{Found, What},
    fingerprint::{Fingerprint, scenario_key},
    symptom,
};

/// A defect as a person writes it down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewDefect {
    /// What is wrong.
    pub report: Report,
    /// Severity; else the one of the route.
    pub severity: Option<String>,
    /// Priority.
    pub priority: Option<String>,
    /// By what recording the same failure would know it.
    pub fingerprint: Option<Fingerprint>,
    /// Key of the scenario that failed.
    pub scenario: Option<String>,
    /// How exactly the failure looked.
    pub symptom: Option<String>,
    /// What was sent and answered.
    pub evidence: Vec<rakis_model::Exchange>,
}

impl NewDefect {
    /// From a failed case of a run, by its index; none when it has no failure. For a snapshot that
    /// a person has rejected: recording the same failure later gives an occurrence of this defect.
    pub fn from_case(run: &Run, case: usize) -> Option<Self> {
        let one = run.cases.get(case)?;
        Some(Self {
            report: findings::report(run, one),
            severity: None,
            priority: None,
            fingerprint: Some(Fingerprint::of(one)?),
            scenario: Some(scenario_key(one)),
            symptom: symptom::of(one),
            evidence: findings::evidence(one),
        })
    }
}

/// What came of writing a defect down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Its id.
    pub id: String,
    /// Is it new? If not, the register knew its fingerprint.
    pub new: bool,
}

impl Register {
    /// Writes a defect down that a person has found, or a snapshot a person has rejected.
    ///
    /// # Errors
    /// When it has no title, or a word is not one of the procedure's.
    pub async fn open_by_hand(
        &self,
        new: NewDefect,
        procedure: &Procedure,
        actor: &Actor,
        now: Timestamp,
    ) -> Result<Opened, RegisterError> {
        self.within(async {
            let role = rules::roles(procedure, actor)?[0];
            let mut change = self.change(actor, now, &[]).await?;
            if let Some(print) = &new.fingerprint {
                let strict = [print.strict.clone()];
                let known =
                    tables::FINGERPRINTS.find(&mut change.work, "fingerprint", &strict).await?;
                if let Some((_, known)) = known.first().and_then(|row| rows::Known::read(row)) {
                    return Ok(Opened { id: known.defect, new: false });
                }
            }
            let found = self.found(new, procedure, now)?;
            let year = i64::from(day(now).year());
            let number = record::last_number(&mut change.work, year).await? + 1;
            let id = rows::id(year, number);
            change.happen(&id, role, What::Found(Box::new(found)));
            change.commit().await?;
            Ok(Opened { id, new: true })
        })
        .await
    }

    fn found(
        &self,
        new: NewDefect,
        procedure: &Procedure,
        now: Timestamp,
    ) -> Result<Found, RegisterError> {
        let mut report = new.report;
        let title = self.text(Some(report.title)).map(|title| findings::cut_title(&title));
        report.title = title.ok_or(RegisterError::Empty("register-empty-title"))?;
        report.description = self.text(report.description);
        report.expected = self.text(report.expected);
        report.actual = self.text(report.actual);
        for step in &mut report.steps {
            step.text = self.redactor.apply(&step.text).into_owned();
        }
        if report.found_in == Sighting::default() {
            report.found_in.at = micros(now);
        }
        let first = procedure.initial();
        let requirement = report.requirement.as_deref();
        let route = procedure.route(&report.system, &report.area, requirement);
        Ok(Found {
            state: first.name.clone(),
            phase: first.phase,
            procedure: procedure.revision,
            severity: known_severity(procedure, new.severity)?
                .or_else(|| Some(route.severity.clone())),
            priority: known_priority(procedure, new.priority)?,
            competence: Some(route.competence.clone()),
            party: Some(route.party.clone()),
            assignee: route.assignee.clone(),
            fingerprint: new.fingerprint,
            scenario: new.scenario,
            symptom: new.symptom,
            evidence: new.evidence,
            split: None,
            report,
        })
    }
}
