//! Tables of the register and how their rows are written and read: one SQL text for both databases.

use sqlx::{Any, AssertSqlSafe, Row as _, Transaction, any::AnyRow};

/// The one transaction of an operation.
pub(super) type Work = Transaction<'static, Any>;

/// A value of a row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(untagged)]
pub(super) enum Cell {
    /// Nothing.
    Null,
    /// A whole number.
    Int(i64),
    /// A text.
    Text(String),
}

/// What a column holds; both kinds may be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Int,
    Text,
}

/// A table: its columns, the first `keys` of which name a row.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) name: &'static str,
    pub(super) keys: usize,
    pub(super) columns: &'static [(&'static str, Kind)],
}

/// Row values in the order of the table's columns.
pub(super) type Row = Vec<Cell>;

/// At most this many values go in one statement. Both databases take more, but SQLite looks each
/// `$n` up among all others, so that the time grows with the square.
pub(super) const VALUES_AT_ONCE: usize = 240;

impl Table {
    /// All columns, for a SELECT.
    pub(super) fn select(&self) -> String {
        self.columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
    }

    /// Writes rows; one whose key is there is replaced.
    pub(super) async fn put(&self, work: &mut Work, rows: &[Row]) -> Result<(), sqlx::Error> {
        let keys: Vec<_> = self.columns[..self.keys].iter().map(|(name, _)| *name).collect();
        let set: Vec<_> = self.columns[self.keys..]
            .iter()
            .map(|(name, _)| format!("{name} = excluded.{name}"))
            .collect();
        let conflict =
            format!(" ON CONFLICT ({}) DO UPDATE SET {}", keys.join(", "), set.join(", "));
        self.write(work, rows, &conflict).await
    }

    /// Writes rows that are not there yet.
    pub(super) async fn add(&self, work: &mut Work, rows: &[Row]) -> Result<(), sqlx::Error> {
        self.write(work, rows, "").await
    }

    async fn write(&self, work: &mut Work, rows: &[Row], end: &str) -> Result<(), sqlx::Error> {
        let width = self.columns.len();
        let at_once = (VALUES_AT_ONCE / width).max(1);
        for chunk in rows.chunks(at_once) {
            let mut sql = format!("INSERT INTO {} ({}) VALUES ", self.name, self.select());
            for row in 0..chunk.len() {
                let holes = (1..=width).map(|column| format!("${}", row * width + column));
                let comma = if row == 0 { "" } else { ", " };
                sql.push_str(&format!("{comma}({})", holes.collect::<Vec<_>>().join(", ")));
            }
            sql.push_str(end);
            // Only texts that come again are worth keeping prepared.
            let again = chunk.len() == at_once || chunk.len() == 1;
            let mut query = sqlx::query(AssertSqlSafe(sql)).persistent(again);
            for (cell, (_, kind)) in chunk.iter().flat_map(|row| row.iter().zip(self.columns)) {
                query = match (cell, kind) {
                    (Cell::Int(value), _) => query.bind(*value),
                    (Cell::Text(value), _) => query.bind(value.clone()),
                    (Cell::Null, Kind::Int) => query.bind(None::<i64>),
                    (Cell::Null, Kind::Text) => query.bind(None::<String>),
                };
            }
            query.execute(&mut **work).await?;
        }
        Ok(())
    }

    /// A row that `select` asked for. A value of another type than its column's, which only a
    /// tamperer can have put there, is read as what it is: it must not keep the rest from being read.
    pub(super) fn read(&self, row: &AnyRow) -> Result<Row, sqlx::Error> {
        let int = |at: usize| row.try_get::<Option<i64>, _>(at).map(|v| v.map(Cell::Int));
        let text = |at: usize| row.try_get::<Option<String>, _>(at).map(|v| v.map(Cell::Text));
        let cell = |(at, (_, kind)): (usize, &(&str, Kind))| {
            let cell = match kind {
                Kind::Int => int(at).or_else(|_| text(at)),
                Kind::Text => text(at).or_else(|_| int(at)),
            };
            match cell {
                Err(sqlx::Error::ColumnDecode { .. }) => Ok(Cell::Text("\u{fffd}".to_owned())),
                other => Ok(other?.unwrap_or(Cell::Null)),
            }
        };
        self.columns.iter().enumerate().map(cell).collect()
    }

    /// Rows for which a column has one of the values.
    pub(super) async fn find(
        &self,
        work: &mut Work,
        column: &str,
        values: &[String],
    ) -> Result<Vec<Row>, sqlx::Error> {
        let mut found = Vec::new();
        for chunk in values.chunks(VALUES_AT_ONCE) {
            let holes: Vec<_> = (1..=chunk.len()).map(|hole| format!("${hole}")).collect();
            let sql = format!(
                "SELECT {} FROM {} WHERE {column} IN ({})",
                self.select(),
                self.name,
                holes.join(", ")
            );
            let mut query = sqlx::query(AssertSqlSafe(sql))
                .persistent(chunk.len() == VALUES_AT_ONCE || chunk.len() == 1);
            for value in chunk {
                query = query.bind(value.clone());
            }
            for row in query.fetch_all(&mut **work).await? {
                found.push(self.read(&row)?);
            }
        }
        Ok(found)
    }

    /// Every row, in the order of the keys.
    pub(super) async fn all(&self, work: &mut Work) -> Result<Vec<Row>, sqlx::Error> {
        let keys: Vec<_> = (1..=self.keys).map(|at| at.to_string()).collect();
        let sql =
            format!("SELECT {} FROM {} ORDER BY {}", self.select(), self.name, keys.join(", "));
        let rows = sqlx::query(AssertSqlSafe(sql)).fetch_all(&mut **work).await?;
        rows.iter().map(|row| self.read(row)).collect()
    }
}

impl Cell {
    /// The text, or nothing.
    pub(super) fn text(&self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.clone()),
            _ => None,
        }
    }

    /// The number, or 0.
    pub(super) const fn int(&self) -> i64 {
        match self {
            Self::Int(value) => *value,
            _ => 0,
        }
    }
}

impl From<i64> for Cell {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<&str> for Cell {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<&String> for Cell {
    fn from(value: &String) -> Self {
        Self::Text(value.clone())
    }
}

impl From<String> for Cell {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
