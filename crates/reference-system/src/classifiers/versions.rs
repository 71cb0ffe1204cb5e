//! Versions: finding one, and drafting the next as a copy of the last.

use serde::Deserialize;
use serde_json::json;
use sqlx::Row;

use crate::call::{Answer, Call, date};
use crate::classifiers::editing::{Editor, editor, take};
use crate::classifiers::history;
use crate::error::{Failure, Refusal};
use crate::refusals;

pub(crate) const DRAFT: &str = "koostamisel";
pub(crate) const PUBLISHED: &str = "avaldatud";

/// A version as it is found.
#[derive(Debug, Clone)]
pub(crate) struct Version {
    pub(crate) number: i64,
    pub(crate) valid_from: String,
    pub(crate) valid_to: String,
    pub(crate) state: String,
}

const COLUMNS: &str = "number, valid_from, valid_to, state";

/// The published version that is valid on a day.
pub(crate) async fn valid_on(
    call: &mut Call,
    classifier: &str,
    day: &str,
) -> Result<Option<Version>, sqlx::Error> {
    let drafts_too = i64::from(call.fault("classifiers.draft-version-takes-effect"));
    one(
        call,
        classifier,
        "classifier = $2 AND (state = 'avaldatud' OR $4 = 1) AND valid_from <= $3 AND valid_to >= $3",
        (day.to_owned(), drafts_too),
    )
    .await
}

/// A version by its number, drafts included.
pub(crate) async fn numbered(
    call: &mut Call,
    classifier: &str,
    number: i64,
) -> Result<Option<Version>, sqlx::Error> {
    one(call, classifier, "classifier = $2 AND $3 = '' AND number = $4", (String::new(), number))
        .await
}

/// The newest version, a draft or not.
async fn newest(call: &mut Call, classifier: &str) -> Result<Option<Version>, sqlx::Error> {
    one(call, classifier, "classifier = $2 AND $3 = '' AND $4 = 0", (String::new(), 0)).await
}

/// Of the versions that a condition on `$3` (text) and `$4` (number) holds for, the newest.
async fn one(
    call: &mut Call,
    classifier: &str,
    condition: &'static str,
    values: (String, i64),
) -> Result<Option<Version>, sqlx::Error> {
    let query = format!(
        "SELECT {COLUMNS} FROM classifier_version WHERE system = $1 AND {condition} ORDER BY number DESC LIMIT 1"
    );
    let row = sqlx::query(sqlx::AssertSqlSafe(query))
        .bind(call.system_name())
        .bind(classifier)
        .bind(values.0)
        .bind(values.1)
        .fetch_optional(&mut *call.db)
        .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Version {
        number: row.try_get("number")?,
        valid_from: row.try_get("valid_from")?,
        valid_to: row.try_get("valid_to")?,
        state: row.try_get("state")?,
    }))
}

/// Keeps a new draft.
pub(crate) async fn insert(
    call: &mut Call,
    classifier: &str,
    number: i64,
    from: &str,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO classifier_version (system, classifier, number, valid_from, state)
         VALUES ($1, $2, $3, $4, 'koostamisel')",
    )
    .bind(call.system_name())
    .bind(classifier)
    .bind(number)
    .bind(from)
    .execute(&mut *call.db)
    .await
    .map(drop)
}

#[derive(Debug, Deserialize)]
struct Asked {
    kehtib_alates: Option<String>,
}

/// `POST /{s}/klassifikaatorid/{klassifikaator}/versioonid`.
pub(crate) async fn draft(call: &mut Call) -> Result<Answer, Failure> {
    let asked: Asked = call.body()?;
    let classifier = call.part("klassifikaator");
    let Editor { code: actor, entry } = editor(call, &classifier).await?;
    take(call, &classifier).await?;
    let from = date(asked.kehtib_alates, "kehtib_alates")?.unwrap_or_else(|| call.now.today());
    let last = newest(call, &classifier).await?.ok_or(refusals::NOT_FOUND)?;
    let obstacle: Option<Refusal> = if last.state == DRAFT {
        Some(refusals::DRAFT_THERE.into())
    } else {
        (from <= last.valid_from).then(|| refusals::VERSION_NOT_LATER.into())
    };
    if let Some(refusal) = obstacle {
        return Err(entry.refuse(call, refusal).await);
    }
    let number = last.number + 1;
    insert(call, &classifier, number, &from).await?;
    copy(call, &classifier, last.number, &from).await?;
    let step = history::Step {
        classifier: &classifier,
        version: number,
        code: "",
        actor: &actor,
        act: history::DRAFT,
        effective: &from,
        before: "",
        after: DRAFT,
    };
    step.write(call).await?;
    entry.because(history::DRAFT).change("", DRAFT).write(call).await?;
    Ok(Answer::created(
        json!({"klassifikaator": classifier, "versioon": number, "kehtib_alates": from}),
    ))
}

/// Copies into the next version what is still valid on its first day or will be.
async fn copy(call: &mut Call, classifier: &str, last: i64, from: &str) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO classifier_code (system, classifier, version, code, name, parent, residual, valid_from, valid_to)
         SELECT system, classifier, version + 1, code, name, parent, residual, valid_from, valid_to FROM classifier_code
         WHERE system = $1 AND classifier = $2 AND version = $3 AND valid_to >= $4 AND ($5 = 0 OR parent = '')
         ORDER BY id",
    )
    .bind(call.system_name())
    .bind(classifier)
    .bind(last)
    .bind(from)
    .bind(i64::from(call.fault("classifiers.new-version-loses-codes")))
    .execute(&mut *call.db)
    .await
    .map(drop)
}
