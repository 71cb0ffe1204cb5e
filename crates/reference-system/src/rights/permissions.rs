//! Whether a user may use a function: the check that every act goes through, and the endpoint that tries it.

use serde::Deserialize;
use serde_json::json;

use crate::audit::{Action, Entry};
use crate::call::{Answer, Call};
use crate::error::{Failure, Refusal};
use crate::refusals;
use crate::rights::{catalogue, holdings};
use crate::session::{self, User};

/// Whether one of the user's valid roles allows the function.
pub(crate) async fn may(call: &mut Call, user: &User, function: &str) -> Result<bool, sqlx::Error> {
    Ok(holdings::functions_now(call, &user.code).await?.iter().any(|allowed| allowed == function))
}

/// Lets the act go on when the user may use the function; else writes `entry` as refused.
///
/// # Errors
/// 403 `OIG-003`.
pub(crate) async fn require(
    call: &mut Call,
    user: &User,
    function: &str,
    entry: &Entry,
) -> Result<(), Failure> {
    if may(call, user, function).await? {
        Ok(())
    } else {
        Err(entry.clone().refuse(call, refusals::NO_RIGHT).await)
    }
}

/// As [`require`], and what the act is about must belong to the user's own institution.
pub(crate) async fn require_own(
    call: &mut Call,
    user: &User,
    function: &str,
    institution: &str,
    entry: &Entry,
) -> Result<(), Failure> {
    require(call, user, function, entry).await?;
    same_institution(call, user, institution, entry).await
}

/// What the act is about must belong to the user's own institution.
pub(crate) async fn same_institution(
    call: &mut Call,
    user: &User,
    institution: &str,
    entry: &Entry,
) -> Result<(), Failure> {
    if user.institution == institution {
        Ok(())
    } else {
        Err(entry.clone().refuse(call, refusals::NO_RIGHT).await)
    }
}

#[derive(Debug, Deserialize)]
struct Asked {
    funktsioon: String,
}

/// `POST /{s}/funktsioonid`: the real check of one right.
pub(crate) async fn try_function(call: &mut Call) -> Result<Answer, Failure> {
    let user = session::current(call).await?;
    let Asked { funktsioon } = call.body()?;
    if !catalogue::is_function(call, &funktsioon).await? {
        return Err(refusals::UNKNOWN_VALUE
            .saying("Sellist funktsiooni selles süsteemis ei ole.")
            .into());
    }
    let entry = Entry::of(&user, Action::USE_FUNCTION).about(&user.code).object(&funktsioon);
    if let Err(failure) = require(call, &user, &funktsioon, &entry).await {
        return Err(match failure {
            Failure::Refused(refusal) if call.fault("rights.refusal-text-missing") => {
                Failure::Refused(Refusal { text: String::new(), ..refusal })
            }
            other => other,
        });
    }
    if call.fault("rights.matrix-missing-right")
        && funktsioon == catalogue::REGISTER_QUERY
        && holdings::roles_now(call, &user.code).await?.iter().any(|role| role == "sotsiaaltöötaja")
    {
        return Err(entry.refuse(call, refusals::NO_RIGHT).await);
    }
    entry.write(call).await?;
    Ok(Answer::ok(json!({"tulemus": "lubatud"})))
}
