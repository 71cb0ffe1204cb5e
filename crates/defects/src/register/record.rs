//! Recording a run, and holding one against the register without recording it.

use std::collections::BTreeSet;

use jiff::Timestamp;
use rakis_model::record::{DefectEffect, DefectNote, Judgement, Run};

use super::{
    Register, findings,
    ledger::Ledger,
    log::{self, Head, micros, stamp},
    plan::{Known, Plan},
    rows::{self, Standing},
    table::{Cell, Row, Work},
    tables,
};
use crate::{
    Actor, Procedure, RegisterError, day::day, event::RunRecorded, fingerprint::scenario_key,
};

impl Register {
    /// Writes a run into the register, in one transaction: what failed becomes a defect or an
    /// occurrence of one, what passed proves fixes. A run that is there is not written again; what
    /// was said of it then is returned.
    ///
    /// # Errors
    /// When the run has no name, another run of that name is there, or the database fails. Nothing
    /// was written then.
    pub async fn record(
        &self,
        run: &Run,
        procedure: &Procedure,
        actor: &Actor,
        now: Timestamp,
    ) -> Result<Judgement, RegisterError> {
        self.within(async {
            let mut work = self.begin().await?;
            let judgement = self.record_in(&mut work, run, procedure, actor, micros(now)).await?;
            work.commit().await?;
            Ok(judgement)
        })
        .await
    }

    async fn record_in(
        &self,
        work: &mut Work,
        run: &Run,
        procedure: &Procedure,
        actor: &Actor,
        now: Timestamp,
    ) -> Result<Judgement, RegisterError> {
        if run.info.name.trim().is_empty() {
            return Err(RegisterError::NamelessRun);
        }
        let digest = findings::digest(run);
        if let Some(row) =
            tables::RUNS.find(work, "name", std::slice::from_ref(&run.info.name)).await?.first()
        {
            return self.recorded_before(work, row, &digest).await;
        }
        let known = load(work, run, now).await?;
        let mut plan = Plan::new(run, procedure, &actor.who, now, known);
        let notes = plan.notes();
        let recorded = plan.finish(digest, &notes);
        log::append(work, &plan.events).await?;
        let occurrences: Vec<Row> = plan.occurrences.iter().map(rows::Occurred::row).collect();
        tables::OCCURRENCES.add(work, &occurrences).await?;
        let (mut ledger, head) = plan.into_known();
        ledger.flush(work).await?;
        tables::RUNS.add(work, &[run_row(&recorded, head.seq, &notes)]).await?;
        Ok(self.judgement(true, &head, notes))
    }

    async fn recorded_before(
        &self,
        work: &mut Work,
        row: &[Cell],
        digest: &str,
    ) -> Result<Judgement, RegisterError> {
        let [name, seq, .., record, notes] = row else {
            return Err(RegisterError::Damaged("runs".into()));
        };
        if record.text().as_deref() != Some(digest) {
            return Err(RegisterError::AnotherRun(name.text().unwrap_or_default()));
        }
        let damaged = |error: serde_json::Error| RegisterError::Damaged(format!("runs: {error}"));
        let notes = serde_json::from_str(&notes.text().unwrap_or_default()).map_err(damaged)?;
        let (hash,): (String,) = sqlx::query_as("SELECT hash FROM events WHERE seq = $1")
            .bind(seq.int())
            .fetch_one(&mut **work)
            .await?;
        Ok(self.judgement(true, &Head { seq: seq.int(), hash }, notes))
    }

    /// What the register would say of a run, without writing anything. Of defects that would be
    /// new it cannot speak: they have no id yet.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn judge(
        &self,
        run: &Run,
        procedure: &Procedure,
        now: Timestamp,
    ) -> Result<Judgement, RegisterError> {
        self.within(async {
            let mut work = self.snapshot().await?;
            let known = load(&mut work, run, now).await?;
            work.rollback().await?;
            let head = known.head.clone();
            let plan = Plan::new(run, procedure, "", micros(now), known);
            let mut notes = plan.notes();
            notes.retain(|note| note.effect != DefectEffect::Opened);
            Ok(self.judgement(false, &head, notes))
        })
        .await
    }

    fn judgement(&self, recorded: bool, head: &Head, notes: Vec<DefectNote>) -> Judgement {
        Judgement {
            register: self.address.clone(),
            recorded,
            events: u64::try_from(head.seq).unwrap_or_default(),
            head: head.hash.clone(),
            notes,
        }
    }
}

/// A row of `runs`.
pub(super) fn run_row(recorded: &RunRecorded, seq: i64, notes: &[DefectNote]) -> Row {
    vec![
        (&recorded.run.run).into(),
        seq.into(),
        stamp(recorded.run.at).into(),
        stamp(recorded.finished).into(),
        (&recorded.project).into(),
        recorded.run.delivery.as_ref().into(),
        recorded.run.build.as_ref().into(),
        (&recorded.run.environment).into(),
        crate::canonical::json(&recorded.counts).into(),
        (&recorded.record).into(),
        crate::canonical::json(&notes).into(),
    ]
}

/// What the log says that concerns a run.
async fn load(work: &mut Work, run: &Run, now: Timestamp) -> Result<Known, RegisterError> {
    let watched_rows: Vec<(String, String)> = sqlx::query_as(
        "SELECT s.scenario, s.fingerprint FROM scenarios s \
         JOIN fingerprints f ON f.fingerprint = s.fingerprint \
         JOIN defects d ON d.id = f.defect WHERE d.phase NOT IN ('closed', 'dismissed')",
    )
    .fetch_all(&mut **work)
    .await?;
    let mut known = Known {
        ledger: Ledger::default(),
        head: Head::read(work).await?,
        watched: Default::default(),
        last_number: last_number(work, i64::from(day(now).year())).await?,
    };
    for (scenario, print) in watched_rows {
        known.watched.entry(scenario).or_default().insert(print);
    }
    if !known.watched.is_empty() {
        let keys: BTreeSet<_> = run.cases.iter().map(scenario_key).collect();
        known.watched.retain(|key, _| keys.contains(key));
    }
    let mut prints: BTreeSet<String> = known.watched.values().flatten().cloned().collect();
    prints.extend(findings::failing(run).into_iter().map(|one| one.fingerprint.strict));
    load_prints(work, &mut known.ledger, prints).await?;
    load_builds(work, &mut known.ledger).await?;
    Ok(known)
}

/// Number of the last defect of a year.
pub(super) async fn last_number(work: &mut Work, year: i64) -> Result<i64, sqlx::Error> {
    let sql = "SELECT coalesce(max(number), 0) FROM defects WHERE year = $1";
    let (number,): (i64,) = sqlx::query_as(sql).bind(year).fetch_one(&mut **work).await?;
    Ok(number)
}

/// Fingerprints, their defects, and everything else these are known by.
async fn load_prints(
    work: &mut Work,
    ledger: &mut Ledger,
    prints: BTreeSet<String>,
) -> Result<(), RegisterError> {
    let prints: Vec<_> = prints.into_iter().collect();
    let found = tables::FINGERPRINTS.find(work, "fingerprint", &prints).await?;
    let ids = found.iter().filter_map(|row| rows::Known::read(row)).map(|(_, one)| one.defect);
    load_defects(work, ledger, ids.collect()).await
}

/// Defects, the originals of duplicates, their fingerprints and scenarios.
pub(super) async fn load_defects(
    work: &mut Work,
    ledger: &mut Ledger,
    mut wanted: BTreeSet<String>,
) -> Result<(), RegisterError> {
    while !wanted.is_empty() {
        let ids: Vec<_> = std::mem::take(&mut wanted).into_iter().collect();
        for row in tables::DEFECTS.find(work, "id", &ids).await? {
            let defect = rows::read_defect(&row)?;
            wanted.extend(defect.duplicate_of.clone());
            ledger.defects.insert(defect.id.clone(), defect);
        }
        wanted.retain(|id| !ledger.defects.contains_key(id));
        let prints = tables::FINGERPRINTS.find(work, "defect", &ids).await?;
        ledger.fingerprints.extend(prints.iter().filter_map(|row| rows::Known::read(row)));
    }
    let prints: Vec<_> = ledger.fingerprints.keys().cloned().collect();
    let standings = tables::SCENARIOS.find(work, "fingerprint", &prints).await?;
    ledger.scenarios.extend(standings.iter().filter_map(|row| Standing::read(row)));
    Ok(())
}

pub(super) async fn load_builds(work: &mut Work, ledger: &mut Ledger) -> Result<(), RegisterError> {
    for row in tables::BUILDS.all(work).await? {
        if let [Cell::Text(name), heard] = row.as_slice() {
            ledger.builds.insert(name.clone(), heard.int());
        }
    }
    Ok(())
}
