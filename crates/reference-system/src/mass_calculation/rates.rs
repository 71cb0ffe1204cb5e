//! The rates from 1 April of a year: index, base part, value of a year, national pension.

use serde::Deserialize;
use serde_json::{Value, json};
use sqlx::{Any, Transaction};

use crate::call::{Answer, Call};
use crate::error::Failure;

use super::YEARS;
use super::input::{Written, decimal_or};
use super::numbers::write;
use super::population::Population;

/// One row of rates; the indexes are 0 where none was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rates {
    pub(super) year: i64,
    pub(super) published: i64,
    pub(super) applied: i64,
    pub(super) base: i64,
    pub(super) value: i64,
    pub(super) national: i64,
    pub(super) base_long: i64,
    pub(super) value_long: i64,
}

row!(Rates { year, published, applied, base, value, national, base_long, value_long });

impl Rates {
    /// The rates in force before 1 April of a year.
    pub(super) async fn before(
        db: &mut Transaction<'static, Any>,
        population: i64,
        year: i64,
    ) -> Result<Option<Self>, sqlx::Error> {
        sqlx::query_as(
            "SELECT year, published, applied, base, value, national, base_long, value_long FROM mass_rate \
             WHERE population = $1 AND year < $2 ORDER BY year DESC LIMIT 1",
        )
        .bind(population)
        .bind(year)
        .fetch_optional(&mut **db)
        .await
    }

    /// The rates that begin on 1 April of a year.
    pub(super) async fn of(
        db: &mut Transaction<'static, Any>,
        population: i64,
        year: i64,
    ) -> Result<Option<Self>, sqlx::Error> {
        Ok(Self::before(db, population, year + 1).await?.filter(|rates| rates.year == year))
    }

    pub(super) async fn write(
        &self,
        db: &mut Transaction<'static, Any>,
        population: i64,
    ) -> Result<(), sqlx::Error> {
        sqlx::query(
            "INSERT INTO mass_rate (population, year, published, applied, base, value, national, base_long, value_long) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (population, year) DO UPDATE SET \
             published = excluded.published, applied = excluded.applied, base = excluded.base, value = excluded.value, \
             national = excluded.national, base_long = excluded.base_long, value_long = excluded.value_long",
        )
        .bind(population)
        .bind(self.year)
        .bind(self.published)
        .bind(self.applied)
        .bind(self.base)
        .bind(self.value)
        .bind(self.national)
        .bind(self.base_long)
        .bind(self.value_long)
        .execute(&mut **db)
        .await
        .map(drop)
    }

    pub(super) fn json(&self) -> Value {
        let index = |number| if number == 0 { Value::Null } else { write(number, 3).into() };
        json!({
            "alates": self.from(),
            "indeks": index(self.published),
            "rakendatud_indeks": index(self.applied),
            "baasosa": write(self.base, 4),
            "aastahinne": write(self.value, 3),
            "rahvapension": write(self.national, 2),
        })
    }

    /// A line of `maarad.csv`.
    pub(super) fn line(&self) -> String {
        let index = if self.published == 0 { String::new() } else { write(self.published, 3) };
        let (base, value, national) =
            (write(self.base, 4), write(self.value, 3), write(self.national, 2));
        format!("{};{index};{base};{value};{national}\n", self.from())
    }

    fn from(&self) -> String {
        format!("{}-04-01", self.year)
    }
}

fn asked_year(call: &Call) -> Result<i64, Failure> {
    let year = call.part("aasta").parse().ok().filter(|year| YEARS.contains(year));
    year.ok_or_else(|| crate::refusals::NOT_FOUND.into())
}

/// `PUT /skais/massarvutus/rahvastikud/{id}/maarad/{aasta}`
pub(crate) async fn set(call: &mut Call) -> Result<Answer, Failure> {
    #[derive(Debug, Deserialize)]
    struct Asked {
        indeks: Option<Written>,
        baasosa: Written,
        aastahinne: Written,
        rahvapension: Written,
    }
    let population = Population::ready(call).await?;
    let (year, asked) = (asked_year(call)?, call.body::<Asked>()?);
    let index = decimal_or(asked.indeks.as_ref(), 0, 3, "indeks")?;
    let base = decimal_or(Some(&asked.baasosa), 0, 4, "baasosa")?;
    let value = decimal_or(Some(&asked.aastahinne), 0, 3, "aastahinne")?;
    let national = decimal_or(Some(&asked.rahvapension), 0, 2, "rahvapension")?;
    let rates = Rates {
        year,
        published: index,
        applied: if index == 0 { 0 } else { index.max(1_000) },
        base,
        value,
        national,
        base_long: base * 10_000,
        value_long: value * 100_000,
    };
    rates.write(&mut call.db, population.id).await?;
    Ok(Answer::ok(rates.json()))
}

/// `GET /skais/massarvutus/rahvastikud/{id}/maarad/{aasta}`
pub(crate) async fn read(call: &mut Call) -> Result<Answer, Failure> {
    let population = Population::of(call).await?;
    let year = asked_year(call)?;
    let rates = Rates::of(&mut call.db, population.id, year).await?;
    Ok(Answer::ok(rates.ok_or(crate::refusals::NOT_FOUND)?.json()))
}
