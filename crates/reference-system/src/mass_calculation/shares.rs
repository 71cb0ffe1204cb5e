//! Insurance, solidarity and joint shares (RPKS §§ 11-13¹; VVm 31.12.2001 nr 164), one row a person and year.

use serde_json::{Value, json};
use sqlx::{Any, AssertSqlSafe, Transaction};

use crate::call::Call;
use crate::error::Failure;
use crate::faults::ActiveFault;

use super::average::sums;
use super::job::Job;
use super::launch::Order;
use super::numbers::Rounding;
use super::population::Population;
use super::refusals;
use super::runner::{Range, Tally, has};
use super::years::Year;

/// Everything the shares depend on.
///
/// # Errors
/// When a year lacks its minimum or both averages; every such year is named.
pub(super) async fn inputs(
    call: &mut Call,
    population: &Population,
    order: &Order,
) -> Result<String, Failure> {
    let mut inputs = format!("alates {} kanded {}", order.first_year, population.revision);
    let mut missing = Vec::new();
    for number in order.first_year..=order.year {
        match Year::find(&mut call.db, population.id, number).await? {
            Some(Year { minimum, average, preliminary, .. })
                if minimum > 0 && average.max(preliminary) > 0 =>
            {
                inputs += &format!(" {number}: {minimum} {average} {preliminary}");
            }
            _ => missing.push(number.to_string()),
        }
    }
    if missing.is_empty() {
        return Ok(inputs);
    }
    let text = format!("Miinimum või keskmine on puudu (aasta: {}).", missing.join(", "));
    Err(refusals::DATA_MISSING.saying(text).into())
}

/// The rules of a year, as SQL.
#[derive(Debug)]
struct Rules {
    /// What of the sum is the base, in cents.
    base: &'static str,
    insurance: String,
    solidarity: String,
    /// Of a full share, for a member of the II pillar.
    member: String,
    joint: String,
}

impl Rules {
    fn of(year: i64, fault: ActiveFault) -> Self {
        let half_even = has(fault, "mass_calculation.shares-half-even");
        let rounding = if half_even { Rounding::HalfEven } else { Rounding::HalfUp };
        let solidarity = rounding.quotient("base * 1000", "$6");
        let uncapped = has(fault, "mass_calculation.solidarity-cap-forgotten");
        let part_only = year < 2002 && has(fault, "mass_calculation.pension-part-before-2002");
        let first_joint =
            if has(fault, "mass_calculation.joint-share-from-2020") { 2020 } else { 2021 };
        let full_member = has(fault, "mass_calculation.pillar-factor-forgotten");
        Self {
            base: if part_only { "positive * 20 / 33" } else { "positive" },
            insurance: rounding.quotient("base * 1000", "$8"),
            solidarity: if uncapped {
                solidarity
            } else {
                format!("CASE WHEN base >= $6 THEN 1000 ELSE {solidarity} END")
            },
            member: if full_member {
                "SHARE".to_owned()
            } else {
                rounding.quotient("SHARE * 8", "10")
            },
            joint: if year < first_joint {
                "0".to_owned()
            } else {
                rounding.quotient("insurance + solidarity", "2")
            },
        }
    }

    fn for_members(&self, share: &str) -> String {
        format!(
            "CASE WHEN member = 1 THEN {} ELSE {share} END AS {share}",
            self.member.replace("SHARE", share)
        )
    }
}

/// The shares of the persons of one chunk, year by year.
pub(super) async fn chunk(
    db: &mut Transaction<'static, Any>,
    job: &Job,
    range: &Range,
    fault: ActiveFault,
) -> Result<Tally, sqlx::Error> {
    let mut lines = 0;
    for number in job.first_year..=job.year {
        let year = Year::find(db, job.population, number).await?.ok_or(sqlx::Error::RowNotFound)?;
        lines += chunk_of_year(db, job, range, year, fault).await?;
    }
    mark_changes(db, job, range).await?;
    Ok(Tally { counted: range.to - range.from, lines, first_sum: 0, second_sum: 0 })
}

async fn chunk_of_year(
    db: &mut Transaction<'static, Any>,
    job: &Job,
    range: &Range,
    year: Year,
    fault: ActiveFault,
) -> Result<i64, sqlx::Error> {
    let Rules { base, insurance, solidarity, joint, .. } = &Rules::of(year.year, fault);
    let rules = Rules::of(year.year, fault);
    let stays_preliminary =
        year.preliminary > 0 && has(fault, "mass_calculation.preliminary-not-replaced");
    let preliminary = year.average == 0 || stays_preliminary;
    let service = match has(fault, "mass_calculation.service-fraction-cut") {
        true => "positive * $7 / $6".to_owned(),
        false => Rounding::HalfUp.quotient("positive * $7", "$6"),
    };
    let wrong = range.wrong(fault);
    let late = i64::from(has(fault, "mass_calculation.pillar-year-late"));
    // `CROSS JOIN` keeps SQLite to looking each person up; it would go through the whole population for each chunk.
    let inserted = sqlx::query(AssertSqlSafe(format!(
        "INSERT INTO mass_share (job, person, year, cents, service, insurance, solidarity, joint, preliminary) \
         SELECT $1, person, $3, cents, service, insurance + CASE WHEN person = {wrong} THEN 1 ELSE 0 END, solidarity, \
                {joint}, {} \
         FROM (SELECT person, cents, service, {}, {} \
         FROM (SELECT person, cents, member, \
                CASE WHEN positive >= $6 THEN $7 ELSE {service} END AS service, \
                {insurance} AS insurance, {solidarity} AS solidarity \
         FROM (SELECT person, cents, positive, member, {base} AS base \
         FROM (SELECT s.person, s.cents, CASE WHEN s.cents > 0 THEN s.cents ELSE 0 END AS positive, \
                CASE WHEN p.pillar > 0 AND p.pillar <= $3 - {late} THEN 1 ELSE 0 END AS member \
         FROM ({}) AS s CROSS JOIN mass_person AS p WHERE p.population = $2 AND p.person = s.person) AS a) AS b) AS c) AS d",
        i64::from(preliminary),
        rules.for_members("insurance"),
        rules.for_members("solidarity"),
        sums(range.skipped(fault), false),
    )))
    .bind(job.id)
    .bind(job.population)
    .bind(year.year)
    .bind(range.from)
    .bind(range.to)
    .bind(year.minimum)
    .bind(range.service_scale)
    .bind(if preliminary { year.preliminary } else { year.average })
    .execute(&mut **db)
    .await?;
    Ok(i64::try_from(inserted.rows_affected()).unwrap_or_default())
}

/// Notes who has other shares than those that counted so far, with the sums over the years that are computed again.
async fn mark_changes(
    db: &mut Transaction<'static, Any>,
    job: &Job,
    range: &Range,
) -> Result<(), sqlx::Error> {
    let one = |column: &str| {
        format!(
            "CASE WHEN r.year < 2021 THEN r.insurance ELSE r.joint END AS {column}, \
             r.insurance * 1000000 + r.solidarity * 1000 + r.service AS {column}_mark"
        )
    };
    // In this order every step is a lookup; `CROSS JOIN` keeps SQLite to it.
    let rows = "FROM mass_person AS p CROSS JOIN mass_counting AS c CROSS JOIN mass_share AS r \
                WHERE p.population = $2 AND p.person > $4 AND p.person <= $5 AND c.population = $2 \
                AND c.kind = 'osakud' AND c.year >= $3 AND c.year <= $6 AND c.job <> $1 \
                AND r.person = p.person AND r.year = c.year";
    sqlx::query(AssertSqlSafe(format!(
        "INSERT INTO mass_change (job, person, before, after) \
         SELECT $1, person, CAST(sum(was) AS BIGINT), CAST(sum(becomes) AS BIGINT) FROM ( \
         SELECT r.person, {}, 0 AS becomes, 0 AS becomes_mark {rows} AND r.job = c.job \
         UNION ALL SELECT r.person, 0, 0, {} {rows} AND r.job = $1) AS both_runs \
         GROUP BY person HAVING sum(was_mark) <> sum(becomes_mark) OR sum(was) <> sum(becomes)",
        one("was"),
        one("becomes"),
    )))
    .bind(job.id)
    .bind(job.population)
    .bind(job.first_year)
    .bind(range.from)
    .bind(range.to)
    .bind(job.year)
    .execute(&mut **db)
    .await
    .map(drop)
}

/// What the job gave.
pub(super) fn finish(job: &Job, changed: i64) -> Value {
    json!({"alates": job.first_year, "aasta": job.year, "isikuid": job.counted, "ridu": job.lines, "muutunud": changed})
}
