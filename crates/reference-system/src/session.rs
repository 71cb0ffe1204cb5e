//! Who is behind a request: the session of its bearer token, and when a session is over.
//!
//! A session ends by logging out, by being idle as long as the institution allows, and with the account's last day. What an
//! account may no longer do (log in) and what a session opened before may no longer do are two rules.

use sqlx::Row;

use crate::audit::{Action, Entry, SYSTEM};
use crate::call::Call;
use crate::error::Failure;
use crate::refusals;

/// Minutes until an idle session expires, where the institution has not set its own.
pub(crate) const DEFAULT_IDLE_MINUTES: i64 = 15;
/// Longer than any test: what the default becomes under the fault `session-never-expires`.
const NEVER_MINUTES: i64 = 1_000_000_000;

/// The person behind a session.
#[derive(Debug, Clone)]
pub(crate) struct User {
    pub(crate) code: String,
    pub(crate) institution: String,
    pub(crate) token: String,
}

/// The user of the request's session.
///
/// # Errors
/// `OIG-030` when it has expired, `OIG-031` when it has ended or there is none.
pub(crate) async fn current(call: &mut Call) -> Result<User, Failure> {
    let token = call.token.clone().ok_or(refusals::SESSION_ENDED)?;
    let owner = sqlx::query("SELECT code FROM rights_session WHERE system = $1 AND token = $2")
        .bind(call.system_name())
        .bind(&token)
        .fetch_optional(&mut *call.db)
        .await?
        .ok_or(refusals::SESSION_ENDED)?;
    let code: String = owner.try_get("code")?;
    expire_idle(call, &code).await?;
    // A session opened on or after the day that ended the account cannot be ended by that day: whether the account may log
    // in then is another rule, kept where people log in.
    let row = sqlx::query(
        "SELECT s.institution, s.ended,
                CASE WHEN s.opened_on < a.closed_from AND a.closed_from <= $3 THEN 1 ELSE 0 END AS left_work,
                CASE WHEN s.opened_on <= a.valid_to AND a.valid_to < $3 THEN 1 ELSE 0 END AS account_over
         FROM rights_session s JOIN rights_account a ON a.system = s.system AND a.code = s.code
         WHERE s.system = $1 AND s.token = $2",
    )
    .bind(call.system_name())
    .bind(&token)
    .bind(call.now.today())
    .fetch_one(&mut *call.db)
    .await?;
    let ended: String = row.try_get("ended")?;
    let left_work =
        row.try_get::<i64, _>("left_work")? == 1 && !call.fault("rights.leaver-session-survives");
    let account_over = row.try_get::<i64, _>("account_over")? == 1;
    match ended.as_str() {
        "" if left_work || account_over => Err(refusals::SESSION_ENDED.into()),
        "" => Ok(User { code, institution: row.try_get("institution")?, token }),
        "idle" => Err(refusals::SESSION_EXPIRED.into()),
        _ => Err(refusals::SESSION_ENDED.into()),
    }
}

/// Ends every session of a person that has been idle to its limit, and logs each; at exactly the limit it has expired.
pub(crate) async fn expire_idle(call: &mut Call, code: &str) -> Result<(), sqlx::Error> {
    let limits = IdleLimits::of(call);
    let expired = sqlx::query(
        "UPDATE rights_session SET ended = 'idle'
         WHERE system = $1 AND code = $2 AND ended = '' AND last_used + 60000 * (
           SELECT CASE WHEN $3 = 1 OR i.idle_minutes = 0 THEN $4 ELSE i.idle_minutes END
           FROM rights_institution i
           WHERE i.system = rights_session.system AND i.registry_code = rights_session.institution) <= $5
         RETURNING institution",
    )
    .bind(call.system_name())
    .bind(code)
    .bind(i64::from(limits.own_ignored))
    .bind(limits.default_minutes)
    .bind(call.now.millis())
    .fetch_all(&mut *call.db)
    .await?;
    for row in expired {
        let institution: String = row.try_get("institution")?;
        if !call.fault("rights.audit-misses-session-expiry") {
            let reason =
                format!("{} {}", refusals::SESSION_EXPIRED.code, refusals::SESSION_EXPIRED.text);
            Entry::new(Action::SESSION_EXPIRY, SYSTEM, &institution)
                .about(code)
                .because(reason)
                .write(call)
                .await?;
        }
    }
    Ok(())
}

/// Marks the session as used now; called after every request that succeeded with it.
pub(crate) async fn touch(call: &mut Call) -> Result<(), sqlx::Error> {
    let Some(token) = call.token.clone() else { return Ok(()) };
    sqlx::query(
        "UPDATE rights_session SET last_used = $3 WHERE system = $1 AND token = $2 AND ended = ''",
    )
    .bind(call.system_name())
    .bind(token)
    .bind(call.now.millis())
    .execute(&mut *call.db)
    .await
    .map(drop)
}

/// Ends all open sessions of a person at once (the account was locked or moved).
pub(crate) async fn end_all(call: &mut Call, code: &str) -> Result<(), sqlx::Error> {
    sqlx::query(
        "UPDATE rights_session SET ended = 'closed' WHERE system = $1 AND code = $2 AND ended = ''",
    )
    .bind(call.system_name())
    .bind(code)
    .execute(&mut *call.db)
    .await
    .map(drop)
}

/// When a session of this institution expires if it is not used again, as an answer gives it.
pub(crate) async fn valid_until(call: &mut Call, institution: &str) -> Result<String, sqlx::Error> {
    let limits = IdleLimits::of(call);
    let own: i64 = sqlx::query_scalar(
        "SELECT idle_minutes FROM rights_institution WHERE system = $1 AND registry_code = $2",
    )
    .bind(call.system_name())
    .bind(institution)
    .fetch_one(&mut *call.db)
    .await?;
    let minutes = if limits.own_ignored || own == 0 { limits.default_minutes } else { own };
    Ok(call.now.plus_minutes(minutes).rfc3339())
}

/// How idle time is limited; the faults change it here only.
struct IdleLimits {
    default_minutes: i64,
    own_ignored: bool,
}

impl IdleLimits {
    fn of(call: &Call) -> Self {
        Self {
            default_minutes: if call.fault("rights.session-never-expires") {
                NEVER_MINUTES
            } else {
                DEFAULT_IDLE_MINUTES
            },
            own_ignored: call.fault("rights.session-setting-ignored"),
        }
    }
}
