//! Codes of a draft version: adding one, and changing it from a day on.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::call::{Answer, Call, date, filled};
use crate::classifiers::editing::Edit;
use crate::classifiers::history;
use crate::classifiers::intervals::{self, Interval};
use crate::clock::{day_after, day_before};
use crate::error::Failure;
use crate::period::{NO_END, Period, end_json};
use crate::refusals;

const LONGEST: usize = 20;

#[derive(Debug, Deserialize)]
struct New {
    #[serde(default)]
    kood: String,
    #[serde(default)]
    nimetus: String,
    ulemkood: Option<String>,
    kehtib_alates: Option<String>,
    kehtib_kuni: Option<String>,
    #[serde(default)]
    jaakkood: bool,
}

/// `POST …/versioonid/{number}/koodid`.
pub(crate) async fn add(call: &mut Call) -> Result<Answer, Failure> {
    let asked: New = call.body()?;
    let edit = Edit::begin(call).await?;
    let new = match read(call, &edit, asked) {
        Ok(new) => new,
        Err(Failure::Refused(refusal)) => return Err(edit.refuse(call, refusal).await),
        Err(broken) => return Err(broken),
    };
    let there = !intervals::of_code(call, &edit, &new.code).await?.is_empty();
    if there && !call.fault("classifiers.duplicate-code-accepted") {
        return Err(edit.refuse(call, refusals::CODE_THERE).await);
    }
    if let Some(refusal) = intervals::obstacle(call, &edit, &new).await? {
        return Err(edit.refuse(call, refusal).await);
    }
    intervals::insert(call, &edit, &new).await?;
    edit.done(call, history::ADD, &new.code, &new.valid.from, ("", &new.text())).await?;
    Ok(Answer::created(shown(&new)))
}

fn read(call: &Call, edit: &Edit, asked: New) -> Result<Interval, Failure> {
    let code = filled(&asked.kood, "kood")?;
    if !is_code(&code) {
        return Err(refusals::WRONG_CLASSIFIER_CODE.into());
    }
    let name = if call.fault("classifiers.empty-name-accepted") {
        asked.nimetus.trim().to_owned()
    } else {
        filled(&asked.nimetus, "nimetus")?
    };
    let from = date(asked.kehtib_alates, "kehtib_alates")?;
    let to = date(asked.kehtib_kuni, "kehtib_kuni")?;
    let valid = Period {
        from: from.unwrap_or_else(|| edit.valid_from.clone()),
        to: to.unwrap_or_else(|| NO_END.to_owned()),
    };
    let parent = asked.ulemkood.unwrap_or_default().trim().to_owned();
    Ok(Interval { id: 0, code, name, parent, residual: asked.jaakkood, valid: valid.checked()? })
}

fn is_code(text: &str) -> bool {
    let allowed = |byte: u8| {
        byte.is_ascii_uppercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'-')
    };
    text.len() <= LONGEST && text.bytes().all(allowed)
}

pub(super) fn shown(interval: &Interval) -> Value {
    json!({
        "kood": interval.code, "nimetus": interval.name, "ulemkood": interval.parent, "jaakkood": interval.residual,
        "kehtib_alates": interval.valid.from, "kehtib_kuni": end_json(&interval.valid.to),
    })
}

#[derive(Debug, Deserialize)]
struct Changes {
    nimetus: Option<String>,
    ulemkood: Option<String>,
    kehtib_alates: Option<String>,
}

/// `PUT …/koodid/{kood}`: another name or parent from a day on; until then the former ones stay.
pub(crate) async fn change(call: &mut Call) -> Result<Answer, Failure> {
    let asked: Changes = call.body()?;
    let edit = Edit::begin(call).await?;
    let from = first_day(&edit, asked.kehtib_alates)?;
    if asked.nimetus.is_none() && asked.ulemkood.is_none() {
        return Err(refusals::EMPTY_FIELD
            .saying("Muudatuses puudub nii nimetus kui ka ülemkood.")
            .into());
    }
    let former = valid_on(call, &edit, &from).await?;
    let name = match &asked.nimetus {
        Some(name) => filled(name, "nimetus")?,
        None => former.name.clone(),
    };
    let parent =
        asked.ulemkood.map_or_else(|| former.parent.clone(), |code| code.trim().to_owned());
    let valid = Period { from: off_by_a_day(call, &from), to: former.valid.to.clone() };
    let new = Interval { id: 0, name, parent, valid, ..former.clone() };
    if let Some(refusal) = intervals::obstacle(call, &edit, &new).await? {
        return Err(edit.refuse(call, refusal).await);
    }
    intervals::cut(call, &former, &day_before(&new.valid.from)).await?;
    intervals::insert(call, &edit, &new).await?;
    if call.fault("classifiers.name-change-rewrites-history") {
        rewrite(call, &edit, &new).await?;
    }
    edit.done(call, history::CHANGE, &new.code, &from, (&former.text(), &new.text())).await?;
    Ok(Answer::ok(shown(&new)))
}

/// Where a change takes effect; the faults move it here only.
fn off_by_a_day(call: &Call, from: &str) -> String {
    if call.fault("classifiers.effective-a-day-late") {
        day_after(from)
    } else if call.fault("classifiers.effective-a-day-early") {
        day_before(from)
    } else {
        from.to_owned()
    }
}

/// The fault: the versions before get the new name too.
async fn rewrite(call: &mut Call, edit: &Edit, new: &Interval) -> Result<(), sqlx::Error> {
    sqlx::query(
        "UPDATE classifier_code SET name = $5 WHERE system = $1 AND classifier = $2 AND version < $3 AND code = $4",
    )
    .bind(call.system_name())
    .bind(&edit.classifier)
    .bind(edit.version)
    .bind(&new.code)
    .bind(&new.name)
    .execute(&mut *call.db)
    .await
    .map(drop)
}

/// The day a change takes effect; none given is the version's first.
pub(super) fn first_day(edit: &Edit, asked: Option<String>) -> Result<String, Failure> {
    let from = date(asked, "kehtib_alates")?.unwrap_or_else(|| edit.valid_from.clone());
    if from < edit.valid_from { Err(refusals::BEFORE_VERSION.into()) } else { Ok(from) }
}

/// The intervals of a code that the version has.
pub(super) async fn known(
    call: &mut Call,
    edit: &Edit,
    code: &str,
) -> Result<Vec<Interval>, Failure> {
    let all = intervals::of_code(call, edit, code).await?;
    let missing = || refusals::NOT_FOUND.saying("Koodi selles versioonis ei leitud.");
    if all.is_empty() { Err(missing().into()) } else { Ok(all) }
}

/// The interval of the path's code that a day lies in.
async fn valid_on(call: &mut Call, edit: &Edit, day: &str) -> Result<Interval, Failure> {
    let all = known(call, edit, &call.part("kood")).await?;
    let found =
        all.into_iter().find(|one| one.valid.from.as_str() <= day && one.valid.to.as_str() >= day);
    match found {
        Some(interval) => Ok(interval),
        None => Err(edit.refuse(call, refusals::CODE_NOT_VALID).await),
    }
}

#[cfg(test)]
mod tests {
    use super::is_code;

    #[test]
    fn codes_are_short_and_plain() {
        for code in ["VP", "VP-E", "1.2", "0", "ABCDEFGHIJ0123456789"] {
            assert!(is_code(code), "{code}");
        }
        for text in ["vp", "VÕ", "V P", "V_P", "ABCDEFGHIJ0123456789X", "V\u{301}"] {
            assert!(!is_code(text), "{text}");
        }
    }
}
