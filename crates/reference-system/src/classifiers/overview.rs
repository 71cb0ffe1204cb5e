//! The overview of a classifier on a day: its codes in the order of the hierarchy.

use serde_json::{Value, json};
use sqlx::Row;
use sqlx::any::AnyRow;

use crate::call::{Answer, Call, date};
use crate::classifiers::lists;
use crate::classifiers::versions::{self, Version};
use crate::error::Failure;
use crate::period::end_json;
use crate::refusals;

/// `GET /{s}/klassifikaatorid/{klassifikaator}`: today, with `?kuupaev=…` on that day, and with `?versioon=…` of a version
/// that need not be published.
pub(crate) async fn read(call: &mut Call) -> Result<Answer, Failure> {
    let classifier = call.part("klassifikaator");
    let head = lists::find(call, &classifier).await?;
    let asked = call.query.get("kuupaev").cloned();
    let numbered = match call.query.get("versioon").map(|text| text.parse::<i64>()) {
        None => None,
        Some(Ok(number)) => Some(number),
        Some(Err(_)) => return Err(refusals::NOT_FOUND.saying("Versiooni ei leitud.").into()),
    };
    let (version, day) = match numbered {
        Some(number) => {
            let missing = || refusals::NOT_FOUND.saying("Versiooni ei leitud.");
            let version =
                versions::numbered(call, &classifier, number).await?.ok_or_else(missing)?;
            let day = date(asked, "kuupaev")?.unwrap_or_else(|| version.valid_from.clone());
            (version, day)
        }
        None => {
            let day = date(asked, "kuupaev")?.unwrap_or_else(|| today(call));
            (versions::valid_on(call, &classifier, &day).await?.ok_or(refusals::NO_VERSION)?, day)
        }
    };
    let codes = codes(call, &classifier, &version, &day).await?;
    Ok(Answer::ok(json!({
        "kood": classifier, "nimetus": head.name, "omanik": head.owner, "ammendav": head.exhaustive,
        "versioon": version.number, "olek": version.state, "kehtib_alates": version.valid_from,
        "kehtib_kuni": end_json(&version.valid_to), "seisuga": day, "koodid": codes,
    })))
}

fn today(call: &Call) -> String {
    if call.fault("classifiers.day-changes-at-utc-midnight") {
        call.now.today_in_utc()
    } else {
        call.now.today()
    }
}

/// The codes of a version that are valid on a day, each below its parent.
async fn codes(
    call: &mut Call,
    classifier: &str,
    version: &Version,
    day: &str,
) -> Result<Vec<Value>, sqlx::Error> {
    let rows = sqlx::query(
        "WITH RECURSIVE valid AS (
           SELECT code, name, parent, residual, valid_from, valid_to FROM classifier_code
           WHERE system = $1 AND classifier = $2 AND version = $3 AND valid_from <= $4 AND valid_to >= $4),
         tree(code, name, parent, residual, valid_from, valid_to, level, path) AS (
           SELECT code, name, parent, residual, valid_from, valid_to, CAST(1 AS BIGINT), code FROM valid WHERE parent = ''
           UNION ALL
           SELECT v.code, v.name, v.parent, v.residual, v.valid_from, v.valid_to, t.level + 1, t.path || '/' || v.code
           FROM valid v JOIN tree t ON v.parent = t.code WHERE t.level < $5)
         SELECT code, name, parent, residual, valid_from, valid_to, level, path FROM tree",
    )
    .bind(call.system_name())
    .bind(classifier)
    .bind(version.number)
    .bind(day)
    .bind(if call.fault("classifiers.overview-misses-third-level") { 2_i64 } else { 100 })
    .fetch_all(&mut *call.db)
    .await?;
    // Sorted here: how a database sorts letters depends on its settings.
    let mut sorted: Vec<(Vec<String>, Value)> = rows.iter().map(shown).collect::<Result<_, _>>()?;
    sorted.sort_by(|one, other| one.0.cmp(&other.0));
    Ok(sorted.into_iter().map(|(_, code)| code).collect())
}

/// The way to sort by, and the code.
fn shown(row: &AnyRow) -> Result<(Vec<String>, Value), sqlx::Error> {
    let text = |column: &str| row.try_get::<String, _>(column);
    let path = text("path")?.split('/').map(str::to_owned).collect();
    let value = json!({
        "kood": text("code")?, "nimetus": text("name")?, "ulemkood": text("parent")?,
        "tase": row.try_get::<i64, _>("level")?, "jaakkood": row.try_get::<i64, _>("residual")? == 1,
        "kehtib_alates": text("valid_from")?, "kehtib_kuni": end_json(&text("valid_to")?),
    });
    Ok((path, value))
}
