//! Institutions: setting one up with its first administrator, its permitted roles, its settings.

use serde::Deserialize;
use serde_json::json;

use crate::audit::{Action, Entry, SYSTEM};
use crate::call::{Answer, Call, filled, person};
use crate::error::Failure;
use crate::period::Period;
use crate::refusals;
use crate::rights::grants::Grant;
use crate::rights::{accounts, catalogue, grants, permissions};
use crate::session::{self, DEFAULT_IDLE_MINUTES};

const IDLE_MINUTES: std::ops::RangeInclusive<i64> = 1..=120;
/// Registry codes are drawn until one is free; ten million fit, so a few draws do.
const DRAWS: usize = 50;

#[derive(Debug, Deserialize)]
struct NewInstitution {
    nimetus: String,
    liik: String,
    administraator: Administrator,
}

#[derive(Debug, Deserialize)]
struct Administrator {
    isikukood: String,
    nimi: String,
}

/// `POST /{s}/asutused`: test data set-up, without a session.
pub(crate) async fn create(call: &mut Call) -> Result<Answer, Failure> {
    let asked: NewInstitution = call.body()?;
    let name = filled(&asked.nimetus, "nimetus")?;
    let administrator = accounts::Person {
        code: person(&asked.administraator.isikukood)?,
        name: filled(&asked.administraator.nimi, "nimi")?,
        job_title: "administraator".to_owned(),
        email: String::new(),
    };
    let unknown =
        || refusals::UNKNOWN_VALUE.saying("Sellist asutuse liiki selles süsteemis ei ole.");
    let role = catalogue::first_role(call, &asked.liik).await?.ok_or_else(unknown)?;
    let institution = insert(call, &name, &asked.liik).await?;
    let period = Period::asked(None, None, &call.now)?;
    accounts::open(call, &administrator, &institution, &period, SYSTEM).await?;
    let code = &administrator.code;
    grants::give(
        call,
        Grant { code, institution: &institution, role: &role, period: &period, actor: SYSTEM },
    )
    .await?;
    Ok(Answer::created(json!({"registrikood": institution, "nimetus": name, "liik": asked.liik})))
}

/// Keeps the institution under a made-up registry code, which begins with 9 as no Estonian one does.
async fn insert(call: &mut Call, name: &str, kind: &str) -> Result<String, Failure> {
    for _ in 0..DRAWS {
        let mut bytes = [0_u8; 4];
        getrandom::fill(&mut bytes)
            .map_err(|error| sqlx::Error::Io(std::io::Error::other(error)))?;
        let code = format!("9{:07}", u32::from_le_bytes(bytes) % 10_000_000);
        let made = sqlx::query(
            "INSERT INTO rights_institution (system, registry_code, name, kind) VALUES ($1, $2, $3, $4)
             ON CONFLICT (system, registry_code) DO NOTHING",
        )
        .bind(call.system_name())
        .bind(&code)
        .bind(name)
        .bind(kind)
        .execute(&mut *call.db)
        .await?;
        if made.rows_affected() == 1 {
            return Ok(code);
        }
    }
    Err(refusals::BROKEN.saying("Vaba registrikoodi ei leitud.").into())
}

/// `GET /{s}/asutused/{registrikood}/rollid`.
pub(crate) async fn roles(call: &mut Call) -> Result<Answer, Failure> {
    let institution = call.part("registrikood");
    let kind = catalogue::kind_of_institution(call, &institution).await?;
    let mut roles = catalogue::roles_of_kind(call, &kind).await?;
    if kind == "teenuseosutaja" && call.fault("rights.role-list-incomplete") {
        roles.pop();
    }
    Ok(Answer::ok(json!({"rollid": roles})))
}

#[derive(Debug, Deserialize)]
struct Settings {
    sessiooni_aegumine_min: i64,
}

/// `PUT /{s}/asutused/{registrikood}/seaded`.
pub(crate) async fn settings(call: &mut Call) -> Result<Answer, Failure> {
    let user = session::current(call).await?;
    let Settings { sessiooni_aegumine_min: minutes } = call.body()?;
    let institution = call.part("registrikood");
    catalogue::kind_of_institution(call, &institution).await?;
    let entry = Entry::of(&user, Action::SETTINGS).object(&institution);
    permissions::require_own(call, &user, catalogue::MANAGE_USERS, &institution, &entry).await?;
    if !IDLE_MINUTES.contains(&minutes) {
        return Err(entry.refuse(call, refusals::SETTING_OUT_OF_RANGE).await);
    }
    let before: i64 = sqlx::query_scalar(
        "SELECT idle_minutes FROM rights_institution WHERE system = $1 AND registry_code = $2",
    )
    .bind(call.system_name())
    .bind(&institution)
    .fetch_one(&mut *call.db)
    .await?;
    sqlx::query(
        "UPDATE rights_institution SET idle_minutes = $3 WHERE system = $1 AND registry_code = $2",
    )
    .bind(call.system_name())
    .bind(&institution)
    .bind(minutes)
    .execute(&mut *call.db)
    .await?;
    let before = if before == 0 { DEFAULT_IDLE_MINUTES } else { before };
    entry.change(before.to_string(), minutes.to_string()).write(call).await?;
    Ok(Answer::ok(json!({"registrikood": institution, "sessiooni_aegumine_min": minutes})))
}
