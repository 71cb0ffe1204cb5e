//! Notices (teated): the interested parties of a population are told when a job begins, ends and fails; nobody else is.
//!
//! They are queued in the transaction of what they tell, and delivered after it. A dry run is told to nobody.

use std::time::Duration;

use serde_json::{Value, json};
use sqlx::{Any, Transaction};

use crate::call::{Answer, Call};
use crate::clock::Moment;
use crate::error::Failure;
use crate::faults::ActiveFault;
use crate::server::App;

use super::events;
use super::job::Job;
use super::mail::Letter;
use super::runner::has;

/// How long to wait before each try.
const TRIES_AFTER_MS: [u64; 3] = [0, 200, 800];

/// What is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Start,
    End,
    Failure,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Start => "algus",
            Self::End => "lõpp",
            Self::Failure => "tõrge",
        }
    }

    /// How many parties the faults leave told.
    fn told_at_most(self, fault: ActiveFault) -> usize {
        match self {
            Self::Start if has(fault, "mass_calculation.start-told-to-first-only") => 1,
            Self::End if has(fault, "mass_calculation.end-told-to-first-only") => 1,
            Self::Failure if has(fault, "mass_calculation.failure-notice-not-sent") => 0,
            _ => usize::MAX,
        }
    }

    fn words(self, job: &Job, now: &Moment) -> (String, String) {
        let title = job.title();
        let (subject, what) = match self {
            Self::Start => (
                format!("Massarvutus algas: {title}"),
                format!("Massarvutus „{title}“ algas.\nArvutus hõlmab {} isikut.", job.total),
            ),
            Self::End => (
                format!("Massarvutus lõppes: {title}"),
                format!(
                    "Massarvutus „{title}“ lõppes edukalt.\nArvutus hõlmas {} isikut.{}\nProtokoll on kirja manuses.",
                    job.counted,
                    match job.met {
                        1 => "\nTähtajast peeti kinni.",
                        0 => "\nTähtaeg ületati.",
                        _ => "",
                    }
                ),
            ),
            Self::Failure => (
                format!("Massarvutuse tõrge: {title}"),
                format!(
                    "Massarvutus „{title}“ katkes.\nPõhjus: {}\nTulemused jõuti arvutada {} isiku kohta {}-st.",
                    job.reason, job.done, job.total
                ),
            ),
        };
        let body = format!(
            "{what}\n\nTöö number: {}\nProtsessijuhendi versioon: {}\nAeg: {}\n\nSotsiaalkindlustusameti infosüsteem SKAIS\n",
            job.id,
            job.guide,
            now.for_people()
        );
        (subject, body)
    }
}

/// Queues a notice for every interested party.
pub(super) async fn queue(
    db: &mut Transaction<'static, Any>,
    job: &Job,
    now: &Moment,
    kind: Kind,
    fault: ActiveFault,
) -> Result<(), sqlx::Error> {
    if job.dry == 1 {
        return Ok(());
    }
    let mut parties: Vec<(String, String)> =
        sqlx::query_as("SELECT name, email FROM mass_party WHERE population = $1 ORDER BY id")
            .bind(job.population)
            .fetch_all(&mut **db)
            .await?;
    parties.truncate(kind.told_at_most(fault));
    if !parties.is_empty() && has(fault, "mass_calculation.notice-to-somebody-else") {
        parties.push(("Kõik töötajad".to_owned(), "koik@naidis.example".to_owned()));
    }
    let attached = kind == Kind::End && !has(fault, "mass_calculation.notice-without-protocol");
    let attachment =
        if attached { events::csv(&events::all(db, job.id).await?) } else { String::new() };
    let (subject, body) = kind.words(job, now);
    for (name, email) in parties {
        sqlx::query(
            "INSERT INTO mass_notice (job, kind, name, email, subject, body, attachment) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(job.id)
        .bind(kind.name())
        .bind(name)
        .bind(email)
        .bind(&subject)
        .bind(format!("Tere!\n\n{body}"))
        .bind(&attachment)
        .execute(&mut **db)
        .await?;
    }
    Ok(())
}

/// A notice as kept.
#[derive(Debug, Clone)]
struct Notice {
    id: i64,
    kind: String,
    name: String,
    email: String,
    subject: String,
    body: String,
    attachment: String,
    state: String,
    tries: i64,
}

row!(Notice { id, kind, name, email, subject, body, attachment, state, tries });

async fn of_job(db: &mut Transaction<'static, Any>, job: i64) -> Result<Vec<Notice>, sqlx::Error> {
    sqlx::query_as(
        "SELECT id, kind, name, email, subject, body, attachment, state, tries FROM mass_notice WHERE job = $1 ORDER BY id",
    )
    .bind(job)
    .fetch_all(&mut **db)
    .await
}

/// Delivers what is queued; a delivery that fails is tried again, three times in all, and told in the protocol. Without a
/// mail server notices stay queued, to be read.
pub(super) async fn deliver(app: &App, job: i64, now: &Moment) -> Result<(), sqlx::Error> {
    let Some(mailer) = &app.mailer else { return Ok(()) };
    let mut db = app.store.begin().await?;
    let mut queued = of_job(&mut db, job).await?;
    db.commit().await?;
    queued.retain(|notice| notice.state == "ootel");
    for notice in queued {
        let letter = Letter {
            name: notice.name.clone(),
            email: notice.email.clone(),
            subject: notice.subject.clone(),
            body: notice.body.clone(),
            attachment: Some(notice.attachment.clone()).filter(|text| !text.is_empty()),
            millis: now.millis(),
        };
        let mut tries = 0;
        let mut sent = false;
        for wait in TRIES_AFTER_MS {
            tokio::time::sleep(Duration::from_millis(wait)).await;
            tries += 1;
            sent = mailer.send(&letter).await.is_ok();
            if sent {
                break;
            }
        }
        note(app, job, &notice, (sent, tries), now).await?;
    }
    Ok(())
}

async fn note(
    app: &App,
    job: i64,
    notice: &Notice,
    (sent, tries): (bool, i64),
    now: &Moment,
) -> Result<(), sqlx::Error> {
    let mut db = app.store.begin().await?;
    sqlx::query("UPDATE mass_notice SET state = $2, tries = $3 WHERE id = $1")
        .bind(notice.id)
        .bind(if sent { "saadetud" } else { "ebaõnnestunud" })
        .bind(tries)
        .execute(&mut *db)
        .await?;
    if let Some(job) = Job::find(&mut db, job).await? {
        let how = if sent { "saadetud" } else { "saatmine ebaõnnestus" };
        let explanation =
            format!("Teade ({}) {how}: {}, katseid {tries}.", notice.kind, notice.email);
        events::write(&mut db, &job, now, "teade", &explanation).await?;
    }
    db.commit().await
}

/// `GET /skais/massarvutus/tood/{id}/teated`
pub(crate) async fn read(call: &mut Call) -> Result<Answer, Failure> {
    let job = Job::of(call).await?;
    let notices = of_job(&mut call.db, job.id).await?;
    let json = |notice: Notice| {
        json!({
            "liik": notice.kind,
            "nimi": notice.name,
            "epost": notice.email,
            "teema": notice.subject,
            "sisu": notice.body,
            "manus": if notice.attachment.is_empty() { Value::Null } else { "protokoll.csv".into() },
            "olek": notice.state,
            "katseid": notice.tries,
        })
    };
    Ok(Answer::ok(
        json!({"too": job.id, "teated": notices.into_iter().map(json).collect::<Value>()}),
    ))
}
