//! Queries to other registers: only with the right to, and only while the institution has an active proceeding.

use serde::Deserialize;
use serde_json::json;
use sqlx::Row;

use crate::audit::{Action, Entry};
use crate::call::{Answer, Call, filled, person};
use crate::error::Failure;
use crate::refusals;
use crate::rights::{catalogue, clients, permissions};
use crate::session::{self, User};

#[derive(Debug, Deserialize)]
struct Asked {
    klient: String,
    register: String,
}

/// `POST /{s}/registriparingud`.
pub(crate) async fn query(call: &mut Call) -> Result<Answer, Failure> {
    let user = session::current(call).await?;
    let asked: Asked = call.body()?;
    let code = person(&asked.klient)?;
    let register = filled(&asked.register, "register")?;
    let entry =
        Entry::of(&user, Action::REGISTER_QUERY).about(&code).object(format!("{code}, {register}"));
    permissions::require(call, &user, catalogue::REGISTER_QUERY, &entry).await?;
    if !proceeding_allows(call, &user, &code).await? {
        return Err(entry.refuse(call, refusals::NO_ACTIVE_PROCEEDING).await);
    }
    entry.write(call).await?;
    let client = clients::client(&code);
    let data = json!({"nimi": client.name, "elukoht": client.home, "seisuga": call.now.today(), "sunteetiline": true});
    Ok(Answer::ok(json!({"klient": code, "register": register, "andmed": data})))
}

/// Whether the institution has an active proceeding on the client.
async fn proceeding_allows(
    call: &mut Call,
    user: &User,
    client: &str,
) -> Result<bool, sqlx::Error> {
    let row = sqlx::query(
        "SELECT count(*) AS ever, count(CASE WHEN active = 1 THEN 1 END) AS active FROM rights_proceeding
         WHERE system = $1 AND institution = $2 AND client = $3",
    )
    .bind(call.system_name())
    .bind(&user.institution)
    .bind(client)
    .fetch_one(&mut *call.db)
    .await?;
    Ok(match (row.try_get::<i64, _>("ever")?, row.try_get::<i64, _>("active")?) {
        (0, _) => call.fault("rights.register-query-without-proceeding"),
        (_, 0) => call.fault("rights.register-query-after-proceeding-closed"),
        _ => true,
    })
}
