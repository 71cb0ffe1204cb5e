//! Logging in and out, and asking about one's session.

use serde::Deserialize;
use serde_json::json;

use crate::audit::{Action, Entry};
use crate::call::{Answer, Call, not_real};
use crate::error::{Failure, Rule};
use crate::refusals;
use crate::rights::accounts::{self, Account, Obstacle};
use crate::session;
use crate::temporary::random_hex;

const METHODS: [&str; 3] = ["ID-kaart", "Mobiil-ID", "Smart-ID"];
const FAILURES_TO_LOCK: i64 = 5;

#[derive(Debug, Deserialize)]
struct LogIn {
    isikukood: String,
    meetod: String,
    kinnitatud: bool,
}

/// `POST /{s}/sessioonid`.
pub(crate) async fn log_in(call: &mut Call) -> Result<Answer, Failure> {
    let asked: LogIn = call.body()?;
    let code = asked.isikukood.trim();
    not_real(code)?;
    accounts::take(call, code).await?;
    let account = accounts::find(call, code).await?;
    let institution =
        account.as_ref().map(|account| account.institution.clone()).unwrap_or_default();
    let entry = Entry::new(Action::LOG_IN, code, &institution).about(code).object(&asked.meetod);
    if !accepted_method(call, &asked.meetod) {
        return Err(failed(call, entry, refusals::WEAK_METHOD).await);
    }
    let Some(account) = account else {
        return Err(failed(call, entry, refusals::NO_ACCOUNT).await);
    };
    session::expire_idle(call, code).await?;
    if let Some(rule) = refusal(call, &account) {
        return Err(failed(call, entry, rule).await);
    }
    if !asked.kinnitatud {
        let failure = failed(call, entry, refusals::NOT_CONFIRMED).await;
        count_failure(call, &account).await?;
        return Err(failure);
    }
    let token = open_session(call, &account).await?;
    entry.write(call).await?;
    let until = session::valid_until(call, &institution).await?;
    Ok(Answer::created(json!({"sessioon": token, "kehtib_kuni": until})))
}

fn accepted_method(call: &Call, method: &str) -> bool {
    METHODS.contains(&method)
        || (method == "parool" && call.fault("rights.weak-authentication-accepted"))
}

/// Why the account may not log in at all; each fault overlooks one obstacle.
fn refusal(call: &Call, account: &Account) -> Option<Rule> {
    let overlooked = |obstacle: &Obstacle| match obstacle {
        Obstacle::Locked => {
            account.locked_by == "administrator" && call.fault("rights.locked-account-logs-in")
        }
        Obstacle::Closed => call.fault("rights.leaver-keeps-access"),
        Obstacle::Expired => {
            account.valid.to == call.now.days_from_today(-1)
                && call.fault("rights.expired-account-logs-in")
        }
        Obstacle::NotYetValid => {
            call.fault("rights.joiner-early-access") || call.fault("rights.future-account-logs-in")
        }
    };
    account.obstacles.iter().find(|obstacle| !overlooked(obstacle)).map(|obstacle| match obstacle {
        Obstacle::Locked => refusals::LOCKED,
        Obstacle::Closed => refusals::CLOSED,
        Obstacle::Expired => refusals::EXPIRED,
        Obstacle::NotYetValid => refusals::NOT_YET_VALID,
    })
}

async fn failed(call: &mut Call, entry: Entry, rule: Rule) -> Failure {
    if call.fault("rights.audit-misses-failed-login") {
        rule.into()
    } else {
        entry.refuse(call, rule).await
    }
}

/// Counts a failed log-in; the last permitted one in a row locks the account.
async fn count_failure(call: &mut Call, account: &Account) -> Result<(), Failure> {
    let failures: i64 = sqlx::query_scalar(
        "UPDATE rights_account SET failures = failures + 1 WHERE system = $1 AND code = $2 RETURNING failures",
    )
    .bind(call.system_name())
    .bind(&account.code)
    .fetch_one(&mut *call.db)
    .await?;
    if failures < FAILURES_TO_LOCK || call.fault("rights.failed-logins-never-lock") {
        return Ok(());
    }
    sqlx::query("UPDATE rights_account SET locked_by = 'failures' WHERE system = $1 AND code = $2")
        .bind(call.system_name())
        .bind(&account.code)
        .execute(&mut *call.db)
        .await?;
    let reason = format!("{FAILURES_TO_LOCK} ebaõnnestunud sisselogimist järjest");
    Entry::new(Action::LOCK_OUT, crate::audit::SYSTEM, &account.institution)
        .about(&account.code)
        .change(account.state(), "lukus")
        .because(reason)
        .write(call)
        .await?;
    Ok(())
}

async fn open_session(call: &mut Call, account: &Account) -> Result<String, Failure> {
    let token = random_hex().map_err(sqlx::Error::Io)?;
    sqlx::query(
        "INSERT INTO rights_session (token, system, code, institution, opened_on, last_used)
         VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(&token)
    .bind(call.system_name())
    .bind(&account.code)
    .bind(&account.institution)
    .bind(call.now.today())
    .bind(call.now.millis())
    .execute(&mut *call.db)
    .await?;
    sqlx::query("UPDATE rights_account SET failures = 0 WHERE system = $1 AND code = $2")
        .bind(call.system_name())
        .bind(&account.code)
        .execute(&mut *call.db)
        .await?;
    Ok(token)
}

/// `GET /{s}/sessioonid/praegune`.
pub(crate) async fn current(call: &mut Call) -> Result<Answer, Failure> {
    let user = session::current(call).await?;
    let until = session::valid_until(call, &user.institution).await?;
    Ok(Answer::ok(json!({"isikukood": user.code, "kehtib_kuni": until})))
}

/// `DELETE /{s}/sessioonid/praegune`.
pub(crate) async fn log_out(call: &mut Call) -> Result<Answer, Failure> {
    let user = session::current(call).await?;
    if !call.fault("rights.logout-keeps-session") {
        sqlx::query("UPDATE rights_session SET ended = 'left' WHERE system = $1 AND token = $2")
            .bind(call.system_name())
            .bind(&user.token)
            .execute(&mut *call.db)
            .await?;
    }
    Entry::of(&user, Action::LOG_OUT).about(&user.code).write(call).await?;
    Ok(Answer::done())
}
