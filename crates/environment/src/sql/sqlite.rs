//! SQLite: a connection for each statement, opened read-only unless the environment says otherwise.

use std::time::{Duration, Instant};

use futures_util::TryStreamExt as _;
use rakis_model::{Failure, Message};
use serde_json::Value;
use sqlx::{
    AssertSqlSafe, Column as _, ConnectOptions as _, Connection as _, Decode, Either,
    Executor as _, Row as _, SqlSafeStr as _, Sqlite as Driver, SqliteConnection, Statement as _,
    TypeInfo as _, ValueRef as _,
    sqlite::{SqliteConnectOptions, SqliteRow},
};

use super::{
    failure,
    rows::{self, Rows},
    statement::{Bound, Marks, Statement},
};

/// Steps of SQLite's machine between two looks at the time.
const STEPS: i32 = 1000;

/// A file.
#[derive(Clone, Debug)]
pub(super) struct Sqlite {
    options: SqliteConnectOptions,
    writable: bool,
    limit: Duration,
}

impl Sqlite {
    /// A file is never made: one that is not there is an error.
    pub(super) fn new(options: SqliteConnectOptions, writable: bool, limit: Duration) -> Self {
        let mut options = options.create_if_missing(false).read_only(!writable).busy_timeout(limit);
        if !writable {
            options = options.pragma("query_only", "ON");
        }
        Self { options, writable, limit }
    }

    /// Runs one statement; `None` rows changed when it may only read.
    pub(super) async fn run(
        &self,
        statement: &Statement,
        bound: &[Bound],
        rows: &mut Rows,
    ) -> Result<Option<u64>, Box<Failure>> {
        let deadline = Instant::now() + self.limit;
        let connection = self.options.connect().await;
        let mut connection = connection.map_err(|error| failure::unreachable(&error))?;
        let failed = |error: sqlx::Error| failure::of(&error, self.limit);
        connection
            .lock_handle()
            .await
            .map_err(failed)?
            .set_progress_handler(STEPS, move || Instant::now() < deadline);
        let changed = self.within(&mut connection, statement, bound, rows).await?;
        connection.close().await.map_err(failed)?;
        Ok(self.writable.then_some(changed))
    }

    async fn within(
        &self,
        connection: &mut SqliteConnection,
        statement: &Statement,
        bound: &[Bound],
        rows: &mut Rows,
    ) -> Result<u64, Box<Failure>> {
        let failed = |error: sqlx::Error| failure::of(&error, self.limit);
        let text = statement.text(Marks::Question, |mark, _| mark);
        let prepared = connection.prepare(AssertSqlSafe(text.clone()).into_sql_str()).await;
        let prepared = prepared.map_err(failed)?;
        let names = prepared.columns().iter().map(|column| column.name().to_owned()).collect();
        // What is not bound would be NULL, silently.
        let places = match prepared.parameters() {
            Some(Either::Right(places)) => places,
            Some(Either::Left(_)) | None => bound.len(),
        };
        if places != bound.len() {
            return Err(Box::new(Failure::invalid(Message::new("env-sql-own-parameter"))));
        }
        drop(prepared);
        rows.columns(names).await?;
        let mut query = sqlx::query(AssertSqlSafe(text));
        for one in bound {
            query = match one.value.as_ref() {
                None | Some(Value::Null) => query.bind(None::<String>),
                Some(Value::Bool(value)) => query.bind(*value),
                Some(Value::Number(number)) => match (number.as_i64(), number.as_f64()) {
                    (Some(whole), _) => query.bind(whole),
                    // SQLite has no decimals: a number written out in SQL is this one too.
                    (None, Some(real)) => query.bind(real),
                    (None, None) => query.bind(number.to_string()),
                },
                Some(Value::String(text)) => query.bind(text.clone()),
                Some(other) => query.bind(other.to_string()),
            };
        }
        let mut changed = 0;
        let mut results = connection.fetch_many(query);
        while let Some(result) = results.try_next().await.map_err(failed)? {
            match result {
                Either::Left(done) => changed += done.rows_affected(),
                Either::Right(row) => rows.push(values(&row)?).await?,
            }
        }
        Ok(changed)
    }
}

/// One row; each value by what it is, since a column of SQLite holds anything.
fn values(row: &SqliteRow) -> Result<rows::Row, Box<Failure>> {
    let value = |(at, column): (usize, &sqlx::sqlite::SqliteColumn)| {
        let wrong = |kind: &str| Box::new(failure::unsupported(column.name(), kind));
        let raw = row.try_get_raw(at).map_err(|_| wrong("?"))?;
        if raw.is_null() {
            return Ok(Value::Null);
        }
        let kind = raw.type_info().name().to_owned();
        let decoded =
            match kind.as_str() {
                "INTEGER" => <i64 as Decode<'_, Driver>>::decode(raw).map(Value::from),
                "REAL" => <f64 as Decode<'_, Driver>>::decode(raw)
                    .map(|real| rows::number(real_text(real))),
                "TEXT" => <String as Decode<'_, Driver>>::decode(raw).map(Value::from),
                _ => <Vec<u8> as Decode<'_, Driver>>::decode(raw)
                    .map(|bytes| rows::hexadecimal(&bytes)),
            };
        decoded.map_err(|_| wrong(&kind))
    };
    row.columns().iter().enumerate().map(value).collect()
}

/// The shortest digits that name this number: `1234.5`, and `2.0`, which is no whole number here.
fn real_text(real: f64) -> String {
    format!("{real:?}")
}
