//! Accounts: one a person and system, belonging to one institution.
//!
//! A person who gets an account in another institution moves there: the roles and sessions of the former one end, so they
//! can neither be used nor stand in the way of the new roles.

use sqlx::Row;

use crate::call::Call;
use crate::error::Failure;
use crate::period::Period;
use crate::refusals;
use crate::rights::grants;
use crate::session;

/// What keeps an account from being used, in the order in which it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Obstacle {
    Locked,
    Closed,
    Expired,
    NotYetValid,
}

/// An account as of the request's clock.
#[derive(Debug, Clone)]
pub(crate) struct Account {
    pub(crate) code: String,
    pub(crate) institution: String,
    pub(crate) name: String,
    pub(crate) job_title: String,
    pub(crate) email: String,
    pub(crate) valid: Period,
    /// `failures` or `administrator`; empty when it is not locked.
    pub(crate) locked_by: String,
    pub(crate) obstacles: Vec<Obstacle>,
}

impl Account {
    /// The state that people see.
    pub(crate) fn state(&self) -> &'static str {
        match self.obstacles.first() {
            None => "aktiivne",
            Some(Obstacle::Locked) => "lukus",
            Some(Obstacle::Closed) => "suletud",
            Some(Obstacle::Expired) => "aegunud",
            Some(Obstacle::NotYetValid) => "ootel",
        }
    }
}

/// A person's account, if there is one.
pub(crate) async fn find(call: &mut Call, code: &str) -> Result<Option<Account>, sqlx::Error> {
    let row = sqlx::query(
        "SELECT institution, name, job_title, email, valid_from, valid_to, locked_by,
                CASE WHEN closed_from <= $3 THEN 1 ELSE 0 END AS closed,
                CASE WHEN valid_to < $3 THEN 1 ELSE 0 END AS expired,
                CASE WHEN valid_from > $3 THEN 1 ELSE 0 END AS not_yet_valid
         FROM rights_account WHERE system = $1 AND code = $2",
    )
    .bind(call.system_name())
    .bind(code)
    .bind(call.now.today())
    .fetch_optional(&mut *call.db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let locked_by: String = row.try_get("locked_by")?;
    let mut obstacles = Vec::new();
    if !locked_by.is_empty() {
        obstacles.push(Obstacle::Locked);
    }
    let others = [
        ("closed", Obstacle::Closed),
        ("expired", Obstacle::Expired),
        ("not_yet_valid", Obstacle::NotYetValid),
    ];
    for (column, obstacle) in others {
        if row.try_get::<i64, _>(column)? == 1 {
            obstacles.push(obstacle);
        }
    }
    Ok(Some(Account {
        code: code.to_owned(),
        institution: row.try_get("institution")?,
        name: row.try_get("name")?,
        job_title: row.try_get("job_title")?,
        email: row.try_get("email")?,
        valid: Period { from: row.try_get("valid_from")?, to: row.try_get("valid_to")? },
        locked_by,
        obstacles,
    }))
}

/// A person's account.
///
/// # Errors
/// 404 when there is none.
pub(crate) async fn get(call: &mut Call, code: &str) -> Result<Account, Failure> {
    find(call, code).await?.ok_or_else(|| refusals::NOT_FOUND.saying("Kasutajat ei leitud.").into())
}

/// Takes the account's row until the request ends, so that two requests cannot each see the roles before the other's change.
pub(crate) async fn take(call: &mut Call, code: &str) -> Result<(), sqlx::Error> {
    sqlx::query("UPDATE rights_account SET revision = revision + 1 WHERE system = $1 AND code = $2")
        .bind(call.system_name())
        .bind(code)
        .execute(&mut *call.db)
        .await
        .map(drop)
}

/// What is known of a person whose account is opened.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) job_title: String,
    pub(crate) email: String,
}

/// Makes the account, or keeps the one there is (with its validity and state) and brings its details up to date.
pub(crate) async fn open(
    call: &mut Call,
    person: &Person,
    institution: &str,
    valid: &Period,
    actor: &str,
) -> Result<(), Failure> {
    let made = sqlx::query(
        "INSERT INTO rights_account (system, code, institution, name, job_title, email, valid_from, valid_to)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (system, code) DO NOTHING",
    )
    .bind(call.system_name())
    .bind(&person.code)
    .bind(institution)
    .bind(&person.name)
    .bind(&person.job_title)
    .bind(&person.email)
    .bind(&valid.from)
    .bind(&valid.to)
    .execute(&mut *call.db)
    .await?;
    if made.rows_affected() == 1 {
        return Ok(());
    }
    take(call, &person.code).await?;
    if get(call, &person.code).await?.institution != institution {
        move_to(call, &person.code, institution, valid, actor).await?;
    }
    sqlx::query("UPDATE rights_account SET name = $3, job_title = $4, email = $5 WHERE system = $1 AND code = $2")
        .bind(call.system_name())
        .bind(&person.code)
        .bind(&person.name)
        .bind(&person.job_title)
        .bind(&person.email)
        .execute(&mut *call.db)
        .await?;
    Ok(())
}

async fn move_to(
    call: &mut Call,
    code: &str,
    institution: &str,
    valid: &Period,
    actor: &str,
) -> Result<(), Failure> {
    grants::end_all(call, code, actor, &grants::End::Now).await?;
    session::end_all(call, code).await?;
    sqlx::query(
        "UPDATE rights_account SET institution = $3, valid_from = $4, valid_to = $5,
                closed_from = '9999-12-31', locked_by = '', failures = 0
         WHERE system = $1 AND code = $2",
    )
    .bind(call.system_name())
    .bind(code)
    .bind(institution)
    .bind(&valid.from)
    .bind(&valid.to)
    .execute(&mut *call.db)
    .await?;
    Ok(())
}
