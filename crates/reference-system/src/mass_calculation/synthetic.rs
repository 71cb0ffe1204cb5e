//! Seeded synthetic populations: the same size and seed give the same persons and entries on both databases.
//!
//! Everything but the codes comes from an integer hash that both databases compute alike: no product reaches 2^63, and no
//! dividend is negative, so `/` and `%` mean the same.

use sqlx::{Any, AssertSqlSafe, Transaction};

use crate::personal_code::{how_many_synthetic, synthetic};

/// Persons of one statement; each brings its code as a literal.
const BATCH: i64 = 2_000;
/// Rates from 1 April of the last year of entries, as those of 2020 were: base part, value of a year, national pension.
const RATES: (i64, i64, i64) = (2_155_148, 7_104, 22_163);

/// What a population is made from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Recipe {
    pub(super) population: i64,
    pub(super) size: i64,
    pub(super) seed: i64,
    pub(super) first_year: i64,
    pub(super) last_year: i64,
    pub(super) per_year: i64,
}

impl Recipe {
    /// How many persons and entries there will be, roughly.
    pub(super) fn rows(&self) -> i64 {
        self.size * (1 + (self.last_year - self.first_year + 1) * self.per_year)
    }

    /// Writes the years and rates.
    pub(super) async fn write_frame(
        &self,
        db: &mut Transaction<'static, Any>,
    ) -> Result<(), sqlx::Error> {
        for year in self.first_year..=self.last_year {
            let average =
                if year == self.last_year { 0 } else { minimum(year) * 17 / 10 + year % 97 };
            sqlx::query("INSERT INTO mass_year (population, year, minimum, average) VALUES ($1, $2, $3, $4)")
                .bind(self.population)
                .bind(year)
                .bind(minimum(year))
                .bind(average)
                .execute(&mut **db)
                .await?;
        }
        let (base, value, national) = RATES;
        sqlx::query(
            "INSERT INTO mass_rate (population, year, published, applied, base, value, national, base_long, value_long) \
             VALUES ($1, $2, 1080, 1080, $3, $4, $5, $6, $7)",
        )
        .bind(self.population)
        .bind(self.last_year)
        .bind(base)
        .bind(value)
        .bind(national)
        .bind(base * 10_000)
        .bind(value * 100_000)
        .execute(&mut **db)
        .await?;
        Ok(())
    }

    /// Writes the persons after `from` up to `to`, and their entries.
    pub(super) async fn write_persons(
        &self,
        db: &mut Transaction<'static, Any>,
        from: i64,
        to: i64,
    ) -> Result<(), sqlx::Error> {
        let mut first = from + 1;
        while first <= to {
            let last = to.min(first + BATCH - 1);
            sqlx::raw_sql(AssertSqlSafe(self.persons(first, last))).execute(&mut **db).await?;
            first = last + 1;
        }
        for year in self.first_year..=self.last_year {
            sqlx::raw_sql(AssertSqlSafe(self.entries(year, from, to))).execute(&mut **db).await?;
            sqlx::raw_sql(AssertSqlSafe(self.corrections(year, from, to)))
                .execute(&mut **db)
                .await?;
        }
        Ok(())
    }

    fn persons(&self, first: i64, last: i64) -> String {
        let values: Vec<_> =
            (first..=last).map(|person| format!("({person},'{}')", self.code(person))).collect();
        let (number, source) =
            ("CAST(column1 AS BIGINT)", format!("(VALUES {}) AS listed", values.join(",")));
        format!(
            "INSERT INTO mass_person (population, person, code, years, months, days, pillar, kind) \
             SELECT {}, person, column2, hash % 41, hash / 41 % 12, hash / 492 % 30, \
             CASE WHEN hash / 14760 % 5 < 2 THEN 2002 + hash / 73800 % 24 ELSE 0 END, \
             CASE WHEN hash / 1771200 % 20 = 0 THEN 'rahvapension' ELSE 'vanaduspension' END \
             FROM {}",
            self.population,
            hashed(
                "person, column2",
                &format!(
                    "SELECT {number} AS person, column2, {} AS raw FROM {source}",
                    self.raw(number, "0", 1)
                )
            )
        )
    }

    /// The entries of persons who have tax in the year: eleven of twelve of those who ever have.
    fn entries(&self, year: i64, from: i64, to: i64) -> String {
        let parts: Vec<_> =
            (1..=self.per_year).map(|part| format!("SELECT {part} AS place")).collect();
        format!(
            "INSERT INTO mass_entry (population, year, person, place, cents) \
             SELECT {}, {year}, person, place, {} / {} + place - 1 FROM {} CROSS JOIN ({}) AS parts \
             WHERE {HAS_TAX}",
            self.population,
            self.total(year),
            self.per_year,
            self.working(year, from, to),
            parts.join(" UNION ALL "),
        )
    }

    /// Corrections: of 100 persons two get less, one gets more, and of 400 one ends below zero.
    fn corrections(&self, year: i64, from: i64, to: i64) -> String {
        let total = self.total(year);
        format!(
            "INSERT INTO mass_entry (population, year, person, place, cents) \
             SELECT {}, {year}, person, {}, CASE WHEN hash % 400 = 7 THEN 0 - {total} - 1000 - hash % 5000 \
             WHEN hash % 100 < 2 THEN 0 - {total} * (1 + hash % 50) / 100 - 1 \
             ELSE {total} * (1 + hash % 30) / 100 + 1 END \
             FROM {} WHERE {HAS_TAX} AND (hash % 400 = 7 OR hash % 100 < 3)",
            self.population,
            self.per_year + 1,
            self.working(year, from, to),
        )
    }

    /// A person's tax of a year before corrections: 0.4 to 3 times the minimum, by person, up to a fifth more or less by year.
    fn total(&self, year: i64) -> String {
        format!("({} * (40 + of_person % 260) / 100 * (80 + hash % 41) / 100)", minimum(year))
    }

    /// Persons with a hash of their own and one of the year.
    fn working(&self, year: i64, from: i64, to: i64) -> String {
        let own = hashed(
            "person",
            &format!(
                "SELECT person, {} AS raw FROM mass_person WHERE population = {} AND person > {from} AND person <= {to}",
                self.raw("person", "0", 2),
                self.population
            ),
        );
        hashed(
            "person, of_person",
            &format!(
                "SELECT person, hash AS of_person, {} AS raw FROM {own}",
                self.raw("person", &year.to_string(), 3)
            ),
        )
    }

    fn raw(&self, person: &str, year: &str, salt: i64) -> String {
        let constant = self.seed * 15_485_863 + salt * 32_452_843;
        format!("(({person} * 7919 + {year} * 104729 + {constant}) % 2147483647)")
    }

    /// Codes ascend with the persons' numbers, spread over all there are.
    fn code(&self, person: i64) -> String {
        let last_year_only = self.size * 2 <= how_many_synthetic(true);
        let stride = how_many_synthetic(last_year_only) / self.size.max(1);
        let jitter = (person * 7_919 + self.seed % 1_000_003 * 104_729) % stride.max(1);
        synthetic((person - 1) * stride + jitter, last_year_only).unwrap_or_default()
    }
}

/// One person in 50 never has tax.
const HAS_TAX: &str = "of_person % 50 <> 0 AND hash % 12 <> 0";

fn hashed(columns: &str, rows: &str) -> String {
    format!(
        "(SELECT {columns}, (raw * (raw % 32749 + 1) + 12345) % 2147483647 AS hash FROM ({rows}) AS bare) AS mixed"
    )
}

/// The synthetic tax on a year's minimum wages, in cents: the whole tax (33 %) to 2001, the pension part (20 %) later.
fn minimum(year: i64) -> i64 {
    let wage = 8_000 + (year - 1999) * 3_137;
    wage * 12 * if year < 2002 { 33 } else { 20 } / 100
}
