//! STAR takes a classifier over from SKAIS as it was published there, and what differs between the two is told.

use serde_json::{Value, json};
use sqlx::Row;
use sqlx::any::AnyRow;

use crate::audit::{Action, Entry, SYSTEM};
use crate::call::{Answer, Call, date};
use crate::classifiers::history;
use crate::error::Failure;
use crate::refusals;
use crate::system::System;

/// What STAR has of a classifier goes before it is taken over anew; its history and its records stay.
const EMPTY: [&str; 3] = [
    "DELETE FROM classifier_code WHERE system = 'STAR' AND classifier = $1",
    "DELETE FROM classifier_version WHERE system = 'STAR' AND classifier = $1",
    "DELETE FROM classifier_list WHERE system = 'STAR' AND code = $1",
];
const COPY_LIST: &str = "INSERT INTO classifier_list (system, code, name, owner, exhaustive)
    SELECT 'STAR', code, name, owner, exhaustive FROM classifier_list WHERE system = 'SKAIS' AND code = $1";
const COPY_VERSIONS: &str =
    "INSERT INTO classifier_version (system, classifier, number, valid_from, valid_to, state)
     SELECT 'STAR', classifier, number, valid_from, valid_to, state FROM classifier_version
     WHERE system = 'SKAIS' AND classifier = $1 AND (state = 'avaldatud' OR $2 = 1)";
const COPY_CODES: &str =
    "INSERT INTO classifier_code (system, classifier, version, code, name, parent, residual, valid_from, valid_to)
     SELECT 'STAR', c.classifier, c.version, c.code, c.name, CASE WHEN $2 = 1 THEN '' ELSE c.parent END, c.residual,
            c.valid_from, c.valid_to
     FROM classifier_code c JOIN classifier_version v
       ON v.system = 'STAR' AND v.classifier = c.classifier AND v.number = c.version
     WHERE c.system = 'SKAIS' AND c.classifier = $1 ORDER BY c.id";

/// Every code that is valid on a day in one system or both, with what it is in each.
const DIFFERENCES: &str = "WITH valid AS (
           SELECT c.system, c.code, c.name, c.parent, c.valid_from, c.valid_to FROM classifier_code c
           JOIN classifier_version v ON v.system = c.system AND v.classifier = c.classifier AND v.number = c.version
           WHERE c.classifier = $1 AND v.state = 'avaldatud' AND v.valid_from <= $2 AND v.valid_to >= $2
             AND c.valid_from <= $2 AND c.valid_to >= $2),
         star AS (SELECT * FROM valid WHERE system = 'STAR'),
         skais AS (SELECT * FROM valid WHERE system = 'SKAIS')
         SELECT coalesce(star.code, skais.code) AS code,
                CASE WHEN star.code IS NULL THEN 0 ELSE 1 END AS in_star,
                CASE WHEN skais.code IS NULL THEN 0 ELSE 1 END AS in_skais,
                coalesce(star.name, '') AS star_name, coalesce(skais.name, '') AS skais_name,
                coalesce(star.parent, '') AS star_parent, coalesce(skais.parent, '') AS skais_parent,
                coalesce(star.valid_from, '') AS star_from, coalesce(skais.valid_from, '') AS skais_from,
                coalesce(star.valid_to, '') AS star_to, coalesce(skais.valid_to, '') AS skais_to
         FROM star FULL JOIN skais ON star.code = skais.code";

/// `POST /star/klassifikaatorid/{klassifikaator}/ulevotmine`; SKAIS takes nothing over.
pub(crate) async fn take_over(call: &mut Call) -> Result<Answer, Failure> {
    if call.system == System::Skais {
        return Err(refusals::NOT_FOUND.into());
    }
    let classifier = call.part("klassifikaator");
    lock_source(call, &classifier).await?;
    for query in EMPTY {
        sqlx::query(query).bind(&classifier).execute(&mut *call.db).await?;
    }
    sqlx::query(COPY_LIST).bind(&classifier).execute(&mut *call.db).await?;
    let drafts = i64::from(call.fault("classifiers.draft-taken-over"));
    let versions = sqlx::query(COPY_VERSIONS)
        .bind(&classifier)
        .bind(drafts)
        .execute(&mut *call.db)
        .await?
        .rows_affected();
    let flat = i64::from(call.fault("classifiers.star-differs-from-skais"));
    let codes = sqlx::query(COPY_CODES).bind(&classifier).bind(flat).execute(&mut *call.db).await?;
    trace(call, &classifier, versions).await?;
    let body = json!({"klassifikaator": classifier, "versioone": versions, "koode": codes.rows_affected()});
    Ok(Answer::ok(body))
}

/// Takes the row in SKAIS, so that a change there is taken over whole or not at all, and two take-overs do not meet.
async fn lock_source(call: &mut Call, classifier: &str) -> Result<(), Failure> {
    let found = sqlx::query(
        "UPDATE classifier_list SET revision = revision + 1 WHERE system = 'SKAIS' AND code = $1",
    )
    .bind(classifier)
    .execute(&mut *call.db)
    .await?;
    if found.rows_affected() == 0 {
        return Err(refusals::NOT_FOUND.saying("Klassifikaatorit ei leitud.").into());
    }
    Ok(())
}

async fn trace(call: &mut Call, classifier: &str, versions: u64) -> Result<(), sqlx::Error> {
    let newest: i64 = sqlx::query_scalar(
        "SELECT coalesce(max(number), 0) FROM classifier_version WHERE system = 'STAR' AND classifier = $1",
    )
    .bind(classifier)
    .fetch_one(&mut *call.db)
    .await?;
    let (today, after) = (call.now.today(), format!("versioone: {versions}"));
    let step = history::Step {
        classifier,
        version: newest,
        code: "",
        actor: SYSTEM,
        act: history::TAKE_OVER,
        effective: &today,
        before: "",
        after: &after,
    };
    step.write(call).await?;
    Entry::new(Action::TAKE_OVER, SYSTEM, "").object(classifier).change("", after).write(call).await
}

/// `GET /{s}/klassifikaatorid/{klassifikaator}/vordlus`: what differs between STAR and SKAIS on a day (today if none).
pub(crate) async fn compare(call: &mut Call) -> Result<Answer, Failure> {
    let classifier = call.part("klassifikaator");
    let asked = call.query.get("kuupaev").cloned();
    let day = date(asked, "kuupaev")?.unwrap_or_else(|| call.now.today());
    let known: i64 = sqlx::query_scalar("SELECT count(*) FROM classifier_list WHERE code = $1")
        .bind(&classifier)
        .fetch_one(&mut *call.db)
        .await?;
    if known == 0 {
        return Err(refusals::NOT_FOUND.saying("Klassifikaatorit ei leitud.").into());
    }
    let rows =
        sqlx::query(DIFFERENCES).bind(&classifier).bind(&day).fetch_all(&mut *call.db).await?;
    let blind = call.fault("classifiers.comparison-misses-name");
    let mut found: Vec<(String, Value)> = Vec::new();
    for row in &rows {
        found.extend(differences(row, blind)?);
    }
    // Sorted here: how a database sorts letters depends on its settings. The order of one code's differences stays.
    found.sort_by(|one, other| one.0.cmp(&other.0));
    let found: Vec<Value> = found.into_iter().map(|(_, difference)| difference).collect();
    Ok(Answer::ok(json!({"klassifikaator": classifier, "seisuga": day, "erinevused": found})))
}

/// What differs of one code.
fn differences(row: &AnyRow, blind: bool) -> Result<Vec<(String, Value)>, sqlx::Error> {
    let text = |column: &str| row.try_get::<String, _>(column);
    let code = text("code")?;
    let tell = |field: &str, star: &str, skais: &str| {
        (code.clone(), json!({"kood": code, "vali": field, "star": star, "skais": skais}))
    };
    let there = |column: &str| row.try_get::<i64, _>(column).map(|one| one == 1);
    let word = |there: bool| if there { "on" } else { "puudub" };
    let (in_star, in_skais) = (there("in_star")?, there("in_skais")?);
    if in_star != in_skais {
        return Ok(vec![tell("kood", word(in_star), word(in_skais))]);
    }
    let fields = [
        ("nimetus", "star_name", "skais_name"),
        ("ülemkood", "star_parent", "skais_parent"),
        ("kehtib alates", "star_from", "skais_from"),
        ("kehtib kuni", "star_to", "skais_to"),
    ];
    let mut found = Vec::new();
    for (field, star, skais) in fields.into_iter().filter(|one| !blind || one.0 != "nimetus") {
        let (star, skais) = (text(star)?, text(skais)?);
        if star != skais {
            found.push(tell(field, &star, &skais));
        }
    }
    Ok(found)
}
