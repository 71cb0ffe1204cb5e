//! What an error of a database means: the system refuses, cannot be reached, or the test is wrong.

use std::time::Duration;

use rakis_model::{Failure, Message};
use sqlx::error::DatabaseError;

/// A failure for an error of the driver.
pub(super) fn of(error: &sqlx::Error, limit: Duration) -> Box<Failure> {
    let failure = match error {
        sqlx::Error::Database(error) => said(error.as_ref(), limit),
        sqlx::Error::ColumnDecode { index, .. } => unsupported(index, "?"),
        other => Failure::broken(Message::new("env-sql-connection").with("reason", other)),
    };
    Box::new(failure)
}

/// Could not connect.
pub(super) fn unreachable(error: &sqlx::Error) -> Box<Failure> {
    let reason = match error {
        sqlx::Error::Database(error) => error.message().to_owned(),
        other => other.to_string(),
    };
    Box::new(Failure::broken(Message::new("env-sql-connect").with("reason", reason)))
}

/// Took longer than allowed.
pub(super) fn late(limit: Duration) -> Failure {
    Failure::broken(Message::new("env-sql-timeout").with("limit", limit.as_secs()))
        .hint(Message::new("env-sql-timeout-hint"))
}

/// A value that has no form in JSON.
pub(super) fn unsupported(column: &str, kind: &str) -> Failure {
    let message = Message::new("env-sql-type").with("column", column).with("kind", kind);
    Failure::invalid(message).hint(Message::new("env-sql-type-hint").with("column", column))
}

fn said(error: &dyn DatabaseError, limit: Duration) -> Failure {
    let code = error.code().unwrap_or_default().into_owned();
    let refused = |key| Message::new(key).with("reason", reason(error));
    // Five characters are an SQLSTATE, a number is SQLite's own code; its low byte is the kind.
    let sqlite = if code.len() == 5 { None } else { code.parse::<u32>().ok() };
    if let Some(code) = sqlite {
        return match code & 0xFF {
            9 => late(limit),
            8 => Failure::invalid(refused("env-sql-read-only"))
                .hint(Message::new("env-sql-read-only-hint")),
            19 => Failure::failed(refused("env-sql-refused")),
            1 | 20 | 25 => Failure::invalid(refused("env-sql-wrong")),
            _ => Failure::broken(refused("env-sql-connection")),
        };
    }
    match code.as_str() {
        "57014" => late(limit),
        "25006" => Failure::invalid(refused("env-sql-read-only"))
            .hint(Message::new("env-sql-read-only-hint")),
        code if code.starts_with("23") => Failure::failed(refused("env-sql-refused")),
        // Syntax and access, data that does not fit, a feature or a database that is not there.
        code if ["42", "22", "21", "0A", "3D", "3F", "25"].iter().any(|c| code.starts_with(c)) => {
            Failure::invalid(refused("env-sql-wrong"))
        }
        _ => Failure::broken(refused("env-sql-connection")),
    }
}

/// Its words and, of PostgreSQL, its own hint.
fn reason(error: &dyn DatabaseError) -> String {
    let hint = error.try_downcast_ref::<sqlx::postgres::PgDatabaseError>().and_then(|e| e.hint());
    match hint {
        Some(hint) => format!("{} ({hint})", error.message()),
        None => error.message().to_owned(),
    }
}
