//! The periodic review: who holds which role in an institution, and whose needs confirming.

use serde::Deserialize;
use serde_json::{Value, json};
use sqlx::Row;
use sqlx::any::AnyRow;

use crate::audit::{Action, Entry};
use crate::call::{Answer, Call, not_real};
use crate::error::Failure;
use crate::period::end_json;
use crate::rights::holdings::valid_now;
use crate::rights::{accounts, catalogue, permissions};
use crate::session;

/// A confirmation is old when it lies more days back than this.
const CONFIRMED_DAYS: i64 = 365;
/// An account that ends within so many days is looked at before it does.
const ENDING_DAYS: i64 = 30;

/// `GET /{s}/ulevaatus?asutus=…`: one row a person and valid role.
pub(crate) async fn list(call: &mut Call) -> Result<Answer, Failure> {
    let user = session::current(call).await?;
    let institution = call.asked("asutus")?;
    catalogue::kind_of_institution(call, &institution).await?;
    let entry =
        Entry::of(&user, Action::USE_FUNCTION).about(&user.code).object(catalogue::MANAGE_USERS);
    permissions::require_own(call, &user, catalogue::MANAGE_USERS, &institution, &entry).await?;
    let days =
        if call.fault("rights.review-flag-late") { 2 * CONFIRMED_DAYS } else { CONFIRMED_DAYS };
    let rows = sqlx::query(concat!(
        "SELECT a.code, a.name, a.job_title, g.role, g.valid_from, g.valid_to, g.confirmed_on,
                CASE WHEN g.confirmed_on < $5 THEN 'kinnitus vanem kui aasta'
                     WHEN a.valid_to <= $6 THEN 'konto aegub' ELSE '' END AS reason
         FROM rights_role_grant g JOIN rights_account a ON a.system = g.system AND a.code = g.code
         WHERE g.system = $1 AND g.institution = $2 AND ($7 = 0 OR a.valid_to = '9999-12-31') AND ",
        valid_now!()
    ))
    .bind(call.system_name())
    .bind(&institution)
    .bind(call.now.today())
    .bind(call.now.millis())
    .bind(call.now.days_from_today(-days))
    .bind(call.now.days_from_today(ENDING_DAYS))
    .bind(i64::from(call.fault("rights.review-list-misses-person")))
    .fetch_all(&mut *call.db)
    .await?;
    // Sorted here: how a database sorts letters depends on its settings.
    let mut sorted: Vec<(String, String, Value)> =
        rows.iter().map(shown).collect::<Result<_, _>>()?;
    sorted.sort_by(|one, other| (&one.0, &one.1).cmp(&(&other.0, &other.1)));
    Ok(Answer::ok(json!({"read": sorted.into_iter().map(|(_, _, row)| row).collect::<Vec<_>>()})))
}

/// Name and role to sort by, and the row.
fn shown(row: &AnyRow) -> Result<(String, String, Value), sqlx::Error> {
    let text = |column: &str| row.try_get::<String, _>(column);
    let (name, role, reason) = (text("name")?, text("role")?, text("reason")?);
    let value = json!({
        "isikukood": text("code")?, "nimi": name, "ametikoht": text("job_title")?, "roll": role,
        "alates": text("valid_from")?, "kuni": end_json(&text("valid_to")?),
        "viimati_kinnitatud": text("confirmed_on")?, "vajab_ulevaatust": !reason.is_empty(), "pohjus": reason,
    });
    Ok((name, role, value))
}

#[derive(Debug, Deserialize)]
struct Confirmation {
    isikukood: String,
}

/// `POST /{s}/ulevaatus`: confirms all valid roles of a person as of now.
pub(crate) async fn confirm(call: &mut Call) -> Result<Answer, Failure> {
    let user = session::current(call).await?;
    let code = call.body::<Confirmation>()?.isikukood.trim().to_owned();
    not_real(&code)?;
    let entry = Entry::of(&user, Action::REVIEW).about(&code);
    permissions::require(call, &user, catalogue::MANAGE_USERS, &entry).await?;
    let account = accounts::get(call, &code).await?;
    permissions::same_institution(call, &user, &account.institution, &entry).await?;
    let before: String = sqlx::query_scalar(concat!(
        "SELECT coalesce(min(g.confirmed_on), '') FROM rights_role_grant g
         WHERE g.system = $1 AND g.code = $2 AND ",
        valid_now!()
    ))
    .bind(call.system_name())
    .bind(&code)
    .bind(call.now.today())
    .bind(call.now.millis())
    .fetch_one(&mut *call.db)
    .await?;
    let today = call.now.today();
    sqlx::query("UPDATE rights_role_grant SET confirmed_on = $3 WHERE system = $1 AND code = $2")
        .bind(call.system_name())
        .bind(&code)
        .bind(&today)
        .execute(&mut *call.db)
        .await?;
    entry.change(before, &today).write(call).await?;
    Ok(Answer::ok(json!({"isikukood": code, "viimati_kinnitatud": today})))
}
