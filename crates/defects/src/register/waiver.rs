//! Waivers: a delivery may pass with a known defect, for a time, by somebody's word.

use std::collections::BTreeSet;

use jiff::{Timestamp, civil::Date};
use sqlx::AssertSqlSafe;

use super::{
    Register,
    change::{Change, take},
    record, rules,
    table::{VALUES_AT_ONCE, Work},
};
use crate::{Actor, Procedure, RegisterError, day::day, defect::Defect, event::What};

/// A defect that was seen in more ways than this is more than one.
pub(crate) const MOST_SYMPTOMS: usize = 10_000;

impl Register {
    /// Lets a delivery pass with a defect up to and including a day. It covers the [symptoms](
    /// crate::symptom) seen of the defect so far; given again, those seen meanwhile as well.
    ///
    /// # Errors
    /// When the procedure does not let this person, this severity or so long a time; when the
    /// defect was merged; when it was seen in more than [`MOST_SYMPTOMS`] ways.
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
            let reason = self.reason(reason)?;
            let first = day(now);
            let last = jiff::Span::new().days(procedure.waiver.longest_days.clamp(0, 36_500));
            let last = first.checked_add(last).unwrap_or(Date::MAX);
            if until < first || until > last {
                return Err(RegisterError::WaiverDay { until, first, last });
            }
            let mut change = self.change(actor, now, &[id]).await?;
            change.defect(id)?;
            let all = with_duplicates(&mut change, id).await?;
            for one in &all {
                // A grave one must not be excused under the name of a slight one.
                let severity = change.defect(one)?.severity.clone().unwrap_or_default();
                if !procedure.severity(&severity).is_some_and(|one| one.waivable) {
                    return Err(RegisterError::NotWaivable { id: one.clone(), severity });
                }
            }
            let symptoms = seen_so_far(&mut change, id, &all).await?;
            change.happen(id, role, What::Waived { reason, until, symptoms });
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
            let reason = self.reason(reason)?;
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

/// What was seen of a defect, and of those that repeat it and therefore count for it.
async fn seen_so_far(
    change: &mut Change<'_>,
    id: &str,
    all: &BTreeSet<String>,
) -> Result<Vec<String>, RegisterError> {
    let defects = all.iter().filter_map(|one| change.ledger.defects.get(one));
    let prints: Vec<String> = defects.flat_map(|one| one.fingerprints.clone()).collect();
    let known = prints.iter().filter_map(|print| change.ledger.fingerprints.get(print));
    let mut seen: BTreeSet<String> = known.filter_map(|one| one.symptom.clone()).collect();
    for chunk in prints.chunks(VALUES_AT_ONCE) {
        seen.extend(occurred(&mut change.work, chunk).await?);
    }
    if seen.len() > MOST_SYMPTOMS {
        return Err(RegisterError::TooBroad { id: id.to_owned(), limit: MOST_SYMPTOMS });
    }
    Ok(seen.into_iter().collect())
}

/// A defect, those that repeat it, and those that repeat these: all are in the ledger then.
async fn with_duplicates(
    change: &mut Change<'_>,
    id: &str,
) -> Result<BTreeSet<String>, RegisterError> {
    let mut all = BTreeSet::from([id.to_owned()]);
    let mut open = vec![id.to_owned()];
    while let Some(original) = open.pop() {
        // The text only preselects; what is read decides.
        let pattern = format!("%\"duplicate_of\":\"{original}\"%");
        let found: Vec<(String,)> = sqlx::query_as("SELECT id FROM defects WHERE data LIKE $1")
            .bind(pattern)
            .fetch_all(&mut *change.work)
            .await?;
        let found: BTreeSet<String> = found.into_iter().map(|(one,)| one).collect();
        record::load_defects(&mut change.work, &mut change.ledger, found.clone()).await?;
        for one in found {
            let defect = change.ledger.defects.get(&one);
            let repeats = defect.is_some_and(|it| it.duplicate_of.as_ref() == Some(&original));
            if repeats && all.insert(one.clone()) {
                open.push(one);
            }
        }
    }
    Ok(all)
}

/// The symptoms of fingerprints, no more than are needed to know that they are too many.
async fn occurred(work: &mut Work, prints: &[String]) -> Result<Vec<String>, sqlx::Error> {
    let holes: Vec<_> = (1..=prints.len()).map(|hole| format!("${hole}")).collect();
    let sql = format!(
        "SELECT DISTINCT symptom FROM occurrences \
         WHERE symptom IS NOT NULL AND fingerprint IN ({}) LIMIT {}",
        holes.join(", "),
        MOST_SYMPTOMS + 1
    );
    let mut query = sqlx::query_as(AssertSqlSafe(sql));
    for print in prints {
        query = query.bind(print.clone());
    }
    let found: Vec<(String,)> = query.fetch_all(&mut **work).await?;
    Ok(found.into_iter().map(|(symptom,)| symptom).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::*;

    #[tokio::test]
    async fn what_was_seen_in_too_many_ways_cannot_be_waived_as_one() {
        let register = fresh().await;
        let p = procedure();
        register.take("1", Some("1"), vec![failed(1, "a", "$.x")]).await;
        let id = "VIGA-2026-0001";
        let until = "2026-12-01".parse().unwrap();
        let waive = async || register.waive(id, "p", until, &p, &mari(), at("11:00")).await;
        // The run's own symptom is the last one that fits.
        let more = format!(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {}) \
             INSERT INTO occurrences SELECT 'x', i, o.fingerprint, o.scenario, o.outcome, o.title, \
             o.address, o.at, o.delivery, o.build, o.environment, NULL, 'x' || i, '' \
             FROM n, occurrences o WHERE o.run = '1'",
            MOST_SYMPTOMS - 1
        );
        sqlx::raw_sql(AssertSqlSafe(more)).execute(&register.register.pool).await.unwrap();
        let waived = waive().await.unwrap().waiver.unwrap();
        assert_eq!(waived.symptoms.len(), MOST_SYMPTOMS);
        register.take("2", Some("1"), vec![failed(1, "b", "$.x")]).await;
        let refused = waive().await;
        let Err(error @ RegisterError::TooBroad { .. }) = refused else { panic!("{refused:?}") };
        assert_eq!(error.hints().len(), 1);
        assert_eq!(register.get(id).await.unwrap().waiver, Some(waived));
    }
}
