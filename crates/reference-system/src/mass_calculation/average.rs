//! The yearly average of the personified social tax (VVm 10.01.2002 nr 5; RPKS § 13): the sum of all entries, divided by the
//! total service of the year in years, to the cent.

use serde_json::{Value, json};
use sqlx::{Any, AssertSqlSafe, Transaction};

use crate::call::Call;
use crate::error::Failure;
use crate::faults::ActiveFault;

use super::job::Job;
use super::numbers::{Rounding, decimals_of, write};
use super::population::Population;
use super::refusals;
use super::runner::{Range, Tally, has};
use super::years::Year;

/// Everything the average depends on.
///
/// # Errors
/// When the year's minimum is not known.
pub(super) async fn inputs(
    call: &mut Call,
    population: &Population,
    year: i64,
) -> Result<String, Failure> {
    let known =
        Year::find(&mut call.db, population.id, year).await?.filter(|known| known.minimum > 0);
    let known = known.ok_or_else(|| {
        refusals::DATA_MISSING.saying(format!("{year}. aasta miinimum on puudu."))
    })?;
    Ok(format!(
        "kanded {} miinimum {} täpsus {}",
        population.revision, known.minimum, population.service_scale
    ))
}

/// Sums and service of the persons of one chunk.
pub(super) async fn chunk(
    db: &mut Transaction<'static, Any>,
    job: &Job,
    range: &Range,
    fault: ActiveFault,
) -> Result<Tally, sqlx::Error> {
    let year = Year::find(db, job.population, job.year).await?.ok_or(sqlx::Error::RowNotFound)?;
    let service = Rounding::HalfUp.quotient("cents * $7", "$6");
    sqlx::query(AssertSqlSafe(format!(
        "INSERT INTO mass_service (job, person, cents, service) \
         SELECT $1, person, cents, CASE WHEN cents <= 0 THEN 0 WHEN cents >= $6 THEN $7 ELSE {service} END \
         FROM ({}) AS summed",
        sums(range.skipped(fault), has(fault, "mass_calculation.negative-entries-ignored")),
    )))
    .bind(job.id)
    .bind(job.population)
    .bind(job.year)
    .bind(range.from)
    .bind(range.to)
    .bind(year.minimum)
    .bind(range.service_scale)
    .execute(&mut **db)
    .await?;
    let (counted, first_sum, mut second_sum): (i64, i64, i64) = sqlx::query_as(
        "SELECT count(*), CAST(coalesce(sum(cents), 0) AS BIGINT), CAST(coalesce(sum(service), 0) AS BIGINT) \
         FROM mass_service WHERE job = $1 AND person > $2 AND person <= $3",
    )
    .bind(job.id)
    .bind(range.from)
    .bind(range.to)
    .fetch_one(&mut **db)
    .await?;
    if has(fault, "mass_calculation.head-count-as-divisor") {
        second_sum = heads(db, job, range).await? * range.service_scale;
    }
    if has(fault, "mass_calculation.persons-without-service-counted") {
        second_sum += (range.to - range.from - counted) * range.service_scale;
    }
    Ok(Tally { counted, lines: counted, first_sum, second_sum })
}

/// How many persons of a chunk have service, however little.
async fn heads(
    db: &mut Transaction<'static, Any>,
    job: &Job,
    range: &Range,
) -> Result<i64, sqlx::Error> {
    let (heads,) = sqlx::query_as(
        "SELECT count(*) FROM mass_service WHERE job = $1 AND person > $2 AND person <= $3 AND service > 0",
    )
    .bind(job.id)
    .bind(range.from)
    .bind(range.to)
    .fetch_one(&mut **db)
    .await?;
    Ok(heads)
}

/// The SQL of each person's sum of a year's entries (parameters: 2 population, 3 year, 4 and 5 the chunk), without the
/// person `skipped`.
pub(super) fn sums(skipped: i64, positive_only: bool) -> String {
    let only = if positive_only { "AND cents > 0" } else { "" };
    format!(
        "SELECT person, CAST(sum(cents) AS BIGINT) AS cents FROM mass_entry \
         WHERE population = $2 AND year = $3 AND person > $4 AND person <= $5 AND person <> {skipped} {only} \
         GROUP BY person"
    )
}

/// Confirms the average, unless this is a dry run. `Err` is the reason for which there is none.
pub(super) async fn finish(
    db: &mut Transaction<'static, Any>,
    job: &Job,
    service_scale: i64,
    counts: bool,
    fault: ActiveFault,
) -> Result<Result<Value, String>, sqlx::Error> {
    if job.second_sum <= 0 || job.first_sum <= 0 {
        return Ok(Err(format!(
            "Aastal {} ei ole kellelgi staaži: keskmist ei saa arvutada.",
            job.year
        )));
    }
    let half_even = has(fault, "mass_calculation.average-half-even");
    let rounding = if half_even { Rounding::HalfEven } else { Rounding::HalfUp };
    // In two steps, so that no product outgrows 64 bits.
    let rest = rounding.quotient("(CAST($1 AS BIGINT) % $2) * $3", "CAST($2 AS BIGINT)");
    let (average,): (i64,) = sqlx::query_as(AssertSqlSafe(format!(
        "SELECT CAST($1 AS BIGINT) / CAST($2 AS BIGINT) * $3 + {rest}"
    )))
    .bind(job.first_sum)
    .bind(job.second_sum)
    .bind(service_scale)
    .fetch_one(&mut **db)
    .await?;
    let before = Year::find(db, job.population, job.year).await?.map_or(0, |year| year.average);
    if counts {
        sqlx::query("UPDATE mass_year SET average = $3 WHERE population = $1 AND year = $2")
            .bind(job.population)
            .bind(job.year)
            .bind(average)
            .execute(&mut **db)
            .await?;
    }
    Ok(Ok(json!({
        "aasta": job.year,
        "isikuid": job.counted,
        "summa": write(job.first_sum, 2),
        "staaz": write(job.second_sum, decimals_of(service_scale)),
        "keskmine": write(average, 2),
        "eelmine_keskmine": if before == 0 { Value::Null } else { write(before, 2).into() },
    })))
}
