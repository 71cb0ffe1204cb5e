//! Oracle, by Oracle's own thin driver (`oracledb`, a beta): no client library, no wallet.
//!
//! Its limits here:
//! - A session of Oracle is not read-only by itself. Each statement runs in a transaction begun with
//!   `SET TRANSACTION READ ONLY` and is never committed, and nothing but `SELECT` and `WITH` is ever
//!   sent, `kirjutamine` or not; the user of the address should have no other right either.
//! - Parameters are bound as text, so that numbers and days are read by the formats of the session,
//!   which are set to a decimal point and ISO 8601.
//! - Objects, collections, LOBs, vectors, intervals and cursors are not read: use `TO_CHAR`.
//! - The driver blocks; statements run on the runtime's blocking threads, and one that nobody waits
//!   for any more ends by its own time limit.
//! - Compiled, but not tried against a server: none can be had in the tests.

use std::time::Duration;

use oracledb::{Config, Cursor, OracleNumber, OracleTimestamp, Row, ToDbValue};
use rakis_model::{Failure, Message};
use reqwest::Url;
use serde_json::Value;
use tokio::sync::mpsc;

use super::{
    failure,
    rows::{self, Rows},
    statement::{Bound, Marks, Statement},
};

/// Sets how texts are read as numbers and days.
const SESSION: [&str; 4] = [
    "ALTER SESSION SET NLS_NUMERIC_CHARACTERS = '. '",
    "ALTER SESSION SET NLS_DATE_FORMAT = 'YYYY-MM-DD'",
    "ALTER SESSION SET NLS_TIMESTAMP_FORMAT = 'YYYY-MM-DD\"T\"HH24:MI:SS.FF'",
    "SET TRANSACTION READ ONLY",
];
/// Rows under way between the driver's thread and whoever takes them.
const UNDER_WAY: usize = 256;

/// `oracle://user:password@host:1521/service`
#[derive(Clone)]
pub(crate) struct OracleAddress {
    host: String,
    user: String,
    password: String,
    connect: String,
}

impl OracleAddress {
    /// Reads an address; `None` when a part of it is not there.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let url = Url::parse(text).ok()?;
        let host = url.host_str().filter(|host| !host.is_empty())?.to_owned();
        let service = url.path().trim_start_matches('/');
        let complete = !service.is_empty() && !url.username().is_empty();
        let connect = format!("{host}:{}/{service}", url.port().unwrap_or(1521));
        let user = url.username().to_owned();
        let password = super::password(text).unwrap_or_default();
        complete.then_some(Self { host, user, password, connect })
    }

    pub(super) fn host(&self) -> &str {
        &self.host
    }
}

/// A server, connected to for each statement.
#[derive(Clone)]
pub(super) struct Oracle {
    address: OracleAddress,
    limit: Duration,
}

impl std::fmt::Debug for Oracle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Oracle")
    }
}

/// What the driver's thread sends.
enum Sent {
    Columns(Vec<String>),
    Row(rows::Row),
}

impl Oracle {
    pub(super) const fn new(address: OracleAddress, limit: Duration) -> Self {
        Self { address, limit }
    }

    /// Runs one statement that reads.
    pub(super) async fn run(
        &self,
        statement: &Statement,
        bound: &[Bound],
        rows: &mut Rows,
    ) -> Result<Option<u64>, Box<Failure>> {
        if let Some(word) = statement.writing() {
            let message = Message::new("env-sql-writes").with("word", word);
            return Err(Box::new(Failure::invalid(message)));
        }
        let (to, mut from) = mpsc::channel(UNDER_WAY);
        let (this, statement, bound) = (self.clone(), statement.clone(), bound.to_vec());
        let reading = tokio::task::spawn_blocking(move || this.read(&statement, &bound, &to));
        while let Some(sent) = from.recv().await {
            match sent {
                Sent::Columns(names) => rows.columns(names).await?,
                Sent::Row(row) => rows.push(row).await?,
            }
        }
        let stopped = |error| Err(broken("env-sql-connection", &error));
        reading.await.unwrap_or_else(stopped).map(|()| None)
    }

    fn read(
        &self,
        statement: &Statement,
        bound: &[Bound],
        to: &mpsc::Sender<Sent>,
    ) -> Result<(), Box<Failure>> {
        let OracleAddress { user, password, connect, .. } = &self.address;
        let failed = |error: oracledb::Error| self.failure(&error);
        let unreachable = |error: oracledb::Error| broken("env-sql-connect", &error);
        let config = Config::default()
            .set_credentials(user, password)
            .set_connect_string(connect)
            .map_err(unreachable)?;
        let connection = oracledb::connect(config).map_err(unreachable)?;
        connection.set_call_timeout(Some(self.limit)).map_err(failed)?;
        for sql in SESSION {
            connection.execute(sql, &[]).map_err(failed)?;
        }
        let texts: Vec<Option<String>> =
            bound.iter().map(|one| one.value.as_ref().map(text)).collect();
        let parameters: Vec<&dyn ToDbValue> =
            texts.iter().map(|text| text as &dyn ToDbValue).collect();
        let sql = statement.text(Marks::Colon, |mark, _| mark);
        let cursor: Cursor = connection.query(&sql, &parameters).map_err(failed)?;
        let names = cursor.columns().iter().map(|column| column.name().to_owned()).collect();
        if to.blocking_send(Sent::Columns(names)).is_err() {
            return Ok(());
        }
        for row in cursor {
            let row = values(&row.map_err(failed)?)?;
            // Nobody takes rows any more: who stopped says why.
            if to.blocking_send(Sent::Row(row)).is_err() {
                return Ok(());
            }
        }
        connection.rollback().map_err(failed)
    }

    fn failure(&self, error: &oracledb::Error) -> Box<Failure> {
        let said = error.to_string();
        // A call that took too long: the driver's own words, or ORA-01013 of the server.
        if said.contains("timeout") || said.contains("ORA-01013") {
            return Box::new(failure::late(self.limit));
        }
        if said.contains("ORA-01456") {
            let message = Message::new("env-sql-read-only").with("reason", said);
            return Box::new(Failure::invalid(message));
        }
        if said.contains("ORA-00") || said.contains("ORA-01") {
            return Box::new(Failure::invalid(Message::new("env-sql-wrong").with("reason", said)));
        }
        broken("env-sql-connection", error)
    }
}

fn broken(key: &'static str, error: &dyn std::fmt::Display) -> Box<Failure> {
    Box::new(Failure::broken(Message::new(key).with("reason", error)))
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// One row; each column by the type the server names.
fn values(row: &Row) -> Result<rows::Row, Box<Failure>> {
    let value = |(at, column): (usize, &oracledb::Metadata)| {
        let kind = column.data_type();
        let unsupported = |_| Box::new(failure::unsupported(column.name(), &kind));
        let plain = kind.split('(').next().unwrap_or_default().trim();
        let value = match plain {
            "NUMBER" | "FLOAT" | "BINARY_INTEGER" => row
                .get::<Option<OracleNumber>>(at)
                .map(|number| number.map(|number| rows::number(number.to_string()))),
            "BINARY_DOUBLE" | "BINARY_FLOAT" => row
                .get::<Option<f64>>(at)
                .map(|real| real.map(|real| rows::number(real.to_string()))),
            "BOOLEAN" => row.get::<Option<bool>>(at).map(|value| value.map(Value::from)),
            "RAW" => row
                .get::<Option<Vec<u8>>>(at)
                .map(|bytes| bytes.map(|bytes| rows::hexadecimal(&bytes))),
            _ if plain.starts_with("DATE") || plain.starts_with("TIMESTAMP") => {
                row.get::<Option<OracleTimestamp>>(at).map(|at| at.map(|at| at.to_string().into()))
            }
            _ => row.get::<Option<String>>(at).map(|text| text.map(Value::from)),
        };
        value.map(|value| value.unwrap_or(Value::Null)).map_err(unsupported)
    };
    row.columns().iter().enumerate().map(value).collect()
}
