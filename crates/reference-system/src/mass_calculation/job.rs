//! A job (töö) as the database keeps it, and its state as people read it.

use serde_json::{Value, json};
use sqlx::{Any, Transaction};

use crate::call::{Answer, Call};
use crate::error::Failure;

use super::events;
use super::population::only_skais;

pub(super) const RUNNING: &str = "töötab";
pub(super) const INTERRUPTED: &str = "katkenud";
pub(super) const FINISHED: &str = "lõpetatud";
pub(super) const FAILED: &str = "ebaõnnestunud";

/// One job.
#[derive(Debug, Clone)]
pub(super) struct Job {
    pub(super) id: i64,
    pub(super) population: i64,
    /// `keskmine`, `osakud` or `indekseerimine`.
    pub(super) kind: String,
    pub(super) year: i64,
    pub(super) first_year: i64,
    pub(super) dry: i64,
    pub(super) settings: String,
    pub(super) guide: String,
    pub(super) deadline: i64,
    pub(super) met: i64,
    pub(super) chunk: i64,
    pub(super) pause: i64,
    pub(super) stop_after: i64,
    pub(super) state: String,
    pub(super) reason: String,
    pub(super) total: i64,
    pub(super) done: i64,
    pub(super) counted: i64,
    pub(super) lines: i64,
    pub(super) first_sum: i64,
    pub(super) second_sum: i64,
    pub(super) result: String,
}

row!(Job {
    id,
    population,
    kind,
    year,
    first_year,
    dry,
    settings,
    guide,
    deadline,
    met,
    chunk,
    pause,
    stop_after,
    state,
    reason,
    total,
    done,
    counted,
    lines,
    first_sum,
    second_sum,
    result
});

impl Job {
    /// The job of this number.
    pub(super) async fn find(
        db: &mut Transaction<'static, Any>,
        id: i64,
    ) -> Result<Option<Self>, sqlx::Error> {
        sqlx::query_as("SELECT * FROM mass_job WHERE id = $1")
            .bind(id)
            .fetch_optional(&mut **db)
            .await
    }

    /// The job named in the path.
    pub(super) async fn of(call: &mut Call) -> Result<Self, Failure> {
        only_skais(call)?;
        let id = call.id()?;
        Self::find(&mut call.db, id).await?.ok_or_else(|| crate::refusals::NOT_FOUND.into())
    }

    /// The person in the middle of a large population, on whom the faults about one person fall: among a few they would
    /// be anybody's, not one among many.
    pub(super) fn middle(&self) -> i64 {
        if self.total < 1_000 { -1 } else { self.total / 2 + 1 }
    }

    /// `indekseerimine 2026`, `osakud 1999–2020`, as texts for people name it.
    pub(super) fn title(&self) -> String {
        let dry = if self.dry == 1 { " (prooviarvutus)" } else { "" };
        if self.first_year == self.year {
            format!("{} {}{dry}", self.kind, self.year)
        } else {
            format!("{} {}–{}{dry}", self.kind, self.first_year, self.year)
        }
    }

    fn in_time(&self, call: &Call) -> Value {
        if self.deadline == 0 || call.fault("mass_calculation.deadline-not-told") {
            return Value::Null;
        }
        match self.met {
            -1 if call.now.millis() <= self.deadline => Value::Null,
            met => (met == 1).into(),
        }
    }
}

/// `GET /skais/massarvutus/tood/{id}`
pub(crate) async fn read(call: &mut Call) -> Result<Answer, Failure> {
    let job = Job::of(call).await?;
    let finished = job.state == FINISHED;
    let hidden = !finished && call.fault("mass_calculation.progress-stands-still");
    let done = if hidden { 0 } else { job.done };
    let result =
        if finished { serde_json::from_str(&job.result).unwrap_or_default() } else { Value::Null };
    Ok(Answer::ok(json!({
        "too": job.id,
        "rahvastik": job.population,
        "liik": job.kind,
        "aasta": job.year,
        "alates": job.first_year,
        "prooviarvutus": job.dry == 1,
        "olek": job.state,
        "pohjus": job.reason,
        "edenemine": {
            "tehtud": done,
            "kokku": job.total,
            "protsent": if job.total == 0 { i64::from(finished) * 100 } else { done * 100 / job.total },
        },
        "tahtaeg": if job.deadline == 0 { Value::Null } else { call.now.elsewhen(job.deadline).rfc3339().into() },
        "tahtajas": job.in_time(call),
        "juhend": job.guide,
        "tulemus": result,
    })))
}

/// `GET /skais/massarvutus/tood/{id}/protokoll`
pub(crate) async fn protocol(call: &mut Call) -> Result<Answer, Failure> {
    let job = Job::of(call).await?;
    let lost = job.state == FINISHED && call.fault("mass_calculation.protocol-missing");
    let entries = if lost { Vec::new() } else { events::all(&mut call.db, job.id).await? };
    Ok(Answer::ok(json!({
        "too": job.id,
        "juhend": job.guide,
        "kirjed": entries.iter().map(events::Entry::json).collect::<Value>(),
    })))
}
