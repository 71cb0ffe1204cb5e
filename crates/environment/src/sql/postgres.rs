//! PostgreSQL: sessions that are read-only unless the environment says otherwise.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use futures_util::TryStreamExt as _;
use rakis_model::{Failure, Message};
use serde_json::Value;
use sqlx::{
    AssertSqlSafe, Column as _, Connection as _, Either, Executor as _, PgConnection,
    SqlSafeStr as _, Statement as _,
    postgres::{PgConnectOptions, PgTypeInfo},
};
use tokio::time::timeout;

use super::{
    failure, postgres_value,
    rows::Rows,
    statement::{Bound, Marks, Statement},
};

/// A server, connected to when it is first asked. A session is used again only after a statement
/// that came to its end; sqlx's pool would keep on trying to reach a server that refuses, and not
/// say why it could not.
#[derive(Clone, Debug)]
pub(super) struct Postgres {
    options: PgConnectOptions,
    idle: Arc<Mutex<Vec<PgConnection>>>,
    writable: bool,
    limit: Duration,
    connect: Duration,
}

impl Postgres {
    /// Nothing is sent yet.
    pub(super) fn new(
        options: PgConnectOptions,
        writable: bool,
        limit: Duration,
        connect: Duration,
    ) -> Self {
        let millis = limit.as_millis().to_string();
        let mut options =
            options.application_name("rakis").options([("statement_timeout", millis.as_str())]);
        if !writable {
            options = options.options([("default_transaction_read_only", "on")]);
        }
        Self { options, idle: Arc::default(), writable, limit, connect }
    }

    /// Runs one statement in a transaction of its own; `None` rows changed when it may only read.
    pub(super) async fn run(
        &self,
        statement: &Statement,
        bound: &[Bound],
        rows: &mut Rows,
    ) -> Result<Option<u64>, Box<Failure>> {
        let failed = |error: sqlx::Error| failure::of(&error, self.limit);
        let mut connection = self.session().await?;
        let begin = if self.writable { "BEGIN" } else { "BEGIN READ ONLY" };
        let mut transaction = connection.begin_with(begin).await.map_err(failed)?;
        let changed = self.within(&mut transaction, statement, bound, rows).await?;
        match self.writable {
            true => transaction.commit().await,
            false => transaction.rollback().await,
        }
        .map_err(failed)?;
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        Ok(self.writable.then_some(changed))
    }

    /// A session that answers: an idle one, or a new one.
    async fn session(&self) -> Result<PgConnection, Box<Failure>> {
        loop {
            let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let Some(mut idle) = idle else { break };
            if matches!(timeout(self.connect, idle.ping()).await, Ok(Ok(()))) {
                return Ok(idle);
            }
        }
        match timeout(self.connect, PgConnection::connect_with(&self.options)).await {
            Ok(connected) => connected.map_err(|error| failure::unreachable(&error)),
            Err(late) => Err(failure::unreachable(&sqlx::Error::Protocol(late.to_string()))),
        }
    }

    async fn within(
        &self,
        connection: &mut PgConnection,
        statement: &Statement,
        bound: &[Bound],
        rows: &mut Rows,
    ) -> Result<u64, Box<Failure>> {
        let failed = |error: sqlx::Error| failure::of(&error, self.limit);
        let bare = statement.text(Marks::Dollar, |mark, _| mark);
        let prepared = connection.prepare(AssertSqlSafe(bare).into_sql_str()).await;
        let prepared = prepared.map_err(failed)?;
        let names = prepared.columns().iter().map(|column| column.name().to_owned()).collect();
        rows.columns(names).await?;
        let kinds = match prepared.parameters() {
            Some(Either::Left(kinds)) => kinds.to_vec(),
            Some(Either::Right(_)) | None => Vec::new(),
        };
        if kinds.len() != bound.len() {
            return Err(Box::new(Failure::invalid(Message::new("env-sql-own-parameter"))));
        }
        let casts = casts(connection, &kinds).await.map_err(failed)?;
        // Every value is sent as the text it is; the server reads it as what it stands for.
        let text = statement.text(Marks::Dollar, |mark, index| match casts.get(index) {
            Some(kind) if kind != "text" => format!("CAST({mark} AS {kind})"),
            _ => mark,
        });
        let mut query = sqlx::query(AssertSqlSafe(text));
        for one in bound {
            query = query.bind(one.value.as_ref().map(value_text));
        }
        let mut changed = 0;
        let mut results = connection.fetch_many(query);
        while let Some(result) = results.try_next().await.map_err(failed)? {
            match result {
                Either::Left(done) => changed += done.rows_affected(),
                Either::Right(row) => {
                    let row = postgres_value::row(&row)
                        .map_err(|one| failure::unsupported(&one.column, &one.kind))?;
                    rows.push(row).await?;
                }
            }
        }
        Ok(changed)
    }
}

/// The SQL names of the types of parameters; each is sent as text and cast to its own.
async fn casts(
    connection: &mut PgConnection,
    kinds: &[PgTypeInfo],
) -> Result<Vec<String>, sqlx::Error> {
    if kinds.is_empty() {
        return Ok(Vec::new());
    }
    let oids: Vec<i64> =
        kinds.iter().map(|kind| kind.oid().map_or(0, |oid| i64::from(oid.0))).collect();
    // -1: without a length, which for `character` would mean one.
    let names = "SELECT CASE WHEN kind IN (25, 1043, 705) THEN $$text$$ \
                 ELSE format_type(kind::oid, -1) END \
                 FROM unnest($1::int8[]) WITH ORDINALITY AS given (kind, place) ORDER BY place";
    sqlx::query_scalar(names).bind(oids).fetch_all(connection).await
}

fn value_text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
