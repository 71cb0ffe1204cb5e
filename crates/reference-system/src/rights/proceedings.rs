//! Proceedings on a client: while an institution has an active one, its people may ask other registers about the client.

use serde::Deserialize;
use serde_json::json;
use sqlx::Row;

use crate::audit::{Action, Entry};
use crate::call::{Answer, Call, person};
use crate::error::Failure;
use crate::refusals;
use crate::rights::{catalogue, permissions};
use crate::session;

const ACTIVE: &str = "aktiivne";
const ENDED: &str = "lõpetatud";

#[derive(Debug, Deserialize)]
struct Asked {
    klient: String,
}

/// `POST /{s}/menetlused`.
pub(crate) async fn open(call: &mut Call) -> Result<Answer, Failure> {
    let user = session::current(call).await?;
    let client = person(&call.body::<Asked>()?.klient)?;
    let entry = Entry::of(&user, Action::OPEN_PROCEEDING).about(&client);
    permissions::require(call, &user, catalogue::OPEN_PROCEEDING, &entry).await?;
    let id: i64 = sqlx::query_scalar(
        "INSERT INTO rights_proceeding (system, institution, client) VALUES ($1, $2, $3) RETURNING id",
    )
    .bind(call.system_name())
    .bind(&user.institution)
    .bind(&client)
    .fetch_one(&mut *call.db)
    .await?;
    entry.object(format!("menetlus {id}")).change("", ACTIVE).write(call).await?;
    Ok(Answer::created(json!({"id": id, "olek": ACTIVE})))
}

/// `POST /{s}/menetlused/{id}/lopeta`; ending it again changes nothing.
pub(crate) async fn end(call: &mut Call) -> Result<Answer, Failure> {
    let user = session::current(call).await?;
    let id = call.id()?;
    let row = sqlx::query(
        "SELECT institution, client FROM rights_proceeding WHERE system = $1 AND id = $2",
    )
    .bind(call.system_name())
    .bind(id)
    .fetch_optional(&mut *call.db)
    .await?
    .ok_or_else(|| refusals::NOT_FOUND.saying("Menetlust ei leitud."))?;
    let institution: String = row.try_get("institution")?;
    let client: String = row.try_get("client")?;
    let entry =
        Entry::of(&user, Action::END_PROCEEDING).about(&client).object(format!("menetlus {id}"));
    permissions::same_institution(call, &user, &institution, &entry).await?;
    let ended = sqlx::query(
        "UPDATE rights_proceeding SET active = 0 WHERE system = $1 AND id = $2 AND active = 1",
    )
    .bind(call.system_name())
    .bind(id)
    .execute(&mut *call.db)
    .await?;
    if ended.rows_affected() == 1 {
        entry.change(ACTIVE, ENDED).write(call).await?;
    }
    Ok(Answer::ok(json!({"id": id, "olek": ENDED})))
}
