//! Reading the log about or by a person.

use serde_json::{Value, json};
use sqlx::Row;
use sqlx::any::AnyRow;

use crate::audit::{Action, Entry};
use crate::call::{Answer, Call};
use crate::error::Failure;
use crate::rights::{catalogue, permissions};
use crate::session;
use crate::system::System;

/// `GET /{s}/logi?isikukood=…`: in STAR what happened in one's own institution, in SKAIS everything.
///
/// Reading is itself an act: it is logged on the reader, not on the person read about, after the entries were taken.
pub(crate) async fn read(call: &mut Call) -> Result<Answer, Failure> {
    let user = session::current(call).await?;
    let code = call.asked("isikukood")?;
    let entry =
        Entry::of(&user, Action::USE_FUNCTION).about(&user.code).object(catalogue::VIEW_LOG);
    if !call.fault("rights.audit-visible-to-all") {
        permissions::require(call, &user, catalogue::VIEW_LOG, &entry).await?;
    }
    session::expire_idle(call, &code).await?;
    let everywhere = i64::from(call.system == System::Skais);
    let rows = sqlx::query(
        "SELECT id, happened, actor, action, object, source, result, reason, old_value, new_value FROM rights_log
         WHERE system = $1 AND (actor = $2 OR subject = $2) AND ($3 = 1 OR institution = $4) ORDER BY id",
    )
    .bind(call.system_name())
    .bind(&code)
    .bind(everywhere)
    .bind(&user.institution)
    .fetch_all(&mut *call.db)
    .await?;
    let entries: Vec<Value> = rows.iter().map(shown).collect::<Result<_, _>>()?;
    entry.write(call).await?;
    Ok(Answer::ok(json!({"kirjed": entries})))
}

fn shown(row: &AnyRow) -> Result<Value, sqlx::Error> {
    let text = |column: &str| row.try_get::<String, _>(column);
    Ok(json!({
        "jrk": row.try_get::<i64, _>("id")?, "aeg": text("happened")?, "kes": text("actor")?,
        "tegevus": text("action")?, "objekt": text("object")?, "lahteaadress": text("source")?,
        "tulemus": text("result")?, "pohjus": text("reason")?, "vana": text("old_value")?, "uus": text("new_value")?,
    }))
}
