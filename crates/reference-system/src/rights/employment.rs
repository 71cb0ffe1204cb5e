//! Messages of the personnel system: who joins, moves and leaves, and what follows for the account.

use serde::Deserialize;

use crate::audit::{Action, Entry, PERSONNEL_SYSTEM};
use crate::call::{Answer, Call, date};
use crate::clock::{day_after, day_before};
use crate::error::Failure;
use crate::period::Period;
use crate::refusals;
use crate::rights::accounts::{self, Account};
use crate::rights::grants::{self, End};
use crate::rights::holdings;
use crate::rights::users::view;

#[derive(Debug, Deserialize)]
struct Message {
    isikukood: String,
    sundmus: String,
    kuupaev: String,
    ametikoht: Option<String>,
}

/// `POST /{s}/toosuhted`, without a session.
pub(crate) async fn report(call: &mut Call) -> Result<Answer, Failure> {
    let message: Message = call.body()?;
    let day = date(Some(message.kuupaev), "kuupaev")?.unwrap_or_default();
    let code = message.isikukood.trim();
    accounts::take(call, code).await?;
    let account = accounts::get(call, code).await?;
    let job_title = message.ametikoht.as_deref().map(str::trim).filter(|title| !title.is_empty());
    match message.sundmus.as_str() {
        "tööle asumine" => joins(call, &account, &day).await?,
        "üleviimine" => moves(call, &account, &day).await?,
        "lahkumine" => leaves(call, &account, &day).await?,
        _ => {
            return Err(refusals::UNKNOWN_VALUE.saying("Sellist töösuhte sündmust ei ole.").into());
        }
    }
    if let Some(title) = job_title {
        sqlx::query("UPDATE rights_account SET job_title = $3 WHERE system = $1 AND code = $2")
            .bind(call.system_name())
            .bind(code)
            .bind(title)
            .execute(&mut *call.db)
            .await?;
    }
    Ok(Answer::ok(view(call, code).await?))
}

/// The account is valid from the first working day; one that was closed is open again from then.
async fn joins(call: &mut Call, account: &Account, day: &str) -> Result<(), Failure> {
    let after = Period { from: day.to_owned(), to: account.valid.to.clone() }.checked()?;
    set_days(call, account, &after.from, "9999-12-31").await?;
    note(account, "tööle asumine").change(account.valid.text(), after.text()).write(call).await?;
    Ok(())
}

/// From the day of the move no role of the former position is valid.
async fn moves(call: &mut Call, account: &Account, day: &str) -> Result<(), Failure> {
    let before = holdings::roles_held(call, &account.code).await?;
    if !call.fault("rights.mover-keeps-old-roles") {
        grants::end_all(call, &account.code, PERSONNEL_SYSTEM, &End::After(day_before(day)))
            .await?;
    }
    note(account, "üleviimine").change(before, "").write(call).await?;
    Ok(())
}

/// The last working day is the last day of the account and its roles.
async fn leaves(call: &mut Call, account: &Account, day: &str) -> Result<(), Failure> {
    grants::end_all(call, &account.code, PERSONNEL_SYSTEM, &End::After(day.to_owned())).await?;
    set_days(call, account, &account.valid.from, &day_after(day)).await?;
    let until = Period { from: account.valid.from.clone(), to: day.to_owned() };
    note(account, "lahkumine").change(account.valid.text(), until.text()).write(call).await?;
    Ok(())
}

async fn set_days(
    call: &mut Call,
    account: &Account,
    valid_from: &str,
    closed_from: &str,
) -> Result<(), sqlx::Error> {
    sqlx::query("UPDATE rights_account SET valid_from = $3, closed_from = $4 WHERE system = $1 AND code = $2")
        .bind(call.system_name())
        .bind(&account.code)
        .bind(valid_from)
        .bind(closed_from)
        .execute(&mut *call.db)
        .await
        .map(drop)
}

fn note(account: &Account, event: &str) -> Entry {
    Entry::new(Action::EMPLOYMENT, PERSONNEL_SYSTEM, &account.institution)
        .about(&account.code)
        .object(event)
}
