//! Giving a role to a user and taking it away, by a logged-in administrator of the same institution.

use serde::Deserialize;

use crate::audit::Action;
use crate::call::{Answer, Call, date};
use crate::error::Failure;
use crate::period::Period;
use crate::refusals;
use crate::rights::accounts::Account;
use crate::rights::grants::{End, Grant};
use crate::rights::users::{managed, view};
use crate::rights::{catalogue, grants, holdings};
use crate::session;

#[derive(Debug, Deserialize)]
struct Asked {
    roll: String,
    alates: Option<String>,
    kuni: Option<String>,
}

/// `POST /{s}/kasutajad/{isikukood}/rollid`.
pub(crate) async fn grant(call: &mut Call) -> Result<Answer, Failure> {
    let user = session::current(call).await?;
    let asked: Asked = call.body()?;
    let role = asked.roll.trim();
    let period =
        Period::asked(date(asked.alates, "alates")?, date(asked.kuni, "kuni")?, &call.now)?;
    let (account, entry) = managed(call, &user, Action::GRANT).await?;
    let entry = entry.object(role);
    if account.code == user.code && !call.fault("rights.admin-grants-self") {
        return Err(entry.refuse(call, refusals::TO_ONESELF).await);
    }
    let kind = catalogue::kind_of_institution(call, &account.institution).await?;
    if !catalogue::roles_of_kind(call, &kind).await?.iter().any(|permitted| permitted == role) {
        return Err(entry.refuse(call, refusals::ROLE_NOT_PERMITTED).await);
    }
    if let Some(held) = conflict(call, &account, role, &period).await? {
        let text = format!("Ühel isikul ei tohi korraga olla rolle „{held}“ ja „{role}“.");
        return Err(entry.refuse(call, refusals::SEGREGATION.saying(text)).await);
    }
    let grant = Grant {
        code: &account.code,
        institution: &account.institution,
        role,
        period: &period,
        actor: &user.code,
    };
    grants::give(call, grant).await?;
    Ok(Answer::created(view(call, &account.code).await?))
}

/// A held role that the new one must not meet.
async fn conflict(
    call: &mut Call,
    account: &Account,
    role: &str,
    period: &Period,
) -> Result<Option<String>, sqlx::Error> {
    let pays_and_decides =
        |held: &str| matches!((held, role), ("otsustaja", "maksja") | ("maksja", "otsustaja"));
    let spares = call.fault("rights.segregation-roles-combined");
    let held = holdings::conflicts(call, &account.code, &account.institution, role, period).await?;
    Ok(held.into_iter().find(|held| !(spares && pays_and_decides(held))))
}

/// `DELETE /{s}/kasutajad/{isikukood}/rollid/{roll}`.
pub(crate) async fn end(call: &mut Call) -> Result<Answer, Failure> {
    let user = session::current(call).await?;
    let (account, entry) = managed(call, &user, Action::END_ROLE).await?;
    let role = call.part("roll");
    if !holdings::held(call, &account.code).await?.iter().any(|held| held.role == role) {
        let refusal = refusals::NOT_FOUND.saying("Kasutajal ei ole seda rolli.");
        return Err(entry.object(role).refuse(call, refusal).await);
    }
    let how = if call.fault("rights.revoked-profile-stays") { End::OnPaper } else { End::Now };
    grants::end(call, &account.code, &role, &user.code, &how).await?;
    Ok(Answer::done())
}
