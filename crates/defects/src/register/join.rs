//! Merging two defects that are one fault, and splitting one that is two.

use jiff::Timestamp;

use super::{Register, change::take, record, rows, rules, table::Work, tables};
use crate::{
    Actor, Procedure, RegisterError,
    day::day,
    defect::{Defect, Report, Sighting},
    event::{Found, Share, What},
    fingerprint::Fingerprint,
};

impl Register {
    /// Makes one defect of two: what was and will be seen of `from` counts for `into`.
    ///
    /// # Errors
    /// When either is unknown or was merged before, or they are one.
    pub async fn merge(
        &self,
        from: &str,
        into: &str,
        procedure: &Procedure,
        actor: &Actor,
        now: Timestamp,
    ) -> Result<Defect, RegisterError> {
        self.within(async {
            let role = rules::trusted(procedure, actor)?;
            if from == into {
                return Err(RegisterError::Circle(from.to_owned(), into.to_owned()));
            }
            let mut change = self.change(actor, now, &[from, into]).await?;
            let share = change.defect(from)?.share();
            change.defect(into)?;
            change.happen(from, role, What::MergedInto { into: into.to_owned() });
            change.happen(into, role, What::TookOver { from: from.to_owned(), share });
            take(change.commit().await?, into)
        })
        .await
    }

    /// Makes a defect of its own of one fingerprint, with everything that was seen by it.
    ///
    /// # Errors
    /// When the defect is not known by this fingerprint, or by no other.
    pub async fn split(
        &self,
        id: &str,
        fingerprint: &str,
        procedure: &Procedure,
        actor: &Actor,
        now: Timestamp,
    ) -> Result<Defect, RegisterError> {
        self.within(async {
            let role = rules::trusted(procedure, actor)?;
            let mut change = self.change(actor, now, &[id]).await?;
            let defect = change.defect(id)?.clone();
            let known = change.ledger.fingerprints.get(fingerprint).cloned();
            let own = defect.fingerprints.iter().any(|one| one == fingerprint);
            let (Some(known), true, true) = (known, own, defect.fingerprints.len() > 1) else {
                let (id, fingerprint) = (id.to_owned(), fingerprint.to_owned());
                return Err(RegisterError::NotSplit { id, fingerprint });
            };
            let share = share(&mut change.work, fingerprint, &defect.last_seen).await?;
            let year = i64::from(day(now).year());
            let new = rows::id(year, record::last_number(&mut change.work, year).await? + 1);
            let print =
                Fingerprint { alg: known.alg, strict: fingerprint.to_owned(), loose: known.loose };
            let report = first_report(&mut change.work, fingerprint).await?;
            let report = report.unwrap_or_else(|| defect.report.clone());
            let found = split_off(&defect, report, print, share.clone(), procedure);
            change.happen(id, role, What::SplitOff { into: new.clone(), share });
            change.happen(&new, role, What::Found(Box::new(found)));
            take(change.commit().await?, &new)
        })
        .await
    }
}

/// What was seen by one fingerprint.
async fn share(
    work: &mut Work,
    fingerprint: &str,
    otherwise: &Sighting,
) -> Result<Share, RegisterError> {
    let rows = tables::OCCURRENCES.find(work, "fingerprint", &[fingerprint.to_owned()]).await?;
    let seen: Vec<_> = rows.iter().filter_map(|row| rows::Occurred::read(row)).collect();
    let failed = || seen.iter().filter(|one| !one.passed);
    let last = failed().max_by(|a, b| (a.at, &a.run).cmp(&(b.at, &b.run)));
    let last = last.map_or_else(
        || otherwise.clone(),
        |one| Sighting {
            run: one.run.clone(),
            delivery: one.delivery.clone(),
            build: one.build.clone(),
            environment: one.environment.clone(),
            at: one.at,
        },
    );
    Ok(Share {
        fingerprints: vec![fingerprint.to_owned()],
        occurrences: i64::try_from(failed().count()).unwrap_or(i64::MAX),
        last_seen: Some(last),
    })
}

/// What was written down when this fingerprint was first seen.
async fn first_report(work: &mut Work, strict: &str) -> Result<Option<Report>, RegisterError> {
    let sql = "SELECT kind, body FROM events WHERE kind = 'found' AND body LIKE $1 ORDER BY seq";
    let pattern = format!("%\"strict\":\"{strict}\"%");
    let query = sqlx::query_as(sql).bind(pattern);
    let row: Option<(String, String)> = query.fetch_optional(&mut **work).await?;
    let damaged = |error: serde_json::Error| RegisterError::Damaged(error.to_string());
    let read = row.map(|(kind, body)| What::read(&kind, &body).map_err(damaged)).transpose()?;
    Ok(read.and_then(|what| match what {
        What::Found(found) => Some(found.report),
        _ => None,
    }))
}

/// A new defect like the one it comes from, at the beginning of its way.
fn split_off(
    defect: &Defect,
    report: Report,
    fingerprint: Fingerprint,
    share: Share,
    procedure: &Procedure,
) -> Found {
    let first = procedure.initial();
    Found {
        report,
        state: first.name.clone(),
        phase: first.phase,
        procedure: procedure.revision,
        severity: defect.severity.clone(),
        priority: None,
        competence: defect.competence.clone(),
        party: defect.party.clone(),
        assignee: defect.assignee.clone(),
        fingerprint: Some(fingerprint),
        scenario: None,
        symptom: None,
        evidence: Vec::new(),
        split: Some((defect.id.clone(), share)),
    }
}
