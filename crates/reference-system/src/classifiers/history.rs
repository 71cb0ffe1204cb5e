//! A classifier's own history: who did what to which code and when, with the old and the new value.

use serde_json::{Value, json};
use sqlx::Row;
use sqlx::any::AnyRow;

use crate::call::{Answer, Call};
use crate::classifiers::lists;
use crate::error::Failure;

pub(crate) const CREATE: &str = "klassifikaatori loomine";
pub(crate) const ADD: &str = "koodi lisamine";
pub(crate) const CHANGE: &str = "koodi muutmine";
pub(crate) const CLOSE: &str = "koodi sulgemine";
pub(crate) const REOPEN: &str = "koodi taasavamine";
pub(crate) const DRAFT: &str = "versiooni koostamine";
pub(crate) const PUBLISH: &str = "versiooni avaldamine";
pub(crate) const TAKE_OVER: &str = "ülevõtmine";

/// One thing that was done.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Step<'a> {
    pub(crate) classifier: &'a str,
    pub(crate) version: i64,
    /// Empty when it was done to the version or the classifier.
    pub(crate) code: &'a str,
    pub(crate) actor: &'a str,
    pub(crate) act: &'a str,
    /// The day from which it was to hold, as it was asked for.
    pub(crate) effective: &'a str,
    pub(crate) before: &'a str,
    pub(crate) after: &'a str,
}

impl Step<'_> {
    /// Keeps it, in the request's transaction.
    pub(crate) async fn write(self, call: &mut Call) -> Result<(), sqlx::Error> {
        if self.act == TAKE_OVER && call.fault("classifiers.take-over-leaves-no-history") {
            return Ok(());
        }
        let hidden = call.fault("classifiers.history-misses-old-value");
        sqlx::query(
            "INSERT INTO classifier_history (system, classifier, version, code, happened, actor, act, effective, old_value, new_value)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        )
        .bind(call.system_name())
        .bind(self.classifier)
        .bind(self.version)
        .bind(self.code)
        .bind(call.now.rfc3339())
        .bind(self.actor)
        .bind(self.act)
        .bind(self.effective)
        .bind(if hidden { "" } else { self.before })
        .bind(self.after)
        .execute(&mut *call.db)
        .await
        .map(drop)
    }
}

/// `GET /{s}/klassifikaatorid/{klassifikaator}/ajalugu`, of one code with `?kood=…`.
pub(crate) async fn read(call: &mut Call) -> Result<Answer, Failure> {
    let classifier = call.part("klassifikaator");
    lists::find(call, &classifier).await?;
    let code = call.query.get("kood").cloned().unwrap_or_default();
    let rows = sqlx::query(
        "SELECT version, code, happened, actor, act, effective, old_value, new_value FROM classifier_history
         WHERE system = $1 AND classifier = $2 AND ($3 = '' OR code = $3) ORDER BY id",
    )
    .bind(call.system_name())
    .bind(&classifier)
    .bind(code.trim())
    .fetch_all(&mut *call.db)
    .await?;
    let entries: Vec<Value> = rows.iter().map(shown).collect::<Result<_, _>>()?;
    Ok(Answer::ok(json!({"kirjed": entries})))
}

fn shown(row: &AnyRow) -> Result<Value, sqlx::Error> {
    let text = |column: &str| row.try_get::<String, _>(column);
    Ok(json!({
        "versioon": row.try_get::<i64, _>("version")?, "kood": text("code")?, "aeg": text("happened")?,
        "kes": text("actor")?, "tegevus": text("act")?, "alates": text("effective")?, "vana": text("old_value")?,
        "uus": text("new_value")?,
    }))
}
