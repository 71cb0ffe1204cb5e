//! How the scenarios of a defect stand, and saying that one is gone.
//!
//! A defect is re-tested when every scenario it was seen in has passed. A scenario that was renamed
//! or whose example was changed never runs again under its old key; a person retires it then, and
//! the log tells who did and why. If it fails once more, it is waited for again.

use jiff::Timestamp;

use super::{Register, change::take, rows::Standing, rules, tables};
use crate::{Actor, Procedure, RegisterError, defect::Defect, event::What};

/// How a scenario of a defect stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioStanding {
    /// Its key, by which it is retired.
    pub key: String,
    /// Its name, for people.
    pub title: String,
    /// Where it stood last: `features/rights/star.feature:24`.
    pub address: String,
    /// The last run in which it failed by this defect.
    pub red_run: String,
    /// The run in which it passed with the fix since then.
    pub green_run: Option<String>,
    /// Did somebody say that it is gone?
    pub retired: bool,
}

impl Register {
    /// The scenarios a defect was seen in.
    ///
    /// # Errors
    /// When there is no such defect.
    pub async fn scenarios(&self, id: &str) -> Result<Vec<ScenarioStanding>, RegisterError> {
        let defect = self.get(id).await?;
        self.within(async {
            let mut work = self.snapshot().await?;
            let rows =
                tables::SCENARIOS.find(&mut work, "fingerprint", &defect.fingerprints).await?;
            work.rollback().await?;
            let standing = |((_, key), one): ((String, String), Standing)| ScenarioStanding {
                key,
                title: one.title,
                address: one.address,
                red_run: one.red_run,
                green_run: one.green.map(|(run, _, _)| run),
                retired: one.retired,
            };
            let read = rows.iter().filter_map(|row| Standing::read(row));
            let mut all: Vec<_> = read.map(standing).collect();
            all.sort_by(|a, b| (&a.address, &a.key).cmp(&(&b.address, &b.key)));
            Ok(all)
        })
        .await
    }

    /// Says that a scenario of a defect is gone: its re-test is not waited for.
    ///
    /// # Errors
    /// When the defect was not seen in it, or no reason is given.
    pub async fn retire_scenario(
        &self,
        id: &str,
        key: &str,
        reason: &str,
        procedure: &Procedure,
        actor: &Actor,
        now: Timestamp,
    ) -> Result<Defect, RegisterError> {
        self.within(async {
            let role = rules::trusted(procedure, actor)?;
            let reason = self.reason(reason)?;
            let mut change = self.change(actor, now, &[id]).await?;
            let prints = change.defect(id)?.fingerprints.clone();
            let mut known = change.ledger.scenarios.iter();
            let known = known.find(|((print, one), _)| one == key && prints.contains(print));
            let title = known.map(|(_, standing)| standing.title.clone());
            let title = title.ok_or_else(|| RegisterError::UnknownScenario {
                id: id.to_owned(),
                scenario: key.to_owned(),
            })?;
            let scenario = key.to_owned();
            change.happen(id, role, What::ScenarioRetired { scenario, title, reason });
            take(change.commit().await?, id)
        })
        .await
    }
}
