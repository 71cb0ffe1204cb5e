//! Records that use a code, as another system sends them: the code must be valid on the day of the event, and reads so ever
//! after.

use serde::Deserialize;
use serde_json::json;
use sqlx::Row;

use crate::call::{Answer, Call, date, filled};
use crate::classifiers::lists;
use crate::error::Failure;
use crate::refusals;

/// A code as it was on some day.
#[derive(Debug, Clone)]
struct Meaning {
    version: i64,
    name: String,
    valid_to: String,
}

#[derive(Debug, Deserialize)]
struct New {
    klassifikaator: String,
    kood: String,
    sundmuse_kuupaev: Option<String>,
}

/// `POST /{s}/kirjed`.
pub(crate) async fn create(call: &mut Call) -> Result<Answer, Failure> {
    let asked: New = call.body()?;
    let classifier = filled(&asked.klassifikaator, "klassifikaator")?;
    let code = filled(&asked.kood, "kood")?;
    let today = call.now.today();
    let event = date(asked.sundmuse_kuupaev, "sundmuse_kuupaev")?.unwrap_or_else(|| today.clone());
    lists::find(call, &classifier).await?;
    if event > today {
        return Err(refusals::EVENT_AHEAD.into());
    }
    let day = if call.fault("classifiers.wrong-version-on-event-date") { &today } else { &event };
    let meaning =
        meaning(call, &classifier, &code, day).await?.ok_or(refusals::CODE_UNKNOWN_THEN)?;
    let accepted = call.fault("classifiers.closed-code-accepted")
        || call.fault("classifiers.star-closed-code-accepted");
    if meaning.valid_to < *day && !accepted {
        return Err(refusals::CODE_CLOSED_THEN.into());
    }
    let id: i64 = sqlx::query_scalar(
        "INSERT INTO classifier_record (system, classifier, code, event_date) VALUES ($1, $2, $3, $4) RETURNING id",
    )
    .bind(call.system_name())
    .bind(&classifier)
    .bind(&code)
    .bind(&event)
    .fetch_one(&mut *call.db)
    .await?;
    Ok(Answer::created(json!({"id": id, "versioon": meaning.version})))
}

/// `GET /{s}/kirjed/{id}`: with the code's name as it was on the day of the event.
pub(crate) async fn read(call: &mut Call) -> Result<Answer, Failure> {
    let id = call.id()?;
    let missing = || Failure::from(refusals::NOT_FOUND.saying("Kirjet ei leitud."));
    let row = sqlx::query(
        "SELECT classifier, code, event_date FROM classifier_record WHERE system = $1 AND id = $2",
    )
    .bind(call.system_name())
    .bind(id)
    .fetch_optional(&mut *call.db)
    .await?
    .ok_or_else(missing)?;
    let (classifier, code): (String, String) = (row.try_get("classifier")?, row.try_get("code")?);
    let event: String = row.try_get("event_date")?;
    let today = call.now.today();
    if call.fault("classifiers.old-record-unreadable") {
        meaning(call, &classifier, &code, &today)
            .await?
            .filter(|now| now.valid_to >= today)
            .ok_or_else(missing)?;
    }
    let Meaning { version, mut name, .. } =
        meaning(call, &classifier, &code, &event).await?.ok_or_else(missing)?;
    if call.fault("classifiers.record-shows-current-name") {
        name = meaning(call, &classifier, &code, &today).await?.ok_or_else(missing)?.name;
    }
    Ok(Answer::ok(json!({
        "id": id, "klassifikaator": classifier, "kood": code, "nimetus": name, "versioon": version,
        "sundmuse_kuupaev": event,
    })))
}

/// What a code means, or last meant, on a day in the version that is valid then.
async fn meaning(
    call: &mut Call,
    classifier: &str,
    code: &str,
    day: &str,
) -> Result<Option<Meaning>, sqlx::Error> {
    let row = sqlx::query(
        "SELECT v.number, c.name, c.valid_to FROM classifier_version v
         JOIN classifier_code c ON c.system = v.system AND c.classifier = v.classifier AND c.version = v.number
         WHERE v.system = $1 AND v.classifier = $2 AND v.state = 'avaldatud' AND v.valid_from <= $4 AND v.valid_to >= $4
           AND c.code = $3 AND c.valid_from <= $4
         ORDER BY c.valid_from DESC LIMIT 1",
    )
    .bind(call.system_name())
    .bind(classifier)
    .bind(code)
    .bind(day)
    .fetch_optional(&mut *call.db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Meaning {
        version: row.try_get("number")?,
        name: row.try_get("name")?,
        valid_to: row.try_get("valid_to")?,
    }))
}
