//! Versions: a new one begins as a copy of the last, is changed while it is a draft, and is published once.

use serde::Deserialize;
use serde_json::json;
use sqlx::Row;

use crate::call::{Answer, Call, date};
use crate::classifiers::editing::{Edit, Editor, editor, take};
use crate::classifiers::{history, lists};
use crate::clock::day_before;
use crate::error::{Failure, Refusal};
use crate::period::NO_END;
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

/// `POST /{s}/klassifikaatorid/{klassifikaator}/versioonid/{number}/avaldamine`.
pub(crate) async fn publish(call: &mut Call) -> Result<Answer, Failure> {
    let edit = Edit::begin(call).await?;
    let late = edit.version > 1 && edit.valid_from < call.now.today();
    if late && !call.fault("classifiers.late-publication-accepted") {
        return Err(edit.refuse(call, refusals::PUBLISHED_LATE).await);
    }
    let (codes, residual) = contents(call, &edit).await?;
    if codes == 0 {
        return Err(edit.refuse(call, refusals::NO_CODES).await);
    }
    let exhaustive = lists::find(call, &edit.classifier).await?.exhaustive;
    if exhaustive && residual == 0 && !call.fault("classifiers.residual-code-missing-accepted") {
        return Err(edit.refuse(call, refusals::NOT_EXHAUSTIVE).await);
    }
    end_former(call, &edit).await?;
    sqlx::query(
        "UPDATE classifier_version SET state = 'avaldatud' WHERE system = $1 AND classifier = $2 AND number = $3",
    )
    .bind(call.system_name())
    .bind(&edit.classifier)
    .bind(edit.version)
    .execute(&mut *call.db)
    .await?;
    edit.done(call, history::PUBLISH, "", &edit.valid_from, (DRAFT, PUBLISHED)).await?;
    Ok(Answer::ok(
        json!({"klassifikaator": edit.classifier, "versioon": edit.version, "olek": PUBLISHED}),
    ))
}

/// How many rows the version has, and how many of them are residual codes valid from its first day without end.
async fn contents(call: &mut Call, edit: &Edit) -> Result<(i64, i64), sqlx::Error> {
    sqlx::query_as(
        "SELECT count(*), count(CASE WHEN residual = 1 AND valid_from <= $4 AND valid_to = $5 THEN 1 END)
         FROM classifier_code WHERE system = $1 AND classifier = $2 AND version = $3",
    )
    .bind(call.system_name())
    .bind(&edit.classifier)
    .bind(edit.version)
    .bind(&edit.valid_from)
    .bind(NO_END)
    .fetch_one(&mut *call.db)
    .await
}

/// The versions before end on the day before this one begins.
async fn end_former(call: &mut Call, edit: &Edit) -> Result<(), sqlx::Error> {
    sqlx::query(
        "UPDATE classifier_version SET valid_to = $4
         WHERE system = $1 AND classifier = $2 AND number < $3 AND valid_to > $4",
    )
    .bind(call.system_name())
    .bind(&edit.classifier)
    .bind(edit.version)
    .bind(day_before(&edit.valid_from))
    .execute(&mut *call.db)
    .await
    .map(drop)
}
