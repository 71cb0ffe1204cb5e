//! Work that goes on after the answer: building large populations, and jobs.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::task::JoinSet;

use crate::clock::Moment;
use crate::server::App;

use super::population::Population;
use super::runner;

/// How long a runner counts as alive after its last step.
pub(super) const LEASE_MS: i64 = 15_000;
/// Persons built in one transaction; other requests come in between.
const BUILT_AT_ONCE: i64 = 4_000;

/// What a handler wants done once its transaction is committed.
#[derive(Debug)]
pub(crate) enum Task {
    /// Build the persons and entries of this population.
    Build(i64),
    /// Run this job from where it stands.
    Run {
        job: i64,
        /// The request's clock: the job's time goes on from it.
        clock: Moment,
        /// Whether it was interrupted before.
        again: bool,
    },
}

/// The tasks under way; they end with the system.
#[derive(Debug, Default)]
pub(crate) struct Background(Mutex<JoinSet<()>>);

impl Background {
    /// Starts a task.
    pub(crate) fn start(&self, app: &Arc<App>, task: Task) {
        let mut tasks = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Forgets those that have ended.
        while tasks.try_join_next().is_some() {}
        let app = Arc::clone(app);
        match task {
            Task::Build(population) => tasks.spawn(async move {
                if let Err(error) = build(&app, population).await {
                    app.trouble("rahvastiku koostamine", &error);
                }
            }),
            Task::Run { job, clock, again } => tasks.spawn(async move {
                runner::run(&app, job, clock, again).await;
            }),
        };
    }

    /// Ends every task where it stands; what it had committed stays.
    pub(crate) fn stop(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).abort_all();
    }
}

async fn build(app: &App, population: i64) -> Result<(), sqlx::Error> {
    loop {
        let mut db = app.store.begin().await?;
        let known: Population =
            sqlx::query_as(Population::READ).bind(population).fetch_one(&mut *db).await?;
        if known.is_ready() {
            return db.commit().await;
        }
        let to = known.size.min(known.built + BUILT_AT_ONCE);
        known.recipe().write_persons(&mut db, known.built, to).await?;
        sqlx::query("UPDATE mass_population SET built = $2 WHERE id = $1")
            .bind(population)
            .bind(to)
            .execute(&mut *db)
            .await?;
        db.commit().await?;
    }
}
