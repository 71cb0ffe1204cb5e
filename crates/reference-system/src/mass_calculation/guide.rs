//! The process guide (juhend): its versions, and the duty to review it every year.

use jiff::civil::Date;
use serde::Deserialize;
use serde_json::json;

use crate::call::{Answer, Call, date, filled};
use crate::error::Failure;

use super::population::Population;

/// The version in force on a day.
#[derive(Debug, Clone)]
pub(super) struct Guide {
    pub(super) version: String,
    valid_from: String,
    reviewed: String,
}

row!(Guide { version, valid_from, reviewed });

impl Guide {
    /// The latest version whose validity has begun on the day of the request.
    pub(super) async fn in_force(call: &mut Call, population: i64) -> Result<Self, Failure> {
        // The fault reads the guide as if nothing had changed: the first version there was.
        let order = if call.fault("mass_calculation.guide-outdated") { "ASC" } else { "DESC" };
        sqlx::query_as(sqlx::AssertSqlSafe(format!(
            "SELECT version, valid_from, reviewed FROM mass_guide WHERE population = $1 AND valid_from <= $2 \
             ORDER BY valid_from {order}, version {order} LIMIT 1"
        )))
        .bind(population)
        .bind(call.now.today())
        .fetch_optional(&mut *call.db)
        .await?
        .ok_or_else(|| crate::refusals::NOT_FOUND.into())
    }

    /// The day by which it must be reviewed again: a year after the last review.
    fn review_by(&self) -> String {
        let next = |day: Date| day.saturating_add(jiff::Span::new().years(1)).to_string();
        self.reviewed.parse().map_or_else(|_| self.reviewed.clone(), next)
    }
}

/// A new population begins with a guide older than any other, reviewed on the day.
pub(super) async fn first(call: &mut Call, population: i64) -> Result<(), sqlx::Error> {
    sqlx::query("INSERT INTO mass_guide (population, version, valid_from, reviewed) VALUES ($1, '1', '1999-01-01', $2)")
        .bind(population)
        .bind(call.now.today())
        .execute(&mut *call.db)
        .await
        .map(drop)
}

/// `PUT /skais/massarvutus/rahvastikud/{id}/juhend`
pub(crate) async fn set(call: &mut Call) -> Result<Answer, Failure> {
    #[derive(Debug, Deserialize)]
    struct Asked {
        versioon: String,
        kehtib_alates: String,
        ule_vaadatud: Option<String>,
    }
    let population = Population::of(call).await?;
    let asked: Asked = call.body()?;
    let version = filled(&asked.versioon, "versioon")?;
    let from = date(Some(asked.kehtib_alates), "kehtib_alates")?.unwrap_or_default();
    let reviewed = date(asked.ule_vaadatud, "ule_vaadatud")?.unwrap_or_else(|| from.clone());
    sqlx::query(
        "INSERT INTO mass_guide (population, version, valid_from, reviewed) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (population, version) DO UPDATE SET valid_from = excluded.valid_from, reviewed = excluded.reviewed",
    )
    .bind(population.id)
    .bind(&version)
    .bind(&from)
    .bind(&reviewed)
    .execute(&mut *call.db)
    .await?;
    Ok(Answer::ok(json!({"versioon": version, "kehtib_alates": from, "ule_vaadatud": reviewed})))
}

/// `GET /skais/massarvutus/rahvastikud/{id}/juhend`
pub(crate) async fn read(call: &mut Call) -> Result<Answer, Failure> {
    let population = Population::of(call).await?;
    let guide = Guide::in_force(call, population.id).await?;
    let review_by = guide.review_by();
    let current =
        call.now.today() <= review_by || call.fault("mass_calculation.guide-review-not-told");
    Ok(Answer::ok(json!({
        "versioon": guide.version,
        "kehtib_alates": guide.valid_from,
        "ule_vaadatud": guide.reviewed,
        "ule_vaadata_hiljemalt": review_by,
        "ajakohane": current,
    })))
}
