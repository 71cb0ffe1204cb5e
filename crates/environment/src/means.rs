//! Operations that are no requests: statements in a database, looks into the mailbox.

use std::time::Instant;

use rakis_model::{Exchange, Failure, Message, Place};
use serde_json::Value;
use tokio::sync::mpsc;

use crate::{
    Environment, Operation, Performed, Reply, RowSource, Streamed, Variables, answer,
    environment::unsent,
    exchange,
    mail::{self, Asked, MailOperation},
    operation::Means,
    sql::{self, Bound, Database, Rows, SqlOperation, Statement},
};

impl Environment {
    /// Runs the statement of an operation and keeps its rows, up to the limits of the database.
    pub(crate) async fn ask_database(
        &self,
        operation: &Operation,
        sql: &SqlOperation,
        variables: &Variables,
    ) -> Performed {
        let name = &operation.name;
        let asked = self.asked(name, &sql.database, &sql.statement, variables);
        let (database, bound) = match asked {
            Ok(asked) => asked,
            Err(failure) => return unsent(name, *failure),
        };
        let redactor = &self.inner.redactor;
        let mut exchange = sql::sent(redactor, name, &sql.database, &sql.statement, &bound);
        let started = Instant::now();
        let statement = sql.statement.clone();
        let bytes = self.inner.definition.limits.response_bytes;
        let work = async move {
            let mut rows = Rows::kept(database.most_rows, bytes);
            let changed = database.run(&statement, &bound, &mut rows).await?;
            Ok(rows.into_json(changed))
        };
        let answer = self.inner.client.here(work).await;
        let answer = answer.unwrap_or_else(|error| Err(Box::new(Failure::broken(error))));
        exchange.millis = millis(started);
        if let Ok(answer) = &answer {
            sql::answered(redactor, answer, &mut exchange);
        }
        let judged = answer.and_then(|answer| sql::check_answer(name, sql, &answer));
        self.told(operation, exchange, judged)
    }

    /// Looks into the mailbox and waits, if need be, for letters to come.
    pub(crate) async fn look_for_letters(
        &self,
        operation: &Operation,
        mail: &MailOperation,
        variables: &Variables,
    ) -> Performed {
        let name = &operation.name;
        if let Some(failure) = self.refused() {
            return unsent(name, failure);
        }
        let Some((mailbox, address)) = &self.inner.mailbox else {
            let failure = Failure::invalid(Message::new("env-mail-none").with("operation", name));
            return unsent(name, failure.hint(Message::new("env-mail-none-hint")));
        };
        let asked = match Asked::new(mail, self.values(variables)) {
            Ok(asked) => asked,
            Err(message) => {
                return unsent(name, Failure::invalid(message.with("operation", name)));
            }
        };
        let redactor = &self.inner.redactor;
        let mut exchange = mail::sent(redactor, name, &format!("smtp://{address}"), &asked);
        let started = Instant::now();
        // The timers of a wait belong to the runtime of the environment.
        let mailbox = mailbox.clone();
        let work = async move { asked.answer(&mailbox).await };
        let answer = self.inner.client.here(work).await;
        exchange.millis = millis(started);
        let judged = match answer {
            Err(error) => Err(Box::new(Failure::broken(error))),
            Ok(answer) => {
                sql::answered(redactor, &answer, &mut exchange);
                mail::check_answer(name, mail, &answer)
            }
        };
        self.told(operation, exchange, judged)
    }

    /// Reads rows one by one, without holding them: of any number, in the order they come.
    ///
    /// `take` gets the names of the columns and one row; what it refuses ends the reading. The
    /// time limit of the database counts for the whole, its row limit does not.
    pub async fn for_each_row(
        &self,
        source: RowSource<'_>,
        variables: &Variables,
        take: impl FnMut(&[String], Vec<Value>) -> Result<(), Box<Failure>>,
    ) -> Streamed {
        let (name, database, statement) = match self.source(source) {
            Ok(source) => source,
            Err((name, failure)) => {
                let Performed { exchange, .. } = unsent(&name, Failure::clone(&failure));
                return unread(exchange, failure);
            }
        };
        let (open, bound) = match self.asked(&name, &database, &statement, variables) {
            Ok(asked) => asked,
            Err(failure) => {
                let Performed { exchange, .. } = unsent(&name, Failure::clone(&failure));
                return unread(exchange, failure);
            }
        };
        let redactor = &self.inner.redactor;
        let mut exchange = sql::sent(redactor, &name, &database, &statement, &bound);
        let started = Instant::now();
        let (to, from) = mpsc::channel(sql::BATCHES);
        let work = self.inner.client.here(async move {
            let mut rows = Rows::streamed(to);
            open.run(&statement, &bound, &mut rows).await.map(|_| ())
        });
        let (read, taken) = tokio::join!(work, sql::hand_on(from, take));
        exchange.millis = millis(started);
        let read = read.unwrap_or_else(|error| Err(Box::new(Failure::broken(error))));
        // What the taker said comes first: it made the reading end.
        let result = taken.and_then(|taken| read.map(|()| taken));
        let result = result.map_err(|failure| self.clean(&name, *failure));
        exchange.error = result.as_ref().err().map(|failure| failure.message.clone());
        match result {
            Ok((columns, count)) => Streamed { exchange, columns, result: Ok(count) },
            Err(failure) => unread(exchange, failure),
        }
    }

    fn source(
        &self,
        source: RowSource<'_>,
    ) -> Result<(String, String, Statement), (String, Box<Failure>)> {
        let failed = |name: &str, failure: Failure| (name.to_owned(), Box::new(failure));
        match source {
            RowSource::Operation(name) => {
                let Some(operation) = self.inner.definition.operations.get(name) else {
                    return Err(failed(name, self.unknown(name)));
                };
                match &operation.means {
                    Means::Sql(sql) => {
                        Ok((name.to_owned(), sql.database.clone(), sql.statement.clone()))
                    }
                    Means::Http(_) | Means::Mail(_) => {
                        let message = Message::new("env-sql-no-rows").with("operation", name);
                        Err(failed(name, Failure::invalid(message)))
                    }
                }
            }
            RowSource::Statement { database, sql } => match Statement::parse(sql) {
                Ok(statement) => Ok((format!("SQL {database}"), database.to_owned(), statement)),
                Err(message) => {
                    let failure = Failure::invalid(message.with("operation", database));
                    Err(failed(database, failure))
                }
            },
        }
    }

    /// The database, and the values of the places.
    fn asked(
        &self,
        name: &str,
        database: &str,
        statement: &Statement,
        variables: &Variables,
    ) -> Result<(Database, Vec<Bound>), Box<Failure>> {
        if let Some(failure) = self.refused() {
            return Err(Box::new(failure));
        }
        let Some(found) = self.inner.databases.get(database) else {
            let known = self.inner.databases.keys().map(String::as_str);
            let diagnostic = sql::unknown(database, known);
            let failure = Failure::invalid(diagnostic.message.with("operation", name));
            let failure = diagnostic.hints.into_iter().fold(failure, Failure::hint);
            return Err(Box::new(failure));
        };
        let bound = statement.bound(self.values(variables)).map_err(|message| {
            let listed = message.key == "env-sql-list";
            let failure = Failure::invalid(message.with("operation", name));
            let hint = || Message::new("env-sql-list-hint");
            Box::new(if listed { failure.hint(hint()) } else { failure })
        })?;
        Ok((found.clone(), bound))
    }

    /// Adds what the operation takes out of the answer, and what went wrong to the exchange.
    fn told(
        &self,
        operation: &Operation,
        mut exchange: Exchange,
        judged: Result<Reply, Box<Failure>>,
    ) -> Performed {
        let with_captures = judged.and_then(|mut reply| {
            reply.captures = answer::captures(operation, &reply)?;
            Ok(reply)
        });
        let result = with_captures.map_err(|failure| self.clean(&operation.name, *failure));
        let unanswered = exchange.response_body.is_none();
        exchange.error =
            result.as_ref().err().filter(|_| unanswered).map(|failure| failure.message.clone());
        Performed { exchange, result }
    }

    fn clean(&self, operation: &str, mut failure: Failure) -> Box<Failure> {
        if !failure.message.args.iter().any(|(name, _)| *name == "operation") {
            failure.message = failure.message.with("operation", operation);
        }
        Box::new(exchange::failure(&self.inner.redactor, failure))
    }
}

/// Nothing was read.
const fn unread(exchange: Exchange, failure: Box<Failure>) -> Streamed {
    Streamed { exchange, columns: Vec::new(), result: Err(failure) }
}

fn millis(started: Instant) -> u64 {
    u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX)
}

/// What became of opening a database.
#[derive(Debug)]
pub struct CheckedDatabase {
    /// Its name.
    pub name: String,
    /// `PostgreSQL`, `SQLite`.
    pub kind: &'static str,
    /// May statements change anything in it?
    pub writable: bool,
    /// Where it is described.
    pub place: Option<Place>,
    /// Does it answer?
    pub result: Result<(), Box<Failure>>,
}

impl Environment {
    /// Opens each of the databases that are wanted, and asks it to say something.
    pub async fn check_databases(&self, wanted: impl Fn(&str) -> bool) -> Vec<CheckedDatabase> {
        let mut found = Vec::new();
        for (name, database) in self.inner.databases.iter().filter(|(name, _)| wanted(name)) {
            let statement = RowSource::Statement { database: name, sql: database.probe() };
            let nothing = Variables::new();
            let read = self.for_each_row(statement, &nothing, |_, _| Ok(())).await;
            let settings = self.inner.definition.databases.get(name);
            found.push(CheckedDatabase {
                name: name.clone(),
                kind: database.kind(),
                writable: database.writable,
                place: settings.map(|settings| settings.place.clone()),
                result: read.result.map(|_| ()),
            });
        }
        found
    }

    /// Names of the databases.
    pub fn databases(&self) -> impl Iterator<Item = &str> {
        self.inner.databases.keys().map(String::as_str)
    }
}
