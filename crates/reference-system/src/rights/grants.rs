//! Giving roles to people and ending them, each with its log entries.

use crate::audit::{Action, Entry};
use crate::call::Call;
use crate::error::Failure;
use crate::period::Period;
use crate::rights::accounts;
use crate::rights::holdings::{functions_held, held, roles_held};

/// A role to be given.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Grant<'a> {
    pub(crate) code: &'a str,
    pub(crate) institution: &'a str,
    pub(crate) role: &'a str,
    pub(crate) period: &'a Period,
    /// Who gives it, for the log.
    pub(crate) actor: &'a str,
}

/// Gives a role and logs it, and the rise of privileges if it brings a function that the person did not have.
pub(crate) async fn give(call: &mut Call, grant: Grant<'_>) -> Result<(), Failure> {
    accounts::take(call, grant.code).await?;
    let roles_before = roles_held(call, grant.code).await?;
    let functions_before = functions_held(call, grant.code).await?;
    store(call, grant).await?;
    let entry = |action| Entry::new(action, grant.actor, grant.institution).about(grant.code);
    let roles_after = roles_held(call, grant.code).await?;
    entry(Action::GRANT).object(grant.role).change(roles_before, roles_after).write(call).await?;
    let functions_after = functions_held(call, grant.code).await?;
    let rises = functions_after.iter().any(|function| !functions_before.contains(function));
    if rises && !call.fault("rights.audit-misses-privilege-rise") {
        let change = (functions_before.join(", "), functions_after.join(", "));
        entry(Action::PRIVILEGE_RISE)
            .object(grant.role)
            .change(change.0, change.1)
            .write(call)
            .await?;
    }
    Ok(())
}

/// Keeps the grant; where the person already holds the same role in a part of the period, the two become one.
async fn store(call: &mut Call, grant: Grant<'_>) -> Result<(), sqlx::Error> {
    let merged: Vec<(String, String)> = sqlx::query_as(
        "DELETE FROM rights_role_grant WHERE system = $1 AND code = $2 AND institution = $3 AND role = $4
           AND valid_from <= $6 AND valid_to >= $5 AND valid_from <= valid_to AND (ended_at = 0 OR ended_at > $7)
         RETURNING valid_from, valid_to",
    )
    .bind(call.system_name())
    .bind(grant.code)
    .bind(grant.institution)
    .bind(grant.role)
    .bind(&grant.period.from)
    .bind(&grant.period.to)
    .bind(call.now.millis())
    .fetch_all(&mut *call.db)
    .await?;
    let mut period = grant.period.clone();
    for (from, to) in merged {
        period = Period { from: period.from.min(from), to: period.to.max(to) };
    }
    sqlx::query(
        "INSERT INTO rights_role_grant (system, code, institution, role, valid_from, valid_to, confirmed_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(call.system_name())
    .bind(grant.code)
    .bind(grant.institution)
    .bind(grant.role)
    .bind(period.from)
    .bind(period.to)
    .bind(call.now.today())
    .execute(&mut *call.db)
    .await
    .map(drop)
}

/// How held roles are brought to an end.
#[derive(Debug, Clone)]
pub(crate) enum End {
    /// From this moment on.
    Now,
    /// This ISO date is the last day, unless the role ends before.
    After(String),
    /// Logged but not done: a fault.
    OnPaper,
}

/// Ends one held role and logs it.
pub(crate) async fn end(
    call: &mut Call,
    code: &str,
    role: &str,
    actor: &str,
    end: &End,
) -> Result<(), Failure> {
    let institution = accounts::get(call, code).await?.institution;
    let before = roles_held(call, code).await?;
    end_in_fact(call, code, role, end).await?;
    let after = before.split(", ").filter(|held| *held != role).collect::<Vec<_>>().join(", ");
    let entry = Entry::new(Action::END_ROLE, actor, &institution).about(code).object(role);
    Ok(entry.change(before, after).write(call).await?)
}

async fn end_in_fact(
    call: &mut Call,
    code: &str,
    role: &str,
    end: &End,
) -> Result<(), sqlx::Error> {
    let (last_day, moment) = match end {
        End::Now => ("", call.now.millis()),
        End::After(day) => (day.as_str(), 0),
        End::OnPaper => return Ok(()),
    };
    sqlx::query(
        "UPDATE rights_role_grant SET
           ended_at = CASE WHEN $4 <> '' OR (ended_at <> 0 AND ended_at <= $5) THEN ended_at ELSE $5 END,
           valid_to = CASE WHEN $4 <> '' AND valid_to > $4 THEN $4 ELSE valid_to END
         WHERE system = $1 AND code = $2 AND role = $3",
    )
    .bind(call.system_name())
    .bind(code)
    .bind(role)
    .bind(last_day)
    .bind(moment)
    .execute(&mut *call.db)
    .await
    .map(drop)
}

/// Ends every held role in the same way, each with its log entry.
pub(crate) async fn end_all(
    call: &mut Call,
    code: &str,
    actor: &str,
    how: &End,
) -> Result<(), Failure> {
    accounts::take(call, code).await?;
    let mut roles: Vec<String> =
        held(call, code).await?.into_iter().map(|held| held.role).collect();
    roles.dedup();
    for role in roles {
        end(call, code, &role, actor, how).await?;
    }
    Ok(())
}
