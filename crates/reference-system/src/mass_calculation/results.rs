//! The results of a job for one person, and who changed.

use serde_json::{Value, json};
use sqlx::AssertSqlSafe;

use crate::call::{Answer, Call};
use crate::error::Failure;

use super::job::{FINISHED, Job};
use super::numbers::{decimals_of, write};
use super::persons::Person;
use super::refusals;

/// The columns of [`ShareRow`], of a table named `r`.
pub(super) const SHARE_COLUMNS: &str =
    "r.year, r.cents, r.service, r.insurance, r.solidarity, r.joint, r.preliminary";

/// A person's shares of one year.
#[derive(Debug, Clone, Copy)]
pub(super) struct ShareRow {
    year: i64,
    cents: i64,
    service: i64,
    insurance: i64,
    solidarity: i64,
    joint: i64,
    preliminary: i64,
}

row!(ShareRow { year, cents, service, insurance, solidarity, joint, preliminary });

impl ShareRow {
    fn cells(&self, service_scale: i64) -> [String; 5] {
        // There is no joint share before 2021.
        let joint =
            if self.year < 2021 && self.joint == 0 { String::new() } else { write(self.joint, 3) };
        [
            write(self.cents, 2),
            write(self.service, decimals_of(service_scale)),
            write(self.insurance, 3),
            write(self.solidarity, 3),
            joint,
        ]
    }

    pub(super) fn json(&self, service_scale: i64) -> Value {
        let [sum, service, insurance, solidarity, joint] = self.cells(service_scale);
        json!({
            "aasta": self.year,
            "summa": sum,
            "staaz": service,
            "kindlustusosak": insurance,
            "solidaarosak": solidarity,
            "uhendosak": if joint.is_empty() { Value::Null } else { joint.into() },
            "arvestuslik": self.preliminary == 1,
        })
    }

    /// A line of `osakud.csv`.
    pub(super) fn line(&self, code: &str, service_scale: i64) -> String {
        format!("{code};{};{}\n", self.year, self.cells(service_scale).join(";"))
    }
}

/// Service, insurance shares, joint shares, pension before and after.
pub(super) type PensionRow = (i64, i64, i64, i64, i64);

fn pension_cells((service, insurance, joint, before, after): PensionRow) -> [String; 5] {
    [service.to_string(), write(insurance, 3), write(joint, 3), write(before, 2), write(after, 2)]
}

pub(super) fn pension_json(row: PensionRow) -> Value {
    let [_, insurance, joint, before, after] = pension_cells(row);
    json!({
        "staaz_aastaid": row.0,
        "kindlustusosakud": insurance,
        "uhendosakud": joint,
        "pension_enne": before,
        "pension_parast": after,
    })
}

/// A line of `pensionid.csv`.
pub(super) fn pension_line(code: &str, row: PensionRow) -> String {
    format!("{code};{}\n", pension_cells(row).join(";"))
}

/// A line of a person's sum and service of a year.
pub(super) fn service_line(code: &str, (cents, service): (i64, i64), service_scale: i64) -> String {
    format!("{code};{};{}\n", write(cents, 2), write(service, decimals_of(service_scale)))
}

/// The finished job of the path.
async fn finished(call: &mut Call) -> Result<Job, Failure> {
    let job = Job::of(call).await?;
    if job.state == FINISHED { Ok(job) } else { Err(refusals::NO_RESULTS.into()) }
}

/// `GET /skais/massarvutus/tood/{id}/tulemused/{isikukood}`
pub(crate) async fn read(call: &mut Call) -> Result<Answer, Failure> {
    let job = finished(call).await?;
    let person = Person::of(call, job.population, &call.part("isikukood")).await?;
    let mut answer = match job.kind.as_str() {
        "keskmine" => service_of(call, &job, person.person).await?,
        "osakud" => shares_of(call, &job, person.person).await?,
        _ => pension_of(call, &job, person.person).await?,
    };
    let changed: Option<(i64,)> =
        sqlx::query_as("SELECT person FROM mass_change WHERE job = $1 AND person = $2")
            .bind(job.id)
            .bind(person.person)
            .fetch_optional(&mut *call.db)
            .await?;
    answer["isikukood"] = person.code.into();
    answer["muutunud"] = changed.is_some().into();
    Ok(Answer::ok(answer))
}

async fn scale(call: &mut Call, job: &Job) -> Result<i64, Failure> {
    let (scale,) = sqlx::query_as("SELECT service_scale FROM mass_population WHERE id = $1")
        .bind(job.population)
        .fetch_one(&mut *call.db)
        .await?;
    Ok(scale)
}

async fn service_of(call: &mut Call, job: &Job, person: i64) -> Result<Value, Failure> {
    let decimals = decimals_of(scale(call, job).await?);
    let row: Option<(i64, i64)> =
        sqlx::query_as("SELECT cents, service FROM mass_service WHERE job = $1 AND person = $2")
            .bind(job.id)
            .bind(person)
            .fetch_optional(&mut *call.db)
            .await?;
    let (cents, service) = row.ok_or(crate::refusals::NOT_FOUND)?;
    Ok(json!({"aasta": job.year, "summa": write(cents, 2), "staaz": write(service, decimals)}))
}

async fn shares_of(call: &mut Call, job: &Job, person: i64) -> Result<Value, Failure> {
    let scale = scale(call, job).await?;
    let rows: Vec<ShareRow> = sqlx::query_as(AssertSqlSafe(format!(
        "SELECT {SHARE_COLUMNS} FROM mass_share AS r WHERE r.job = $1 AND r.person = $2 ORDER BY r.year"
    )))
    .bind(job.id)
    .bind(person)
    .fetch_all(&mut *call.db)
    .await?;
    if rows.is_empty() {
        return Err(crate::refusals::NOT_FOUND.into());
    }
    Ok(json!({"read": rows.iter().map(|row| row.json(scale)).collect::<Value>()}))
}

async fn pension_of(call: &mut Call, job: &Job, person: i64) -> Result<Value, Failure> {
    let row: Option<PensionRow> = sqlx::query_as(
        "SELECT service, insurance, joint, before, after FROM mass_pension WHERE job = $1 AND person = $2",
    )
    .bind(job.id)
    .bind(person)
    .fetch_optional(&mut *call.db)
    .await?;
    Ok(pension_json(row.ok_or(crate::refusals::NOT_FOUND)?))
}

/// `GET /skais/massarvutus/tood/{id}/muutunud`: the first thousand, by code.
pub(crate) async fn changed(call: &mut Call) -> Result<Answer, Failure> {
    let job = finished(call).await?;
    let decimals = if job.kind == "osakud" { 3 } else { 2 };
    let rows: Vec<(String, i64, i64)> = sqlx::query_as(
        "SELECT p.code, r.before, r.after FROM mass_change AS r \
         JOIN mass_person AS p ON p.population = $2 AND p.person = r.person WHERE r.job = $1 ORDER BY p.code LIMIT 1000",
    )
    .bind(job.id)
    .bind(job.population)
    .fetch_all(&mut *call.db)
    .await?;
    let json = |(code, before, after): (String, i64, i64)| json!({"isikukood": code, "enne": write(before, decimals), "parast": write(after, decimals)});
    Ok(Answer::ok(json!({"too": job.id, "isikud": rows.into_iter().map(json).collect::<Value>()})))
}
