//! What every change of a classifier goes through: who may, what may be changed, and the trace that it leaves.

use crate::audit::{Action, Entry};
use crate::call::Call;
use crate::classifiers::history;
use crate::error::{Failure, Refusal};
use crate::refusals;
use crate::rights::{catalogue, permissions};
use crate::session;
use crate::system::System;

/// A change under way, of a version that may be changed.
#[derive(Debug)]
pub(crate) struct Edit {
    pub(crate) classifier: String,
    pub(crate) version: i64,
    /// The version's first day.
    pub(crate) valid_from: String,
    pub(crate) actor: String,
    entry: Entry,
}

/// Who asks for a change, and the log entry that will tell of it.
#[derive(Debug)]
pub(crate) struct Editor {
    pub(crate) code: String,
    pub(crate) entry: Entry,
}

/// The logged-in user, who must be one who changes classifiers; `object` is the classifier, empty for a new one.
///
/// # Errors
/// 403 `KLA-050` in STAR, 403 `OIG-003` without the right.
pub(crate) async fn editor(call: &mut Call, object: &str) -> Result<Editor, Failure> {
    let user = session::current(call).await?;
    let entry = Entry::of(&user, Action::CLASSIFIER).object(object);
    if call.system == System::Star {
        if !call.fault("classifiers.star-edits-classifier") {
            return Err(entry.refuse(call, refusals::CHANGED_IN_SKAIS).await);
        }
    } else {
        let anyone = if object.is_empty() {
            call.fault("classifiers.anyone-may-create")
        } else {
            call.fault("classifiers.anyone-may-change")
        };
        if !anyone {
            permissions::require(call, &user, catalogue::CHANGE_CLASSIFIER, &entry).await?;
        }
    }
    Ok(Editor { code: user.code, entry })
}

/// Takes the classifier's row until the request ends, so that two changes cannot interleave.
///
/// # Errors
/// 404 when there is no such classifier in this system.
pub(crate) async fn take(call: &mut Call, classifier: &str) -> Result<(), Failure> {
    let taken = sqlx::query(
        "UPDATE classifier_list SET revision = revision + 1 WHERE system = $1 AND code = $2",
    )
    .bind(call.system_name())
    .bind(classifier)
    .execute(&mut *call.db)
    .await?;
    if taken.rows_affected() == 0 {
        return Err(refusals::NOT_FOUND.saying("Klassifikaatorit ei leitud.").into());
    }
    Ok(())
}

impl Edit {
    /// A change of the version that the path names; it must be a draft.
    pub(crate) async fn begin(call: &mut Call) -> Result<Self, Failure> {
        let classifier = call.part("klassifikaator");
        let Editor { code: actor, entry } = editor(call, &classifier).await?;
        take(call, &classifier).await?;
        let missing = || Failure::from(refusals::NOT_FOUND.saying("Versiooni ei leitud."));
        let version: i64 = call.part("number").parse().map_err(|_| missing())?;
        let found: Option<(String, String)> = sqlx::query_as(
            "SELECT valid_from, state FROM classifier_version
             WHERE system = $1 AND classifier = $2 AND number = $3",
        )
        .bind(call.system_name())
        .bind(&classifier)
        .bind(version)
        .fetch_optional(&mut *call.db)
        .await?;
        let (valid_from, state) = found.ok_or_else(missing)?;
        let edit = Self { classifier, version, valid_from, actor, entry };
        if state == super::versions::PUBLISHED
            && !call.fault("classifiers.published-version-editable")
        {
            return Err(edit.refuse(call, refusals::PUBLISHED).await);
        }
        Ok(edit)
    }

    /// Writes that the change was refused, and gives the refusal to return.
    pub(crate) async fn refuse(&self, call: &mut Call, refusal: impl Into<Refusal>) -> Failure {
        self.entry.clone().refuse(call, refusal).await
    }

    /// Writes what was done to a code (`""`: to the version itself) into the log and the classifier's own history.
    pub(crate) async fn done(
        &self,
        call: &mut Call,
        act: &str,
        code: &str,
        effective: &str,
        change: (&str, &str),
    ) -> Result<(), sqlx::Error> {
        let step = history::Step {
            classifier: &self.classifier,
            version: self.version,
            code,
            actor: &self.actor,
            act,
            effective,
            before: change.0,
            after: change.1,
        };
        step.write(call).await?;
        if act == history::CLOSE && call.fault("classifiers.closing-not-logged") {
            return Ok(());
        }
        let object = format!("{} {code}", self.classifier).trim().to_owned();
        self.entry.clone().object(object).because(act).change(change.0, change.1).write(call).await
    }
}
