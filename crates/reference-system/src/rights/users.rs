//! Accounts as endpoints: reading one, changing its validity, locking and unlocking it.

use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};

use crate::audit::{Action, Entry};
use crate::call::{Answer, Call, date, not_real};
use crate::error::Failure;
use crate::period::{NO_END, Period, end_json};
use crate::rights::accounts::{self, Account};
use crate::rights::{catalogue, holdings, permissions};
use crate::session::{self, User};

/// `GET /{s}/kasutajad/{isikukood}`: a read for tests, neither guarded nor logged.
pub(crate) async fn read(call: &mut Call) -> Result<Answer, Failure> {
    let code = call.part("isikukood");
    Ok(Answer::ok(view(call, &code).await?))
}

/// An account with its roles and rights, as of the request's clock.
pub(crate) async fn view(call: &mut Call, code: &str) -> Result<Value, Failure> {
    let account = accounts::get(call, code).await?;
    let roles: Vec<Value> = holdings::held(call, code)
        .await?
        .into_iter()
        .map(|held| json!({"roll": held.role, "alates": held.valid.from, "kuni": end_json(&held.valid.to)}))
        .collect();
    Ok(json!({
        "isikukood": account.code, "nimi": account.name, "asutus": account.institution,
        "ametikoht": account.job_title, "epost": account.email, "olek": account.state(),
        "kehtib_alates": account.valid.from, "kehtib_kuni": end_json(&account.valid.to),
        "rollid": roles, "oigused": holdings::functions_now(call, code).await?,
    }))
}

/// The account of the path, when the user may manage it; a refusal is logged as this action.
pub(crate) async fn managed(
    call: &mut Call,
    user: &User,
    action: Action,
) -> Result<(Account, Entry), Failure> {
    let code = call.part("isikukood");
    not_real(&code)?;
    let entry = Entry::of(user, action).about(&code);
    permissions::require(call, user, catalogue::MANAGE_USERS, &entry).await?;
    accounts::take(call, &code).await?;
    let account = accounts::get(call, &code).await?;
    permissions::same_institution(call, user, &account.institution, &entry).await?;
    Ok((account, entry))
}

#[derive(Debug, Deserialize)]
struct Validity {
    alates: Option<String>,
    /// Absent: the end stays; `null`: it is taken away.
    #[serde(default, deserialize_with = "given")]
    kuni: Option<Option<String>>,
}

fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<String>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

/// `POST /{s}/kasutajad/{isikukood}/kehtivus`.
pub(crate) async fn change_validity(call: &mut Call) -> Result<Answer, Failure> {
    let user = session::current(call).await?;
    let asked: Validity = call.body()?;
    let from = date(asked.alates, "alates")?;
    let to = match asked.kuni {
        None => None,
        Some(end) => Some(date(end, "kuni")?.unwrap_or_else(|| NO_END.to_owned())),
    };
    let (account, entry) = managed(call, &user, Action::VALIDITY).await?;
    let before = account.valid.clone();
    let after =
        Period { from: from.unwrap_or(before.from.clone()), to: to.unwrap_or(before.to.clone()) };
    let after = match after.checked() {
        Ok(after) => after,
        Err(Failure::Refused(refusal)) => return Err(entry.refuse(call, refusal).await),
        Err(broken) => return Err(broken),
    };
    sqlx::query(
        "UPDATE rights_account SET valid_from = $3, valid_to = $4 WHERE system = $1 AND code = $2",
    )
    .bind(call.system_name())
    .bind(&account.code)
    .bind(&after.from)
    .bind(&after.to)
    .execute(&mut *call.db)
    .await?;
    entry.change(before.text(), after.text()).write(call).await?;
    Ok(Answer::ok(view(call, &account.code).await?))
}

/// `POST /{s}/kasutajad/{isikukood}/lukusta`: also ends the person's open sessions.
pub(crate) async fn lock(call: &mut Call) -> Result<Answer, Failure> {
    let user = session::current(call).await?;
    let (account, entry) = managed(call, &user, Action::LOCK).await?;
    set_lock(call, &account.code, "administrator").await?;
    session::end_all(call, &account.code).await?;
    changed(call, &account, entry).await
}

/// `POST /{s}/kasutajad/{isikukood}/ava`: lifts a lock of either kind and forgets the failed log-ins.
pub(crate) async fn unlock(call: &mut Call) -> Result<Answer, Failure> {
    let user = session::current(call).await?;
    let (account, entry) = managed(call, &user, Action::UNLOCK).await?;
    set_lock(call, &account.code, "").await?;
    changed(call, &account, entry).await
}

async fn set_lock(call: &mut Call, code: &str, locked_by: &str) -> Result<(), sqlx::Error> {
    sqlx::query(
        "UPDATE rights_account SET locked_by = $3, failures = 0 WHERE system = $1 AND code = $2",
    )
    .bind(call.system_name())
    .bind(code)
    .bind(locked_by)
    .execute(&mut *call.db)
    .await
    .map(drop)
}

async fn changed(call: &mut Call, before: &Account, entry: Entry) -> Result<Answer, Failure> {
    let after = accounts::get(call, &before.code).await?;
    entry.change(before.state(), after.state()).write(call).await?;
    Ok(Answer::ok(view(call, &before.code).await?))
}
