//! CSV files of a population and of a job's results, page by page, so that no file is ever whole in memory.
//!
//! UTF-8, `;`, a decimal point, a header row, sorted by personal code and year. Every page is a transaction of its own, so
//! other requests come in between. `CROSS JOIN` keeps SQLite to the order of the tables, in which every step is a lookup.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::Response;
use sqlx::{Any, AssertSqlSafe, Transaction};

use crate::error::{Failure, typed_response};
use crate::server::App;

use super::job::{FINISHED, Job};
use super::persons::{Person, entry_kind};
use super::population::Population;
use super::rates::Rates;
use super::refusals;
use super::results::{PensionRow, SHARE_COLUMNS, ShareRow, pension_line, service_line};
use super::runner::has;
use super::years::Year;

/// Persons of a page.
const PAGE: i64 = 2_000;

/// Which file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum File {
    Persons,
    Entries,
    Years,
    Rates,
    Results,
}

/// A file under way.
#[derive(Debug)]
struct Export {
    app: Arc<App>,
    kind: Content,
    population: Population,
    /// The code of the last person written.
    after: String,
    header: Option<&'static str>,
    ended: bool,
}

#[derive(Debug)]
enum Content {
    Population(File),
    Job(Box<Job>),
}

/// The answer with a file.
pub(crate) async fn serve(
    app: &Arc<App>,
    file: File,
    path: &BTreeMap<String, String>,
) -> Result<Response<Body>, Failure> {
    let id: i64 =
        path.get("id").and_then(|id| id.parse().ok()).ok_or(crate::refusals::NOT_FOUND)?;
    let mut db = app.store.begin().await?;
    let (kind, population) = match file {
        File::Results => {
            let job = Job::find(&mut db, id).await?.ok_or(crate::refusals::NOT_FOUND)?;
            if job.state != FINISHED {
                return Err(refusals::NO_RESULTS.into());
            }
            let population = job.population;
            (Content::Job(Box::new(job)), population)
        }
        file => (Content::Population(file), id),
    };
    let population: Option<Population> =
        sqlx::query_as(Population::READ).bind(population).fetch_optional(&mut *db).await?;
    db.commit().await?;
    let population = population.ok_or(crate::refusals::NOT_FOUND)?;
    let header = Some(kind.header());
    let export = Export {
        app: Arc::clone(app),
        kind,
        population,
        after: String::new(),
        header,
        ended: false,
    };
    let pages = futures_util::stream::unfold(export, |mut export| async move {
        let page = export.next().await.transpose()?;
        export.ended |= page.is_err();
        Some((page, export))
    });
    Ok(typed_response(200, "text/csv; charset=utf-8", Body::from_stream(pages)))
}

impl Content {
    fn header(&self) -> &'static str {
        match self {
            Self::Population(File::Persons) => "isikukood;staaz_1998;ii_sammas;liik\n",
            Self::Population(File::Entries) => "isikukood;aasta;liik;summa\n",
            Self::Population(File::Years) => "aasta;miinimum;keskmine\n",
            Self::Population(File::Rates | File::Results) => {
                "alates;indeks;baasosa;aastahinne;rahvapension\n"
            }
            Self::Job(job) => match job.kind.as_str() {
                "keskmine" => "isikukood;summa;staaz\n",
                "osakud" => "isikukood;aasta;summa;staaz;kindlustusosak;solidaarosak;uhendosak\n",
                _ => {
                    "isikukood;staaz_aastaid;kindlustusosakud;uhendosakud;pension_enne;pension_parast\n"
                }
            },
        }
    }
}

impl Export {
    /// The next piece of the file; `None` at its end.
    async fn next(&mut self) -> Result<Option<Bytes>, sqlx::Error> {
        if self.ended {
            return Ok(None);
        }
        let mut text = self.header.take().unwrap_or_default().to_owned();
        let app = Arc::clone(&self.app);
        let mut db = app.store.begin().await?;
        match &self.kind {
            Content::Population(File::Years) => self.years(&mut db, &mut text).await?,
            Content::Population(File::Rates | File::Results) => {
                self.rates(&mut db, &mut text).await?
            }
            Content::Population(_) | Content::Job(_) => self.page(&mut db, &mut text).await?,
        }
        db.commit().await?;
        // A page of persons without results is empty, but not the end.
        Ok(Some(Bytes::from(text)))
    }

    async fn years(
        &mut self,
        db: &mut Transaction<'static, Any>,
        text: &mut String,
    ) -> Result<(), sqlx::Error> {
        let rows: Vec<Year> = sqlx::query_as(
            "SELECT year, minimum, average, preliminary FROM mass_year WHERE population = $1 ORDER BY year",
        )
        .bind(self.population.id)
        .fetch_all(&mut **db)
        .await?;
        text.extend(rows.iter().map(Year::line));
        self.ended = true;
        Ok(())
    }

    async fn rates(
        &mut self,
        db: &mut Transaction<'static, Any>,
        text: &mut String,
    ) -> Result<(), sqlx::Error> {
        let rows: Vec<Rates> = sqlx::query_as(
            "SELECT year, published, applied, base, value, national, base_long, value_long FROM mass_rate \
             WHERE population = $1 ORDER BY year",
        )
        .bind(self.population.id)
        .fetch_all(&mut **db)
        .await?;
        text.extend(rows.iter().map(Rates::line));
        self.ended = true;
        Ok(())
    }

    async fn page(
        &mut self,
        db: &mut Transaction<'static, Any>,
        text: &mut String,
    ) -> Result<(), sqlx::Error> {
        let persons: Vec<Person> = sqlx::query_as(AssertSqlSafe(format!(
            "SELECT {} FROM mass_person WHERE population = $1 AND code > $2 ORDER BY code LIMIT {PAGE}",
            Person::COLUMNS
        )))
        .bind(self.population.id)
        .bind(&self.after)
        .fetch_all(&mut **db)
        .await?;
        let (Some(first), Some(last)) = (persons.first(), persons.last()) else {
            self.ended = true;
            return Ok(());
        };
        let (first, last) = (first.code.clone(), last.code.clone());
        match &self.kind {
            Content::Population(File::Persons) => text.extend(persons.iter().map(Person::line)),
            Content::Population(_) => self.entries(db, text, (&first, &last)).await?,
            Content::Job(job) => self.results(db, text, job, (&first, &last)).await?,
        }
        self.ended = persons.len() < usize::try_from(PAGE).unwrap_or_default();
        self.after = last;
        Ok(())
    }

    async fn entries(
        &self,
        db: &mut Transaction<'static, Any>,
        text: &mut String,
        (first, last): (&str, &str),
    ) -> Result<(), sqlx::Error> {
        let rows: Vec<(String, i64, i64)> = sqlx::query_as(
            "SELECT p.code, e.year, e.cents FROM mass_person AS p \
             CROSS JOIN mass_year AS y CROSS JOIN mass_entry AS e \
             WHERE e.population = p.population AND e.year = y.year AND e.person = p.person AND p.population = $1 AND y.population = $1 AND p.code >= $2 AND p.code <= $3 \
             ORDER BY p.code, e.year, e.place",
        )
        .bind(self.population.id)
        .bind(first)
        .bind(last)
        .fetch_all(&mut **db)
        .await?;
        for (code, year, cents) in rows {
            let sum = super::numbers::write(cents, 2);
            *text += &format!("{code};{year};{};{sum}\n", entry_kind(year));
        }
        Ok(())
    }

    async fn results(
        &self,
        db: &mut Transaction<'static, Any>,
        text: &mut String,
        job: &Job,
        (first, last): (&str, &str),
    ) -> Result<(), sqlx::Error> {
        let (columns, table, order) = match job.kind.as_str() {
            "keskmine" => ("r.cents, r.service".to_owned(), "mass_service", ""),
            "osakud" => (SHARE_COLUMNS.to_owned(), "mass_share", ", r.year"),
            _ => (
                "r.service, r.insurance, r.joint, r.before, r.after".to_owned(),
                "mass_pension",
                "",
            ),
        };
        let rows = sqlx::query(AssertSqlSafe(format!(
            "SELECT p.code, p.person, {columns} FROM mass_person AS p CROSS JOIN {table} AS r \
             WHERE r.job = $4 AND r.person = p.person AND p.population = $1 AND p.code >= $2 AND p.code <= $3 ORDER BY p.code{order}"
        )))
        .bind(self.population.id)
        .bind(first)
        .bind(last)
        .bind(job.id)
        .fetch_all(&mut **db)
        .await?;
        let twice = has(self.app.fault, "mass_calculation.one-person-twice");
        for row in &rows {
            let line = self.line(row, job)?;
            let person: i64 = sqlx::Row::try_get(row, "person")?;
            text.push_str(&line);
            if twice && person == job.middle() {
                text.push_str(&line);
            }
        }
        Ok(())
    }

    fn line(&self, row: &sqlx::any::AnyRow, job: &Job) -> Result<String, sqlx::Error> {
        use sqlx::{FromRow, Row};
        let (code, scale): (String, i64) = (row.try_get("code")?, self.population.service_scale);
        Ok(match job.kind.as_str() {
            "keskmine" => {
                service_line(&code, (row.try_get("cents")?, row.try_get("service")?), scale)
            }
            "osakud" => ShareRow::from_row(row)?.line(&code, scale),
            _ => {
                let pension: PensionRow = (
                    row.try_get("service")?,
                    row.try_get("insurance")?,
                    row.try_get("joint")?,
                    row.try_get("before")?,
                    row.try_get("after")?,
                );
                pension_line(&code, pension)
            }
        })
    }
}
