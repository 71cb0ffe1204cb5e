//! Waivers: a delivery may pass with a known defect, for a time, by somebody's word.

use jiff::{Timestamp, civil::Date};

use super::{Register, change::take, rules};
use crate::{Actor, Procedure, RegisterError, day::day, defect::Defect, event::What};

impl Register {
    /// Lets a delivery pass with a defect up to and including a day.
    ///
    /// # Errors
    /// When the procedure does not let this person, this severity or so long a time; when the
    /// defect is over.
    pub async fn waive(
        &self,
        id: &str,
        reason: &str,
        until: Date,
        procedure: &Procedure,
        actor: &Actor,
        now: Timestamp,
    ) -> Result<Defect, RegisterError> {
        self.within(async {
            let role = waiving_role(procedure, actor)?;
            let reason = self.text(Some(reason.to_owned()));
            let reason = reason.ok_or(RegisterError::Empty("register-empty-reason"))?;
            let first = day(now);
            let last = jiff::Span::new().days(procedure.waiver.longest_days.clamp(0, 36_500));
            let last = first.checked_add(last).unwrap_or(Date::MAX);
            if until < first || until > last {
                return Err(RegisterError::WaiverDay { until, first, last });
            }
            let mut change = self.change(actor, now, &[id]).await?;
            let severity = change.defect(id)?.severity.clone().unwrap_or_default();
            if !procedure.severity(&severity).is_some_and(|one| one.waivable) {
                return Err(RegisterError::NotWaivable(severity));
            }
            change.happen(id, role, What::Waived { reason, until });
            take(change.commit().await?, id)
        })
        .await
    }

    /// Lets it count again.
    ///
    /// # Errors
    /// When there is nothing to withdraw, or the person may not.
    pub async fn withdraw_waiver(
        &self,
        id: &str,
        reason: &str,
        procedure: &Procedure,
        actor: &Actor,
        now: Timestamp,
    ) -> Result<Defect, RegisterError> {
        self.within(async {
            let role = waiving_role(procedure, actor)?;
            let reason = self.text(Some(reason.to_owned()));
            let reason = reason.ok_or(RegisterError::Empty("register-empty-reason"))?;
            let mut change = self.change(actor, now, &[id]).await?;
            if change.defect(id)?.waiver.is_none() {
                return Err(RegisterError::NotWaived(id.to_owned()));
            }
            change.happen(id, role, What::WaiverWithdrawn { reason });
            take(change.commit().await?, id)
        })
        .await
    }
}

fn waiving_role<'p>(procedure: &'p Procedure, actor: &Actor) -> Result<&'p str, RegisterError> {
    let roles = rules::roles(procedure, actor)?;
    let may = roles.into_iter().find(|role| procedure.waiver.roles.iter().any(|one| one == role));
    may.ok_or_else(|| RegisterError::NotInRole {
        who: actor.who.clone(),
        role: procedure.waiver.roles.join(", "),
    })
}
