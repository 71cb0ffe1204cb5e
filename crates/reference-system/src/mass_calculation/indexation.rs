//! The indexation of 1 April (RPKS § 26): new rates from the rounded rates of the year before, and every pension before and
//! after.

use serde_json::{Value, json};
use sqlx::{Any, AssertSqlSafe, Transaction};

use crate::call::Call;
use crate::error::Failure;
use crate::faults::ActiveFault;

use super::index::Settings;
use super::job::Job;
use super::numbers::{Rounding, write};
use super::population::Population;
use super::rates::Rates;
use super::refusals;
use super::runner::{Range, Tally, has};

/// Everything the indexation depends on, and its settings with the rates before and after.
///
/// # Errors
/// When there are no rates to index.
pub(super) async fn inputs(
    call: &mut Call,
    population: &Population,
    year: i64,
    settings: Settings,
) -> Result<(String, String), Failure> {
    let before = Rates::before(&mut call.db, population.id, year).await?;
    let missing = || {
        refusals::DATA_MISSING.saying(format!("Enne 1. aprilli {year} kehtinud määrad on puudu."))
    };
    let before = before.ok_or_else(missing)?;
    let settings = index_rates(call, before, settings).await?;
    let shares: Vec<(i64, i64)> = sqlx::query_as(
        "SELECT year, job FROM mass_counting WHERE population = $1 AND kind = 'osakud' AND year < $2 ORDER BY year",
    )
    .bind(population.id)
    .bind(year)
    .fetch_all(&mut *call.db)
    .await?;
    let kept = serde_json::to_string(&settings).unwrap_or_default();
    Ok((format!("kanded {} osakud {shares:?} {kept}", population.revision), kept))
}

/// Base part × (1 + 1.1·(i − 1)) to four decimals, value of a year × (1 + 0.9·(i − 1)) to three, national pension × i to two;
/// an extraordinary rise comes after.
async fn index_rates(
    call: &mut Call,
    before: Rates,
    mut settings: Settings,
) -> Result<Settings, Failure> {
    let rounding = Rounding::HalfUp;
    let half_even = call.fault("mass_calculation.year-value-half-even");
    let of_value = if half_even { Rounding::HalfEven } else { Rounding::HalfUp };
    let base_weight = if call.fault("mass_calculation.base-part-weight") { 9 } else { 11 };
    let (base_factor, value_factor) =
        (format!("(10000 + {base_weight} * ($1 - 1000))"), "(10000 + 9 * ($1 - 1000))");
    let (base, value) = if call.fault("mass_calculation.unrounded-chain") {
        // Ten-thousandths and thousandths again, from eight decimals.
        (
            rounding.quotient(&format!("$5 * {base_factor}"), "100000000"),
            rounding.quotient(&format!("$6 * {value_factor}"), "1000000000"),
        )
    } else {
        (
            rounding.quotient(&format!("$2 * {base_factor}"), "10000"),
            of_value.quotient(&format!("$3 * {value_factor}"), "10000"),
        )
    };
    let (base_long, value_long) =
        (format!("$5 * {base_factor} / 10000"), format!("$6 * {value_factor} / 10000"));
    let national = rounding.quotient("$4 * $1", "1000");
    let early = call.fault("mass_calculation.extraordinary-rise-first");
    let (first, later) = if early { (1, 0) } else { (0, 1) };
    let (rises, longs) =
        ([settings.rise_base, settings.rise_value, settings.rise_national], [10_000, 100_000]);
    let typed = |text: String| {
        (1..=6)
            .fold(text, |text, n| text.replace(&format!("${n}"), &format!("CAST(${n} AS BIGINT)")))
    };
    let (base, value, national, base_long, value_long): (i64, i64, i64, i64, i64) =
        sqlx::query_as(AssertSqlSafe(typed(format!(
            "SELECT {base}, {value}, {national}, {base_long}, {value_long}"
        ))))
        .bind(settings.applied)
        .bind(before.base + first * rises[0])
        .bind(before.value + first * rises[1])
        .bind(before.national + first * rises[2])
        .bind(before.base_long + first * rises[0] * longs[0])
        .bind(before.value_long + first * rises[1] * longs[1])
        .fetch_one(&mut *call.db)
        .await?;
    settings.before = (before.base, before.value, before.national);
    settings.after =
        (base + later * rises[0], value + later * rises[1], national + later * rises[2]);
    settings.after_long =
        (base_long + later * rises[0] * longs[0], value_long + later * rises[1] * longs[1]);
    Ok(settings)
}

/// The pensions of the persons of one chunk: base part + S·a + ΣK·a + ΣÜ·a, to the cent, at least
/// the national pension; a national pension is its rate.
pub(super) async fn chunk(
    db: &mut Transaction<'static, Any>,
    job: &Job,
    range: &Range,
    fault: ActiveFault,
) -> Result<Tally, sqlx::Error> {
    let settings = settings(job)?;
    let month = if has(fault, "mass_calculation.service-month-boundary") { 7 } else { 6 };
    let wrong = range.wrong(fault);
    let half_even = has(fault, "mass_calculation.pension-half-even");
    let rounding = if half_even { Rounding::HalfEven } else { Rounding::HalfUp };
    let pension = |base: &str, value: &str, national: &str| {
        let exact = format!("{base} * 100 + (service * 1000 + insurance + joint) * {value}");
        let amount = rounding.quotient(&exact, "10000");
        let floor = if has(fault, "mass_calculation.floor-forgotten") { "0" } else { national };
        format!(
            "CASE WHEN kind = 'rahvapension' OR {amount} < {floor} THEN {national} ELSE {amount} END"
        )
    };
    let after = if has(fault, "mass_calculation.pension-times-index") {
        Rounding::HalfUp
            .quotient(&format!("{} * {}", pension("$6", "$7", "$8"), settings.applied), "1000")
    } else {
        pension("$9", "$10", "$11")
    };
    let ((base, value, national), (base_after, value_after, national_after)) =
        (settings.before, settings.after);
    sqlx::query(AssertSqlSafe(format!(
        "INSERT INTO mass_pension (job, person, service, insurance, joint, before, after) \
         SELECT $1, person, service, insurance, joint, {}, {after} + CASE WHEN person = {wrong} THEN 1 ELSE 0 END FROM ( \
         SELECT p.person, p.kind, p.years + CASE WHEN p.months >= {month} THEN 1 ELSE 0 END AS service, \
         CAST(coalesce(sum(CASE WHEN r.year < 2021 THEN r.insurance ELSE 0 END), 0) AS BIGINT) AS insurance, \
         CAST(coalesce(sum(CASE WHEN r.year >= 2021 THEN r.joint ELSE 0 END), 0) AS BIGINT) AS joint \
         FROM mass_person AS p \
         LEFT JOIN mass_counting AS c ON c.population = p.population AND c.kind = 'osakud' AND c.year < $3 \
         LEFT JOIN mass_share AS r ON r.job = c.job AND r.person = p.person AND r.year = c.year \
         WHERE p.population = $2 AND p.person > $4 AND p.person <= $5 AND p.person <> {} \
         GROUP BY p.person, p.kind, p.years, p.months) AS known",
        pension("$6", "$7", "$8"),
        range.skipped(fault),
    )))
    .bind(job.id)
    .bind(job.population)
    .bind(job.year)
    .bind(range.from)
    .bind(range.to)
    .bind(base)
    .bind(value)
    .bind(national)
    .bind(base_after)
    .bind(value_after)
    .bind(national_after)
    .execute(&mut **db)
    .await?;
    mark_changes(db, job, range).await?;
    let (counted, first_sum, second_sum): (i64, i64, i64) = sqlx::query_as(
        "SELECT count(*), CAST(coalesce(sum(before), 0) AS BIGINT), CAST(coalesce(sum(after), 0) AS BIGINT) \
         FROM mass_pension WHERE job = $1 AND person > $2 AND person <= $3",
    )
    .bind(job.id)
    .bind(range.from)
    .bind(range.to)
    .fetch_one(&mut **db)
    .await?;
    Ok(Tally { counted, lines: counted, first_sum, second_sum })
}

/// Notes who gets another pension than the one that counted for this year so far.
async fn mark_changes(
    db: &mut Transaction<'static, Any>,
    job: &Job,
    range: &Range,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO mass_change (job, person, before, after) \
         SELECT $1, n.person, coalesce(o.after, 0), n.after FROM mass_counting AS c \
         CROSS JOIN mass_pension AS n \
         LEFT JOIN mass_pension AS o ON o.job = c.job AND o.person = n.person \
         WHERE n.job = $1 AND n.person > $4 AND n.person <= $5 AND c.population = $2 AND c.kind = 'indekseerimine' AND c.year = $3 AND c.job <> $1 \
         AND coalesce(o.after, 0) <> n.after",
    )
    .bind(job.id)
    .bind(job.population)
    .bind(job.year)
    .bind(range.from)
    .bind(range.to)
    .execute(&mut **db)
    .await
    .map(drop)
}

/// Puts the new rates in force, unless this is a dry run.
pub(super) async fn finish(
    db: &mut Transaction<'static, Any>,
    job: &Job,
    counts: bool,
    changed: i64,
) -> Result<Value, sqlx::Error> {
    let rates = settings(job)?.rates(job.year);
    if counts {
        rates.write(db, job.population).await?;
    }
    let mut result = rates.json();
    for (name, value) in [
        ("isikuid", json!(job.counted)),
        ("summa_enne", json!(write(job.first_sum, 2))),
        ("summa_parast", json!(write(job.second_sum, 2))),
        ("muutunud", json!(changed)),
    ] {
        result[name] = value;
    }
    Ok(result)
}

fn settings(job: &Job) -> Result<Settings, sqlx::Error> {
    serde_json::from_str(&job.settings).map_err(|error| sqlx::Error::Decode(error.into()))
}
