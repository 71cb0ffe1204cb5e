//! Which roles people hold and which functions these allow, as of the request's clock.
//!
//! A role is *valid* on the days of its period, both included, until it is ended; it is *held* when it is valid or will be.

use sqlx::Row;

use crate::call::Call;
use crate::period::Period;
use crate::rights::catalogue;

/// SQL that is true for a role valid at the clock: $3 is the day, $4 the moment.
macro_rules! valid_now {
    () => {
        "g.valid_from <= $3 AND g.valid_to >= $3 AND (g.ended_at = 0 OR g.ended_at > $4)"
    };
}
/// SQL that is true for a role valid at the clock or later.
macro_rules! held {
    () => {
        "g.valid_to >= $3 AND g.valid_from <= g.valid_to AND (g.ended_at = 0 OR g.ended_at > $4)"
    };
}
/// The roles of person $2 that meet the condition, in the catalogue's order.
macro_rules! roles_that_are {
    ($condition:expr) => {
        concat!(
            "SELECT g.role, min(r.place) AS place FROM rights_role_grant g
             JOIN rights_role r ON r.system = g.system AND r.role = g.role
             WHERE g.system = $1 AND g.code = $2 AND ",
            $condition,
            " GROUP BY g.role ORDER BY min(r.place), g.role"
        )
    };
}
/// The functions allowed to person $2 by the roles that meet the condition, in the catalogue's order.
macro_rules! functions_by_roles_that_are {
    ($condition:expr) => {
        concat!(
            "SELECT f.function FROM rights_function f WHERE f.system = $1 AND EXISTS (
               SELECT 1 FROM rights_role_grant g
               JOIN rights_institution i ON i.system = g.system AND i.registry_code = g.institution
               JOIN rights_role_function rf ON rf.system = g.system AND rf.kind = i.kind AND rf.role = g.role
               WHERE g.system = $1 AND g.code = $2 AND rf.function = f.function AND ",
            $condition,
            ") ORDER BY f.place"
        )
    };
}
pub(crate) use valid_now;

/// One held role with its period.
#[derive(Debug, Clone)]
pub(crate) struct HeldRole {
    pub(crate) role: String,
    pub(crate) valid: Period,
}

/// The roles valid at the clock.
pub(crate) async fn roles_now(call: &mut Call, code: &str) -> Result<Vec<String>, sqlx::Error> {
    names(call, code, roles_that_are!(valid_now!()), "role").await
}

/// The roles held, as the log lists them.
pub(crate) async fn roles_held(call: &mut Call, code: &str) -> Result<String, sqlx::Error> {
    names(call, code, roles_that_are!(held!()), "role").await.map(|roles| roles.join(", "))
}

/// The functions allowed at the clock.
pub(crate) async fn functions_now(call: &mut Call, code: &str) -> Result<Vec<String>, sqlx::Error> {
    let mut functions =
        names(call, code, functions_by_roles_that_are!(valid_now!()), "function").await?;
    let too_much = [
        ("rights.matrix-extra-right", "arveldaja", catalogue::DECIDE),
        ("rights.profile-extra-right", "vaatleja", "finantsaruande koostamine"),
    ];
    for (fault, role, function) in too_much {
        if call.fault(fault) && roles_now(call, code).await?.iter().any(|held| held == role) {
            functions.push(function.to_owned());
        }
    }
    Ok(functions)
}

/// The functions that the held roles allow or will.
pub(crate) async fn functions_held(
    call: &mut Call,
    code: &str,
) -> Result<Vec<String>, sqlx::Error> {
    names(call, code, functions_by_roles_that_are!(held!()), "function").await
}

async fn names(
    call: &mut Call,
    code: &str,
    query: &'static str,
    column: &str,
) -> Result<Vec<String>, sqlx::Error> {
    rows(call, code, query, 0).await?.iter().map(|row| row.try_get(column)).collect()
}

/// How long an ended role is shown under the fault `rights.ended-role-lingers`: six hours.
const LINGERS_MILLIS: i64 = 6 * 3_600 * 1_000;

/// The rows of a query about a person as of the request's clock, ends seen so many milliseconds
/// late.
async fn rows(
    call: &mut Call,
    code: &str,
    query: &'static str,
    late: i64,
) -> Result<Vec<sqlx::any::AnyRow>, sqlx::Error> {
    sqlx::query(query)
        .bind(call.system_name())
        .bind(code)
        .bind(call.now.today())
        .bind(call.now.millis() - late)
        .fetch_all(&mut *call.db)
        .await
}

/// The roles held with their periods, in the catalogue's order.
pub(crate) async fn held(call: &mut Call, code: &str) -> Result<Vec<HeldRole>, sqlx::Error> {
    let query = concat!(
        "SELECT g.role, g.valid_from, g.valid_to FROM rights_role_grant g
         WHERE g.system = $1 AND g.code = $2 AND ",
        held!(),
        " ORDER BY (SELECT min(r.place) FROM rights_role r WHERE r.system = g.system AND r.role = g.role),
                   g.role, g.valid_from"
    );
    // A fault: what was ended is shown for hours yet.
    let late = if call.fault("rights.ended-role-lingers") { LINGERS_MILLIS } else { 0 };
    let rows = rows(call, code, query, late).await?;
    rows.iter()
        .map(|row| {
            let valid = Period { from: row.try_get("valid_from")?, to: row.try_get("valid_to")? };
            Ok(HeldRole { role: row.try_get("role")?, valid })
        })
        .collect()
}

/// The roles of a person in an institution that must not meet this role in this period.
pub(crate) async fn conflicts(
    call: &mut Call,
    code: &str,
    institution: &str,
    role: &str,
    period: &Period,
) -> Result<Vec<String>, sqlx::Error> {
    sqlx::query_scalar(
        "SELECT DISTINCT g.role FROM rights_role_grant g
         JOIN rights_forbidden_pair p ON p.system = g.system
          AND ((p.one = g.role AND p.other = $4) OR (p.other = g.role AND p.one = $4))
         WHERE g.system = $1 AND g.code = $2 AND g.institution = $3
           AND g.valid_from <= $6 AND g.valid_to >= $5 AND (g.ended_at = 0 OR g.ended_at > $7)
         ORDER BY g.role",
    )
    .bind(call.system_name())
    .bind(code)
    .bind(institution)
    .bind(role)
    .bind(&period.from)
    .bind(&period.to)
    .bind(call.now.millis())
    .fetch_all(&mut *call.db)
    .await
}
