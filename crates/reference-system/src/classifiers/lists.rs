//! Classifiers themselves: the list of them, and a new one with its first version.

use serde::Deserialize;
use serde_json::{Value, json};
use sqlx::Row;

use crate::call::{Answer, Call, date, filled};
use crate::classifiers::editing::{Editor, editor};
use crate::classifiers::{history, versions};
use crate::error::Failure;
use crate::refusals;

/// Codes of new classifiers are drawn until one is free; ten million fit, so a few draws do.
const DRAWS: usize = 50;

/// A classifier without its codes.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    pub(crate) name: String,
    pub(crate) owner: String,
    pub(crate) exhaustive: bool,
}

/// A classifier of this system.
///
/// # Errors
/// 404 when there is none.
pub(crate) async fn find(call: &mut Call, classifier: &str) -> Result<Head, Failure> {
    let row = sqlx::query(
        "SELECT name, owner, exhaustive FROM classifier_list WHERE system = $1 AND code = $2",
    )
    .bind(call.system_name())
    .bind(classifier)
    .fetch_optional(&mut *call.db)
    .await?
    .ok_or_else(|| refusals::NOT_FOUND.saying("Klassifikaatorit ei leitud."))?;
    Ok(Head {
        name: row.try_get("name")?,
        owner: row.try_get("owner")?,
        exhaustive: row.try_get::<i64, _>("exhaustive")? == 1,
    })
}

/// `GET /{s}/klassifikaatorid`: each with the version that is valid today, if any.
pub(crate) async fn list(call: &mut Call) -> Result<Answer, Failure> {
    let rows = sqlx::query(
        "SELECT l.code, l.name, l.owner, coalesce(max(v.number), 0) AS version
         FROM classifier_list l LEFT JOIN classifier_version v
           ON v.system = l.system AND v.classifier = l.code AND v.state = 'avaldatud'
          AND v.valid_from <= $2 AND v.valid_to >= $2
         WHERE l.system = $1 GROUP BY l.code, l.name, l.owner",
    )
    .bind(call.system_name())
    .bind(call.now.today())
    .fetch_all(&mut *call.db)
    .await?;
    let unowned = call.fault("classifiers.list-misses-owner");
    let mut all = Vec::new();
    for row in &rows {
        let code: String = row.try_get("code")?;
        let (name, owner): (String, String) = (row.try_get("name")?, row.try_get("owner")?);
        let version = Some(row.try_get::<i64, _>("version")?).filter(|number| *number > 0);
        let owner = if unowned { String::new() } else { owner };
        let shown = json!({"kood": code, "nimetus": name, "omanik": owner, "versioon": version});
        all.push((code, shown));
    }
    // Sorted here: how a database sorts letters depends on its settings.
    all.sort_by(|one, other| one.0.cmp(&other.0));
    let shown: Vec<Value> = all.into_iter().map(|(_, shown)| shown).collect();
    Ok(Answer::ok(json!({"klassifikaatorid": shown})))
}

#[derive(Debug, Deserialize)]
struct New {
    nimetus: String,
    omanik: String,
    kehtib_alates: Option<String>,
    #[serde(default)]
    ammendav: bool,
}

/// `POST /{s}/klassifikaatorid`: a classifier under a code of the system's choice, with an empty draft of version 1.
pub(crate) async fn create(call: &mut Call) -> Result<Answer, Failure> {
    let asked: New = call.body()?;
    let Editor { code: actor, entry } = editor(call, "").await?;
    let (name, owner) = (filled(&asked.nimetus, "nimetus")?, filled(&asked.omanik, "omanik")?);
    let from = date(asked.kehtib_alates, "kehtib_alates")?.unwrap_or_else(|| call.now.today());
    let classifier = insert(call, &Head { name, owner, exhaustive: asked.ammendav }).await?;
    versions::insert(call, &classifier, 1, &from).await?;
    history::Step {
        classifier: &classifier,
        version: 1,
        code: "",
        actor: &actor,
        act: history::CREATE,
        effective: &from,
        before: "",
        after: &asked.nimetus,
    }
    .write(call)
    .await?;
    let entry = entry.object(&classifier).because(history::CREATE);
    entry.change("", asked.nimetus).write(call).await?;
    Ok(Answer::created(json!({"kood": classifier, "versioon": 1, "kehtib_alates": from})))
}

async fn insert(call: &mut Call, head: &Head) -> Result<String, Failure> {
    for _ in 0..DRAWS {
        let mut bytes = [0_u8; 4];
        getrandom::fill(&mut bytes)
            .map_err(|error| sqlx::Error::Io(std::io::Error::other(error)))?;
        let code = format!("KL{:07}", u32::from_le_bytes(bytes) % 10_000_000);
        let made = sqlx::query(
            "INSERT INTO classifier_list (system, code, name, owner, exhaustive) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (system, code) DO NOTHING",
        )
        .bind(call.system_name())
        .bind(&code)
        .bind(&head.name)
        .bind(&head.owner)
        .bind(i64::from(head.exhaustive))
        .execute(&mut *call.db)
        .await?;
        if made.rows_affected() == 1 {
            return Ok(code);
        }
    }
    Err(refusals::BROKEN.saying("Klassifikaatorile ei leitud vaba koodi.").into())
}
