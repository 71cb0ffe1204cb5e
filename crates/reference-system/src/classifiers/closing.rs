//! Codes of a draft version: closing one from a day on, and opening it again in the meaning it had.

use serde::Deserialize;
use serde_json::json;

use crate::call::{Answer, Call, date};
use crate::classifiers::codes::{first_day, known, shown};
use crate::classifiers::editing::Edit;
use crate::classifiers::history;
use crate::classifiers::intervals::{self, Interval};
use crate::clock::day_before;
use crate::error::Failure;
use crate::period::{NO_END, Period};
use crate::refusals;

#[derive(Debug, Deserialize)]
struct Closing {
    suletud_alates: Option<String>,
}

/// `POST …/koodid/{kood}/sulgemine`: the day before is the code's last.
pub(crate) async fn close(call: &mut Call) -> Result<Answer, Failure> {
    let asked: Closing = call.body()?;
    let edit = Edit::begin(call).await?;
    let from = first_day(&edit, asked.suletud_alates)?;
    let code = call.part("kood");
    let all = known(call, &edit, &code).await?;
    let open: Vec<&Interval> = all.iter().filter(|one| one.valid.to >= from).collect();
    let Some(last) = open.last() else {
        return Err(edit.refuse(call, refusals::CODE_NOT_VALID).await);
    };
    if has_children(call, &edit, &code, &from).await?
        && !call.fault("classifiers.parent-closes-over-children")
    {
        return Err(edit.refuse(call, refusals::CHILDREN_OPEN).await);
    }
    let last_day =
        if call.fault("classifiers.closing-a-day-late") { from.clone() } else { day_before(&from) };
    for interval in &open {
        intervals::cut(call, interval, &last_day).await?;
    }
    edit.done(call, history::CLOSE, &code, &from, (&last.text(), "suletud")).await?;
    Ok(Answer::ok(json!({"kood": code, "kehtib_kuni": last_day})))
}

async fn has_children(
    call: &mut Call,
    edit: &Edit,
    code: &str,
    from: &str,
) -> Result<bool, sqlx::Error> {
    let open: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM classifier_code
         WHERE system = $1 AND classifier = $2 AND version = $3 AND parent = $4 AND valid_to >= $5",
    )
    .bind(call.system_name())
    .bind(&edit.classifier)
    .bind(edit.version)
    .bind(code)
    .bind(from)
    .fetch_one(&mut *call.db)
    .await?;
    Ok(open > 0)
}

#[derive(Debug, Deserialize)]
struct Reopening {
    kehtib_alates: Option<String>,
    kehtib_kuni: Option<String>,
}

/// `POST …/koodid/{kood}/taasavamine`: the code is valid again, in the meaning it had last.
pub(crate) async fn reopen(call: &mut Call) -> Result<Answer, Failure> {
    let asked: Reopening = call.body()?;
    let edit = Edit::begin(call).await?;
    let from = first_day(&edit, asked.kehtib_alates)?;
    let to = date(asked.kehtib_kuni, "kehtib_kuni")?.unwrap_or_else(|| NO_END.to_owned());
    let valid = Period { from, to }.checked()?;
    let all = known(call, &edit, &call.part("kood")).await?;
    let overlaps = all.iter().any(|one| one.meets(&valid));
    if overlaps && !call.fault("classifiers.overlapping-validity-accepted") {
        return Err(edit.refuse(call, refusals::PERIODS_OVERLAP).await);
    }
    let Some(last) = all.last().cloned() else { return Err(refusals::NOT_FOUND.into()) };
    let new = Interval { id: 0, valid, ..last.clone() };
    if let Some(refusal) = intervals::obstacle(call, &edit, &new).await? {
        return Err(edit.refuse(call, refusal).await);
    }
    intervals::insert(call, &edit, &new).await?;
    edit.done(call, history::REOPEN, &new.code, &new.valid.from, ("suletud", &new.text())).await?;
    Ok(Answer::ok(shown(&new)))
}
