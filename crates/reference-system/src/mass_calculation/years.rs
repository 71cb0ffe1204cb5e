//! The figures of a year: minimum, average, and the rates from 1 April.

use serde::Deserialize;
use serde_json::{Value, json};
use sqlx::{Any, Transaction};

use crate::call::{Answer, Call};
use crate::error::Failure;

use super::input::Written;
use super::numbers::{Rounding, write};
use super::population::Population;
use super::{YEARS, refusals};

/// Minimum and averages of a year in cents; 0 is "none".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Year {
    pub(super) year: i64,
    pub(super) minimum: i64,
    pub(super) average: i64,
    pub(super) preliminary: i64,
}

row!(Year { year, minimum, average, preliminary });

impl Year {
    pub(super) async fn find(
        db: &mut Transaction<'static, Any>,
        population: i64,
        year: i64,
    ) -> Result<Option<Self>, sqlx::Error> {
        sqlx::query_as("SELECT year, minimum, average, preliminary FROM mass_year WHERE population = $1 AND year = $2")
            .bind(population)
            .bind(year)
            .fetch_optional(&mut **db)
            .await
    }

    fn kind(&self) -> &'static str {
        match (self.average, self.preliminary) {
            (0, 0) => "puudub",
            (0, _) => "arvestuslik",
            _ => "kinnitatud",
        }
    }

    fn json(&self) -> Value {
        let average = if self.average > 0 { self.average } else { self.preliminary };
        json!({
            "aasta": self.year,
            "miinimum": or_null(self.minimum, 2),
            "keskmine": or_null(average, 2),
            "arvestuslik": or_null(self.preliminary, 2),
            "laad": self.kind(),
        })
    }

    /// A line of `aastad.csv`.
    pub(super) fn line(&self) -> String {
        let cell = |number| if number == 0 { String::new() } else { write(number, 2) };
        format!("{};{};{}\n", self.year, cell(self.minimum), cell(self.average))
    }
}

fn or_null(number: i64, decimals: usize) -> Value {
    if number == 0 { Value::Null } else { write(number, decimals).into() }
}

fn asked_year(call: &Call) -> Result<i64, Failure> {
    let year = call.part("aasta").parse().ok().filter(|year| YEARS.contains(year));
    year.ok_or_else(|| crate::refusals::NOT_FOUND.into())
}

/// A number that must be more than nothing.
fn positive(written: &Written, decimals: usize, field: &str) -> Result<i64, Failure> {
    let number = written.decimal(decimals, field)?;
    if number > 0 {
        return Ok(number);
    }
    Err(refusals::WRONG_NUMBER.saying(format!("Väli „{field}“ peab olema suurem kui 0.")).into())
}

/// `PUT /skais/massarvutus/rahvastikud/{id}/aastad/{aasta}`
pub(crate) async fn set(call: &mut Call) -> Result<Answer, Failure> {
    #[derive(Debug, Deserialize)]
    struct Asked {
        miinimum: Written,
        keskmine: Option<Written>,
    }
    let population = Population::ready(call).await?;
    let (year, asked) = (asked_year(call)?, call.body::<Asked>()?);
    let minimum = positive(&asked.miinimum, 2, "miinimum")?;
    let average = asked.keskmine.map_or(Ok(0), |average| positive(&average, 2, "keskmine"))?;
    sqlx::query(
        "INSERT INTO mass_year (population, year, minimum, average) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (population, year) DO UPDATE SET minimum = excluded.minimum, average = excluded.average",
    )
    .bind(population.id)
    .bind(year)
    .bind(minimum)
    .bind(average)
    .execute(&mut *call.db)
    .await?;
    read(call).await
}

/// `GET /skais/massarvutus/rahvastikud/{id}/aastad/{aasta}`
pub(crate) async fn read(call: &mut Call) -> Result<Answer, Failure> {
    let population = Population::of(call).await?;
    let year = asked_year(call)?;
    let year = Year::find(&mut call.db, population.id, year).await?;
    Ok(Answer::ok(year.ok_or(crate::refusals::NOT_FOUND)?.json()))
}

/// `POST /skais/massarvutus/rahvastikud/{id}/arvestuslik`: the confirmed average of an earlier year × a forecast coefficient.
pub(crate) async fn set_preliminary(call: &mut Call) -> Result<Answer, Failure> {
    #[derive(Debug, Deserialize)]
    struct Asked {
        aasta: Written,
        alusaasta: Written,
        koefitsient: Written,
    }
    let population = Population::ready(call).await?;
    let asked: Asked = call.body()?;
    let (year, base) =
        (asked.aasta.whole(YEARS, "aasta")?, asked.alusaasta.whole(YEARS, "alusaasta")?);
    let coefficient = positive(&asked.koefitsient, 4, "koefitsient")?.min(10_000_000);
    let known = Year::find(&mut call.db, population.id, base).await?.map_or(0, |year| year.average);
    if known == 0 {
        return Err(refusals::DATA_MISSING
            .saying(format!("{base}. aasta keskmist ei ole kinnitatud."))
            .into());
    }
    let rounded = Rounding::HalfUp.quotient("CAST($3 AS BIGINT) * $4", "10000");
    let (preliminary,): (i64,) = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "INSERT INTO mass_year (population, year, preliminary) VALUES ($1, $2, {rounded}) \
         ON CONFLICT (population, year) DO UPDATE SET preliminary = excluded.preliminary RETURNING preliminary"
    )))
    .bind(population.id)
    .bind(year)
    .bind(known)
    .bind(coefficient)
    .fetch_one(&mut *call.db)
    .await?;
    Ok(Answer::created(
        json!({"aasta": year, "alusaasta": base, "keskmine": write(preliminary, 2)}),
    ))
}
