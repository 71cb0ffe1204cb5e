//! Carries a job through: chunk by chunk, each in a transaction of its own with the progress it made, so that after an
//! interruption nobody is left out or counted twice.

use std::time::Duration;

use serde_json::Value;
use sqlx::{Any, Transaction};
use tokio::time::Instant;

use crate::clock::Moment;
use crate::faults::ActiveFault;
use crate::server::App;
use crate::system::System;

use super::job::{FAILED, FINISHED, INTERRUPTED, Job};
use super::population::Population;
use super::task::LEASE_MS;
use super::{average, events, indexation, notices, shares};

/// Persons from which on it pays that the database counts first.
const MANY: i64 = 1_000;

/// The persons of one chunk: after `from`, up to `to`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Range {
    pub(super) from: i64,
    pub(super) to: i64,
    pub(super) service_scale: i64,
    middle: i64,
}

impl Range {
    /// The person a fault leaves out; nobody has the number −1.
    pub(super) fn skipped(&self, fault: ActiveFault) -> i64 {
        if has(fault, "mass_calculation.one-person-missing") { self.middle } else { -1 }
    }

    /// The person for whom a fault computes wrongly.
    pub(super) fn wrong(&self, fault: ActiveFault) -> i64 {
        if has(fault, "mass_calculation.one-person-wrong") { self.middle } else { -1 }
    }
}

/// What a chunk adds to the job's sums.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tally {
    pub(super) counted: i64,
    pub(super) lines: i64,
    pub(super) first_sum: i64,
    pub(super) second_sum: i64,
}

/// Whether a fault of SKAIS is on.
pub(super) fn has(fault: ActiveFault, name: &str) -> bool {
    fault.is(name, System::Skais)
}

/// How a run ends.
enum End {
    Finished,
    Interrupted(String),
    Failed(String),
}

/// The job's time: the request's clock and what has passed since.
struct Time {
    begun: Moment,
    since: Instant,
}

impl Time {
    fn now(&self) -> Moment {
        let passed = i64::try_from(self.since.elapsed().as_millis()).unwrap_or_default();
        self.begun.elsewhen(self.begun.millis().saturating_add(passed))
    }
}

/// Runs a job to its end, whatever it is, and tells the interested parties.
pub(super) async fn run(app: &App, id: i64, clock: Moment, again: bool) {
    let time = Time { begun: clock, since: Instant::now() };
    let end = match chunks(app, id, &time, again).await {
        Ok(end) => end,
        Err(error) => {
            app.trouble("massarvutus", &error);
            End::Failed("Andmebaasi viga.".to_owned())
        }
    };
    if let Err(error) = close(app, id, &time, end).await {
        app.trouble("massarvutuse lõpetamine", &error);
    }
}

async fn chunks(app: &App, id: i64, time: &Time, again: bool) -> Result<End, sqlx::Error> {
    notices::deliver(app, id, &time.now()).await?;
    if again {
        misplace(app, id).await?;
    }
    survey(app, id).await?;
    loop {
        let mut db = app.store.begin().await?;
        let job = taken(&mut db, id, time).await?;
        if job.result != "null" {
            return Ok(End::Finished);
        }
        if job.stop_after >= 0 && (job.done + job.chunk).min(job.total) > job.stop_after {
            db.rollback().await?;
            return Ok(End::Interrupted("Katkestuse katse.".to_owned()));
        }
        if job.done >= job.total {
            let outcome = finish(&mut db, &job, &time.now(), app.fault).await?;
            db.commit().await?;
            return Ok(outcome.map_or_else(End::Failed, |()| End::Finished));
        }
        let pause = if job.done + job.chunk < job.total { job.pause.unsigned_abs() } else { 0 };
        chunk(&mut db, job, &time.now(), app.fault).await?;
        db.commit().await?;
        if pause > 0 {
            tokio::time::sleep(Duration::from_millis(pause)).await;
        }
    }
}

/// Before much is computed, the database counts what there is to compute.
async fn survey(app: &App, id: i64) -> Result<(), sqlx::Error> {
    let mut db = app.store.begin().await?;
    let total: i64 = sqlx::query_scalar("SELECT total FROM mass_job WHERE id = $1")
        .bind(id)
        .fetch_one(&mut *db)
        .await?;
    db.commit().await?;
    if total >= MANY {
        app.store.survey("mass_person, mass_entry, mass_share").await
    } else {
        Ok(())
    }
}

/// The faults of a resumption: what was counted counts twice, or the results so far are lost.
async fn misplace(app: &App, id: i64) -> Result<(), sqlx::Error> {
    let text = if has(app.fault, "mass_calculation.restart-counts-twice") {
        "UPDATE mass_job SET counted = 2 * counted, lines = 2 * lines, first_sum = 2 * first_sum, \
         second_sum = 2 * second_sum WHERE id = $1"
    } else if has(app.fault, "mass_calculation.restart-loses-results") {
        "DELETE FROM mass_service WHERE job = $1"
    } else {
        return Ok(());
    };
    let mut db = app.store.begin().await?;
    sqlx::query(text).bind(id).execute(&mut *db).await?;
    db.commit().await
}

/// The job, its row taken and its lease renewed.
async fn taken(
    db: &mut Transaction<'static, Any>,
    id: i64,
    time: &Time,
) -> Result<Job, sqlx::Error> {
    sqlx::query_as("UPDATE mass_job SET lease = $2, clock = $3 WHERE id = $1 RETURNING *")
        .bind(id)
        .bind(jiff::Timestamp::now().as_millisecond() + LEASE_MS)
        .bind(time.now().millis())
        .fetch_one(&mut **db)
        .await
}

async fn scale_of(db: &mut Transaction<'static, Any>, job: &Job) -> Result<i64, sqlx::Error> {
    let population: Population =
        sqlx::query_as(Population::READ).bind(job.population).fetch_one(&mut **db).await?;
    Ok(population.service_scale)
}

async fn chunk(
    db: &mut Transaction<'static, Any>,
    mut job: Job,
    now: &Moment,
    fault: ActiveFault,
) -> Result<(), sqlx::Error> {
    let to = job.total.min(job.done + job.chunk);
    let range = Range {
        from: job.done,
        to,
        service_scale: scale_of(db, &job).await?,
        middle: job.middle(),
    };
    let tally = match job.kind.as_str() {
        "keskmine" => average::chunk(db, &job, &range, fault).await?,
        "osakud" => shares::chunk(db, &job, &range, fault).await?,
        _ => indexation::chunk(db, &job, &range, fault).await?,
    };
    sqlx::query(
        "UPDATE mass_job SET done = $2, counted = counted + $3, lines = lines + $4, first_sum = first_sum + $5, \
         second_sum = second_sum + $6 WHERE id = $1",
    )
    .bind(job.id)
    .bind(to)
    .bind(tally.counted)
    .bind(tally.lines)
    .bind(tally.first_sum)
    .bind(tally.second_sum)
    .execute(&mut **db)
    .await?;
    job.done = to;
    events::write(db, &job, now, "edenemine", &format!("{to} isikut {}-st.", job.total)).await
}

/// Works the result out and, unless this is a dry run, lets it count. `Err` is the reason for which there is none.
async fn finish(
    db: &mut Transaction<'static, Any>,
    job: &Job,
    now: &Moment,
    fault: ActiveFault,
) -> Result<Result<(), String>, sqlx::Error> {
    // The fault is about the average: shares that count too early would hide who changes.
    let leaks = job.kind == "keskmine" && has(fault, "mass_calculation.dry-run-writes");
    let counts = job.dry == 0 || leaks;
    let (changed,): (i64,) = sqlx::query_as("SELECT count(*) FROM mass_change WHERE job = $1")
        .bind(job.id)
        .fetch_one(&mut **db)
        .await?;
    let scale = scale_of(db, job).await?;
    let result: Value = match job.kind.as_str() {
        "keskmine" => match average::finish(db, job, scale, counts, fault).await? {
            Ok(result) => result,
            Err(reason) => return Ok(Err(reason)),
        },
        "osakud" => shares::finish(job, changed),
        _ => indexation::finish(db, job, counts, changed).await?,
    };
    if counts {
        let_count(db, job).await?;
    }
    let met = if job.deadline == 0 { -1 } else { i64::from(now.millis() <= job.deadline) };
    sqlx::query("UPDATE mass_job SET result = $2, met = $3 WHERE id = $1")
        .bind(job.id)
        .bind(result.to_string())
        .bind(met)
        .execute(&mut **db)
        .await?;
    if met >= 0 && !has(fault, "mass_calculation.deadline-not-told") {
        let words = if met == 1 { "Tähtajaks valmis." } else { "Tähtaeg on ületatud." };
        events::write(db, job, now, "tähtaeg", words).await?;
    }
    events::write(db, job, now, "lõpp", &format!("Arvutus hõlmas {} isikut.", job.counted)).await?;
    notices::queue(db, &Job { met, ..job.clone() }, now, notices::Kind::End, fault).await?;
    Ok(Ok(()))
}

/// From now on the results of this job count for its years.
async fn let_count(db: &mut Transaction<'static, Any>, job: &Job) -> Result<(), sqlx::Error> {
    for year in job.first_year..=job.year {
        sqlx::query(
            "INSERT INTO mass_counting (population, kind, year, job) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (population, kind, year) DO UPDATE SET job = excluded.job",
        )
        .bind(job.population)
        .bind(&job.kind)
        .bind(year)
        .bind(job.id)
        .execute(&mut **db)
        .await?;
    }
    Ok(())
}

/// Tells the interested parties, and only then shows the state in which the job ends: who reads it finds the notices sent.
async fn close(app: &App, id: i64, time: &Time, end: End) -> Result<(), sqlx::Error> {
    let (state, reason, event) = match end {
        End::Finished => (FINISHED, String::new(), ""),
        End::Interrupted(reason) => (INTERRUPTED, reason, "katkemine"),
        End::Failed(reason) => (FAILED, reason, "tõrge"),
    };
    if !event.is_empty() {
        let mut db = app.store.begin().await?;
        let job = taken(&mut db, id, time).await?;
        events::write(&mut db, &job, &time.now(), event, &reason).await?;
        let job = Job { reason: reason.clone(), ..job };
        notices::queue(&mut db, &job, &time.now(), notices::Kind::Failure, app.fault).await?;
        db.commit().await?;
    }
    notices::deliver(app, id, &time.now()).await?;
    let mut db = app.store.begin().await?;
    sqlx::query("UPDATE mass_job SET state = $2, reason = $3, lease = 0, clock = $4 WHERE id = $1")
        .bind(id)
        .bind(state)
        .bind(reason)
        .bind(time.now().millis())
        .execute(&mut *db)
        .await?;
    db.commit().await
}
