//! Publishing a version: once, in time, and only when it is complete.

use serde_json::json;

use crate::call::{Answer, Call};
use crate::classifiers::editing::Edit;
use crate::classifiers::versions::{DRAFT, PUBLISHED};
use crate::classifiers::{history, lists};
use crate::clock::day_before;
use crate::error::Failure;
use crate::period::NO_END;
use crate::refusals;

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
