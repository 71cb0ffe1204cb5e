//! Named persons of a population, their service to the end of 1998, and what counts of their results.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::call::{Answer, Call, person as own_code};
use crate::error::Failure;

use super::input::{Written, whole_or};
use super::numbers::write;
use super::population::Population;
use super::refusals;
use super::results::{SHARE_COLUMNS, ShareRow, pension_json};
use super::service::Service;

const KINDS: [&str; 2] = ["vanaduspension", "rahvapension"];

#[derive(Debug, Deserialize)]
struct Asked {
    isikukood: String,
    staaz_1998: Option<String>,
    ii_sammas: Option<Written>,
    liik: Option<String>,
}

/// `POST /skais/massarvutus/rahvastikud/{id}/isikud`
pub(crate) async fn add(call: &mut Call) -> Result<Answer, Failure> {
    let population = Population::ready(call).await?;
    let asked: Asked = call.body()?;
    let code = own_code(&asked.isikukood)?;
    let service = Service::read(asked.staaz_1998.as_deref().unwrap_or("P0D"))?;
    let pillar = whole_or(asked.ii_sammas.as_ref(), 0, 2002..=2199, "ii_sammas")?;
    let kind = asked.liik.as_deref().unwrap_or(KINDS[0]);
    if !KINDS.contains(&kind) {
        return Err(crate::refusals::UNKNOWN_VALUE
            .saying(format!("Pensioni liiki „{kind}“ ei ole."))
            .into());
    }
    population.touch(call).await?;
    let known: Option<(i64,)> =
        sqlx::query_as("SELECT person FROM mass_person WHERE population = $1 AND code = $2")
            .bind(population.id)
            .bind(&code)
            .fetch_optional(&mut *call.db)
            .await?;
    if known.is_some() {
        return Err(refusals::PERSON_EXISTS.into());
    }
    let (number,): (i64,) = sqlx::query_as(
        "UPDATE mass_population SET persons = persons + 1 WHERE id = $1 RETURNING persons",
    )
    .bind(population.id)
    .fetch_one(&mut *call.db)
    .await?;
    sqlx::query(
        "INSERT INTO mass_person (population, person, code, years, months, days, pillar, kind) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(population.id)
    .bind(number)
    .bind(&code)
    .bind(service.years)
    .bind(service.months)
    .bind(service.days)
    .bind(pillar)
    .bind(kind)
    .execute(&mut *call.db)
    .await?;
    Ok(Answer::created(json!({"isikukood": code})))
}

/// One person as kept.
#[derive(Debug, Clone)]
pub(super) struct Person {
    pub(super) person: i64,
    pub(super) code: String,
    years: i64,
    months: i64,
    days: i64,
    pillar: i64,
    kind: String,
}

row!(Person { person, code, years, months, days, pillar, kind });

impl Person {
    pub(super) const COLUMNS: &str = "person, code, years, months, days, pillar, kind";

    /// The person of this code in a population; 404 when there is none.
    pub(super) async fn of(call: &mut Call, population: i64, code: &str) -> Result<Self, Failure> {
        sqlx::query_as(
            "SELECT person, code, years, months, days, pillar, kind FROM mass_person WHERE population = $1 AND code = $2",
        )
        .bind(population)
        .bind(code)
        .fetch_optional(&mut *call.db)
        .await?
        .ok_or_else(|| crate::refusals::NOT_FOUND.into())
    }

    fn service(&self) -> Service {
        Service { years: self.years, months: self.months, days: self.days }
    }

    /// A line of `isikud.csv`.
    pub(super) fn line(&self) -> String {
        let pillar = if self.pillar == 0 { String::new() } else { self.pillar.to_string() };
        format!("{};{};{pillar};{}\n", self.code, self.service().text(), self.kind)
    }

    fn json(&self) -> Value {
        json!({
            "isikukood": self.code,
            "staaz_1998": self.service().text(),
            "ii_sammas": if self.pillar == 0 { Value::Null } else { Value::from(self.pillar) },
            "liik": self.kind,
        })
    }
}

/// `GET /skais/massarvutus/rahvastikud/{id}/isikud/{isikukood}`
pub(crate) async fn read(call: &mut Call) -> Result<Answer, Failure> {
    let population = Population::of(call).await?;
    let person = Person::of(call, population.id, &call.part("isikukood")).await?;
    let shares: Vec<ShareRow> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT {SHARE_COLUMNS} FROM mass_counting AS c \
         JOIN mass_share AS r ON r.job = c.job AND r.person = $2 AND r.year = c.year \
         WHERE c.population = $1 AND c.kind = 'osakud' ORDER BY r.year"
    )))
    .bind(population.id)
    .bind(person.person)
    .fetch_all(&mut *call.db)
    .await?;
    let pension: Option<(i64, i64, i64, i64, i64, i64)> = sqlx::query_as(
        "SELECT c.year, r.service, r.insurance, r.joint, r.before, r.after FROM mass_counting AS c \
         JOIN mass_pension AS r ON r.job = c.job AND r.person = $2 \
         WHERE c.population = $1 AND c.kind = 'indekseerimine' ORDER BY c.year DESC LIMIT 1",
    )
    .bind(population.id)
    .bind(person.person)
    .fetch_optional(&mut *call.db)
    .await?;
    let mut answer = person.json();
    answer["osakud"] = shares.iter().map(|row| row.json(population.service_scale)).collect();
    answer["pension"] =
        pension.map_or(Value::Null, |(year, service, insurance, joint, before, after)| {
            let mut value = pension_json((service, insurance, joint, before, after));
            value["aasta"] = year.into();
            value
        });
    Ok(Answer::ok(answer))
}

/// `POST /skais/massarvutus/rahvastikud/{id}/kanded`
pub(crate) async fn add_entry(call: &mut Call) -> Result<Answer, Failure> {
    #[derive(Debug, Deserialize)]
    struct Asked {
        isikukood: String,
        aasta: Written,
        liik: Option<String>,
        summa: Written,
    }
    let population = Population::ready(call).await?;
    let asked: Asked = call.body()?;
    let year = asked.aasta.whole(super::YEARS, "aasta")?;
    let cents = asked.summa.decimal(2, "summa")?;
    let fitting = entry_kind(year);
    if asked.liik.as_deref().is_some_and(|kind| kind != fitting) {
        return Err(refusals::WRONG_YEAR
            .saying(format!("{year}. aasta kande liik on „{fitting}“."))
            .into());
    }
    let person = Person::of(call, population.id, asked.isikukood.trim()).await?;
    population.touch(call).await?;
    let (place,): (i64,) = sqlx::query_as(
        "INSERT INTO mass_entry (population, year, person, place, cents) \
         SELECT $1, $2, $3, coalesce(max(place), 0) + 1, $4 FROM mass_entry \
         WHERE population = $1 AND year = $2 AND person = $3 RETURNING place",
    )
    .bind(population.id)
    .bind(year)
    .bind(person.person)
    .bind(cents)
    .fetch_one(&mut *call.db)
    .await?;
    // A year with entries is a year of the population, also before anything else is known of it.
    sqlx::query("INSERT INTO mass_year (population, year) VALUES ($1, $2) ON CONFLICT DO NOTHING")
        .bind(population.id)
        .bind(year)
        .execute(&mut *call.db)
        .await?;
    Ok(Answer::created(json!({
        "isikukood": person.code, "aasta": year, "liik": fitting, "summa": write(cents, 2), "jrk": place,
    })))
}

/// What the entries of a year are: the whole tax to 2001, the pension part from 2002.
pub(super) fn entry_kind(year: i64) -> &'static str {
    if year < 2002 { "sotsiaalmaks" } else { "pensioniosa" }
}
