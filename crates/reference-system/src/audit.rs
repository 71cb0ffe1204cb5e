//! The log of who did what: one entry an act, refused and failed acts included, in the same transaction as the act.

use crate::call::Call;
use crate::error::{Failure, Refusal};
use crate::session::User;

/// The act an entry is about; the text is what the log shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Action(&'static str);

impl Action {
    pub(crate) const LOG_IN: Self = Self("sisselogimine");
    pub(crate) const LOG_OUT: Self = Self("väljalogimine");
    pub(crate) const SESSION_EXPIRY: Self = Self("seansi aegumine");
    pub(crate) const LOCK_OUT: Self = Self("konto lukustumine");
    pub(crate) const GRANT: Self = Self("rolli andmine");
    pub(crate) const END_ROLE: Self = Self("rolli lõpetamine");
    pub(crate) const PRIVILEGE_RISE: Self = Self("õiguste laienemine");
    pub(crate) const VALIDITY: Self = Self("kehtivuse muutmine");
    pub(crate) const LOCK: Self = Self("lukustamine");
    pub(crate) const UNLOCK: Self = Self("avamine");
    pub(crate) const REQUEST: Self = Self("taotluse lahendamine");
    pub(crate) const EMPLOYMENT: Self = Self("töösuhte muutus");
    pub(crate) const VIEW: Self = Self("andmete vaatamine");
    pub(crate) const REGISTER_QUERY: Self = Self("registripäring");
    pub(crate) const OPEN_PROCEEDING: Self = Self("menetluse algatamine");
    pub(crate) const END_PROCEEDING: Self = Self("menetluse lõpetamine");
    pub(crate) const DECIDE: Self = Self("otsuse tegemine");
    pub(crate) const APPROVE_PAYMENT: Self = Self("väljamakse kinnitamine");
    pub(crate) const USE_FUNCTION: Self = Self("funktsiooni kasutamine");
    pub(crate) const SETTINGS: Self = Self("seadete muutmine");
    pub(crate) const REPORT_PROBLEM: Self = Self("probleemi registreerimine");
    pub(crate) const ASSIGN_PROBLEM: Self = Self("probleemi määramine");
    pub(crate) const SOLVE_PROBLEM: Self = Self("probleemi lahendamine");
    pub(crate) const REVIEW: Self = Self("ülevaatuse kinnitamine");
    pub(crate) const CLASSIFIER: Self = Self("klassifikaatori muutmine");
    pub(crate) const TAKE_OVER: Self = Self("klassifikaatori ülevõtmine");
}

/// The actor when nobody is logged in.
pub(crate) const SYSTEM: &str = "süsteem";
/// The actor of messages on employment.
pub(crate) const PERSONNEL_SYSTEM: &str = "personalisüsteem";

const SUCCEEDED: &str = "õnnestus";
const FORBIDDEN: &str = "keelatud";
const FAILED: &str = "ebaõnnestus";

/// One entry before it is written: a success unless it says otherwise.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    action: Action,
    actor: String,
    institution: String,
    /// The personal code that the act is about; empty when about none.
    subject: String,
    object: String,
    result: &'static str,
    reason: String,
    before: String,
    after: String,
}

impl Entry {
    /// An act of an actor in an institution (`""` when it belongs to none).
    pub(crate) fn new(action: Action, actor: &str, institution: &str) -> Self {
        Self {
            action,
            actor: actor.to_owned(),
            institution: institution.to_owned(),
            subject: String::new(),
            object: String::new(),
            result: SUCCEEDED,
            reason: String::new(),
            before: String::new(),
            after: String::new(),
        }
    }

    /// An act of the logged-in user, in the user's institution.
    pub(crate) fn of(user: &User, action: Action) -> Self {
        Self::new(action, &user.code, &user.institution)
    }

    /// Whom the act is about; also its object unless another is named.
    pub(crate) fn about(mut self, code: &str) -> Self {
        if self.object.is_empty() {
            code.clone_into(&mut self.object);
        }
        code.clone_into(&mut self.subject);
        self
    }

    pub(crate) fn object(mut self, object: impl Into<String>) -> Self {
        self.object = object.into();
        self
    }

    pub(crate) fn change(mut self, before: impl Into<String>, after: impl Into<String>) -> Self {
        self.before = before.into();
        self.after = after.into();
        self
    }

    pub(crate) fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = reason.into();
        self
    }

    /// Refused by a rule: forbidden for 403 and 409 (the act is not allowed), failed otherwise.
    pub(crate) fn refused(mut self, refusal: &Refusal) -> Self {
        self.result = if matches!(refusal.status, 403 | 409) { FORBIDDEN } else { FAILED };
        self.because(refusal.reason())
    }

    /// Decided against, with the reasons.
    pub(crate) fn forbidden(mut self, reason: impl Into<String>) -> Self {
        self.result = FORBIDDEN;
        self.because(reason)
    }

    /// Writes the entry into the request's transaction.
    pub(crate) async fn write(self, call: &mut Call) -> Result<(), sqlx::Error> {
        if self.action == Action::LOCK && call.fault("rights.audit-writes-twice") {
            self.clone().insert(call).await?;
        }
        self.insert(call).await
    }

    async fn insert(self, call: &mut Call) -> Result<(), sqlx::Error> {
        let hidden_source =
            self.action == Action::VIEW && call.fault("rights.audit-misses-source-address");
        let hidden_value = matches!(self.action, Action::GRANT | Action::END_ROLE)
            && call.fault("rights.audit-misses-old-value");
        sqlx::query(
            "INSERT INTO rights_log (system, institution, happened, actor, subject, action, object, source, result, reason, old_value, new_value)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        )
        .bind(call.system_name())
        .bind(self.institution)
        .bind(call.now.rfc3339())
        .bind(self.actor)
        .bind(self.subject)
        .bind(self.action.0)
        .bind(self.object)
        .bind(if hidden_source { String::new() } else { call.source.clone() })
        .bind(self.result)
        .bind(self.reason)
        .bind(if hidden_value { String::new() } else { self.before })
        .bind(self.after)
        .execute(&mut *call.db)
        .await
        .map(drop)
    }

    /// Writes that the act was refused, and gives the refusal to return.
    pub(crate) async fn refuse(self, call: &mut Call, refusal: impl Into<Refusal>) -> Failure {
        let refusal = refusal.into();
        match self.refused(&refusal).write(call).await {
            Ok(()) => refusal.into(),
            Err(error) => error.into(),
        }
    }
}
