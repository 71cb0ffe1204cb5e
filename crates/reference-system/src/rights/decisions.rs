//! Decisions and their payments: whoever made a decision does not approve its payment, whatever roles they hold now.

use serde::Deserialize;
use serde_json::json;
use sqlx::Row;

use crate::audit::{Action, Entry};
use crate::call::{Answer, Call, filled, person};
use crate::error::Failure;
use crate::refusals;
use crate::rights::{catalogue, permissions};
use crate::session;
use crate::system::System;

#[derive(Debug, Deserialize)]
struct Asked {
    klient: String,
    sisu: String,
}

/// `POST /{s}/otsused`.
pub(crate) async fn decide(call: &mut Call) -> Result<Answer, Failure> {
    let user = session::current(call).await?;
    let asked: Asked = call.body()?;
    let client = person(&asked.klient)?;
    let content = filled(&asked.sisu, "sisu")?;
    let entry = Entry::of(&user, Action::DECIDE).about(&client);
    permissions::require(call, &user, catalogue::DECIDE, &entry).await?;
    let id: i64 = sqlx::query_scalar(
        "INSERT INTO rights_decision (system, institution, client, content, decider)
         VALUES ($1, $2, $3, $4, $5) RETURNING id",
    )
    .bind(call.system_name())
    .bind(&user.institution)
    .bind(&client)
    .bind(&content)
    .bind(&user.code)
    .fetch_one(&mut *call.db)
    .await?;
    entry.object(format!("otsus {id}")).change("", content).write(call).await?;
    Ok(Answer::created(json!({"id": id, "otsustaja": user.code})))
}

/// `POST /{s}/otsused/{id}/makse`; STAR pays nobody.
pub(crate) async fn approve_payment(call: &mut Call) -> Result<Answer, Failure> {
    if call.system == System::Star {
        return Err(refusals::NOT_FOUND.into());
    }
    let user = session::current(call).await?;
    let id = call.id()?;
    let row = sqlx::query(
        "SELECT institution, client, decider FROM rights_decision WHERE system = $1 AND id = $2",
    )
    .bind(call.system_name())
    .bind(id)
    .fetch_optional(&mut *call.db)
    .await?
    .ok_or_else(|| refusals::NOT_FOUND.saying("Otsust ei leitud."))?;
    let (institution, client): (String, String) =
        (row.try_get("institution")?, row.try_get("client")?);
    let decider: String = row.try_get("decider")?;
    let entry =
        Entry::of(&user, Action::APPROVE_PAYMENT).about(&client).object(format!("otsus {id}"));
    permissions::require_own(call, &user, catalogue::APPROVE_PAYMENT, &institution, &entry).await?;
    if decider == user.code && !call.fault("rights.decider-approves-payment") {
        return Err(entry.refuse(call, refusals::OWN_DECISION).await);
    }
    // In one statement, so that two people at once cannot both approve.
    let approved = sqlx::query(
        "UPDATE rights_decision SET payment_by = $3 WHERE system = $1 AND id = $2 AND payment_by = ''",
    )
    .bind(call.system_name())
    .bind(id)
    .bind(&user.code)
    .execute(&mut *call.db)
    .await?;
    if approved.rows_affected() == 0 {
        return Err(entry.refuse(call, refusals::PAID_ALREADY).await);
    }
    entry.change("", "kinnitatud").write(call).await?;
    Ok(Answer::ok(json!({"id": id, "olek": "kinnitatud"})))
}
