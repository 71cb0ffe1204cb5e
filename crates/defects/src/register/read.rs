//! Lists, histories and trends: everything answered from indexed tables.

use jiff::Timestamp;
use rakis_model::{Exchange, Failure};
use sqlx::AssertSqlSafe;

use super::{
    Register,
    log::{self},
    rows::{self, Occurred},
    tables,
};
use crate::{RegisterError, defect::Defect, event::Event};

/// One time a fault was seen, or a fix proved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Run.
    pub run: String,
    /// Fingerprint.
    pub fingerprint: String,
    /// Did the scenario pass, and so prove the fix?
    pub passed: bool,
    /// Scenario, for people.
    pub scenario: String,
    /// Where it stood: `features/rights/star.feature:24`.
    pub address: String,
    /// When the run began.
    pub at: Timestamp,
    /// Delivery.
    pub delivery: Option<String>,
    /// Build.
    pub build: Option<String>,
    /// Environment.
    pub environment: String,
    /// The failure.
    pub failure: Option<Failure>,
    /// What was sent and answered.
    pub exchanges: Vec<Exchange>,
}

impl Register {
    /// One defect; one that was merged too.
    ///
    /// # Errors
    /// When there is none of that id.
    pub async fn get(&self, id: &str) -> Result<Defect, RegisterError> {
        self.within(async {
            let row: Option<(String,)> = sqlx::query_as("SELECT data FROM defects WHERE id = $1")
                .bind(id.to_owned())
                .fetch_optional(&self.pool)
                .await?;
            let (data,) = row.ok_or_else(|| RegisterError::UnknownDefect(id.to_owned()))?;
            rows::read_defect(&[id.into(), data.into()])
        })
        .await
    }

    /// Everything that happened to a defect, in order. Its occurrences are told apart.
    ///
    /// # Errors
    /// When there is none of that id.
    pub async fn history(&self, id: &str) -> Result<Vec<Event>, RegisterError> {
        self.within(async {
            let sql = format!(
                "SELECT {} FROM events WHERE defect = $1 ORDER BY seq",
                tables::EVENTS.select()
            );
            let found =
                sqlx::query(AssertSqlSafe(sql)).bind(id.to_owned()).fetch_all(&self.pool).await?;
            if found.is_empty() {
                return Err(RegisterError::UnknownDefect(id.to_owned()));
            }
            found.iter().map(|row| log::read(&tables::EVENTS.read(row)?)).collect()
        })
        .await
    }

    /// When and where a defect was seen, the newest first, at most `limit` times.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn occurrences(
        &self,
        id: &str,
        limit: usize,
    ) -> Result<Vec<Occurrence>, RegisterError> {
        self.within(async {
            let columns = tables::OCCURRENCES.columns.iter().map(|(name, _)| format!("o.{name}"));
            let sql = format!(
                "SELECT {} FROM occurrences o \
                 JOIN fingerprints f ON f.fingerprint = o.fingerprint WHERE f.defect = $1 \
                 ORDER BY o.at DESC, o.run DESC, o.position LIMIT {limit}",
                columns.collect::<Vec<_>>().join(", ")
            );
            let found =
                sqlx::query(AssertSqlSafe(sql)).bind(id.to_owned()).fetch_all(&self.pool).await?;
            found.iter().map(|row| occurrence(&tables::OCCURRENCES.read(row)?)).collect()
        })
        .await
    }
}

fn occurrence(row: &[super::table::Cell]) -> Result<Occurrence, RegisterError> {
    let damaged = || RegisterError::Damaged("occurrences".to_owned());
    let one = Occurred::read(row).ok_or_else(damaged)?;
    #[derive(serde::Deserialize, Default)]
    struct Evidence {
        failure: Option<Failure>,
        exchanges: Vec<Exchange>,
    }
    let evidence: Evidence = match &one.evidence {
        Some(text) => serde_json::from_str(text).map_err(|_| damaged())?,
        None => Evidence::default(),
    };
    Ok(Occurrence {
        run: one.run,
        fingerprint: one.fingerprint,
        passed: one.passed,
        scenario: one.title,
        address: one.address,
        at: one.at,
        delivery: one.delivery,
        build: one.build,
        environment: one.environment,
        failure: evidence.failure,
        exchanges: evidence.exchanges,
    })
}
