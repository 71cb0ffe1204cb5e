//! Starting a job: its lock, its data, the dry run before it; and resuming an interrupted one.

use serde::Deserialize;
use serde_json::json;

use crate::call::{Answer, Call};
use crate::clock::read_date;
use crate::error::Failure;

use super::guide::Guide;
use super::input::{Truth, Written, whole_or};
use super::job::{FINISHED, INTERRUPTED, Job, RUNNING};
use super::population::Population;
use super::task::{LEASE_MS, Task};
use super::{YEARS, average, events, index, indexation, notices, refusals, shares};

const KINDS: [&str; 3] = ["keskmine", "osakud", "indekseerimine"];

#[derive(Debug, Deserialize)]
struct Asked {
    liik: String,
    aasta: Written,
    alates: Option<Written>,
    #[serde(default)]
    prooviarvutus: Truth,
    tahtaeg: Option<String>,
    osa_suurus: Option<Written>,
    paus_ms: Option<Written>,
    katkesta_parast: Option<Written>,
    #[serde(flatten)]
    index: index::Asked,
}

/// What a job is about, once the request is read.
#[derive(Debug)]
pub(super) struct Order {
    pub(super) kind: String,
    pub(super) first_year: i64,
    pub(super) year: i64,
    dry: bool,
}

impl Order {
    /// Persons of a chunk: in SQLite everybody else waits for it, so what takes long is cut small.
    fn chunk(&self) -> i64 {
        match self.kind.as_str() {
            "keskmine" => 20_000,
            "osakud" => 20_000 / (self.year - self.first_year + 1).min(20),
            _ => 2_000,
        }
    }
}

impl Asked {
    fn order(&self) -> Result<Order, Failure> {
        let kind = self.liik.trim();
        if !KINDS.contains(&kind) {
            return Err(crate::refusals::UNKNOWN_VALUE
                .saying(format!("Massarvutuse liiki „{kind}“ ei ole."))
                .into());
        }
        let year = self.aasta.whole(YEARS, "aasta")?;
        let first = self.alates.as_ref().filter(|_| kind == "osakud");
        let first_year = whole_or(first, year, *YEARS.start()..=year, "alates")?;
        Ok(Order { kind: kind.to_owned(), first_year, year, dry: self.prooviarvutus.0 })
    }

    /// The end of the deadline in milliseconds, 0 without one: a day ends at midnight.
    fn deadline(&self, call: &Call) -> Result<i64, Failure> {
        let Some(text) = self.tahtaeg.as_deref().map(str::trim) else { return Ok(0) };
        let of_day = read_date(text).and_then(|date| call.now.end_of(&date));
        of_day
            .or_else(|| text.parse::<jiff::Timestamp>().ok().map(jiff::Timestamp::as_millisecond))
            .ok_or_else(|| {
                crate::refusals::MALFORMED
                    .saying("Väli „tahtaeg“ peab olema kuupäev või aeg.")
                    .into()
            })
    }
}

/// `POST /skais/massarvutus/rahvastikud/{id}/tood`
pub(crate) async fn start(call: &mut Call) -> Result<Answer, Failure> {
    let population = Population::ready(call).await?;
    let asked: Asked = call.body()?;
    let order = asked.order()?;
    // Takes the population's row: of two starts at once the second sees the first.
    sqlx::query("UPDATE mass_population SET size = size WHERE id = $1")
        .bind(population.id)
        .execute(&mut *call.db)
        .await?;
    if !call.fault("mass_calculation.second-run-not-locked") {
        refuse_when_locked(call, &population, &order).await?;
    }
    let (inputs, settings) = match order.kind.as_str() {
        "keskmine" => (average::inputs(call, &population, order.year).await?, String::from("null")),
        "osakud" => (shares::inputs(call, &population, &order).await?, String::from("null")),
        _ => indexation::inputs(call, &population, order.year, asked.index.settings(call)?).await?,
    };
    if !order.dry {
        refuse_unless_due(call, &population, &order, &inputs).await?;
    }
    let job = insert(call, &population, &asked, &order, (&inputs, &settings)).await?;
    events::write(
        &mut call.db,
        &job,
        &call.now,
        "algus",
        &format!("Juhendi versioon {}.", job.guide),
    )
    .await?;
    notices::queue(&mut call.db, &job, &call.now, notices::Kind::Start, call.fault).await?;
    call.tasks.push(Task::Run { job: job.id, clock: call.now.clone(), again: false });
    Ok(Answer::accepted(json!({"too": job.id, "olek": job.state})))
}

async fn refuse_when_locked(
    call: &mut Call,
    population: &Population,
    order: &Order,
) -> Result<(), Failure> {
    let (others,): (i64,) = sqlx::query_as(
        "SELECT count(*) FROM mass_job WHERE population = $1 AND kind = $2 AND first_year <= $3 AND year >= $4 \
         AND (state = $5 OR state = $6)",
    )
    .bind(population.id)
    .bind(&order.kind)
    .bind(order.year)
    .bind(order.first_year)
    .bind(RUNNING)
    .bind(INTERRUPTED)
    .fetch_one(&mut *call.db)
    .await?;
    if others > 0 { Err(refusals::LOCKED.into()) } else { Ok(()) }
}

/// A run that counts needs a finished dry run of the same inputs, and is done once.
async fn refuse_unless_due(
    call: &mut Call,
    population: &Population,
    order: &Order,
    inputs: &str,
) -> Result<(), Failure> {
    let stale = call.fault("mass_calculation.stale-dry-run-accepted");
    let finished: Vec<(i64,)> = sqlx::query_as(
        "SELECT dry FROM mass_job WHERE population = $1 AND kind = $2 AND year = $3 AND state = $5 \
         AND (inputs = $4 OR (dry = 1 AND $6 = 1))",
    )
    .bind(population.id)
    .bind(&order.kind)
    .bind(order.year)
    .bind(inputs)
    .bind(FINISHED)
    .bind(i64::from(stale))
    .fetch_all(&mut *call.db)
    .await?;
    if finished.contains(&(0,)) && !call.fault("mass_calculation.second-run-counted-again") {
        return Err(refusals::DONE_ALREADY.into());
    }
    if !finished.contains(&(1,)) && !call.fault("mass_calculation.dry-run-not-required") {
        return Err(refusals::NO_DRY_RUN.into());
    }
    Ok(())
}

async fn insert(
    call: &mut Call,
    population: &Population,
    asked: &Asked,
    order: &Order,
    (inputs, settings): (&str, &str),
) -> Result<Job, Failure> {
    let guide = Guide::in_force(call, population.id).await?;
    let job = sqlx::query_as(
        "INSERT INTO mass_job (population, kind, year, first_year, dry, inputs, settings, guide, deadline, chunk, \
         pause, stop_after, state, clock, lease, total) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) RETURNING *",
    )
    .bind(population.id)
    .bind(&order.kind)
    .bind(order.year)
    .bind(order.first_year)
    .bind(i64::from(order.dry))
    .bind(inputs)
    .bind(settings)
    .bind(guide.version)
    .bind(asked.deadline(call)?)
    .bind(whole_or(asked.osa_suurus.as_ref(), order.chunk(), 1..=200_000, "osa_suurus")?)
    .bind(whole_or(asked.paus_ms.as_ref(), 0, 0..=1_000, "paus_ms")?)
    .bind(whole_or(asked.katkesta_parast.as_ref(), -1, 0..=2_000_000, "katkesta_parast")?)
    .bind(RUNNING)
    .bind(call.now.millis())
    .bind(jiff::Timestamp::now().as_millisecond() + LEASE_MS)
    .bind(population.persons)
    .fetch_one(&mut *call.db)
    .await?;
    Ok(job)
}

/// `POST /skais/massarvutus/tood/{id}/jatka`
pub(crate) async fn resume(call: &mut Call) -> Result<Answer, Failure> {
    let job = Job::of(call).await?;
    let now = jiff::Timestamp::now().as_millisecond();
    // Only one of two resumptions at once changes the row. A runner that stopped renewing its lease is gone.
    let taken = sqlx::query(
        "UPDATE mass_job SET state = $2, reason = '', stop_after = -1, clock = $3, lease = $4 \
         WHERE id = $1 AND (state = $5 OR (state = $2 AND lease < $6))",
    )
    .bind(job.id)
    .bind(RUNNING)
    .bind(call.now.millis())
    .bind(now + LEASE_MS)
    .bind(INTERRUPTED)
    .bind(now)
    .execute(&mut *call.db)
    .await?;
    if taken.rows_affected() == 0 {
        return Err(refusals::NOT_INTERRUPTED.into());
    }
    let explanation =
        format!("Tulemused olid arvutatud {} isiku kohta {}-st.", job.done, job.total);
    events::write(&mut call.db, &job, &call.now, "jätkamine", &explanation).await?;
    call.tasks.push(Task::Run { job: job.id, clock: call.now.clone(), again: true });
    Ok(Answer::accepted(json!({"too": job.id, "olek": RUNNING})))
}
