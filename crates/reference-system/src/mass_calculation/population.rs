//! Populations: each scenario has one of its own, synthetic or filled by hand.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::call::{Answer, Call};
use crate::error::Failure;
use crate::system::System;

use super::input::{Written, whole_or};
use super::synthetic::Recipe;
use super::task::Task;
use super::{YEARS, guide, refusals};

/// The most persons a population may have: twice the register.
const LARGEST: i64 = 1_800_000;
/// A population of more rows is built in the background.
const AT_ONCE: i64 = 60_000;

/// A population as the database keeps it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Population {
    pub(super) id: i64,
    pub(super) size: i64,
    pub(super) seed: i64,
    pub(super) first_year: i64,
    pub(super) last_year: i64,
    pub(super) per_year: i64,
    pub(super) service_scale: i64,
    pub(super) built: i64,
    pub(super) persons: i64,
    pub(super) revision: i64,
}

row!(Population {
    id,
    size,
    seed,
    first_year,
    last_year,
    per_year,
    service_scale,
    built,
    persons,
    revision
});

impl Population {
    pub(super) const READ: &str = "SELECT id, size, seed, first_year, last_year, per_year, service_scale, built, \
        persons, revision FROM mass_population WHERE id = $1";

    /// The population named in the path, `{id}`; 404 in STAR, which has none.
    pub(super) async fn of(call: &mut Call) -> Result<Self, Failure> {
        only_skais(call)?;
        let id = call.id()?;
        let found = sqlx::query_as(Self::READ).bind(id).fetch_optional(&mut *call.db).await?;
        found.ok_or_else(|| crate::refusals::NOT_FOUND.into())
    }

    /// Likewise, when it is complete.
    pub(super) async fn ready(call: &mut Call) -> Result<Self, Failure> {
        let population = Self::of(call).await?;
        if population.is_ready() { Ok(population) } else { Err(refusals::BEING_BUILT.into()) }
    }

    pub(super) fn is_ready(&self) -> bool {
        self.built == self.size
    }

    pub(super) fn recipe(&self) -> Recipe {
        let Self { id, size, seed, first_year, last_year, per_year, .. } = *self;
        Recipe { population: id, size, seed, first_year, last_year, per_year }
    }

    /// Counts the revision up and takes the row, so that changes of one population follow each other.
    pub(super) async fn touch(&self, call: &mut Call) -> Result<(), sqlx::Error> {
        sqlx::query("UPDATE mass_population SET revision = revision + 1 WHERE id = $1")
            .bind(self.id)
            .execute(&mut *call.db)
            .await
            .map(drop)
    }
}

/// STAR has no mass calculation.
pub(super) fn only_skais(call: &Call) -> Result<(), Failure> {
    if call.system == System::Skais { Ok(()) } else { Err(crate::refusals::NOT_FOUND.into()) }
}

#[derive(Debug, Deserialize)]
struct Asked {
    suurus: Option<Written>,
    seeme: Option<Written>,
    alates: Option<Written>,
    kuni: Option<Written>,
    kandeid_aastas: Option<Written>,
    staazi_kumnendkohti: Option<Written>,
}

/// `POST /skais/massarvutus/rahvastikud`
pub(crate) async fn create(call: &mut Call) -> Result<Answer, Failure> {
    only_skais(call)?;
    let asked: Asked = call.body()?;
    let mut recipe = asked.recipe()?;
    let decimals = whole_or(asked.staazi_kumnendkohti.as_ref(), 4, 0..=6, "staazi_kumnendkohti")?;
    let scale = (0..decimals).fold(1_i64, |scale, _| scale * 10);
    let (id,): (i64,) = sqlx::query_as(
        "INSERT INTO mass_population (size, seed, first_year, last_year, per_year, service_scale, built, persons) \
         VALUES ($1, $2, $3, $4, $5, $6, 0, $1) RETURNING id",
    )
    .bind(recipe.size)
    .bind(recipe.seed)
    .bind(recipe.first_year)
    .bind(recipe.last_year)
    .bind(recipe.per_year)
    .bind(scale)
    .fetch_one(&mut *call.db)
    .await?;
    recipe.population = id;
    guide::first(call, id).await?;
    if recipe.size > 0 {
        recipe.write_frame(&mut call.db).await?;
    }
    if recipe.rows() > AT_ONCE {
        call.tasks.push(Task::Build(id));
    } else if recipe.size > 0 {
        recipe.write_persons(&mut call.db, 0, recipe.size).await?;
        sqlx::query("UPDATE mass_population SET built = size WHERE id = $1")
            .bind(id)
            .execute(&mut *call.db)
            .await?;
    }
    Ok(Answer::created(json!({"rahvastik": id, "olek": state(recipe.rows() <= AT_ONCE)})))
}

impl Asked {
    fn recipe(&self) -> Result<Recipe, Failure> {
        let first_year = whole_or(self.alates.as_ref(), 1999, YEARS, "alates")?;
        let last_year = whole_or(self.kuni.as_ref(), 2025.max(first_year), YEARS, "kuni")?;
        if last_year < first_year {
            return Err(crate::refusals::PERIOD_REVERSED.into());
        }
        Ok(Recipe {
            population: 0,
            size: whole_or(self.suurus.as_ref(), 0, 0..=LARGEST, "suurus")?,
            seed: whole_or(self.seeme.as_ref(), 1, 0..=1_000_000_000, "seeme")?,
            first_year,
            last_year,
            per_year: whole_or(self.kandeid_aastas.as_ref(), 1, 1..=12, "kandeid_aastas")?,
        })
    }
}

fn state(ready: bool) -> &'static str {
    if ready { "valmis" } else { "koostamisel" }
}

/// `GET /skais/massarvutus/rahvastikud/{id}`
pub(crate) async fn read(call: &mut Call) -> Result<Answer, Failure> {
    let population = Population::of(call).await?;
    let count = async |call: &mut Call, text: &'static str| -> Result<i64, Failure> {
        let (number,): (i64,) =
            sqlx::query_as(text).bind(population.id).fetch_one(&mut *call.db).await?;
        Ok(number)
    };
    let (mut persons, mut entries) = (population.built, None);
    // Counting tens of millions of rows would outlast the request.
    if population.recipe().rows() <= 3_000_000 {
        persons = count(call, "SELECT count(*) FROM mass_person WHERE population = $1").await?;
        entries = Some(count(call, "SELECT count(*) FROM mass_entry WHERE population = $1").await?);
    }
    Ok(Answer::ok(json!({
        "rahvastik": population.id,
        "suurus": population.size,
        "seeme": population.seed,
        "alates": population.first_year,
        "kuni": population.last_year,
        "olek": state(population.is_ready()),
        "isikuid": persons,
        "kandeid": entries.map_or(Value::Null, Value::from),
    })))
}
