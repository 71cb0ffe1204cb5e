//! PostgreSQL's binary values as JSON, exactly: numbers by their digits, days and times as ISO 8601.

use jiff::{
    SignedDuration, Timestamp,
    civil::{DateTime, Time, date},
};
use serde_json::Value;
use sqlx::{
    Column as _, Row as _, TypeInfo as _, ValueRef as _,
    postgres::{PgRow, PgTypeInfo, PgTypeKind, PgValueFormat},
};

use super::{numeric, rows};

/// A value that is not turned into JSON: the column and its type.
#[derive(Debug)]
pub(super) struct Unsupported {
    pub(super) column: String,
    pub(super) kind: String,
}

/// One row, in the order of its columns.
///
/// # Errors
/// A column of a type that is not known here; the statement can turn it into text.
pub(super) fn row(row: &PgRow) -> Result<rows::Row, Unsupported> {
    let column = |(at, column): (usize, &sqlx::postgres::PgColumn)| {
        let unsupported = || Unsupported {
            column: column.name().to_owned(),
            kind: column.type_info().name().to_lowercase(),
        };
        let raw = row.try_get_raw(at).map_err(|_| unsupported())?;
        if raw.is_null() {
            return Ok(Value::Null);
        }
        let bytes = raw.as_bytes().map_err(|_| unsupported())?;
        let binary = raw.format() == PgValueFormat::Binary;
        binary.then(|| value(column.type_info(), bytes)).flatten().ok_or_else(unsupported)
    };
    row.columns().iter().enumerate().map(column).collect()
}

fn value(kind: &PgTypeInfo, bytes: &[u8]) -> Option<Value> {
    if matches!(kind.kind(), PgTypeKind::Enum(_)) {
        return text(bytes);
    }
    match kind.name() {
        "BOOL" => Some(Value::Bool(bytes.first().copied()? != 0)),
        "INT2" => Some(i16::from_be_bytes(bytes.try_into().ok()?).into()),
        "INT4" => Some(i32::from_be_bytes(bytes.try_into().ok()?).into()),
        "INT8" => Some(i64::from_be_bytes(bytes.try_into().ok()?).into()),
        "OID" => Some(u32::from_be_bytes(bytes.try_into().ok()?).into()),
        "FLOAT4" => Some(rows::number(f32::from_be_bytes(bytes.try_into().ok()?).to_string())),
        "FLOAT8" => Some(rows::number(f64::from_be_bytes(bytes.try_into().ok()?).to_string())),
        "NUMERIC" => numeric::text(bytes).map(rows::number),
        "TEXT" | "VARCHAR" | "CHAR" | "NAME" | "UNKNOWN" | "\"CHAR\"" | "CITEXT" => text(bytes),
        "VOID" => Some(Value::Null),
        "JSON" => serde_json::from_slice(bytes).ok(),
        "JSONB" => serde_json::from_slice(bytes.strip_prefix(&[1])?).ok(),
        "UUID" => uuid(bytes),
        "BYTEA" => Some(rows::hexadecimal(bytes)),
        "DATE" => day(i32::from_be_bytes(bytes.try_into().ok()?)),
        "TIME" => time(i64::from_be_bytes(bytes.try_into().ok()?)),
        "TIMESTAMP" => moment(i64::from_be_bytes(bytes.try_into().ok()?), false),
        "TIMESTAMPTZ" => moment(i64::from_be_bytes(bytes.try_into().ok()?), true),
        _ => None,
    }
}

fn text(bytes: &[u8]) -> Option<Value> {
    std::str::from_utf8(bytes).ok().map(Value::from)
}

fn uuid(bytes: &[u8]) -> Option<Value> {
    let hex = rows::hexadecimal(bytes);
    let hex = hex.as_str().filter(|hex| hex.len() == 32)?;
    let parts = [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]];
    Some(parts.join("-").into())
}

/// Days and microseconds count from here.
fn epoch() -> DateTime {
    date(2000, 1, 1).at(0, 0, 0, 0)
}

fn day(days: i32) -> Option<Value> {
    let infinite = infinity(days == i32::MAX, days == i32::MIN);
    infinite.or_else(|| {
        let day = epoch().date().checked_add(SignedDuration::from_hours(i64::from(days) * 24));
        day.ok().map(|day| day.to_string().into())
    })
}

fn time(micros: i64) -> Option<Value> {
    // PostgreSQL knows 24:00:00, the end of a day.
    if micros == 86_400_000_000 {
        return Some("24:00:00".into());
    }
    let time = Time::midnight().checked_add(SignedDuration::from_micros(micros));
    time.ok().map(|time| time.to_string().into())
}

fn moment(micros: i64, zoned: bool) -> Option<Value> {
    let infinite = infinity(micros == i64::MAX, micros == i64::MIN);
    infinite.or_else(|| {
        if zoned {
            let since_1970 = micros.checked_add(946_684_800_000_000)?;
            return Timestamp::from_microsecond(since_1970).ok().map(|at| at.to_string().into());
        }
        let at = epoch().checked_add(SignedDuration::from_micros(micros));
        at.ok().map(|at| at.to_string().into())
    })
}

fn infinity(positive: bool, negative: bool) -> Option<Value> {
    positive.then(|| "infinity".into()).or_else(|| negative.then(|| "-infinity".into()))
}
